"""What was not understood or was corrected: kept without personal data until an administrator decides on it."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.learning import DISMISSED, Unmatched
from itgov_bot.storage.prepared import Prepared
from itgov_bot.storage.statements import added, changed, table_of
from itgov_bot.storage.tables import UnmatchedRow


async def note(session: AsyncSession, text: str, suggested: str | None, now: datetime) -> None:
    """Counts one more arrival of a scrubbed text; a suggestion (what the person chose instead) is kept."""
    if await _count_again(session, text, suggested, now):
        return
    row = UnmatchedRow(text=text, times=1, suggested=suggested, first_at=now, last_at=now)
    if not await added(session, row):  # it came to another process at the same moment
        await _count_again(session, text, suggested, now)


async def _count_again(session: AsyncSession, text: str, suggested: str | None, now: datetime) -> bool:
    values = {"times": UnmatchedRow.times + 1, "last_at": now} | (
        {"suggested": suggested} if suggested else {}
    )
    return await changed(session, update(UnmatchedRow).where(col(UnmatchedRow.text) == text).values(**values))


async def undecided(session: AsyncSession, limit: int, since: datetime) -> list[Unmatched]:
    """The most frequent ones first, of those that came after `since`."""
    query = (
        select(UnmatchedRow)
        .where(col(UnmatchedRow.label).is_(None), col(UnmatchedRow.last_at) >= since)
        .order_by(col(UnmatchedRow.times).desc(), col(UnmatchedRow.id))
        .limit(limit)
    )
    return [_as_unmatched(row) for row in await session.scalars(query)]


async def decided(session: AsyncSession) -> list[Unmatched]:
    """Also what was dismissed, in the order in which it was decided."""
    return [_as_unmatched(row) for row in await _DECIDED.rows(session, {})]


async def taught(session: AsyncSession) -> list[Unmatched]:
    """What was learned, in the same order."""
    return [_as_unmatched(row) for row in await _TAUGHT.rows(session, {})]


_TABLE = table_of(UnmatchedRow)
_ALL_DECIDED = select(_TABLE).where(_TABLE.c.label.is_not(None)).order_by(_TABLE.c.decided_at, _TABLE.c.id)
_DECIDED = Prepared(_ALL_DECIDED)
_TAUGHT = Prepared(_ALL_DECIDED.where(*(_TABLE.c.label != one for one in sorted(DISMISSED))))


async def get(session: AsyncSession, item: int) -> Unmatched | None:
    row = await session.get(UnmatchedRow, item)
    return _as_unmatched(row) if row else None


async def decide(session: AsyncSession, item: int, label: str | None, by: int, now: datetime) -> None:
    """Gives a message its meaning, or (None) takes it back."""
    values = {"label": label, "decided_by": by if label else None, "decided_at": now if label else None}
    await session.execute(update(UnmatchedRow).where(col(UnmatchedRow.id) == item).values(**values))


def _as_unmatched(row: UnmatchedRow) -> Unmatched:
    assert row.id is not None
    return Unmatched(row.id, row.text, row.times, row.suggested, row.label)
