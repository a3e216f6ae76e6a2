"""A turn that failed is tried again with the same update, so that a database that is away loses no message."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from weakref import WeakValueDictionary

import structlog
from telegram import Update

from handlers.telegram import trying
from itgov_bot.messages import DeskAway

log = structlog.get_logger(__name__)

ATTEMPTS = 3
"""While the desk is away (DeskAway) an update is tried without end. Any other fault is the update's own: after so many
attempts it is logged and done, because one that stayed would in the end keep Telegram from giving the others."""


class Again:
    """Takes updates until they are done, waiting 1, 2, 4 … 30 seconds. What a person wrote later waits behind them."""

    def __init__(self, take: Callable[[Update], Awaitable[None]]) -> None:
        self._take = take
        self._lines: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def until_done(self, update: Update) -> None:
        """Returns when the update may be confirmed. If it is cancelled before, Telegram brings the update again."""
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
        faults, wait = 0, trying.FIRST_WAIT
        while failure:
            faults += not isinstance(failure, DeskAway)
            if faults == ATTEMPTS:
                log.error("telegram.turn_failed", update_id=update.update_id, exc_info=failure)
                return
            log.warning(
                "telegram.turn_waits", update_id=update.update_id, error=type(failure).__name__, wait=wait
            )
            await asyncio.sleep(wait)
            wait = min(wait * 2, trying.LONGEST_WAIT)
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
