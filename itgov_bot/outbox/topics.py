"""The topic of a ticket in a group that has topics: found, opened once, or opened again when somebody deleted it.

Used by the senders alone. Several workers may ask at once: whoever says first that it opens, opens.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from itgov_bot.channels.contract import AnyChannel, HasTopics
from itgov_bot.messages import Address
from itgov_bot.records import dataclass
from itgov_bot.replies import NeverDelivered, TopicGone, TryLater
from itgov_bot.storage import tickets
from itgov_bot.storage.database import Database
from itgov_bot.storage.sending import sent_messages, topics
from itgov_bot.storage.sending.outbox import Waiting
from itgov_bot.storage.sending.outbox_items import AnyItem, TopicItem
from itgov_bot.storage.sending.topics import Topic
from itgov_bot.wording.agents.tickets.card import card_of, topic_title

log = structlog.get_logger(__name__)

OPENING_HOLDS = timedelta(minutes=2)
"""Whoever says that they open a topic and has not done it by then has died."""
ASK_AGAIN_AFTER = timedelta(hours=1)
"""A group whose bot may not open topics gets its tickets in the group itself, and is asked again later."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a ticket's message goes now. `is_new`: the topic was just opened and shows nothing yet."""

    address: Address
    is_new: bool = False


class Topics:
    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    async def place_of(self, waiting: Waiting[AnyItem], channel: AnyChannel) -> Place:
        """The address with the real thread in it. Raises like `send`."""
        ticket = topics.ticket_of(waiting.address.thread)
        if ticket is None:
            return Place(waiting.address)
        group = replace(waiting.address, thread=None)
        if not isinstance(channel, HasTopics):
            return Place(group)
        known = await self._known(ticket, group)
        if known and known.thread:
            return Place(_inside(group, known.thread))
        if known and self._is_refused(known):
            return Place(group)
        return await self._open(ticket, group, channel, known)

    async def is_gone(self, waiting: Waiting[AnyItem], thread: str | None) -> None:
        """Somebody deleted it: forgotten with the card that was in it, so that both come again."""
        ticket = topics.ticket_of(waiting.address.thread)
        if ticket is None:
            return
        async with self._database.transaction() as session:
            await topics.forget(session, ticket, waiting.address, Topic(thread))
            await sent_messages.forget_card(session, waiting.address, card_of(ticket))

    async def keep(self, waiting: Waiting[TopicItem], channel: AnyChannel) -> None:
        """Brings title and state of a topic up to date; one that was never opened, or is gone, is left alone."""
        ticket = topics.ticket_of(waiting.address.thread)
        if ticket is None or not isinstance(channel, HasTopics):
            return
        group, wanted = replace(waiting.address, thread=None), waiting.item
        shown = await self._known(ticket, group)
        if shown is None or shown.thread is None:
            return
        title = wanted.title if wanted.title != shown.title else None
        closed = wanted.closed if shown.title is None or wanted.closed != shown.closed else None
        if title is None and closed is None:
            return
        try:
            await channel.keep_topic(_inside(group, shown.thread), title, closed)
        except TopicGone:
            await self.is_gone(waiting, shown.thread)
            return
        async with self._database.transaction() as session:
            await topics.set_shown(session, ticket, group, shown.thread, wanted.title, closed=wanted.closed)

    async def _known(self, ticket: int, group: Address) -> Topic | None:
        """Raises TryLater while another worker opens it."""
        async with self._database.reading() as session:
            known = await topics.find(session, ticket, group)
        if known and known.opening_since and self._clock() - known.opening_since <= OPENING_HOLDS:
            raise _opened_by_another()
        return known

    def _is_refused(self, known: Topic) -> bool:
        return known.refused_until is not None and self._clock() <= known.refused_until

    async def _open(self, ticket: int, group: Address, channel: HasTopics, known: Topic | None) -> Place:
        """Opens a topic, in three steps, so that no two workers open one for the same ticket:

        1. In a transaction: say that it is being opened since now. It counts only if nothing changed since it was
           looked at; otherwise another worker was first, and this item is tried again in a second.
        2. Outside of it (the vendor may be slow): ask the channel for a topic.
        3. In a transaction: keep the thread, or until when the group refused; after a passing fault forget step 1,
           so that the next attempt begins anew. A worker that dies before this blocks for OPENING_HOLDS.
        """
        since = self._clock()
        async with self._database.transaction() as session:
            mine = await topics.begin(session, ticket, group, known, since)
            title = topic_title(await tickets.get(session, ticket))
        if not mine:
            raise _opened_by_another()
        try:
            thread = await channel.open_topic(group, title)
        except Exception as failure:
            if isinstance(failure, NeverDelivered) and not failure.unreachable:
                await self._keep_refusal(ticket, group, since, failure)
                return Place(group)
            async with self._database.transaction() as session:
                await topics.forget(session, ticket, group, Topic(opening_since=since))
            raise
        async with self._database.transaction() as session:
            await topics.set_opened(session, ticket, group, since, thread, title)
        return Place(_inside(group, thread), is_new=True)

    async def _keep_refusal(
        self, ticket: int, group: Address, since: datetime, refusal: NeverDelivered
    ) -> None:
        log.warning("a topic could not be opened", ticket=ticket, reason=str(refusal))
        async with self._database.transaction() as session:
            await topics.set_refused(session, ticket, group, since, self._clock() + ASK_AGAIN_AFTER)


def _inside(group: Address, thread: str) -> Address:
    return replace(group, thread=thread, strict=True)


def _opened_by_another() -> TryLater:
    return TryLater("another worker is opening the topic", wait=1)
