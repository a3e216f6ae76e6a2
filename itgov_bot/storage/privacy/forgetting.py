"""What else is kept of a person who asks to be forgotten: replies in the outbox, files that wait in a conversation."""

import asyncio
import re

from sqlalchemy import ColumnElement, and_, bindparam, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.messages import Address
from itgov_bot.storage.near import IN_THREAD
from itgov_bot.storage.privacy import kept_files
from itgov_bot.storage.privacy.withholding import Words, in_values, without
from itgov_bot.storage.sending.outbox_items import ReplyItem
from itgov_bot.storage.statements import number_of, table_of
from itgov_bot.storage.tables import (
    ConversationRow,
    OutboxRow,
    PersonRow,
    RoleGrantRow,
    SentMessageRow,
    TicketEventRow,
    TicketRow,
)
from itgov_bot.storage.ticket_reading import is_live

AT_ONCE = 200
"""Rows that are read and written before others have their turn."""
MOST = 4000
"""Rows that are looked at for one person: whoever is called as many messages begin holds nobody up for long."""
_TABLE = table_of(OutboxRow)
_BODY = update(_TABLE).where(_TABLE.c.id == bindparam("item")).values(body=bindparam("left"))


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


async def replies_about(session: AsyncSession, person: int, words: Words) -> None:
    """What others were told of the person's cases: once sent it goes; unsent it leaves without `words`. So does what
    was said of the person elsewhere."""
    own = select(col(TicketRow.id)).where(col(TicketRow.requester_id) == person)
    about = col(OutboxRow.ticket_id).in_(own)
    gone = or_(col(OutboxRow.sent_at).is_not(None), col(OutboxRow.failed_at).is_not(None))
    await session.execute(delete(OutboxRow).where(about, gone))
    await _withhold(session, about, words.in_own_cases)
    if words.stems:
        named = or_(*(col(OutboxRow.body).contains(one, autoescape=True) for one in sorted(words.stems)))
        await _withhold(session, and_(named, _may_name(person)), words.everywhere)


def _may_name(person: int) -> ColumnElement[bool]:
    """What the desk's people were told beside any case, and what is about cases that the person worked on.

    Nothing else: a person who calls themselves as everybody's messages begin changes none of them.
    """
    staff = select(col(RoleGrantRow.person_id))
    others = select(col(PersonRow.chat)).where(col(PersonRow.id).not_in(staff))
    worked = select(col(TicketEventRow.ticket_id)).where(col(TicketEventRow.actor_id) == person)
    led = select(col(TicketRow.id)).where(
        or_(col(TicketRow.assignee_id) == person, col(TicketRow.opened_by) == person)
    )
    beside = and_(col(OutboxRow.ticket_id).is_(None), col(OutboxRow.chat).not_in(others))
    return or_(beside, col(OutboxRow.ticket_id).in_(worked), col(OutboxRow.ticket_id).in_(led))


async def _withhold(session: AsyncSession, where: ColumnElement[bool], words: re.Pattern[str] | None) -> None:
    """Looked for in a thread, and read a few at a time: others go on meanwhile. What is older than the newest `MOST`
    goes when its days are over."""
    newest = select(col(OutboxRow.id)).where(where).order_by(col(OutboxRow.id).desc()).limit(MOST)
    found = list(await session.scalars(newest.execution_options(**{IN_THREAD: True})))
    for start in range(0, len(found), AT_ONCE):
        some = col(OutboxRow.id).in_(found[start : start + AT_ONCE])
        await _rewrite(session, some, words)
        await asyncio.sleep(0)


async def _rewrite(session: AsyncSession, where: ColumnElement[bool], words: re.Pattern[str] | None) -> None:
    rows = (await session.execute(select(_TABLE.c.id, _TABLE.c.kind, _TABLE.c.body).where(where))).all()
    left = ((item, body, without(kind, body, words)) for item, kind, body in rows)
    changed = [{"item": item, "left": new} for item, body, new in left if new != body]
    if changed:
        await session.execute(_BODY, changed)


async def talks_about(session: AsyncSession, person: int, words: Words) -> None:
    """What the desk's people had begun to write about somebody: a case that they open for them."""
    if (pattern := words.in_own_cases) is None:
        return
    staff = select(col(RoleGrantRow.person_id)).where(col(RoleGrantRow.person_id) != person)
    query = select(ConversationRow).where(col(ConversationRow.person_id).in_(staff))
    for row in await session.scalars(query):
        row.state = {key: in_values(one, pattern) for key, one in row.state.items()}


async def contacts_of(session: AsyncSession, person: int) -> set[str]:
    """The contacts that stand in the person's tickets."""
    query = select(col(TicketRow.contact)).where(col(TicketRow.requester_id) == person).distinct()
    return {one for one in await session.scalars(query) if one}


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
    return sorted(paths - set(await session.scalars(kept)))


async def live_tickets_in_hand(session: AsyncSession, person: int) -> int:
    """How many open tickets are assigned to an agent."""
    return await number_of(session, TicketRow, col(TicketRow.assignee_id) == person, is_live())
