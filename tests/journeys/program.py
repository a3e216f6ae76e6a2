"""The real program as a process of its own, to be talked to, killed and looked at."""

import asyncio
import atexit
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
from asyncio import StreamReader
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any

from itgov_bot.settings import ROOT
from tests.databases import URLS
from tests.emulator import TelegramEmulator
from tests.journeys.template import NUMBER

PATIENCE = 120.0
OURS = ("ITGOV_", "TELEGRAM_", "DATABASE_URL")
MOST_BYTES = 10_000_000
"""That a program says and nobody reads before its end."""


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


def by_command(home: Path, typed: str, **more: object) -> Any:
    """`python bot.py` as a person starts it, to its end. `more` is for `subprocess.run`."""
    return subprocess.run(
        [sys.executable, str(ROOT / "bot.py")], cwd=home, env=environment(home), input=typed, capture_output=True,
        text=True, timeout=PATIENCE, **more,
    )  # type: ignore[call-overload]  # fmt: skip


@cache
def template() -> socket.socket:
    """Where programs are asked of the one that all tests of this worker fork (see `template.py`)."""
    ours, theirs = socket.socketpair()
    with theirs:
        given = theirs.fileno()
        loaded = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.template", str(given)], cwd=ROOT, env=environment(Path()),
            pass_fds=[given], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        )  # fmt: skip

    def end() -> None:
        ours.close()
        loaded.wait(PATIENCE)

    atexit.register(end)
    return ours


class Program:
    """A process that runs; what it says is kept until its end is waited for. `told` tells its number and then its end."""

    pid: int
    returncode: int | None = None

    def __init__(self, keyboard: int, out: StreamReader, errors: StreamReader, told: StreamReader) -> None:
        self._keyboard, self._out, self._errors, self._told = keyboard, out, errors, told

    @classmethod
    async def begun(cls, settings: dict[str, str]) -> "Program":
        (typed, keyboard), *said = [os.pipe() for _ in range(4)]
        theirs = [typed, *(end for _, end in said)]
        socket.send_fds(template(), [json.dumps(settings).encode()], theirs)
        for end in theirs:
            os.close(end)
        program = cls(keyboard, *[await _reader(end) for end, _ in said])
        [program.pid] = NUMBER.unpack(await program._told.readexactly(NUMBER.size))
        return program

    async def communicate(self, typed: bytes = b"") -> tuple[bytes, bytes]:
        """To its end, however that comes: what was said on stdout and on stderr."""
        await asyncio.to_thread(_type, self._keyboard, typed)
        out, errors, told = await asyncio.gather(self._out.read(), self._errors.read(), self._told.read())
        [self.returncode] = NUMBER.unpack(told)
        return out, errors

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def terminate(self) -> None:
        os.kill(self.pid, signal.SIGTERM)


async def _reader(end: int) -> StreamReader:
    reader = StreamReader(MOST_BYTES)
    protocol = asyncio.StreamReaderProtocol(reader)
    await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, os.fdopen(end, "rb"))
    return reader


def _type(end: int, typed: bytes) -> None:
    with contextlib.suppress(BrokenPipeError), os.fdopen(end, "wb") as keyboard:
        keyboard.write(typed)


@asynccontextmanager
async def started(home: Path, **settings: str) -> AsyncIterator[Program]:
    """In an empty folder, so that no `.env` file of a developer is read. A test that fails leaves nothing running."""
    elsewhere = {"DATABASE_URL": URLS[home]} if home in URLS else {}
    program = await Program.begun({"ITGOV_HOME": str(home), **elsewhere, **settings})
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


async def kill(program: Program) -> None:
    """As `kill -9` does it: without a word."""
    with contextlib.suppress(ProcessLookupError):
        program.kill()
    await program.communicate()


async def stop(program: Program) -> int:
    """As a platform does it. The exit code; a stack trace on the way out is a failure."""
    program.terminate()
    async with asyncio.timeout(PATIENCE):
        _, errors = await program.communicate()
    assert "Traceback" not in errors.decode()
    assert program.returncode is not None
    return program.returncode
