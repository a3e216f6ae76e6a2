"""What is kept of people no longer than it is of use."""

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.tickets.ticket import State
from itgov_bot.storage.tables import (
    AttachmentRow,
    ConversationRow,
    OutboxRow,
    SentMessageRow,
    TicketRow,
    UnmatchedRow,
)

MAIL = "email"
"""The channel whose addresses are people's mailboxes."""


async def end_talks(session: AsyncSession, before: datetime) -> None:
    """Forms that were left in the middle, and what was last spoken of."""
    await session.execute(delete(ConversationRow).where(col(ConversationRow.updated_at) < before))


async def forget_unmatched(session: AsyncSession, before: datetime) -> None:
    """What nobody decided on and did not come again."""
    where = (col(UnmatchedRow.label).is_(None), col(UnmatchedRow.last_at) < before)
    await session.execute(delete(UnmatchedRow).where(*where))


async def forget_mailed(session: AsyncSession, before: datetime) -> None:
    """Letters that left, or never will: nobody answers them, and they lead to a mailbox."""
    is_over = col(OutboxRow.sent_at).is_not(None) | col(OutboxRow.failed_at).is_not(None)
    where = (col(OutboxRow.channel) == MAIL, col(OutboxRow.posted_at) < before, is_over)
    await session.execute(delete(OutboxRow).where(*where))
    sent = (col(SentMessageRow.channel) == MAIL, col(SentMessageRow.sent_at) < before)
    await session.execute(delete(SentMessageRow).where(*sent))


async def forget_contacts(session: AsyncSession, before: datetime) -> None:
    """Of cases that have been over since before then."""
    over = (col(TicketRow.state).in_((State.CLOSED, State.CANCELLED)), col(TicketRow.updated_at) < before)
    is_there = (col(TicketRow.contact) != "") | (col(TicketRow.place) != "")
    await session.execute(update(TicketRow).where(*over, is_there).values(contact="", place=""))


async def forget_files(session: AsyncSession, before: datetime) -> None:
    """Of such cases: no row names the files any more, so that they are swept from the disk."""
    over = (col(TicketRow.state).in_((State.CLOSED, State.CANCELLED)), col(TicketRow.updated_at) < before)
    cases = select(col(TicketRow.id)).where(*over)
    await session.execute(delete(AttachmentRow).where(col(AttachmentRow.ticket_id).in_(cases)))
