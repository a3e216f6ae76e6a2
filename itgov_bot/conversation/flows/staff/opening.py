"""The last step of every form that opens a ticket: the urgency decision, and what is said to its requester."""

from __future__ import annotations

from itgov_bot.conversation.context import Turn
from itgov_bot.desk.tickets import open_ticket, reaches_anybody, view
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import Draft, ExceptionKind, Ticket
from itgov_bot.storage import tickets
from itgov_bot.wording.staff import tickets as words
from itgov_bot.wording.staff.registration import offered_with


def exception_told(turn: Turn, text: str, service: str | None) -> ExceptionKind | None:
    """The exception that a text tells of, whatever the hour, by the hours of its service."""
    calendar = turn.desk.calendar(service)
    if calendar is turn.desk.calendars.general:
        return turn.hear(text).exception
    return turn.mind.exception(text, turn.now, calendar)


def after_hours_exception(turn: Turn, text: str, service: str | None) -> ExceptionKind | None:
    """The exception of the ANS that applies now: only while the desk is closed (design, section 5)."""
    if turn.desk.calendar(service).is_open(turn.now):
        return None
    return exception_told(turn, text, service)


def draft(*, text: str, service: str | None, place: str, contact: str, exception: str | None) -> Draft:
    kind = ExceptionKind(exception) if exception else None
    return Draft(text, service, place, contact, kind, urgent=kind is not None)


async def open_and_say(turn: Turn, draft: Draft, files: list[StoredFile]) -> Ticket:
    """Opens the ticket and says to its requester what comes next."""
    ticket = await open_ticket(turn.desk, turn.person, draft, files)
    reached = ticket.urgent and await reaches_anybody(turn.desk, ticket)
    turn.talk.topic.ticket = ticket.number
    turn.talk.report, turn.talk.other_outages = None, []
    reply = words.opened(await view(turn.desk, ticket), reached=reached)
    turn.say(offered_with(reply) if await _may_offer_registration(turn, ticket) else reply, ticket=ticket.id)
    return ticket


async def _may_offer_registration(turn: Turn, ticket: Ticket) -> bool:
    """Once, beside the first case; not to somebody who reports an emergency."""
    if ticket.urgent or turn.is_registered:
        return False
    return await tickets.count_of(turn.desk.session, turn.person.id) == 1
