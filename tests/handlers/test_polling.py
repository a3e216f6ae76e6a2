"""Polling: every update at least once, in order, whatever happens to the connection or to the process."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import uuid4

import pytest
from structlog.testing import capture_logs
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.telegram import StartFailed, poll
from itgov_bot import inbox
from itgov_bot.channels.telegram import make_bot
from itgov_bot.jobs import presence
from itgov_bot.storage.database import Database
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
    telegram: TelegramEmulator,
    database: Database,
    receive: Recorder,
    grace: float = 0.0,
    token: str | None = None,
) -> AsyncIterator[asyncio.Task[None]]:
    """A process: what an earlier one had claimed is free when it begins."""
    bot = make_bot(token or telegram.token, telegram.base_url, telegram.base_file_url)
    database.worker = uuid4().hex
    await presence.arrive(database)
    kept = receive.inbox(database)
    task = asyncio.create_task(poll(bot, kept, backoff=QUICK))
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await kept.close(grace_seconds=grace)
        await bot.shutdown()


def pending(telegram: TelegramEmulator) -> int:
    return len(telegram.world.updates.pending)


async def test_updates_are_received_in_order_and_confirmed(
    telegram: TelegramEmulator, database: Database, ana: Person
) -> None:
    receive = Recorder()
    await ana.writes("uno")
    await ana.writes("dos")
    async with running(telegram, database, receive):
        await receive.until_finished("uno", "dos")
        await ana.writes("tres")
        await receive.until_finished("uno", "dos", "tres")
        await becomes(lambda: pending(telegram) == 0)


async def show_button(telegram: TelegramEmulator, person: Person) -> None:
    await person.writes("/start")
    async with make_bot(telegram.token, telegram.base_url) as bot:
        button = InlineKeyboardButton("Abrir", callback_data="case:new")
        await bot.send_message(person.id, "¿?", reply_markup=InlineKeyboardMarkup([[button]]))
    await person.receives("¿?")


async def test_blocking_is_told(telegram: TelegramEmulator, database: Database, ana: Person) -> None:
    receive = Recorder()
    async with running(telegram, database, receive):
        await ana.writes("hola")
        await receive.until_finished("hola")
        await ana.blocks_bot()
        await ana.unblocks_bot()
        await receive.until_finished("hola", "reachable=False", "reachable=True")


@pytest.mark.parametrize("method", ["getMe", "deleteWebhook", "getUpdates"])
async def test_passing_faults_are_waited_out(
    telegram: TelegramEmulator, database: Database, ana: Person, method: str
) -> None:
    telegram.faults.server_error(method)
    telegram.faults.drop_connection(method, after_effect=False)
    receive = Recorder()
    await ana.writes("hola")
    async with running(telegram, database, receive):
        await receive.until_finished("hola")
    assert telegram.faults.pending == 0


async def test_a_lost_answer_loses_no_update(
    telegram: TelegramEmulator, database: Database, ana: Person
) -> None:
    receive = Recorder()
    await ana.writes("hola")
    telegram.faults.drop_connection("getUpdates", after_effect=True)
    async with running(telegram, database, receive):
        await receive.until_finished("hola")


async def test_telegrams_own_wait_is_respected(
    telegram: TelegramEmulator, database: Database, ana: Person
) -> None:
    telegram.faults.retry_after(0.1, method="getUpdates")
    receive = Recorder()
    await ana.writes("hola")
    begin = time.monotonic()
    async with running(telegram, database, receive):
        await receive.until_finished("hola")
    assert time.monotonic() - begin >= 0.1


async def test_a_webhook_of_before_is_removed_and_nothing_dropped(
    telegram: TelegramEmulator, database: Database, ana: Person
) -> None:
    receive = Recorder()
    async with make_bot(telegram.token, telegram.base_url) as bot:
        await bot.set_webhook("http://127.0.0.1:9/gone")
    await ana.writes("hola")
    async with running(telegram, database, receive):
        await receive.until_finished("hola")


async def test_another_poller_is_a_conflict_that_passes(
    telegram: TelegramEmulator, database: Database, ana: Person
) -> None:
    telegram.tolerate_rejections("Conflict")
    receive, other = Recorder(), Recorder()
    with capture_logs() as logs:
        async with running(telegram, database, receive):
            await ana.writes("uno")
            await receive.until_finished("uno")
            async with running(telegram, database, other):
                await becomes(lambda: any("Conflict" in str(log.get("error")) for log in logs))
            await ana.writes("dos")
            await receive.until_finished("uno", "dos")


async def test_a_refused_token_ends_it_with_a_clear_word(
    telegram: TelegramEmulator, database: Database
) -> None:
    telegram.tolerate_rejections("Unauthorized")
    async with running(telegram, database, Recorder(), token="123:wrong-token") as task:
        with pytest.raises(StartFailed, match="TELEGRAM_BOT_TOKEN") as failed:
            await task
    assert failed.value.__context__ is None
    assert "wrong-token" not in str(failed.value)


async def test_an_update_that_the_library_can_not_read_is_skipped(
    telegram: TelegramEmulator, database: Database, ana: Person
) -> None:
    receive = Recorder()
    await ana.writes("antes")
    telegram.world.updates.add("message", {"message_id": 5, "text": "ni fecha ni chat"})
    await ana.writes("después")
    with capture_logs() as logs:
        async with running(telegram, database, receive):
            await receive.until_finished("antes", "después")
            await becomes(lambda: pending(telegram) == 0)
    assert "telegram.update_skipped" in [log["event"] for log in logs]


async def test_a_slow_turn_keeps_nobody_else_waiting_and_no_update_at_telegram(
    telegram: TelegramEmulator, database: Database, ana: Person
) -> None:
    receive = Recorder()
    receive.hold.add("lento")
    async with running(telegram, database, receive):
        await ana.writes("lento")
        await receive.until_started("lento")
        await telegram.person(8, "Beto").writes("rápido")
        await receive.until_finished("rápido")
        await becomes(lambda: pending(telegram) == 0)
        await receive.release("lento")
        await receive.until_finished("rápido", "lento")


async def test_a_process_killed_between_keeping_and_the_turn_leaves_it_to_the_next_one(
    telegram: TelegramEmulator, database: Database, ana: Person
) -> None:
    killed, next_one = Recorder(), Recorder()
    killed.hold.add("no pierda esto")
    async with running(telegram, database, killed):
        await ana.writes("no pierda esto")
        await ana.writes("ni esto")
        await killed.until_started("no pierda esto")
        await becomes(lambda: pending(telegram) == 0)
    async with running(telegram, database, next_one):
        await next_one.until_finished("no pierda esto", "ni esto")
    assert killed.finished == []
    assert next_one.started[0].key == killed.started[0].key


async def test_a_stop_lets_turns_under_way_end_and_leaves_the_others(
    telegram: TelegramEmulator, database: Database, ana: Person
) -> None:
    receive, next_one = Recorder(), Recorder()
    receive.hold.add("casi")
    async with running(telegram, database, receive, grace=5.0) as task:
        await ana.writes("casi")
        await ana.writes("después")
        await receive.until_started("casi")
        await becomes(lambda: pending(telegram) == 0)
        task.cancel()
        asyncio.get_running_loop().call_later(0.05, asyncio.ensure_future, receive.release("casi"))
    assert receive.finished == ["casi"]
    async with running(telegram, database, next_one):
        await becomes(lambda: "después" in next_one.finished)


async def test_a_repeated_update_is_kept_once(
    telegram: TelegramEmulator, database: Database, ana: Person
) -> None:
    receive = Recorder()
    receive.hold.add("uno")
    async with running(telegram, database, receive):
        await ana.writes("uno")
        await receive.until_started("uno")
        await becomes(lambda: pending(telegram) == 0)
        telegram.faults.redeliver_last_update()
        await becomes(lambda: not telegram.world.updates.waiting())
        await receive.release("uno")
        await ana.writes("dos")
        await receive.until_finished("uno", "dos")


async def test_what_is_written_while_the_database_is_away_is_answered_when_it_is_back(
    telegram: TelegramEmulator, database: Database, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried, receive = list[bool](), Recorder()

    def refused(database: Database, *, long: bool = False) -> None:
        tried.append(long)
        raise ConnectionRefusedError

    async with running(telegram, database, receive):
        with monkeypatch.context() as away:
            away.setattr(Database, "transaction", refused)
            await ana.writes("uno")
            await becomes(lambda: len(tried) > 3)
            assert pending(telegram) == 1
        await receive.until_finished("uno")


async def test_while_the_desk_is_away_a_person_waits_in_order(
    telegram: TelegramEmulator, database: Database, ana: Person
) -> None:
    receive = Recorder()
    receive.away = True
    async with running(telegram, database, receive):
        await ana.writes("uno")
        await becomes(lambda: receive.texts.count("uno") > inbox.MAX_FAULTS)
        await ana.writes("dos")
        await telegram.person(8, "Beto").writes("tres")
        await becomes(lambda: receive.texts.count("tres") > 1)
        receive.away = False
        await becomes(lambda: len(receive.finished) == 3)
    assert [text for text in receive.finished if text != "tres"] == ["uno", "dos"]


async def test_a_turn_that_always_fails_is_given_up_and_holds_up_nobody(
    telegram: TelegramEmulator, database: Database, ana: Person
) -> None:
    receive, next_one = Recorder(), Recorder()
    receive.fail.add("secreto de Ana")
    with capture_logs() as logs:
        async with running(telegram, database, receive, grace=1):
            await ana.writes("secreto de Ana")
            await telegram.person(8, "Beto").writes("a tiempo")
            await receive.until_finished("a tiempo")
            await ana.writes("sigue")
            await receive.until_finished("a tiempo", "sigue")
    assert [log["event"] for log in logs if log["log_level"] == "error"] == ["turn failed for good"]
    assert "secreto" not in str(logs)
    assert receive.texts.count("secreto de Ana") == inbox.MAX_FAULTS
    async with running(telegram, database, next_one):
        await ana.writes("otra cosa")
        await next_one.until_finished("otra cosa")


async def test_a_flood_of_one_person_is_told_once_and_keeps_nobody_else_waiting(
    telegram: TelegramEmulator, database: Database, ana: Person
) -> None:
    receive = Recorder()
    receive.hold.add("mensaje 0")
    for number in range(1000):
        await ana.writes(f"mensaje {number}")
    await telegram.person(8, "Beto").writes("a tiempo")
    async with running(telegram, database, receive):
        await receive.until_finished("a tiempo")
        await becomes(lambda: pending(telegram) == 0)
        await receive.release("mensaje 0")
        await becomes(lambda: len(receive.finished) == 1 + inbox.MOST_OF_A_LINE)
        assert receive.slowed == [f"mensaje {inbox.MOST_OF_A_LINE}"]
        await ana.writes("y ahora")
        await becomes(lambda: receive.finished[-1] == "y ahora")


async def test_more_than_is_held_in_hand_waits_at_telegram(
    telegram: TelegramEmulator, database: Database
) -> None:
    receive = Recorder()
    people = [telegram.person(100 + number) for number in range(2 * inbox.IN_HAND + 100)]
    for person in people:
        await person.writes("hola")
    receive.hold.add("hola")
    async with running(telegram, database, receive):
        await becomes(lambda: len(receive.started) >= inbox.IN_HAND)
        assert pending(telegram) >= len(people) - inbox.IN_HAND
        await receive.release("hola")
        await becomes(lambda: len(receive.finished) == len(people))
        await becomes(lambda: pending(telegram) == 0)
