"""The ticket that a form is about."""

from __future__ import annotations

from itgov_bot.conversation.context import Turn
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import tickets


async def ticket_of_form(turn: Turn) -> Ticket:
    assert turn.talk.form is not None
    ticket = await tickets.by_number(turn.desk.session, str(turn.talk.form.values["ticket"]))
    assert ticket is not None
    return ticket
