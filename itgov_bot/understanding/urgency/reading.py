"""What is read of urgency in a message: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.understanding.language.times import EventTime


@dataclass(frozen=True, slots=True)
class MayorEvent:
    """An event of the mayor's office for which accompaniment is asked.

    `time` is as it was told, with what is only assumed; None where it is not told, or only about when («en enero»), which is
    `far_ahead`. `place` are the words of the message.
    """

    time: EventTime | None = None
    start: datetime | None = None
    day: date | None = None
    place: str | None = None
    far_ahead: bool = False


@dataclass(frozen=True, slots=True)
class UrgencyReading:
    """The exception of the ANS that the words tell of, whatever the hour they are written at; `doubtful` where it may as
    well be the other way, so that one plain question is due. `event` is known also where it is no exception."""

    exception: ExceptionKind | None
    doubtful: bool = False
    event: MayorEvent | None = None


NOT_URGENT = UrgencyReading(None)
