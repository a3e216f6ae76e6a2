"""Posting: a reply enters the outbox in the same transaction as the change it tells of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from itgov_bot.messages import Address, MenuEntry, Reply
from itgov_bot.outbox.topics import topic_body
from itgov_bot.storage import outbox
from itgov_bot.storage.database import Session


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
    """`ticket` makes an answer to the message find its case; urgent replies overtake the others.

    After `expires_at` it is no longer sent. Its text is not kept once it left, so it may hold a secret.
    """
    await outbox.post(
        session,
        address,
        reply.to_json(),
        now,
        urgent=urgent,
        ticket=ticket,
        card=reply.card,
        expires_at=expires_at,
    )


async def post_menu(session: Session, address: Address, entries: Sequence[MenuEntry], now: datetime) -> None:
    """The commands that the channel shows in this chat."""
    await outbox.post(session, address, outbox.menu_body(entries), now, kind="menu")


async def post_topic(
    session: Session, address: Address, title: str, now: datetime, *, closed: bool, ticket: int
) -> None:
    """How the topic of a case should be from now on."""
    body = topic_body(title, closed=closed)
    await outbox.post(session, address, body, now, kind="topic", ticket=ticket)
