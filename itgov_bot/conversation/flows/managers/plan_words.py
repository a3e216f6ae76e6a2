"""Plans in words: one is shown; a row of one is done, comes another day, goes, or is new. Which row, its own words say, or
that it was spoken of just now; of several it is asked."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date

from itgov_bot.conversation.flows.managers import plan_form, plans
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import plans as desk
from itgov_bot.domain.indicators import Indicator, Period
from itgov_bot.domain.indicators.period import KIND_OF
from itgov_bot.domain.indicators.plan import PlanItem
from itgov_bot.domain.people import may_record_indicators, may_see_plans, may_work_tickets
from itgov_bot.understanding.inside.kinds import Book
from itgov_bot.understanding.inside.owners import OwnerSays
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.managing.plan_asked import (
    PlanAsked,
    Says,
    plan_asked,
    points_only,
    said_of_row,
)
from itgov_bot.understanding.language.managing.plan_rows import day_for, meant_of, new_row
from itgov_bot.understanding.language.managing.recording import reading_told
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.understanding.language.time.days import NoSuchDay
from itgov_bot.wording.managers.recording import plans as words

Rows = Sequence[tuple[Indicator, PlanItem]]
MIN_NAME = 6
"""Letters of a word that may name what a plan is of: «mantenimientos», «licencias»."""


async def says_of_plan(turn: Turn) -> bool:
    """A reader: «muéstreme el plan de mantenimiento», «lo de las impresoras ya no va, quítelo»."""
    if not turn.text or turn.files.kept:
        return False
    if await _of_named_row(turn):
        return True
    asked = _asked(turn)
    if asked:
        await _do(turn, asked)
    return asked is not None


async def orders_of_plan(turn: Turn) -> bool:
    """The same in the middle of something else: only what changes a plan."""
    asked = _asked(turn)
    if asked and asked.says is not Says.SHOW:
        await _do(turn, asked)
        return True
    return await _of_named_row(turn)


def _asked(turn: Turn) -> PlanAsked | None:
    asked = plan_asked(turn.text)
    planned = any(one.plan for one in turn.desk.reference.indicators)
    is_reading = bool(reading_told(turn.text, turn.local_now.date()).advance)
    has_rows = asked is not None and asked.says is Says.ADD and bool(asked.rows)
    return asked if planned and (has_rows or not is_reading) else None


async def _do(turn: Turn, asked: PlanAsked) -> None:
    planned = [one for one in turn.desk.reference.indicators if one.plan]
    named = next((one for one in planned if one.plan and fold(one.plan) in asked.about), None)
    names = (plans.meant(planned, word) for word in asked.about.split() if len(word) >= MIN_NAME)
    indicator = named or next((one for one in names if one), None)
    if asked.says is Says.DONE:
        await done(turn)
    elif asked.says is Says.ADD and indicator and await desk.may_edit(turn.desk, indicator, turn.person):
        await plan_form.begin(turn, indicator, _period_of(turn, indicator), asked.rows)
    else:
        await plans.show(turn, str(indicator.number) if indicator else "")


def _period_of(turn: Turn, indicator: Indicator) -> Period:
    """The one that is told before the rows, or the one that goes on."""
    told = reading_told(turn.text.partition(":")[0], turn.local_now.date()).period
    return told if told and told.kind == KIND_OF[indicator.frequency] else plans.present(turn, indicator)


async def _of_named_row(turn: Turn) -> bool:
    """What is said of a row of a plan of theirs that the words name; of those that were spoken of just now, where they name
    none: before any case of theirs."""
    says = said_of_row(turn.text) or _likely_of_row(turn)
    if says is None:
        return False
    spoken = await _spoken_of(turn)
    found = [
        one for one in await _named(turn, turn.text) if not may_work_tickets(turn.roles) or one in spoken
    ]
    found = found or (spoken if points_only(turn.text) else [])
    own = [each for each in found if await desk.may_edit(turn.desk, each[0], turn.person)]
    if own:
        await _DEEDS[says](turn, own)
    return bool(own)


def _likely_of_row(turn: Turn) -> Says | None:
    """Where no shape tells it: its kind, as its likes are written."""
    is_other = "?" in turn.text or tells_a_fault(turn.text) or turn.sure_service(turn.text) is not None
    if is_other or not may_record_indicators(turn.roles):
        return None
    return _KINDS.get(turn.understanding.inside.likely(Book.OWNERS, turn.text).best)


async def _spoken_of(turn: Turn) -> list[tuple[Indicator, PlanItem]]:
    last = turn.state.of_indicator
    indicator = turn.desk.reference.indicator(last.indicator) if last else None
    rows = [await desk.find(turn.desk, row) for row in last.rows] if last else []
    return [(indicator, one) for one in rows if one and indicator]


async def done(turn: Turn) -> None:
    await _of_one(turn, "tick", await _named(turn, turn.text))


async def dropped(turn: Turn) -> None:
    await _of_one(turn, "off", await _named(turn, turn.text))


async def moved(turn: Turn) -> None:
    found = await _named(turn, turn.text)
    if not found and turn.state.questions:  # of the row that was asked about just now
        found = await _named(turn, turn.state.questions[-1].text)
    await _move(turn, found)


async def _move(turn: Turn, found: Rows) -> None:
    """To the day that is told, by whoever may change the plan."""
    due = _day_told(turn, found[0][1].due if len(found) == 1 else turn.local_now.date())
    if len(found) != 1 or due is None:
        turn.ask_about(words.move_which(found, has_day=due is not None), turn.text)
        return
    [(indicator, item)] = found
    if not await desk.may_edit(turn.desk, indicator, turn.person):
        turn.say(words.not_yours(indicator))
    elif await desk.move(turn.desk, indicator, item, due):
        turn.say(words.moved(indicator, item, due))
    else:
        turn.say(words.gone())
    plans.speak_of(turn, indicator, [item])


async def added(turn: Turn) -> None:
    """The row that is told goes to the plan that is named, or to the only one of theirs; it is shown first."""
    planned = [
        one
        for one in turn.desk.reference.indicators
        if one.plan and await desk.may_edit(turn.desk, one, turn.person)
    ]
    named = [one for one in planned if one.plan and fold(one.plan) in fold(turn.text)]
    if len(found := named or planned) != 1:
        await plans.show(turn, "")
        return
    [indicator] = found
    await plan_form.begin(turn, indicator, plans.present(turn, indicator), new_row(turn.text))


def _day_told(turn: Turn, due: date) -> date | None:
    try:
        return day_for(turn.text, turn.local_now.date(), due)
    except NoSuchDay:
        return None


async def _of_one(turn: Turn, verb: str, found: Rows) -> None:
    """What its button would do."""
    if len(found) == 1:
        await plans.press(turn, f"{verb}:{found[0][1].id}")
    elif found:
        turn.say(words.which_row(verb, [item for _, item in found]))
    elif may_see_plans(turn.roles):
        turn.say(words.no_row_named(turn.text))
        await plans.show(turn, "")


async def _tick(turn: Turn, found: Rows) -> None:
    await _of_one(turn, "tick", found)


async def _drop(turn: Turn, found: Rows) -> None:
    await _of_one(turn, "off", found)


_KINDS: Mapping[str, Says] = {
    OwnerSays.PLAN_DONE: Says.DONE,
    OwnerSays.PLAN_DROP: Says.DROP,
    OwnerSays.PLAN_MOVE: Says.MOVE,
}
_DEEDS: Mapping[Says, Callable[[Turn, Rows], Awaitable[None]]] = {
    Says.DONE: _tick,
    Says.DROP: _drop,
    Says.MOVE: _move,
}


async def _named(turn: Turn, text: str) -> list[tuple[Indicator, PlanItem]]:
    """The rows of the present periods, and of those before, that the words may mean: all that are as like, of those that are
    not done if any is."""
    rows = [
        (one, item)
        for one in turn.desk.reference.indicators
        if one.plan
        for period in (plans.present(turn, one), plans.present(turn, one).previous())
        for item in await desk.of(turn.desk, one, period)
    ]
    likely = set(meant_of(text, [item.text for _, item in rows]))
    found = [(one, item) for one, item in rows if item.text in likely]
    return [each for each in found if each[1].done_on is None] or found
