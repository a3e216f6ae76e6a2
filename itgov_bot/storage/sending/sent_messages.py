"""What stands in a chat because we sent it: the ticket that a message is about, and the card that it shows."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, bindparam, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.people import Role
from itgov_bot.messages import Address
from itgov_bot.records import dataclass
from itgov_bot.storage.prepared import Prepared
from itgov_bot.storage.statements import begins_so, prepared_look, prepared_replacing, table_of
from itgov_bot.storage.tables import PersonRow, RoleGrantRow, SentMessageRow


async def forget_before(session: AsyncSession, moment: datetime) -> None:
    """What old messages are about. A card that is still edited is as young as its last shape."""
    await session.execute(delete(SentMessageRow).where(col(SentMessageRow.sent_at) < moment))


@dataclass(frozen=True, slots=True)
class About:
    """What a message (`ref`, where it was sent) is about, and its name: the card that it shows, or who an answer to it is
    for (`domain/tickets/addressee`)."""

    address: Address
    ref: str
    ticket: int | None
    card: str | None = None
    fingerprint: str | None = None


async def remember(session: AsyncSession, messages: Sequence[About], now: datetime) -> None:
    """The newest shape of a card replaces the older one."""
    rows = [
        {
            "channel": one.address.channel,
            "chat": one.address.chat,
            "ref": one.ref,
            "ticket_id": one.ticket,
            "card": one.card,
            "fingerprint": one.fingerprint,
            "sent_at": now,
        }
        for one in messages
    ]
    await _REMEMBER.each(session, rows)


async def about(session: AsyncSession, address: Address, ref: str) -> tuple[int | None, str | None] | None:
    """The ticket and the name of a message of ours; None when it is not one."""
    found = await _ABOUT.rows(session, {"channel": address.channel, "chat": address.chat, "ref": ref})
    return (found[0].ticket_id, found[0].card) if found else None


_REMEMBER = prepared_replacing(SentMessageRow)
_ABOUT = prepared_look(SentMessageRow)


async def forget_card(session: AsyncSession, address: Address, card: str) -> None:
    """The message that showed a card is gone: the next one is a new message."""
    where = (
        col(SentMessageRow.channel) == address.channel,
        col(SentMessageRow.chat) == address.chat,
        col(SentMessageRow.card) == card,
    )
    await session.execute(update(SentMessageRow).where(*where).values(card=None))


async def leave_card(session: AsyncSession, address: Address, card: str) -> list[str]:
    """The messages that show a card show it no more: the next one is a new message. By the names that are returned each
    can be taken back."""
    refs = await all_showing(session, address, card)
    for ref in refs:
        where = (*_shows(address, card), col(SentMessageRow.ref) == ref)
        await session.execute(update(SentMessageRow).where(*where).values(card=_left(ref)))
    return [_left(ref) for ref in refs]


def _left(ref: str) -> str:
    return f"left:{ref}"


async def all_showing(session: AsyncSession, address: Address, card: str) -> list[str]:
    """Every message that shows a card in a chat: one that could not be edited was followed by another."""
    query = select(col(SentMessageRow.ref)).where(*_shows(address, card))
    return list(await session.scalars(query))


async def set_withdrawn(session: AsyncSession, address: Address, refs: Sequence[str]) -> None:
    """They are shown no more, and whoever answers one all the same still answers what it was."""
    where = (
        col(SentMessageRow.channel) == address.channel,
        col(SentMessageRow.chat) == address.chat,
        col(SentMessageRow.ref).in_(refs),
    )
    await session.execute(update(SentMessageRow).where(*where).values(fingerprint=_WITHDRAWN))


async def showing(session: AsyncSession, address: Address, card: str) -> tuple[str, str | None] | None:
    """The message that shows a card in a chat, and the fingerprint of what it shows."""
    look = _SHOWING_ANY if card.endswith(":") else _SHOWING
    found = await look.rows(session, {"channel": address.channel, "chat": address.chat, "shown": card})
    return (found[0].ref, found[0].fingerprint) if found else None


_TABLE = table_of(SentMessageRow)
_SHOWING, _SHOWING_ANY = (
    Prepared(
        select(_TABLE)
        .where(_TABLE.c.channel == bindparam("channel"), _TABLE.c.chat == bindparam("chat"), shows)
        .order_by(_TABLE.c.sent_at.desc())
        .limit(1)
    )
    for shows in (_TABLE.c.card == bindparam("shown"), begins_so(_TABLE.c.card, "shown"))
)


async def readers_of(session: AsyncSession, card: str, roles: Collection[Role]) -> list[Address]:
    """The private chats of people with any of these roles in which a card is shown."""
    able = select(col(RoleGrantRow.person_id)).where(
        col(RoleGrantRow.role).in_(sorted(roles)), col(RoleGrantRow.ended_at).is_(None)
    )
    query = (
        select(col(PersonRow.channel), col(PersonRow.chat))
        .join(
            SentMessageRow,
            and_(
                col(SentMessageRow.channel) == col(PersonRow.channel),
                col(SentMessageRow.chat) == col(PersonRow.chat),
                col(SentMessageRow.card) == card,
            ),
        )
        .where(col(PersonRow.id).in_(able), col(PersonRow.reachable))
        .distinct()
    )
    return [Address(channel, chat) for channel, chat in await session.execute(query)]


FIXED = "fixed"
"""In place of the fingerprint of a message that cannot be edited."""
_WITHDRAWN = "withdrawn"


def _shows(address: Address, card: str) -> tuple[ColumnElement[bool], ...]:
    """A card that ends with a colon is shown by every name that begins so: the steps of a form."""
    name = col(SentMessageRow.card)
    return (
        col(SentMessageRow.channel) == address.channel,
        col(SentMessageRow.chat) == address.chat,
        name.startswith(card, autoescape=True) if card.endswith(":") else name == card,
        func.coalesce(col(SentMessageRow.fingerprint), "") != _WITHDRAWN,
    )
