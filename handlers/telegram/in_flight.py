"""Which updates are being worked on, and so from which one on Telegram must keep them."""

import asyncio
from collections.abc import Collection, Coroutine


class InFlight:
    """An update is confirmed to Telegram when it and every one before it are done."""

    def __init__(self) -> None:
        self._running: dict[int, asyncio.Task[None]] = {}
        self._done: set[int] = set()  # finished behind one that still runs
        self._following: int | None = None

    def __bool__(self) -> bool:
        return bool(self._running)

    @property
    def offset(self) -> int | None:
        """The first update that Telegram must give again; None before anything was received."""
        return min(self._running, default=self._following)

    def confirmed_before(self, offset: int | None) -> None:
        """Telegram forgets them, and so may we; should one come again, it is received again."""
        self._done = {update_id for update_id in self._done if offset is None or update_id >= offset}

    def unknown(self, update_ids: Collection[int]) -> list[int]:
        """Those of a poll that are neither running nor done; the next poll asks for what follows them."""
        self._following = max(update_ids) + 1 if update_ids else self._following
        return [one for one in update_ids if one not in self._running and one not in self._done]

    def start(self, update_id: int, turn: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(turn)
        self._running[update_id] = task
        task.add_done_callback(lambda _: self._finish(update_id))

    async def any_finished(self, timeout: float) -> None:  # noqa: ASYNC109 - a bound, not a failure
        if self._running:
            await asyncio.wait(self._running.values(), timeout=timeout, return_when=asyncio.FIRST_COMPLETED)

    async def close(self, grace_seconds: float) -> None:
        """Turns under way may end; the others are cancelled and come again from Telegram."""
        tasks = list(self._running.values())
        if tasks and grace_seconds > 0:
            await asyncio.wait(tasks, timeout=grace_seconds)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _finish(self, update_id: int) -> None:
        del self._running[update_id]
        self._done.add(update_id)
