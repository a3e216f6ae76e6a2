"""An order in parts: some cases are left out of it, each of several people gets their own («el 1 a Carla, el 2 y el 3 a
Darío», «todos a Darío menos el de la impresora»), or they are shared out («repártalos entre los dos»).

Words for cases are written as numbers first (`described`), so that one grammar of numbers reads all of it. What stands
there of an exception, a negation or a second person is used, or nothing of the order is.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from itgov_bot.domain.tickets.bulk import BulkDeed

from ..folding import even, plain, word_set
from ..orders import Ordered, cases_named, numbered_order, with_least_busy
from ..orders.tokens import is_name
from ..orders.verbs import ORDERED, verb_of
from .bulk import ALL_AGENTS, ME, BulkAsked, bulk_of
from .described import described
from .left_out import EXCEPTION, NUMS, left_out, unused

Knows = Callable[[str], bool]

MAX_CHARS = 400


@dataclass(frozen=True, slots=True)
class Parts:
    """What is done to which cases, and for whom; nothing is done to those that are left out (`but`)."""

    orders: tuple[BulkAsked, ...]
    but: tuple[BulkAsked, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """Something is ordered, and these words, which change for whom or for which, are not understood."""

    words: str


_ME = r"(?:(?<=a )|(?<=para )|(?<=pa ))mi\b(?! (?!y\b|e\b|pero\b)\w)|\byo(?= (?:\w+ )?(?:el|la|los|las|al|con) )|\bconmigo\b"
_NOT_THEIRS: tuple[str, ...] = (
    rf"\b(?:quit|saqu|retir)\w+ (?P<kept>{NUMS}) a PEOPLE(?: y)?",
    r"\b(?:quit|saqu|retir)\w+ a PEOPLE",
    r"(?<=\d) (?:que )?(?:l[oa]s? )?(?:tiene|tenia|lleva|llevaba|(?:se )?l[eo] (?:di|pase|asigne) a) PEOPLE,?",
    r"(?<=\d) del? PEOPLE(?= (?:a|para|pa|hacia) )",
    r"[,;]? ?\bse l[oa]s? (?:habia|he|habiamos) \w+ a PEOPLE(?:,? pero)?",
    r"[,;]? ?\b(?:y |ya )*no (?:(?:es|era|va|iba|son|eran|sean?) )?(?:(?:para|pa|de|a|con) )?PEOPLE(?:,? sino)?",
    r"[,;]? ?\b(?:ya )?no l[oa]s? (?:hace|tiene|lleva|atiende|ve|va a \w+) PEOPLE(?:,? sino)?",
    r"[,;]? ?\ben (?:vez|lugar) de (?:a )?PEOPLE",
    r"(?:^|[,;] ?)(?:(?<= )a )?PEOPLE (?:ya )?no(?: (?:puede|quiere|alcanza|viene|esta|da abasto|l[oa]s? \w+))?"
    r"(?= *(?:$|[,;.]))",
    rf"\bPEOPLE (?:suelta|deja|entrega|libera) (?P<kept>{NUMS})(?: y)?",
)
"""Who does not get them: they have them, or had."""
_WHY = re.compile(r"\b(?:porque|pues|ya que|es que|dado que)\b[^,;]*|:(?=.*\w).*")
_SHARED = re.compile(
    r"\b(?!repart(?:o|id\w+)\b|distribu(?:cion|id\w+)\b|divi(?:sion|did\w+)\b)(?:repart|distribu|divid)\w*\b.*?"
    r"(?:\bentre (?P<among>[^.;:]*))?$|\b(?:asign|reasign|pas|mand|dej|pong)\w* .*\bentre (?P<named>[^.;:]*\b[ye] [^.;:]*)$"
)
_MAY_NAME_CASES = re.compile(
    r"\d|\btod[oa]s?\b|\b(?:al|el|la|l[oa]s?|mis|es[oa]s|aquell[oa]s) \w+|\b(?:repart|distribu|divid)"
)
_AMONG_ALL = re.compile(
    r"\b(?:tod[oa]s|equipo|agentes|companer[oa]s|muchach[oa]s|cada (?:uno|quien)|partes iguales|nosotros)\b"
)
_SOME_CASES = re.compile(r"\b(?:casos?|tickets?|cola|pendientes?|trabajo|carga)\b|l[oa]s?\b")
_JOINED = re.compile(r"(?: ?[,;.]| (?:y|e|pero|mientras(?: que)?)\b)+ *$")
_IS_BARE = re.compile(r"#?\d+\b")
_CUT = re.compile(r" ?[,;./\n] ?(?:(?:y|e|pero) )?| (?:y|e|pero|mientras(?: que)?) ")


def parts_asked(text: str, names: Sequence[str], is_service: Knows = bool) -> Parts | Unread | None:
    """None where nothing of this kind stands there, or nothing is ordered. `names` are those by which agents are called,
    folded; `is_service`: whether words name one."""
    is_short = len(text) <= MAX_CHARS
    return (
        _Reading(text, names, is_service).read() if is_short and _MAY_NAME_CASES.search(even(text)) else None
    )


_STRANGER = re.compile(r"\d (?:a|para|pa) ([a-z]{4,})(?= *(?:$|[,;.]| [ye] ))")
_NO_PEOPLE = word_set(
    "mesa cola fila espera manana hoy tarde todos todas prioridad nombre cargo baja alta normal urgente ella ellos cierre"
)


def _may_be_name(word: str) -> bool:
    """Of nobody who works at the desk: «el 3 a Zutano» is for somebody, too."""
    return word not in _NO_PEOPLE and verb_of(word) is None


def _people(text: str, names: Sequence[str]) -> tuple[str, set[str]]:
    """A pattern of whoever is called in a text, as they are written there; and those of them whom nobody knows."""
    said = even(text)
    known = {word for word in re.findall(r"@?\w+", said) if is_name(word, names)}
    strangers = {one[1] for one in _STRANGER.finditer(said) if known and _may_be_name(one[1])} - known
    one = "|".join(sorted(map(re.escape, known | strangers), key=len, reverse=True)) or r"(?!)"
    title = r"(?:(?:la|el|don|dona|ing|inge|ingenier[oa]|companer[oa]|senora?) )?"
    return rf"{title}(?<!\w)(?:{one})\b(?: (?:{one})\b)*", strangers


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


def _spelled_out(text: str, people: str) -> str:
    """«1-Carla, 2-Darío», «Carla: 1 y 2. Darío: 3» in words."""
    for pattern, put in (
        (rf"(?<=\d) ?(?:[-=:>→]+ ?(?={people})| (?={people}))", " a "),
        (rf"(?P<before>\b{people}) ?[-=:>→]+ ?(?=(?:el |la |los )?\d)", r" "),
        (rf"(?P<before>\d a {people})(?= \d)", ","),
    ):
        while found := re.search(pattern, even(text)):
            kept = text[slice(*found.span("before"))] if "before" in found.re.groupindex else ""
            text = f"{text[: found.start()]}{kept}{put}{text[found.end() :]}"
    return text


class _Reading:
    """Of one text: `said` is what is left of it to be read."""

    def __init__(self, text: str, names: Sequence[str], is_service: Knows) -> None:
        text = with_least_busy(text)
        self.people, strangers = _people(text, names)
        self.names, self.is_service = [*names, *strangers], is_service
        self.told = described(_spelled_out(text, self.people), self.people, EXCEPTION)
        self.written = re.sub(r"\s+", " ", self.told.text)
        self.said, self.but = left_out(self.written, self.people)

    def read(self) -> Parts | Unread | None:
        found = self._found()
        if found is None and self.but and self._is_denied():
            return Unread(self.told.restored(self.written))
        if not isinstance(found, list) or self._is_of_text(found):
            return None if isinstance(found, list) else found
        if left := unused(self.said.partition(":")[0], is_one=len(self._called(self.said)) < 2):
            return Unread(self.told.restored(left))
        is_special = bool(self.but) or len(found) > 1 or self.said != self.written
        if not is_special and not found[0].is_of_several:
            return None
        return Parts(tuple(found), tuple(self._cases(BulkAsked(found[0].deed, tuple(self.but)))))

    def _found(self) -> list[BulkAsked] | Unread | None:
        if shared := self._shared():
            return shared
        moved = self._without_former()
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
        return bool(self._called(self.written)) or any(
            verb and verb[0].endswith(ORDERED) for verb in map(verb_of, words)
        )

    # Who gets them

    def _without_former(self) -> str:
        """Without whoever is named because they have them, or had."""
        text = self.said
        for pattern in _NOT_THEIRS if re.search(self.people, even(text)) else ():
            if found := re.search(pattern.replace("PEOPLE", self.people), even(text)):
                kept = slice(*found.span("kept")) if "kept" in found.re.groupindex else slice(0, 0)
                text = f"{text[: found.start()].rstrip()} {text[kept]} {text[found.end() :].lstrip()}"
        return text.strip(" ,") if text != self.said else text

    def _of_pieces(self, text: str) -> list[BulkAsked] | Unread | None:
        """None where nothing is ordered at all."""
        pieces = self._pieces(text)
        are_named = len(self._called(text)) > 1
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
        if is_named and (len(self._called(piece)) != 1 or (order.deed is BulkDeed.ASSIGN and not order.to)):
            return []
        return list(self._cases(replace(order, text=self.told.restored(order.text))))

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

    def _called(self, text: str) -> list[re.Match[str]]:
        """Those who are to get something, in their order; whoever is named in a reason is not."""
        said = _WHY.sub(lambda found: "_" * len(found[0]), even(text))
        found = {plain(one[0]): one for one in re.finditer(rf"{self.people}|{_ME}", said)}
        return sorted(found.values(), key=lambda one: one.start())

    def _pieces(self, text: str) -> list[str]:
        """One for each of several people, with what is for them: before their name, or behind it."""
        if len(self._called(text)) < 2:
            return self._by_deed(_atoms(even(text), text)) or [text]
        atoms = _atoms(_WHY.sub(lambda found: "_" * len(found[0]), even(text)), text)
        is_before = self._stand_before(atoms)
        pieces, is_open = list[str](), False
        for atom in atoms:
            is_called, has_cases = bool(self._called(atom)), bool(cases_named(atom))
            begins = not pieces or (is_called if not is_before else not is_open and (has_cases or is_called))
            if begins and not (
                pieces and not is_before and not cases_named(pieces[0]) and not self._called(pieces[0])
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
        both = next((one for one in atoms if self._called(one) and cases_named(one)), "".join(atoms))
        number = re.search(r"\d", both)
        return number is None or number.start() < self._called(both)[0].start()

    # Shared out

    def _shared(self) -> list[BulkAsked]:
        found = _SHARED.search(even(self.said))
        if found is None:
            return []
        among = found["among"] or found["named"] or ""
        called = tuple(one[0] for one in re.finditer(self.people, among))
        called += (ME,) if re.search(r"\b(?:yo|mi|conmigo)\b", among) else ()
        if not called and among and not _AMONG_ALL.search(among):
            return []
        order = BulkAsked(BulkDeed.ASSIGN, cases_named(self.said), among=called or (ALL_AGENTS,))
        if order.numbers:
            return list(self._cases(order))
        is_of_cases = among or _SOME_CASES.search(found[0])
        return [replace(order, which="sin asignar")] if is_of_cases else []
