"""Cases mirrored into another help desk: the very receiver of the documentation, and one that fails as it is told."""

import asyncio
import json
import os
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from itgov_bot.notices.event_feed import feed_of
from itgov_bot.settings import ROOT, Settings, SettingsError
from tests.emulator import TelegramEmulator
from tests.journeys.desk import Clock, RunningDesk

SECRET = "una-clave-bien-larga"


class MirroredDesk(RunningDesk):
    """A desk with a receiver beside Telegram."""

    async def begins(self, url: str, **more: Any) -> None:
        mirror = {"itgov_webhook_url": url, "itgov_webhook_secret": SECRET, **more}
        self.settings = type(self.settings)(
            _env_file=None, itgov_home=self.home, itgov_admins=self.settings.itgov_admins, **mirror
        )
        await self.open()

    async def health(self) -> str:
        await self.admin.writes("/salud")
        return (await self.admin.receives("Estado del sistema")).text


@pytest.fixture
async def mirrored(desk_home: Path) -> AsyncIterator[MirroredDesk]:
    async with TelegramEmulator() as telegram:
        desk = MirroredDesk(telegram, desk_home, Clock())
        try:
            yield desk
            await desk.settled()
        finally:
            await desk.close()


class Receiver:
    """Keeps what it took, and answers with `statuses` first, then with 204."""

    def __init__(self) -> None:
        self.taken: list[dict[str, Any]] = []
        self.tried: list[str] = []
        self.statuses: list[int] = []
        self.url = ""

    async def take(self, request: web.Request) -> web.Response:
        self.tried.append(request.headers["X-Itgov-Delivery"])
        if self.statuses:
            return web.Response(status=self.statuses.pop(0))
        self.taken.append(json.loads(await request.read()))
        return web.Response(status=204)

    def events(self) -> list[str]:
        return [one["event"].removeprefix("ticket.") for one in self.taken]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    made = Receiver()
    app = web.Application()
    app.router.add_post("/hook", made.take)
    async with TestServer(app) as server:
        made.url = str(server.make_url("/hook"))
        yield made


async def a_whole_case(desk: MirroredDesk) -> str:
    """Opened by Ana; taken and solved by Carla."""
    await desk.gives("agente", desk.carla)
    number = await desk.opens_case(desk.ana)
    await desk.settled()
    await takes_and_solves(desk, number)
    return number


async def takes_and_solves(desk: MirroredDesk, number: str) -> None:
    carla = desk.carla
    await carla.receives(number)
    await carla.presses("Lo tomo")
    await desk.settled(carla)
    card = next(one for one in reversed(carla.inbox.seen) if "Resolver" in one.labels)
    await carla.presses("Resolver", card)
    await carla.receives("¿qué se hizo?")
    await carla.writes("Se reinició el buzón")
    await desk.settled(carla, desk.ana)


async def test_what_happens_is_told_in_its_order(mirrored: MirroredDesk, receiver: Receiver) -> None:
    await mirrored.begins(receiver.url)
    number = await a_whole_case(mirrored)
    assert receiver.events()[:1] == ["opened"]
    assert [one for one in receiver.events() if one in ("opened", "taken", "resolved")] == [
        "opened",
        "taken",
        "resolved",
    ]
    assert {one["ticket"]["number"] for one in receiver.taken} == {number}
    assert len({one["id"] for one in receiver.taken}) == len(receiver.taken)
    opened, solved = receiver.taken[0], receiver.taken[-1]
    assert opened["at"] == "2026-11-10T10:00:00-05:00"
    assert opened["ticket"]["state"] == "new"
    assert opened["ticket"]["service"]["id"].startswith("SER-")
    assert opened["ticket"]["text"] == "no me abre el correo"
    assert opened["data"]["by"] == {"role": "requester", "id": opened["ticket"]["requester"]["id"]}
    assert (solved["ticket"]["state"], solved["ticket"]["solution"]) == ("resolved", "remote")
    assert solved["data"]["by"]["role"] == "agent"
    assert "contact" not in json.dumps(receiver.taken)
    assert "name" not in opened["ticket"]["requester"]


async def test_with_contacts_and_only_what_was_asked(mirrored: MirroredDesk, receiver: Receiver) -> None:
    await mirrored.begins(receiver.url, itgov_webhook_contacts=True, itgov_webhook_events=("ticket.opened",))
    await a_whole_case(mirrored)
    assert receiver.events() == ["opened"]
    assert receiver.taken[0]["ticket"]["requester"]["name"] == "Ana"
    assert receiver.taken[0]["ticket"]["requester"]["contact"]


async def test_a_receiver_that_is_down_misses_nothing(mirrored: MirroredDesk, receiver: Receiver) -> None:
    await mirrored.begins(receiver.url)
    receiver.statuses = [503] * 30
    await a_whole_case(mirrored)
    assert receiver.taken == []
    assert "Avisos por salir al otro sistema: " in await mirrored.health()
    assert "Mensajes por salir: 0" in mirrored.admin.last.text, "people are not made to wait"
    for _ in range(40):
        await mirrored.advance(minutes=10)
    mirrored.ana.ignores_rest()
    mirrored.carla.ignores_rest()
    assert receiver.events()[0] == "opened"
    assert "resolved" in receiver.events()
    assert len({one["id"] for one in receiver.taken}) == len(receiver.taken)
    assert len(set(receiver.tried)) == len(receiver.taken), "the id is the same on every attempt"
    assert "Avisos por salir al otro sistema: 0\n" in await mirrored.health()


async def test_one_that_is_gone_for_days_does_not_fill_the_outbox(
    mirrored: MirroredDesk, receiver: Receiver
) -> None:
    await mirrored.begins(receiver.url, itgov_webhook_events=("opened",))
    receiver.statuses = [503] * 10_000
    await mirrored.opens_case(mirrored.ana)
    for _ in range(40):
        await mirrored.advance(hours=1)
    mirrored.ana.ignores_rest()
    assert "salir al otro sistema: 1 (desde 2026-11-10" in await mirrored.health(), (
        "longer than any reply is tried"
    )
    await mirrored.advance(days=3)
    mirrored.ana.ignores_rest()
    shown = await mirrored.health()
    assert "salir al otro sistema: 0" in shown
    assert "Avisos perdidos (24 h): 1" in shown


async def test_what_is_refused_is_not_repeated(mirrored: MirroredDesk, receiver: Receiver) -> None:
    await mirrored.begins(receiver.url, itgov_webhook_events=("opened",))
    receiver.statuses = [410]
    await mirrored.opens_case(mirrored.ana)
    await mirrored.advance(minutes=1)
    assert len(receiver.tried) == 1
    assert "Avisos perdidos (24 h): 1 (HTTP 410" in await mirrored.health()
    await mirrored.opens_case(mirrored.beto)
    await mirrored.settled()
    assert receiver.events() == ["opened"]


def test_every_fact_is_kept_in_the_one_way_that_has_it_told() -> None:
    folder = ROOT / "itgov_bot"
    found = [
        path for path in folder.rglob("*.py") if "ticket_events.append(" in path.read_text(encoding="utf-8")
    ]
    assert found == [folder / "desk" / "tickets" / "changes.py"]


@pytest.mark.parametrize("name", ["abierto", "ticket.exploded"])
async def test_an_event_that_there_is_not_is_refused_at_start(tmp_path: Path, name: str) -> None:
    settings = Settings(
        _env_file=None, itgov_home=tmp_path, itgov_webhook_url="https://a.co/h", itgov_webhook_secret=SECRET,
        itgov_webhook_events=(name,),
    )  # fmt: skip
    with pytest.raises(
        SettingsError, match=r"ITGOV_WEBHOOK_EVENTS: «.*» no es un suceso; los que hay: opened"
    ):
        feed_of(settings)


async def test_without_a_receiver_nothing_is_kept(desk: RunningDesk) -> None:
    await desk.opens_case(desk.ana)
    await desk.knows(desk.admin)
    await desk.admin.writes("/salud")
    assert "otro sistema" not in (await desk.admin.receives("Estado del sistema")).text
    assert "Mensajes por salir: 0" in desk.admin.last.text


class Example:
    """examples/receiver.py as a program of its own, on a port that stays the same."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port = int(found.getsockname()[1])
        self.url = f"http://127.0.0.1:{self.port}/hook"
        self._heard = folder / "heard.txt"
        self._process: subprocess.Popen[bytes] | None = None

    async def starts(self) -> None:
        environment = {**os.environ, "ITGOV_WEBHOOK_SECRET": SECRET, "PORT": str(self.port)}
        with self._heard.open("ab") as heard:
            command = [sys.executable, str(ROOT / "examples" / "receiver.py")]
            self._process = subprocess.Popen(command, env=environment, stdout=heard)  # noqa: ASYNC220
        async with asyncio.timeout(20):
            while not await self._listens():  # noqa: ASYNC110 - a program announces nothing
                await asyncio.sleep(0.05)

    async def _listens(self) -> bool:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", self.port)
        except OSError:
            return False
        writer.close()
        return True

    def stops(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def heard(self) -> list[str]:
        return (
            [line.split()[1] for line in self._heard.read_text().splitlines()] if self._heard.exists() else []
        )


async def test_the_receiver_of_the_documentation(mirrored: MirroredDesk, tmp_path: Path) -> None:
    example = Example(tmp_path)
    await mirrored.begins(example.url, itgov_webhook_events=("opened", "taken", "resolved"))
    try:
        await a_whole_case(mirrored)  # while nobody listens
        assert example.heard() == []
        await example.starts()
        await mirrored.advance(minutes=10)
        assert example.heard() == ["ticket.opened", "ticket.taken", "ticket.resolved"]
        assert await says(example.port, b'{"event": "x"}') == 401, "a stranger is not believed"
    finally:
        example.stops()
    mirrored.ana.ignores_rest()
    mirrored.carla.ignores_rest()


async def says(port: int, body: bytes) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"POST / HTTP/1.0\r\nContent-Length: {len(body)}\r\nX-Itgov-Timestamp: 1\r\n\r\n"
    writer.write(head.encode() + body)
    status = int((await reader.readline()).split()[1])
    writer.close()
    return status


async def test_who_has_a_copy_hears_that_it_is_to_be_erased(
    mirrored: MirroredDesk, receiver: Receiver
) -> None:
    """Also a receiver that asked for other events alone."""
    await mirrored.begins(receiver.url, itgov_webhook_contacts=True, itgov_webhook_events=("opened",))
    number = await mirrored.opens_case(mirrored.ana)
    await mirrored.ana.writes("/misdatos")
    await mirrored.ana.receives()
    await mirrored.ana.presses("Borrar mis datos")
    await mirrored.ana.receives()
    await mirrored.ana.presses("Sí, borrarlos")
    await mirrored.ana.receives("borré su nombre")
    await mirrored.settled()
    assert receiver.events() == ["opened", "erased"]
    told = receiver.taken[-1]["ticket"]
    assert (told["number"], told["place"], told["requester"]["name"]) == (number, "", "")
