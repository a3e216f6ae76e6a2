"""Outages that were over and failed again: each time before the present one stays as it was told when it was opened again.

It counts whatever becomes of the ticket, unless that turns out to be no outage.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.calendar import Span
from itgov_bot.domain.downtime import Down
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage.tables import TicketEventRow, TicketRow
from itgov_bot.storage.ticket_reading import as_ticket


def as_data(since: datetime, until: datetime) -> dict[str, object]:
    """What the event of a reopening keeps of the time that is over."""
    return {"down": [since.isoformat(), until.isoformat()]}


async def between(session: AsyncSession, start: datetime, end: datetime) -> list[tuple[Ticket, Span]]:
    """Those that lasted at some moment of this span."""
    rows = await session.execute(select(TicketRow, col(TicketEventRow.data)).where(*_reopened_after(start)))
    return [(as_ticket(row), down) for row, data in rows for down in _within(data, start, end)]


async def down_between(session: AsyncSession, start: datetime, end: datetime) -> list[Down]:
    """The same without the tickets."""
    query = select(col(TicketRow.service), col(TicketEventRow.data)).where(*_reopened_after(start))
    return [
        Down(down, service)
        for service, data in await session.execute(query)
        for down in _within(data, start, end)
    ]


async def of_ticket(session: AsyncSession, ticket: int) -> list[Span]:
    query = select(col(TicketEventRow.data)).where(
        col(TicketEventRow.ticket_id) == ticket, col(TicketEventRow.kind) == EventKind.REOPENED
    )
    return [down for data in await session.scalars(query) if (down := _down(data))]


def _reopened_after(start: datetime) -> tuple[ColumnElement[bool], ...]:
    """What was over before a span was opened again before it as well, or is no part of it."""
    return (
        col(TicketEventRow.ticket_id) == col(TicketRow.id),
        col(TicketEventRow.kind) == EventKind.REOPENED,
        col(TicketEventRow.at) > start,
        col(TicketRow.is_outage).is_(True),
    )


def _within(data: Mapping[str, Any], start: datetime, end: datetime) -> list[Span]:
    down = _down(data)
    return [down] if down and down[0] < end and down[1] > start else []


def _down(data: Mapping[str, Any]) -> Span | None:
    """None of what was opened again before it was kept, or was no outage then."""
    if "down" not in data:
        return None
    since, until = data["down"]
    return datetime.fromisoformat(since), datetime.fromisoformat(until)
