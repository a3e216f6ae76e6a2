"""Invitations to a role: single use, expiring. Only the hash of a code is kept."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.people import Role
from itgov_bot.storage.tables import InvitationRow


async def add(
    session: AsyncSession, code_hash: str, role: Role, by: int, now: datetime, expires_at: datetime
) -> None:
    session.add(
        InvitationRow(code_hash=code_hash, role=role, created_by=by, created_at=now, expires_at=expires_at)
    )
    await session.flush()


async def use(session: AsyncSession, code_hash: str, person: int, now: datetime) -> Role | None:
    """Uses a code up; counted, so that of two people with the same link exactly one gets in."""
    take = (
        update(InvitationRow)
        .where(
            col(InvitationRow.code_hash) == code_hash,
            col(InvitationRow.used_at).is_(None),
            col(InvitationRow.expires_at) > now,
        )
        .values(used_by=person, used_at=now)
        .returning(col(InvitationRow.role))
    )
    role = (await session.execute(take)).scalar_one_or_none()
    return Role(role) if role else None
