"""Adding rows to a plan: written one a line, shown back, and kept with one press."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.form_types import PlanForm
from itgov_bot.conversation.state import OfIndicator
from itgov_bot.conversation.turn import Answer, Flow, Step, Turn
from itgov_bot.desk import plans
from itgov_bot.domain.indicators import Indicator, Period
from itgov_bot.domain.indicators.plan import MAX_TEXT
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.answering.answers import choice_number
from itgov_bot.understanding.language.fuzzy import closest
from itgov_bot.understanding.language.managing.plan_asked import Says, adds_them, row_to_drop, said_of_row
from itgov_bot.understanding.language.managing.plan_rows import meant_of, read_rows
from itgov_bot.understanding.language.managing.said_beside import asks_beside
from itgov_bot.understanding.language.time.days import NoSuchDay
from itgov_bot.wording import forms as any_form
from itgov_bot.wording.managers.recording import plans as words

MIN_LETTERS = 4
"""Of a row."""
Take = Callable[[Turn, PlanForm, Answer], Awaitable[None]]


async def begin(turn: Turn, indicator: Indicator, of: Period, told: str = "") -> None:
    """`told`: the rows that were written at once."""
    form = PlanForm(step="rows", indicator=indicator.number, period=str(of))
    if told:
        turn.state.start(form)
        await _take_rows(turn, form, Answer(text=told))
    else:
        await forms.start(turn, form)


def _subject(turn: Turn, form: PlanForm) -> tuple[Indicator, Period]:
    """Raises LookupError when the city's data no longer have the indicator."""
    indicator = turn.desk.reference.indicator(form.indicator)
    if indicator is None:
        raise LookupError(f"no indicator {form.indicator}")
    return indicator, Period.parse(form.period)


def _by_editor(take: Take) -> Take:
    """Who may is looked at again when the answer comes."""

    async def taken(turn: Turn, form: PlanForm, answer: Answer) -> None:
        indicator, _ = _subject(turn, form)
        if not await plans.may_edit(turn.desk, indicator, turn.person):
            forms.finish(turn)
            turn.say(words.not_yours(indicator))
        elif answer.text and asks_beside(answer.text):
            await forms.ask_again(turn, form, words.so_far(form.rows))
        elif answer.text and form.rows and (row := _to_drop(form, answer.text)):
            await _take_out(turn, form, row)
        else:
            await take(turn, form, answer)

    return taken


def _to_drop(form: PlanForm, text: str) -> str:
    """A row that is to go again: «quite la de servidores», «la de Canapote ya no va, bórrela»."""
    named = meant_of(text, [row for row, _ in form.rows]) if said_of_row(text) is Says.DROP else []
    return row_to_drop(text) or (named[0] if len(named) == 1 else "")


async def _take_out(turn: Turn, form: PlanForm, row: str) -> None:
    """A row that was written by mistake, by its words."""
    found = closest(row, [text for text, _ in form.rows])
    left = tuple(one for one in form.rows if one[0] != found)
    said = words.taken_out(found) if found else words.no_such_row(row)
    await forms.ask_again(turn, replace(form, rows=left, step="confirm" if left else "rows"), said)


async def _take_rows(turn: Turn, form: PlanForm, answer: Answer) -> None:
    """Added to those that were written before: people write one a message as well."""
    _, of = _subject(turn, form)
    try:
        read = read_rows(answer.text, of.first_day)
    except NoSuchDay:
        turn.say(words.no_such_day())
        return
    rows = tuple((text, due or of.last_day) for text, due in read)
    too_long = next((text for text, _ in rows if len(text) > MAX_TEXT), None)
    if too_long:
        turn.say(words.too_long(too_long))
    elif not rows:
        turn.say(any_form.needs_text())
    else:
        await forms.go(turn, replace(form, rows=(*form.rows, *rows)), "confirm")


def _ask_confirm(turn: Turn, form: PlanForm) -> Reply:
    indicator, of = _subject(turn, form)
    return words.confirm_rows(indicator, of, form.rows, turn.local_now.date(), form.choice)


async def _take_confirm(turn: Turn, form: PlanForm, answer: Answer) -> None:
    said = turn.decided(answer)
    if said or adds_them(answer.text):
        indicator, of = _subject(turn, form)
        forms.finish(turn)
        await plans.add(turn.desk, indicator, form.rows, turn.person)
        kept = await plans.of(turn.desk, indicator, of)
        told = [text for text, _ in form.rows]
        rows = tuple(one.id for one in kept if one.text in told)
        turn.state.of_indicator = OfIndicator(indicator.number, rows)
        turn.say(words.added(indicator, of, len(form.rows)))
    elif said is False:
        await forms.drop(turn)
    elif answer.value == "again":
        await forms.go(turn, replace(form, rows=()), "rows")
    elif sum(map(str.isalpha, answer.text)) >= MIN_LETTERS and choice_number(answer.text) is None:
        await _take_rows(turn, form, answer)
    else:
        await forms.ask_again(turn, form, any_form.choose_one())


PLAN = Flow(
    "plan",
    PlanForm,
    "las filas del plan",
    {
        "rows": Step(
            lambda turn, form: words.ask_rows(*_subject(turn, form)), _by_editor(_take_rows), verbatim=True
        ),
        "confirm": Step(_ask_confirm, _by_editor(_take_confirm), verbatim=True),
    },
    leaves_by_word=True,
)
