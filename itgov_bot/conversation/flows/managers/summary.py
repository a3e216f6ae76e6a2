"""`/resumen`: how the desk goes in some days; each figure opens into its cases."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from itgov_bot.actions import number_in
from itgov_bot.conversation.flows.at_ticket import instead
from itgov_bot.conversation.flows.managers import unkept
from itgov_bot.conversation.state import LastAsked
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import summary as desk
from itgov_bot.domain.days import Days
from itgov_bot.domain.indicators import Period
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.summary import (
    AGES,
    GROUPING,
    Age,
    Chosen,
    CountQuestion,
    Figure,
    Part,
    Share,
    Shares,
    Split,
)
from itgov_bot.domain.tickets.ticket import Solution
from itgov_bot.replies import Reply
from itgov_bot.understanding.figures.asked import Asked, Wanted
from itgov_bot.understanding.language.time.past_days import find_past_days
from itgov_bot.wording.managers.summary import cases, screen, ways
from itgov_bot.wording.managers.summary.names import AGE, NONE, OLD, print_of

MAX_DAYS = 92
"""A quarter of a year: more would be counted while others wait."""
MOST_PARTS = 100
MAX_AGE = 250
"""Working days."""


async def show(turn: Turn, rest: str) -> None:
    """`/resumen`, `/resumen hoy`, `/resumen noviembre`."""
    today = turn.local_now.date()
    days = find_past_days(rest, today) if rest else Days.week_of(today)
    if days is None:
        turn.say(ways.no_such_days(rest))
    else:
        await show_of(turn, days)


async def press(turn: Turn, rest: str) -> None:
    """`sum:20261123-20261129`, with `ls:open:0`, `by:in:svc:1` … behind it."""
    code, *more = rest.split(":")
    what, *more = [*more, ""]
    days = _days(code)
    if days is None:
        await show(turn, "")
    elif what in WAYS:
        await WAYS[what](turn, days, more)
    else:
        await show_of(turn, whole(days, turn.local_now.date()))


async def show_of(turn: Turn, days: Days) -> None:
    today, of = turn.local_now.date(), Stretch(days.first, days.last, period_of(days))
    if await unkept.told(turn, of, "requests"):
        return
    turn.state.figures = LastAsked(turn.now, Asked(Wanted.SUMMARY, times=(of,)))
    if days.length > MAX_DAYS:
        turn.say(ways.too_many_days(days, today))
    else:
        turn.say(screen.screen(await desk.summary(turn.desk, days), today))


async def _ask_days(turn: Turn, days: Days, _more: Sequence[str]) -> None:
    turn.say(ways.ask_days(days, turn.local_now.date()))


async def _ages(turn: Turn, days: Days, _more: Sequence[str]) -> None:
    turn.say(ways.ages(await desk.backlog(turn.desk), days))


async def _by(turn: Turn, days: Days, more: Sequence[str]) -> None:
    figure, by, page = (*more, "", "", "")[:3]
    if figure in set(Figure) and by in GROUPING:
        turn.say(await parts(turn, Figure(figure), days, Split(by), number_in(page) or 0))
    else:
        turn.say(ways.ask_split(days))


async def _list(turn: Turn, days: Days, more: Sequence[str]) -> None:
    """A page takes the place of the one whose button was pressed."""
    figure, page, by, key, old = (*more, "", "", "", "", "")[:5]
    if chosen := _chosen(turn, figure, by, key, old):
        told = (chosen.part,) if chosen.part else ()
        counted = CountQuestion(chosen.figure, days, told=told, age=chosen.old, lists=True)
        turn.state.figures = LastAsked(turn.now, Asked(Wanted.CASES, counted=counted))
        found = await desk.cases(turn.desk, chosen, days, number_in(page) or 0)
        await instead(turn, cases.cases(found, days, turn.desk.calendars.general, turn.now))
    else:
        await show_of(turn, days)


WAYS: Mapping[str, Callable[[Turn, Days, Sequence[str]], Awaitable[None]]] = {
    "days": _ask_days,
    "ages": _ages,
    "by": _by,
    "ls": _list,
}
"""What the buttons of a summary open, by the word behind its days."""


async def parts(turn: Turn, figure: Figure, days: Days, by: Split, page: int) -> Reply:
    """A page of what has most of it."""
    offset = page * ways.PARTS
    found = await desk.shares(turn.desk, figure, days, by, limit=ways.PARTS, offset=offset)
    if by is Split.OFFICE and any(one.part.key is None for one in found.parts):
        found = _with_written(found, await desk.written_offices(turn.desk, figure, days))
    return ways.parts(found, by, days, page, turn.local_now.date())


async def most(turn: Turn, figure: Figure, days: Days, by: Split) -> Reply:
    return await parts(turn, figure, days, by, 0)


async def least(turn: Turn, figure: Figure, days: Days, by: Split) -> Reply:
    """What has least of it, of all that has any."""
    found = await desk.shares(turn.desk, figure, days, by, limit=MOST_PARTS)
    return ways.least(found, by, days, turn.local_now.date())


def _with_written(shares: Shares, written: Sequence[Share]) -> Shares:
    """The dependencias that people wrote, apart from those of which nothing is known."""
    told = sum(one.many for one in written)
    known = [replace(one, many=one.many - told) if one.part.key is None else one for one in shares.parts]
    every = sorted([*(one for one in known if one.many > 0), *written], key=lambda one: -one.many)
    return replace(shares, parts=every[: ways.PARTS])


def period_of(days: Days) -> Period | None:
    """The month or year that they are."""
    if days.months == 1:
        return Period("month", days.first.year, days.first.month)
    return Period("year", days.first.year, 1) if days.is_year else None


def whole(days: Days, today: date) -> Days:
    """From Monday until today is this week, and compared as such."""
    week = Days.week_of(today)
    return week if days.first == week.first and days.last == today != days.first else days


def _days(code: str) -> Days | None:
    try:
        return Days.parse(code)
    except ValueError:
        return None


def _chosen(turn: Turn, figure: str, by: str, key: str, old: str) -> Chosen | None:
    """None for what was never offered."""
    if figure not in set(Figure):
        return None
    if by == OLD:
        old_age = _age(key)
        return Chosen(Figure(figure), old=old_age) if old_age else None
    if by == AGE:
        age = number_in(key)
        return Chosen(Figure(figure), age=age) if age is not None and age <= len(AGES) else None
    part = _part(turn, Split(by), key) if by in set(Split) else None
    return Chosen(Figure(figure), part, old=_age(old)) if part or not by else None


def _age(code: str) -> Age | None:
    """As `age_code` writes it."""
    days = number_in(code.removeprefix("-"))
    return Age(days, is_over=not code.startswith("-")) if days is not None and days <= MAX_AGE else None


def _part(turn: Turn, by: Split, key: str) -> Part | None:
    if key == NONE:
        return Part(by, None)
    if by is Split.OFFICE:
        offices = turn.desk.reference.processes.offices
        return next((Part(by, name) for name in offices if print_of(name) == key), None)
    is_known = {Split.AGENT: bool(number_in(key)), Split.WAY: key in set(Solution)}
    return Part(by, key) if key and is_known.get(by, True) else None
