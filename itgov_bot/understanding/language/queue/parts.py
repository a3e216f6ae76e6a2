"""An order in parts: some cases are left out of it, each of several people gets their own («el 1 a Carla, el 2 y el 3 a
Darío», «todos a Darío menos el de la impresora»), or they are shared out («repártalos entre los dos»).

Words for cases are written as numbers first (`described`), so that one grammar of numbers reads all of it. What stands
there of an exception, a negation or a second person is used, or nothing of the order is.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from itgov_bot.domain.tickets.bulk import TOLD, BulkDeed
from itgov_bot.patterns import regex

from ..folding import even, plain
from ..orders import Ordered, cases_named, numbered_order, with_least_busy
from ..orders.verbs import ORDERED, verb_of
from .bulk import ALL_AGENTS, ME, BulkAsked, bulk_of
from .described import described
from .left_out import EXCEPTION, left_out, unused
from .receivers import Receivers, dealt_out, without_why

Knows = Callable[[str], bool]

MAX_CHARS = 400


@dataclass(frozen=True, slots=True)
class Parts:
    """What is done to which cases, and for whom; nothing is done to those that are left out (`but`)."""

    orders: tuple[BulkAsked, ...]
    but: tuple[BulkAsked, ...] = ()

    @property
    def count(self) -> int | None:
        """How many cases there are in all, where they said how many: «el 4 para mí y los otros dos a Ana»."""
        counts = [one.count if one.which else len(one.numbers) for one in self.orders]
        is_told = any(one.count for one in self.orders)
        return sum(filter(None, counts)) if is_told and None not in counts else None


@dataclass(frozen=True, slots=True)
class Unread:
    """Something is ordered, and these words, which change for whom or for which, are not understood."""

    words: str


_SHARED = regex(
    r"\b(?!repart(?:o|id\w+)\b|distribu(?:cion|id\w+)\b|divi(?:sion|did\w+)\b)(?:repart|distribu|divid)\w*\b.*?"
    r"(?:\bentre (?P<among>[^.;:]*))?$|\b(?:asign|reasign|pas|mand|dej|pong)\w* .*\bentre (?P<named>[^.;:]*\b[ye] [^.;:]*)$"
)
_MAY_NAME_CASES = regex(
    r"\d|\btod[oa]s?\b|\b(?:al|el|la|l[oa]s?|mis|es[oa]s|aquell[oa]s) \w+|\b(?:repart|distribu|divid)"
)
_AMONG_ALL = regex(
    r"\b(?:tod[oa]s|equipo|agentes|companer[oa]s|muchach[oa]s|cada (?:uno|quien)|partes iguales|nosotros"
    r"|l[oa]s (?:dos|tres|cuatro|cinco))\b"
)
_SOME_CASES = regex(r"\b(?:casos?|tickets?|cola|pendientes?|trabajo|carga)\b|l[oa]s?\b")
_ALL_THERE_ARE = regex(
    r"\b(?:lo que (?:hay|haya|quede|este libre)|todo lo que (?:hay|haya)) (?:\w+ )?entre\b"
)
_JOINED = regex(r"(?: ?[,;.]| (?:y|e|pero|mientras(?: que)?)\b)+ *$")
_IS_BARE = regex(r"#?\d+\b")
_CUT = regex(r" ?[,;./\n] ?(?:(?:y|e|pero) )?| (?:y|e|pero|mientras(?: que)?) ")


def parts_asked(text: str, names: Sequence[str], is_service: Knows = bool) -> Parts | Unread | None:
    """None where nothing of this kind stands there, or nothing is ordered. `names` are those by which agents are called,
    folded; `is_service`: whether words name one."""
    if len(text) > MAX_CHARS or not _MAY_NAME_CASES.search(even(text)):
        return None
    return _Reading(text, names, is_service).read()


def _atoms(said: str, text: str) -> list[str]:
    """What stands between commas and joins, with the one that ends it."""
    cuts = [0, *(one.end() for one in _CUT.finditer(said)), len(text)]
    return [text[start:end] for start, end in pairwise(cuts)]


def _differ(orders: Sequence[Ordered]) -> bool:
    """They are not one and the same, of which a part names more."""
    return any(
        one.order is not other.order or (one.named and other.named and plain(one.named) != plain(other.named))
        for one, other in combinations(orders, 2)
    )


class _Reading:
    """Of one text: `said` is what is left of it to be read."""

    def __init__(self, text: str, names: Sequence[str], is_service: Knows) -> None:
        text = with_least_busy(dealt_out(text))
        self.people = Receivers.of(text, names)
        self.names, self.is_service = [*names, *self.people.strangers], is_service
        self.told = described(self.people.spelled_out(text), self.people.pattern, EXCEPTION)
        self.written = re.sub(r"\s+", " ", self.told.text)
        self.said, self.but = left_out(self.written, self.people.pattern)

    def read(self) -> Parts | Unread | None:
        found = self._found()
        if found is None and self.but and self._is_denied():
            return Unread(self.told.restored(self.written))
        if not isinstance(found, list) or self._is_of_text(found):
            return None if isinstance(found, list) else found
        if left := unused(self.said.partition(":")[0], is_one=len(self.people.called(self.said)) < 2):
            return Unread(self.told.restored(left))
        is_special = bool(self.but) or len(found) > 1 or self.said != self.written
        if not is_special and not found[0].is_of_several:
            return None
        return Parts(tuple(found), tuple(self._cases(BulkAsked(found[0].deed, tuple(self.but)))))

    def _found(self) -> list[BulkAsked] | Unread | None:
        if shared := self._shared():
            return shared
        moved = self.people.without_former(self.said)
        if moved != self.said and isinstance(found := self._of_pieces(moved), list):
            self.said = moved
            return found
        return self._of_pieces(self.said)

    def _is_of_text(self, found: Sequence[BulkAsked]) -> bool:
        """«Cierre el 3, quedó todo menos el color»: of one case nothing is left out."""
        is_one = len(found) == 1 and len(found[0].numbers) == 1
        return is_one and bool(self.but) and all(one in self.told.which for one in self.but)

    def _is_denied(self) -> bool:
        """«No cierre el 3»: there is a deed, and it is not to be done."""
        words = re.findall(r"\w+", even(self.written))
        return bool(self.people.called(self.written)) or any(
            verb and verb[0].endswith(ORDERED) for verb in map(verb_of, words)
        )

    # Who gets them

    def _of_pieces(self, text: str) -> list[BulkAsked] | Unread | None:
        """None where nothing is ordered at all."""
        pieces = self._pieces(text)
        are_named = len(self.people.called(text)) > 1
        read = [self._of_piece(one, is_named=are_named) for one in pieces]
        if not any(read):
            is_ordered = are_named and numbered_order(text, self.names, self.is_service)
            return Unread(self.told.restored(text)) if is_ordered else None
        unread = next((piece for piece, one in zip(pieces, read, strict=True) if not one), "")
        return Unread(self.told.restored(unread)) if unread else [one for some in read for one in some]

    def _of_piece(self, piece: str, *, is_named: bool) -> list[BulkAsked]:
        """Nothing where it is no order for several cases. `is_named`: it must be for the one person who is named in it."""
        asked = numbered_order(self._without_more(piece), self.names, self.is_service)
        order = bulk_of(asked) if asked else None
        if order is None or order.into in self.told.which:
            return []
        if is_named and (
            len(self.people.called(piece)) != 1 or (order.deed is BulkDeed.ASSIGN and not order.to)
        ):
            return []
        told = self.told.restored(order.text) if order.deed in TOLD else ""
        return list(self._cases(replace(order, text=told)))

    def _without_more(self, piece: str) -> str:
        """«Cierre el 4, el de la impresora»: words for a case that is named by its number as well."""
        found = re.findall(r"(?<!en el )(?<!con el )(?<!en )(?<!con )\b\d+", piece)
        if all(one in self.told.which for one in found):
            return piece
        return re.sub(r"(?<! y )(?<! e )\bel (99\d{4})\b", lambda one: self.told.restored(one[0]), piece)

    def _cases(self, order: BulkAsked) -> Iterator[BulkAsked]:
        """The same for those that were named by number, and for each description."""
        numbers = tuple(one for one in order.numbers if one not in self.told.which)
        if numbers:
            yield replace(order, numbers=numbers)
        for one in order.numbers:
            if which := self.told.which.get(one):
                yield replace(order, numbers=(), which=which, is_all=one in self.told.is_all)

    def _pieces(self, text: str) -> list[str]:
        """One for each of several people, with what is for them: before their name, or behind it."""
        if len(self.people.called(text)) < 2:
            return self._by_deed(_atoms(even(text), text)) or [text]
        atoms = _atoms(without_why(text), text)
        is_before = self._stand_before(atoms)
        pieces, is_open = list[str](), False
        for atom in atoms:
            is_called, has_cases = bool(self.people.called(atom)), bool(cases_named(atom))
            begins = not pieces or (is_called if not is_before else not is_open and (has_cases or is_called))
            if begins and not (
                pieces and not is_before and not cases_named(pieces[0]) and not self.people.called(pieces[0])
            ):
                pieces.append(atom)
            else:
                pieces[-1] += atom
            is_open = not is_called if is_before else True
        return [_JOINED.sub("", one) for one in pieces]

    def _by_deed(self, atoms: Sequence[str]) -> list[str]:
        """«Cierre el 1 y el 2 me lo quedo»: what is ordered of each; nothing where it is the same of all."""
        pieces, deeds, before = list[str](), list[Ordered](), ""
        for atom in atoms:
            asked = numbered_order(_JOINED.sub("", atom), self.names, self.is_service)
            is_of_list = (
                not cases_named(atom) or _IS_BARE.match(atom) or (pieces and pieces[-1].endswith(" y "))
            )
            if asked:
                deeds.append(asked.ordered)
                pieces.append(before + atom)
                before = ""
            elif pieces and not before and is_of_list:
                pieces[-1] += atom
            else:
                before += atom
        if pieces:
            pieces[-1] += before
        return [_JOINED.sub("", one) for one in pieces] if _differ(deeds) else []

    def _stand_before(self, atoms: Sequence[str]) -> bool:
        """Whether the cases are named before whoever gets them, where both first stand together."""
        both = next((one for one in atoms if self.people.called(one) and cases_named(one)), "".join(atoms))
        number = re.search(r"\d", both)
        return number is None or number.start() < self.people.called(both)[0].start()

    # Shared out

    def _shared(self) -> list[BulkAsked]:
        found = _SHARED.search(even(self.said))
        if found is None:
            return []
        among, _, apart = (found["among"] or found["named"] or "").partition(" que ")
        called = tuple(one[0] for one in re.finditer(self.people.pattern, among))
        called += (ME,) if re.search(r"\b(?:yo|mi|conmigo)\b", among) else ()
        if not called and among and not _AMONG_ALL.search(among):
            return []
        order = BulkAsked(BulkDeed.ASSIGN, cases_named(self.said), among=called or (ALL_AGENTS,))
        theirs = self._left_to(apart)
        if _ALL_THERE_ARE.search(even(self.told.restored(self.said))):
            return [replace(order, numbers=(), which="sin asignar"), *theirs]
        if order.numbers:
            return [*self._cases(order), *theirs]
        is_of_cases = among or _SOME_CASES.search(found[0])
        return [replace(order, which="sin asignar"), *theirs] if is_of_cases else []

    def _left_to(self, apart: str) -> list[BulkAsked]:
        """«Entre Ana y Luis, menos el 4 que es para Darío»: what is left out is for whoever is named there."""
        called = self.people.called(apart)
        return [BulkAsked(BulkDeed.ASSIGN, tuple(self.but), called[0][0])] if called and self.but else []
