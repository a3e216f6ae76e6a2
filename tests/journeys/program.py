"""The real `python bot.py` as a process of its own, to be talked to, killed and looked at."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from itgov_bot.settings import ROOT
from tests.emulator import TelegramEmulator

PATIENCE = 120.0
OURS = ("ITGOV_", "TELEGRAM_", "DATABASE_URL")


def environment(home: Path, **settings: str) -> dict[str, str]:
    """Ours alone decide; what the machine happens to have set does not."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    return kept | {"ITGOV_HOME": str(home), "PYTHONPATH": str(ROOT)} | settings


def of_telegram(telegram: TelegramEmulator) -> dict[str, str]:
    return {
        "TELEGRAM_BOT_TOKEN": telegram.token,
        "TELEGRAM_API_BASE_URL": telegram.base_url,
        "TELEGRAM_API_FILE_URL": telegram.base_file_url,
    }


@asynccontextmanager
async def started(home: Path, **settings: str) -> AsyncIterator[Process]:
    """In an empty folder, so that no `.env` file of a developer is read. A test that fails leaves nothing running."""
    program = await asyncio.create_subprocess_exec(
        sys.executable, str(ROOT / "bot.py"), cwd=home, env=environment(home, **settings),
        stdin=PIPE, stdout=PIPE, stderr=PIPE,
    )  # fmt: skip
    try:
        yield program
    finally:
        if program.returncode is None:
            await kill(program)


async def run(home: Path, typed: str = "", **settings: str) -> tuple[int, str, str]:
    """To its end: the exit code, and what was said on stdout and on stderr."""
    async with started(home, **settings) as program, asyncio.timeout(PATIENCE):
        out, errors = await program.communicate(typed.encode())
    assert program.returncode is not None
    return program.returncode, out.decode(), errors.decode()


async def kill(program: Process) -> None:
    """As `kill -9` does it: without a word."""
    program.kill()
    await program.communicate()


async def stop(program: Process) -> int:
    """As a platform does it. The exit code; a stack trace on the way out is a failure."""
    program.terminate()
    async with asyncio.timeout(PATIENCE):
        _, errors = await program.communicate()
    assert "Traceback" not in errors.decode()
    assert program.returncode is not None
    return program.returncode
