"""The tickets for which the guard was called in a span of time."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import tickets
from itgov_bot.storage.tables import TicketEventRow


async def paged_between(session: AsyncSession, start: datetime, end: datetime) -> list[Ticket]:
    """In the order in which they were opened."""
    query = (
        select(col(TicketEventRow.ticket_id))
        .where(
            col(TicketEventRow.kind) == EventKind.PAGED,
            col(TicketEventRow.at) >= start,
            col(TicketEventRow.at) < end,
        )
        .distinct()
        .order_by(col(TicketEventRow.ticket_id))
    )
    return [await tickets.get(session, one) for one in await session.scalars(query)]
