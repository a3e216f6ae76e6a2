"""Polling: every update at least once, in order, whatever happens to the connection or to the process."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from structlog.testing import capture_logs
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.telegram import StartFailed, poll, polling, retry
from itgov_bot.channels.telegram import TelegramBot, make_bot
from tests.emulator import Person, TelegramEmulator
from tests.handlers.recording import Recorder, becomes
from tests.waits import QUICK


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramEmulator]:
    async with TelegramEmulator() as emulator:
        yield emulator


@pytest.fixture
def ana(telegram: TelegramEmulator) -> Person:
    return telegram.person(7, "Ana")


@asynccontextmanager
async def running(
    telegram: TelegramEmulator, receive: Recorder, grace: float = 0.0, token: str | None = None
) -> AsyncIterator[asyncio.Task[None]]:
    bot = make_bot(token or telegram.token, telegram.base_url, telegram.base_file_url)
    task = asyncio.create_task(poll(bot, receive, grace_seconds=grace, backoff=QUICK))
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await bot.shutdown()


def pending(telegram: TelegramEmulator) -> int:
    return len(telegram.world.updates.pending)


async def test_updates_are_received_in_order_and_confirmed(telegram: TelegramEmulator, ana: Person) -> None:
    receive = Recorder()
    await ana.writes("uno")
    await ana.writes("dos")
    async with running(telegram, receive):
        await receive.until_finished("uno", "dos")
        await ana.writes("tres")
        await receive.until_finished("uno", "dos", "tres")
        await becomes(lambda: pending(telegram) == 0)


async def test_a_slow_turn_keeps_nobody_else_waiting(telegram: TelegramEmulator, ana: Person) -> None:
    receive = Recorder()
    receive.hold.add("lento")
    async with running(telegram, receive):
        await ana.writes("lento")
        await receive.until_started("lento")
        await telegram.person(8, "Beto").writes("rápido")
        await receive.until_finished("rápido")
        assert pending(telegram) == 2
        await receive.release("lento")
        await becomes(lambda: pending(telegram) == 0)
    assert receive.texts == ["lento", "rápido"]


async def test_waiting_for_a_slow_turn_does_not_spin(
    telegram: TelegramEmulator, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    polls, raw_updates = list[float](), TelegramBot.raw_updates

    async def counted(self: TelegramBot, *args: Any, **kwargs: Any) -> Any:
        polls.append(time.monotonic())
        return await raw_updates(self, *args, **kwargs)

    monkeypatch.setattr(TelegramBot, "raw_updates", counted)
    receive = Recorder()
    receive.hold.add("lento")
    await ana.writes("lento")
    async with running(telegram, receive):
        await receive.until_started("lento")
        polls.clear()
        await asyncio.sleep(3 * polling.PAUSE_SECONDS)
        assert 1 <= len(polls) <= 4
        await receive.release("lento")
        await becomes(lambda: pending(telegram) == 0)


async def test_a_process_killed_in_mid_turn_gets_the_update_again(
    telegram: TelegramEmulator, ana: Person
) -> None:
    killed, next_one = Recorder(), Recorder()
    killed.hold.add("no pierda esto")
    async with running(telegram, killed):
        await ana.writes("antes")
        await killed.until_finished("antes")
        await ana.writes("no pierda esto")
        await ana.writes("ni esto")
        await killed.until_finished("antes", "ni esto")
    async with running(telegram, next_one):
        await next_one.until_finished("no pierda esto", "ni esto")
        await becomes(lambda: pending(telegram) == 0)
    assert killed.finished == ["antes", "ni esto"]
    assert [event.key for event in next_one.started] == [event.key for event in killed.started[1:]]


async def test_a_stop_lets_turns_under_way_end(telegram: TelegramEmulator, ana: Person) -> None:
    receive = Recorder()
    receive.hold.add("casi")
    async with running(telegram, receive, grace=5.0) as task:
        await ana.writes("casi")
        await receive.until_started("casi")
        task.cancel()
        await asyncio.sleep(0.01)
        await receive.release("casi")
        await asyncio.gather(task, return_exceptions=True)
        assert receive.finished == ["casi"]


async def test_a_repeated_update_is_received_again_with_its_key(
    telegram: TelegramEmulator, ana: Person
) -> None:
    receive = Recorder()
    async with running(telegram, receive):
        await ana.writes("uno")
        await receive.until_finished("uno")
        await becomes(lambda: pending(telegram) == 0)
        telegram.faults.redeliver_last_update()
        await receive.until_finished("uno", "uno")
        await ana.writes("dos")
        await receive.until_finished("uno", "uno", "dos")
    assert receive.started[0].key == receive.started[1].key


async def test_what_is_written_while_the_database_is_away_is_answered_when_it_is_back(
    telegram: TelegramEmulator, ana: Person
) -> None:
    receive = Recorder()
    receive.away = True
    async with running(telegram, receive):
        await ana.writes("uno")
        await becomes(lambda: receive.texts.count("uno") > retry.MAX_FAULTS)
        await ana.writes("dos")
        await telegram.person(8, "Beto").writes("tres")
        await becomes(lambda: receive.texts.count("tres") > 1)
        assert pending(telegram) == 3
        receive.away = False
        await becomes(lambda: pending(telegram) == 0)
    assert sorted(receive.finished) == ["dos", "tres", "uno"]
    assert [text for text in receive.finished if text != "tres"] == ["uno", "dos"]


async def test_a_stop_while_the_database_is_away_leaves_the_update_to_the_next_start(
    telegram: TelegramEmulator, ana: Person
) -> None:
    stopped, next_one = Recorder(), Recorder()
    stopped.away = True
    await ana.writes("no pierda esto")
    async with running(telegram, stopped):
        await becomes(lambda: len(stopped.started) > 1)
    async with running(telegram, next_one):
        await next_one.until_finished("no pierda esto")
        await becomes(lambda: pending(telegram) == 0)


async def test_a_turn_that_always_fails_is_given_up_and_holds_up_nobody(
    telegram: TelegramEmulator, ana: Person
) -> None:
    receive = Recorder()
    receive.fail.add("secreto de Ana")
    with capture_logs() as logs:
        async with running(telegram, receive):
            await ana.writes("secreto de Ana")
            await telegram.person(8, "Beto").writes("a tiempo")
            await receive.until_finished("a tiempo")
            await ana.writes("sigue")
            await receive.until_finished("a tiempo", "sigue")
            await becomes(lambda: pending(telegram) == 0)
    assert [log["event"] for log in logs if log["log_level"] == "error"] == ["telegram.turn_failed"]
    assert "secreto" not in str(logs)
    assert receive.texts.count("secreto de Ana") == retry.MAX_FAULTS


async def test_presses_are_acknowledged_while_their_turn_runs(
    telegram: TelegramEmulator, ana: Person
) -> None:
    receive = Recorder()
    receive.hold.add("case:new")
    await show_button(telegram, ana)
    async with running(telegram, receive):
        press = await ana.presses("Abrir")
        await becomes(lambda: telegram.world.presses[press].answered)
        assert receive.finished == ["/start"]
        await receive.release("case:new")
        await receive.until_finished("/start", "case:new")


async def show_button(telegram: TelegramEmulator, person: Person) -> None:
    await person.writes("/start")
    async with make_bot(telegram.token, telegram.base_url) as bot:
        button = InlineKeyboardButton("Abrir", callback_data="case:new")
        await bot.send_message(person.id, "¿?", reply_markup=InlineKeyboardMarkup([[button]]))
    await person.receives("¿?")


async def test_a_press_too_old_to_acknowledge_still_has_its_turn(
    telegram: TelegramEmulator, ana: Person
) -> None:
    telegram.tolerate_rejections("query is too old")
    receive = Recorder()
    await show_button(telegram, ana)
    press = await ana.presses("Abrir")
    telegram.world.presses[press].at -= 3600
    async with running(telegram, receive):
        await receive.until_finished("/start", "case:new")
        await becomes(lambda: any(call.method == "answerCallbackQuery" for call in telegram.calls))
    telegram.world.presses[press].answered = True


async def test_blocking_is_told(telegram: TelegramEmulator, ana: Person) -> None:
    receive = Recorder()
    async with running(telegram, receive):
        await ana.writes("hola")
        await receive.until_finished("hola")
        await ana.blocks_bot()
        await ana.unblocks_bot()
        await receive.until_finished("hola", "reachable=False", "reachable=True")


@pytest.mark.parametrize("method", ["getMe", "deleteWebhook", "getUpdates"])
async def test_passing_faults_are_waited_out(telegram: TelegramEmulator, ana: Person, method: str) -> None:
    telegram.faults.server_error(method)
    telegram.faults.drop_connection(method, after_effect=False)
    receive = Recorder()
    await ana.writes("hola")
    async with running(telegram, receive):
        await receive.until_finished("hola")
    assert telegram.faults.pending == 0


async def test_a_lost_answer_loses_no_update(telegram: TelegramEmulator, ana: Person) -> None:
    receive = Recorder()
    await ana.writes("hola")
    telegram.faults.drop_connection("getUpdates", after_effect=True)
    async with running(telegram, receive):
        await receive.until_finished("hola")


async def test_telegrams_own_wait_is_respected(telegram: TelegramEmulator, ana: Person) -> None:
    telegram.faults.retry_after(0.1, method="getUpdates")
    receive = Recorder()
    await ana.writes("hola")
    begin = time.monotonic()
    async with running(telegram, receive):
        await receive.until_finished("hola")
    assert time.monotonic() - begin >= 0.1


async def test_a_webhook_of_before_is_removed_and_nothing_dropped(
    telegram: TelegramEmulator, ana: Person
) -> None:
    receive = Recorder()
    async with make_bot(telegram.token, telegram.base_url) as bot:
        await bot.set_webhook("http://127.0.0.1:9/gone")
    await ana.writes("hola")
    async with running(telegram, receive):
        await receive.until_finished("hola")


async def test_another_poller_is_a_conflict_that_passes(telegram: TelegramEmulator, ana: Person) -> None:
    telegram.tolerate_rejections("Conflict")
    receive, other = Recorder(), Recorder()
    with capture_logs() as logs:
        async with running(telegram, receive):
            await ana.writes("uno")
            await receive.until_finished("uno")
            async with running(telegram, other):
                await becomes(lambda: any("Conflict" in str(log.get("error")) for log in logs))
            await ana.writes("dos")
            await receive.until_finished("uno", "dos")


async def test_a_refused_token_ends_it_with_a_clear_word(telegram: TelegramEmulator) -> None:
    telegram.tolerate_rejections("Unauthorized")
    async with running(telegram, Recorder(), token="123:wrong-token") as task:
        with pytest.raises(StartFailed, match="TELEGRAM_BOT_TOKEN") as failed:
            await task
    assert failed.value.__context__ is None
    assert "wrong-token" not in str(failed.value)


async def test_an_update_that_the_library_can_not_read_is_skipped(
    telegram: TelegramEmulator, ana: Person
) -> None:
    receive = Recorder()
    await ana.writes("antes")
    telegram.world.updates.add("message", {"message_id": 5, "text": "ni fecha ni chat"})
    await ana.writes("después")
    with capture_logs() as logs:
        async with running(telegram, receive):
            await receive.until_finished("antes", "después")
            await becomes(lambda: pending(telegram) == 0)
    assert "telegram.update_skipped" in [log["event"] for log in logs]


async def test_more_than_a_batch_waits_its_turn(telegram: TelegramEmulator, ana: Person) -> None:
    receive = Recorder()
    texts = [f"mensaje {number}" for number in range(250)]
    for text in texts:
        await ana.writes(text)
    async with running(telegram, receive):
        await receive.until_started(*texts)
        await becomes(lambda: pending(telegram) == 0)
