"""The desk on PostgreSQL: the main journey, and four processes that share the work while one of them is killed."""

import asyncio
import json
import os
import signal
import socket
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from itertools import count, groupby
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from sqlalchemy import select, text, update
from sqlmodel import col

from itgov_bot.messages import Arrival
from itgov_bot.storage import inbox
from itgov_bot.storage.database import Database
from itgov_bot.storage.inbox import KEEPING
from itgov_bot.storage.tables import WorkerRow
from tests.emulator import Person, TelegramEmulator
from tests.handlers.recording import becomes
from tests.journeys.desk import RunningDesk
from tests.journeys.program import Program, kill, of_telegram, started, stop
from tests.journeys.test_outage import DOWN, FRIDAY_NIGHT
from tests.storage.engines import Postgres

STARTING = 90.0
PEOPLE, MESSAGES = 20, 4
HELD = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = :key"
TAKEN_OVER_SECONDS = 15.0
BOUND_SECONDS = 30.0
"""For everybody's answers, with what the killed process had claimed."""


on_postgres = pytest.mark.parametrize("engine_name", ["postgres"], indirect=True)


@pytest.fixture
async def database_url(postgres: Postgres, tmp_path: Path) -> str:
    return await postgres.new(tmp_path)


@on_postgres
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


@on_postgres
async def test_many_cases_at_once_have_numbers_without_gaps(desk: RunningDesk) -> None:
    crowd = [desk.telegram.person(2000 + number, f"Persona {number}") for number in range(8)]
    numbers = await asyncio.gather(*(desk.opens_case(person) for person in crowd))
    assert sorted(numbers) == [f"SAUS-2026-{number:06d}" for number in range(1, 9)]


@on_postgres
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


async def test_of_several_that_poll_one_asks_and_another_follows(home: Path, database_url: str) -> None:
    """Were two to ask, Telegram would refuse them by turns, which fails a test."""
    async with TelegramEmulator() as telegram, AsyncExitStack() as stack:
        ana, beto = telegram.person(1, "Ana"), telegram.person(2, "Beto")
        database = await stack.enter_async_context(closing(Database(database_url)))

        async def start() -> Program:
            settings = of_telegram(telegram) | {"DATABASE_URL": database_url}
            return await stack.enter_async_context(started(home, **settings))

        first = await start()
        for one in (ana, beto):
            await asks_hours(one)
        second = await start()
        async with asyncio.timeout(STARTING):
            while len(await workers(database)) < 2:  # noqa: ASYNC110
                await asyncio.sleep(0.1)
        await is_stopped(first, database)  # it is the chosen one still, and takes no turn
        await waits_for_anybody(database, "/horario", beto)
        await beto.receives("Horario de atención", timeout=STARTING)
        await kill(first)
        begun = time.monotonic()
        await asks_hours(ana)
        assert time.monotonic() - begun < TAKEN_OVER_SECONDS
        assert await stop(second) == 0


async def is_stopped(program: Program, database: Database) -> None:
    """Between two transactions: others would wait for it for ever."""
    while True:
        os.kill(program.pid, signal.SIGSTOP)
        await asyncio.sleep(0.05)  # what it has sent to the server is answered
        async with database.reading() as session:
            if not (await session.execute(text(HELD), {"key": KEEPING})).scalar():
                return
        os.kill(program.pid, signal.SIGCONT)


async def asks_hours(person: Person) -> None:
    await person.writes("/horario")
    await person.receives("Horario de atención", timeout=STARTING)


async def waits_for_anybody(database: Database, said: str, person: Person) -> None:
    """Kept by another process, which has its hands full."""
    who = {"id": person.id, "is_bot": False, "first_name": "Beto"}
    chat = {"id": person.id, "type": "private", "first_name": "Beto"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": who, "text": said}
    body = json.dumps({"update_id": 1, "message": message})
    arrival = Arrival("telegram:1", f"telegram:{person.id}", body)
    async with database.transaction() as session:
        await inbox.keep(session, [arrival], "another", 0, 1, datetime.now(UTC))


async def first_worker(database: Database) -> str:
    while True:
        if found := await workers(database):
            return found[0]
        await asyncio.sleep(0.1)


async def workers(database: Database) -> Sequence[str]:
    async with database.reading() as session:
        return (await session.execute(select(col(WorkerRow.name)))).scalars().all()


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
