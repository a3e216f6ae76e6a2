"""What stands behind a computed value: its cases, how it is counted, and accepting what changed after it closed."""

from collections.abc import Sequence

import structlog

from itgov_bot.actions import number_in
from itgov_bot.conversation.state import LastAsked
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import indicators
from itgov_bot.desk.counted import behind, closing
from itgov_bot.domain.indicators import Count, Indicator, Period, Reading
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.understanding.figures.asked import Asked, Wanted
from itgov_bot.wording.managers import counted as words
from itgov_bot.wording.managers import reading_rules

log = structlog.get_logger(__name__)


async def press(turn: Turn, rest: str) -> None:
    """`count:cases:8:2026-11:2`, `count:how:8`, `count:late:8:2026-10`, `count:late`, `count:ok:8:2026-10:18.0:20.0`:
    whoever likes may forge its data."""
    what, number, period, *more = (*rest.split(":"), "", "", "")
    indicator = turn.desk.reference.indicator(number_in(number) or 0)
    of = _period(period)
    if indicator and what == "how":
        turn.say(reading_rules.explained(indicator))
    elif indicator and of and what == "cases":
        await show_cases(turn, indicator, of, number_in(more[0]) or 1)
    elif indicator and of and what == "ok":
        await accept(turn, indicator, of, _count(*more[:2]))
    elif indicator and of:
        await show_changed(turn, indicator, of)
    else:
        await show_late(turn)


async def show_late(turn: Turn, *, is_which: bool = False) -> None:
    """All closed values that would be others today; `is_which`: one of them is to be accepted."""
    by_number = {one.number: one for one in turn.desk.reference.indicators}
    found = await closing.late_changes(turn.desk)
    turn.say(words.late([(by_number[one.indicator], one) for one in found], is_which=is_which))
    _remember(turn, found)


def _remember(turn: Turn, found: Sequence[Reading]) -> None:
    """«Acéptela», «¿quién la aceptó?» are of the one that is shown."""
    one = found[0] if len(found) == 1 else None
    times = (Stretch.of(one.period),) if one else ()
    turn.state.figures = LastAsked(turn.now, Asked(Wanted.LATE, (one.indicator,) if one else (), times))


async def show_cases(turn: Turn, indicator: Indicator, of: Period, page: int = 1) -> None:
    """Those of a value; how it is counted where it has none."""
    found = await behind.cases_behind(turn.desk, indicator.number, of, page)
    if found:
        turn.say(words.listing(found, turn.desk.calendars.general))
    else:
        turn.say(reading_rules.explained(indicator))


async def show_changed(turn: Turn, indicator: Indicator, of: Period) -> None:
    found = await indicators.readings(turn.desk, indicator.number)
    reading = next((one for one in found if one.period == of), None)
    if reading is None:
        await show_late(turn)
        return
    history = await closing.history(turn.desk, indicator.number, of)
    turn.say(words.changed(indicator, reading, history, turn.desk.calendars.general))
    _remember(turn, [reading])


async def accept(turn: Turn, indicator: Indicator, of: Period, seen: Count | None) -> None:
    """What is accepted is what the button said: if it changed again meanwhile, it is shown again."""
    try:
        if seen is None:
            raise closing.NotAsShown
        reading = await closing.accept(turn.desk, indicator.number, of, seen, turn.person, words.ACCEPTED)
    except closing.NotAsShown:
        await show_changed(turn, indicator, of)
        return
    log.info("late change accepted", person=turn.person.id, indicator=indicator.number, period=str(of))
    turn.say(words.accepted(indicator, reading))
    _remember(turn, [reading])


def _period(written: str) -> Period | None:
    try:
        period = Period.parse(written)
    except ValueError:
        return None
    return None if period.is_extra else period


def _count(numerator: str, denominator: str) -> Count | None:
    try:
        return Count(float(numerator), float(denominator))
    except ValueError:
        return None
