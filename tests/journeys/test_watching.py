"""The desk watches itself: a heartbeat while the rounds really run, and what is stuck in /salud and in the metrics."""

import socket
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from prometheus_client.parser import text_string_to_metric_families

from itgov_bot import app
from itgov_bot.desk.desk import Desk
from itgov_bot.jobs.rounds import ROUNDS
from itgov_bot.metrics import metrics_served
from itgov_bot.settings import SettingsError
from itgov_bot.storage.database import Database
from tests.handlers.recording import becomes
from tests.journeys.desk import RunningDesk
from tests.journeys.wired import FRIDAY_NIGHT, OUTAGE, PAGE, WiredDesk, wired_desk


class Watcher:
    """Whoever watches from outside: counts the signs of life."""

    def __init__(self) -> None:
        self.signs = 0
        self.status = 200
        self.url = ""

    async def take(self, _request: web.Request) -> web.Response:
        self.signs += 1
        return web.Response(status=self.status)


@pytest.fixture
async def watcher() -> AsyncIterator[Watcher]:
    made, site = Watcher(), web.Application()
    site.router.add_get("/ping", made.take)
    async with TestServer(site) as server:
        made.url = str(server.make_url("/ping"))
        yield made


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture
async def desk(desk_home: Path, watcher: Watcher) -> AsyncIterator[WiredDesk]:
    async with wired_desk(desk_home) as made:
        await made.begins(itgov_heartbeat_url=watcher.url, itgov_metrics_port=free_port())
        await becomes(lambda: watcher.signs == 1)  # the first pass is made at the start
        yield made


async def test_the_heartbeat_beats_once_a_minute_while_all_rounds_run(
    desk: WiredDesk, watcher: Watcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    await desk.advance(seconds=50)
    assert watcher.signs == 1
    await desk.advance(seconds=10)
    await becomes(lambda: watcher.signs == 2)

    async def broken(_desk: Desk) -> None:
        raise RuntimeError

    with monkeypatch.context() as ill:
        ill.setattr(app, "ROUNDS", (*ROUNDS, broken))
        for _ in range(5):
            await desk.advance(minutes=1)
        assert watcher.signs == 2
        assert "⚠️ Las rondas no corren o alguna falla" in await desk.health()
        assert "Última ronda completa: hace 5 minutos" in desk.admin.last.text
        assert (await metrics(desk))["itgov_round_failures_total"] == 5
        assert (await metrics(desk))["itgov_last_round_age_seconds"] == 300
    await desk.advance(minutes=1)  # the minute in which something failed is over
    await becomes(lambda: watcher.signs == 3)
    assert "⚠️ Las rondas" not in await desk.health()


async def test_a_watcher_that_is_away_holds_nothing_up(desk: WiredDesk, watcher: Watcher) -> None:
    watcher.status = 503
    await desk.advance(minutes=3)
    await becomes(lambda: watcher.signs == 2)
    assert "Latido a un vigilante externo: sí; el último, hace 3 minutos" in await desk.health()


async def test_what_is_stuck_is_seen_in_the_health_and_in_the_metrics(desk: WiredDesk) -> None:
    await desk.puts_on_duty(desk.carla, 1)
    await desk.at(FRIDAY_NIGHT)
    calm = await metrics(desk)
    assert (
        calm["itgov_oldest_undelivered_page_age_seconds"]
        == calm["itgov_oldest_untaken_page_age_seconds"]
        == 0
    )
    assert "Aviso urgente más viejo sin salir: ninguno" in await desk.health()
    await desk.ana.writes(OUTAGE)
    await desk.ana.receives("¿Aviso ya a la guardia?")
    await desk.settled()
    desk.telegram.faults.retry_after(600, times=2)
    await desk.ana.presses("Sí, avisar ya a la guardia")
    await desk.settled()
    await desk.advance(minutes=3)
    stuck = await metrics(desk)
    assert stuck["itgov_oldest_undelivered_page_age_seconds"] == 180
    assert stuck["itgov_oldest_untaken_page_age_seconds"] == 180
    assert (stuck["itgov_tickets_live"], stuck["itgov_untaken_pages"]) == (1, 1)
    assert stuck["itgov_outbox_waiting"] >= 1
    shown = await desk.health()
    assert "Aviso urgente más viejo sin salir: hace 3 minutos" in shown
    assert "⚠️ No está saliendo" in shown
    assert "⚠️ Nadie lo ha tomado" in shown
    await desk.at("2026-11-13 19:41")
    await desk.ana.receives("Ya avisé a la guardia")
    await desk.carla.receives(PAGE)
    await desk.settled()
    for person in (desk.ana, desk.carla, desk.admin):  # five minutes without reaching anybody were shouted
        person.ignores_rest()
    assert (await metrics(desk))["itgov_oldest_undelivered_page_age_seconds"] == 0


async def test_only_an_administrator_reads_the_health(desk: WiredDesk) -> None:
    await desk.ana.writes("/salud")
    await desk.ana.receives("Eso es solo para quienes tienen el rol")


async def test_a_port_that_is_taken_is_told(desk: WiredDesk) -> None:
    async with metrics_served(desk.settings, desk.app.work, desk.app.watch):
        with pytest.raises(SettingsError, match=r"ITGOV_METRICS_PORT: no se puede escuchar en 127\.0\.0\.1"):
            async with metrics_served(desk.settings, desk.app.work, desk.app.watch):
                pass


async def test_without_a_port_nobody_listens(desk: WiredDesk) -> None:
    silent = desk.settings.model_copy(update={"itgov_metrics_port": None})
    async with (
        metrics_served(silent, desk.app.work, desk.app.watch),
        httpx.AsyncClient(trust_env=False) as client,
    ):
        with pytest.raises(httpx.ConnectError):
            await client.get(f"http://127.0.0.1:{desk.settings.itgov_metrics_port}/metrics")


async def test_it_says_that_it_lives_and_whether_work_gets_done(
    desk: WiredDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await asked(desk, "/salud") == (200, "ok")
    assert await asked(desk, "/listo") == (200, "ok")
    desk.clock.advance(minutes=3)
    assert await asked(desk, "/listo") == (503, "rounds")

    def refused(_database: Database) -> None:
        raise ConnectionRefusedError

    with monkeypatch.context() as away:
        away.setattr(Database, "reading", refused)
        assert await asked(desk, "/listo") == (503, "database: ConnectionRefusedError")
        assert await asked(desk, "/salud") == (200, "ok")


async def asked(desk: WiredDesk, path: str) -> tuple[int, str]:
    async with (
        metrics_served(desk.settings, desk.app.work, desk.app.watch),
        httpx.AsyncClient(trust_env=False) as client,
    ):
        answer = await client.get(f"http://127.0.0.1:{desk.settings.itgov_metrics_port}{path}")
    return answer.status_code, answer.text


async def test_turns_and_what_waits_are_measured(desk: WiredDesk) -> None:
    await desk.ana.writes("/horario")
    await desk.ana.receives("Horario de atención")
    await desk.settled()
    before = await metrics(desk)
    assert before["itgov_turn_seconds_count"] >= 1
    assert 0 < before["itgov_turn_seconds_sum"] < 60
    assert (before["itgov_oldest_reply_age_seconds"], before["itgov_oldest_update_age_seconds"]) == (0, 0)
    desk.telegram.faults.retry_after(600)
    await desk.ana.writes("/horario")
    await desk.settled()
    desk.clock.advance(minutes=5)
    after = await metrics(desk)
    assert after["itgov_oldest_reply_age_seconds"] == 300
    assert after["itgov_turn_seconds_count"] == before["itgov_turn_seconds_count"] + 1
    await desk.advance(minutes=6)
    await desk.ana.receives("Horario de atención")


async def metrics(desk: WiredDesk) -> dict[str, float]:
    """As Prometheus reads them."""
    async with (
        metrics_served(desk.settings, desk.app.work, desk.app.watch),
        httpx.AsyncClient(trust_env=False) as client,
    ):
        answer = await client.get(f"http://127.0.0.1:{desk.settings.itgov_metrics_port}/metrics")
    families = text_string_to_metric_families(answer.text)
    return {sample.name: sample.value for family in families for sample in family.samples}


async def test_an_urgent_case_that_nobody_took_in_hours_is_seen_too(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.fills_form(desk.ana, "se cayó el internet en toda la alcaldía, nadie puede trabajar")
    await desk.sends(desk.ana)
    await desk.ana.receives("Queda de primero en la fila")
    await desk.carla.receives("SAUS-2026-000001")
    await desk.admin.writes("/salud")
    shown = await desk.admin.receives("• Urgentes sin tomar: 1")
    assert "Nadie lo ha tomado" in shown.text
    await desk.carla.presses("Lo tomo")
    await desk.ana.receives("tomó su caso")
    await desk.settled(desk.carla)
    await desk.admin.writes("/salud")
    await desk.admin.receives("• Urgentes sin tomar: 0")
