"""An agent calls their last deed to a ticket back, for a minute: the ticket is as it was, and who was told is told so."""

from collections.abc import Sequence
from datetime import datetime

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets.changes import Overtaken, record
from itgov_bot.desk.tickets.lookup import find, get
from itgov_bot.domain.people import Person
from itgov_bot.domain.sla import INTO
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.domain.tickets.undoing import UNDO_FOR, WAS, columns_of, done_at_once, last_deed
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
        data = {"number": ticket.number, "came_from": columns.get("assignee_id")}
        await record(desk, other, EventKind.UNDONE, by.id, what=deed.kind, **data)
    await record(desk, back, EventKind.UNDONE, by.id, what=deed.kind, **_whom(deed, ticket))
    return deed.kind


async def last_done(desk: Desk, by: Person) -> list[Ticket]:
    """The tickets of what somebody did last, with one order to one or to several, if it can still be called back."""
    events = done_at_once(await done_since(desk, by, desk.now - UNDO_FOR))
    return [await get(desk, one.ticket) for one in events]


async def done_since(desk: Desk, by: Person, since: datetime) -> list[TicketEvent]:
    return await ticket_events.done_by(desk.session, by.id, since)


async def undo_all(
    desk: Desk, tickets: Sequence[Ticket], by: Person
) -> tuple[list[Ticket], EventKind | None]:
    """Those that are as they were again, and which deed that was; what somebody moved since stays as it is."""
    undone, deed = list[Ticket](), None
    for ticket in tickets:
        try:
            deed = await undo(desk, ticket, by)
        except (NothingToUndo, Overtaken):
            continue
        undone.append(await get(desk, ticket.id))
    return undone, deed


def _whom(deed: TicketEvent, ticket: Ticket) -> dict[str, object]:
    """Who had it between the two: they hear that it is not theirs after all."""
    return {"had": ticket.assignee} if deed.data.get("to") else {"raised": deed.kind is EventKind.ESCALATED}
