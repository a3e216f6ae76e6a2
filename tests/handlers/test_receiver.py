"""The edges of taking updates over, the same for polling and webhook."""

from typing import Any

import pytest
from structlog.testing import capture_logs
from telegram import Update

from handlers.telegram import receiver as receiver_module
from handlers.telegram.receiver import UpdateReceiver
from itgov_bot.channels.telegram import make_bot
from itgov_bot.messages import Event
from itgov_bot.storage.database import Database
from tests.emulator import TelegramEmulator
from tests.handlers.recording import Recorder
from tests.handlers.test_translate import ANA, GROUP, PRIVATE, member, message, query


def update(**content: object) -> dict[str, Any]:
    return {"update_id": 42, **content}


async def test_what_can_not_be_translated_is_logged_and_left_out(
    monkeypatch: pytest.MonkeyPatch, database: Database
) -> None:
    def broken(update: Update, bot_name: str) -> Event | None:
        raise KeyError("a case that nobody thought of")

    monkeypatch.setattr(receiver_module, "to_event", broken)
    receive = Recorder()
    async with TelegramEmulator() as telegram, make_bot(telegram.token, telegram.base_url) as bot:
        inbox = receive.inbox(database)
        with capture_logs() as logs:
            await UpdateReceiver(bot, inbox).keep([update(message=message(text="hola"))])
            await inbox.settled()
        await inbox.close()
    assert [log["event"] for log in logs] == ["telegram.update_skipped"]
    assert receive.started == []


@pytest.mark.parametrize("press", [None, "una pulsación", {}, {"id": 7}, []])
async def test_what_is_no_press_is_left_out_and_holds_up_nothing(database: Database, press: object) -> None:
    receive = Recorder()
    async with TelegramEmulator() as telegram, make_bot(telegram.token, telegram.base_url) as bot:
        inbox = receive.inbox(database)
        with capture_logs() as logs:
            whole = {"update_id": 43, "message": message(text="hola")}
            await UpdateReceiver(bot, inbox).keep([update(callback_query=press), whole])
            await inbox.settled()
        await inbox.close()
    assert [log["press"] for log in logs if log["event"] == "telegram.update_skipped"] == [
        type(press).__name__
    ]
    assert receive.finished == ["hola"]


async def test_a_press_whose_turn_takes_long_is_ended_meanwhile(database: Database) -> None:
    receive = Recorder()
    receive.hold.add("case:new")
    async with TelegramEmulator() as telegram, make_bot(telegram.token, telegram.base_url) as bot:
        inbox = receive.inbox(database)
        old = {"message_id": 10, "date": 0, "chat": PRIVATE}
        await UpdateReceiver(bot, inbox).keep([update(callback_query=query(data="case:new", message=old))])
        await receive.until_ended("press:q1")
        await receive.release("case:new")
        await inbox.settled()
        await inbox.close()
    assert receive.finished == ["case:new"]


async def test_a_press_that_needs_no_turn_is_ended(database: Database) -> None:
    receive = Recorder()
    async with TelegramEmulator() as telegram, make_bot(telegram.token, telegram.base_url) as bot:
        inbox = receive.inbox(database)
        await UpdateReceiver(bot, inbox).keep([update(callback_query=query(game_short_name="ajedrez"))])
        await receive.until_ended("press:q1")
        await inbox.settled()
        await inbox.close()
    assert receive.started == []


async def test_what_becomes_of_a_chat_comes_in_order_and_keeps_nobody_waiting(database: Database) -> None:
    receive, lost = Recorder(), {"date": 0, "from": ANA, "old_chat_member": member("member")}
    receive.hold.add("left=7")
    updates = [
        {"message": message(GROUP, left_chat_member=ANA)},
        {"message": message(GROUP, migrate_to_chat_id=-55, **{"from": ANA | {"id": 8}})},
        {"my_chat_member": lost | {"chat": GROUP, "new_chat_member": member("left")}},
        {"message": message(text="hola")},
        {"my_chat_member": lost | {"chat": PRIVATE, "new_chat_member": member("left")}},
    ]
    async with TelegramEmulator() as telegram, make_bot(telegram.token, telegram.base_url) as bot:
        inbox = receive.inbox(database)
        numbered = [one | {"update_id": number} for number, one in enumerate(updates)]
        await UpdateReceiver(bot, inbox).keep(numbered)
        await receive.until_finished("hola", "reachable=False")
        await receive.release("left=7")
        await inbox.settled()
        await inbox.close()
    assert receive.finished == ["hola", "reachable=False", "left=7", "reachable=True", "reachable=False"]
