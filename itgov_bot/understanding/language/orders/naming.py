"""How soon, and who above: what an order names beside agents and services."""

from itgov_bot.domain.tickets.ticket import Priority
from itgov_bot.patterns import regex

from ..folding import even, plain

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


_COORDINATOR = regex(
    r"(?:(?:a|al|el|la|quien|los|las) )*(?:coordina\w*|jef[ea]s?|lider(?:es)?|supervisor\w*)"
)


def names_coordinator(text: str) -> bool:
    return _COORDINATOR.fullmatch(plain(text)) is not None


LEAST_BUSY = "@menos"
_LITTLE = r"menos(?: (?:casos|trabajo|carga|cosas))?"
_HAS = r"(?:tenga|tiene|lleve|lleva|cargue)"
_BUSY = r"(?:cargad|ocupad|llen|copad|embalad|enredad)[oa]"
_FREE = r"(?:desocupad|libre|suave|aliviad|descargad|desahogad)[oa]?"
_LEAST = regex(
    r"\b(?:(?P<to>a|al|para|pa) )?(?:(?:el|la|quien|que|alguien|agente|companer[oa]|este|esta|ande|anda|sea) )*"
    rf"(?:{_LITTLE} {_HAS}(?: (?:casos|trabajo|carga))?|{_HAS} {_LITTLE}|menos {_BUSY}|mas {_FREE})\b"
)


def with_least_busy(text: str) -> str:
    """«Páselo al que menos tenga», with a name in the place of those words."""
    found = _LEAST.search(even(text))
    if found is None:
        return text
    return f"{text[: found.start()]}{'a ' if found['to'] else ''}{LEAST_BUSY}{text[found.end() :]}"
