"""Who writes, from where, and how to reach them, set apart from what the message is about.

«Buen día, soy Ana Ruiz de Hacienda, piso 3, ext 4521, no me abre el correo» is about «no me abre el correo». A message is
cut at its signs into pieces; a piece is left out of the matter only when greeting, introduction, place and contact explain
all of it, so that the words that ask are never lost.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..cases.review_words import is_sending
from ..courtesy import count_opening
from ..folding import OF_A_TURN, plain, word_set
from ..known import NOTHING_KNOWN, Known
from ..people.contacts import Contact, find_contacts, joined
from ..where.floors import floor_said
from ..where.offices import department_words, office_meant, with_office
from ..where.place_told import place_told
from .introduced import CUE, FROM, ROLE, introduced_by
from .said_alone import Found, is_said_alone, is_where

MAX_CHARS = 1500
"""What is longer is a story: all of it is its matter."""
_SIGN = re.compile(
    r"[,;:!?¡¿\n()\"«»]|(?<!\batt)(?<!\batte)(?<!\bext)(?<!\bof)(?<!\bofc)(?<!\bofic)(?<!\btel)(?<!\bcel)(?<!\bdr)(?<!\bdra)(?<!\bing)(?<!\bsr)(?<!\bsra)(?<!\blic)"
    r"(?<!\b\w)\.(?=\s|$)|\s[-–—/|]+\s|\s[-–—](?=\w)",
    re.IGNORECASE,
)
_TOLD_BY = word_set("aqui aca estoy estamos es queda trabajo trabajamos laboro ubicados ubicado ubicada")
_LEADING = FROM | _TOLD_BY | {"the"} | (ROLE - {"secretaria", "publica"})
"""Before the name of a place."""
_LEADS = re.compile(
    r"^(?:[\s,.;:\-–—/|]|(?:y|que|pues|porque|es que|pero|para (?:reportar|informar|decir(?:les)?)(?: que)?)\s)+",
    re.IGNORECASE,
)
_ONLY_CORRECTS = re.compile(
    r"(?:(?:no|ah|ay|uy|perdon|disculpe|digo|corrijo|me equivoque|mejor dicho|mentira|espere|pero)(?: |$))+"
)
"""Beside a place or a name it is no matter: «no, es el segundo piso», «me equivoqué, es en Manga»."""
_WITH_WHOM = re.compile(
    r"\s+(?:y\s+)?con (?:el|la|los|las) (?:doctora?|dra?|ing\w*|jef[ea]|se[nñ]ora?|profe\w*|lic\w*)\.?(?: \w+){1,3}\s*$",
    re.IGNORECASE,
)
"""«Trabajo en … con la doctora Patricia»."""
_WORD = re.compile(r"\S+")


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


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the text between two signs; `is_contact` stands where a way to reach somebody was."""

    start: int
    end: int
    is_contact: bool = False


@lru_cache(OF_A_TURN)
def introduction(text: str, offices: tuple[str, ...], known: Known = NOTHING_KNOWN) -> Introduction:
    """`offices`: the readable dependencias of the process model, which short names of them are spelled out by."""
    if len(text) > MAX_CHARS:
        return Introduction(text)
    contacts = find_contacts(text)
    pieces = _pieces(text, contacts)
    found, kept = Found(), list[_Piece]()
    if len(pieces) > 1 and not pieces[-1].is_contact and is_sending(text[pieces[-1].start : pieces[-1].end]):
        pieces = pieces[:-1]  # «…, enviar» orders what comes next
    for at, piece in enumerate(pieces):
        if _lists_people(text, pieces[:at]):
            for one in pieces[at:]:
                kept += () if one.is_contact else _left(text, one.start, one.end)
            break
        beside = found.near or _stands_beside(text, pieces, at, found, known)
        kept += _read(text, piece, found, beside, known)
    matter = _joined(text, kept)
    if _ONLY_CORRECTS.fullmatch(plain(matter)):
        matter = ""
    place = _place(found, matter, offices, known)
    reach = joined(contacts)
    is_alone = not matter and bool(found.name or place or reach)
    return Introduction(matter or text, found.name, place, reach, found.is_named, is_alone)


_THEY_ARE = re.compile(
    r"\b(?:son|se llaman|nombres|siguientes|contratistas|personas|funcionari[oa]s|usuarios)\s*:?\s*$",
    re.IGNORECASE,
)
"""«Necesito usuarios, son: Kelly Ríos, Deimer Pájaro»: none of them is who writes."""


def _lists_people(text: str, before: Sequence[_Piece]) -> bool:
    return bool(before) and _THEY_ARE.search(text[before[-1].start : before[-1].end]) is not None


def _pieces(text: str, contacts: Sequence[Contact]) -> list[_Piece]:
    cuts = [(sign.start(), sign.end(), False) for sign in _SIGN.finditer(text)]
    for contact in contacts:
        cuts = [cut for cut in cuts if cut[1] <= contact.start or cut[0] >= contact.end]
        cuts = sorted([*cuts, (contact.start, contact.end, True)])
    found, begin = list[_Piece](), 0
    for start, end, is_contact in [*cuts, (len(text), len(text), False)]:
        if text[begin:start].strip():
            found.append(_Piece(begin, start))
        found += [_Piece(start, end, is_contact=True)] if is_contact else []
        begin = end
    return found


def _stands_beside(text: str, pieces: Sequence[_Piece], at: int, found: Found, known: Known) -> bool:
    """Whether a name or an office is to be expected: before a contact or a place, or as the signature of who said where
    they are."""
    if at + 1 < len(pieces):
        after = pieces[at + 1]
        said = text[after.start : after.end]
        return after.is_contact or is_where(said) or known.names_a_site(said)
    return at > 0 and bool(found.places or place_told(text[: pieces[at].start]))


def _read(text: str, piece: _Piece, found: Found, beside: bool, known: Known) -> Iterator[_Piece]:
    """What of a piece belongs to the matter; the rest is noted in `found`."""
    if piece.is_contact:
        found.near = True
        return
    start = piece.start + _skipped(text[piece.start : piece.end])
    said = text[start : piece.end]
    if not plain(said):
        return
    for cue in CUE.finditer(said):
        if told := introduced_by(cue, said, known):
            found.introduce(told)
            yield from _left(text, start, start + cue.start())
            with_whom = _WITH_WHOM.match(said, told.end)
            yield from _left(text, start + (with_whom.end() if with_whom else told.end), piece.end)
            return
    if is_said_alone(said, found, beside, known):
        found.near = True
        return
    found.near = False
    yield from _left(text, start, piece.end)


def _skipped(said: str) -> int:
    """The characters of greeting and linking words at the beginning."""
    lead = _LEADS.match(said)
    at = lead.end() if lead else len(said) - len(said.lstrip())
    words = list(_WORD.finditer(said, at))
    count = count_opening([word[0] for word in words])
    return at if not count else words[count].start() if count < len(words) else len(said)


def _left(text: str, start: int, end: int) -> Iterator[_Piece]:
    said = text[start:end]
    start += _skipped(said)
    if plain(text[start:end]):
        yield _Piece(start, end)


def _place(found: Found, matter: str, offices: Sequence[str], known: Known) -> str | None:
    """Told in pieces by itself, or else in passing."""
    parts = list(dict.fromkeys(_bare(part) for part in found.places))
    if not parts:
        told = place_told(matter) if matter else None
        return told and with_office(_with_site_before(_bare(told), matter, known), offices)
    whole = ", ".join(filter(None, parts))
    office = office_meant(parts[0], offices)
    return ", ".join([office, *parts[1:]]) if office else with_office(whole, offices)


def _with_site_before(told: str, matter: str, known: Known) -> str:
    """«La impresora de hacienda aduana piso 2»: the office and the site right before a floor belong to it."""
    before = matter.partition(told)[0].split() if floor_said(told) else []
    at = len(before)
    while at and (department_words(before[at - 1]) or known.names_a_site(before[at - 1])):
        at -= 1
    return " ".join([*before[at:], told])


def _bare(place: str) -> str:
    """Without the words that lead to it."""
    words = place.strip(" .,").split()
    while words and plain(words[0]) in _LEADING:
        words = words[1:]
    return " ".join(words)


def _joined(text: str, pieces: Sequence[_Piece]) -> str:
    """The pieces with the signs that stood between neighbours."""
    said, last = "", None
    for piece in pieces:
        if last is not None:
            between = text[last.end : piece.start]
            gap = "\n" if "\n" in between else ", "
            said += between if not plain(between) and len(between) <= 4 else gap
        said += text[piece.start : piece.end].strip()
        last = piece
    if last is not None and text[last.end : last.end + 1] in ("?", "!"):
        said += text[last.end]
    return said.strip(" ,;:-–—/|")
