"""The chats with a purpose."""

from dataclasses import asdict, fields

from sqlalchemy import delete, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.messages import Address, GroupRights
from itgov_bot.storage.sending.topics import topic_of
from itgov_bot.storage.statements import prepared_look
from itgov_bot.storage.tables import DeskChatRow

_LOOK = prepared_look(DeskChatRow)


async def _of_purpose(session: AsyncSession, purpose: str) -> DeskChatRow | None:
    found = await _LOOK.rows(session, {"purpose": purpose})
    return found[0] if found else None


async def desk_chat(session: AsyncSession, purpose: str, ticket: int | None = None) -> Address | None:
    """The chat with a purpose. For a `ticket`, the topic of that ticket where the group has topics."""
    row = await _of_purpose(session, purpose)
    if row is None:
        return None
    return Address(row.channel, row.chat, topic_of(ticket) if ticket and row.has_topics else None)


async def desk_chat_title(session: AsyncSession, purpose: str) -> str | None:
    row = await _of_purpose(session, purpose)
    return row.title if row else None


async def set_desk_chat(
    session: AsyncSession, purpose: str, address: Address, title: str, *, has_topics: bool = False
) -> None:
    row = DeskChatRow(
        purpose=purpose, channel=address.channel, chat=address.chat, title=title, has_topics=has_topics
    )
    await session.merge(row)
    await session.flush()


async def rights_in(session: AsyncSession, purpose: str) -> GroupRights | None:
    """What we may do in the chat; None where it was not looked at since something changed, or there is none."""
    row = await _of_purpose(session, purpose)
    if row is None or row.rights is None:
        return None
    held = row.rights.split()
    return GroupRights(**{one.name: one.name in held for one in fields(GroupRights)})


async def keep_rights(session: AsyncSession, channel: str, chat: str, rights: GroupRights | None) -> None:
    """None: they are to be looked at again."""
    held = None if rights is None else " ".join(name for name, has in asdict(rights).items() if has)
    where = (col(DeskChatRow.channel) == channel, col(DeskChatRow.chat) == chat)
    await session.execute(update(DeskChatRow).where(*where).values(rights=held))


async def move_desk_chat(session: AsyncSession, channel: str, old: str, new: str) -> None:
    where = (col(DeskChatRow.channel) == channel, col(DeskChatRow.chat) == old)
    await session.execute(update(DeskChatRow).where(*where).values(chat=new))


async def forget_desk_chat(session: AsyncSession, channel: str, chat: str) -> str | None:
    """The chat is lost for its purpose. Its title; None when it had none, or somebody noticed it first."""
    where = (col(DeskChatRow.channel) == channel, col(DeskChatRow.chat) == chat)
    gone = delete(DeskChatRow).where(*where).returning(col(DeskChatRow.title))
    return await session.scalar(gone)
