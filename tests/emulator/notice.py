"""Waking whoever waits for news: long polls, inboxes, the webhook pusher."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from time import monotonic


class Notice:
    def __init__(self) -> None:
        self._event = asyncio.Event()

    def announce(self) -> None:
        self._event.set()
        self._event = asyncio.Event()

    async def until(self, ready: Callable[[], bool], patience: float) -> bool:
        """Whether `ready` became true in time; looks again at each announcement."""
        deadline = monotonic() + patience
        while not ready():
            if (left := deadline - monotonic()) <= 0:
                return False
            await self._next(left)
        return True

    async def _next(self, seconds: float) -> None:
        # not asyncio.wait_for, which on 3.11 loses a cancellation that comes together with the news
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._event.wait()
