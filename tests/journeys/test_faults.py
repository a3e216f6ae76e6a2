"""Telegram falters: nothing is lost, nothing has a second effect, and the order of a chat is kept."""

import pytest

from itgov_bot.storage.database import Database
from tests.channels.rigs import PNG
from tests.handlers.recording import becomes
from tests.journeys.desk import RunningDesk


async def test_telegram_asks_to_slow_down_and_is_obeyed(desk: RunningDesk) -> None:
    desk.telegram.faults.retry_after(30)
    await desk.ana.writes("no me abre el correo")
    await desk.settled()
    await desk.ana.writes("/horario")
    await desk.settled()
    await desk.advance(seconds=29)
    await desk.ana.receives_nothing()
    await desk.advance(seconds=2)
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.receives("Horario de atención")


async def test_one_slow_chat_holds_up_nobody_else(desk: RunningDesk) -> None:
    desk.telegram.faults.retry_after(600)
    await desk.ana.writes("/horario")
    await desk.settled()
    await desk.beto.writes("/horario")
    await desk.beto.receives("Horario de atención")
    await desk.advance(minutes=11)
    await desk.ana.receives("Horario de atención")


async def test_a_bad_gateway_is_tried_again(desk: RunningDesk) -> None:
    desk.telegram.faults.server_error(times=2)
    await desk.ana.writes("/horario")
    await desk.settled()
    await desk.advance(seconds=3)
    await desk.ana.receives_nothing()
    await desk.advance(seconds=5)
    await desk.ana.receives("Horario de atención")


async def test_a_connection_lost_before_the_effect_loses_nothing(desk: RunningDesk) -> None:
    desk.telegram.faults.drop_connection("sendMessage", after_effect=False)
    await desk.ana.writes("/horario")
    await desk.settled()
    await desk.advance(seconds=3)
    await desk.ana.receives("Horario de atención")


async def test_a_connection_lost_after_the_effect_repeats_at_most_the_message(desk: RunningDesk) -> None:
    await desk.fills_form(desk.ana)
    desk.telegram.faults.drop_connection("sendMessage", after_effect=True)
    await desk.sends(desk.ana)
    await desk.ana.receives("SAUS-2026-000001")
    await desk.settled()
    await desk.advance(seconds=3)
    await desk.ana.receives("SAUS-2026-000001")
    await desk.ana.writes("/casos")
    listed = await desk.ana.receives("Sus casos")
    assert listed.text.count("SAUS-") == 1


async def test_updates_are_fetched_again_after_a_fault(desk: RunningDesk) -> None:
    desk.telegram.faults.server_error("getUpdates", times=2)
    desk.telegram.faults.drop_connection("getUpdates", after_effect=True)
    for _ in range(3):
        await desk.ana.writes("/horario")
        await desk.ana.receives("Horario de atención")


async def test_an_update_that_comes_again_has_no_second_effect(desk: RunningDesk) -> None:
    await desk.fills_form(desk.ana)
    await desk.sends(desk.ana)
    await desk.ana.receives("SAUS-2026-000001")
    await desk.settled()
    desk.telegram.faults.redeliver_last_update()
    await desk.settled()
    await desk.restart()
    desk.telegram.faults.redeliver_last_update()
    await desk.settled()
    await desk.ana.receives_nothing()
    assert await desk.opens_case(desk.beto) == "SAUS-2026-000002"


async def test_a_file_that_cannot_be_fetched_is_asked_for_again(desk: RunningDesk) -> None:
    desk.telegram.faults.server_error("getFile")
    await desk.ana.sends_photo(PNG)
    await desk.ana.receives("no se pudo descargar por la red")
    await desk.ana.sends_photo(PNG)
    await desk.ana.receives("Recibí el archivo")


async def test_an_edit_that_fails_is_made_later(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla)
    await desk.opens_case(desk.ana)
    await group.receives("nuevo")
    desk.telegram.faults.server_error("editMessageText")
    await desk.carla.presses("Lo tomo", in_group=group)
    await desk.ana.receives("tomó su caso")
    await desk.settled()
    await desk.advance(seconds=3)
    await group.receives("Lo tiene: Carla", edited=True)
    await desk.carla.sees_toast("queda a cargo de")


async def test_what_is_written_while_the_database_is_away_is_answered_when_it_is_back(
    desk: RunningDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Database] = []

    def refused(database: Database, *, long: bool = False) -> None:
        asked.append(database)
        raise ConnectionRefusedError

    with monkeypatch.context() as away:
        away.setattr(Database, "transaction", refused)
        await desk.ana.writes("/horario")
        await becomes(lambda: len(asked) > 3)
    await desk.ana.receives("Horario de atención")


async def test_a_start_while_telegram_is_away_waits_for_it(desk: RunningDesk) -> None:
    await desk.close()
    desk.telegram.faults.server_error("getMe", times=2)
    desk.telegram.faults.server_error("setMyCommands")
    await desk.open()
    await desk.ana.writes("/horario")
    await desk.ana.receives("Horario de atención")
