"""The topic of a case in a group that has topics: found, opened once, or opened again when somebody deleted it.

Used by the delivery alone. Several workers may ask at once: whoever says first that it opens, opens.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from itgov_bot.messages import Address, Channel, NeverDelivered, Reply, TopicGone, TryLater
from itgov_bot.storage import outbox, tickets, topics
from itgov_bot.storage.database import Database
from itgov_bot.storage.outbox import Waiting
from itgov_bot.wording.agents.ticket_card import topic_title

log = structlog.get_logger(__name__)

OPENING, REFUSED = "opening@", "refused@"
OPENING_HOLDS = timedelta(minutes=2)
ASK_AGAIN_AFTER = timedelta(hours=1)
"""A group whose bot may not open topics gets its cases in the group itself, and is asked again later."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a case's message goes now. `is_new`: the topic was just opened and shows nothing yet."""

    address: Address
    is_new: bool = False


class Topics:
    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    async def place_of(self, item: Waiting, channel: Channel) -> Place:
        """The address with the real thread in it. Raises like `send`."""
        ticket = topics.ticket_of(item.address.thread)
        if ticket is None:
            return Place(item.address)
        group = replace(item.address, thread=None)
        thread = await self._known(ticket, group)
        if thread is not None:
            return Place(_inside(group, thread))
        return await self._open(ticket, group, channel)

    async def is_gone(self, item: Waiting, thread: str | None) -> None:
        """Somebody deleted it: forgotten with the card that was in it, so that both come again."""
        ticket = topics.ticket_of(item.address.thread)
        if ticket is None:
            return
        async with self._database.transaction() as session:
            await topics.forget(session, ticket, item.address, thread or "")
            await outbox.forget_card(session, item.address, f"ticket:{ticket}")
            await outbox.forget_card(session, item.address, f"topic:{ticket}")

    async def keep(self, item: Waiting, channel: Channel) -> None:
        """Brings title and state of a topic up to date; one that was never opened, or is gone, is left alone."""
        ticket = topics.ticket_of(item.address.thread)
        group = replace(item.address, thread=None)
        thread = await self._known(ticket, group) if ticket else None
        if not thread:
            return
        wanted = json.loads(item.body)
        async with self._database.reading() as session:
            shown = await outbox.message_of_card(session, group, f"topic:{ticket}")
        known = json.loads(shown[1]) if shown and shown[1] else {}
        changed = {key: value for key, value in wanted.items() if known.get(key) != value}
        if not changed:
            return
        try:
            await channel.keep_topic(_inside(group, thread), changed.get("title"), changed.get("closed"))
        except TopicGone:
            await self.is_gone(item, thread)
        else:
            await self._remember(group, thread, ticket, item.body)

    async def first_card(self, item: Waiting) -> Reply | None:
        """A new topic begins with the case's card, unless the card itself is what is being sent."""
        ticket = topics.ticket_of(item.address.thread)
        if item.card == f"ticket:{ticket}":
            return None
        async with self._database.reading() as session:
            body = await outbox.last_of_card(session, item.address, f"ticket:{ticket}")
        return Reply.from_json(body) if body else None

    async def _known(self, ticket: int, group: Address) -> str | None:
        """The thread; "" for the group itself; None when it has to be opened. Raises TryLater while another opens."""
        async with self._database.reading() as session:
            thread = await topics.find(session, ticket, group)
        if thread is None:
            return None
        if thread.startswith(OPENING):
            if self._age(thread) > OPENING_HOLDS:
                return None
            raise TryLater("another worker is opening the topic", wait=1)
        if thread.startswith(REFUSED):
            return None if self._age(thread) > ASK_AGAIN_AFTER else ""
        return thread

    async def _open(self, ticket: int, group: Address, channel: Channel) -> Place:
        mark = f"{OPENING}{self._clock().isoformat()}"
        async with self._database.transaction() as session:
            was = await topics.find(session, ticket, group)
            mine = (
                await topics.put(session, ticket, group, was, mark)
                if was is not None
                else await topics.begin(session, ticket, group, mark)
            )
            title = topic_title(await tickets.get(session, ticket))
        if not mine:
            raise TryLater("another worker is opening the topic", wait=1)
        thread = await self._opened(ticket, group, channel, title, mark)
        return Place(_inside(group, thread), is_new=bool(thread))

    async def _opened(self, ticket: int, group: Address, channel: Channel, title: str, mark: str) -> str:
        thread, kept = "", f"{REFUSED}{self._clock().isoformat()}"
        try:
            thread = kept = await channel.open_topic(group, title)
        except NeverDelivered as refusal:
            if refusal.unreachable:
                await self._forget(ticket, group, mark)
                raise
            log.warning("a topic could not be opened", ticket=ticket, reason=str(refusal))
        except Exception:
            await self._forget(ticket, group, mark)
            raise
        async with self._database.transaction() as session:
            await topics.put(session, ticket, group, mark, kept or f"{REFUSED}{self._clock().isoformat()}")
        if thread:
            await self._remember(group, thread, ticket, topic_body(title, closed=False))
        return thread

    async def _forget(self, ticket: int, group: Address, mark: str) -> None:
        async with self._database.transaction() as session:
            await topics.forget(session, ticket, group, mark)

    async def _remember(self, group: Address, thread: str, ticket: int | None, body: str) -> None:
        """What the topic shows is kept like a card, so that it is not told the same twice."""
        async with self._database.transaction() as session:
            await outbox.remember_message(
                session,
                group,
                f"topic:{thread}",
                self._clock(),
                ticket=ticket,
                card=f"topic:{ticket}",
                fingerprint=body,
            )

    def _age(self, mark: str) -> timedelta:
        return self._clock() - datetime.fromisoformat(mark.partition("@")[2])


def topic_body(title: str, *, closed: bool) -> str:
    """A posted item of the kind `topic`: how the topic should be."""
    return json.dumps({"title": title, "closed": closed}, ensure_ascii=False)


def _inside(group: Address, thread: str) -> Address:
    return replace(group, thread=thread, strict=True) if thread else group
