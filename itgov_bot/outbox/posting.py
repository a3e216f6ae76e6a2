"""Posting: an item enters the outbox in the same transaction as the change it tells of."""

from collections.abc import Sequence
from datetime import datetime

from itgov_bot.messages import RECEIVER, Address, MenuEntry, Reply
from itgov_bot.storage import outbox
from itgov_bot.storage.database import Session
from itgov_bot.storage.outbox_items import MenuItem, ReplyItem, TopicItem, WebhookItem


async def post(
    session: Session,
    address: Address,
    reply: Reply,
    now: datetime,
    *,
    urgent: bool = False,
    ticket: int | None = None,
    expires_at: datetime | None = None,
) -> None:
    """`ticket` makes an answer to the message find its ticket; urgent replies overtake the others.

    After `expires_at` it is no longer sent. Its text is not kept once it left, so it may hold a secret.
    """
    item = ReplyItem(reply)
    await outbox.post(session, address, item, now, urgent=urgent, ticket=ticket, expires_at=expires_at)


async def last_replies(session: Session, address: Address, limit: int) -> list[Reply]:
    """What was posted to an address, sent or not, the newest first."""
    return await outbox.last_replies(session, address, limit)


async def post_menu(session: Session, address: Address, entries: Sequence[MenuEntry], now: datetime) -> None:
    """The commands that the channel shows in this chat."""
    await outbox.post(session, address, MenuItem(tuple(entries)), now)


async def post_topic(
    session: Session, address: Address, title: str, now: datetime, *, closed: bool, ticket: int
) -> None:
    """How the topic of a ticket should be from now on."""
    await outbox.post(session, address, TopicItem(title, closed), now, ticket=ticket)


async def post_webhook(
    session: Session,
    body: str,
    now: datetime,
    *,
    ticket: int,
    expires_at: datetime,
    to: Address = RECEIVER,
    urgent: bool = False,
) -> None:
    """A fact about a ticket as JSON: for the city's other help desk, or `to` the program of a person."""
    item = WebhookItem(body)
    await outbox.post(session, to, item, now, urgent=urgent, ticket=ticket, expires_at=expires_at)
