"""An event of the mayor's office for which somebody of informatics is needed: when and where, whatever the hour."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.understanding.language.times import find_event_time

from .classifier import UrgencyClassifier, is_no_event_of_ours

_SITE = (
    r"teatro|plaza|plazoleta|parque|auditorio|centro de convenciones|coliseo|estadio|sal[oó]n|sala|muelle|palacio|casa"
    r"|iglesia|catedral|biblioteca|sede|edificio|barrio|colegio|cancha|hotel|castillo|muralla|universidad|despacho|torre|patio"
    r"|camell[oó]n"
)
_PLACE = re.compile(rf"\ben\s+(?:el|la|los|las)\s+((?:{_SITE})\b[^,.;:!?\n]*)", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\s+(?:a las?|el|este|esta|hoy|mañana|manana|pasado|desde|para|con|donde|que|necesit\w+|requer\w+|nos|se|\d)\b.*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class MayorEvent:
    """`start` in the zone of the moment of writing; `day` alone where no hour was told. `place` as it was written."""

    start: datetime | None
    day: date | None
    place: str | None


def find_mayor_event(text: str, now: datetime, urgency: UrgencyClassifier) -> MayorEvent | None:
    """None when it tells of no such event, or of one that is over, called off, or goes without us."""
    cues = urgency.cues.of(text)
    if "event" not in cues or is_no_event_of_ours(cues):
        return None
    if urgency.kind(text) is not ExceptionKind.MAYOR_EVENT:
        return None
    told = find_event_time(text, now)
    start = datetime.combine(told.day, told.start, now.tzinfo) if told and told.start else None
    return MayorEvent(start, told.day if told else None, _place(text))


def _place(text: str) -> str | None:
    found = _PLACE.search(text)
    named = _GOES_ON.sub("", found[1]).strip() if found else ""
    return named if " " in named else None  # «en la plaza» may be any
