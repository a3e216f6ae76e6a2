"""The place of who writes, put together from the pieces that tell of it by themselves, or from what is told in passing."""

import re
from collections.abc import Sequence

from ..folding import plain, word_set
from ..known import Known
from ..where.floors import floor_said
from ..where.offices import department_words, names_an_office, office_meant, with_office
from ..where.parts import completed
from ..where.place_told import place_told
from .introduced import FROM, ROLE
from .said_alone import Found

_TOLD_BY = word_set("aqui aca estoy estamos es queda trabajo trabajamos laboro ubicados ubicado ubicada")
_OF_OFFICE = word_set("humano interno coactivo publico general secretaria de")
_BEFORE_OFFICE = word_set("de del en para pa la el")
_LEADING = FROM | _TOLD_BY | {"the"} | (ROLE - {"secretaria", "publica"})
"""Before the name of a place."""


def whole_place(found: Found, matter: str, offices: Sequence[str], known: Known) -> str | None:
    """Told in pieces by itself, or else in passing."""
    parts = list(dict.fromkeys(_bare(part) for part in found.places))
    if not parts:
        told = place_told(matter) if matter else None
        return told and with_office(_with_site_before(_bare(told), matter, known), offices)
    if (begun := _office_before(matter)) and not any(map(names_an_office, parts)):
        parts = [begun, *parts]
    whole = ", ".join(filter(None, parts))
    if passing := place_told(matter) if matter else None:  # «en la secretaría de educación …, segundo piso»
        return with_office(completed(_bare(passing), whole, known), offices, known)
    office = office_meant(parts[0], offices)
    return ", ".join([office, *parts[1:]]) if office else with_office(whole, offices)


def _office_before(matter: str) -> str | None:
    """At the end of a stretch of what is told: «la impresora de planeación, galeras piso 1, …»."""
    for stretch in re.split(r"[,;.]", matter):
        words = stretch.split()
        at = len(words)
        while at and (department_words(words[at - 1]) or plain(words[at - 1]) in _OF_OFFICE):
            at -= 1
        at += words[at : at + 1] == ["de"]
        if at and department_words(" ".join(words[at:])) and plain(words[at - 1]) in _BEFORE_OFFICE:
            return " ".join(words[at:])
    return None


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
