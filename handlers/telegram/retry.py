"""A turn that failed is tried again with the same update, so that a database that is away loses no message."""

import asyncio
from collections.abc import Awaitable, Callable
from weakref import WeakValueDictionary

import structlog
from telegram import Update

from handlers.telegram.calls import BACKOFF
from itgov_bot.backoff import Backoff
from itgov_bot.messages import DeskAway

log = structlog.get_logger(__name__)

MAX_FAULTS = 3
"""While the desk is away (DeskAway) an update is tried without end. Any other fault is the update's own: after so many
attempts it is logged and done, because one that stayed would in the end keep Telegram from giving the others."""


class UpdateRetry:
    """Takes updates until they are done, and keeps the order of each person while one of theirs has to wait."""

    def __init__(self, take: Callable[[Update], Awaitable[None]], backoff: Backoff = BACKOFF) -> None:
        self._take = take
        self._backoff = backoff
        self._lines: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def until_done(self, update: Update) -> None:
        """Returns when the update may be confirmed. If it is cancelled before, Telegram brings the update again.

        1. As long as nobody of this person waits, it is taken at once: order is kept by whoever takes it.
        2. One that failed opens a line for its person, and is repeated in it. A line is a lock, which lets waiters in
           by the order of their arrival; it disappears with the last of them.
        3. What the person wrote later finds the line, and stands in it without having been tried.
        """
        failure = None
        if _person(update) not in self._lines:
            failure = await self._failure(update)
            if failure is None:
                return
        line = self._lines.setdefault(_person(update), asyncio.Lock())
        async with line:
            await self._repeat(update, failure)

    async def _repeat(self, update: Update, failure: Exception | None) -> None:
        failure = failure or await self._failure(update)
        attempts = faults = 0
        while failure:
            attempts += 1
            faults += not isinstance(failure, DeskAway)
            if faults == MAX_FAULTS:
                log.error("telegram.turn_failed", update_id=update.update_id, exc_info=failure)
                return
            wait, error = self._backoff.seconds(attempts), type(failure).__name__
            log.warning("telegram.turn_waits", update_id=update.update_id, error=error, wait=wait)
            await asyncio.sleep(wait)
            failure = await self._failure(update)

    async def _failure(self, update: Update) -> Exception | None:
        try:
            await self._take(update)
        except Exception as failure:
            return failure
        return None


def _person(update: Update) -> int:
    """Whose line it stands in; an update of nobody has its own."""
    someone = update.effective_user or update.effective_chat
    return someone.id if someone else -update.update_id
