"""Roles: given, held, taken away; and the audit of who gave which to whom, and who took it."""

from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, select
from sqlalchemy import update as change
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.people import Grant, Person, Role
from itgov_bot.storage import people
from itgov_bot.storage.people import as_person
from itgov_bot.storage.prepared import Prepared
from itgov_bot.storage.statements import changed, prepared_if_new, table_of
from itgov_bot.storage.tables import PersonRow, RoleGrantRow


async def of(session: AsyncSession, person: int) -> frozenset[Role]:
    """The roles in force now. Everybody is staff."""
    query = select(col(RoleGrantRow.role)).where(
        col(RoleGrantRow.person_id) == person, col(RoleGrantRow.ended_at).is_(None)
    )
    return frozenset({Role.STAFF, *(Role(role) for role in await session.scalars(query))})


async def offices_of(session: AsyncSession, person: int) -> frozenset[str]:
    """The offices that somebody holds now: those for whose indicators they answer."""
    query = select(col(RoleGrantRow.office)).where(*_in_force(person, Role.OWNER))
    return frozenset(await session.scalars(query))


async def with_role(session: AsyncSession, role: Role, office: str | None = None) -> list[Person]:
    """Everybody who has a role (an owner's for an office) now, each once, in the order in which they got it."""
    found = await _WITH_ROLE.rows(session, {"held": role})
    return list({row.id: as_person(row) for row in found if office in (None, row.of_office)}.values())


async def grant(
    session: AsyncSession, person: int, role: Role, by: int | None, now: datetime, office: str = ""
) -> bool:
    """Gives a role (an owner's for one office); False when the person had it already."""
    given = {"person_id": person, "role": role, "office": office, "granted_by": by, "granted_at": now}
    return bool(await _GRANTED.rows(session, given))


async def revoke(
    session: AsyncSession,
    person: int,
    role: Role,
    by: int | None,
    now: datetime,
    office: str | None = None,
) -> bool:
    """Ends a role, an owner's for one office or for all; False when the person did not have it."""
    where = _in_force(person, role)
    of_office = () if office is None else (col(RoleGrantRow.office) == office,)
    ended = change(RoleGrantRow).where(*where, *of_office).values(ended_by=by, ended_at=now)
    return await changed(session, ended)


def _in_force(person: int, role: Role) -> tuple[ColumnElement[bool], ...]:
    return (
        col(RoleGrantRow.person_id) == person,
        col(RoleGrantRow.role) == role,
        col(RoleGrantRow.ended_at).is_(None),
    )


_GRANTED = prepared_if_new(RoleGrantRow, "person_id", "role", "office", "granted_by", "granted_at")
_WITH_ROLE = Prepared(
    select(table_of(PersonRow), col(RoleGrantRow.office).label("of_office"))
    .join(RoleGrantRow, col(RoleGrantRow.person_id) == table_of(PersonRow).c.id)
    .where(col(RoleGrantRow.role) == bindparam("held"), col(RoleGrantRow.ended_at).is_(None))
    .order_by(col(RoleGrantRow.id))
)


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
