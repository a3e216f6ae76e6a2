"""The tickets that are going on with a person, and the last words of their talks: what `desk/matters` reads."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.matters import Talk
from itgov_bot.domain.tickets.ticket import LIVE, State, Ticket
from itgov_bot.messages import Address
from itgov_bot.storage import ticket_reading
from itgov_bot.storage.prepared import Prepared
from itgov_bot.storage.sending.outbox_items import ReplyItem
from itgov_bot.storage.statements import table_of
from itgov_bot.storage.tables import AffectedRow, OutboxRow, TicketEventRow, TicketRow
from itgov_bot.storage.ticket_events import as_event
from itgov_bot.storage.ticket_reading import is_live

MAX_READ = 30
"""Tickets of one kind; somebody with more of them open is asked about the newest."""

_ASKS = (EventKind.ANSWERED, EventKind.WAITING, EventKind.REOPENED)
_CALLS = (
    EventKind.PAGED,
    EventKind.PAGE_DECLINED,
    EventKind.PAGE_UNANSWERED,
    EventKind.PAGE_PASSED,
    EventKind.URGENCY_WITHDRAWN,
    EventKind.EVENT_CALLED,
    EventKind.EVENT_DECLINED,
    EventKind.EVENT_MOVED,
)
_TELLS = (EventKind.MESSAGE_ADDED, EventKind.FILE_ADDED, EventKind.DETAILS_TOLD)
_ENDS = (EventKind.RESOLVED, EventKind.CANCELLED)


async def around(session: AsyncSession, person: int, since: datetime) -> tuple[list[Ticket], list[Ticket]]:
    """Their own tickets, and those of others that concern them: outages in which they are counted, and those into which
    theirs went. Of what is over that to which something happened `since`; the newest first."""
    ids = [ticket for (ticket,) in await _AROUND.rows(session, {"person": person, "since": since})]
    found = await _tickets(session, col(TicketRow.id).in_(ids)) if ids else []
    return [one for one in found if one.requester == person], [
        one for one in found if one.requester != person
    ]


_PERSON: BindParameter[int] = bindparam("person")
_SINCE: BindParameter[datetime] = bindparam("since")
_COUNTED = select(col(AffectedRow.ticket_id)).where(col(AffectedRow.person_id) == _PERSON)


def _followed() -> Select[int]:
    """Into what their tickets went, and that in turn."""
    into = col(TicketRow.merged_into_id)
    own: Select[int] = select(into.label("id")).where(
        col(TicketRow.requester_id) == _PERSON, into.is_not(None)
    )
    chain = own.cte("followed", recursive=True)
    further = select(into).join(chain, col(TicketRow.id) == chain.c.id).where(into.is_not(None))
    return select(chain.union(further).c.id)


_AROUND = Prepared(
    select(col(TicketRow.id))
    .where(
        (col(TicketRow.requester_id) == _PERSON)
        | (col(TicketRow.is_outage) & col(TicketRow.id).in_(_COUNTED))
        | (col(TicketRow.id).in_(_followed()) & col(TicketRow.merged_into_id).is_(None)),
        or_(
            *(col(TicketRow.state) == state for state in sorted(LIVE | {State.RESOLVED})),
            col(TicketRow.updated_at) >= _SINCE,
        ),
    )
    .order_by(col(TicketRow.id).desc())
    .limit(MAX_READ)
)


async def held(session: AsyncSession, person: int) -> list[Ticket]:
    """The live tickets of others that they have, urgent or of an event."""
    return await _tickets(session, col(TicketRow.assignee_id) == person, *_urgent_of_others(person))


async def untaken(session: AsyncSession, person: int) -> list[Ticket]:
    """The live tickets of others, urgent or of an event, that nobody has or that wait for whoever was assigned."""
    is_free = col(TicketRow.assignee_id).is_(None) | (col(TicketRow.state) == State.ASSIGNED)
    return await _tickets(session, is_free, *_urgent_of_others(person))


def _urgent_of_others(person: int) -> tuple[ColumnElement[bool], ...]:
    is_urgent = col(TicketRow.urgent) | col(TicketRow.event_at).is_not(None)
    return col(TicketRow.requester_id) != person, is_urgent, is_live()


async def calls(session: AsyncSession, tickets: Sequence[Ticket]) -> dict[int, list[TicketEvent]]:
    """Who was called for each ticket and what they answered, the oldest first."""
    if not tickets:
        return {}
    found: dict[int, list[TicketEvent]] = {one.id: [] for one in tickets}
    where = (col(TicketEventRow.ticket_id).in_(list(found)), col(TicketEventRow.kind).in_(_CALLS))
    query = select(TicketEventRow).where(*where).order_by(col(TicketEventRow.id))
    for row in await session.scalars(query):
        found[row.ticket_id].append(as_event(row))
    return found


async def talks(
    session: AsyncSession, tickets: Sequence[Ticket], reader: int | None = None
) -> dict[int, Talk]:
    """The last words of each ticket's talk with `reader` (an id), or with its requester."""
    if not tickets:
        return {}
    query = (
        select(TicketEventRow)
        .where(
            col(TicketEventRow.ticket_id).in_([one.id for one in tickets]),
            col(TicketEventRow.kind).in_([*_ASKS, *_TELLS, *_ENDS]),
        )
        .order_by(col(TicketEventRow.id))
    )
    requesters = {one.id: one.requester for one in tickets}
    found = dict.fromkeys(requesters, Talk())
    for row in await session.scalars(query):
        requester = requesters[row.ticket_id]
        found[row.ticket_id] = _after(found[row.ticket_id], row, requester, reader or requester)
    return found


def _after(talk: Talk, row: TicketEventRow, requester: int, reader: int) -> Talk:
    """To a ticket that its requester opened again the desk answers «¿qué sigue fallando?». Only the desk answers and lets
    wait, also where somebody of it is the requester. What ends a ticket ends its talk, until the desk writes again."""
    is_theirs = row.actor_id == reader
    if row.kind in _TELLS:
        return replace(talk, told_at=row.at) if is_theirs else talk
    if row.kind in _ENDS:
        return Talk()
    if row.data.get("reader", requester) != reader:
        return talk
    if row.kind == EventKind.REOPENED:
        return replace(talk, asked_at=row.at, asked="", told_at=None) if is_theirs else talk
    return replace(talk, asked_at=row.at, asked=str(row.data.get("text") or ""))


async def last_said_about(session: AsyncSession, address: Address) -> int | None:
    """The ticket that the last message at an address was about, sent or not."""
    found = await _LAST_SAID.rows(session, {"channel": address.channel, "chat": address.chat})
    return found[0].ticket_id if found else None


_SAID = table_of(OutboxRow)
_LAST_SAID = Prepared(
    select(_SAID.c.ticket_id)
    .where(_SAID.c.channel == bindparam("channel"), _SAID.c.chat == bindparam("chat"))
    .where(_SAID.c.kind == ReplyItem.kind)
    .order_by(_SAID.c.id.desc())
    .limit(1)
)


async def _tickets(session: AsyncSession, *where: ColumnElement[bool]) -> list[Ticket]:
    return await ticket_reading.found(session, *where, order=ticket_reading.NEWEST_FIRST, limit=MAX_READ)
