"""What is read of urgency in a message."""

from __future__ import annotations

from dataclasses import dataclass

from itgov_bot.domain.tickets.ticket import ExceptionKind

from .mayor_event import MayorEvent


@dataclass(frozen=True, slots=True)
class UrgencyReading:
    """The exception of the ANS that the words tell of, whatever the hour they are written at; `doubtful` where it may as
    well be the other way, so that one plain question is due. `event` is known also where it is no exception."""

    exception: ExceptionKind | None
    doubtful: bool = False
    event: MayorEvent | None = None


NOT_URGENT = UrgencyReading(None)
