"""`/plan`: what is to be done for the indicators that are counted from a plan, ticked off with one press."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import date

from itgov_bot.actions import number_in
from itgov_bot.conversation.flows.managers import plan_form
from itgov_bot.conversation.state import OfIndicator
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import plans
from itgov_bot.domain.indicators import Indicator, Period, is_over
from itgov_bot.domain.indicators.period import KIND_OF
from itgov_bot.domain.indicators.plan import PlanItem
from itgov_bot.domain.people import may_tick_plans
from itgov_bot.understanding.language.fuzzy import closest
from itgov_bot.understanding.language.managing.recording import period_meant
from itgov_bot.wording import general
from itgov_bot.wording.managers.recording import plans as words

ActOnPlan = Callable[[Turn, Indicator, Period], Awaitable[None]]
ActOnRow = Callable[[Turn, Indicator, PlanItem], Awaitable[None]]


async def show(turn: Turn, rest: str) -> None:
    """`/plan`, `/plan 2`, `/plan inventario`, `/plan 2 2026-S1`."""
    planned = [one for one in turn.desk.reference.indicators if one.plan]
    first, _, more = " ".join(rest.split()).partition(" ")
    if not planned:
        turn.say(words.no_plans())
    elif not first:
        shown = [(one, present(turn, one)) for one in planned]
        found = [(one, of, await plans.of(turn.desk, one, of)) for one, of in shown]
        turn.say(words.overview(found, _today(turn)))
    elif indicator := meant(planned, first.lstrip("#")):
        period = period_meant(more, _today(turn)) if more else None
        of = period if period and period.kind == KIND_OF[indicator.frequency] else present(turn, indicator)
        await _show(turn, indicator, of)
    else:
        turn.say(words.no_such_plan(first, planned))


async def show_all(turn: Turn) -> None:
    await show(turn, "")


def meant(planned: list[Indicator], asked: str) -> Indicator | None:
    """The plan that is meant, by its number, by what its rows are called, or by its name."""
    if asked.isdecimal():
        return next((one for one in planned if asked == str(one.number)), None)
    names = {name: one for one in planned for name in (one.plan or "", one.name)}
    found = closest(asked, names)
    return names[found] if found else None


def _today(turn: Turn) -> date:
    return turn.local_now.date()


def present(turn: Turn, indicator: Indicator) -> Period:
    """The period that goes on."""
    return Period.of(indicator.frequency, _today(turn))


async def _show(turn: Turn, indicator: Indicator, of: Period, page: int = 1) -> None:
    items = await plans.of(turn.desk, indicator, of)
    speak_of(turn, indicator, items)
    may_edit = await plans.may_edit(turn.desk, indicator, turn.person)
    turn.say(words.plan(indicator, of, items, page, _today(turn), may_edit=may_edit))


def speak_of(turn: Turn, indicator: Indicator, items: Sequence[PlanItem]) -> None:
    """«Quítelo» is about these from now on."""
    turn.state.of_indicator = OfIndicator(indicator.number, tuple(one.id for one in items))


async def press(turn: Turn, rest: str) -> None:
    """`see:2:2026-H2:1`, `add:2:2026-H2`, `tick:7`."""
    what, _, about = rest.partition(":")
    if what in ON_ROWS:
        await _on_row(turn, what, about)
    elif what in ("see", *ON_PLANS):
        await _on_plan(turn, what, about)
    else:
        await show(turn, "")


async def _on_plan(turn: Turn, what: str, about: str) -> None:
    number, of, page, *_ = (*about.split(":"), "", "")
    indicator = turn.desk.reference.indicator(number_in(number) or 0)
    period = period_meant(of, _today(turn))
    if not indicator or not indicator.plan or not period or period.kind != KIND_OF[indicator.frequency]:
        turn.say(words.gone())
    elif what == "see":
        await _show(turn, indicator, period, number_in(page) or 1)
    elif not await plans.may_edit(turn.desk, indicator, turn.person):
        turn.say(words.not_yours(indicator))
    else:
        await ON_PLANS[what](turn, indicator, period)


async def _ask_rows(turn: Turn, indicator: Indicator, of: Period) -> None:
    if turn.incoming.is_group:
        turn.say(words.in_private())
    else:
        await plan_form.begin(turn, indicator, of)


async def _choose_row(turn: Turn, indicator: Indicator, of: Period) -> None:
    turn.say(words.which_to_drop(indicator, of, await plans.of(turn.desk, indicator, of)))


async def _on_row(turn: Turn, what: str, about: str) -> None:
    item = await plans.find(turn.desk, number_in(about) or 0)
    indicator = turn.desk.reference.indicator(item.indicator) if item else None
    if not may_tick_plans(turn.roles):
        turn.say(general.not_for_your_role(may_tick_plans))
    elif item is None or indicator is None:
        turn.say(words.gone())
    else:
        await ON_ROWS[what](turn, indicator, item)
        speak_of(turn, indicator, [item])


async def _tick(turn: Turn, indicator: Indicator, item: PlanItem) -> None:
    """At once, while its period lasts."""
    if item.done_on is None and is_over(item.period, _today(turn)):
        turn.say(words.in_time(item))
    else:
        await _done(turn, indicator, item, _today(turn))


async def _timely(turn: Turn, indicator: Indicator, item: PlanItem) -> None:
    await _done(turn, indicator, item, min(item.period.last_day, _today(turn)))


async def _late(turn: Turn, indicator: Indicator, item: PlanItem) -> None:
    await _done(turn, indicator, item, _today(turn))


async def _done(turn: Turn, indicator: Indicator, item: PlanItem, on: date) -> None:
    if await plans.tick(turn.desk, item, on, turn.person):
        items = await plans.of(turn.desk, indicator, item.period)
        turn.say(words.ticked(indicator, replace(item, done_on=on), items, _today(turn)))
    else:
        turn.say(words.already(await plans.find(turn.desk, item.id) or item))


async def _undo(turn: Turn, indicator: Indicator, item: PlanItem) -> None:
    await plans.untick(turn.desk, item)
    turn.say(words.not_done_after_all(indicator, item))


async def _drop(turn: Turn, indicator: Indicator, item: PlanItem) -> None:
    if not await plans.may_edit(turn.desk, indicator, turn.person):
        turn.say(words.not_yours(indicator))
    elif await plans.drop(turn.desk, item, turn.person):
        turn.say(words.dropped(indicator, item))
    else:
        turn.say(words.gone())


ON_PLANS: dict[str, ActOnPlan] = {"add": _ask_rows, "rows": _choose_row}
"""What its owner does to a plan, or an administrator."""
ON_ROWS: dict[str, ActOnRow] = {"tick": _tick, "timely": _timely, "late": _late, "undo": _undo, "off": _drop}
