"""Reads lines from a file descriptor without ever blocking the event loop or the program's end."""

import asyncio
import codecs
import contextlib
import os
import threading
from collections.abc import AsyncIterator

_CHUNK = 64 * 1024


async def lines(source: int) -> AsyncIterator[str]:
    """Each line without its end, however long; bytes that are no UTF-8 become replacement characters."""
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    rest: list[str] = []
    while data := await _read(source):
        *whole, last = decoder.decode(data).split("\n")
        for line in whole:
            yield "".join([*rest, line]).removesuffix("\r")
            rest = []
        rest.append(last)
    if left := "".join(rest) + decoder.decode(b"", final=True):
        yield left.removesuffix("\r")


async def _read(source: int) -> bytes:
    """A daemon thread of its own: a pooled one, waiting for the keyboard, would keep the program alive."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[bytes] = loop.create_future()

    def read() -> None:
        try:
            data = os.read(source, _CHUNK)
        except OSError:  # a terminal that went away has nothing more to say
            data = b""
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(_give, answer, data)

    threading.Thread(target=read, daemon=True).start()
    return await answer


def _give(answer: asyncio.Future[bytes], data: bytes) -> None:
    if not answer.done():
        answer.set_result(data)
