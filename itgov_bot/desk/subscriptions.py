"""What those who answer for the desk are sent without asking: chosen, ended, and found to be due."""

from collections.abc import Mapping, Sequence

from itgov_bot.desk import indicators, support
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.summary import summary
from itgov_bot.domain.days import Days
from itgov_bot.domain.facts import DigestDue, IndicatorsFell
from itgov_bot.domain.people import Person, Role, may_see_summaries
from itgov_bot.domain.subscriptions import (
    Fallen,
    NewsKind,
    Subscription,
    has_fallen,
    hears_of_falls,
    newest,
    next_due,
    told_days,
)
from itgov_bot.domain.summary import Summary
from itgov_bot.storage import marks, people, roles
from itgov_bot.storage import subscriptions as stored

FALL_MARKS = "fell:"
"""With an indicator and a period behind it: each fall is told once."""


async def chosen(desk: Desk, person: Person) -> Mapping[NewsKind, Subscription]:
    return await stored.of(desk.session, person.id)


async def want_digest(desk: Desk, person: Person, kind: NewsKind, day: int, hour: int) -> Subscription:
    """From its next day on."""
    due_at = next_due(kind, day, hour, desk.calendars.general, desk.now)
    wanted = Subscription(person.id, kind, True, day, hour, due_at)
    await stored.put(desk.session, wanted)
    return wanted


async def want_falls(desk: Desk, person: Person) -> None:
    await stored.put(desk.session, Subscription(person.id, NewsKind.FALLS, is_wanted=True))


async def stop(desk: Desk, person: Person, kind: NewsKind) -> None:
    await stored.put(desk.session, Subscription(person.id, kind, is_wanted=False))


async def tell_digests(desk: Desk) -> None:
    """Each on its day, once. What was missed while the program was away leaves on a working day too."""
    calendar = desk.calendars.general
    if calendar.span_of(desk.local_now.date()) is None:
        return
    made: dict[Days, Summary] = {}
    for one in await stored.due(desk.session, desk.now):
        if one.day is None or one.hour is None:
            continue
        later = next_due(one.kind, one.day, one.hour, calendar, desk.now)
        if await stored.move_on(desk.session, one, later) and (person := await _reader(desk, one.person)):
            days = told_days(one.kind, one.day, desk.local_now.date())
            made[days] = made.get(days) or await summary(desk, days)
            desk.facts.append(DigestDue(person, one.kind, made[days], desk.local_now.date()))


async def tell_falls(desk: Desk) -> None:
    """The indicators under their target of which nobody was told yet, while people work."""
    if not desk.calendars.general.is_open(desk.now) or not (readers := await _readers_of_falls(desk)):
        return
    today = desk.local_now.date()
    everything = await indicators.all_readings(desk)
    found = [
        Fallen(one, reading)
        for one in desk.reference.indicators
        for reading in newest(everything[one.number])
        if has_fallen(one, reading, today)
    ]
    if new := [one for one in found if await _is_new(desk, one)]:
        desk.facts.extend(IndicatorsFell(person, tuple(new)) for person in readers)


async def _is_new(desk: Desk, fallen: Fallen) -> bool:
    name = f"{FALL_MARKS}{fallen.indicator.number}:{fallen.reading.period}"
    return await marks.mark_once(desk.session, name, desk.now)


async def _readers_of_falls(desk: Desk) -> Sequence[Person]:
    managers = await support.reachable(desk, Role.MANAGER)
    able = {one.id: one for one in [*managers, *await support.administrators(desk)]}
    return [
        one
        for one in able.values()
        if hears_of_falls(await roles.of(desk.session, one.id), (await chosen(desk, one)).get(NewsKind.FALLS))
    ]


async def _reader(desk: Desk, person: int) -> Person | None:
    """Who may still read it, and can be reached. What somebody chose ends with their role."""
    if not may_see_summaries(await roles.of(desk.session, person)):
        await stored.forget(desk.session, person)
        return None
    found = await people.get(desk.session, person)
    return found if found.reachable else None
