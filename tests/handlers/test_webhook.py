"""The webhook: only Telegram gets in, and hears "received" only when the update is kept."""

import asyncio
import contextlib
import os
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from structlog.testing import capture_logs

from handlers.telegram import StartFailed
from handlers.telegram.webhook import MAX_BODY_BYTES, SECRET_HEADER, serve
from itgov_bot import http_server
from itgov_bot.channels.telegram import make_bot
from itgov_bot.storage.database import Database
from tests.emulator import TelegramEmulator
from tests.handlers.recording import Recorder, becomes
from tests.handlers.test_translate import message
from tests.waits import QUICK

SECRET = "solo-telegram-lo-sabe-y-nadie-mas"
PATH = "/telegram/x.y"


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramEmulator]:
    async with TelegramEmulator() as emulator:
        yield emulator


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture(autouse=True)
def _little_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_server, "PATIENCE_SECONDS", 0.3)
    monkeypatch.setattr(http_server, "STRANGER_SECONDS", 0.3)


@pytest.fixture
def receive() -> Recorder:
    return Recorder()


@pytest.fixture
async def client(
    telegram: TelegramEmulator, database: Database, port: int, receive: Recorder
) -> AsyncIterator[httpx.AsyncClient]:
    async with (
        serving(telegram, database, port, receive),
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client,
    ):
        yield client


@asynccontextmanager
async def serving(
    telegram: TelegramEmulator,
    database: Database,
    port: int,
    receive: Recorder,
    *,
    grace: float = 0.5,
    url: str | None = None,
) -> AsyncIterator[asyncio.Task[None]]:
    bot, inbox = make_bot(telegram.token, telegram.base_url), receive.inbox(database)
    address = url or f"http://127.0.0.1:{port}{PATH}"
    task = asyncio.create_task(
        serve(
            bot,
            inbox,
            url=address,
            secret=SECRET,
            listen="127.0.0.1",
            port=port,
            grace_seconds=grace,
            backoff=QUICK,
        )
    )
    try:
        await becomes(lambda: telegram.world.updates.webhook.get("url") == address or task.done())
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await inbox.close(grace_seconds=grace)
        await bot.shutdown()


def update(text: str, update_id: int = 42) -> dict[str, Any]:
    return {"update_id": update_id, "message": message(text=text)}


HEADERS = {SECRET_HEADER: SECRET}


async def test_telegrams_updates_come_in(
    telegram: TelegramEmulator, database: Database, port: int, receive: Recorder
) -> None:
    ana = telegram.person(7, "Ana")
    async with serving(telegram, database, port, receive):
        await ana.writes("uno")
        await ana.writes("dos")
        await receive.until_finished("uno", "dos")
    assert telegram.world.updates.webhook["url"].endswith(PATH), "it stays set for the next start"
    assert telegram.world.updates.allowed == ["message", "edited_message", "callback_query", "my_chat_member"]


async def test_what_waited_for_a_restart_comes_in(
    telegram: TelegramEmulator, database: Database, port: int, receive: Recorder
) -> None:
    async with serving(telegram, database, port, receive):
        pass
    await telegram.person(7).writes("mientras no estaba")
    async with serving(telegram, database, port, receive):
        await receive.until_finished("mientras no estaba")


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: "otro"}, {SECRET_HEADER: ""}, {SECRET_HEADER: "ñ"}])
async def test_without_the_secret_nobody_gets_in(
    client: httpx.AsyncClient, receive: Recorder, headers: dict[str, str]
) -> None:
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    with capture_logs() as logs:
        answer = await client.post(PATH, json=update("hola"), headers=raw)
    assert (answer.status_code, receive.started) == (403, [])
    assert SECRET not in str(logs) + answer.text


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"update_id": 1, "message": {}}', b"\xff"])
async def test_what_can_not_be_read_is_not_asked_for_again(
    client: httpx.AsyncClient, receive: Recorder, body: bytes
) -> None:
    with capture_logs():
        answer = await client.post(PATH, content=body, headers=HEADERS)
    assert (answer.status_code, receive.started) == (200, [])


async def test_a_body_too_large_is_not_read(client: httpx.AsyncClient, receive: Recorder) -> None:
    try:
        answer = await client.post(PATH, content=b"x" * (MAX_BODY_BYTES + 1), headers=HEADERS)
        assert answer.status_code == 400
    except httpx.HTTPError:  # the connection is closed while the body is still being written
        pass
    assert receive.started == []


def head(length: int, secret: str) -> bytes:
    return f"POST {PATH} HTTP/1.1\r\nHost: mesa\r\n{SECRET_HEADER}: {secret}\r\nContent-Length: {length}\r\n\r\n".encode()


async def opened(port: int, sent: bytes) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(sent)
    await writer.drain()
    return reader, writer


async def ended(reader: asyncio.StreamReader) -> bytes:
    """What came until the other side ended it."""
    with contextlib.suppress(ConnectionError):
        async with asyncio.timeout(5):
            return await reader.read()
    return b""


@pytest.mark.usefixtures("client")
async def test_a_stranger_is_refused_before_a_body_is_waited_for(port: int) -> None:
    reader, writer = await opened(port, head(1_000_000, "otro"))
    async with asyncio.timeout(5):
        answer = await reader.readuntil(b"\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 403")
    assert b"server" not in answer.lower()
    writer.close()


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize(
    "sent",
    [b"", b"POST / HT", head(10, SECRET), head(1_000_000, SECRET) + b"x" * 500_000, head(1000, "otro")],
    ids=["silent", "half a head", "no body", "half a body", "of a stranger"],
)
async def test_what_stops_halfway_is_hung_up_on(port: int, sent: bytes, receive: Recorder) -> None:
    reader, writer = await opened(port, sent)
    await ended(reader)
    assert receive.started == []
    writer.close()


async def test_many_idle_connections_do_not_keep_telegram_out(
    telegram: TelegramEmulator,
    database: Database,
    port: int,
    receive: Recorder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(http_server, "MAX_CONNECTIONS", 5)
    monkeypatch.setattr(http_server, "PATIENCE_SECONDS", 60)
    async with (
        serving(telegram, database, port, receive),
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client,
    ):
        assert (await client.post(PATH, json=update("uno"), headers=HEADERS)).status_code == 200
        idle = [await opened(port, b"") for _ in range(12)]
        assert (await client.post(PATH, json=update("dos", 43), headers=HEADERS)).status_code == 200
        assert await ended(idle[0][0]) == b"", "the oldest stranger made room"
        assert not idle[-1][0].at_eof()
        for _, writer in idle:
            writer.close()
        await receive.until_finished("uno", "dos")


@pytest.mark.skipif(sys.platform != "linux", reason="descriptors are counted in /proc")
async def test_a_burst_of_connections_keeps_within_the_cap(
    client: httpx.AsyncClient, port: int, receive: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_server, "MAX_CONNECTIONS", 50)
    before = len(os.listdir("/proc/self/fd"))
    with contextlib.ExitStack() as held:
        for count in range(100, 700, 100):
            for _ in range(100):  # nobody is let in before all of them stand at the door
                held.enter_context(socket.create_connection(("127.0.0.1", port), timeout=5)).send(b"G")
            answer = await client.get("/salud", headers={"Connection": "close"})  # who came last: all are in
            assert answer.status_code == 200
            assert len(os.listdir("/proc/self/fd")) - before - count <= 50 + 10
        answer = await client.post(PATH, json=update("hola"), headers=HEADERS)
    assert answer.status_code == 200
    await receive.until_finished("hola")


async def test_the_head_of_a_request_is_short(client: httpx.AsyncClient) -> None:
    with pytest.raises(httpx.HTTPError):
        await client.post(PATH, json=update("hola"), headers=HEADERS | {"X": "x" * 20_000})


async def test_nobody_is_told_which_program_this_is(client: httpx.AsyncClient) -> None:
    for path in ("/", "/salud", PATH, "/%00"):
        answer = await client.get(path)
        assert "server" not in answer.headers
        assert "ornado" not in answer.text


async def test_health_is_answered(client: httpx.AsyncClient) -> None:
    answer = await client.get("/salud")
    assert (answer.status_code, answer.text) == (200, "ok")


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", PATH, 405), ("POST", "/", 404), ("POST", "/telegram/xay", 404)]
)
async def test_other_requests_are_declined(
    client: httpx.AsyncClient, method: str, path: str, status: int
) -> None:
    assert (await client.request(method, path, headers=HEADERS)).status_code == status


async def test_a_passing_fault_at_the_start_is_waited_out(
    telegram: TelegramEmulator, database: Database, port: int, receive: Recorder
) -> None:
    telegram.faults.server_error("setWebhook")
    async with serving(telegram, database, port, receive):
        assert telegram.faults.pending == 0


async def test_an_address_that_telegram_refuses_is_told(
    telegram: TelegramEmulator, database: Database, port: int, receive: Recorder
) -> None:
    telegram.tolerate_rejections("HTTPS")
    async with serving(telegram, database, port, receive, url="http://example.org/x") as task:
        with pytest.raises(StartFailed, match=r"TELEGRAM_WEBHOOK_URL.*https"):
            await task


async def test_a_port_in_use_is_told(
    telegram: TelegramEmulator, database: Database, port: int, receive: Recorder
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        async with serving(telegram, database, port, receive) as task:
            with pytest.raises(StartFailed, match=str(port)):
                await task


async def test_received_is_said_when_it_is_kept(client: httpx.AsyncClient, receive: Recorder) -> None:
    receive.hold.add("hola")
    for _ in range(2):
        assert (await client.post(PATH, json=update("hola"), headers=HEADERS)).status_code == 200
    await receive.until_started("hola")
    await receive.release("hola")
    await receive.until_finished("hola")


async def test_what_can_not_be_kept_is_brought_again(
    client: httpx.AsyncClient, receive: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(database: Database, *, long: bool = False) -> None:
        raise ConnectionRefusedError

    with monkeypatch.context() as away, capture_logs() as logs:
        away.setattr(Database, "transaction", refused)
        answer = await client.post(PATH, json=update("hola"), headers=HEADERS)
    assert answer.status_code == 500
    assert "telegram.update_not_kept" in [log["event"] for log in logs]
    assert (await client.post(PATH, json=update("hola"), headers=HEADERS)).status_code == 200
    await receive.until_finished("hola")
