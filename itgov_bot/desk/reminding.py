"""What time says of readings that are missing: to whose they are, again, and then to managers. A round; each once."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from itgov_bot.desk import recording
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.recording import Missing
from itgov_bot.domain.facts import ReadingsMissing, ReadingsOverdue
from itgov_bot.domain.indicators import Indicator, Period
from itgov_bot.domain.people import Person
from itgov_bot.domain.sla import after_working_days
from itgov_bot.storage import marks

READING_MARKS = "reading:"
"""How the marks of what was told begin."""
LOOKED = f"{READING_MARKS}looked"
VACANT = f"{READING_MARKS}vacant"
ASKED = f"{READING_MARKS}asked"
MOST_CLOSED = 14
"""Days in a row, at the most, on which nobody attends."""
VACANT_WITHIN = 7
"""Of the first days of a month: that an office is nobody's is told then, and not at every start of the program."""


class Stage(StrEnum):
    """How far the telling of one period of an indicator has come."""

    FIRST = "first"
    AGAIN = "again"
    MANAGERS = "managers"


async def remind_of_readings(desk: Desk) -> None:
    """Once a working day, at the hour that the city chose or when people attend after it."""
    if not await _is_time(desk):
        return
    found = [one for one in await recording.missing(desk) if _is_of_last(desk, one)]
    due = {one.indicator.number: await _due(desk, one) for one in found if one.holders}
    for stage in (Stage.FIRST, Stage.AGAIN):
        _tell_owners(desk, [one for one in found if due.get(one.indicator.number) is stage], stage)
    _tell_managers(desk, [one for one in found if due.get(one.indicator.number) is Stage.MANAGERS])
    vacant = [one for one in found if not one.holders]
    if vacant and await _is_first_of_month(desk):
        _tell_managers(desk, vacant, is_vacant=True)


class Reminded(NamedTuple):
    """Whom a manager had reminded just now; what is nobody's; and whether they were reminded earlier that day."""

    people: Sequence[Person]
    vacant: Sequence[Missing]
    is_again: bool = False


async def remind_now(desk: Desk) -> Reminded:
    """Because a manager asks for it, once a day: all that is missing of the last period."""
    found = await recording.missing(desk)
    due, vacant = [one for one in found if one.holders], [one for one in found if not one.holders]
    people = list({person.id: person for one in due for person in one.holders}.values())
    if people and not await marks.mark_once(desk.session, f"{ASKED}:{desk.local_now.date()}", desk.now):
        return Reminded(people, vacant, is_again=True)
    _tell_owners(desk, due, Stage.FIRST)
    return Reminded(people, vacant)


async def _is_time(desk: Desk) -> bool:
    """The mark makes it cheap for the rest of the day."""
    due = _due_today(desk) if desk.calendars.general.is_open(desk.now) else None
    if due is None:
        return False
    looked = await marks.last(desk.session, LOOKED)
    if looked and looked >= due:
        return False
    return await marks.move_on(desk.session, LOOKED, looked, desk.now)


def _due_today(desk: Desk) -> datetime | None:
    """The hour that the city chose, of a working day; where nobody attends then, the opening that follows, perhaps of the
    next one. None while it is still to come."""
    calendar, today = desk.calendars.general, desk.local_now.date()
    for day in (today - timedelta(days=back) for back in range(MOST_CLOSED)):
        due = calendar.opens_at(
            datetime.combine(day, desk.reference.agreements.recording.remind_at, calendar.zone)
        )
        if calendar.local(due).date() < today:
            break
        if due <= desk.now and calendar.span_of(day):
            return due
    return None


def _is_of_last(desk: Desk, one: Missing) -> bool:
    """The older periods are told of where it is asked what is missing."""
    return one.periods[0] == Period.of(one.indicator.frequency, desk.local_now.date()).previous()


async def _due(desk: Desk, one: Missing) -> Stage | None:
    """What is to be told of one, if anything is."""
    rules, calendar = desk.reference.agreements.recording, desk.calendars.general
    told = await marks.last(desk.session, _mark(one, Stage.FIRST))
    if told is None:
        return Stage.FIRST if await _is_first(desk, one, Stage.FIRST) else None
    for stage, days in ((Stage.MANAGERS, rules.tell_after_days), (Stage.AGAIN, rules.again_after_days)):
        is_due = after_working_days(calendar, told, days) <= desk.now
        if is_due:
            return stage if await _is_first(desk, one, stage) else None
    return None


def _mark(one: Missing, stage: Stage) -> str:
    return f"{READING_MARKS}{one.indicator.number}:{one.periods[0]}:{stage}"


async def _is_first(desk: Desk, one: Missing, stage: Stage) -> bool:
    return await marks.mark_once(desk.session, _mark(one, stage), desk.now)


async def _is_first_of_month(desk: Desk) -> bool:
    if desk.local_now.day > VACANT_WITHIN:
        return False
    return await marks.mark_once(desk.session, f"{VACANT}:{desk.local_now:%Y-%m}", desk.now)


def _tell_owners(desk: Desk, due: Iterable[Missing], stage: Stage) -> None:
    """One message each, of all that is theirs."""
    people: dict[int, Person] = {}
    theirs: dict[int, list[tuple[Indicator, Period]]] = {}
    for one in due:
        for person in one.holders:
            people[person.id] = person
            theirs.setdefault(person.id, []).append((one.indicator, one.periods[0]))
    for key, missing in theirs.items():
        desk.facts.append(ReadingsMissing(people[key], tuple(missing), again=stage is Stage.AGAIN))


def _tell_managers(desk: Desk, due: Iterable[Missing], *, is_vacant: bool = False) -> None:
    missing = tuple((one.indicator, one.periods[0], tuple(one.holders)) for one in due)
    if missing:
        desk.facts.append(ReadingsOverdue(missing, is_vacant))
