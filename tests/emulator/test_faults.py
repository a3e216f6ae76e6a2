"""Arranged misfortunes reach the bot as Telegram's would, and are not held against it."""

import asyncio
from time import monotonic

import pytest
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter

from . import Person, TelegramEmulator
from .conftest import polling


async def test_flood(telegram: TelegramEmulator, bot: Bot, ana: Person) -> None:
    telegram.faults.retry_after(3, times=2)
    for _ in range(2):
        with pytest.raises(RetryAfter, match="Retry in 0:00:03"):
            await bot.send_message(7, "hola")
    await bot.send_message(7, "hola")
    await ana.receives("hola")
    assert telegram.faults.pending == 0


async def test_a_group_takes_twenty_a_minute_edits_among_them(telegram: TelegramEmulator, bot: Bot) -> None:
    group = telegram.group(-5, "Mesa")
    telegram.flood.is_on = True
    sent = await bot.send_message(-5, "hola")
    for number in range(19):
        await sent.edit_text(f"hola {number}")
    for method in (bot.send_message, bot.send_photo):
        with pytest.raises(RetryAfter):
            await method(-5, "una más")
    await sent.delete()
    group.ignores_rest()
    assert telegram.flood.refused == 2


@pytest.mark.parametrize("after_effect", [True, False])
async def test_lost_connection(telegram: TelegramEmulator, bot: Bot, ana: Person, after_effect: bool) -> None:
    telegram.faults.drop_connection("sendMessage", after_effect=after_effect)
    with pytest.raises(NetworkError):
        await bot.send_message(7, "hola")
    if after_effect:
        await ana.receives("hola")
    await ana.receives_nothing(0.05)
    await bot.send_message(7, "otra vez")
    await ana.receives("otra vez")


async def test_server_error(telegram: TelegramEmulator, bot: Bot, ana: Person) -> None:
    telegram.faults.server_error("sendMessage", 1)
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(7, "hola")


async def test_a_slow_answer_comes_after_its_effect(
    telegram: TelegramEmulator, bot: Bot, ana: Person
) -> None:
    telegram.faults.slow("sendMessage", 0.2)
    begin, sending = monotonic(), asyncio.create_task(bot.send_message(7, "hola"))
    await ana.receives("hola")
    assert not sending.done()
    await sending
    assert monotonic() - begin >= 0.2


async def test_a_slow_answer_may_come_too_late(telegram: TelegramEmulator, bot: Bot, ana: Person) -> None:
    telegram.faults.slow("sendMessage", 5)
    with pytest.raises(NetworkError):
        await bot.send_message(7, "hola", read_timeout=0.1)
    await ana.receives("hola")


async def test_an_update_comes_twice(telegram: TelegramEmulator) -> None:
    ana = telegram.person(7, "Ana")
    async with polling(telegram):
        await ana.writes("una")
        await ana.receives("eco: una")
        telegram.faults.redeliver_last_update()
        await ana.receives("eco: una")
        await ana.writes("dos")
        await ana.receives("eco: dos")
        await ana.receives_nothing(0.1)


async def test_polling_survives_misfortunes(telegram: TelegramEmulator) -> None:
    ana = telegram.person(7, "Ana")
    telegram.faults.drop_connection("getUpdates", after_effect=False)
    async with polling(telegram):
        await ana.writes("una")
        await ana.receives("eco: una")


async def test_a_group_becomes_a_supergroup(telegram: TelegramEmulator, bot: Bot, ana: Person) -> None:
    group = telegram.group(-5, "Mesa", members=[ana])
    telegram.faults.migrate(group, -1_000_000_000_005)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(-5, "hola")
    await bot.send_message(moved.value.new_chat_id, "hola")
    await group.receives("hola")
    await ana.writes_in(group, "buenas")
    told = [update.message for update in await bot.get_updates()]
    assert [m.migrate_to_chat_id or m.migrate_from_chat_id or m.text for m in told if m] == [
        "/start",
        -1_000_000_000_005,
        -5,
        "buenas",
    ]


async def test_faults_do_not_hide_real_refusals(telegram: TelegramEmulator, bot: Bot, ana: Person) -> None:
    telegram.faults.retry_after(1)
    with pytest.raises(RetryAfter):
        await bot.send_message(404, "hola")
    with pytest.raises(BadRequest):
        await bot.send_message(404, "hola")
    assert telegram.world.ledger.rejections == ["sendMessage: 400 Bad Request: chat not found"]
    telegram.tolerate_rejections("chat not found")
