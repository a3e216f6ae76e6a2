"""What runs in the background: how it waits, and how it ends."""

import asyncio
import contextlib
from collections.abc import Iterable
from typing import Any

ASKED_AGAIN_SECONDS = 1.0


async def woken(event: asyncio.Event, seconds: float) -> None:
    """Returns when the event is set, which it is no more then, or after so long.

    Not `asyncio.wait_for`, which on 3.11 loses a cancellation that comes together with the waking.
    """
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()
    event.clear()


async def ended(tasks: Iterable[asyncio.Task[Any]]) -> None:
    """Cancels them and returns when all of them are over.

    A cancel can be lost in a library that turns it into something else, and a loop that catches that goes on for ever: so
    whoever is still there is asked again.
    """
    waiting = set(tasks)
    while waiting:
        for task in waiting:
            task.cancel()
        _, waiting = await asyncio.wait(waiting, timeout=ASKED_AGAIN_SECONDS)
