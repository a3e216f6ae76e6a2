"""`/resumen`: how the desk goes in some days; each figure opens into its cases. Questions in words are answered here too."""

from itgov_bot.actions import number_in
from itgov_bot.conversation.flows.agents.tickets import instead
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import summary as desk
from itgov_bot.domain.people import may_see_summaries
from itgov_bot.domain.summary import AGES, OF_NOW, Chosen, CountQuestion, Days, Figure, Part, Split
from itgov_bot.messages import Reply
from itgov_bot.understanding.language.past_days import find_past_days
from itgov_bot.wording import general
from itgov_bot.wording.managers.summary import answers, cases, screen, ways
from itgov_bot.wording.managers.summary.names import AGE, NONE, print_of

MAX_DAYS = 92
"""A quarter of a year: more would be counted while others wait."""


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
    code, *what = rest.split(":")
    days = _days(code)
    if turn.incoming.is_group or not may_see_summaries(turn.roles):
        turn.say(general.not_for_your_role())
    elif days is None:
        await show(turn, "")
    elif what and (reply := await _way_on(turn, days, *what)):
        turn.say(reply)
    elif what[:1] == ["ls"] and (chosen := _chosen(turn, what[1:])):
        await instead(turn, await _cases(turn, chosen, days, number_in("".join(what[2:3])) or 0))
    else:
        await _screen(turn, days)


async def answer(turn: Turn, question: CountQuestion) -> None:
    """«Cuántos casos se abrieron este mes», «pendientes por dependencia», «quién atiende más»: to whoever may know."""
    if not may_see_summaries(turn.roles):
        turn.say(general.not_for_your_role())
        return
    today, figure = turn.local_now.date(), question.figure
    days = question.days or Days.week_of(today)
    if question.by:
        turn.say(await _parts(turn, figure, days, question.by, 0))
        return
    many = await desk.count(turn.desk, figure, days)
    before = None if figure in OF_NOW else await desk.count_before(turn.desk, figure, days)
    turn.say(answers.counted(figure, many, before, days, today))


async def _screen(turn: Turn, days: Days) -> None:
    today = turn.local_now.date()
    if days.length > MAX_DAYS:
        turn.say(ways.too_many_days(days, today))
    else:
        turn.say(screen.screen(await desk.summary(turn.desk, days), today))


async def _way_on(turn: Turn, days: Days, what: str, *more: str) -> Reply | None:
    """Everything but the lists of cases, whose pages take each other's place."""
    if what == "days":
        return ways.ask_days(days, turn.local_now.date())
    if what == "ages":
        return ways.ages(await desk.backlog(turn.desk), days)
    if what == "by":
        figure, by, page = (*more, "", "", "")[:3]
        if figure in set(Figure) and by in set(Split):
            return await _parts(turn, Figure(figure), days, Split(by), number_in(page) or 0)
        return ways.ask_split(days)
    return None


async def _parts(turn: Turn, figure: Figure, days: Days, by: Split, page: int) -> Reply:
    offset = page * ways.PARTS
    found = await desk.shares(turn.desk, figure, days, by, limit=ways.PARTS, offset=offset)
    return ways.parts(found, by, days, page, turn.local_now.date())


async def _cases(turn: Turn, chosen: Chosen, days: Days, page: int) -> Reply:
    found = await desk.cases(turn.desk, chosen, days, page)
    return cases.cases(found, days, turn.desk.calendars.general, turn.now)


def _days(code: str) -> Days | None:
    try:
        return Days.parse(code)
    except ValueError:
        return None


def _chosen(turn: Turn, told: list[str]) -> Chosen | None:
    """`in`, `in:0`, `open:2:age:3`, `in:0:off:1f2e3d4c`; None for what was never offered."""
    figure, _, by, key = (*told, "", "", "", "")[:4]
    if figure not in set(Figure):
        return None
    if by == AGE:
        age = number_in(key)
        return Chosen(Figure(figure), age=age) if age is not None and age <= len(AGES) else None
    if by not in set(Split):
        return Chosen(Figure(figure))
    part = _part(turn, Split(by), key)
    return Chosen(Figure(figure), part) if part else None


def _part(turn: Turn, by: Split, key: str) -> Part | None:
    if key == NONE:
        return Part(by, None)
    if by is Split.OFFICE:
        offices = turn.desk.reference.processes.offices
        return next((Part(by, name) for name in offices if print_of(name) == key), None)
    return Part(by, key) if key and (by is not Split.AGENT or number_in(key)) else None
