"""The edges of taking an update over, the same for polling and webhook."""

import asyncio

import pytest
from structlog.testing import capture_logs
from telegram import Bot, Update

from handlers.telegram import receiver as receiver_module
from handlers.telegram.receiver import UpdateReceiver
from itgov_bot.channels.telegram import make_bot
from itgov_bot.messages import Event
from tests.emulator import TelegramEmulator
from tests.handlers.recording import Recorder
from tests.handlers.test_translate import PRIVATE, message, query


def update(**content: object) -> Update:
    return Update.de_json({"update_id": 42, **content}, None)


async def test_what_can_not_be_translated_is_logged_and_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(update: Update, bot_name: str) -> Event | None:
        raise KeyError("a case that nobody thought of")

    monkeypatch.setattr(receiver_module, "to_event", broken)
    receive = Recorder()
    async with TelegramEmulator() as telegram, make_bot(telegram.token, telegram.base_url) as bot:
        with capture_logs() as logs:
            await UpdateReceiver(bot, receive).take(update(message=message(text="hola")))
    assert [log["event"] for log in logs] == ["telegram.update_not_understood"]
    assert receive.started == []


async def test_an_acknowledgement_that_hangs_does_not_hold_up_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def hang(self: Bot, query_id: str) -> None:
        await asyncio.sleep(60)

    monkeypatch.setattr(Bot, "answer_callback_query", hang)
    receive = Recorder()
    async with TelegramEmulator() as telegram, make_bot(telegram.token, telegram.base_url) as bot:
        receiver, old = (
            UpdateReceiver(bot, receive, grace_seconds=0.05),
            {"message_id": 10, "date": 0, "chat": PRIVATE},
        )
        await receiver.take(update(callback_query=query(data="case:new", message=old)))
        assert receive.finished == ["case:new"]
        async with asyncio.timeout(1):
            await receiver.close()
