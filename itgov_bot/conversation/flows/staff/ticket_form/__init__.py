"""Opening a ticket: what happens, where, how to reach the person (with the privacy notice), a file, and «enviar»."""

from itgov_bot.conversation.flows.staff.ticket_form.beginning import open_form, open_ordinary, press_new
from itgov_bot.conversation.flows.staff.ticket_form.describing import SHORTEST
from itgov_bot.conversation.flows.staff.ticket_form.sending import open_and_say, send_apart
from itgov_bot.conversation.flows.staff.ticket_form.table import TICKET_FORM

__all__ = ["SHORTEST", "TICKET_FORM", "open_and_say", "open_form", "open_ordinary", "press_new", "send_apart"]
