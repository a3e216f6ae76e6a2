"""The chat on stdin: each line is a message, and its answers are printed before the next line is read."""

import asyncio
import contextlib
import getpass
import mimetypes
import os
import re
import signal
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import TextIO
from uuid import uuid4

import structlog

from handlers.lines import lines
from itgov_bot.messages import Address, Event, FileKind, Incoming, IncomingFile, Sender
from itgov_bot.patterns import regex

log = structlog.get_logger(__name__)

CHANNEL, LOCAL = "terminal", "local"
PROMPT, GOODBYE = "Usted: ", "Hasta luego."
_WORDS_TO_LEAVE = {"exit", "salir", "/exit", "/salir"}
_ATTACHING = regex(
    r"\s*(?:/adjuntar(?:\s+(?P<path>\S.*?))?|archivo:\s*(?P<named>\S.*?))\s*", re.IGNORECASE | re.DOTALL
)

Receive = Callable[[Event], Awaitable[None]]
Settle = Callable[[], Awaitable[None]]


async def converse(
    receive: Receive,
    settle: Settle,
    *,
    ended: Callable[[], bool] = lambda: False,
    source: int = 0,
    out: TextIO | None = None,
) -> None:
    """Talks until the end of the input, a word to leave, Ctrl-C, or until `ended` says that nobody reads.

    `settle` returns when every answer was printed.
    """
    out = out or sys.stdout
    prompt = PROMPT if os.isatty(source) and out.isatty() else ""
    talk = asyncio.ensure_future(_talk(receive, settle, ended, source, lambda: _say(out, prompt)))
    with _interrupting(talk) as interrupted:
        try:
            await talk
        except asyncio.CancelledError:
            if not interrupted:
                raise
    if prompt:
        _say(out, f"\n{GOODBYE}\n")


async def _talk(
    receive: Receive,
    settle: Settle,
    ended: Callable[[], bool],
    source: int,
    ask: Callable[[], None],
) -> None:
    sender = Sender(CHANNEL, LOCAL, _own_name())
    ask()
    async for line in lines(source):
        if line.strip().lower() in _WORDS_TO_LEAVE:
            return
        if line.strip():
            await _take_turn(to_event(line, sender), receive, settle)
        if ended():
            return
        ask()


async def _take_turn(event: Incoming, receive: Receive, settle: Settle) -> None:
    try:
        await receive(event)
        await settle()
    except Exception:
        log.exception("terminal.turn_failed", key=event.key)


def to_event(line: str, sender: Sender) -> Incoming:
    """A typed line as what the person did: attached a file, or wrote. Numbers of choices are the conversation's."""
    ref = uuid4().hex
    key, address = f"{CHANNEL}:{ref}", Address(CHANNEL, sender.user)
    if attaching := _ATTACHING.fullmatch(line):
        return Incoming(
            key,
            sender,
            address,
            files=(_file(attaching["path"] or attaching["named"] or ""),),
            message_ref=ref,
        )
    return Incoming(key, sender, address, text=line, message_ref=ref, is_numbered=True)


def _file(written: str) -> IncomingFile:
    """Without a path it is asked for, where it is fetched."""
    path = Path(written.strip("'\"")).expanduser()
    mime = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    kind: FileKind = "photo" if mime in ("image/png", "image/jpeg") else "document"
    size = path.stat().st_size if path.is_file() else None
    return IncomingFile(kind, str(path) if written else "", path.name, mime, size)


def _own_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container may run as a user that has no name
        return LOCAL


def _say(out: TextIO, text: str) -> None:
    with contextlib.suppress(BrokenPipeError):
        out.write(text)
        out.flush()


@contextlib.contextmanager
def _interrupting(talk: asyncio.Future[None]) -> Iterator[list[bool]]:
    """Ctrl-C ends the talk instead of the program, so that everything can be closed."""
    loop, interrupted = asyncio.get_running_loop(), list[bool]()

    def interrupt() -> None:
        interrupted.append(True)
        talk.cancel()

    try:
        loop.add_signal_handler(signal.SIGINT, interrupt)
    except (NotImplementedError, RuntimeError, ValueError):  # Windows, or not the main thread
        yield interrupted
        return
    try:
        yield interrupted
    finally:
        loop.remove_signal_handler(signal.SIGINT)
