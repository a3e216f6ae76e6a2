"""What comes in: updates are kept, confirmed to their channel at once, and their turns taken from here.

Turns of one person (a line) run in order, those of different people side by side. Nothing that was kept is lost: a turn
ends its update in its own transaction (`storage.inbox.finish`), and what a process leaves behind, another one or its
next life takes up.
"""

import asyncio
import contextlib
import itertools
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

import structlog

from itgov_bot.backoff import Backoff
from itgov_bot.messages import Address, Arrival, DeskAway, Event, Incoming, in_one
from itgov_bot.storage import inbox
from itgov_bot.storage.database import Database, Session
from itgov_bot.tasks import ended, woken

log = structlog.get_logger(__name__)

MOST_OF_A_LINE = 30
"""Turns that may wait for one person; what they write beyond that is told once to be too fast, then dropped."""
IN_HAND = 200
"""Updates that one process works on; on PostgreSQL others take up what comes beyond."""
LOOK_EVERY_SECONDS = 1.0
"""Between two looks at what another process left."""
STANDSTILL_SECONDS = 0.5
"""When no turn ended for so long, those in hand are slow, and must not keep the others out."""
MAX_FAULTS = 3
"""While the desk is away (DeskAway) an update is tried without end. Any other fault is the update's own: after so many
attempts it is logged and done."""
BACKOFF = Backoff(first_seconds=1, max_seconds=30)
NEXT_OF_ALBUM_SECONDS = 0.3
"""How long the next file of an album may be on its way: they come at once, but one by one."""
CLOSING_GRACE_SECONDS = 5.0
"""Turns under way may end; the others are taken up by the next process."""


PATIENCE_SECONDS = 3.0
"""After which the button of a press whose turn is not done stops looking as if nobody had felt it."""


class Inbox:
    """`receive` takes the turn of an event, which answers its press; `slow_down` tells somebody that they write faster than
    they are answered; `end_press` ends the waiting of a press whose turn does not come, or takes long."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        receive: Callable[[Event], Awaitable[None]],
        slow_down: Callable[[Event], Awaitable[None]],
        end_press: Callable[[Address], Awaitable[None]],
        *,
        backoff: Backoff = BACKOFF,
        patience_seconds: float = PATIENCE_SECONDS,
    ) -> None:
        self._database, self._clock, self._backoff = database, clock, backoff
        self._receive, self._slow_down, self._end_press = receive, slow_down, end_press
        self._patience_seconds = patience_seconds
        self._pressed: dict[str, asyncio.TimerHandle] = {}
        self._ending: dict[str, asyncio.Task[None]] = {}
        self._read: Callable[[str], Event | None] = lambda body: None
        self._lines: dict[str, deque[Arrival]] = {}
        self._working: dict[str, asyncio.Task[None]] = {}
        self._looking: asyncio.Task[None] | None = None
        self._too_fast: set[str] = set()
        self._done: set[str] = set()
        self._look_now = asyncio.Event()
        self._moved = asyncio.Condition()
        self._in_hand = 0
        self._some_left = True

    def open(self, read: Callable[[str], Event | None]) -> None:
        """`read` makes of a kept body what happened; None when it is of no concern. From now on turns are taken."""
        self._read = read
        self._looking = self._looking or asyncio.create_task(self._look_forever())

    async def keep(self, arrivals: Sequence[Arrival]) -> list[Arrival]:
        """Those that had not come before. When it returns they may be confirmed: they are kept, or refused for good.

        Raises what the database raises while it is away: then they have to come again.
        """
        async with self._database.transaction() as session:
            dropped = await self._drop_done(session)
            kept = await inbox.keep(
                session, arrivals, self._database.worker, self._room(), MOST_OF_A_LINE, self._clock()
            )
            if self._database.is_sqlite:  # their turns are kept with them, or after them
                self._put(kept.taken)
        self._done -= dropped
        self._some_left = self._some_left or kept.some_left
        if not self._database.is_sqlite:
            self._put(kept.taken)
        for arrival in kept.refused:
            await self._refuse(arrival)
        return kept.new

    async def has_room(self) -> None:
        """Returns when more may be fetched: those in hand are few, or do not get on."""
        with contextlib.suppress(TimeoutError):
            while self._in_hand >= IN_HAND:
                async with asyncio.timeout(STANDSTILL_SECONDS), self._moved:
                    await self._moved.wait()

    async def settled(self) -> None:
        """Returns when the turns of all that is in hand are done."""
        async with self._moved:
            await self._moved.wait_for(lambda: not self._in_hand)

    async def close(self, *, grace_seconds: float = CLOSING_GRACE_SECONDS) -> None:
        if self._looking:
            self._looking.cancel()
        for waiting in self._lines.values():  # what has not begun is left for the next process
            while len(waiting) > 1:
                waiting.pop()
        tasks = list(self._working.values())
        if tasks and grace_seconds:
            await asyncio.wait(tasks, timeout=grace_seconds)
        for timer in self._pressed.values():
            timer.cancel()
        await ended([*tasks, *self._ending.values(), *([self._looking] if self._looking else [])])
        with contextlib.suppress(Exception):  # it is found to be done before, or to need no turn, once more
            async with self._database.transaction() as session:
                await self._drop_done(session)

    def _room(self) -> int:
        """On SQLite nobody else is there to share with."""
        return 1_000_000 if self._database.is_sqlite else max(0, IN_HAND - self._in_hand)

    def _put(self, arrivals: Sequence[Arrival]) -> None:
        """What could not be kept comes again, and may be in hand already."""
        for arrival in arrivals:
            waiting = self._lines.setdefault(arrival.line, deque())
            if arrival in waiting:
                continue
            self._in_hand += 1
            self._watch(arrival)
            waiting.append(arrival)
            if arrival.line not in self._working:
                self._working[arrival.line] = asyncio.create_task(self._work(arrival.line))

    async def _work(self, line: str) -> None:
        waiting = self._lines[line]
        try:
            while waiting:
                together = await self._together(waiting)
                await self._until_done(together)
                for arrival in together:
                    self._stop_watching(arrival.key)
                    self._done.add(waiting.popleft().key)
                    await self._one_less()
        finally:
            self._in_hand -= len(waiting)
            del self._lines[line], self._working[line]
            self._too_fast.discard(line)

    async def _together(self, waiting: Sequence[Arrival]) -> list[Arrival]:
        """One update, or all those of an album, whose files come one by one."""
        album, known = waiting[0].album, 0
        while album and known < len(waiting) and waiting[-1].album == album:
            known = len(waiting)
            await asyncio.sleep(NEXT_OF_ALBUM_SECONDS)
        return list(itertools.takewhile(lambda one: one.album == album, waiting)) if album else [waiting[0]]

    def _watch(self, arrival: Arrival) -> None:
        """A press waits so long for its turn, and is then ended without it."""
        if arrival.press:
            loop = asyncio.get_running_loop()
            self._pressed[arrival.key] = loop.call_later(self._patience_seconds, self._begin_ending, arrival)

    def _stop_watching(self, key: str) -> None:
        if timer := self._pressed.pop(key, None):
            timer.cancel()

    def _begin_ending(self, arrival: Arrival) -> None:
        self._ending[arrival.key] = task = asyncio.create_task(self._end(arrival))
        task.add_done_callback(lambda _: self._ending.pop(arrival.key))

    async def _end(self, arrival: Arrival) -> None:
        if arrival.press:
            try:
                await self._end_press(arrival.press)
            except Exception as failure:  # its turn answers it when the desk is back
                log.warning("press not answered", update=arrival.key, error=type(failure).__name__)

    async def _one_less(self) -> None:
        self._in_hand -= 1
        if self._some_left and self._in_hand < IN_HAND // 2:
            self._look_now.set()
        async with self._moved:
            self._moved.notify_all()

    async def _until_done(self, together: Sequence[Arrival]) -> None:
        """The order of a person is kept: what they wrote later waits while this has to be tried again."""
        arrival, attempts, faults = together[0], 0, 0
        while failure := await self._failure(together):
            attempts += 1
            faults += not isinstance(failure, DeskAway)
            if faults == MAX_FAULTS:
                log.error("turn failed for good", update=arrival.key, exc_info=failure)
                return
            wait = self._backoff.seconds(attempts)
            log.warning("turn waits", update=arrival.key, error=type(failure).__name__, wait=wait)
            await asyncio.sleep(wait)

    async def _failure(self, together: Sequence[Arrival]) -> Exception | None:
        try:
            read = [event for one in together if (event := self._read(one.body))]
            sent = [event for event in read if isinstance(event, Incoming)]
            if read:
                await self._receive(in_one(sent) if len(sent) > 1 else read[0])
            else:
                await self._end(together[0])
        except Exception as failure:
            return failure
        return None

    async def _refuse(self, arrival: Arrival) -> None:
        """Told once, and then dropped quietly until all that waits for them is done."""
        await self._end(arrival)
        if arrival.line in self._too_fast:
            return
        self._too_fast.add(arrival.line)
        log.warning("somebody writes too fast", update=arrival.key)
        if event := self._read(arrival.body):
            await self._slow_down(event)

    async def _look_forever(self) -> None:
        while True:
            try:
                await self._look()
            except Exception:
                log.exception("the inbox could not be read")
                await asyncio.sleep(LOOK_EVERY_SECONDS)
            await woken(self._look_now, LOOK_EVERY_SECONDS)

    async def _look(self) -> None:
        """Takes up what another process left, and tidies away what was done."""
        most, self._some_left = max(0, IN_HAND - self._in_hand), False
        async with self._database.transaction() as session:
            dropped = await self._drop_done(session)
            found = await inbox.take_up(session, self._database.worker, most)
        self._done -= dropped
        self._some_left = self._some_left or len(found) == most
        self._put(found)

    async def _drop_done(self, session: Session) -> set[str]:
        """What needed no turn is still there."""
        done = set(self._done)
        if done:
            await inbox.drop(session, sorted(done), self._database.worker)
        return done
