"""The ratings of solutions: kept, and found where one is low and nobody heard of it yet."""

from datetime import datetime

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.tickets.rating import Rating
from itgov_bot.storage.statements import changed
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
    last, told = col(RatingRow.at), col(RatingRow.told_at)
    is_news = or_(told.is_not(None) & (told <= last), told.is_(None) & (col(RatingRow.stars) <= at_most))
    query = select(RatingRow).where(last > after, last <= until, is_news)
    rows = await session.execute(query.order_by(col(RatingRow.ticket_id)))
    return [as_rating(row) for row in rows.scalars()]


async def mark_told(session: AsyncSession, rating: Rating, now: datetime) -> bool:
    """False when it was told before, also by another worker at the same time."""
    told = col(RatingRow.told_at)
    is_news = or_(told.is_(None), told <= col(RatingRow.at))
    return await changed(session, update(RatingRow).where(_is(rating), is_news).values(told_at=now))


def as_rating(row: RatingRow) -> Rating:
    return Rating(row.ticket_id, row.solved_at, row.stars, row.comment)


def _is(rating: Rating) -> ColumnElement[bool]:
    return (col(RatingRow.ticket_id) == rating.ticket) & (col(RatingRow.solved_at) == rating.solved_at)
