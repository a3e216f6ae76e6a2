"""Which question is answered by whom, and `/kpi` with its buttons."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from itgov_bot.conversation.flows.managers import guard, late, recording
from itgov_bot.conversation.flows.managers.indicators import boards, cards, elsewhere
from itgov_bot.conversation.gates import only
from itgov_bot.conversation.state import LastAsked
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.indicators import Period
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.people import may_see_indicators, may_see_summaries
from itgov_bot.patterns import regex
from itgov_bot.understanding.figures.asked import OF_CASES, Asked, Aspect, Wanted
from itgov_bot.understanding.figures.counts import as_count, count_question
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.managers import indicators as words
from itgov_bot.wording.managers.unsure import MEANT

Answer = Callable[[Turn, Asked], Awaitable[None]]


async def _board(turn: Turn, asked: Asked) -> None:
    """The average of all is that of each."""
    if asked.aspect is Aspect.SPREAD:
        everything = tuple(one.number for one in turn.desk.reference.indicators)
        await cards.indicator(turn, replace(asked, indicators=everything))
    else:
        await boards.board(turn, asked)


async def _compare(turn: Turn, asked: Asked) -> None:
    """Cases are counted, each time by itself."""
    counted = as_count(asked, turn.local_now.date())
    await (cards.compare if counted.kind is Wanted.COMPARE else elsewhere.count)(turn, counted)


ANSWERS: Mapping[Wanted, Answer] = {
    Wanted.BOARD: _board,
    Wanted.GREEN: boards.green,
    Wanted.RED: boards.red,
    Wanted.FELL: boards.fell,
    Wanted.ROSE: boards.rose,
    Wanted.INDICATOR: cards.indicator,
    Wanted.COMPARE: _compare,
    Wanted.OWNER: cards.owner,
    Wanted.MISSING: elsewhere.missing,
    Wanted.RECORD: elsewhere.record,
    Wanted.EXPORT: elsewhere.export,
    Wanted.PICTURE: elsewhere.picture,
    Wanted.OUTAGES: elsewhere.outages,
    Wanted.CASES: elsewhere.count,
    Wanted.RATINGS: elsewhere.count,
    Wanted.SUMMARY: only(may_see_summaries, elsewhere.summary),
    Wanted.NIGHT: guard.night,
    Wanted.LATE: only(may_see_indicators, late.ask),
    Wanted.SINCE: elsewhere.since,
    Wanted.HELP: elsewhere.how_to_ask,
}
_REMEMBERED = frozenset(ANSWERS) - {
    *(Wanted.HELP, Wanted.RECORD, Wanted.EXPORT, Wanted.SINCE),
    *(Wanted.NIGHT, Wanted.LATE),
}
"""What may be gone on from; a file is of what was asked before it. Of which night or which change it is, they know who tell
of it."""
_PAGE = regex(r"p(\d{1,3})")
_LISTS = {"red": Wanted.RED, "green": Wanted.GREEN, "help": Wanted.HELP}
_NUMBER = regex(r"[0-9]{1,9}")


async def show(turn: Turn, rest: str) -> None:
    """`/kpi`, and whatever follows it: `8 marzo`, `rojos`, `comparar 6 7`, `registrar`."""
    asked = turn.understanding.figures.order(rest, turn.local_now.date())
    if asked and asked.kind is Wanted.RECORD:
        await elsewhere.record(turn, asked)
    elif not may_see_indicators(turn.roles):
        await recording.mine(turn)
    elif asked is None:
        turn.say(words.not_understood(rest))
    else:
        await answer(turn, asked)


async def answer(turn: Turn, asked: Asked) -> None:
    """Says it, and remembers what was asked."""
    turn.state.looked = None
    await ANSWERS[asked.kind](turn, asked)
    if asked.kind in _REMEMBERED:
        remembered = _without_strange(asked) or as_count(asked, turn.local_now.date())
        turn.state.figures = LastAsked(turn.now, remembered)


def _without_strange(asked: Asked) -> Asked | None:
    """Of what is not counted its figure and its time are gone on from: «¿y de correo?»."""
    question = count_question(asked) if asked.kind in OF_CASES else None
    if question is None or not question.is_strange:
        return None
    return replace(asked, counted=replace(question, about=(), is_strange=False, lists=False))


async def press(turn: Turn, rest: str) -> None:
    """`kpi:8:2026-03`, `kpi:p2:2023`, `kpi:red`, `kpi:as:cases`."""
    what, _, written = rest.partition(":")
    if what == MEANT:
        await _as_meant(turn, written)
        return
    times = _times(written)
    if page := _PAGE.fullmatch(what):
        await boards.board(turn, Asked(Wanted.BOARD, times=times), int(page[1]))
    elif _NUMBER.fullmatch(what):
        await answer(turn, Asked(Wanted.INDICATOR, (int(what),), times))
    else:
        await answer(turn, Asked(_LISTS.get(what, Wanted.BOARD), times=times))


async def _as_meant(turn: Turn, kind: str) -> None:
    """The words that waited, read as that; what they tell of time, indicators and parts counts as ever."""
    held = turn.take_held()
    if not held.text or kind not in set(Wanted) or Wanted(kind) not in ANSWERS:
        turn.say(form_words.old_button_no_form())
        return
    turn.text = held.text
    await answer(turn, turn.understanding.figures.meant(held.text, Wanted(kind), turn.local_now.date()))


def _times(written: str) -> tuple[Stretch, ...]:
    try:
        return (Stretch.of(Period.parse(written)),)
    except ValueError:
        return ()
