"""`itgov check` beside a desk that works."""

import asyncio
import json
from typing import Any

import pytest
from typer.testing import CliRunner

from itgov_bot.__main__ import app
from itgov_bot.home import held
from tests.journeys.desk import RunningDesk


async def findings(desk: RunningDesk) -> dict[str, tuple[str, str]]:
    environment = {
        "ITGOV_HOME": str(desk.home),
        "ITGOV_ADMINS": "100",
        "ITGOV_CLOCK": desk.clock.now.isoformat(),
        "TELEGRAM_BOT_TOKEN": desk.telegram.token,
        "TELEGRAM_API_BASE_URL": desk.telegram.base_url,
        "DATABASE_URL": "",
    }
    result = await asyncio.to_thread(CliRunner(env=environment).invoke, app, ["check", "--json"])
    told: dict[str, Any] = json.loads(result.stdout)
    return {one["subject"]: (one["standing"], one["told"]) for one in told["findings"]}


@pytest.mark.of_sqlite
async def test_it_sees_who_is_there_and_who_works(desk: RunningDesk) -> None:
    await desk.knows(desk.admin, desk.carla)
    await desk.advance(minutes=0)
    with held(desk.settings.database_file):
        told = await findings(desk)
    assert told["administradores"] == ("warning", "hay uno solo")
    assert told["guardia"][0] == "problem"
    assert [told[one] for one in ("Telegram", "mensajes", "base de datos", "programa")] == [
        ("ok", f"acepta la clave de @{desk.telegram.world.bot['username']}"),
        ("ok", "llegan por consulta a Telegram"),
        ("ok", "está al día y entera"),
        ("ok", "está en marcha"),
    ]
    await desk.admin.writes("/guardia poner 1 11")
    await desk.admin.receives("en el escalón 1")
    await desk.carla.receives("de guardia")
    await desk.settled()
    desk.clock.advance(minutes=10)
    with held(desk.settings.database_file):
        told = await findings(desk)
    assert told["guardia"] == ("ok", "sin huecos en dos semanas")
    assert (told["programa"][0], "rondas no terminan" in told["programa"][1]) == ("problem", True)
    assert (await findings(desk))["programa"][1] == "no está en marcha"
