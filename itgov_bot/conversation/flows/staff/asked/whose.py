"""Who is asked something of themselves: whether this is a person, and whether what was told is the desk's at all."""

from itgov_bot.conversation.flows.staff.asked import everyday
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.understanding import Intent
from itgov_bot.understanding.language.asked_of_desk import asks_if_ours, asks_if_person
from itgov_bot.understanding.language.smalltalk import Smalltalk
from itgov_bot.wording import general
from itgov_bot.wording.staff.asked import everyday as words


async def asked(turn: Turn) -> bool:
    """A reader, also in the middle of a form."""
    if asks_if_person(turn.text):
        turn.say(general.smalltalk(turn.city, Smalltalk.WHO_ARE_YOU, turn.local_now))
        return True
    is_asked = asks_if_ours(turn.text)
    if is_asked:
        _answer_if_ours(turn)
    return is_asked


def _answer_if_ours(turn: Turn) -> None:
    """By the service that is being told of, or else by what was told last."""
    form, subject = turn.state.form, turn.state.subject
    service = turn.desk.service(form.service if isinstance(form, TicketForm) else subject.service)
    told = form.text if isinstance(form, TicketForm) else subject.text
    read = turn.interpret(told) if told else None
    if service:
        turn.say(words.ours(turn.city, service, in_form=turn.state.form is not None))
    elif read and read.intent is Intent.OUT_OF_SCOPE:
        everyday.say_elsewhere(turn, told)
    else:
        is_ours = read is not None and read.intent is Intent.SERVICE and read.decision != "none"
        turn.say(words.what_is_ours(turn.city, is_ours=is_ours))
