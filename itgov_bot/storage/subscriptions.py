"""What people are sent without asking. A digest is claimed by moving its next instant on: each leaves once."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.subscriptions import NewsKind, Subscription
from itgov_bot.storage.prepared import Prepared
from itgov_bot.storage.statements import changed, inserted, table_of
from itgov_bot.storage.tables import SubscriptionRow


async def of(session: AsyncSession, person: int) -> Mapping[NewsKind, Subscription]:
    """What somebody chose, by kind."""
    query = select(SubscriptionRow).where(col(SubscriptionRow.person_id) == person)
    return {NewsKind(row.kind): _read(row) for row in await session.scalars(query)}


async def put(session: AsyncSession, chosen: Subscription) -> None:
    """In the place of what they chose before."""
    row = await session.get(SubscriptionRow, (chosen.person, chosen.kind)) or SubscriptionRow(
        person_id=chosen.person, kind=chosen.kind, is_wanted=chosen.is_wanted
    )
    row.is_wanted, row.day, row.hour, row.due_at = chosen.is_wanted, chosen.day, chosen.hour, chosen.due_at
    await inserted(session, row)


async def due(session: AsyncSession, now: datetime) -> list[Subscription]:
    """The digests whose time has come, the earliest first."""
    return [_read(row) for row in await _DUE.rows(session, {"now": now})]


_TABLE = table_of(SubscriptionRow)
_DUE = Prepared(
    select(_TABLE).where(_TABLE.c.due_at <= bindparam("now")).order_by(_TABLE.c.due_at, _TABLE.c.person_id)
)


async def move_on(session: AsyncSession, one: Subscription, to: datetime) -> bool:
    """False when another process was faster."""
    where = (
        col(SubscriptionRow.person_id) == one.person,
        col(SubscriptionRow.kind) == one.kind,
        col(SubscriptionRow.due_at) == one.due_at,
    )
    return await changed(session, update(SubscriptionRow).where(*where).values(due_at=to))


async def forget(session: AsyncSession, person: int) -> None:
    await session.execute(delete(SubscriptionRow).where(col(SubscriptionRow.person_id) == person))


def _read(row: SubscriptionRow) -> Subscription:
    return Subscription(row.person_id, NewsKind(row.kind), row.is_wanted, row.day, row.hour, row.due_at)
