"""What every flow about a case needs: the case that the form is about, its service, and how its news are told."""

from __future__ import annotations

from itgov_bot.conversation.context import Turn
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.outbox.announcements import News
from itgov_bot.storage import tickets


async def ticket_of_form(turn: Turn) -> Ticket:
    assert turn.talk.form is not None
    ticket = await tickets.by_number(turn.desk.session, str(turn.talk.form.values["ticket"]))
    assert ticket is not None
    return ticket


def news(turn: Turn, ticket: Ticket) -> News:
    return News(turn.desk.session, turn.now, turn.desk.calendar(ticket.service))


def service_of(turn: Turn, ticket: Ticket) -> Service | None:
    return turn.desk.service(ticket.service)
