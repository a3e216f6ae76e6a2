"""`/resumen`: how the desk goes in some days; each figure opens into its cases. Questions in words are answered here too."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date, timedelta

from itgov_bot.actions import number_in
from itgov_bot.conversation.flows.agents.tickets import instead
from itgov_bot.conversation.flows.managers import unkept
from itgov_bot.conversation.flows.managers.narrowing import parts_meant
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import summary as desk
from itgov_bot.domain.indicators import ComputedFrom, Period
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.people import may_see_summaries
from itgov_bot.domain.summary import (
    AGES,
    OF_NOW,
    Age,
    Chosen,
    CountQuestion,
    Days,
    Figure,
    Narrowed,
    Part,
    Split,
)
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.time.past_days import find_past_days
from itgov_bot.wording import general
from itgov_bot.wording.managers.summary import answers, cases, screen, ways
from itgov_bot.wording.managers.summary.names import AGE, NONE, OLD, print_of

MAX_DAYS = 92
"""A quarter of a year: more would be counted while others wait."""
LONG = 30
"""Days."""
MAX_AGE = 250
"""Working days."""


async def show(turn: Turn, rest: str) -> None:
    """`/resumen`, `/resumen hoy`, `/resumen noviembre`."""
    today = turn.local_now.date()
    days = find_past_days(rest, today) if rest else Days.week_of(today)
    if days is None:
        turn.say(ways.no_such_days(rest))
    else:
        await _screen(turn, days)


async def press(turn: Turn, rest: str) -> None:
    """`sum:20261123-20261129`, with `ls:open:0`, `by:in:svc:1` … behind it. A button outlives a role."""
    code, *more = rest.split(":")
    what, *more = [*more, ""]
    days = _days(code)
    if turn.incoming.is_group or not may_see_summaries(turn.roles):
        turn.say(general.not_for_your_role(may_see_summaries))
    elif days is None:
        await show(turn, "")
    elif what in WAYS:
        await WAYS[what](turn, days, more)
    else:
        await _screen(turn, _whole(days, turn.local_now.date()))


async def answer(turn: Turn, question: CountQuestion) -> None:
    """«Cuántos casos se abrieron este mes», «pendientes por dependencia», «quién atiende más»: to whoever may know."""
    if not may_see_summaries(turn.roles):
        turn.say(general.not_for_your_role(may_see_summaries))
        return
    today = turn.local_now.date()
    told, about = _days_among(question, today)
    days = _whole(told or await _usual_days(turn, question, today), today)
    if question.figure not in OF_NOW and await _is_unkept(turn, question, days):
        return
    parts, strange = await parts_meant(turn, about)
    parts += [Part(Split.CHANNEL, question.channel)] if question.channel else []
    is_of_ratings = question.figure in _OF_RATINGS
    if question.is_strange or (strange and not is_of_ratings) or _is_too_much(question, parts):
        turn.say(answers.not_counted(about if question.is_strange else strange, days))
    elif question.by and not parts:
        turn.say(await _parts(turn, question.figure, days, question.by, 0))
    elif question.lists and len(parts) < 2:
        chosen = answers.chosen(question.figure, Narrowed(tuple(parts), question.age))
        found = await desk.cases(turn.desk, chosen, days)
        turn.say(cases.cases(found, days, turn.desk.calendars.general, turn.now))
    else:
        await _count(turn, question, days, Narrowed(tuple(parts), question.age))


async def _usual_days(turn: Turn, question: CountQuestion, today: date) -> Days:
    """Where none are told: this week or, of what people said and of what only many cases tell, as long as it takes until
    there is something."""
    week, long = Days.week_of(today), Days(today - timedelta(days=LONG - 1), today)
    if question.lists and question.figure in _OF_RATINGS:
        return long
    figure = Figure.SOLVED if question.is_duration else question.figure
    is_of_many = question.is_duration or (question.by is not None and figure not in OF_NOW)
    return long if is_of_many and not await desk.count(turn.desk, figure, week, Narrowed()) else week


async def _is_unkept(turn: Turn, question: CountQuestion, days: Days) -> bool:
    about: ComputedFrom = "ratings" if question.figure in _OF_RATINGS else "requests"
    return await unkept.told(turn, Stretch(days.first, days.last, _period(days)), about)


def _period(days: Days) -> Period | None:
    """The month or year that they are."""
    if days.months == 1:
        return Period("month", days.first.year, days.first.month)
    return Period("year", days.first.year, 1) if days.is_year else None


_OF_RATINGS = (Figure.RATED, Figure.RATED_LOW)


def _days_among(question: CountQuestion, today: date) -> tuple[Days | None, Sequence[str]]:
    """«Del mes», «del viernes»: what tells days and no stretch of the calendar."""
    told = {words: found for words in question.about if (found := find_past_days(words, today))}
    if question.days or len(told) != 1:
        return question.days, question.about
    return next(iter(told.values())), [words for words in question.about if words not in told]


def _is_too_much(question: CountQuestion, parts: Sequence[Part]) -> bool:
    """Who has most of it among some cases alone, or how old what is over was: nobody counts that."""
    is_parted = question.by is not None and (
        question.is_duration or any(one.by is not question.by for one in parts)
    )
    is_old = question.age is not None and (question.figure not in OF_NOW or question.by is not None)
    return is_parted or is_old


async def _count(turn: Turn, question: CountQuestion, days: Days, narrowed: Narrowed) -> None:
    today, figure = turn.local_now.date(), question.figure
    within = answers.Within(days, today, narrowed, await desk.named(turn.desk, narrowed.parts))
    if question.is_duration:
        turn.say(answers.took(await desk.typical(turn.desk, days, narrowed), within))
    elif figure is Figure.RATED:
        turn.say(answers.rated(*await desk.solved(turn.desk, days, narrowed), within))
    else:
        many = await desk.count(turn.desk, figure, days, narrowed)
        before = await desk.count_before(turn.desk, figure, days, narrowed)
        turn.say(answers.counted(figure, many, before, within))


async def _screen(turn: Turn, days: Days) -> None:
    today = turn.local_now.date()
    if await unkept.told(turn, Stretch(days.first, days.last, _period(days)), "requests"):
        return
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
    if figure in set(Figure) and by in set(Split):
        turn.say(await _parts(turn, Figure(figure), days, Split(by), number_in(page) or 0))
    else:
        turn.say(ways.ask_split(days))


async def _list(turn: Turn, days: Days, more: Sequence[str]) -> None:
    """A page takes the place of the one whose button was pressed."""
    figure, page, by, key, old = (*more, "", "", "", "", "")[:5]
    if chosen := _chosen(turn, figure, by, key, old):
        found = await desk.cases(turn.desk, chosen, days, number_in(page) or 0)
        await instead(turn, cases.cases(found, days, turn.desk.calendars.general, turn.now))
    else:
        await _screen(turn, days)


WAYS: Mapping[str, Callable[[Turn, Days, Sequence[str]], Awaitable[None]]] = {
    "days": _ask_days,
    "ages": _ages,
    "by": _by,
    "ls": _list,
}
"""What the buttons of a summary open, by the word behind its days."""


async def _parts(turn: Turn, figure: Figure, days: Days, by: Split, page: int) -> Reply:
    offset = page * ways.PARTS
    found = await desk.shares(turn.desk, figure, days, by, limit=ways.PARTS, offset=offset)
    return ways.parts(found, by, days, page, turn.local_now.date())


def _whole(days: Days, today: date) -> Days:
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
    return Part(by, key) if key and (by is not Split.AGENT or number_in(key)) else None
