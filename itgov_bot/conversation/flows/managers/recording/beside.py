"""What is said beside the question of a recording is heard before it is taken for an answer: a question of its own, that all
of it is to be dropped, another value than the one that was told."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents import duty
from itgov_bot.conversation.flows.managers.recording import value
from itgov_bot.conversation.flows.managers.recording.by_owner import subject
from itgov_bot.conversation.flows.staff.asked import questions
from itgov_bot.conversation.form_types import RecordingForm
from itgov_bot.conversation.turn import Answer, Step, Turn
from itgov_bot.desk import indicators, recording
from itgov_bot.domain.indicators import Indicator, headline
from itgov_bot.replies import Reply
from itgov_bot.understanding.figures.asked import Aspect
from itgov_bot.understanding.figures.orders import aspect_of
from itgov_bot.understanding.language.duty.asked import asks_who_is_on_duty
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.managing.advance import Advance, Percentage, Ratio, denied_in
from itgov_bot.understanding.language.managing.backing import note_told
from itgov_bot.understanding.language.managing.said_beside import (
    asks_beside,
    asks_who,
    drops,
    is_value_asked,
    value_instead,
)
from itgov_bot.understanding.language.time.stretches import find_stretch
from itgov_bot.wording.managers import indicator_lists as lists
from itgov_bot.wording.managers.recording import questions as words

Told = Callable[[Turn, Indicator, str], Awaitable[Reply]]
UNSHOWN = ("which", "period", "reason", "note", "lack")
"""Steps whose question does not show the value."""


def heard_first(step: Step[RecordingForm]) -> Step[RecordingForm]:
    """A step that takes for an answer only what is none of these."""

    async def take(turn: Turn, form: RecordingForm, answer: Answer) -> None:
        if answer.value or answer.files or not answer.text or not await _heard(turn, form, answer.text):
            await step.take(turn, form, answer)

    return replace(step, take=take)


async def _heard(turn: Turn, form: RecordingForm, text: str) -> bool:
    if drops(text):
        await forms.drop(turn)
    elif form.note is None and form.step != "note" and (note := note_told(text)):
        await forms.ask_again(turn, replace(form, note=note), words.note_added())
    elif asks_beside(text):
        await _answer(turn, form, text)
    elif (told := _instead(form, text)) is not None:
        await value.keep(turn, form, told)
        say_value(turn)
    else:
        return False
    return True


def _instead(form: RecordingForm, text: str) -> Advance | None:
    """Another value than the one that was told; the same one once more is an answer, but where nothing is asked."""
    told = value_instead(text, form.count) if form.is_told and form.figure is None else None
    count, denied = form.count, denied_in(fold(text))
    if denied is not None and denied not in (
        (count.numerator, count.denominator) if count else (form.value,)
    ):
        return None  # it was said of another one
    is_same = told == (Ratio(count.numerator, count.denominator) if count else Percentage(form.value or 0))
    return None if is_same and form.step != "confirm" else told


async def _answer(turn: Turn, form: RecordingForm, text: str) -> None:
    """What is asked of the indicator, of the guard or of the desk; of anything else that it was not kept."""
    if asks_who_is_on_duty(text):
        await duty.tell(turn)
        await forms.ask(turn, form)
        return
    indicator = subject(turn, form) if form.indicator else None
    if indicator and (tell := asked_of(text)):
        await forms.ask_again(turn, form, await tell(turn, indicator, text))
    elif await questions.answer_in_between(turn, text, step_takes_words=True):
        await forms.ask(turn, form)
    else:
        await forms.ask_again(turn, form, words.question_not_kept(text))


def asked_of(text: str) -> Told | None:
    """Who tells what is asked of an indicator by its owner; None for other questions."""
    aspect = aspect_of(fold(text))
    if is_value_asked(text):
        return _value_before
    if asks_who(text):
        return owners_of
    return _ASKED.get(aspect) if aspect else None


async def _value_before(turn: Turn, indicator: Indicator, text: str) -> Reply:
    """What it came to in the period that is asked for, or else the last time."""
    found = await indicators.readings(turn.desk, indicator.number)
    named = find_stretch(fold(text), turn.local_now.date())
    told = named.period if named else None
    then = (
        [one for one in found if told.first_day <= one.period.first_day <= told.last_day] if told else found
    )
    return words.it_was(indicator, headline(then))


async def _target(turn: Turn, indicator: Indicator, _text: str) -> Reply:
    readings = await indicators.readings(turn.desk, indicator.number)
    return lists.targets([indicator], [readings], turn.local_now.date())


async def owners_of(turn: Turn, indicator: Indicator, _text: str) -> Reply:
    return lists.owners([indicator], {indicator.office: await recording.holders(turn.desk, indicator.office)})


async def _formula(_turn: Turn, indicator: Indicator, _text: str) -> Reply:
    return lists.formulas([indicator])


_ASKED: Mapping[Aspect, Told] = {
    Aspect.TARGET: _target,
    Aspect.FORMULA: _formula,
    Aspect.SPREAD: _value_before,
}


def say_value(turn: Turn) -> None:
    """What it came to, where the next question does not show it."""
    form = turn.state.form
    if isinstance(form, RecordingForm) and form.step in UNSHOWN and form.is_told and turn.replies:
        question, ticket = turn.replies.pop()
        told = words.value_is_now(form.value, form.count)
        turn.say(replace(question, text=f"{told}\n\n{question.text}"), ticket=ticket)
