"""One row of a plan, told in words: it is done, comes another day, goes, or is a new one. Which one, its own words say; of
several it is asked by buttons."""

from collections.abc import Callable
from datetime import date

from itgov_bot.conversation.flows.managers import plan_form, plans
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import plans as desk
from itgov_bot.domain.indicators import Indicator, Period
from itgov_bot.domain.indicators.plan import PlanItem
from itgov_bot.domain.people import may_see_plans
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.managing.plan_rows import meant_of, new_row
from itgov_bot.understanding.language.time.days import NoSuchDay, find_coming_day
from itgov_bot.wording.managers.recording import plans as words


async def done(turn: Turn) -> None:
    await _of_one(turn, "tick", lambda one: one.done_on is None)


async def dropped(turn: Turn) -> None:
    await _of_one(turn, "off", lambda _one: True)


async def moved(turn: Turn) -> None:
    """To the day that is told, by whoever may change the plan."""
    found = await _named(turn, lambda one: one.done_on is None)
    due = _day_told(turn)
    if len(found) != 1 or due is None:
        turn.say(words.move_which(found, has_day=due is not None))
        return
    [(indicator, item)] = found
    if not await desk.may_edit(turn.desk, indicator, turn.person):
        turn.say(words.not_yours(indicator))
    elif await desk.move(turn.desk, indicator, item, due):
        turn.say(words.moved(indicator, item, due))
    else:
        turn.say(words.gone())


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
    of = Period.of(indicator.frequency, turn.local_now.date())
    await plan_form.begin(turn, indicator, of, new_row(turn.text))


def _day_told(turn: Turn) -> date | None:
    try:
        return find_coming_day(fold(turn.text), turn.local_now.date())
    except NoSuchDay:
        return None


async def _of_one(turn: Turn, verb: str, may_be: Callable[[PlanItem], bool]) -> None:
    """What its button would do."""
    found = await _named(turn, may_be)
    if len(found) == 1:
        await plans.press(turn, f"{verb}:{found[0][1].id}")
    elif found:
        turn.say(words.which_row(verb, [item for _, item in found]))
    elif may_see_plans(turn.roles):
        turn.say(words.no_row_named(turn.text))
        await plans.show(turn, "")


async def _named(turn: Turn, may_be: Callable[[PlanItem], bool]) -> list[tuple[Indicator, PlanItem]]:
    """The rows of the present periods, and of those before, that the words may mean: all that are as like."""
    today = turn.local_now.date()
    rows = [
        (one, item)
        for one in turn.desk.reference.indicators
        if one.plan
        for period in (Period.of(one.frequency, today), Period.of(one.frequency, today).previous())
        for item in await desk.of(turn.desk, one, period)
        if may_be(item)
    ]
    meant = set(meant_of(turn.text, [item.text for _, item in rows]))
    return [(one, item) for one, item in rows if item.text in meant]
