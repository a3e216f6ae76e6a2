"""An agent calls their last deed to a ticket back, for a minute: the ticket is as it was, and who was told is told so."""

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets.changes import Overtaken, record
from itgov_bot.desk.tickets.lookup import find
from itgov_bot.domain.people import Person
from itgov_bot.domain.sla import INTO
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.domain.tickets.undoing import WAS, columns_of, last_deed
from itgov_bot.storage import ticket_events, tickets


class NothingToUndo(Exception):
    """The last deed is somebody else's, more than a minute old, or of a kind that is not called back."""


async def undo(desk: Desk, ticket: Ticket, by: Person) -> EventKind:
    """Which deed was called back. Raises NothingToUndo or Overtaken."""
    events = await ticket_events.timeline(desk.session, ticket.id)
    deed = last_deed(events, by.id, desk.now)
    if deed is None:
        raise NothingToUndo
    columns = columns_of(deed.data[WAS])
    to = State(str(columns.pop("state", ticket.state)))
    back = await tickets.change(desk.session, ticket, to, desk.now, assignee=None, **columns)
    if back is None:
        raise Overtaken
    if other := await find(desk, deed.data.get(INTO)):
        await record(desk, other, EventKind.UNDONE, by.id, what=deed.kind, number=ticket.number)
    await record(desk, back, EventKind.UNDONE, by.id, what=deed.kind, **_whom(deed, ticket))
    return deed.kind


def _whom(deed: TicketEvent, ticket: Ticket) -> dict[str, object]:
    """Who had it between the two: they hear that it is not theirs after all."""
    return {"had": ticket.assignee} if deed.data.get("to") else {"raised": deed.kind is EventKind.ESCALATED}
