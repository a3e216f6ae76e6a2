"""`python -m itgov_bot.storage.migrating URL`: brings a database to the newest shape, and ends."""

import asyncio
import contextlib
import sys
from asyncio.subprocess import DEVNULL


async def in_own_process(url: str) -> None:
    """What a migration loads (10 MB) ends with its process. A failure is found, and told, by whoever migrates after it."""
    with contextlib.suppress(OSError):
        program = await asyncio.create_subprocess_exec(
            sys.executable, "-m", __name__, url, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL
        )
        await program.wait()


if __name__ == "__main__":
    from itgov_bot.storage.database import Database

    asyncio.run(Database(sys.argv[1]).migrate())
