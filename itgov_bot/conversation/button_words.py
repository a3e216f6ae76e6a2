"""Words that were meant for a button, or as a command, while words for somebody else are awaited: they are asked about."""

from dataclasses import replace

from itgov_bot.actions import Action
from itgov_bot.conversation import command_words, forms
from itgov_bot.conversation.form_types import (
    AgentForm,
    Form,
    PlanForm,
    RecordingForm,
    ResolutionForm,
    new_token,
)
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.conversation.typed import by_label
from itgov_bot.outbox.posting import last_replies
from itgov_bot.replies import CARRIES, MAX_DATA
from itgov_bot.understanding.language.answering.answers import choice_number
from itgov_bot.understanding.language.managing.backing import is_of_note
from itgov_bot.wording import forms as words

STILL_IN_VIEW = 12
"""So many of the last messages may still be on the screen."""


async def asked_if_meant(turn: Turn, form: Form) -> bool:
    """True when the words are also those of a button in view or of a command, and it is asked what they are.

    The buttons of the step itself answer it, so they are none of these. A number is asked about elsewhere.
    """
    goes_out = isinstance(form, AgentForm | ResolutionForm | RecordingForm | PlanForm)  # others show it first
    if not goes_out or not turn.text or turn.files.kept or choice_number(turn.text) is not None:
        return False
    if isinstance(form, AgentForm) and turn.agreed(Answer(text=turn.text)) is not None:
        return False
    is_dropped = isinstance(form, RecordingForm | PlanForm) and turn.answers.is_leaving(turn.text)
    if is_dropped or (isinstance(form, RecordingForm) and is_of_note(turn.text)):
        return False
    if (meant := await _button(turn, form) or command_words.pressing(turn.text)) is None:
        return False
    turn.state.keep(replace(form, asked_at=turn.now))
    turn.ask_about(words.button_or_words(turn.text, forms.named(turn, form), _pressing(meant)), turn.text)
    return True


async def _button(turn: Turn, form: Form) -> str | None:
    """The data of a button of another question that is still in view."""
    shown = await last_replies(turn.desk.session, turn.incoming.address, STILL_IN_VIEW)
    choices = [one for reply in shown for one in reply.choices]
    own = Action.STEP.data(form.token, "")
    if by_label([one for one in choices if one.data.startswith(own)], turn.text):
        return None
    return by_label([one for one in choices if not one.data.startswith(own)], turn.text)


def _pressing(data: str) -> str | None:
    """What presses it from the question; None for a button of a step that is over, or one too long to be carried."""
    carried = Action.FORM.data("press", data)
    is_over = data.startswith((Action.STEP.data(), Action.FORM.data()))
    fits = len(carried.encode()) <= MAX_DATA - len(CARRIES + new_token())
    return carried if fits and not is_over else None
