"""The steps of the form, by their names."""

from __future__ import annotations

from itgov_bot.conversation.flows.staff import verify_email
from itgov_bot.conversation.flows.staff.ticket_form.contact import ask_contact, take_contact
from itgov_bot.conversation.flows.staff.ticket_form.describing import (
    ask_service,
    ask_text,
    take_service,
    take_text,
)
from itgov_bot.conversation.flows.staff.ticket_form.form import CALLED, NAME, go_next
from itgov_bot.conversation.flows.staff.ticket_form.place import ask_place, take_place
from itgov_bot.conversation.flows.staff.ticket_form.sending import ask_urgent, take_urgent
from itgov_bot.conversation.flows.staff.ticket_form.summary import (
    ask_confirm,
    ask_fix,
    take_confirm,
    take_fix,
)
from itgov_bot.conversation.forms import Flow, Step

TICKET_FORM = Flow(
    NAME,
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
