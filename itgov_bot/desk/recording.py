"""Readings that people record: whose they are, what is missing, and the recording itself. Used by talk and rounds."""

from datetime import UTC, datetime
from typing import Literal, NamedTuple

from itgov_bot.desk import indicators, plans
from itgov_bot.desk.desk import Desk
from itgov_bot.domain.indicators import Indicator, Period, Reading, closed
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.storage import readings as stored
from itgov_bot.storage import roles

EVER = datetime.min.replace(tzinfo=UTC)
Refusal = Literal["computed", "not_yours"]


class Missing(NamedTuple):
    """What nobody recorded of an indicator, the newest period first, and who holds its office: perhaps nobody."""

    indicator: Indicator
    periods: list[Period]
    holders: list[Person]


async def holders(desk: Desk, office: str) -> list[Person]:
    """Who answers for the indicators of an office, in the order in which they were given it."""
    return await roles.with_role(desk.session, Role.OWNER, office)


async def why_not(desk: Desk, indicator: Indicator, person: Person) -> Refusal | None:
    """Why somebody may not record an indicator; None when they may."""
    if indicator.computed_from:
        return "computed"
    held = await roles.offices_of(desk.session, person.id)
    return None if indicator.office in held else "not_yours"


async def own(desk: Desk, person: Person) -> list[Indicator]:
    """The indicators of the offices that somebody holds, also the computed ones, in the order of the sheet."""
    held = await roles.offices_of(desk.session, person.id)
    return [one for one in desk.reference.indicators if one.office in held]


async def missing(desk: Desk) -> list[Missing]:
    """Of all that is recorded by hand, in the order of the sheet; without those of which nothing is missing."""
    told = await _told(desk)
    today = desk.local_now.date()
    found = []
    for indicator in desk.reference.indicators:
        if indicator.computed_from:
            continue
        expected = closed(indicator.frequency, today)
        if open_ones := [period for period in expected if (indicator.number, period) not in told]:
            found.append(Missing(indicator, open_ones, await holders(desk, indicator.office)))
    return found


async def missing_of(desk: Desk, indicator: Indicator) -> list[Period]:
    """The periods of one of them, the newest first."""
    return next((one.periods for one in await missing(desk) if one.indicator.number == indicator.number), [])


async def recorded_of(desk: Desk, indicator: Indicator) -> list[Period]:
    """The periods of which a reading was recorded, and may be corrected; the newest first."""
    kept = await stored.of_indicator(desk.session, indicator.number)
    return sorted({one.period for one in kept if one.source == "recorded"}, reverse=True)


async def _told(desk: Desk) -> set[tuple[int, Period]]:
    """Of what there is a reading, also one that says that there was nothing to measure."""
    kept = [*desk.reference.readings, *await stored.of_all(desk.session)]
    planned = await plans.periods(desk)
    return {(one.indicator, one.period) for one in kept} | planned


async def in_force(desk: Desk, indicator: Indicator, period: Period) -> tuple[Reading | None, Reading | None]:
    """The reading that a new one would correct, and the last one before its period."""
    found = await indicators.readings(desk, indicator.number)
    told = [one for one in await stored.of_indicator(desk.session, indicator.number) if one.period == period]
    present = next((one for one in found if one.period == period), None) or (told[-1] if told else None)
    earlier = [one for one in found if one.period < period and not one.period.is_extra]
    return present, earlier[-1] if earlier else None


async def record(desk: Desk, reading: Reading, by: Person) -> Reading:
    """Keeps it. Who may is asked of `why_not` first."""
    return await stored.add(desk.session, reading, by.id, desk.now)


async def last_recorded(desk: Desk, person: Person, since: datetime = EVER) -> Reading | None:
    """The newest reading that was recorded since then of the indicators that somebody answers for."""
    numbers = {one.number for one in await own(desk, person)}
    found = [
        (one.recorded_at, one)
        for one in await stored.of_all(desk.session)
        if one.indicator in numbers
        and one.source == "recorded"
        and one.recorded_at
        and one.recorded_at >= since
    ]
    return max(found, key=lambda each: each[0])[1] if found else None


async def history(desk: Desk, indicator: Indicator) -> list[tuple[Reading, list[StoredFile]]]:
    """Everything that was recorded or frozen for it, corrected readings too, the newest first; with their files."""
    kept = await stored.of_indicator(desk.session, indicator.number)
    return [(one, await stored.files_of(desk.session, one.id or 0)) for one in reversed(kept)]


async def evidence(desk: Desk, reading: int) -> tuple[Reading, list[StoredFile]] | None:
    """A reading with the files that it rests on."""
    found = await stored.find(desk.session, reading)
    return (found, await stored.files_of(desk.session, reading)) if found else None
