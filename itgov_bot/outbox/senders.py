"""How each type of item is sent: a table with one sender for each. Used by the delivery alone."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import structlog

from itgov_bot.channels.contract import AnyChannel, HasMenu, HasToasts, Pins, Reacts, Withdraws
from itgov_bot.channels.markup import plain_text
from itgov_bot.messages import Address
from itgov_bot.outbox.topics import Topics
from itgov_bot.outbox.working import shown_at_work
from itgov_bot.records import dataclass
from itgov_bot.rendering.attachments import Attachments
from itgov_bot.replies import Delivered, DeliveryFailure, NeverDelivered, Reply, TopicGone, TryLater
from itgov_bot.storage.database import Database
from itgov_bot.storage.sending import cards, sent_messages, topics
from itgov_bot.storage.sending import outbox_items as items
from itgov_bot.storage.sending.outbox import Waiting
from itgov_bot.storage.sending.sent_messages import About
from itgov_bot.wording.agents.tickets.card import card_of
from itgov_bot.wording.forms import over

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Shown:
    """What now stands in a chat: kept, so that an answer finds its ticket and a card its message."""

    delivered: Delivered
    reply: Reply

    def about(self, waiting: Waiting[items.AnyItem]) -> list[About]:
        first, refs = self.delivered.ref, self.delivered.refs
        return [
            About(waiting.address, ref, waiting.ticket, *self._shape(is_first=ref == first))
            for ref in refs or ([first] if first else [])
        ]

    def _shape(self, *, is_first: bool) -> tuple[str | None, str | None]:
        """The name of the message: any part of a long one may be answered, and the first one shows the card."""
        name = self.reply.prompt or self.reply.card or self.reply.addressee
        if self.reply.card is None:
            return name, None
        shows = self.reply.fingerprint() if self.reply.can_change else sent_messages.FIXED
        return (name, shows) if is_first else (None, None)


Sender = Callable[[Waiting[Any], AnyChannel], Awaitable[Shown | None]]


class Senders:
    """Sends one claimed item; who calls marks it, in one transaction with what is shown now."""

    def __init__(self, database: Database, clock: Callable[[], datetime], attachments: Attachments) -> None:
        self._database = database
        self._clock = clock
        self._attachments = attachments
        self._topics = Topics(database, clock)
        self._by_type: Mapping[type[items.AnyItem], Sender] = {
            items.ReplyItem: self._send_reply,
            items.ToastItem: self._show_toast,
            items.ReactionItem: self._react,
            items.WithdrawItem: self._withdraw,
            items.MenuItem: self._show_menu,
            items.TopicItem: self._keep_topic,
            items.WebhookItem: self._send_webhook,
            items.UnreadableItem: self._refuse,
        }

    async def send(self, waiting: Waiting[items.AnyItem], channel: AnyChannel) -> Shown | None:
        """Raises like `Channel.send`."""
        return await self._by_type[type(waiting.item)](waiting, channel)

    async def _send_reply(self, waiting: Waiting[items.ReplyItem], channel: AnyChannel) -> Shown | None:
        """A new message, or a new shape of the one that shows its card; nothing when it shows just this, or goes.

        A card shows its newest shape at once: those that wait behind it are then nothing new.
        """
        newest = await self._newest(waiting)
        if newest is None:
            return None
        async with shown_at_work(channel, waiting.address, newest):
            reply = await self._attachments.made(newest)
        ref, fingerprint = await self._message_of_card(waiting, reply.card)
        if ref and fingerprint == reply.fingerprint():
            return None
        editing = None if fingerprint == sent_messages.FIXED else ref
        delivered = await self._send_to_its_place(waiting, channel, reply, editing=editing)
        if ref and reply.prompt and delivered.ref != ref:
            await self._take_back(waiting.address, channel, [ref])  # the question could not be edited
        if reply.pinned and delivered.ref and delivered.ref != ref:
            await _pin(waiting.address, channel, delivered.ref)
        return Shown(delivered, reply)

    async def _newest(self, waiting: Waiting[items.ReplyItem]) -> Reply | None:
        """None: a newer one is shown already, or its card is taken back."""
        reply = waiting.item.reply
        if reply.card is None:
            return reply
        async with self._database.reading() as session:
            newest = await cards.newest(session, waiting, reply.card)
        return newest.reply if isinstance(newest, items.ReplyItem) else None

    async def _show_toast(self, waiting: Waiting[items.ToastItem], channel: AnyChannel) -> None:
        """A press that was answered before, or is too old, shows nothing more: what it should show is then said."""
        said = waiting.item.said
        text = plain_text(said.text) if said else ""
        is_shown = isinstance(channel, HasToasts) and await channel.answer_press(waiting.address, text)
        if said and not is_shown:
            raise NeverDelivered("the press is over")

    async def _react(self, waiting: Waiting[items.ReactionItem], channel: AnyChannel) -> None:
        item = waiting.item
        if not (isinstance(channel, Reacts) and await channel.react(waiting.address, item.ref, item.sign)):
            raise NeverDelivered("no sign can be put on it")

    async def _withdraw(self, waiting: Waiting[items.WithdrawItem], channel: AnyChannel) -> None:
        card = waiting.item.card
        async with self._database.reading() as session:
            is_asked_again = await cards.newest(session, waiting, card) is not waiting.item
            refs = [] if is_asked_again else await sent_messages.all_showing(session, waiting.address, card)
        await self._take_back(waiting.address, channel, refs)

    async def _take_back(self, address: Address, channel: AnyChannel, refs: Sequence[str]) -> None:
        if refs and isinstance(channel, Withdraws):
            for ref in refs:
                await channel.withdraw(address, ref, over())
            async with self._database.transaction() as session:
                await sent_messages.set_withdrawn(session, address, refs)

    async def _show_menu(self, waiting: Waiting[items.MenuItem], channel: AnyChannel) -> None:
        if isinstance(channel, HasMenu):
            await channel.show_menu(waiting.address, waiting.item.entries)

    async def _keep_topic(self, waiting: Waiting[items.TopicItem], channel: AnyChannel) -> None:
        await self._topics.keep(waiting, channel)

    async def _send_webhook(self, waiting: Waiting[items.WebhookItem], channel: AnyChannel) -> None:
        await channel.send(waiting.address, waiting.item.body)

    async def _refuse(self, waiting: Waiting[items.UnreadableItem], channel: AnyChannel) -> None:
        raise NeverDelivered(f"a {waiting.item.kind} that cannot be read: {waiting.item.reason}")

    async def _message_of_card(
        self, waiting: Waiting[items.ReplyItem], card: str | None
    ) -> tuple[str | None, str | None]:
        if card is None:
            return None, None
        async with self._database.reading() as session:
            return await sent_messages.showing(session, waiting.address, card) or (None, None)

    async def _send_to_its_place(
        self, waiting: Waiting[items.ReplyItem], channel: AnyChannel, reply: Reply, *, editing: str | None
    ) -> Delivered:
        """In the topic of its ticket where there is one; a topic that somebody deleted is opened again."""
        place = await self._topics.place_of(waiting, channel)
        if place.is_new:
            editing = None
            if card := await self._first_card(waiting):
                shown = Shown(await channel.send(place.address, card), card)
                async with self._database.transaction() as session:
                    await sent_messages.remember(session, shown.about(waiting), self._clock())
        try:
            return await channel.send(place.address, reply, editing=editing)
        except TopicGone as gone:
            await self._topics.is_gone(waiting, place.address.thread)
            if place.is_new:
                raise TryLater(str(gone)) from None
        return await self._send_to_its_place(waiting, channel, reply, editing=None)

    async def _first_card(self, waiting: Waiting[items.ReplyItem]) -> Reply | None:
        """A new topic begins with the ticket's card, unless the card itself is what is being sent."""
        ticket = topics.ticket_of(waiting.address.thread)
        if ticket is None or waiting.item.reply.card == card_of(ticket):
            return None
        async with self._database.reading() as session:
            return await cards.last(session, waiting.address, card_of(ticket))


async def _pin(address: Address, channel: AnyChannel, ref: str) -> None:
    """It stands in the chat already: that it cannot be pinned takes nothing from it."""
    try:
        is_pinned = isinstance(channel, Pins) and await channel.pin(address, ref)
    except DeliveryFailure as failure:
        log.warning("a message could not be pinned", reason=str(failure))
    else:
        log.info("pinned", done=is_pinned)
