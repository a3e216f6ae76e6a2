"""What has been sent is marked, many at a time where many were sent. Used by the delivery.

What was sent and is not yet marked when the process dies is sent again: twice rather than never.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import field
from datetime import datetime
from functools import partial

import structlog

from itgov_bot.outbox.senders import Shown
from itgov_bot.records import dataclass
from itgov_bot.storage.database import Database
from itgov_bot.storage.sending import outbox, sent_messages
from itgov_bot.storage.sending.outbox import Waiting
from itgov_bot.storage.sending.outbox_items import AnyItem
from itgov_bot.storage.unavailable import is_away
from itgov_bot.tasks import ended

log = structlog.get_logger(__name__)

AGAIN_AFTER_SECONDS = 1.0
"""While the database is away."""


@dataclass(eq=False)
class _Mark:
    waiting: Waiting[AnyItem]
    shown: Shown | None
    done: asyncio.Event = field(default_factory=asyncio.Event)


class Marks:
    """A mark asks for its transaction at once, so that it comes before whatever somebody does with what they were sent.
    Those that come while it waits (for the writer; on PostgreSQL for the one before) go with it."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database, self._clock = database, clock
        self._open: list[_Mark] = []
        self._one_at_a_time = nullcontext() if database.is_sqlite else asyncio.Lock()
        self._is_waiting = False
        self._keeping: set[asyncio.Task[None]] = set()

    async def sent(self, waiting: Waiting[AnyItem], shown: Shown | None) -> None:
        """Returns when it is marked, with what the chat shows now."""
        mark = _Mark(waiting, shown)
        self._open.append(mark)
        if not self._is_waiting:
            self._is_waiting = True
            task = asyncio.create_task(self._keep_open())
            self._keeping.add(task)
            task.add_done_callback(self._keeping.discard)
        await mark.done.wait()

    async def close(self) -> None:
        await ended(self._keeping)

    async def _keep_open(self) -> None:
        taken = list[_Mark]()

        def take() -> Sequence[_Mark]:
            if not taken:
                taken.extend(self._open)
                self._open, self._is_waiting = [], False
            return taken

        async with self._one_at_a_time:
            await self._keep_patiently(take)
        for mark in taken:
            mark.done.set()

    async def _keep_patiently(self, take: Callable[[], Sequence[_Mark]]) -> None:
        """As long as the database is away; a fault of one mark must not take the others with it."""
        while True:
            try:
                await self._keep(take)
                return
            except Exception as failure:
                if not is_away(failure):
                    items = [one.waiting.id for one in take()]
                    log.exception("what was sent could not be marked", items=items)
                    break
            await asyncio.sleep(AGAIN_AFTER_SECONDS)
        if len(marks := take()) > 1:
            for mark in marks:
                await self._keep_patiently(partial(_only, mark))

    async def _keep(self, take: Callable[[], Sequence[_Mark]]) -> None:
        async with self._database.transaction() as session:
            marks, now = take(), self._clock()
            items = [one.waiting.id for one in marks]
            about = [one for mark in marks if mark.shown for one in mark.shown.about(mark.waiting)]
            if await outbox.mark_sent(session, items, marks[0].waiting.claim, now) < len(items):
                log.warning("delivered by another worker too", items=items)
            if about:
                await sent_messages.remember(session, about, now)


def _only(mark: _Mark) -> Sequence[_Mark]:
    return [mark]
