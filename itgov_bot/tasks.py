"""Ending what runs in the background."""

import asyncio
from collections.abc import Iterable
from typing import Any

ASKED_AGAIN_SECONDS = 1.0


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
