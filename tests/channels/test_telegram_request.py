"""The straight way of short calls: one connection after another call, none after a call that was cut off."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from telegram.error import NetworkError, TimedOut

from itgov_bot.channels.telegram.bot import certificates
from itgov_bot.channels.telegram.request import StraightRequest

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def serving(serve: Serve) -> AsyncIterator[str]:
    async def served(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await serve(reader, writer)
        writer.close()

    server = await asyncio.start_server(served, "127.0.0.1", 0)
    yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/botX/sendMessage"
    server.close()


@asynccontextmanager
async def client(read_timeout: float = 5.0) -> AsyncIterator[StraightRequest]:
    request = StraightRequest(4, read_timeout=read_timeout, trust=certificates())
    await request.initialize()
    yield request
    await request.shutdown()


def answer(words: str) -> bytes:
    return f"HTTP/1.1 200 OK\r\nContent-Length: {len(words)}\r\n\r\n{words}".encode()


async def test_calls_share_a_connection() -> None:
    connections = list[int]()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connections.append(len(connections))
        for number in range(3):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(answer(f"{number}"))

    async with serving(serve) as url, client() as request:
        assert [await request.do_request(url, "POST") for _ in range(3)] == [
            (200, b"0"),
            (200, b"1"),
            (200, b"2"),
        ]
    assert connections == [0]


async def test_the_late_answer_to_a_call_cut_off_is_nobody_elses() -> None:
    connections = list[int]()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connections.append(len(connections))
        mine = connections[-1]
        await reader.readuntil(b"\r\n\r\n")
        await asyncio.sleep(0.0 if mine else 0.2)
        writer.write(answer(f"of {mine}"))

    async with serving(serve) as url, client() as request:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                await request.do_request(url, "POST")
        await asyncio.sleep(0.2)
        assert await request.do_request(url, "POST") == (200, b"of 1")


async def test_a_connection_that_telegram_closed_is_not_used_again() -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer("once"))

    async with serving(serve) as url, client() as request:
        for _ in range(2):
            assert await request.do_request(url, "POST") == (200, b"once")
            await asyncio.sleep(0.05)


async def test_failures_are_those_of_the_library() -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()

    async def rude(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")

    async with client(read_timeout=0.1) as request:
        async with serving(silent) as url:
            with pytest.raises(TimedOut):
                await request.do_request(url, "POST")
        async with serving(rude) as url:
            with pytest.raises(NetworkError):
                await request.do_request(url, "POST")
