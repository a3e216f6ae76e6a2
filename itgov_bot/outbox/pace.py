"""Keeps what leaves by a channel within the limits that its vendor states, so that 429 stays an exception.

Used by the delivery. Of each limit a share is kept for what is urgent: a page never waits behind ordinary messages
that have used up theirs. Each process counts for itself.
"""

import asyncio
from collections import OrderedDict

from aiolimiter import AsyncLimiter

from itgov_bot.channels.contract import AnyChannel, HasLimits, RateLimit


class Pace:
    """The pace of one channel; of one that states no limits, none."""

    def __init__(self, channel: AnyChannel) -> None:
        self._limits = channel if isinstance(channel, HasLimits) else None
        self._overall = _SharedLimit(self._limits.overall_limit) if self._limits else None
        self._chats: OrderedDict[str, _SharedLimit] = OrderedDict()

    async def before_send(self, *, urgent: bool) -> None:
        """Waits while the channel as a whole is at its limit."""
        if self._overall:
            await self._overall.acquire(urgent=urgent)

    async def after_send(self, chat: str, *, urgent: bool) -> None:
        """Waits while this chat is at its limit. Paid after the message, so that nobody else is held up meanwhile."""
        if self._limits:
            if chat not in self._chats:
                self._chats[chat] = _SharedLimit(self._limits.chat_limit(chat))
            await self._chats[chat].acquire(urgent=urgent)
            self._chats.move_to_end(chat)
            self._forget_idle()

    def _forget_idle(self) -> None:
        """What was not used for a whole period is as good as new, so it need not be kept."""
        while self._chats and next(iter(self._chats.values())).is_idle():
            self._chats.popitem(last=False)


class _SharedLimit:
    """A limit in two parts: the share kept for what is urgent, and the rest, which everything may use."""

    def __init__(self, limit: RateLimit) -> None:
        self._seconds = limit.seconds
        self._kept = AsyncLimiter(limit.kept_for_urgent, limit.seconds)
        self._common = AsyncLimiter(limit.messages - limit.kept_for_urgent, limit.seconds)
        self._used_at = _now()

    async def acquire(self, *, urgent: bool) -> None:
        """What is urgent takes from its share, else from the rest if it need not queue for it."""
        self._used_at = _now()
        if not urgent or (not self._kept.has_capacity() and self._common.has_capacity()):
            await self._common.acquire()
        else:
            await self._kept.acquire()
        self._used_at = _now()

    def is_idle(self) -> bool:
        return _now() - self._used_at > self._seconds


def _now() -> float:
    return asyncio.get_running_loop().time()
