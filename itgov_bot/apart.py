"""What takes much memory once is done in a process of its own, and goes with it."""

import asyncio
import contextlib
import sys
from asyncio.subprocess import DEVNULL


async def done_apart(module: str, *given: str) -> None:
    """`python -m module given`. A failure of it is found, and told, by whoever does the same here after it."""
    with contextlib.suppress(OSError):
        program = await asyncio.create_subprocess_exec(
            sys.executable, "-m", module, *given, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL
        )
        await program.wait()
