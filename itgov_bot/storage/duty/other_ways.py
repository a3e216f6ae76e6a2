"""Pages that may have to go out by other ways too, and what became of the messages of their last call."""

from datetime import datetime

from sqlalchemy import ColumnElement, exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased
from sqlmodel import col

from itgov_bot.messages import Address
from itgov_bot.records import dataclass
from itgov_bot.storage.prepared import Prepared
from itgov_bot.storage.sending.outbox_items import ReplyItem
from itgov_bot.storage.statements import changed, table_of
from itgov_bot.storage.tables import OutboxRow, PageRow


@dataclass(frozen=True, slots=True)
class Calling:
    """A page that nobody has taken, and when its people are called by their other ways (None: they were)."""

    ticket: int
    other_ways_at: datetime | None


@dataclass(frozen=True, slots=True)
class Sending:
    """What became of an urgent message to a chat: `lost` for good; `refused` at least once and not sent since, or behind
    one that was."""

    to: Address
    sent: bool
    refused: bool
    lost: bool


async def awaiting(session: AsyncSession) -> list[Calling]:
    """The pages whose people have not all been called by their other ways."""
    return await _calling(session, _AWAITING)


async def going_on(session: AsyncSession) -> list[Calling]:
    """The pages that somebody is being called for; in working hours they rest."""
    return await _calling(session, _GOING_ON)


async def mark_used(session: AsyncSession, page: Calling) -> bool:
    """The other ways of this call were used; False when another worker did it or somebody took the ticket."""
    where = (
        col(PageRow.ticket_id) == page.ticket,
        col(PageRow.other_ways_at) == page.other_ways_at,
        col(PageRow.taken_at).is_(None),
    )
    return await changed(session, update(PageRow).where(*where).values(other_ways_at=None))


async def sendings(session: AsyncSession, ticket: int, since: datetime) -> list[Sending]:
    """Of the urgent messages about a ticket that were posted since an instant, the oldest first."""
    about = (col(OutboxRow.ticket_id) == ticket, col(OutboxRow.posted_at) >= since)
    said = (col(OutboxRow.kind) == ReplyItem.kind, col(OutboxRow.urgent).is_(True))
    query = select(OutboxRow, _stands_behind_refused()).where(*about, *said)
    found = await session.execute(query.order_by(col(OutboxRow.id)))
    return [_as_sending(row, behind=behind) for row, behind in found]


def _stands_behind_refused() -> ColumnElement[bool]:
    """A chat is read in order: what was posted while the chat refuses something has not even been tried."""
    earlier = aliased(OutboxRow)
    return exists().where(
        col(earlier.channel) == col(OutboxRow.channel),
        col(earlier.chat) == col(OutboxRow.chat),
        col(earlier.id) < col(OutboxRow.id),
        col(earlier.urgent).is_(True),
        col(earlier.sent_at).is_(None),
        col(earlier.failed_at).is_(None),
        col(earlier.failure).is_not(None),
    )


async def _calling(session: AsyncSession, which: Prepared) -> list[Calling]:
    """Held until the transaction ends, so that of two workers one decides; what the other one holds is left to it.

    A page without a step of its own calls nobody.
    """
    return [Calling(row.ticket_id, row.other_ways_at) for row in await which.rows(session, {})]


_PAGES = table_of(PageRow)
_AWAITING, _GOING_ON = (
    Prepared(
        select(_PAGES)
        .where(has.is_not(None), _PAGES.c.taken_at.is_(None), _PAGES.c.step >= 0)
        .order_by(_PAGES.c.ticket_id)
        .with_for_update(skip_locked=True)
    )
    for has in (_PAGES.c.other_ways_at, _PAGES.c.next_at)
)


def _as_sending(row: OutboxRow, *, behind: bool) -> Sending:
    sent = row.sent_at is not None
    return Sending(
        to=Address(row.channel, row.chat),
        sent=sent,
        refused=not sent and (behind or row.failure is not None),
        lost=row.failed_at is not None,
    )
