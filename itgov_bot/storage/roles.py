"""The audit of the roles: who gave which to whom, and who took it. Grants are made and ended in `people`."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.people import Grant, Role
from itgov_bot.storage import people
from itgov_bot.storage.tables import RoleGrantRow


async def history_of(session: AsyncSession, person: int) -> list[Grant]:
    """Every role that a person has or had, the oldest first."""
    query = select(RoleGrantRow).where(col(RoleGrantRow.person_id) == person).order_by(col(RoleGrantRow.id))
    return [await _as_grant(session, row) for row in await session.scalars(query)]


async def in_force(session: AsyncSession) -> list[Grant]:
    """Who has which role now, in the order in which they were given."""
    query = select(RoleGrantRow).where(col(RoleGrantRow.ended_at).is_(None)).order_by(col(RoleGrantRow.id))
    return [await _as_grant(session, row) for row in await session.scalars(query)]


async def _as_grant(session: AsyncSession, row: RoleGrantRow) -> Grant:
    return Grant(
        role=Role(row.role),
        person=await people.get(session, row.person_id),
        given_by=await people.get(session, row.granted_by) if row.granted_by else None,
        given_at=row.granted_at,
        ended_by=await people.get(session, row.ended_by) if row.ended_by else None,
        ended_at=row.ended_at,
        office=row.office,
    )
