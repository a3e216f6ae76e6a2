"""Posting: an item enters the outbox in the same transaction as the change it tells of."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from itgov_bot.channels.markup import plain_text
from itgov_bot.messages import RECEIVER, Address, Incoming
from itgov_bot.replies import MAX_TOAST, MenuEntry, Reply
from itgov_bot.storage.database import Session
from itgov_bot.storage.sending import cards, outbox
from itgov_bot.storage.sending.outbox_items import (
    MenuItem,
    ReactionItem,
    ReplyItem,
    ToastItem,
    TopicItem,
    WebhookItem,
    WithdrawItem,
)

TOAST_LASTS = timedelta(minutes=15)
"""A channel refuses a press that is too old long before; where none can be reached, the words are said in the chat."""


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


async def answer_press(
    session: Session, incoming: Incoming, now: datetime, said: Reply | None = None, ticket: int | None = None
) -> None:
    """What who pressed is shown, or else in silence that it arrived; nothing when no press waits for it."""
    if incoming.press:
        await _post_toast(session, incoming.press, ToastItem(said, incoming.address), now, ticket)


async def end_press(session: Session, press: Address, now: datetime) -> None:
    """In silence, whatever it leads to."""
    await _post_toast(session, press, ToastItem(None, press), now)


async def _post_toast(
    session: Session, press: Address, item: ToastItem, now: datetime, ticket: int | None = None
) -> None:
    until = now + TOAST_LASTS
    await outbox.post(session, press, item, now, urgent=True, ticket=ticket, expires_at=until)


def is_toast(reply: Reply) -> bool:
    """Whether its words are all of it but for its choices, and short enough to be the answer to a press."""
    is_plain = not (reply.attachment or reply.chart or reply.export or reply.report)
    return is_plain and len(plain_text(reply.text)) <= MAX_TOAST


async def react(
    session: Session,
    address: Address,
    ref: str,
    sign: str,
    instead: Reply,
    now: datetime,
    *,
    ticket: int | None = None,
) -> None:
    """A sign on what somebody wrote; `instead` is said where there can be none."""
    await outbox.post(session, address, ReactionItem(ref, sign, instead), now, ticket=ticket)


async def withdraw(session: Session, address: Address, card: str, now: datetime) -> None:
    """The message that shows a card goes as soon as it can; one that waits to leave does not appear."""
    await outbox.post(session, address, WithdrawItem(card), now, urgent=True)


async def last_of_card(session: Session, address: Address, card: str) -> Reply | None:
    """What a card said last in a chat, sent or not."""
    return await cards.last(session, address, card)


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
