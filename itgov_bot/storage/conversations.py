"""Where each conversation stands, so that a restart or another process goes on with it."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from itgov_bot.storage.statements import prepared_replacing
from itgov_bot.storage.tables import ConversationRow


async def load(session: AsyncSession, person: int, chat: str) -> dict[str, object]:
    row = await session.get(ConversationRow, (person, chat))
    return dict(row.state) if row else {}


async def keep(
    session: AsyncSession, person: int, chat: str, state: dict[str, object], now: datetime
) -> None:
    """In the place of what was kept before."""
    values = {"person_id": person, "chat": chat, "state": state, "updated_at": now}
    await _KEEP.rows(session, values)


_KEEP = prepared_replacing(ConversationRow)


async def forget(session: AsyncSession, person: int) -> None:
    await session.execute(delete(ConversationRow).where(ConversationRow.person_id == person))  # type: ignore[arg-type]
