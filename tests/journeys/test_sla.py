"""Due times in a story: who is reminded, who hears of what is late, and never at night."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from itgov_bot.settings import ROOT
from tests.emulator import BotMessage
from tests.journeys.desk import RunningDesk, running_desk
from tests.journeys.solving import solves

# Normal cases here: an answer in four working hours, a solution in twenty; reminders half an hour before.


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of a city that has set its targets."""
    data = Path(shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("targets") / "data"))
    agreements = data / "agreements.yaml"
    agreements.write_text(agreements.read_text().replace("enabled: false", "enabled: true"))
    return data


@pytest.fixture
async def desk(desk_home: Path, data: Path) -> AsyncIterator[RunningDesk]:
    async with running_desk(desk_home, itgov_data=data) as running:
        yield running


async def _taken(desk: RunningDesk) -> tuple[str, BotMessage]:
    """A case of Ana that Carla has, and the message in which she read it."""
    await desk.gives("agente", desk.carla)
    number = await desk.opens_case(desk.ana)
    card = await desk.carla.receives(number)
    await desk.carla.presses("Lo tomo")
    await desk.ana.receives("Carla tomó su caso")
    await desk.settled(desk.carla)
    return number, card


async def test_state_says_by_when_an_answer_is_expected(desk: RunningDesk) -> None:
    number = await desk.opens_case(desk.ana)
    await desk.ana.writes(f"/estado {number}")
    await desk.ana.receives("Se espera respuesta antes de las 2:00 p. m. de hoy.")
    desk.admin.ignores_rest()
    await desk.at("2026-11-10 15:00")
    await desk.ana.writes(f"/estado {number}")
    await desk.ana.receives("Se esperaba respuesta antes de las 2:00 p. m. de hoy. Vamos tarde")


async def test_the_desk_is_reminded_before_and_the_coordinator_after(desk: RunningDesk) -> None:
    await desk.knows(desk.admin)
    number, _ = await _taken(desk)
    await desk.at("2026-11-10 13:29")
    await desk.at("2026-11-10 13:30")
    await desk.carla.receives(f"Falta responder {number} antes de las 2:00 p. m. de hoy")
    await desk.advance(minutes=10)  # never twice
    await desk.restart()
    await desk.at("2026-11-10 13:59")
    await desk.at("2026-11-10 14:00")
    late = await desk.admin.receives(f"{number} está sin primera respuesta y venció hoy a las 2:00 p. m.")
    assert "Lo tiene Carla." in late.text
    await desk.advance(hours=1)
    await desk.restart()
    await desk.advance(hours=1)


async def test_while_nobody_has_it_the_group_is_reminded(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla)
    number = await desk.opens_case(desk.ana)
    await group.receives(number)
    await desk.at("2026-11-10 13:30")
    await group.receives(f"Falta responder {number}")
    await desk.at("2026-11-10 14:00")
    await desk.admin.receives("Nadie lo tiene.")


async def test_an_answer_ends_the_first_target(desk: RunningDesk) -> None:
    number, card = await _taken(desk)
    await desk.carla.writes("ya lo miro", reply_to=card)
    await desk.ana.receives("ya lo miro")
    await desk.settled(desk.carla)
    await desk.at("2026-11-10 13:30")
    await desk.at("2026-11-10 15:00")
    await desk.ana.writes(f"/estado {number}")
    await desk.ana.receives("Se espera la solución antes de las 10:00 a. m. del jueves 12.")


async def test_nobody_is_reminded_at_night(desk: RunningDesk) -> None:
    """Opened on Friday 2026-11-13 at 16:00: the answer is due on Tuesday at 11:00, after the long weekend."""
    desk.clock.set("2026-11-13 16:00")
    number = await desk.opens_case(desk.ana)
    desk.admin.ignores_rest()
    for quiet in ("2026-11-13 23:59", "2026-11-14 00:00", "2026-11-16 11:00", "2026-11-17 10:29"):
        await desk.at(quiet)
    await desk.knows(desk.admin)
    await desk.at("2026-11-17 22:00")  # the program was away when it was due
    await desk.at("2026-11-18 07:59")
    await desk.at("2026-11-18 08:00")
    await desk.admin.receives(f"{number} está sin primera respuesta y venció ayer a las 11:00 a. m.")


async def test_a_reopened_case_keeps_its_history(desk: RunningDesk) -> None:
    await desk.knows(desk.admin)
    number, _ = await _taken(desk)
    await desk.at("2026-11-10 12:00")  # two hours have run
    await solves(desk, desk.carla, number)
    await desk.ana.receives("está resuelto")
    await desk.at("2026-11-11 12:00")
    await desk.ana.receives("¿Quedó bien su caso")
    await desk.ana.presses("Sigue fallando: reabrir")
    await desk.ana.receives("Reabrí su caso")
    await desk.settled(desk.carla)
    await desk.ana.writes(f"/estado {number}")
    await desk.ana.receives("Se espera la solución antes de las 10:00 a. m. del viernes 13.")
    await desk.at("2026-11-13 09:30")
    await desk.carla.receives(f"Falta resolver {number}")
    await desk.at("2026-11-13 10:00")
    await desk.admin.receives(f"{number} está sin solución")
