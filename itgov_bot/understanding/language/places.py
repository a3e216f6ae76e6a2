"""Where something is: whether words can be a place at all, and which sites they name. Floors are no sites."""

from __future__ import annotations

import re

from .folding import plain, word_set, words_like

MIN_PLACE_LETTERS = 2

_NAMED_SITE = re.compile(
    r"\b(?:sede|edificio|casa de justicia|biblioteca|hospital|puesto de salud|inspeccion|comisaria|colegio|cdv|cap)"
    r" (?:de |del |la |las |los |el |en )*(\w+)|\b(?:alcaldia local|localidad) (?:de |la |numero )*(\w+)"
)
_NO_SITE = word_set(
    "electronica toda todo entera completa principal no sin se esta estan nos quedo tiene hay desde y que"
)
_EVERYWHERE = words_like(
    r"""
    toda la (?:alcaldia|entidad|ciudad)|todas las (?:sedes|dependencias|oficinas)|todos los edificios
    ninguna (?:sede|dependencia)|general|todo el distrito|varias sedes
    """
)


def names_a_place(text: str) -> bool:
    """Not a bare number, a sign, or a question."""
    return sum(char.isalpha() for char in text) >= MIN_PLACE_LETTERS and not text.rstrip().endswith("?")


def named_sites(text: str) -> frozenset[str]:
    """What stands after «sede», «edificio», «alcaldía local» and the like."""
    named = {group for match in _NAMED_SITE.finditer(plain(text)) for group in match.groups() if group}
    return frozenset(named - _NO_SITE)


def is_everywhere(text: str) -> bool:
    """«Toda la alcaldía», «ninguna sede»."""
    return _EVERYWHERE.search(plain(text)) is not None
