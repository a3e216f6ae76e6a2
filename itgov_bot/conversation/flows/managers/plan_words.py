"""Plans in words: one is shown; a row of one is done, comes another day, goes, or is new. Which row, its own words say, and
of several it is asked."""

from datetime import date

from itgov_bot.conversation.flows.managers import plan_form, plans
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import plans as desk
from itgov_bot.domain.indicators import Indicator
from itgov_bot.domain.indicators.plan import PlanItem
from itgov_bot.domain.people import may_see_plans
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.managing.plan_asked import Says, plan_asked
from itgov_bot.understanding.language.managing.plan_rows import meant_of, new_row
from itgov_bot.understanding.language.managing.recording import reading_told
from itgov_bot.understanding.language.time.days import NoSuchDay, find_coming_day
from itgov_bot.wording.managers.recording import plans as words

MIN_NAME = 6
"""Letters of a word that may name what a plan is of: «mantenimientos», «licencias»."""


async def says_of_plan(turn: Turn) -> bool:
    """A reader: «muéstreme el plan de mantenimiento», «ya hicimos lo de las impresoras del plan»."""
    asked = plan_asked(turn.text) if turn.text and not turn.files.kept else None
    planned = [one for one in turn.desk.reference.indicators if one.plan]
    if asked is None or not planned or reading_told(turn.text, turn.local_now.date()).advance:
        return False
    names = (plans.meant(planned, word) for word in asked.about.split() if len(word) >= MIN_NAME)
    indicator = next((one for one in names if one), None)
    if asked.says is Says.DONE:
        await done(turn)
    elif asked.says is Says.ADD and indicator and await desk.may_edit(turn.desk, indicator, turn.person):
        await plan_form.begin(turn, indicator, plans.present(turn, indicator), asked.rows)
    else:
        await plans.show(turn, str(indicator.number) if indicator else "")
    return True


async def done(turn: Turn) -> None:
    await _of_one(turn, "tick")


async def dropped(turn: Turn) -> None:
    await _of_one(turn, "off")


async def moved(turn: Turn) -> None:
    """To the day that is told, by whoever may change the plan."""
    found, due = await _named(turn, turn.text), _day_told(turn)
    if not found and turn.state.questions:  # of the row that was asked about just now
        found = await _named(turn, turn.state.questions[-1].text)
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


def _day_told(turn: Turn) -> date | None:
    try:
        return find_coming_day(fold(turn.text), turn.local_now.date())
    except NoSuchDay:
        return None


async def _of_one(turn: Turn, verb: str) -> None:
    """What its button would do."""
    found = await _named(turn, turn.text)
    if len(found) == 1:
        await plans.press(turn, f"{verb}:{found[0][1].id}")
    elif found:
        turn.say(words.which_row(verb, [item for _, item in found]))
    elif may_see_plans(turn.roles):
        turn.say(words.no_row_named(turn.text))
        await plans.show(turn, "")


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
