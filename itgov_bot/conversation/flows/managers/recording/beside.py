"""What is asked in the middle of a recording is answered, and it goes on; of an owner the same is answered at any time."""

from collections.abc import Awaitable, Callable, Mapping

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents import duty
from itgov_bot.conversation.flows.managers.recording.by_owner import subject
from itgov_bot.conversation.flows.staff.asked import questions
from itgov_bot.conversation.form_types import RecordingForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import indicators, recording
from itgov_bot.domain.indicators import Indicator, headline
from itgov_bot.replies import Reply
from itgov_bot.understanding.figures.asked import Aspect
from itgov_bot.understanding.figures.orders import aspect_of
from itgov_bot.understanding.language.duty.asked import asks_who_is_on_duty
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.managing.said_beside import asks_who, is_value_asked
from itgov_bot.understanding.language.time.stretches import find_stretch
from itgov_bot.wording.managers import indicator_lists as lists
from itgov_bot.wording.managers.recording import beside as said

Told = Callable[[Turn, Indicator, str], Awaitable[Reply]]


async def answer(turn: Turn, form: RecordingForm, text: str) -> None:
    """What is asked of the indicator, of the guard or of the desk; of anything else that it was not kept."""
    if asks_who_is_on_duty(text):
        await duty.tell(turn)
        await forms.ask(turn, form)
        return
    indicator = subject(turn, form) if form.indicator else None
    spoken = turn.state.of_indicator if asks_who(text) else None
    indicator = turn.desk.reference.indicator(spoken.indicator) if spoken else indicator
    if indicator and (tell := asked_of(text)):
        await forms.ask_again(turn, form, await tell(turn, indicator, text))
    elif await questions.answer_in_between(turn, text, step_takes_words=True):
        await forms.ask(turn, form)
    else:
        await forms.ask_again(turn, form, said.question_not_kept(text))


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
    return said.it_was(indicator, headline(then))


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
