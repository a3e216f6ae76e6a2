"""How soon, and who above: what an order names beside agents and services."""

import re

from itgov_bot.domain.tickets.ticket import Priority

from ..folding import plain

PRIORITY_WORDS = {
    **{one.value: one for one in Priority},
    "alta": Priority.HIGH,
    "altas": Priority.HIGH,
    "media": Priority.NORMAL,
    "baja": Priority.LOW,
    **dict.fromkeys(("alto", "altica", "altico", "critica", "critico", "maxima"), Priority.HIGH),
    **dict.fromkeys(("bajo", "bajita", "bajito", "minima"), Priority.LOW),
    **dict.fromkeys(("medio", "normalita", "normalito"), Priority.NORMAL),
    "urgente": Priority.URGENT,
    "urgentes": Priority.URGENT,
}


def priority_named(text: str) -> Priority | None:
    """«Alta», «prioridad baja»; None for anything else."""
    words = [one for one in plain(text).split() if one != "prioridad"]
    return PRIORITY_WORDS.get(words[0]) if len(words) == 1 else None


_COORDINATOR = re.compile(
    r"(?:(?:a|al|el|la|quien|los|las) )*(?:coordina\w*|jef[ea]s?|lider(?:es)?|supervisor\w*)"
)


def names_coordinator(text: str) -> bool:
    return _COORDINATOR.fullmatch(plain(text)) is not None
