"""The ratings of solutions: kept, and found where one is low and nobody heard of it yet."""

from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.tickets.rating import Rating
from itgov_bot.storage.prepared import Prepared
from itgov_bot.storage.statements import changed, table_of
from itgov_bot.storage.tables import RatingRow


async def keep(session: AsyncSession, rating: Rating, now: datetime) -> None:
    """In the place of what was said of the same solution before."""
    said = update(RatingRow).where(_is(rating)).values(stars=rating.stars, comment=rating.comment, at=now)
    if not await changed(session, said):
        row = RatingRow(ticket_id=rating.ticket, solved_at=rating.solved_at, stars=rating.stars, at=now)
        row.comment = rating.comment
        session.add(row)
        await session.flush()


async def of(session: AsyncSession, ticket: int) -> list[Rating]:
    """Those of all its solutions, the oldest first."""
    query = select(RatingRow).where(col(RatingRow.ticket_id) == ticket).order_by(col(RatingRow.solved_at))
    return [as_rating(row) for row in await session.scalars(query)]


async def to_tell(session: AsyncSession, at_most: int, *, after: datetime, until: datetime) -> list[Rating]:
    """Those so low, last spoken of between the two instants, and not told since; and those that were told as low and
    are better now."""
    asked = {"low": at_most, "after": after, "until": until}
    return [as_rating(row) for row in await _TO_TELL.rows(session, asked)]


_TABLE = table_of(RatingRow)
_LAST, _TOLD = _TABLE.c.at, _TABLE.c.told_at
_IS_NEWS = or_(_TOLD.is_not(None) & (_TOLD <= _LAST), _TOLD.is_(None) & (_TABLE.c.stars <= bindparam("low")))
_TO_TELL = Prepared(
    select(_TABLE)
    .where(_TABLE.c.at > bindparam("after"), _TABLE.c.at <= bindparam("until"), _IS_NEWS)
    .order_by(_TABLE.c.ticket_id)
)


async def mark_told(session: AsyncSession, rating: Rating, now: datetime) -> bool:
    """False when it was told before, also by another worker at the same time."""
    told = col(RatingRow.told_at)
    is_news = or_(told.is_(None), told <= col(RatingRow.at))
    return await changed(session, update(RatingRow).where(_is(rating), is_news).values(told_at=now))


def as_rating(row: RatingRow) -> Rating:
    return Rating(row.ticket_id, row.solved_at, row.stars, row.comment)


def _is(rating: Rating) -> ColumnElement[bool]:
    return (col(RatingRow.ticket_id) == rating.ticket) & (col(RatingRow.solved_at) == rating.solved_at)
