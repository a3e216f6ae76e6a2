"""By which other ways people on duty are called."""

from collections.abc import Collection

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.ways import Way, WayKind
from itgov_bot.storage.statements import changed
from itgov_bot.storage.tables import PageWayRow


async def of(session: AsyncSession, people: Collection[int]) -> list[Way]:
    """In a fixed order: mailboxes first."""
    if not people:
        return []
    query = select(PageWayRow).where(col(PageWayRow.person_id).in_(people))
    query = query.order_by(col(PageWayRow.kind), col(PageWayRow.person_id))
    return [Way(row.person_id, WayKind(row.kind), row.address) for row in await session.scalars(query)]


async def keep(session: AsyncSession, way: Way) -> None:
    """Takes the place of the one of its kind."""
    await session.merge(PageWayRow(person_id=way.person, kind=way.kind, address=way.address))
    await session.flush()


async def forget(session: AsyncSession, person: int) -> bool:
    """False when they had none."""
    return await changed(session, delete(PageWayRow).where(col(PageWayRow.person_id) == person))
