"""Every way in which Telegram can fail, and what the outbox is told; never with the token in it."""

import logging
from pathlib import Path

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from itgov_bot.channels.telegram import TelegramChannel, make_bot
from itgov_bot.channels.telegram.failures import failure_of
from itgov_bot.messages import Address, FileRefused, IncomingFile
from itgov_bot.replies import ChatMoved, DeliveryFailure, MenuEntry, NeverDelivered, Outgoing, Reply, TryLater
from tests.channels.rigs import TelegramRig, telegram_channel
from tests.emulator import TOKEN, TelegramEmulator

SECRET = TOKEN.partition(":")[2]


async def test_a_person_who_blocked_the_bot_is_unreachable(rig: TelegramRig) -> None:
    rig.telegram.tolerate_rejections("blocked")
    await rig.person.blocks_bot()
    with pytest.raises(NeverDelivered) as never:
        await rig.channel.send(rig.address, Reply("hola"))
    assert never.value.unreachable


async def test_a_chat_that_never_was_is_unreachable(rig: TelegramRig) -> None:
    rig.telegram.tolerate_rejections("chat not found")
    with pytest.raises(NeverDelivered) as never:
        await rig.channel.send(Address("telegram", "999"), Reply("hola"))
    assert never.value.unreachable


async def test_a_refused_text_is_never_delivered_but_the_chat_stays_reachable(rig: TelegramRig) -> None:
    rig.telegram.tolerate_rejections("empty")
    with pytest.raises(NeverDelivered) as never:
        await rig.channel.send(rig.address, Reply("   "))
    assert not never.value.unreachable


async def test_a_lone_file_that_is_gone_is_never_delivered(rig: TelegramRig) -> None:
    with pytest.raises(NeverDelivered):
        await rig.channel.send(rig.address, Reply("", attachment=Outgoing("/no/hay", "x.png", "picture")))


async def test_a_flood_asks_to_wait(rig: TelegramRig) -> None:
    rig.telegram.faults.retry_after(17)
    with pytest.raises(TryLater) as later:
        await rig.channel.send(rig.address, Reply("hola"))
    assert later.value.wait == 17


@pytest.mark.parametrize("after_effect", [False, True])
async def test_a_lost_connection_is_tried_later(rig: TelegramRig, after_effect: bool) -> None:
    rig.telegram.faults.drop_connection("sendMessage", after_effect=after_effect)
    with pytest.raises(TryLater):
        await rig.channel.send(rig.address, Reply("hola"))
    rig.person.ignores_rest()


async def test_a_server_error_is_tried_later(rig: TelegramRig) -> None:
    rig.telegram.faults.server_error()
    with pytest.raises(TryLater) as later:
        await rig.channel.send(rig.address, Reply("hola"))
    assert later.value.wait is None


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (RetryAfter(5), TryLater("", wait=5)),
        (TimedOut(), TryLater("")),
        (NetworkError("Bad Gateway"), TryLater("")),
        (NetworkError("Request Entity Too Large"), NeverDelivered("")),
        (Forbidden("Forbidden: user is deactivated"), NeverDelivered("", unreachable=True)),
        (BadRequest("Bad Request: chat not found"), NeverDelivered("", unreachable=True)),
        (BadRequest("Bad Request: BUTTON_DATA_INVALID"), NeverDelivered("")),
        (ChatMigrated(-100999), ChatMoved("-100999")),
        (InvalidToken(f"The token `{TOKEN}` was rejected"), TryLater("")),
        (Conflict("Conflict"), TryLater("")),
        (TelegramError("Invalid server response"), TryLater("")),
    ],
)
def test_each_error_is_one_failure(error: TelegramError, failure: DeliveryFailure) -> None:
    found = failure_of(error, TOKEN)
    assert type(found) is type(failure)
    assert getattr(found, "wait", None) == getattr(failure, "wait", None)
    assert getattr(found, "unreachable", None) == getattr(failure, "unreachable", None)
    assert getattr(found, "new_chat", None) == getattr(failure, "new_chat", None)
    assert SECRET not in str(found)


async def test_the_token_is_in_no_failure_and_no_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    channel = TelegramChannel(make_bot(TOKEN, "http://127.0.0.1:9/bot", "http://127.0.0.1:9/file/bot"))
    failures: list[BaseException] = []
    for call in (
        channel.send(Address("telegram", "1"), Reply("hola")),
        channel.send(Address("telegram", "1"), Reply("hola"), editing="3"),
        channel.show_menu(None, [MenuEntry("ayuda", "Ayuda")]),
        channel.fetch(IncomingFile("photo", "AgAD", "x", "x", 1), Path("/tmp/never"), 9),
    ):
        with pytest.raises((TryLater, FileRefused)) as raised:
            await call
        failures.append(raised.value)
    await channel.close()
    assert all(failure.__context__ is None and failure.__cause__ is None for failure in failures)
    assert SECRET not in caplog.text + "".join(map(repr, failures))


async def test_another_bots_token_is_a_fault_that_may_pass(rig: TelegramRig) -> None:
    rig.telegram.tolerate_rejections("Unauthorized")
    channel = TelegramChannel(make_bot("1:not-the-token", rig.telegram.base_url))
    with pytest.raises(TryLater) as later:
        await channel.send(rig.address, Reply("hola"))
    await channel.close()
    assert "not-the-token" not in str(later.value)


async def test_a_group_that_moved_tells_where(tmp_path: Path) -> None:
    async with TelegramEmulator() as telegram, telegram_channel(telegram) as channel:
        group = telegram.group(-55, "Mesa", members=[telegram.person(7)])
        telegram.faults.migrate(group, -1009999999999)
        with pytest.raises(ChatMoved) as moved:
            await channel.send(Address("telegram", "-55"), Reply("hola"))
        assert moved.value.new_chat == "-1009999999999"
