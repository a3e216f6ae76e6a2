"""Who writes, from where, and how to reach them, set apart from what the message is about.

«Buen día, soy Ana Ruiz de Hacienda, piso 3, ext 4521, no me abre el correo» is about «no me abre el correo». A message is
cut at its signs into pieces; a piece is left out of the matter only when greeting, introduction, place and contact explain
all of it, so that the words that ask are never lost.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile

from ..cases.review_words import is_sending
from ..courtesy import count_opening
from ..folding import OF_A_TURN, plain, word_set
from ..known import NOTHING_KNOWN, Known
from ..people.contacts import Contact, find_contacts, joined
from ..people.names import SHORT_TITLES, TITLES, count_name, count_titles, is_capital, shown
from ..where.offices import department_words, office_meant, with_office
from ..where.place_told import is_place_alone, place_said, place_told
from .introduced import CUE, FROM, MAX_PLACE_WORDS, ROLE, Introduced, introduced_by, names_where

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
_PRODUCTS = word_set(
    """excel word outlook teams windows office zoom chrome google edge firefox acrobat adobe pdf wifi wi internet vpn
    intranet onedrive sharepoint powerpoint access project visio autocad arcgis whatsapp telegram facebook youtube
    antivirus skype forms planner bizagi correo impresora computador computadora pc portatil telefono escaner monitor
    teclado mouse pantalla red sistema sistemas hp epson lexmark kyocera ricoh computadores computadoras portatiles
    impresoras equipos telefonos escaneres monitores teclados pantallas dell lenovo urgente ayuda error clave usuario
    si no mi cc nit"""
)


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


@dataclass(slots=True)
class _Found:
    """What the pieces told so far. `near` says whether the last piece introduced somebody."""

    name: str | None = None
    places: list[str] = field(default_factory=list)
    near: bool = False
    is_named: bool = False

    def introduce(self, told: Introduced) -> None:
        """The first name counts."""
        self.near = True
        if told.name and not self.name:
            self.name, self.is_named = told.name, True
        self.places += [told.place] if told.place else []


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
    found, kept = _Found(), list[_Piece]()
    if len(pieces) > 1 and not pieces[-1].is_contact and is_sending(text[pieces[-1].start : pieces[-1].end]):
        pieces = pieces[:-1]  # «…, enviar» orders what comes next
    for at, piece in enumerate(pieces):
        beside = found.near or _stands_beside(text, pieces, at, found)
        kept += _read(text, piece, found, beside, known)
    matter = _joined(text, kept)
    if _ONLY_CORRECTS.fullmatch(plain(matter)):
        matter = ""
    place = _place(found, matter, offices)
    reach = joined(contacts)
    is_alone = not matter and bool(found.name or place or reach)
    return Introduction(matter or text, found.name, place, reach, found.is_named, is_alone)


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


def _stands_beside(text: str, pieces: Sequence[_Piece], at: int, found: _Found) -> bool:
    """Whether a name or an office is to be expected: before a contact or a place, or as the signature of who said where
    they are."""
    if at + 1 < len(pieces):
        after = pieces[at + 1]
        return after.is_contact or _is_where(text[after.start : after.end])
    return at > 0 and bool(found.places or place_told(text[: pieces[at].start]))


def _is_where(said: str) -> bool:
    """«Tesorería», «piso 2 de la Aduana»: nothing but an office or a place."""
    words = said.strip(" .").split()
    if not is_place_alone(" ".join(words), MAX_PLACE_WORDS) or not _PRODUCTS.isdisjoint(map(plain, words)):
        return False
    return department_words(said) > 0 or place_said(said) is not None


def _read(text: str, piece: _Piece, found: _Found, beside: bool, known: Known) -> Iterator[_Piece]:
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
    if _is_alone(said, found, beside, known):
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


def _is_alone(said: str, found: _Found, beside: bool, known: Known) -> bool:
    """A piece that is nothing but a place or, beside an introduction or a contact, a name."""
    said = said.strip(" .")
    words = said.split()
    if not is_place_alone(said, MAX_PLACE_WORDS) or not _PRODUCTS.isdisjoint(map(plain, words)):
        return False
    begin = 1 if plain(words[0]) in FROM | ({"con"} if beside or found.places else set()) else 0
    is_with = plain(words[0]) == "con"
    if titled := _titled(words):
        found.name = found.name or titled
        found.near = True
        return True
    titles = begin + count_titles(words[begin:])
    name, rest = _name_and_rest(words[titles:], known)
    is_whole = not rest or plain(" ".join(rest)) in ("aqui", "aca") or _tells_where(rest, known)
    if name and is_whole and (not begin or is_with) and _is_person(name, beside and not found.name, known):
        found.is_named = found.is_named or (not found.name and known.is_given(name[0]))
        found.name = found.name or shown(name)
        found.places += [" ".join(rest)] if _tells_where(rest, known) else []
        return True
    if place_said(said) or _is_office(words[begin:], begin > 0 or beside or bool(found.name), known):
        found.places.append(said)
        return True
    return False


def _titled(words: Sequence[str]) -> str | None:
    """«Dra. Mercado aquí, asistente del concejal …»: who says so with a title and by their surname."""
    titles = count_titles(words)
    name = list(takewhile(is_capital, words[titles:]))
    rest = [*map(plain, words[titles + len(name) : titles + len(name) + 1])]
    is_so = titles > 0 and plain(words[titles - 1]) in SHORT_TITLES and bool(name) and {*rest} <= ROLE
    return shown(name) if is_so else None


def _name_and_rest(words: Sequence[str], known: Known) -> tuple[Sequence[str], Sequence[str]]:
    """The name at the beginning, and what follows: «beto guzman | aduana piso 1»."""
    length = count_name(words, known, is_introduced=False)
    is_small = length == 1 and known.is_given(words[0]) and _tells_where(words[2:], known)
    if (
        is_small
        and count_name(words[:2], known, is_introduced=True) == 2
        and not names_where(words[1], known)
    ):
        length = 2
    return words[:length], words[length:]


def _tells_where(words: Sequence[str], known: Known) -> bool:
    """«De cultura», «aduana piso 1»: where somebody is who was named just before."""
    said = " ".join(words[1:] if words and plain(words[0]) in FROM else words)
    return bool(said) and (place_said(said) is not None or names_where(said, known))


def _is_person(words: Sequence[str], may_be: bool, known: Known) -> bool:
    if known.is_given(words[0]):
        return True
    said = " ".join(words)
    return may_be and not (names_where(said, known) or plain(said) in known.systems)


def _is_office(words: Sequence[str], may_be: bool, known: Known) -> bool:
    """«Talento Humano», «el de Catastro»."""
    said = " ".join(words)
    if department_words(said) or known.names_a_site(said):
        telling = [word for word in words if plain(word) not in TITLES | FROM | {"y", "los", "las"}]
        return may_be or all(word[0].isupper() for word in telling)
    return may_be and all(word[0].isupper() for word in words if plain(word) not in TITLES | FROM | {"y"})


def _place(found: _Found, matter: str, offices: Sequence[str]) -> str | None:
    """Told in pieces by itself, or else in passing."""
    parts = list(dict.fromkeys(_bare(part) for part in found.places))
    if not parts:
        told = place_told(matter) if matter else None
        return told and with_office(_bare(told), offices)
    whole = ", ".join(filter(None, parts))
    office = office_meant(parts[0], offices)
    return ", ".join([office, *parts[1:]]) if office else with_office(whole, offices)


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
