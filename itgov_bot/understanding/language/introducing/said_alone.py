"""A piece of a message that is nothing but a name, an office or a place: who says so introduces themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import takewhile

from ..folding import plain
from ..known import Known
from ..people.names import MAX_NAME_WORDS, SHORT_TITLES, TITLES, count_name, count_titles, is_capital, shown
from ..where.answered import PRODUCTS, sensible_place
from ..where.offices import department_words
from ..where.place_told import is_place_alone, place_behind, place_said
from .introduced import FROM, MAX_PLACE_WORDS, ROLE, Introduced, names_where


class Asked(StrEnum):
    """What the words answer to."""

    NOTHING = "nothing"
    PLACE = "place"
    REACH = "reach"


MAX_SMALL_WORDS = 4
"""Of a name in small letters."""
MAX_SIGNED_WORDS = 3


@dataclass(frozen=True, slots=True)
class Around:
    """What a piece is read by: the dependencias, the proper names of the city, the question that is open."""

    offices: tuple[str, ...]
    known: Known
    asked: Asked = Asked.NOTHING


@dataclass(slots=True)
class Found:
    """What the pieces told so far. `near` says whether the last piece introduced somebody. `whom`: to be asked for."""

    name: str | None = None
    whom: str | None = None
    places: list[str] = field(default_factory=list)
    near: bool = False
    is_named: bool = False

    def introduce(self, told: Introduced) -> None:
        """The first name counts."""
        self.near = True
        if told.name and not self.name:
            self.name, self.is_named = told.name, True
        self.places += [told.place] if told.place else []


def is_where(said: str) -> bool:
    """«Tesorería», «piso 2 de la Aduana»: nothing but an office or a place."""
    is_one = department_words(said) > 0 or place_said(said) is not None
    return is_one and _may_be_alone(said.strip(" .").split())


def is_said_alone(said: str, found: Found, beside: bool, around: Around, *, is_signed: bool = False) -> bool:
    """A piece that is nothing but a place or, beside an introduction or a contact, a name. `is_signed`: a way to reach
    somebody comes next."""
    said, known = said.strip(" ."), around.known
    words: Sequence[str] = said.split()
    place, name = _place_and_name(words, known, is_signed=is_signed)
    if name and not found.name:
        found.name, found.is_named = shown(name), True
        words, said = place, " ".join(place)
    is_between = is_signed and _is_signature(words, found)
    return _is_name(words, found, beside, around) or _is_place(words, found, beside, around, is_between)


def _is_signature(words: Sequence[str], found: Found) -> bool:
    """Between a name and a way to reach them it is told where they are: «Beto Simancas, distriseguridad, 301…»."""
    return (
        found.is_named
        and not found.places
        and len(words) <= MAX_SIGNED_WORDS
        and ROLE.isdisjoint(map(plain, words))
    )


def _is_name(words: Sequence[str], found: Found, beside: bool, around: Around) -> bool:
    """With where they are, if that follows."""
    if not _may_be_alone(words):
        return False
    known = around.known
    begin = 1 if plain(words[0]) in FROM | ({"con"} if beside or found.places else set()) else 0
    is_with = plain(words[0]) == "con"
    if titled := _titled(words):
        found.name = found.name or titled
        found.near = True
        return True
    titles = begin + count_titles(words[begin:])
    name, rest = _name_and_rest(words[titles:], known, may_be_small=beside)
    is_whole = not rest or plain(" ".join(rest)) in ("aqui", "aca") or _tells_where(rest, known)
    if name and is_whole and (not begin or is_with) and _is_person(name, beside and not found.name, known):
        found.is_named = found.is_named or (not found.name and known.is_given(name[0]))
        found.name = found.name or shown(name)
        found.places += [" ".join(rest)] if _tells_where(rest, known) else []
        return True
    return False


def _is_place(words: Sequence[str], found: Found, beside: bool, around: Around, is_between: bool) -> bool:
    said, known = " ".join(words), around.known
    is_told = is_between or around.asked is Asked.PLACE
    if is_told and (place := sensible_place(said, around.offices, known)):
        found.places.append(place)
        return True
    begin = 1 if plain(words[0]) in FROM else 0
    is_office = _may_be_alone(words) and (
        place_said(said) or _is_office(words[begin:], begin > 0 or beside or bool(found.name), known)
    )
    found.places += [place_behind(said) or said] if is_office else []
    return bool(is_office)


def _may_be_alone(words: Sequence[str]) -> bool:
    return is_place_alone(" ".join(words), MAX_PLACE_WORDS) and PRODUCTS.isdisjoint(map(plain, words))


def _place_and_name(
    words: Sequence[str], known: Known, *, is_signed: bool
) -> tuple[Sequence[str], Sequence[str]]:
    """«Talento humano matuna piso 3 Arleth»: where they are and, right behind it, who."""
    for at in range(max(1, len(words) - MAX_NAME_WORDS), len(words)):
        place, name = words[:at], words[at:]
        is_whole = count_name(name, known, is_introduced=False) == len(name)
        is_sure = known.is_given(name[0]) or (is_signed and place[-1][-1].isdigit())
        if is_whole and is_sure and _is_behind(place, known) and not names_where(" ".join(name), known):
            return place, name
    return words, ()


def _is_behind(place: Sequence[str], known: Known) -> bool:
    """Whether these words tell where, to their end."""
    return _may_end(place, known) and names_where(" ".join(place), known)


def _may_end(place: Sequence[str], known: Known) -> bool:
    """«Teatro Adolfo Mejía», «San Francisco» are called so."""
    last = place[-1]
    is_named = department_words(last) > 0 or known.names_a_site(last)
    return is_named or last[-1].isdigit() or (plain(last) == "piso" and len(place) > 1)


def _titled(words: Sequence[str]) -> str | None:
    """«Dra. Mercado aquí, asistente del concejal …»: who says so with a title and by their surname."""
    titles = count_titles(words)
    name = list(takewhile(is_capital, words[titles:]))
    rest = [*map(plain, words[titles + len(name) : titles + len(name) + 1])]
    is_so = titles > 0 and plain(words[titles - 1]) in SHORT_TITLES and bool(name) and {*rest} <= ROLE
    return shown(name) if is_so else None


def _name_and_rest(
    words: Sequence[str], known: Known, *, may_be_small: bool
) -> tuple[Sequence[str], Sequence[str]]:
    """The name at the beginning, and what follows: «beto guzman | aduana piso 1». Beside where somebody is, a surname in
    small letters is one: «nora castilla, talento humano»."""
    length = count_name(words, known, is_introduced=False)
    if not (length and known.is_given(words[0])):
        return words[:length], words[length:]
    most = min(count_name(words, known, is_introduced=True), MAX_SMALL_WORDS)
    for end in range(most, length, -1):
        surname, rest = words[length:end], words[end:]
        is_so = _tells_where(rest, known) or (may_be_small and not rest)
        if is_so and not any(names_where(word, known) or plain(word) in PRODUCTS for word in surname):
            return words[:end], rest
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
