"""Which words of the board somebody wants to have explained: «¿qué significa el amarillo?», «explíqueme el semáforo»."""

import re
from collections.abc import Mapping
from enum import StrEnum

from itgov_bot.patterns import regex
from itgov_bot.understanding.language.folding import fold, words_like

MAX_WORDS = 12


class Term(StrEnum):
    LIGHTS = "lights"
    ARROWS = "arrows"
    EFFICACY = "efficacy"
    EFFICIENCY = "efficiency"
    TARGET = "target"
    BASELINE = "baseline"
    RUNNING = "running"
    DOUBTFUL = "doubtful"
    MEDIAN = "median"
    AVERAGE = "average"
    BACKLOG = "backlog"


_ASKS = words_like(
    r"""
    que (?:significa|quiere decir|es (?:eso|esto) de)n?|que (?:es|son)|(?:me )?expli[cq]u\w+|expli[cq]\w*me|defin\w+
    como (?:leo|se lee|funciona)n?|(?:la )?diferencia entre|no entiendo|que se entiende por
    para que (?:es|son|sirven?)|que indican?
    a que (?:le )?(?:llaman?|se refiere)n?|por que (?:hay|salen?) .{0,15}(?=color)
    """
)
_TERMS: Mapping[Term, re.Pattern[str]] = {
    Term.LIGHTS: words_like(
        r"semaforos?|colores|color|roj[oa]s?|amarill[oa]s?|verdes?|blanc[oa]s?|gris(?:es)?|(?:bolit|circul|punt)[ai]?t?[oa]s?"
    ),
    Term.ARROWS: words_like(r"flech\w+"),
    Term.EFFICACY: words_like(r"eficacia"),
    Term.EFFICIENCY: words_like(r"eficiencia"),
    Term.BASELINE: words_like(r"linea base"),
    Term.TARGET: words_like(r"metas?"),
    Term.RUNNING: words_like(r"en curso|va en"),
    Term.DOUBTFUL: words_like(r"sin datos?|dato dudoso|dudoso"),
    Term.MEDIAN: words_like(r"mediana"),
    Term.AVERAGE: words_like(r"promedios?"),
    Term.BACKLOG: words_like(r"pendientes?|represad\w+|backlog"),
}


_NEAR = regex(r"\W*(?:\w+ ){0,3}$")
"""So few words stand between the asking and the term: «lo que está en rojo» is a list."""


def terms_asked(text: str) -> tuple[Term, ...]:
    """Those that are to be explained; none where something else is asked."""
    said = fold(text)
    asks = _ASKS.search(said) if len(said.split()) <= MAX_WORDS else None
    if asks is None:
        return ()
    rest = said[asks.end() :].lstrip()
    found = {term: rule.search(rest) for term, rule in _TERMS.items()}
    places = {term: one.start() for term, one in found.items() if one}
    is_near = bool(places) and _NEAR.fullmatch(rest[: min(places.values())]) is not None
    return tuple(places) if is_near else ()


def without_terms(text: str) -> str:
    said = fold(text)
    for rule in _TERMS.values():
        said = rule.sub(" ", said)
    return said
