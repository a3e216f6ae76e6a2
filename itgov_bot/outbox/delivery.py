"""The delivery: the only caller of `send`. Claims, sends, marks; keeps the order of each chat; urgent first."""

import asyncio
import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from itgov_bot.channels.contract import AnyChannel
from itgov_bot.messages import ChatMoved, NeverDelivered, TryLater
from itgov_bot.outbox import undeliverable
from itgov_bot.outbox.pace import Pace
from itgov_bot.outbox.retry import next_wait
from itgov_bot.outbox.senders import Senders, Shown
from itgov_bot.rendering.attachments import Attachments
from itgov_bot.storage import outbox
from itgov_bot.storage.database import Database
from itgov_bot.storage.outbox import Waiting
from itgov_bot.storage.outbox_items import AnyItem, WebhookItem

log = structlog.get_logger(__name__)

LANES_READ_AT_ONCE = 500
SENDS_AT_ONCE = {False: 24, True: 6}
"""Sends of one channel under way; the urgent ones (True) have slots of their own, also when all others hang."""
MAX_SEND_TIME = timedelta(minutes=8)
"""With the making of its file and every part of it: what takes longer is cut off and tried again."""
FAULTS_FORGIVEN = 3
"""Attempts at an item that meets a fault of ours, which may have been a connection that broke off."""
LOOK_EVERY_SECONDS = 1.0
"""Between two looks at what has become due. What a turn posts does not wait for it."""
RUSH_PAUSE_SECONDS = 0.05
"""In a rush every chat served wakes the delivery: one look for many of them is enough."""
CLOSING_GRACE_SECONDS = 5.0
"""Sends under way may end, so that they are marked and not sent again after a restart."""


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
        channels: Mapping[str, AnyChannel],
        clock: Callable[[], datetime],
        attachments: Attachments,
        *,
        max_send_time: timedelta = MAX_SEND_TIME,
        rush_pause_seconds: float = RUSH_PAUSE_SECONDS,
        urgent_refused: Callable[[], None] = lambda: None,
    ) -> None:
        """`urgent_refused` is called when a channel did not take something urgent: another way may have to."""
        self._database = database
        self._channels = channels
        self._clock = clock
        self._longest_send, self._rush_pause_seconds = max_send_time, rush_pause_seconds
        self._urgent_refused = urgent_refused
        self._senders = Senders(database, clock, attachments)
        self._paces = {name: Pace(channel) for name, channel in channels.items()}
        self._slots = {
            (name, urgent): asyncio.Semaphore(most)
            for name in channels
            for urgent, most in SENDS_AT_ONCE.items()
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
                async with asyncio.timeout(LOOK_EVERY_SECONDS):
                    await self._woken.wait()
            self._woken.clear()
            try:
                await self.start_ready()
            except Exception:
                log.exception("the outbox could not be read")
                await asyncio.sleep(LOOK_EVERY_SECONDS)
            if self._serving:
                await asyncio.sleep(self._rush_pause_seconds)

    async def start_ready(self) -> int:
        """Begins to serve every chat that has something to leave and is not being served; returns how many."""
        ready: list[Lane] = []
        async with self._database.reading() as session:
            # Each its own batch: what waits for a receiver hides nobody's messages.
            for name in self._channels:
                found = await outbox.chats_ready(session, name, self._clock(), LANES_READ_AT_ONCE)
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

    async def close(self, *, grace_seconds: float = CLOSING_GRACE_SECONDS) -> None:
        if self._serving:
            await asyncio.wait(self._serving.values(), timeout=grace_seconds)
        for task in list(self._serving.values()):
            task.cancel()

    async def take_over(self) -> None:
        """At start. On SQLite the desk is one process, so what is still claimed was cut off when it last died."""
        if self._database.is_sqlite:
            async with self._database.transaction() as session:
                await outbox.release_all(session)

    async def _serve(self, lane: Lane) -> None:
        """Sends a chat's items in order; between two of them other chats get the slot, and what is urgent overtakes.

        A chat at its own limit waits without a slot. The limit of the whole channel is waited for in the slot: nobody
        else of the same urgency could send meanwhile either.
        """
        pace = self._paces[lane.channel]
        try:
            while await self._serve_one(lane, pace):
                await pace.after_send(lane.chat, urgent=lane.urgent)
        except Exception:
            log.exception("a chat could not be served")
            await asyncio.sleep(LOOK_EVERY_SECONDS)  # the database may be back by then; this must not spin
        finally:
            del self._serving[lane]
            self.wake()

    async def _serve_one(self, lane: Lane, pace: Pace) -> bool:
        """True when an item is out of the way and the next one may be looked for."""
        async with self._slots[lane.channel, lane.urgent]:
            waiting = await self._next(lane)
            if waiting is None:
                return False
            await pace.before_send(urgent=lane.urgent)
            return not self._is_overtaken(lane) and await self._deliver(waiting)

    async def _next(self, lane: Lane) -> Waiting[AnyItem] | None:
        """Looked up when there is a slot for it, not before: something urgent may have come meanwhile."""
        if self._is_overtaken(lane):
            return None
        async with self._database.reading() as session:
            found = await outbox.ready(session, [lane.channel], self._clock(), 1, lane.chat)
        return next((waiting for waiting in found if waiting.urgent == lane.urgent), None)

    def _is_overtaken(self, lane: Lane) -> bool:
        return not lane.urgent and replace(lane, urgent=True) in self._serving

    async def _deliver(self, waiting: Waiting[AnyItem]) -> bool:
        """True when the item is out of the way (sent, or given up for good).

        1. Claim it, in a transaction: a counted update, so that of several workers exactly one goes on. From here
           on only who shows the claim can mark it.
        2. Send it, outside of any transaction and for MAX_SEND_TIME at the most. A process that is killed between this
           and 3 leaves its claim behind: it is released when it is older than any send, and the item is sent twice.
        3. Mark it, in a transaction: sent, with what the chat shows now; put off; moved with its chat; or given up,
           with what follows from that. Who has lost the claim meanwhile changes nothing.
        """
        async with self._database.transaction() as session:
            claim = await outbox.claim(session, waiting.id, self._clock())
        if claim is None:
            return False
        waiting = replace(waiting, claim=claim)
        try:
            await self._mark_sent(waiting, await self._send(waiting))
        except TryLater as failure:
            return await self._put_off(waiting, failure)
        except ChatMoved as moved:
            await self._move(waiting, moved.new_chat)
            return False
        except NeverDelivered as failure:
            await self._give_up(waiting, failure)
        except Exception as failure:  # a fault of ours must not stop the chat's other messages for long
            log.exception("delivery failed", item=waiting.id)
            if waiting.attempts < FAULTS_FORGIVEN:
                return await self._put_off(waiting, TryLater(type(failure).__name__))
            await self._give_up(waiting, NeverDelivered(type(failure).__name__))
        return True

    async def _send(self, waiting: Waiting[AnyItem]) -> Shown | None:
        if waiting.expires_at and waiting.expires_at <= self._clock():
            raise NeverDelivered("it was too late for it")
        try:
            async with asyncio.timeout(self._longest_send.total_seconds()):
                return await self._senders.send(waiting, self._channels[waiting.address.channel])
        except TimeoutError:
            raise TryLater("it took too long") from None

    async def _mark_sent(self, waiting: Waiting[AnyItem], shown: Shown | None) -> None:
        now = self._clock()
        async with self._database.transaction() as session:
            if not await outbox.mark_sent(session, waiting.id, waiting.claim, now):
                log.warning("delivered by another worker too", item=waiting.id)
            if shown:
                await shown.keep(session, waiting, now)

    async def _put_off(self, waiting: Waiting[AnyItem], failure: TryLater) -> bool:
        # For a program it is tried until it expires: a weekend without its receiver loses nothing.
        endless = isinstance(waiting.item, WebhookItem)
        wait = next_wait(waiting.attempts + 1, failure.wait, endless=endless)
        if wait is None or (waiting.expires_at and self._clock() + wait >= waiting.expires_at):
            await self._give_up(waiting, NeverDelivered(str(failure)))
            return True
        async with self._database.transaction() as session:
            await outbox.put_off(session, waiting.id, waiting.claim, self._clock() + wait, str(failure))
        if waiting.urgent and not waiting.attempts:  # what is refused again was told of before
            self._urgent_refused()
        log.warning("delivery put off", item=waiting.id, seconds=wait.total_seconds(), reason=str(failure))
        return False

    async def _give_up(self, waiting: Waiting[AnyItem], failure: NeverDelivered) -> None:
        reason, now = str(failure), self._clock()
        log.warning("delivery given up", item=waiting.id, reason=reason, unreachable=failure.unreachable)
        async with self._database.transaction() as session:
            if failure.unreachable:
                await undeliverable.chat_gone(session, waiting.address, reason, now)
            if await outbox.mark_failed(session, waiting.id, waiting.claim, reason, now):
                await undeliverable.given_up(session, waiting, now)
        if waiting.urgent:
            self._urgent_refused()

    async def _move(self, waiting: Waiting[AnyItem], new_chat: str) -> None:
        async with self._database.transaction() as session:
            await outbox.give_back(session, waiting.id, waiting.claim)
            await undeliverable.chat_moved(session, waiting.address.channel, waiting.address.chat, new_chat)
