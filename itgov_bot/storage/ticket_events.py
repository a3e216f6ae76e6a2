"""The history of a ticket: what happened, in order."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.calendar import Span
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.undoing import standing
from itgov_bot.storage.prepared import Prepared
from itgov_bot.storage.statements import given, table_of
from itgov_bot.storage.tables import TicketEventRow
from itgov_bot.storage.ticket_reading import ids_of

MOST_COMPLAINTS = 50


async def append(session: AsyncSession, event: TicketEvent) -> None:
    await append_all(session, [event])


async def append_all(session: AsyncSession, events: Sequence[TicketEvent]) -> None:
    """Of many tickets at once."""
    rows = [
        {"ticket_id": one.ticket, "kind": one.kind, "at": one.at, "actor_id": one.actor, "data": one.data}
        for one in events
    ]
    await _APPEND.each(session, rows)


_TABLE = table_of(TicketEventRow)
_ESCALATIONS = Prepared(
    select(_TABLE)
    .where(_TABLE.c.ticket_id == bindparam("of"))
    .where(or_(*(_TABLE.c.kind == kind for kind in (EventKind.ESCALATED, EventKind.UNDONE))))
    .order_by(_TABLE.c.id)
)
_APPEND = Prepared(insert(_TABLE).values(given(_TABLE, ("ticket_id", "kind", "at", "actor_id", "data"))))


async def timeline(session: AsyncSession, ticket: int) -> list[TicketEvent]:
    query = (
        select(TicketEventRow).where(col(TicketEventRow.ticket_id) == ticket).order_by(col(TicketEventRow.id))
    )
    return [as_event(row) for row in await session.scalars(query)]


async def done_by(session: AsyncSession, actor: int, since: datetime) -> list[TicketEvent]:
    """What somebody did to any ticket since then, in order."""
    row = TicketEventRow
    where = (col(row.kind).in_(list(EventKind)), col(row.at) >= since, col(row.actor_id) == actor)
    query = select(row).where(*where).order_by(col(row.id))
    return [as_event(one) for one in await session.scalars(query)]


async def complaints(session: AsyncSession, within: Span) -> list[TicketEvent]:
    row = TicketEventRow
    where = (col(row.kind) == EventKind.COMPLAINED, col(row.at) >= within[0], col(row.at) < within[1])
    query = select(row).where(*where).order_by(col(row.id).desc()).limit(MOST_COMPLAINTS)
    return [as_event(one) for one in await session.scalars(query)]


async def timelines_of(session: AsyncSession, requester: int) -> dict[int, list[TicketEvent]]:
    """Of all cases of a person, by the id of the case."""
    query = (
        select(TicketEventRow)
        .where(col(TicketEventRow.ticket_id).in_(ids_of(requester)))
        .order_by(col(TicketEventRow.id))
    )
    found: dict[int, list[TicketEvent]] = {}
    for row in await session.scalars(query):
        found.setdefault(row.ticket_id, []).append(as_event(row))
    return found


async def last_escalation(session: AsyncSession, ticket: int) -> TicketEvent | None:
    """The last one that was not called back."""
    events = standing([as_event(row) for row in await _ESCALATIONS.rows(session, {"of": ticket})])
    return next((one for one in reversed(events) if one.kind is EventKind.ESCALATED), None)


def as_event(row: TicketEventRow) -> TicketEvent:
    return TicketEvent(row.ticket_id, EventKind(row.kind), row.at, row.actor_id, row.data)


async def forget_details(session: AsyncSession, person: int) -> None:
    """Where they were and how to reach them, as they or the desk said it: the only words of a history that are nothing
    else."""
    where = (
        col(TicketEventRow.ticket_id).in_(ids_of(person)),
        col(TicketEventRow.kind).in_((EventKind.DETAILS_TOLD, EventKind.PLACE_CHANGED)),
    )
    for row in await session.scalars(select(TicketEventRow).where(*where)):
        row.data = {**row.data, "text": ""}
