"""Events of the mayor's office: when and where, and whether they are ours and outside working hours."""

from __future__ import annotations

from datetime import datetime, timedelta

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.understanding.language.days import is_far_ahead
from itgov_bot.understanding.language.places import find_place
from itgov_bot.understanding.language.times import find_event_time

from .reading import MayorEvent

FAR_AHEAD = timedelta(days=7)
"""What is farther away than this can be arranged in working hours."""


def find_mayor_event(text: str, said: str, now: datetime) -> MayorEvent:
    """`said` is the text folded and respelt; `now` is local time."""
    place = find_place(text)
    told = find_event_time(said, now)
    if told is None:
        return MayorEvent(place=place, far_ahead=is_far_ahead(said, now.date()))
    start = datetime.combine(told.day, told.start, now.tzinfo) if told.start else None
    return MayorEvent(told, start, told.day, place, told.day > now.date() + FAR_AHEAD)


def is_urgent(event: MayorEvent, calendar: WorkCalendar) -> bool:
    """Whether it lies outside working hours and soon; of one that nobody says when, that is to be feared."""
    return not event.far_ahead and (event.time is None or event.time.outside(calendar))


def is_no_event_of_ours(cues: frozenset[str]) -> bool:
    """Not the mayor's, neither an event nor a call for help, called off, over, or nobody of us is needed."""
    wanted = "mayor" in cues and bool(cues & {"event", "help"})
    return not wanted or bool(cues & {"no_help", "event_over"})
