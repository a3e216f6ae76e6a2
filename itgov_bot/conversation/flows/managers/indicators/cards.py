"""One indicator by its card, several in a list or beside one another, and the one thing that is asked of them."""

from collections.abc import Sequence
from dataclasses import replace

from itgov_bot.conversation.flows.managers import recording
from itgov_bot.conversation.flows.managers.indicators.boards import stretch_of
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import indicators as desk
from itgov_bot.domain.indicators import Indicator, latest
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.messages import MAX_CHOICES
from itgov_bot.understanding.figures.asked import Asked, Aspect
from itgov_bot.wording.managers import indicator_card as card_words
from itgov_bot.wording.managers import indicator_lists as lists
from itgov_bot.wording.managers import indicators as words
from itgov_bot.wording.managers.charts import Side


async def indicator(turn: Turn, asked: Asked) -> None:
    found = _known(turn, asked)
    if not found:
        turn.say(words.no_such_indicator(_told(asked), turn.desk.reference.indicators))
    elif asked.aspect and not asked.times:
        await _aspect(turn, found, asked.aspect)
    elif len(found) == 1:
        await _card(turn, found[0], stretch_of(asked))
    else:
        await _several(turn, found, stretch_of(asked))


async def compare(turn: Turn, asked: Asked) -> None:
    """Two indicators or more, or one in two stretches; of one alone, its last two readings that can be compared."""
    found, times = _known(turn, asked), list(asked.times)
    if not found and asked.indicators:
        turn.say(words.no_such_indicator(_told(asked), turn.desk.reference.indicators))
        return
    shown = (
        found or turn.desk.reference.indicators[:1]
    )  # what was received and solved is what all the others rest on
    of = stretch_of(asked) if len(shown) > 1 else None
    if len(shown) > 1:
        sides = [await _side(turn, one, of) for one in shown]
    else:
        sides = [await _side(turn, shown[0], one) for one in times if len(times) > 1]
    turn.say(lists.beside(sides or await _last_two(turn, shown[0], of), turn.local_now.date()))


async def owner(turn: Turn, asked: Asked) -> None:
    turn.say(lists.owners(_known(turn, asked) or turn.desk.reference.indicators))


async def _aspect(turn: Turn, found: Sequence[Indicator], aspect: Aspect) -> None:
    if aspect is Aspect.FORMULA:
        turn.say(lists.formulas(found))
        return
    readings = [await desk.readings(turn.desk, one.number) for one in found]
    turn.say(lists.targets(found, readings, turn.local_now.date()))


async def _card(turn: Turn, indicator: Indicator, of: Stretch | None) -> None:
    found = await desk.readings(turn.desk, indicator.number)
    shown = desk.within(found, of)
    card = card_words.card(indicator, found, shown, of, turn.local_now.date(), _neighbours(turn, indicator))
    more = await recording.choices(turn, indicator)
    turn.say(replace(card, choices=(*more, *card.choices)[:MAX_CHOICES]))


async def _several(turn: Turn, found: Sequence[Indicator], of: Stretch | None) -> None:
    numbers = {one.number for one in found}
    standings = [one for one in await desk.board(turn.desk, of) if one.indicator.number in numbers]
    turn.say(lists.several(standings, of, turn.local_now.date()))


async def _side(turn: Turn, indicator: Indicator, of: Stretch | None) -> Side:
    return indicator, desk.within(await desk.readings(turn.desk, indicator.number), of), of


async def _last_two(turn: Turn, indicator: Indicator, of: Stretch | None) -> list[Side]:
    """The last period that has a reading, and the one that it is compared with."""
    found = await desk.readings(turn.desk, indicator.number)
    last = latest(desk.within(found, of)) or latest(found)
    periods = [last.period.compared_with(), last.period] if last else []
    return [
        (indicator, [one for one in found if one.period == each], Stretch.of(each)) for each in periods
    ] or [(indicator, found, of)]


def _known(turn: Turn, asked: Asked) -> list[Indicator]:
    found = (turn.desk.reference.indicator(number) for number in asked.indicators)
    return [one for one in found if one]


def _told(asked: Asked) -> str:
    return ", ".join(map(str, asked.indicators))


def _neighbours(turn: Turn, indicator: Indicator) -> list[Indicator]:
    everything = turn.desk.reference.indicators
    place = everything.index(indicator)
    return [*everything[max(0, place - 1) : place], *everything[place + 1 : place + 2]]
