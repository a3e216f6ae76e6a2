"""The delivery: the only caller of `send`. Takes over what is posted here, claims what else waits, sends, marks."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from itgov_bot.channels.contract import AnyChannel
from itgov_bot.outbox.held import Held, Lane, lane_of
from itgov_bot.outbox.outcomes import NotOurs, Outcomes
from itgov_bot.outbox.pace import Pace
from itgov_bot.outbox.senders import Senders, Shown
from itgov_bot.rendering.attachments import Attachments
from itgov_bot.replies import NeverDelivered, TryLater
from itgov_bot.storage.database import Database, Session, alone
from itgov_bot.storage.sending import outbox
from itgov_bot.storage.sending.outbox import Posted, Waiting
from itgov_bot.storage.sending.outbox_items import AnyItem
from itgov_bot.tasks import woken

log = structlog.get_logger(__name__)

LANES_READ_AT_ONCE = 500
ITEMS_OF_A_LANE = 20
"""Taken up at a time, where many wait for one chat."""
SENDS_AT_ONCE = {False: 24, True: 6}
"""Sends of one channel under way; the urgent ones (True) have slots of their own, also when all others hang."""
MAX_SEND_TIME = timedelta(minutes=8)
"""With the making of its file and every part of it: what takes longer is cut off and tried again."""
LOOK_EVERY_SECONDS = 1.0
"""Between two looks at what has become due, or what another process posted. What is posted here does not wait for it."""
LOOKING = 7287_2028
"""The key of PostgreSQL's lock under which one process at a time takes up what waits, so that a chat stays in order."""
RUSH_PAUSE_SECONDS = 0.05
"""In a rush every chat served wakes the delivery: one look for many of them is enough."""
NAP_SECONDS = 0.25
"""At a limit, between two looks whether something urgent, or the end, has come."""
CLOSING_GRACE_SECONDS = 5.0
"""Sends under way may end, so that they are marked and not sent again after a restart."""


class Delivery:
    """Hands what waits in the outbox to the channels. Several processes may run one each.

    A chat is served in order, what is urgent first; a slow chat or channel holds up nobody else. While it runs, what
    is posted in this process is claimed as it is posted and leaves from memory (`take`); the outbox is only looked
    through for what was put off, or what another process or an earlier life of this one left.
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
        self._senders = Senders(database, clock, attachments)
        self._paces = {name: Pace(channel) for name, channel in channels.items()}
        self._slots = {
            (name, urgent): asyncio.Semaphore(most)
            for name in channels
            for urgent, most in SENDS_AT_ONCE.items()
        }
        self._held = Held()
        self._outcomes = Outcomes(database, clock, self._held, urgent_refused)
        self._serving: dict[Lane, asyncio.Task[None]] = {}
        self._woken = asyncio.Event()
        self._is_closing = False

    def wake(self) -> None:
        """Something waits that is not in our hands: look now instead of at the next tick."""
        self._woken.set()

    def take(self, posted: Sequence[Waiting[AnyItem]]) -> None:
        """What was committed in this process. What is not claimed has to wait for its place in the queue."""
        for waiting in posted:
            if waiting.claim and waiting.address.channel in self._channels:
                self._held.add(waiting)
                self._start(lane_of(waiting))
            else:
                self.wake()

    def open_hands(self) -> None:
        """From now on what is posted in this process leaves from memory."""
        self._database.hands = self._hands

    def _hands(self) -> Posted:
        return Posted(self._database.worker if self._held.has_room else None, self.take)

    async def run_forever(self) -> None:
        self.open_hands()
        while True:
            await woken(self._woken, LOOK_EVERY_SECONDS)
            try:
                await self.start_ready()
            except Exception:
                log.exception("the outbox could not be read")
                await asyncio.sleep(LOOK_EVERY_SECONDS)
            if self._serving:
                await asyncio.sleep(self._rush_pause_seconds)

    async def start_ready(self) -> int:
        """Begins to serve every chat that has something to leave and is not being served; returns how many."""
        async with self._database.reading() as session:
            # Each its own batch: what waits for a receiver hides nobody's messages.
            ready = [
                Lane(name, chat, urgent)
                for name in self._channels
                for chat, urgent in await outbox.chats_ready(session, name, self._clock(), LANES_READ_AT_ONCE)
            ]
        free = [lane for lane in ready if lane not in self._serving and not self._is_overtaken(lane)]
        if not free or not self._held.has_room:
            return 0
        async with self._database.transaction() as session:
            await alone(session, LOOKING)
            taken = [item for lane in free for item in await self._take_up(session, lane)]
        for waiting in taken:
            self._held.add(waiting)
        return sum(self._start(lane) for lane in free)  # the urgent ones come first

    async def _take_up(self, session: Session, lane: Lane) -> list[Waiting[AnyItem]]:
        worker, now = self._database.worker, self._clock()
        found = await outbox.ready(session, [lane.channel], now, ITEMS_OF_A_LANE, lane.chat)
        found = [one for one in found if one.urgent == lane.urgent]
        mine = await outbox.claim(session, [one.id for one in found], worker, now)
        return [replace(one, claim=worker) for one in found if one.id in mine]

    def _start(self, lane: Lane) -> bool:
        """A task for a lane that has something to leave, unless it has one or something urgent is leaving."""
        if lane not in self._held or lane in self._serving or self._is_overtaken(lane):
            return False
        self._serving[lane] = asyncio.create_task(self._serve(lane))
        return True

    async def run_round(self) -> None:
        """Returns when everything that can leave now has left or was put off."""
        while await self.start_ready() or self._serving:
            await self.some_chat_served()

    async def some_chat_served(self) -> None:
        if self._serving:
            await asyncio.wait(self._serving.values(), return_when=asyncio.FIRST_COMPLETED)

    async def close(self, *, grace_seconds: float = CLOSING_GRACE_SECONDS) -> None:
        """What is held and not under way is the next process's."""
        self._database.hands = None
        self._is_closing = True
        if self._serving:
            await asyncio.wait(self._serving.values(), timeout=grace_seconds)
        for task in list(self._serving.values()):
            task.cancel()
        await self._outcomes.close()

    async def _serve(self, lane: Lane) -> None:
        """Sends a chat's items in order; between two of them other chats get the slot, and what is urgent overtakes.

        A chat at a limit waits without a slot, and chooses what leaves when it may: at its limit words overtake cards,
        which are merged meanwhile.
        """
        try:
            while (waited := await self._until_it_may(lane)) is not None:
                if not await self._serve_one(lane, cards_last=waited and not lane.urgent):
                    break
        except Exception:
            log.exception("a chat could not be served")
            await asyncio.sleep(LOOK_EVERY_SECONDS)  # the database may be back by then; this must not spin
        finally:
            del self._serving[lane]
            if not (self._start(lane.other) or self._start(lane)):
                self.wake()

    async def _until_it_may(self, lane: Lane) -> bool | None:
        """Whether the lane had to wait for a limit; None when it has nothing to send any more, or must give way."""
        waited = False
        while self._may_go_on(lane):
            wait = self._paces[lane.channel].wait(lane.chat, urgent=lane.urgent)
            if not wait:
                return waited
            waited = True
            await asyncio.sleep(min(wait, NAP_SECONDS))
        return None

    async def _serve_one(self, lane: Lane, *, cards_last: bool) -> bool:
        """True when an item is out of the way and the next one may follow."""
        pace = self._paces[lane.channel]
        async with self._slots[lane.channel, lane.urgent]:
            if not self._may_go_on(lane) or pace.wait(lane.chat, urgent=lane.urgent):
                return self._may_go_on(lane)
            waiting, is_fresh = self._held.next_of(lane, cards_last=cards_last)
            pace.count(lane.chat, urgent=lane.urgent)
            outcome = await self._outcome(waiting, is_fresh)
            pace.take_back(lane.chat, urgent=lane.urgent)
            if outcome is not None:  # the vendor counted it at some time until now
                pace.count(lane.chat, urgent=lane.urgent)
        try:
            return await self._outcomes.keep(waiting, outcome)
        except Exception:  # what became of it is not kept: it is sent again
            self._held.put_back([waiting])
            raise

    def _may_go_on(self, lane: Lane) -> bool:
        return lane in self._held and not self._is_overtaken(lane) and not self._is_closing

    def _is_overtaken(self, lane: Lane) -> bool:
        return not lane.urgent and lane.other in self._serving

    async def _outcome(self, waiting: Waiting[AnyItem], is_fresh: bool) -> Shown | Exception | None:
        """Sends a claimed item, outside of any transaction and for MAX_SEND_TIME at the most.

        A process that is killed before what became of it is kept leaves its claim behind, which is released when
        nothing is heard of it any more, and the item is sent twice.
        """
        try:
            return await self._send(waiting if is_fresh else await self._as_it_stands(waiting))
        except Exception as failure:
            return failure

    async def _as_it_stands(self, waiting: Waiting[AnyItem]) -> Waiting[AnyItem]:
        async with self._database.reading() as session:
            found = await outbox.still_ours(session, waiting)
        if found is None:
            raise NotOurs
        return found

    async def _send(self, waiting: Waiting[AnyItem]) -> Shown | None:
        if waiting.expires_at and waiting.expires_at <= self._clock():
            raise NeverDelivered("it was too late for it")
        try:
            async with asyncio.timeout(self._longest_send.total_seconds()):
                return await self._senders.send(waiting, self._channels[waiting.address.channel])
        except TimeoutError:
            raise TryLater("it took too long") from None
