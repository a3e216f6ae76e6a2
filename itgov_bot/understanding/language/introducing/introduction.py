"""Who writes, from where, and how to reach them, set apart from what the message is about.

«Buen día, soy Ana Ruiz de Hacienda, piso 3, ext 4521, no me abre el correo» is about «no me abre el correo». A message is
cut at its signs into pieces; a piece is left out of the matter only when greeting, introduction, place and contact explain
all of it, so that the words that ask are never lost.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from itgov_bot.patterns import regex

from ..cases.review_words import is_sending
from ..courtesy import count_opening
from ..folding import OF_A_TURN, plain
from ..known import NOTHING_KNOWN, Known
from ..people.contacts import contacts_answered, find_contacts, joined
from ..people.names import name_put_right
from ..where.floors import floor_said
from ..where.place_told import place_told
from .beside import leads_to_contact
from .introduced import CUE, introduced_by, names_where
from .pieces import Piece, pieces_of
from .said_alone import Around, Asked, Found, is_said_alone, is_where
from .whole_place import whole_place
from .whom import Whom, on_whose_behalf, whom_said

MAX_CHARS = 1500
"""What is longer is a story: all of it is its matter."""
_LEADS = regex(
    r"^(?:[\s,.;:\-–—/|]|(?:y|que|pues|porque|es que|pero|para (?:reportar|informar|decir(?:les)?)(?: que)?)\s)+",
    re.IGNORECASE,
)
_LINKS = frozenset(["", "y", "o", "que", "pero", "con"])
_HOLDS = frozenset(["", "que", "porque", "donde", "y", "pero"])
"""Between two pieces without a sign."""
_ONLY_CORRECTS = regex(
    r"(?:(?:no se|no|creo|ah|ay|uy|perdon|disculpe|digo|corrijo|me equivoque|mejor dicho|mentira|espere|pero)(?: |$))+"
)
"""Beside a place or a name it is no matter: «no, es el segundo piso», «me equivoqué, es en Manga»."""
_WITH_WHOM = regex(
    r"\s+(?:y\s+)?con (?:el|la|los|las) (?:doctora?|dra?|ing\w*|jef[ea]|se[nñ]ora?|profe\w*|lic\w*)\.?(?: \w+){1,3}\s*$",
    re.IGNORECASE,
)
"""«Trabajo en … con la doctora Patricia»."""
_WORD = regex(r"\S+")


@dataclass(frozen=True, slots=True)
class Introduction:
    """`matter`: what the message is about, in its own words; all of it when nothing else would be left.

    `is_alone`: nothing else is left, so that it says who, where or how to reach them and asks for nothing.
    """

    matter: str
    name: str | None = None
    place: str | None = None
    contact: str | None = None
    is_named: bool = False
    """The name is one for sure: it was introduced as such, or people are baptised so."""
    is_alone: bool = False


@lru_cache(OF_A_TURN)
def introduction(
    text: str, offices: tuple[str, ...], known: Known = NOTHING_KNOWN, asked: Asked = Asked.NOTHING
) -> Introduction:
    """`offices`: the readable dependencias of the process model, which short names of them are spelled out by. What they
    are `asked` for may be told in words that tell nothing of the kind by themselves."""
    if len(text) > MAX_CHARS:
        return Introduction(text)
    if asked is not Asked.NOTHING and (floor := floor_said(text)):
        return Introduction(text, place=floor, is_alone=True)
    if name := name_put_right(text, None, known):
        return Introduction(text, name, is_named=True, is_alone=True)
    contacts = find_contacts(text) or (contacts_answered(text) if asked is Asked.REACH else ())
    found, kept = Found(), list[Piece]()
    pieces = _to_read(text, pieces_of(text, contacts, is_answer=asked is not Asked.NOTHING))
    reader = _Reader(text, pieces, found, Around(offices, known, asked), bool(contacts))
    for at in range(len(pieces)):
        if _lists_people(text, pieces[:at]):
            for one in pieces[at:]:
                kept += () if one.is_contact else _left(text, one.start, one.end)
            break
        kept += reader.read(at)
    kept = reader.without_guesses(kept)
    matter = _joined(text, _without_denied(text, kept, found, known))
    if _ONLY_CORRECTS.fullmatch(plain(matter)):
        matter = ""
    place = whole_place(found, matter, offices, known)
    reach = joined(contacts, found.whom)
    is_alone = not matter and bool(found.name or place or reach)
    return Introduction(matter or text, found.name, place, reach, found.is_named, is_alone)


def _to_read(text: str, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """«…, enviar» orders what comes next."""
    is_ordered = len(pieces) > 1 and not pieces[-1].is_contact
    return pieces[:-1] if is_ordered and is_sending(text[pieces[-1].start : pieces[-1].end]) else pieces


_DENIED = regex(
    r"^(?:(?:y|pero|ya|que)\s+)*no\s+(?:(?:es|era|estoy|estamos|trabajo|queda)\s+)?(?:en|del?|por)\s+(?P<place>.+)"
    r"|^(?:(?:en|del?)\s+)?(?P<other>.+)\sno",
    re.IGNORECASE,
)


def _without_denied(text: str, kept: Sequence[Piece], found: Found, known: Known) -> list[Piece]:
    """«No es en la Aduana», beside where it is."""
    return [one for one in kept if not (found.places and _is_denied(text[one.start : one.end], known))]


def _is_denied(said: str, known: Known) -> bool:
    denied = _DENIED.fullmatch(said.strip(" .,"))
    place = (denied["place"] or denied["other"]) if denied else ""
    return bool(place) and (is_where(place) or known.names_a_site(place))


_THEY_ARE = regex(
    r"\b(?:son|se llaman|nombres|siguientes|contratistas|personas|funcionari[oa]s|usuarios)\s*:?\s*$",
    re.IGNORECASE,
)
"""«Necesito usuarios, son: Kelly Ríos, Deimer Pájaro»: none of them is who writes."""


def _lists_people(text: str, before: Sequence[Piece]) -> bool:
    return bool(before) and _THEY_ARE.search(text[before[-1].start : before[-1].end]) is not None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Of one piece after the other."""

    text: str
    pieces: Sequence[Piece]
    found: Found
    around: Around
    has_contact: bool
    guessed: list[tuple[Piece, str]] = field(default_factory=list)
    """Where somebody may be by words that are known for nothing."""

    def read(self, at: int) -> list[Piece]:
        """What of a piece belongs to the matter; the rest is noted in `found`."""
        piece = self.pieces[at]
        if piece.is_contact:
            self.found.near = True
            return []
        return list(self._read(piece.start, piece.end, at))

    def _read(self, start: int, end: int, at: int) -> Iterator[Piece]:
        start += _skipped(self.text[start:end])
        said, found, known = self.text[start:end], self.found, self.around.known
        if plain(said) in _LINKS or (self.has_contact and leads_to_contact(said, known)):
            return
        if _is_denied(said, known):
            yield Piece(start, end)
            return
        if behalf := on_whose_behalf(said, known):
            found.near = True
            yield Piece(start + behalf[0], start + behalf[1])
            yield from self._read(start + behalf[1], end, at)
            return
        if whom := whom_said(said, known):
            yield from self._asked_for(whom, start, end, at)
            return
        for cue in CUE.finditer(said):
            if told := introduced_by(cue, said, known):
                yield from self._before(start, start + cue.start(), at)
                found.introduce(told)
                with_whom = _WITH_WHOM.match(said, told.end)
                yield from _left(self.text, start + (with_whom.end() if with_whom else told.end), end)
                return
        beside = found.near or self._stands_beside(at)
        is_signed = at + 1 < len(self.pieces) and self.pieces[at + 1].is_contact
        before = len(found.places)
        found.near = is_said_alone(said, found, beside, self.around, is_signed=is_signed)
        if not found.near:
            yield from _left(self.text, start, end)
        elif not is_signed and len(found.places) > before and not names_where(found.places[-1], known):
            self.guessed.append((Piece(start, end), found.places[-1]))

    def without_guesses(self, kept: Sequence[Piece]) -> list[Piece]:
        """Words known for nothing are a place by themselves, or beside one that is known; elsewhere they are told."""
        guesses = {place for _, place in self.guessed}
        is_sure = not guesses.issuperset(self.found.places)
        if not guesses or is_sure or not kept:
            return list(kept)
        self.found.places.clear()
        return sorted([*kept, *(piece for piece, _ in self.guessed)], key=lambda one: one.start)

    def _asked_for(self, whom: Whom, start: int, end: int, at: int) -> Iterator[Piece]:
        """It belongs to the way to reach them, or else to what is told."""
        if not self.has_contact:
            yield Piece(start, end)
            return
        self.found.whom, self.found.near = self.found.whom or whom.who, True
        yield from self._read(start + whom.end, end, at)

    def _before(self, start: int, end: int, at: int) -> Iterator[Piece]:
        """What stands before an introduction in the same breath: of an answer it may be the place."""
        is_answer = self.around.asked is not Asked.NOTHING
        return self._read(start, end, at) if is_answer else _left(self.text, start, end)

    def _stands_beside(self, at: int) -> bool:
        """Whether a name or an office is to be expected: before a contact or a place, or as the signature of who said where
        they are."""
        text, known = self.text, self.around.known
        if at + 1 < len(self.pieces):
            after = self.pieces[at + 1]
            said = text[after.start : after.end]
            return after.is_contact or is_where(said) or known.names_a_site(said)
        return at > 0 and bool(self.found.places or place_told(text[: self.pieces[at].start]))


def _skipped(said: str) -> int:
    """The characters of greeting and linking words at the beginning."""
    lead = _LEADS.match(said)
    at = lead.end() if lead else len(said) - len(said.lstrip())
    words = list(_WORD.finditer(said, at))
    count = count_opening([word[0] for word in words])
    return at if not count else words[count].start() if count < len(words) else len(said)


def _left(text: str, start: int, end: int) -> Iterator[Piece]:
    said = text[start:end]
    start += _skipped(said)
    if plain(text[start:end]):
        yield Piece(start, end)


def _joined(text: str, pieces: Sequence[Piece]) -> str:
    """The pieces with the signs that stood between neighbours."""
    said, last = "", None
    for piece in pieces:
        if last is not None:
            between = text[last.end : piece.start]
            gap = "\n" if "\n" in between else ", "
            is_kept = (
                plain(between) in _HOLDS
                if between[:1].isspace()
                else not plain(between) and len(between) <= 4
            )
            said += between if is_kept else gap
        said += text[piece.start : piece.end].strip()
        last = piece
    if last is not None and text[last.end : last.end + 1] in ("?", "!"):
        said += text[last.end]
    return said.strip(" ,;:-–—/|")
