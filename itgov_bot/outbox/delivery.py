"""The delivery: the only caller of `send`. Claims, sends, marks; keeps the order of each chat; urgent first."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from itgov_bot.messages import (
    Address,
    Channel,
    ChatMoved,
    Delivered,
    NeverDelivered,
    Reply,
    TopicGone,
    TryLater,
)
from itgov_bot.outbox.lost_codes import tell_of_lost_code
from itgov_bot.outbox.lost_group import leave_group
from itgov_bot.outbox.making import WriteExport, with_file
from itgov_bot.outbox.moving import follow
from itgov_bot.outbox.retry import GIVE_UP_AFTER, next_wait
from itgov_bot.outbox.topics import Topics
from itgov_bot.outbox.undelivered import tell_desk
from itgov_bot.storage import outbox, people
from itgov_bot.storage.database import Database, Session
from itgov_bot.storage.outbox import Waiting

log = structlog.get_logger(__name__)

BATCH = 500
AT_ONCE = {False: 24, True: 6}
"""Sends of one channel under way; the urgent ones (True) have slots of their own, also when all others hang."""
LONGEST_SEND = timedelta(minutes=8)
"""With the making of its file and every part of it: what takes longer is cut off and tried again."""
FAULTS_FORGIVEN = 3
GRACE = 5.0
BREATH = 0.05
TICK = 1.0
"""Seconds between two looks at what has become due. What a turn posts does not wait for it."""


@dataclass(frozen=True, slots=True)
class Lane:
    """What one task serves: the urgent items of a chat, or its others."""

    channel: str
    chat: str
    urgent: bool


class Delivery:
    """Hands what waits in the outbox to the channels. Several processes may run one each.

    A chat is served in order, what is urgent first; a slow chat or channel holds up nobody else.
    """

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        clock: Callable[[], datetime],
        drawings: Path,
        files: Path,
        write_export: WriteExport | None = None,
    ) -> None:
        self._database = database
        self._channels = channels
        self._clock = clock
        self._drawings = drawings
        self._files = files
        self._write_export = write_export
        self._topics = Topics(database, clock)
        self._slots = {
            (name, urgent): asyncio.Semaphore(most) for name in channels for urgent, most in AT_ONCE.items()
        }
        self._serving: dict[Lane, asyncio.Task[None]] = {}
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Something was posted: look now instead of at the next tick."""
        self._woken.set()

    async def run_forever(self) -> None:
        while True:
            # not asyncio.wait_for, which on 3.11 loses a cancellation that comes together with the waking
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(TICK):
                    await self._woken.wait()
            self._woken.clear()
            try:
                await self.start_ready()
            except Exception:
                log.exception("the outbox could not be read")
                await asyncio.sleep(TICK)
            if self._serving:  # in a rush every chat served wakes this: one look for many of them is enough
                await asyncio.sleep(BREATH)

    async def start_ready(self) -> int:
        """Begins to serve every chat that has something to leave and is not being served; returns how many."""
        ready: list[Lane] = []
        async with self._database.reading() as session:
            # Each its own batch: what waits for a receiver hides nobody's messages.
            for name in self._channels:
                found = await outbox.chats_ready(session, name, self._clock(), BATCH)
                ready += [Lane(name, chat, urgent) for chat, urgent in found]
        started = 0
        for lane in ready:  # the urgent ones come first
            if lane not in self._serving and not self._is_overtaken(lane):
                self._serving[lane] = asyncio.create_task(self._serve(lane))
                started += 1
        return started

    async def run_round(self) -> None:
        """Returns when everything that can leave now has left or was put off."""
        while await self.start_ready() or self._serving:
            await self.some_chat_served()

    async def some_chat_served(self) -> None:
        if self._serving:
            await asyncio.wait(self._serving.values(), return_when=asyncio.FIRST_COMPLETED)

    async def close(self) -> None:
        """Sends under way get a moment to end, so that they are marked and not sent again after a restart."""
        if self._serving:
            await asyncio.wait(self._serving.values(), timeout=GRACE)
        for task in list(self._serving.values()):
            task.cancel()

    async def take_over(self) -> None:
        """At start. On SQLite the desk is one process, so what is still claimed was cut off when it last died."""
        if self._database.is_sqlite:
            async with self._database.transaction() as session:
                await outbox.release_all(session)

    async def _serve(self, lane: Lane) -> None:
        """Sends a chat's items in order; between two of them other chats get the slot, and what is urgent overtakes."""
        try:
            while True:
                async with self._slots[lane.channel, lane.urgent]:
                    item = await self._next(lane)
                    if item is None or not await self._deliver(item):
                        return
        except Exception:
            log.exception("a chat could not be served")
            await asyncio.sleep(TICK)  # the database may be back by then; until then this must not spin
        finally:
            del self._serving[lane]
            self.wake()

    async def _next(self, lane: Lane) -> Waiting | None:
        """Looked up when there is a slot for it, not before: something urgent may have come meanwhile."""
        if self._is_overtaken(lane):
            return None
        async with self._database.reading() as session:
            found = await outbox.ready(session, [lane.channel], self._clock(), 1, lane.chat)
        return next((item for item in found if item.urgent == lane.urgent), None)

    def _is_overtaken(self, lane: Lane) -> bool:
        return not lane.urgent and replace(lane, urgent=True) in self._serving

    async def _deliver(self, item: Waiting) -> bool:
        """True when the item is out of the way (sent, or given up for good)."""
        async with self._database.transaction() as session:
            claim = await outbox.claim(session, item.id, self._clock())
        if claim is None:
            return False
        item = replace(item, claim=claim)
        try:
            if item.expires_at and item.expires_at <= self._clock():
                raise NeverDelivered("it was too late for it")
            async with asyncio.timeout(LONGEST_SEND.total_seconds()):
                await self._send(item)
        except TryLater as failure:
            return await self._put_off(item, failure)
        except TimeoutError:
            return await self._put_off(item, TryLater("it took too long"))
        except ChatMoved as moved:
            await self._follow(item, moved.new_chat)
            return False
        except NeverDelivered as failure:
            await self._give_up(item, failure)
        except Exception as failure:  # a fault of ours must not stop the chat's other messages for long
            log.exception("delivery failed", item=item.id)
            if item.attempts < FAULTS_FORGIVEN:  # it may have been a connection that broke off
                return await self._put_off(item, TryLater(type(failure).__name__))
            await self._give_up(item, NeverDelivered(type(failure).__name__))
        return True

    async def _send(self, item: Waiting) -> None:
        channel = self._channels[item.address.channel]
        if item.kind == "menu":
            await channel.show_menu(item.address, outbox.read_menu(item.body))
            await self._mark(item, None, None)
            return
        if item.kind == outbox.WEBHOOK:
            await channel.send(item.address, Reply(item.body))
            await self._mark(item, None, None)
            return
        if item.kind == "topic":
            await self._topics.keep(item, channel)
            await self._mark(item, None, None)
            return
        reply = Reply.from_json(item.body)
        reply = await with_file(reply, self._drawings, self._files, self._write_export)
        editing = await self._message_to_edit(item, reply)
        if editing == "unchanged":
            await self._mark(item, None, None)
            return
        delivered = await self._send_to_its_place(item, channel, reply, editing)
        await self._mark(item, delivered, reply)

    async def _send_to_its_place(
        self, item: Waiting, channel: Channel, reply: Reply, editing: str | None
    ) -> Delivered:
        """In the topic of its case where there is one; a topic that somebody deleted is opened again."""
        place = await self._topics.place_of(item, channel)
        if place.is_new:
            editing = None
            if card := await self._topics.first_card(item):
                shown = await channel.send(place.address, card)
                await self._remember(item, shown, card, ticket_card=card.card)
        try:
            return await channel.send(place.address, reply, editing=editing)
        except TopicGone as gone:
            await self._topics.is_gone(item, place.address.thread)
            if place.is_new:
                raise TryLater(str(gone)) from None
        return await self._send_to_its_place(item, channel, reply, None)

    async def _message_to_edit(self, item: Waiting, reply: Reply) -> str | None:
        """The message that shows this card already; "unchanged" when it shows just this."""
        if item.card is None:
            return None
        async with self._database.reading() as session:
            found = await outbox.message_of_card(session, item.address, item.card)
        if found is None:
            return None
        ref, fingerprint = found
        return "unchanged" if fingerprint == reply.fingerprint() else ref

    async def _mark(self, item: Waiting, delivered: Delivered | None, reply: Reply | None) -> None:
        now = self._clock()
        async with self._database.transaction() as session:
            if not await outbox.mark_sent(session, item.id, item.claim, now):
                log.warning("delivered by another worker too", item=item.id)
            if delivered is not None and reply is not None:
                await self._keep_refs(session, item, delivered, reply, item.card)

    async def _remember(
        self, item: Waiting, delivered: Delivered, reply: Reply, ticket_card: str | None
    ) -> None:
        async with self._database.transaction() as session:
            await self._keep_refs(session, item, delivered, reply, ticket_card)

    async def _keep_refs(
        self, session: Session, item: Waiting, delivered: Delivered, reply: Reply, card: str | None
    ) -> None:
        for ref in delivered.refs or ([delivered.ref] if delivered.ref else []):
            await outbox.remember_message(
                session,
                item.address,
                ref,
                self._clock(),
                ticket=item.ticket,
                card=card if ref == delivered.ref else None,
                fingerprint=reply.fingerprint(),
            )

    async def _put_off(self, item: Waiting, failure: TryLater) -> bool:
        # For a program it is tried until it expires: a weekend without its receiver loses nothing.
        most = GIVE_UP_AFTER - 1 if item.kind == outbox.WEBHOOK else item.attempts + 1
        wait = next_wait(min(item.attempts + 1, most), failure.wait)
        if wait is None or (item.expires_at and self._clock() + wait >= item.expires_at):
            await self._give_up(item, NeverDelivered(str(failure)))
            return True
        async with self._database.transaction() as session:
            await outbox.put_off(session, item.id, item.claim, self._clock() + wait, str(failure))
        log.warning("delivery put off", item=item.id, seconds=wait.total_seconds(), reason=str(failure))
        return False

    async def _give_up(self, item: Waiting, failure: NeverDelivered) -> None:
        log.warning("delivery given up", item=item.id, reason=str(failure), unreachable=failure.unreachable)
        async with self._database.transaction() as session:
            if failure.unreachable:
                await self._chat_is_gone(session, item.address, str(failure))
            if await outbox.mark_failed(session, item.id, item.claim, str(failure), self._clock()):
                await tell_desk(session, item, self._clock())
                await tell_of_lost_code(session, item, self._clock())

    async def _chat_is_gone(self, session: Session, address: Address, reason: str) -> None:
        await people.set_reachable(session, address.channel, address.chat, False)
        await leave_group(session, address, self._clock())
        await outbox.fail_all_to(session, address.channel, address.chat, reason, self._clock())

    async def _follow(self, item: Waiting, new_chat: str) -> None:
        async with self._database.transaction() as session:
            await outbox.give_back(session, item.id, item.claim)
            await follow(session, item.address.channel, item.address.chat, new_chat)
