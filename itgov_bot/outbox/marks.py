"""What has been sent is marked: what comes while a commit is under way goes into the next one. Used by the delivery.

What was sent and is not yet marked when the process dies is sent again: twice rather than never.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import structlog

from itgov_bot.outbox.senders import Shown
from itgov_bot.storage import outbox, sent_messages
from itgov_bot.storage.database import Database
from itgov_bot.storage.outbox import Waiting
from itgov_bot.storage.outbox_items import AnyItem
from itgov_bot.storage.unavailable import is_away

log = structlog.get_logger(__name__)

AGAIN_AFTER_SECONDS = 1.0
"""While the database is away."""


@dataclass(eq=False)
class _Mark:
    waiting: Waiting[AnyItem]
    shown: Shown | None
    done: asyncio.Event = field(default_factory=asyncio.Event)


class Marks:
    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database, self._clock = database, clock
        self._open: list[_Mark] = []
        self._keeping: asyncio.Task[None] | None = None

    async def sent(self, waiting: Waiting[AnyItem], shown: Shown | None) -> None:
        """Returns when it is marked, with what the chat shows now."""
        mark = _Mark(waiting, shown)
        self._open.append(mark)
        if self._keeping is None:
            self._keeping = asyncio.create_task(self._keep_all())
        await mark.done.wait()

    async def close(self) -> None:
        if self._keeping:
            self._keeping.cancel()
            await asyncio.gather(self._keeping, return_exceptions=True)

    async def _keep_all(self) -> None:
        try:
            while self._open:
                marks, self._open = self._open, []
                await self._keep_patiently(marks)
                for mark in marks:
                    mark.done.set()
        finally:
            self._keeping = None

    async def _keep_patiently(self, marks: Sequence[_Mark]) -> None:
        """As long as the database is away; a fault of one mark must not take the others with it."""
        while True:
            try:
                await self._keep(marks)
                return
            except Exception as failure:
                if not is_away(failure):
                    log.exception(
                        "what was sent could not be marked", items=[one.waiting.id for one in marks]
                    )
                    break
            await asyncio.sleep(AGAIN_AFTER_SECONDS)
        if len(marks) > 1:
            for mark in marks:
                await self._keep_patiently([mark])

    async def _keep(self, marks: Sequence[_Mark]) -> None:
        now, items = self._clock(), [one.waiting.id for one in marks]
        about = [one for mark in marks if mark.shown for one in mark.shown.about(mark.waiting)]
        async with self._database.transaction() as session:
            if await outbox.mark_sent(session, items, marks[0].waiting.claim, now) < len(items):
                log.warning("delivered by another worker too", items=items)
            if about:
                await sent_messages.remember(session, about, now)
