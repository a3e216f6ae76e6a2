"""What is asked beside a draft, and answered about its own service; the draft stays as it is."""

from itgov_bot.conversation.flows.staff import wishes
from itgov_bot.conversation.flows.staff.asked import hours, questions
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.understanding import Intent
from itgov_bot.understanding.language.asked_of_service import asks_who_authorizes, asks_who_may, may_ask
from itgov_bot.wording.staff.ticket_form import beside as words


async def answered(turn: Turn, form: TicketForm) -> bool:
    """False where nobody here can tell."""
    if hours.is_clearly_asked(turn, turn.text):
        hours.answer(turn, turn.text)
        return True
    if is_who_may(turn):
        return _tell_who_may(turn, form)
    wish = turn.interpret(turn.text).wish
    return bool(wish and await wishes.answer(turn, wish)) or questions.answered_hours_or_channels(
        turn, turn.text
    )


def is_who_may(turn: Turn) -> bool:
    """«¿Quién puede pedir eso?», «soy contratista, ¿puedo?», «¿quién lo autoriza?»"""
    is_asked = asks_who_may(turn.text) or asks_who_authorizes(turn.text)
    return is_asked or turn.interpret(turn.text).intent is Intent.WHO_MAY


def _tell_who_may(turn: Turn, form: TicketForm) -> bool:
    service = turn.desk.service(form.service)
    if service:
        may = may_ask(turn.text, service.users)
        turn.say(words.who_may(service, may=may, authorizes=asks_who_authorizes(turn.text)))
    return service is not None
