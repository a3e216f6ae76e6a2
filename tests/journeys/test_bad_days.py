"""Bad days: what the desk leans on goes away and comes back. It is told in Spanish, nothing is lost, nothing spins."""

import asyncio
import ctypes
import json
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.emulator import Person, TelegramEmulator
from tests.journeys.desk import RunningDesk
from tests.journeys.program import PATIENCE, Program, by_command, of_telegram, run, started

STARTING = 60.0
MOST_LOGGED = 50_000
"""Bytes: of a fault that goes on the trace is told once a minute."""
BUSY_SHARE = 0.5
"""Of a processor, of a program that cannot do anything; this machine is shared and the clock of it is coarse."""


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramEmulator]:
    async with TelegramEmulator() as emulator:
        yield emulator


@pytest.mark.of_sqlite
@pytest.mark.skipif(
    sys.platform != "linux", reason="limits are set, and its time is read, from outside as Linux has it"
)
async def test_a_bad_day_of_the_real_program(desk_home: Path, telegram: TelegramEmulator) -> None:
    """One program lives through all of it, and the last misfortune ends it."""
    ana = telegram.person(1, "Ana")
    async with started(desk_home, ITGOV_ADMINS="100", **of_telegram(telegram)) as program:
        await still_answers(ana)
        await a_second_program_is_refused(desk_home)
        await poison_is_passed_over(telegram, ana)
        await a_full_disk_is_waited_out(program, ana)
        await telegram_away_is_waited_out(program, telegram, ana)
        await still_answers(ana)
        telegram.token = "1:another-now"
        await ana.writes("/horario")  # which ends the poll that is under way
        async with asyncio.timeout(PATIENCE):
            _, said = await program.communicate()
    telegram.tolerate_rejections("401|502|query ID is invalid")
    assert program.returncode == 2
    *logged, last = said.decode().rstrip().splitlines()
    assert last.startswith("Telegram no acepta la clave del bot (TELEGRAM_BOT_TOKEN)")
    assert of_telegram(telegram)["TELEGRAM_BOT_TOKEN"] not in said.decode()
    lines = [json.loads(line) for line in logged if line.startswith("{")]
    assert len(lines) == len(logged) - 1, "every line but the sentence is one that a program reads"
    assert len(lines) < 150
    assert len(said) < MOST_LOGGED
    assert any(line.get("turn", "").startswith("telegram:") for line in lines)


async def still_answers(person: Person) -> None:
    await person.writes("/horario")
    await person.receives("Horario de atención", timeout=STARTING)


async def a_second_program_is_refused(home: Path) -> None:
    code, out, said = await run(home, "hola\n")
    assert (code, out) == (2, "")
    assert "ya está trabajando el proceso" in said
    assert "Traceback" not in said


async def poison_is_passed_over(telegram: TelegramEmulator, person: Person) -> None:
    for poison in ({"message_id": "x"}, {}, {"chat": {"id": "?"}, "date": -1}, {"from": None, "text": ["a"]}):
        telegram.world.updates.add("message", poison)
    telegram.world.updates.add("callback_query", {"id": 7, "data": {"a": 1}})
    await still_answers(person)


async def a_full_disk_is_waited_out(program: Program, person: Person) -> None:
    import resource

    before = resource.prlimit(program.pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    await person.writes("/horario")
    await is_calm(program)
    await person.receives_nothing()
    resource.prlimit(program.pid, resource.RLIMIT_FSIZE, before)
    await person.receives("Horario de atención", timeout=STARTING)


async def telegram_away_is_waited_out(program: Program, telegram: TelegramEmulator, person: Person) -> None:
    for method in ("getUpdates", "sendMessage"):
        telegram.faults.server_error(method, times=10_000)
    await person.writes("/horario")
    await is_calm(program)
    telegram.faults.clear()
    await person.receives("Horario de atención", timeout=STARTING)


async def is_calm(program: Program, seconds: float = 1.0) -> None:
    before = _worked(program)
    await asyncio.sleep(seconds)
    assert _worked(program) - before < BUSY_SHARE * seconds


def _worked(program: Program) -> float:
    """Seconds of processor time."""
    fields = Path(f"/proc/{program.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / float(os.sysconf("SC_CLK_TCK"))


@pytest.mark.of_sqlite
@pytest.mark.skipif(
    sys.platform != "linux", reason="nothing is forbidden to root, which only Linux can be made to forget"
)
def test_a_home_that_may_only_be_read_is_told(desk_home: Path) -> None:
    (desk_home / "itgov.db").chmod(0o400)
    desk_home.chmod(0o500)
    ended = by_command(desk_home, "hola\n", preexec_fn=_forget_to_be_root)
    desk_home.chmod(0o700)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "No hay permiso para escribir en la base de datos" in ended.stderr
    assert "Traceback" not in ended.stderr


def _forget_to_be_root() -> None:
    """The right to pass over permissions is taken from what is started now."""
    drop_from_bounding_set, pass_over_permissions = 24, (1, 2)
    for right in pass_over_permissions:
        ctypes.CDLL(None).prctl(drop_from_bounding_set, right, 0, 0, 0)


async def test_an_hour_without_telegram_loses_nothing_and_asks_seldom(desk: RunningDesk) -> None:
    for method in ("sendMessage", "getUpdates"):
        desk.telegram.faults.server_error(method, times=10_000)
    await desk.ana.writes("/horario")
    desk.telegram.faults.clear()
    desk.telegram.faults.server_error("sendMessage", times=10_000)
    await desk.settled()
    for _ in range(60):
        await desk.advance(minutes=1)
    tried = 10_000 - desk.telegram.faults.pending
    assert 5 <= tried <= 30
    desk.telegram.faults.clear()
    await desk.advance(minutes=11)
    await desk.ana.receives("Horario de atención")


async def test_a_clock_that_ran_ahead_and_is_set_right_holds_nothing_back(desk: RunningDesk) -> None:
    """What was said on that day leaves today, also what was put off."""
    desk.clock.advance(days=40)
    desk.telegram.faults.server_error("sendMessage")
    await desk.ana.writes("/horario")
    await desk.settled()
    await desk.beto.writes("/horario")
    await desk.beto.receives("Horario de atención")
    await desk.ana.receives_nothing()
    desk.clock.advance(days=-40)
    await desk.advance(seconds=1)
    await desk.ana.receives("Horario de atención")
    await desk.ana.writes("/estado")
    await desk.ana.receives()
