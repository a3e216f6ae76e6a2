"""A button, pressed or typed: of a step that a form asks, or one of those that stay good (`buttons`)."""

from itgov_bot.actions import Action
from itgov_bot.conversation import forms
from itgov_bot.conversation.buttons import BUTTONS
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.replies import question_of
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.agents.tickets import prompts as agent_words


async def press(turn: Turn, data: str) -> None:
    """A button, pressed or typed."""
    data, turn.question = question_of(data)
    turn.pressed = data
    word, _, rest = data.partition(":")
    if word == Action.STEP:
        await _press_in_form(turn, rest)
    elif word in BUTTONS:
        await BUTTONS[word](turn, rest)
    else:
        turn.toast(form_words.old_button_no_form())


async def _press_in_form(turn: Turn, rest: str) -> None:
    """A button of a step that is asked, whichever was asked last; an older one is answered kindly."""
    token, _, value = rest.partition(":")
    form = turn.state.form
    if asked := next((one for one in turn.state.forms if one.token == token), None):
        turn.state.bring_forward(asked)
        await forms.take(turn, asked, Answer(value=value))
    elif turn.incoming.is_group:
        turn.toast(agent_words.NOT_YOUR_FORM)
    elif form is None:
        turn.toast(form_words.old_button_no_form())
    else:
        turn.say(form_words.old_button())
        await forms.ask(turn, form)
