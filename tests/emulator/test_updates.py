"""How updates reach the bot: long polling with confirmation, or a webhook until it accepts."""

import asyncio
import socket
from time import monotonic

import pytest
from telegram import Bot, Update
from telegram.error import BadRequest, Conflict

from . import Person, TelegramEmulator
from .conftest import bot_of, built, call, polling


def texts(updates: tuple[Update, ...]) -> list[str | None]:
    return [update.effective_message.text for update in updates if update.effective_message]


async def test_updates_stay_until_confirmed(bot: Bot, ana: Person) -> None:
    await ana.writes("uno")
    first = await bot.get_updates()
    assert texts(first) == texts(await bot.get_updates()) == ["/start", "uno"]
    assert first[1].update_id == first[0].update_id + 1
    assert texts(await bot.get_updates(limit=1)) == ["/start"]
    assert texts(await bot.get_updates(offset=-1)) == ["uno"]
    assert texts(await bot.get_updates()) == ["uno"]
    assert texts(await bot.get_updates(offset=first[1].update_id + 1)) == []


async def test_a_poll_waits_for_news(bot: Bot, ana: Person) -> None:
    (old,) = await bot.get_updates()
    waiting = asyncio.create_task(bot.get_updates(offset=old.update_id + 1, timeout=5))
    await asyncio.sleep(0.05)
    begin = monotonic()
    await ana.writes("por fin")
    assert texts(await waiting) == ["por fin"]
    assert monotonic() - begin < 1


async def test_a_poll_ends_by_itself(bot: Bot) -> None:
    begin = monotonic()
    assert await bot.get_updates(timeout=1) == ()
    assert monotonic() - begin >= 0.9


async def test_a_newer_poll_ends_the_older(telegram: TelegramEmulator, bot: Bot) -> None:
    telegram.tolerate_rejections("terminated by other getUpdates")
    older = asyncio.create_task(bot.get_updates(timeout=5))
    await asyncio.sleep(0.05)
    async with bot_of(telegram) as second:
        assert await second.get_updates() == ()
    with pytest.raises(Conflict):
        await older


async def test_allowed_updates(telegram: TelegramEmulator, bot: Bot, ana: Person) -> None:
    await bot.get_updates(offset=-1, allowed_updates=["edited_message"])
    sent = await ana.writes("no se oye")
    await ana.edits(sent, "corregido")
    told = (await bot.get_updates())[1:]
    assert [update.edited_message.text for update in told if update.edited_message] == ["corregido"]


async def test_an_application_polls_and_answers(telegram: TelegramEmulator) -> None:
    ana, luis = telegram.person(7, "Ana"), telegram.person(8, "Luis")
    async with polling(telegram):
        await ana.writes("hola")
        await luis.writes("buenas")
        await luis.receives("eco: buenas")
        await ana.receives("eco: hola")


async def test_a_webhook_receives_with_its_secret(telegram: TelegramEmulator) -> None:
    ana = telegram.person(7, "Ana")
    async with built(telegram) as application:
        assert application.updater
        await ana.writes("antes")  # it waits, as nobody fetches it
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        await application.updater.start_webhook(
            "127.0.0.1", port, "hook", webhook_url=f"http://127.0.0.1:{port}/hook", secret_token="s3creto"
        )
        await ana.receives("eco: antes")
        await ana.writes("después")
        await ana.receives("eco: después")
        info = await application.bot.get_webhook_info()
        assert (info.url, info.pending_update_count) == (f"http://127.0.0.1:{port}/hook", 0)
        telegram.tolerate_rejections("webhook is active")
        with pytest.raises(Conflict):
            await application.bot.get_updates()
        await application.updater.stop()
        await application.bot.delete_webhook()
    assert await telegram_info(telegram) == ""


async def telegram_info(telegram: TelegramEmulator) -> str:
    async with bot_of(telegram) as bot:
        return (await bot.get_webhook_info()).url


async def test_a_webhook_is_tried_until_it_accepts(telegram: TelegramEmulator, bot: Bot, ana: Person) -> None:
    answers = [b"500 No", b"403 No", b"200 OK"]
    taken = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 " + answers.pop(0) + b"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        await writer.drain()
        writer.close()
        if not answers:
            taken.set()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        await bot.set_webhook(f"http://127.0.0.1:{port}/")
        await asyncio.wait_for(taken.wait(), 5)
        await asyncio.sleep(0.05)
    info = await bot.get_webhook_info()
    assert (info.pending_update_count, info.last_error_message) == (0, "Wrong response from the webhook: 403")


async def test_pending_updates_can_be_dropped(bot: Bot, ana: Person) -> None:
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()


async def test_the_connection_of_a_poll_may_be_cut_by_the_bot(bot: Bot, ana: Person) -> None:
    (old,) = await bot.get_updates()
    poll = asyncio.create_task(bot.get_updates(offset=old.update_id + 1, timeout=30))
    await asyncio.sleep(0.05)
    poll.cancel()
    with pytest.raises(asyncio.CancelledError):
        await poll
    await ana.writes("sigo aquí")
    assert texts(await bot.get_updates()) == ["sigo aquí"]


async def test_bad_polls(telegram: TelegramEmulator, bot: Bot) -> None:
    telegram.tolerate_rejections("non-negative")
    with pytest.raises(BadRequest):
        await call(bot, "getUpdates", {"timeout": -1})
