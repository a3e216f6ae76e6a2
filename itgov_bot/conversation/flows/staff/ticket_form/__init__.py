"""Opening a ticket: what happens, where, how to reach the person (with the privacy notice), a file, and «enviar»."""

from __future__ import annotations

from itgov_bot.conversation.flows.staff import verify_email
from itgov_bot.conversation.flows.staff.ticket_form.describing import (
    MIN_LETTERS,
    ask_service,
    ask_text,
    open_form,
    open_ordinary,
    press_new,
    take_service,
    take_text,
)
from itgov_bot.conversation.flows.staff.ticket_form.form import CALLED, go_next
from itgov_bot.conversation.flows.staff.ticket_form.reaching import (
    ask_contact,
    ask_place,
    take_contact,
    take_place,
)
from itgov_bot.conversation.flows.staff.ticket_form.sending import (
    ask_confirm,
    ask_fix,
    ask_urgent,
    open_and_say,
    take_confirm,
    take_fix,
    take_urgent,
)
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.turn import Flow, Step

__all__ = ["MIN_LETTERS", "TICKET_FORM", "open_and_say", "open_form", "open_ordinary", "press_new"]

TICKET_FORM = Flow(
    "ticket",
    TicketForm,
    CALLED,
    {
        "text": Step(ask_text, take_text),
        "service": Step(ask_service, take_service),
        "place": Step(ask_place, take_place),
        "contact": Step(ask_contact, take_contact),
        **verify_email.steps(go_next),
        "confirm": Step(ask_confirm, take_confirm, free_text=False),
        "fix": Step(ask_fix, take_fix, free_text=False),
        "urgent": Step(ask_urgent, take_urgent, free_text=False),
    },
)
