"""What an indicator came to: two numbers or a percentage; what is unlikely is asked, and why a reading is corrected."""

from collections.abc import Mapping
from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.managers.recording.by_owner import (
    MIN_LETTERS,
    by_owner,
    go_on,
    is_something_else,
    say_before,
    subject,
)
from itgov_bot.conversation.form_types import RecordingForm
from itgov_bot.conversation.turn import Answer, Step, Turn
from itgov_bot.desk import recording
from itgov_bot.domain.indicators import Count, Evidence, Period
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.figures import read_number
from itgov_bot.understanding.language.managing.advance import (
    Advance,
    Figure,
    NothingToMeasure,
    Percentage,
    Ratio,
    read_advance,
)
from itgov_bot.understanding.language.managing.backing import is_of_evidence, lack_told
from itgov_bot.understanding.language.managing.recording import reading_told
from itgov_bot.wording import forms as any_form
from itgov_bot.wording.managers.recording import beside as said
from itgov_bot.wording.managers.recording import questions as words

MAX_VALUE = 10_000
"""Per cent. More is a slip, and nothing could be seen beside it in a chart."""


MAX_FIGURE_WORDS = 3
"""Who says more than so many beside a number tells something of it: «llegaron dos licencias tarde»."""
UNSHOWN = ("which", "period", "reason", "note", "lack")
"""Steps whose question does not show the value."""
UNNAMED = ("note", "lack")
"""Steps whose question names neither the indicator nor the period."""


def say_value(turn: Turn) -> None:
    """What it came to, where the next question does not show it."""
    form = turn.state.form
    if isinstance(form, RecordingForm) and form.step in UNSHOWN and form.is_told and turn.replies:
        of = subject(turn, form) if form.step in UNNAMED and form.indicator else None
        say_before(turn, said.value_is_now(form.value, form.count, of, period_of(form) if of else None))


def period_of(form: RecordingForm) -> Period:
    return Period.parse(form.period or "")


def _ask_value(turn: Turn, form: RecordingForm) -> Reply:
    return words.how_much(subject(turn, form), period_of(form), form.choice)


async def _take_value(turn: Turn, form: RecordingForm, answer: Answer) -> None:
    told = NothingToMeasure() if answer.value == "none" else _read(turn, answer.text)
    is_lack = answer.text and is_of_evidence(answer.text) and lack_told(answer.text) is not None
    if is_lack and told in (None, NothingToMeasure()):
        shown = form.evidence or Evidence(lack=answer.text)
        await forms.ask_again(turn, replace(form, evidence=shown), said.no_value_yet(answer.text))
    elif told is None:
        await forms.ask_again(turn, form, words.not_a_value(answer.text))
    else:
        await keep(turn, form, told)


def _read(turn: Turn, text: str) -> Advance | None:
    """The numbers alone, or in a sentence that names the indicator and the period too."""
    return read_advance(text) or read_advance(reading_told(text, turn.local_now.date()).advance)


async def keep(turn: Turn, form: RecordingForm, told: Advance) -> None:
    """What it came to, as it was told; what follows from that is asked."""
    clean = replace(form, figure=None, count=None, value=None, is_sure=False)
    match told:
        case NothingToMeasure():
            await go_on(turn, replace(clean, count=Count(0, 0)))
        case Percentage():
            await _keep_value(turn, clean, told.value)
        case Figure():
            await go_on(turn, replace(clean, figure=told.value))
        case Ratio(denominator=0):
            await forms.ask_again(turn, replace(clean, step="value"), words.of_nothing())
        case Ratio():
            values = subject(turn, form).values_of(told.numerator, told.denominator)
            counted = replace(clean, count=Count(told.numerator, told.denominator))
            if len(values) == 1:
                await _keep_value(turn, counted, values[0])
            else:  # which of them is asked
                await go_on(turn, counted)


async def _keep_value(turn: Turn, form: RecordingForm, value: float) -> None:
    if value > MAX_VALUE:
        again = replace(form, step="value", count=None)
        await forms.ask_again(turn, again, words.too_much(value, subject(turn, form), MAX_VALUE))
    else:
        await go_on(turn, replace(form, value=value))


# A number alone


def _ask_figure(turn: Turn, form: RecordingForm) -> Reply:
    return words.what_is(form.figure or 0, subject(turn, form), period_of(form), form.choice)


async def _take_figure(turn: Turn, form: RecordingForm, answer: Answer) -> None:
    """Or both numbers after all."""
    if answer.value == "percent":
        await keep(turn, form, Percentage(form.figure or 0))
    elif answer.value == "share":
        await keep(turn, form, Percentage(100 * (form.figure or 0)))
    elif answer.value == "part":
        await forms.go(turn, form, "total")
    else:
        await _take_otherwise(turn, form, answer)


async def _take_otherwise(turn: Turn, form: RecordingForm, answer: Answer) -> None:
    """No button was pressed: the value may be told anew."""
    told = read_advance(answer.text)
    if told and not (isinstance(told, Figure) and len(answer.text.split()) > MAX_FIGURE_WORDS):
        await keep(turn, form, told)
    else:
        await forms.ask_again(turn, form, any_form.choose_one())


def _ask_total(turn: Turn, form: RecordingForm) -> Reply:
    return words.of_how_many(form.figure or 0, subject(turn, form))


async def _take_total(turn: Turn, form: RecordingForm, answer: Answer) -> None:
    total = read_number(answer.text)
    if total is None:
        await forms.ask_again(turn, form, words.not_a_value(answer.text))
    elif total == form.figure == 0:
        await keep(turn, form, NothingToMeasure())
    else:
        await keep(turn, form, Ratio(form.figure or 0, total))


# Two numbers that may be a count, or a sum of percentages


def _ask_way(turn: Turn, form: RecordingForm) -> Reply:
    count = form.count or Count(0, 1)
    values = subject(turn, form).values_of(count.numerator, count.denominator)
    return words.which_way(count, values, subject(turn, form), period_of(form), form.choice)


async def _take_way(turn: Turn, form: RecordingForm, answer: Answer) -> None:
    """Who chose a count of more than 100 % has seen what it comes to."""
    count = form.count or Count(0, 1)
    counted, *summed = subject(turn, form).values_of(count.numerator, count.denominator)
    if answer.value == "count":
        await go_on(turn, replace(form, value=counted, is_sure=True))
    elif answer.value == "sum" and summed:
        await go_on(turn, replace(form, value=summed[0]))
    else:
        await _take_otherwise(turn, form, answer)


# More than 100 %


def _ask_sure(turn: Turn, form: RecordingForm) -> Reply:
    return words.is_it_right(form.value or 0, subject(turn, form), period_of(form), form.choice)


async def _take_sure(turn: Turn, form: RecordingForm, answer: Answer) -> None:
    is_sure = turn.decided(answer)
    if is_sure:
        await go_on(turn, replace(form, is_sure=True))
    elif is_sure is False:
        await forms.go(turn, replace(form, count=None, value=None), "value")
    else:
        await _take_otherwise(turn, form, answer)


# A correction


async def _ask_reason(turn: Turn, form: RecordingForm) -> Reply:
    indicator = subject(turn, form)
    present, _ = await recording.in_force(turn.desk, indicator, period_of(form))
    return words.why_correct(present, indicator) if present else words.needs_reason()


async def _take_reason(turn: Turn, form: RecordingForm, answer: Answer) -> None:
    if sum(map(str.isalpha, answer.text)) < MIN_LETTERS:
        turn.say(words.needs_reason())
    elif is_something_else(turn, answer.text):
        await forms.ask_again(turn, form, said.not_kept(answer.text))
    else:
        await go_on(turn, replace(form, reason=answer.text))


STEPS: Mapping[str, Step[RecordingForm]] = {
    "value": by_owner(_ask_value, _take_value),
    "figure": by_owner(_ask_figure, _take_figure),
    "total": by_owner(_ask_total, _take_total),
    "way": by_owner(_ask_way, _take_way),
    "sure": by_owner(_ask_sure, _take_sure),
    "reason": by_owner(_ask_reason, _take_reason),
}
