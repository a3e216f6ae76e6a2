"""A place in its parts: whose office it is, at which site, on which floor. What is told later takes the place of its own
part alone."""

import re
from collections.abc import Sequence

from itgov_bot.patterns import regex

from ..folding import plain
from ..known import NOTHING_KNOWN, Known
from .floors import FLOORS, floor_said, kind_of, of_kind
from .offices import names_an_office, office_and_rest
from .places import has_place_word, named_sites

_BESIDE = regex(
    r"(?:(?:al|en el|por el) (?:lado|fondo|frente)|junto|frente|diagonal|detras|encima|debajo|cerca|donde)\b"
)
"""«Al lado del ascensor» is no other place."""
_ROOM = regex(
    r"(?:(?:el|la) )?(?:sala|salon|auditorio|recepcion|bodega|cocina|cafeteria|cubiculo|biblioteca)\b"
)
"""It is at the same site."""
_SITE = regex(r"\b(?:sede|edificio)\s+(?:(?:de|del|la|las|los|el)\s+)*\w+", re.IGNORECASE)


def completed(before: str | None, told: str, known: Known = NOTHING_KNOWN) -> str:
    """The place that is meant by what was told last: a floor, a site or an office completes or corrects that part of the
    place that stood there. Anything else takes its place."""
    floor = floor_said(told)
    if before is None:
        return floor or told
    if floor is not None:
        return _with_floors(before, floor)
    if _BESIDE.match(plain(told)):
        return f"{before}, {told}"
    office, rest = office_of(before, known)
    new, new_rest = office_of(told, known)
    if new:
        return (
            _of_office(before, told, known)
            if not office
            else _same_or_other(before, told, (office, new), new_rest)
        )
    if office and (not rest or _names_site(told, known) or has_place_word(told)):
        return _at_another(office, rest, told, known)
    if site := _SITE.fullmatch(told):
        return _SITE.sub(site[0], before, count=1) if _SITE.search(before) else told
    if (_ROOM.match(plain(told)) or FLOORS.search(plain(told))) and not _names_site(told, known):
        return ", ".join((*_kept_of_site(before.split(", "), told, known), told))
    is_floor = floor_said(before) and not FLOORS.search(plain(told))
    return f"{told}, {before}" if is_floor else told


def with_other_office(before: str | None, office: str, known: Known = NOTHING_KNOWN) -> str:
    """The same site and floor, of another office: the office alone was corrected."""
    rest = office_of(before, known)[1] if before else ""
    return ", ".join(filter(None, (office, rest)))


def office_of(place: str, known: Known = NOTHING_KNOWN) -> tuple[str, str]:
    """The dependencia that a place begins with, "" for none, and the rest of it."""
    head, rest = office_and_rest(place, known)
    head = head if rest else place
    return (head, rest) if names_an_office(head) and not FLOORS.search(plain(head)) else ("", place)


def _of_office(before: str, told: str, known: Known) -> str:
    """An office for what was only a floor or a site; the floor of another site is not kept."""
    has_floor, has_site = FLOORS.search(plain(told)), _names_site(told, known)
    is_floor = floor_said(before) is not None
    keeps = not has_floor and not (has_site and not is_floor)
    is_where = is_floor or _names_site(before, known)
    return f"{told}, {before}" if keeps and is_where else told


def _same_or_other(before: str, told: str, offices: tuple[str, str], rest: str) -> str:
    """The same office told again, with or without its floor; another one is another place."""
    old, new = map(plain, offices)
    if old != new and not f" {old} ".endswith(f" {new} "):
        return told
    floor = floor_said(rest) if rest else None
    return _with_floors(before, floor) if floor else told if rest else before


def _at_another(office: str, rest: str, told: str, known: Known) -> str:
    """The same office at another site, or on another floor of the site that is known: what was not told anew stays."""
    is_site, is_floor = _names_site(told, known), FLOORS.search(plain(told)) is not None
    kept = [one for one in rest.split(", ") if one]
    if is_site:
        kept = [floor for one in kept if not is_floor and (floor := _floor_in(one))]
        return ", ".join((office, told, *kept))
    return ", ".join((office, *_kept_of_site(kept, told, known), told))


def _kept_of_site(kept: Sequence[str], told: str, known: Known) -> list[str]:
    """What of a place still holds where another floor, or a room, of the same site is told."""
    if FLOORS.search(plain(told)):
        return [site for one in kept if _names_site(one, known) and (site := _OF_FLOOR.sub("", one))]
    return [one for one in kept if not _ROOM.match(plain(one))] if _ROOM.match(plain(told)) else []


_OF_FLOOR = regex(
    r"(?<![\s,])[\s,]*\b(?:piso|oficina)\s+\w+$|^(?:piso|oficina)\s+\w+\s+(?:(?:del?|en)\s+)?(?:(?:el|la)\s+)?",
    re.IGNORECASE,
)


def _floor_in(place: str) -> str:
    found = FLOORS.search(plain(place))
    return found[0] if found else ""


def _names_site(place: str, known: Known) -> bool:
    return known.names_a_site(place) or bool(named_sites(place))


def _with_floors(place: str, floors: str) -> str:
    for floor in floors.split(", "):
        corrected, count = of_kind(kind_of(floor)).subn(floor, place, count=1)
        place = corrected if count else f"{place}, {floor}"
    return place
