"""A figure of several side by side: two agents, two dependencias, two months, or each part of some cases."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import summary as desk
from itgov_bot.desk.counted.counting import kept_since
from itgov_bot.domain.days import Days
from itgov_bot.domain.summary import OF_NOW, CountQuestion, Figure, Narrowed, Part, Shares, Split
from itgov_bot.wording.managers.summary import beside as words

MAX_SIDES = 12
MONTHS = 6
"""So many are told month by month where no days are told."""
Where = tuple[Days, Narrowed]


async def sides_of(turn: Turn, question: CountQuestion, days: Days, narrowed: Narrowed) -> list[Where]:
    """What is set side by side; nothing where one number is the answer."""
    if named := _named_together(narrowed.parts):
        rest = tuple(one for one in narrowed.parts if one not in named)
        return [(days, replace(narrowed, parts=(*rest, one))) for one in named]
    if question.by_month or (question.beside and (narrowed.parts or not question.by)):
        every = question.beside or await _months(turn, question.days)
        return [(one, narrowed) for one in every]
    if question.by is Split.SITE:
        return [(days, one) for _, one in await _sites(turn, question, days, narrowed)]
    is_of_one = any(one.by is question.by for one in narrowed.parts)
    is_measured = question.is_duration or question.figure is Figure.RATED
    if question.by and not (question.lists or is_of_one) and (narrowed.parts or is_measured):
        shares = await desk.shares(
            turn.desk, _measured_of(question), days, question.by, limit=MAX_SIDES, among=narrowed.parts
        )
        return [(days, replace(narrowed, parts=(*narrowed.parts, one.part))) for one in shares.parts]
    return []


def _measured_of(question: CountQuestion) -> Figure:
    """The cases that are counted, or whose durations are."""
    return Figure.SOLVED if question.is_duration else question.figure


def _named_together(parts: Sequence[Part]) -> list[Part]:
    """Those of one kind that are named beside one another; one word may mean several services."""
    of_kind = Counter(one.kind for one in parts if one.by is not Split.SERVICE)
    kind = next((by for by, many in of_kind.items() if many > 1), None)
    return [one for one in parts if one.kind is kind][:MAX_SIDES]


async def tell_sites(turn: Turn, question: CountQuestion, days: Days, narrowed: Narrowed) -> None:
    """How many of each, and of how many cases nobody wrote it."""
    figure = question.figure
    counted = await _sites(turn, question, days, narrowed)
    total = await desk.count(turn.desk, figure, days, narrowed)
    shares = [replace((await desk.named(turn.desk, one.parts[-1:]))[0], many=many) for many, one in counted]
    head = await desk.named(turn.desk, narrowed.parts)
    turn.say(words.by_site(Shares(figure, shares, total), head, days, turn.local_now.date()))


async def _sites(
    turn: Turn, question: CountQuestion, days: Days, narrowed: Narrowed
) -> list[tuple[int, Narrowed]]:
    """Those of which there is any, the one with most first; each case is of the sites that its place names."""
    figure = _measured_of(question)
    sites = [Part(Split.SITE, name) for name in sorted(turn.understanding.words.known.sites)]
    of_each = [replace(narrowed, parts=(*narrowed.parts, one)) for one in sites]
    counted = [(await desk.count(turn.desk, figure, days, one), one) for one in of_each]
    return sorted((one for one in counted if one[0]), key=lambda one: -one[0])[:MAX_SIDES]


async def _months(turn: Turn, days: Days | None) -> list[Days]:
    """Those of the days that are told, else the last ones; of which cases were kept."""
    today, found = turn.local_now.date(), list[Days]()
    first = max(days.first if days else date.min, await kept_since(turn.desk))
    month = Days.month_of(min(days.last if days else today, today))
    while month.last >= first and len(found) < (MAX_SIDES if days else MONTHS):
        found.append(month)
        month = month.previous()
    return found[::-1]


async def tell(turn: Turn, question: CountQuestion, days: Days, sides: Sequence[Where]) -> None:
    figure = _figure(question, sides)
    common = [one for one in sides[0][1].parts if all(one in narrowed.parts for _, narrowed in sides)]
    if len(sides) == 1 and not question.by_month:
        common = common[:-1]
    head = await desk.named(turn.desk, common)
    told = [
        words.Side(
            of,
            narrowed,
            await desk.named(turn.desk, [one for one in narrowed.parts if one not in common]),
            await _measured(turn, replace(question, figure=figure), of, narrowed),
        )
        for of, narrowed in sides
    ]
    turn.say(words.beside(figure, told, head, days, turn.local_now.date()))


def _figure(question: CountQuestion, sides: Iterable[Where]) -> Figure:
    """Of agents, where nothing else is told, it is what they solved."""
    if question.is_duration:
        return Figure.SOLVED
    is_of_agents = all(one.by is Split.AGENT for _, narrowed in sides for one in narrowed.parts[-1:])
    has_parts = all(narrowed.parts for _, narrowed in sides)
    return Figure.SOLVED if is_of_agents and has_parts and not question.is_figure_told else question.figure


async def _measured(turn: Turn, question: CountQuestion, days: Days, narrowed: Narrowed) -> words.Measured:
    if days.last < await kept_since(turn.desk) and question.figure not in OF_NOW:
        return words.Measured(0, is_kept=False)
    if question.is_duration:
        typical = await desk.typical(turn.desk, days, narrowed)
        return words.Measured(typical.many, took=typical.median)
    if question.figure is Figure.RATED:
        rated, _ = await desk.solved(turn.desk, days, narrowed)
        return words.Measured(rated.rated, stars=rated.mean)
    return words.Measured(await desk.count(turn.desk, question.figure, days, narrowed))
