"""One indicator by its card, several in a list or beside one another, and the one thing that is asked of them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from itgov_bot.conversation.flows.managers import recording
from itgov_bot.conversation.flows.managers.indicators.boards import board, stretch_of
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import indicators as desk
from itgov_bot.desk import recording as recorded
from itgov_bot.desk.counted.behind import cases_behind, detail
from itgov_bot.desk.counted.counting import kept_since
from itgov_bot.domain.days import Days
from itgov_bot.domain.indicators import Indicator, Period, Reading, latest
from itgov_bot.domain.indicators.analysis import comparable, like_with_like
from itgov_bot.domain.indicators.behind import Detail
from itgov_bot.domain.indicators.period import KIND_OF
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.summary import Chosen, Figure, Part, Split
from itgov_bot.replies import MAX_CHOICES, Reply
from itgov_bot.understanding.figures.asked import Asked, Aspect
from itgov_bot.understanding.figures.orders import value_given
from itgov_bot.wording.managers import explained, indicators_beside
from itgov_bot.wording.managers import indicator_card as card_words
from itgov_bot.wording.managers import indicator_lists as lists
from itgov_bot.wording.managers import indicators as words
from itgov_bot.wording.managers.charts import Side
from itgov_bot.wording.managers.summary.names import list_data

_DAY = timedelta(days=1)


async def indicator(turn: Turn, asked: Asked) -> None:
    found = _known(turn, asked)
    if asked.unknown:
        turn.say(_none_called(turn, asked.unknown))
    elif not found:
        turn.say(words.no_such_indicator(_told(asked), turn.desk.reference.indicators))
    elif asked.aspect in _OF_TIME:
        await _OF_TIME[asked.aspect](turn, found, stretch_of(asked))
    elif asked.aspect and (asked.goes_on or not asked.times):
        await _aspect(turn, found, asked.aspect)
    elif len(found) == 1:
        await _card(turn, found[0], stretch_of(asked), brief=asked.goes_on and bool(asked.times))
    else:
        await _several(turn, found, stretch_of(asked))


def _none_called(turn: Turn, called: str) -> Reply:
    """Of a service that is called so, its cases are what is kept."""
    service = turn.desk.service(turn.sure_service(called))
    days = Days.month_of(turn.local_now.date())
    cases = list_data(Chosen(Figure.RECEIVED, Part(Split.SERVICE, service.id)), days) if service else None
    return words.none_called(called, service.label if service else None, cases)


async def compare(turn: Turn, asked: Asked) -> None:
    """Two indicators or more, or one in two stretches; of one alone, its last two that can be compared; else all."""
    found = _known(turn, asked)
    if asked.indicators and not found:
        turn.say(words.no_such_indicator(_told(asked), turn.desk.reference.indicators))
        return
    if not found:
        await _compare_all(turn, asked)
        return
    if len(found) > 1:
        sides = [await _side(turn, one, stretch_of(asked)) for one in found]
    else:
        sides = [await _side(turn, found[0], one) for one in await _beside(turn, found[0], asked)]
        if asked.goes_on and len(sides) == 2 and not sides[0][1]:  # what was spoken of has none: what goes on
            alone = replace(asked, times=asked.times[1:])
            sides = [await _side(turn, found[0], one) for one in await _beside(turn, found[0], alone)]
    if len(sides) > 1:
        turn.say(indicators_beside.beside(sides, turn.local_now.date()))
    else:
        await _card(turn, found[0], stretch_of(asked))


async def _compare_all(turn: Turn, asked: Asked) -> None:
    """Every one in the two stretches that are told; in one of them and since; without any, with the period before. Where
    one of them has nothing, that is said, and how they stood in the other."""
    first, second = (*sorted(asked.times, key=lambda one: one.first), None, None)[:2]
    since = Stretch(first.last + _DAY, date.max) if first else None
    pairs = list[indicators_beside.Pair]()
    for one in turn.desk.reference.indicators:
        found = await desk.readings(turn.desk, one.number)
        before, after = desk.within(found, first), desk.within(found, second or since)
        pairs.append((one, like_with_like(before, after) if first else comparable(found)))
    if any(pair for _, pair in pairs):
        turn.say(indicators_beside.all_beside(pairs, [one for one in (first, second) if one]))
        return
    told = [one for one in (first, second) if one]
    empty = [of for of in told if not await _has_any(turn, of)]
    if empty:
        turn.say(
            words.nothing_in(
                empty[0], await desk.years(turn.desk), among=[of for of in told if of not in empty]
            )
        )
    else:
        await board(turn, replace(asked, times=tuple(told[:1])))


async def nearest(turn: Turn, asked: Asked, one: Indicator, *, is_worst: bool) -> None:
    """Of those that are asked of, `one` stands better or worse."""
    found, of = _known(turn, asked), stretch_of(asked)
    readings = [desk.within(await desk.readings(turn.desk, other.number), of) for other in found]
    turn.say(lists.nearest(one, found, readings, turn.local_now.date(), is_worst=is_worst))


async def _has_any(turn: Turn, of: Stretch) -> bool:
    return any(desk.within(found, of) for found in (await desk.all_readings(turn.desk)).values())


async def owner(turn: Turn, asked: Asked) -> None:
    shown = _known(turn, asked) or turn.desk.reference.indicators
    holders = {one.office: await recorded.holders(turn.desk, one.office) for one in shown}
    turn.say(lists.owners(shown, holders))


async def _aspect(turn: Turn, found: Sequence[Indicator], aspect: Aspect) -> None:
    if aspect is Aspect.FORMULA and not _is_of_target(turn.text, found):
        turn.say(lists.formulas(found))
        return
    readings = [await desk.readings(turn.desk, one.number) for one in found]
    turn.say(lists.targets(found, readings, turn.local_now.date()))


def _is_of_target(text: str, found: Sequence[Indicator]) -> bool:
    """«¿De dónde sale el 90?»: the number is what is to be reached."""
    return any(one.target and re.search(rf"\b{one.target:g}\b", text) for one in found)


async def _spread(turn: Turn, found: Sequence[Indicator], of: Stretch | None) -> None:
    readings = [desk.within(await desk.readings(turn.desk, one.number), of) for one in found]
    turn.say(explained.spread(found, readings, of))


async def _met(turn: Turn, found: Sequence[Indicator], of: Stretch | None) -> None:
    readings = [desk.within(await desk.readings(turn.desk, one.number), of) for one in found]
    turn.say(explained.met(found, readings))


async def _why(turn: Turn, found: Sequence[Indicator], of: Stretch | None) -> None:
    """Of the first: what makes its value, or why there is none."""
    one = found[0]
    readings = await desk.readings(turn.desk, one.number)
    told = _with_value(turn.text, of, readings) or explained.meant(desk.within(readings, of), turn.text)
    if told:
        pair = comparable([reading for reading in readings if reading.period <= told.period])
        before = pair[0] if pair and pair[1] == told else None
        is_computed = told.source == "computed" and told.value <= 100
        cases = await cases_behind(turn.desk, one.number, told.period) if is_computed else None
        turn.say(explained.why(one, told, await detail(turn.desk, told), before, cases))
        return
    missing = await recorded.missing_of(turn.desk, one) if one.computed_from is None else []
    holders = await recorded.holders(turn.desk, one.office)
    since = await kept_since(turn.desk)
    turn.say(
        explained.why_none(
            one, of, readings, explained.Untold(missing, holders, since), turn.local_now.date()
        )
    )


def _with_value(text: str, of: Stretch | None, readings: Sequence[Reading]) -> Reading | None:
    """The reading that has the value that was told: in that stretch, or else in that month of another year."""
    value = value_given(text)
    same = [one for one in readings if one.value == value]
    told = of.period if of else None
    then = [
        one for one in same if told and (one.period.kind, one.period.ordinal) == (told.kind, told.ordinal)
    ]
    return next(iter(desk.within(same, of)[-1:] if of else []), None) or next(
        iter(then[-1:] or same[-1:]), None
    )


async def _history(turn: Turn, found: Sequence[Indicator], _of: Stretch | None) -> None:
    await recording.history(turn, found[0])


async def _due(turn: Turn, found: Sequence[Indicator], _of: Stretch | None) -> None:
    one, today = found[0], turn.local_now.date()
    missing = [] if one.computed_from else await recorded.missing_of(turn.desk, one)
    turn.say(lists.due(one, Period.of(one.frequency, today), missing))


_OF_TIME = {
    Aspect.DUE: _due,
    Aspect.MET: _met,
    Aspect.SPREAD: _spread,
    Aspect.WHY: _why,
    Aspect.HISTORY: _history,
}
"""What is asked of an indicator in a stretch of time."""


async def _card(turn: Turn, indicator: Indicator, of: Stretch | None, *, brief: bool = False) -> None:
    """`brief`: what the sheet says of it was just read."""
    found = await desk.readings(turn.desk, indicator.number)
    shown = desk.within(found, of)
    last = latest(shown)
    behind = await detail(turn.desk, last) if last else Detail()
    today, beside = turn.local_now.date(), _neighbours(turn, indicator)
    card = card_words.card(indicator, found, shown, of, today, beside, behind, brief=brief)
    more = await recording.choices(turn, indicator)
    turn.say(replace(card, choices=(*more, *card.choices)[:MAX_CHOICES]))


async def _several(turn: Turn, found: Sequence[Indicator], of: Stretch | None) -> None:
    numbers = {one.number for one in found}
    standings = [one for one in await desk.board(turn.desk, of) if one.indicator.number in numbers]
    turn.say(lists.several(standings, of, turn.local_now.date()))


async def _side(turn: Turn, indicator: Indicator, of: Stretch | None) -> Side:
    return indicator, desk.within(await desk.readings(turn.desk, indicator.number), of), of


async def _beside(turn: Turn, indicator: Indicator, asked: Asked) -> list[Stretch]:
    """The stretches that are told; one alone beside the one that goes on; none, the last two that can be compared."""
    if len(asked.times) > 1:
        return list(asked.times)
    today = turn.local_now.date()
    if asked.times and (told := asked.times[0].period) and asked.times[0].last < today:
        frequency = next(name for name, kind in KIND_OF.items() if kind == told.kind)
        return [asked.times[0], Stretch.of(Period.of(frequency, today))]
    pair = comparable(await desk.readings(turn.desk, indicator.number))
    return [Stretch.of(reading.period) for reading in pair] if pair and not asked.times else []


def _known(turn: Turn, asked: Asked) -> list[Indicator]:
    found = (turn.desk.reference.indicator(number) for number in asked.indicators)
    return [one for one in found if one]


def _told(asked: Asked) -> str:
    return ", ".join(map(str, asked.indicators))


def _neighbours(turn: Turn, indicator: Indicator) -> list[Indicator]:
    everything = turn.desk.reference.indicators
    place = everything.index(indicator)
    return [*everything[max(0, place - 1) : place], *everything[place + 1 : place + 2]]
