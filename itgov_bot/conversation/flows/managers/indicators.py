"""`/kpi`: the board, one indicator, a year or a period of it. The buttons say the same as the command."""

import re

from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import indicators as desk
from itgov_bot.desk.counted.behind import detail
from itgov_bot.domain.indicators import Indicator, Period, latest
from itgov_bot.domain.indicators.behind import Detail
from itgov_bot.domain.people import may_see_indicators
from itgov_bot.understanding.language.periods import find_period
from itgov_bot.wording import general
from itgov_bot.wording.managers import indicator_card as card_words
from itgov_bot.wording.managers import indicators as words

_PAGE = re.compile(r"p(\d{1,3})")
_YEAR = re.compile(r"[0-9]{4}")
_NUMBER = re.compile(r"#?([0-9]{1,9})")


async def show(turn: Turn, rest: str) -> None:
    """`/kpi`, `/kpi 2023`, `/kpi 8`, `/kpi 8 2023`, `/kpi 8 2023-06`."""
    first, _, more = " ".join(rest.split()).partition(" ")
    await _answer(turn, first, more)


async def press(turn: Turn, rest: str) -> None:
    """A button outlives a role, so it is checked again."""
    if not may_see_indicators(turn.roles):
        turn.say(general.not_for_your_role())
        return
    first, _, more = rest.partition(":")
    await _answer(turn, first, more)


async def _answer(turn: Turn, first: str, more: str) -> None:
    page = _PAGE.fullmatch(first)
    if page and (not more or _year(more)):
        await _board(turn, _year(more), int(page[1]))
    elif not first or (_year(first) and not more):
        await _board(turn, _year(first))
    elif number := _NUMBER.fullmatch(first):
        await _one(turn, number[1], more)
    else:
        turn.say(words.not_understood(f"{first} {more}".strip()))


async def _board(turn: Turn, year: int | None, page: int = 1) -> None:
    standings = await desk.board(turn.desk, year)
    if year and not any(standing.latest for standing in standings):
        turn.say(words.nothing_in(year, await desk.years(turn.desk)))
    else:
        turn.say(words.board(standings, year, page))


async def _one(turn: Turn, number: str, more: str) -> None:
    indicator = turn.desk.reference.indicator(int(number))
    asked = find_period(more) if more else None
    if indicator is None:
        turn.say(words.no_such_indicator(number, turn.desk.reference.indicators))
    elif more and asked is None:
        turn.say(words.no_such_period(more, indicator.number))
    else:
        await _card(turn, indicator, asked)


async def _card(turn: Turn, indicator: Indicator, asked: Period | None) -> None:
    found = await desk.readings(turn.desk, indicator.number)
    shown = desk.within(found, asked) if asked else found
    today = turn.desk.calendars.general.local(turn.now).date()
    last = latest(shown)
    more = await detail(turn.desk, last) if last else Detail()
    turn.say(card_words.card(indicator, found, shown, asked, today, _neighbours(turn, indicator), more))


def _neighbours(turn: Turn, indicator: Indicator) -> list[Indicator]:
    everything = turn.desk.reference.indicators
    place = everything.index(indicator)
    return [*everything[max(0, place - 1) : place], *everything[place + 1 : place + 2]]


def _year(text: str) -> int | None:
    return int(text) or None if _YEAR.fullmatch(text) else None
