"""Opening a ticket: what happens, where, how to reach the person (with the privacy notice), a file, and «enviar»."""

from itgov_bot.conversation.flows.staff import verify_email
from itgov_bot.conversation.flows.staff.ticket_form import reaching
from itgov_bot.conversation.flows.staff.ticket_form.describing import (
    MIN_LETTERS,
    ask_service,
    open_first_in_line,
    open_form,
    open_ordinary,
    press_new,
    take_service,
    take_text,
)
from itgov_bot.conversation.flows.staff.ticket_form.form import CALLED, go_next
from itgov_bot.conversation.flows.staff.ticket_form.sending import (
    ask_confirm,
    open_and_say,
    take_confirm,
    take_fix,
    take_how_many,
    take_urgent,
)
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.turn import Flow, Step
from itgov_bot.wording.staff import ticket_form as words

__all__ = [
    "MIN_LETTERS",
    "TICKET_FORM",
    "open_and_say",
    "open_first_in_line",
    "open_form",
    "open_ordinary",
    "press_new",
]

TICKET_FORM = Flow(
    "ticket",
    TicketForm,
    CALLED,
    {
        "text": Step(lambda turn, form: words.ask_text(turn.desk.service(form.service)), take_text),
        "service": Step(ask_service, take_service),
        **reaching.steps(
            lambda turn, form: words.ask_place(turn.city, turn.person.dependencia, form.choice), go_next
        ),
        **verify_email.steps(go_next),
        "confirm": Step(ask_confirm, take_confirm, free_text=False),
        "fix": Step(lambda _turn, form: words.ask_fix(form.choice), take_fix, free_text=False),
        "urgent": Step(
            lambda turn, form: words.ask_urgent(turn.city, form.exception, form.choice),
            take_urgent,
            free_text=False,
        ),
        "many": Step(lambda _turn, form: words.ask_how_many(form.choice), take_how_many, free_text=False),
    },
)
