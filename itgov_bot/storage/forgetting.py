"""What else is kept of a person who asks to be forgotten: replies in the outbox, files that wait in a conversation."""

import json
import re
from collections.abc import Iterable
from html import escape

from sqlalchemy import delete, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import LIVE
from itgov_bot.messages import Address
from itgov_bot.storage import kept_files
from itgov_bot.storage.outbox_items import ReplyItem
from itgov_bot.storage.tables import ConversationRow, OutboxRow, SentMessageRow, TicketRow

WITHHELD = "(borrado)"


async def own_replies(session: AsyncSession, channel: str, chat: str) -> None:
    """What was said to somebody in private, sent or not. Menus carry no personal data and stay."""
    await session.execute(
        delete(OutboxRow).where(
            col(OutboxRow.channel) == channel,
            col(OutboxRow.chat) == chat,
            col(OutboxRow.kind) == ReplyItem.kind,
        )
    )


async def sent_to(session: AsyncSession, address: Address) -> None:
    """What left, or waits to leave, for a mailbox or another address of the person's own."""
    for table in (OutboxRow, SentMessageRow):
        where = (col(table.channel) == address.channel, col(table.chat) == address.chat)
        await session.execute(delete(table).where(*where))


async def replies_about(session: AsyncSession, person: int, secrets: Iterable[str | None]) -> None:
    """What others were told of the person's tickets: once sent it goes; unsent it leaves without `secrets`. So does what
    was said of the person elsewhere."""
    own_cases = select(col(TicketRow.id)).where(col(TicketRow.requester_id) == person)
    about = col(OutboxRow.ticket_id).in_(own_cases)
    gone = or_(col(OutboxRow.sent_at).is_not(None), col(OutboxRow.failed_at).is_not(None))
    await session.execute(delete(OutboxRow).where(about, gone))
    words = [one for one in secrets if one]
    named = [col(OutboxRow.body).contains(_written(one), autoescape=True) for one in words]
    for row in (await session.execute(select(OutboxRow).where(or_(about, *named)))).scalars():
        row.body = _without(row.body, words)


async def contacts_of(session: AsyncSession, person: int) -> set[str]:
    """The contacts and places that stand in the person's tickets."""
    query = select(col(TicketRow.contact), col(TicketRow.place)).where(col(TicketRow.requester_id) == person)
    return {text for row in await session.execute(query) for text in row if text}


async def waiting_files(session: AsyncSession, person: int) -> list[str]:
    """The paths of files that were sent and belong to no ticket and no reading (yet)."""
    states = (
        await session.execute(
            select(col(ConversationRow.state)).where(col(ConversationRow.person_id) == person)
        )
    ).scalars()
    paths = {path for state in states for path in kept_files.paths_in(state)}
    paths |= {one.path for one in await kept_files.without_case(session, person)}
    belonging = kept_files.belonging().subquery()
    kept = select(belonging.c.path).where(belonging.c.path.in_(paths))
    return sorted(paths - set((await session.execute(kept)).scalars()))


async def live_tickets_in_hand(session: AsyncSession, person: int) -> int:
    """How many open tickets are assigned to an agent."""
    where = (col(TicketRow.assignee_id) == person, col(TicketRow.state).in_(sorted(LIVE)))
    return int(
        (await session.execute(select(func.count()).select_from(TicketRow).where(*where))).scalar_one()
    )


def secrets_of(person: Person) -> list[str | None]:
    handle = f"@{person.username}" if person.username else None
    return [person.name, handle, person.contact, person.dependencia, person.email]


def _without(body: str, words: Iterable[str]) -> str:
    """The words as they stand in a reply (escaped for HTML, and again for JSON) or in a webhook (for JSON alone)."""
    for word in sorted(words, key=len, reverse=True):
        for shown in (escape(word, quote=False), word):
            written = _written(shown)
            body = re.sub(rf"(?<!\w){re.escape(written)}(?!\w)", WITHHELD, body)
    return body


def _written(word: str) -> str:
    """As it stands in JSON."""
    return json.dumps(word, ensure_ascii=False)[1:-1]
