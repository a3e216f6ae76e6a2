"""The desk on PostgreSQL: the main journey, and four processes that share the work while one of them is killed."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from itertools import count, groupby
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from pydantic import SecretStr
from sqlalchemy import select, update
from sqlmodel import col

from itgov_bot.storage.database import Database
from itgov_bot.storage.tables import WorkerRow
from tests.emulator import Person, TelegramEmulator
from tests.handlers.recording import becomes
from tests.journeys.desk import Clock, RunningDesk
from tests.journeys.program import Program, kill, of_telegram, started
from tests.journeys.test_outage import DOWN, FRIDAY_NIGHT
from tests.storage.engines import Postgres, start_postgres

STARTING = 90.0
PEOPLE, MESSAGES = 20, 4
BOUND_SECONDS = 30.0
"""For everybody's answers, with what the killed process had claimed."""


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    server = start_postgres()
    yield server
    server.close()


@pytest.fixture
async def database_url(postgres: Postgres, tmp_path: Path) -> str:
    return await postgres.new(tmp_path)


@pytest.fixture
async def desk(home: Path, database_url: str) -> AsyncIterator[RunningDesk]:
    async with TelegramEmulator() as telegram:
        running = RunningDesk(telegram, home, Clock())
        running.settings = running.settings.model_copy(update={"database_url": SecretStr(database_url)})
        await running.open()
        try:
            yield running
            await running.settled()
        finally:
            await running.close()


async def test_a_case_from_its_report_to_its_solution(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla)
    number = await desk.opens_case(desk.ana)
    await group.receives("nuevo")
    await desk.carla.presses("Lo tomo", in_group=group)
    await desk.ana.receives("tomó su caso")
    await group.receives("Lo tiene: Carla", edited=True)
    await desk.carla.sees_toast("queda a cargo de")
    await desk.restart()
    await desk.ana.writes("/casos")
    assert number in (await desk.ana.receives("Sus casos")).text


async def test_many_cases_at_once_have_numbers_without_gaps(desk: RunningDesk) -> None:
    crowd = [desk.telegram.person(2000 + number, f"Persona {number}") for number in range(8)]
    numbers = await asyncio.gather(*(desk.opens_case(person) for person in crowd))
    assert sorted(numbers) == [f"SAUS-2026-{number:06d}" for number in range(1, 9)]


async def test_two_first_reports_of_one_outage_are_one_case(desk: RunningDesk) -> None:
    await desk.puts_on_duty(desk.carla, 1)
    await desk.at(FRIDAY_NIGHT)
    both = (desk.ana, desk.beto)
    await asyncio.gather(*(one.writes(DOWN) for one in both))
    await asyncio.gather(*(one.receives("¿Aviso ya a la guardia?") for one in both))
    await asyncio.gather(*(one.presses("Sí, avisar ya a la guardia") for one in both))
    answers = [await one.receives(matching="¿Es lo mismo|Ya avisé a la guardia") for one in both]
    [other] = [one for one, said in zip(both, answers, strict=True) if "¿Es lo mismo?" in said.text]
    await other.presses("Sí, es lo mismo")
    await other.receives("lo anoté en el caso SAUS-2026-000001")
    await desk.carla.receives("SAUS-2026-000001")


async def test_four_processes_share_the_work_while_one_is_killed(home: Path, database_url: str) -> None:
    async with TelegramEmulator() as telegram, AsyncExitStack() as stack:
        crowd = [telegram.person(3000 + number, f"Persona {number}") for number in range(PEOPLE)]
        ports = [free_port() for _ in range(4)]
        front = await stack.enter_async_context(balancer(ports))
        database = await stack.enter_async_context(closing(Database(database_url)))

        async def start(port: int) -> Program:
            settings = of_telegram(telegram) | of_webhook(front, port) | {"DATABASE_URL": database_url}
            return await stack.enter_async_context(started(home, **settings))

        doomed = await start(ports[0])
        async with asyncio.timeout(STARTING):
            name = await first_worker(database)
        for port in ports[1:]:
            await start(port)
        await becomes(lambda: telegram.world.updates.webhook.get("url") == front, STARTING)
        await crowd[0].writes("/horario")
        await crowd[0].receives("Horario de atención", timeout=STARTING)
        for _ in range(MESSAGES):
            for person in crowd:
                await person.writes("/horario")
                await person.writes("/servicios")
        await becomes(lambda: sum(len(person.inbox.items) for person in crowd) > PEOPLE, STARTING)
        await kill(doomed)
        await is_long_gone(database, name)
        begun = time.monotonic()
        await becomes(lambda: all(map(is_answered, crowd[1:])), BOUND_SECONDS)
        assert time.monotonic() - begun < BOUND_SECONDS
        for person in crowd:
            person.ignores_rest()


async def first_worker(database: Database) -> str:
    while True:
        async with database.reading() as session:
            if name := (await session.execute(select(col(WorkerRow.name)))).scalar():
                return str(name)
        await asyncio.sleep(0.1)


async def is_long_gone(database: Database, name: str) -> None:
    """As if it had last been heard of a minute ago: nobody has to wait for what it claimed."""
    long_ago = datetime.now(UTC) - timedelta(minutes=1)
    async with database.transaction() as session:
        await session.execute(update(WorkerRow).where(col(WorkerRow.name) == name).values(seen_at=long_ago))


@asynccontextmanager
async def closing(database: Database) -> AsyncIterator[Database]:
    try:
        yield database
    finally:
        await database.close()


def is_answered(person: Person) -> bool:
    """Everything, in order; what was leaving when its process died may come twice."""
    answers = ["horario" if "Horario de atención" in one.text else "otra" for one in person.inbox.items]
    return [answer for answer, _ in groupby(answers)] == ["horario", "otra"] * MESSAGES


def of_webhook(front: str, port: int) -> dict[str, str]:
    return {
        "TELEGRAM_WEBHOOK_URL": front,
        "TELEGRAM_WEBHOOK_SECRET": "solo-telegram-lo-sabe-y-nadie-mas",
        "TELEGRAM_WEBHOOK_PORT": f"{port}",
    }


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@asynccontextmanager
async def balancer(ports: Sequence[int]) -> AsyncIterator[str]:
    """Gives each request to the next process that takes it, as a balancer before them does. Its address."""
    turns = count()

    async def forward(request: web.Request) -> web.Response:
        body, headers = await request.read(), request.headers
        for _ in ports:
            port = ports[next(turns) % len(ports)]
            try:
                async with client.post(f"http://127.0.0.1:{port}/x", data=body, headers=headers) as answer:
                    return web.Response(status=answer.status, text=await answer.text())
            except aiohttp.ClientError:
                continue
        return web.Response(status=502)

    application = web.Application()
    application.router.add_post("/x", forward)
    runner = web.AppRunner(application, access_log=None)
    async with aiohttp.ClientSession() as client:
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/x"
        await runner.cleanup()
