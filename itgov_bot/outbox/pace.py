"""Keeps what leaves by a channel within the limits that its vendor states, so that 429 stays an exception.

Used by the delivery. Of each limit a share is kept for what is urgent: neither a page nor what somebody waits for after a
press stands behind ordinary messages that have used up theirs. Each process counts for itself.
"""

import asyncio
from collections import OrderedDict, deque

from itgov_bot.channels.contract import AnyChannel, HasLimits, RateLimit


class Pace:
    """The pace of one channel; of one that states no limits, none."""

    def __init__(self, channel: AnyChannel) -> None:
        self._limits = channel if isinstance(channel, HasLimits) else None
        self._overall = _Window(self._limits.overall_limit) if self._limits else None
        self._chats: OrderedDict[str, _Window] = OrderedDict()

    def wait(self, chat: str, *, urgent: bool) -> float:
        """Seconds until one more may leave for this chat; 0.0 when it may now."""
        if self._limits is None or self._overall is None:
            return 0.0
        window = self._chats.get(chat)
        return max(window.wait(urgent=urgent) if window else 0.0, self._overall.wait(urgent=urgent))

    def count(self, chat: str, *, urgent: bool) -> None:
        """One is leaving now."""
        if self._limits and self._overall:
            if chat not in self._chats:
                self._chats[chat] = _Window(self._limits.chat_limit(chat))
            self._chats.move_to_end(chat)
            self._chats[chat].count(urgent=urgent)
            self._overall.count(urgent=urgent)
            self._forget_idle()

    def take_back(self, chat: str, *, urgent: bool) -> None:
        """What was counted last did not leave, or is nothing that the vendor counts."""
        if self._overall and (window := self._chats.get(chat)):
            window.take_back(urgent=urgent)
            self._overall.take_back(urgent=urgent)

    def _forget_idle(self) -> None:
        """What was not used for a whole period is as good as new, so it need not be kept."""
        while self._chats and next(iter(self._chats.values())).is_idle():
            self._chats.popitem(last=False)


HEADROOM = 2
"""Of what is urgent, beyond what there was of it in the last period: as much is expected in the next one."""


class _Window:
    """What left in the last period: never more than the vendor takes in any of that length, and of what is not urgent
    never more than its share, which is less where much is urgent."""

    def __init__(self, limit: RateLimit) -> None:
        self._limit = limit
        self._all: deque[float] = deque()
        self._ordinary: deque[float] = deque()

    def wait(self, *, urgent: bool) -> float:
        wait = self._until_below(self._all, self._limit.messages)
        return wait if urgent else max(wait, self._until_below(self._ordinary, self._share()))

    def _share(self) -> int:
        """Of what is not urgent; a third of it is left in any case."""
        most, share = self._limit.messages, self._limit.messages - self._limit.kept_for_urgent
        urgent = len(self._all) - len(self._ordinary)
        expected = urgent + HEADROOM if urgent else 0
        return max(1, share // 3, min(share, most - expected))

    def count(self, *, urgent: bool) -> None:
        self._all.append(_now())
        if not urgent:
            self._ordinary.append(_now())

    def take_back(self, *, urgent: bool) -> None:
        for times in (self._all,) if urgent else (self._all, self._ordinary):
            if times:
                times.pop()

    def is_idle(self) -> bool:
        return not self._all or _now() - self._all[-1] > self._limit.seconds

    def _until_below(self, times: deque[float], most: int) -> float:
        begin = _now() - self._limit.seconds
        while times and times[0] <= begin:
            times.popleft()
        return times[len(times) - most] - begin if len(times) >= most else 0.0


def _now() -> float:
    return asyncio.get_running_loop().time()
