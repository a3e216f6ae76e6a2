"""Invitations to a role: single use, expiring, revocable. Only the hash of a code is kept."""

from datetime import datetime

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.people import Invitation, Role
from itgov_bot.storage import people
from itgov_bot.storage.statements import changed, inserted
from itgov_bot.storage.tables import InvitationRow

REF = 16
"""Characters of the hash that name an invitation in a button. The hash does not lead back to the code."""


async def add(
    session: AsyncSession,
    code_hash: str,
    role: Role,
    by: int | None,
    now: datetime,
    expires_at: datetime,
    office: str = "",
) -> None:
    """Nobody (None) made it: the command line did."""
    await inserted(
        session,
        InvitationRow(
            code_hash=code_hash,
            role=role,
            office=office,
            created_by=by,
            created_at=now,
            expires_at=expires_at,
        ),
    )


async def find_open(session: AsyncSession, code_hash: str, now: datetime) -> Invitation | None:
    """The invitation, if it can still be used."""
    query = select(InvitationRow).where(col(InvitationRow.code_hash) == code_hash, *_open(now))
    row = await session.scalar(query)
    return await _as_invitation(session, row) if row else None


async def open_ones(session: AsyncSession, now: datetime) -> list[Invitation]:
    """Those that can still be used, the newest first."""
    query = select(InvitationRow).where(*_open(now)).order_by(col(InvitationRow.created_at).desc())
    return [await _as_invitation(session, row) for row in await session.scalars(query)]


async def use(session: AsyncSession, code_hash: str, person: int, now: datetime) -> Role | None:
    """Uses a code up; counted, so that of two people with the same link exactly one gets in."""
    take = update(InvitationRow).where(col(InvitationRow.code_hash) == code_hash, *_open(now))
    taken = take.values(used_by=person, used_at=now).returning(col(InvitationRow.role))
    role = await session.scalar(taken)
    return Role(role) if role else None


async def used_by(session: AsyncSession, code_hash: str, person: int) -> Role | None:
    """The role that this very person got by it."""
    row = await session.get(InvitationRow, code_hash)
    return Role(row.role) if row and row.used_by == person else None


async def revoke(session: AsyncSession, ref: str, by: int, now: datetime) -> bool:
    """Shuts an open invitation; False when it was used, has expired or was revoked meanwhile."""
    shut = update(InvitationRow).where(
        col(InvitationRow.code_hash).startswith(ref, autoescape=True), *_open(now)
    )
    return await changed(session, shut.values(revoked_by=by, revoked_at=now))


def _open(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        col(InvitationRow.used_at).is_(None),
        col(InvitationRow.revoked_at).is_(None),
        col(InvitationRow.expires_at) > now,
    )


async def _as_invitation(session: AsyncSession, row: InvitationRow) -> Invitation:
    by = await people.get(session, row.created_by) if row.created_by else None
    return Invitation(row.code_hash[:REF], Role(row.role), by, row.expires_at, row.office)
