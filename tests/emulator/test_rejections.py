"""Everything that Telegram refuses and the emulator must refuse too, in tables."""

import io

import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError

from . import Person, TelegramEmulator
from .conftest import bot_of, call
from .limits import MEGABYTE
from .refusals import (
    CALLS,
    CLOSED,
    EDGES,
    FORUM,
    IN_FORUM,
    LEADING_FORUM,
    OK_BUTTON,
    OPEN,
    PNG,
    TALL_PNG,
    Params,
    keyboard,
    message,
)


@pytest.mark.parametrize(("method", "params", "complaint"), CALLS)
async def test_refused(
    telegram: TelegramEmulator, bot: Bot, ana: Person, method: str, params: Params, complaint: str
) -> None:
    telegram.group(-5, "Mesa", members=[ana])
    await bot.send_message(7, "hola")
    await bot.send_photo(7, PNG)
    ana.ignores_rest()
    with pytest.raises(BadRequest) as refused:
        await call(bot, method, params)
    assert complaint.lower() in str(refused.value).lower()
    assert len(telegram.world.ledger.rejections) == 1
    telegram.tolerate_rejections(method)


@pytest.mark.parametrize(("method", "params"), EDGES)
async def test_just_accepted(bot: Bot, ana: Person, method: str, params: Params) -> None:
    await call(bot, method, params)
    ana.ignores_rest()


@pytest.mark.parametrize(
    ("status", "method", "params", "complaint"),
    [("member", *case) for case in IN_FORUM] + [("administrator", *case) for case in LEADING_FORUM],
)
async def test_refused_in_a_forum(
    telegram: TelegramEmulator,
    bot: Bot,
    ana: Person,
    status: str,
    method: str,
    params: Params,
    complaint: str,
) -> None:
    forum = telegram.group(FORUM, "Mesa", forum=True, members=[ana], bot=status)
    assert (await ana.opens_topic(forum, "abierto"), await ana.opens_topic(forum, "cerrado")) == (
        OPEN,
        CLOSED,
    )
    forum.topics[CLOSED].closed = True
    telegram.tolerate_rejections(complaint)
    with pytest.raises(BadRequest, match=f"(?i){complaint}"):
        await call(bot, method, params | {"chat_id": FORUM})


UPLOADS = [
    ("photo", b"", "file must be non-empty"),
    ("photo", b"no picture", "IMAGE_PROCESS_FAILED"),
    ("photo", TALL_PNG, "PHOTO_INVALID_DIMENSIONS"),
    ("photo", PNG + bytes(10 * MEGABYTE), "too big for a photo"),
]


@pytest.mark.parametrize(("kind", "data", "complaint"), UPLOADS)
async def test_refused_uploads(
    telegram: TelegramEmulator, bot: Bot, ana: Person, kind: str, data: bytes, complaint: str
) -> None:
    telegram.tolerate_rejections("sendPhoto")
    with pytest.raises(BadRequest, match=f"(?i){complaint}"):
        await bot.send_photo(7, io.BytesIO(data), filename="x.png")


async def test_uploads_have_a_limit(telegram: TelegramEmulator, bot: Bot, ana: Person) -> None:
    telegram.tolerate_rejections("413")
    with pytest.raises(NetworkError, match="Request Entity Too Large"):
        await bot.send_document(7, bytes(50 * MEGABYTE + 1), filename="x.bin")


async def test_downloads_have_a_limit(telegram: TelegramEmulator, bot: Bot, ana: Person) -> None:
    telegram.tolerate_rejections("file is too big")
    await ana.sends_document("x.pdf", b"x", "application/pdf", claimed_size=20 * MEGABYTE + 1)
    document = (await bot.get_updates())[-1].message.document  # type: ignore[union-attr]
    assert document is not None
    with pytest.raises(BadRequest, match=r"(?i)file is too big"):
        await document.get_file()


async def test_a_press_is_forgotten_soon() -> None:
    clock = [1_700_000_000.0]
    async with TelegramEmulator(now=lambda: clock[0]) as telegram:
        person = telegram.person(7, "Ana")
        await person.writes("hola")
        async with bot_of(telegram) as bot:
            button = InlineKeyboardMarkup([[InlineKeyboardButton("Sí", callback_data="si")]])
            await bot.send_message(7, "¿?", reply_markup=button)
            await person.receives("¿?")
            press = await person.presses("Sí")
            clock[0] += 31
            with pytest.raises(BadRequest, match=r"(?i)query is too old"):
                await bot.answer_callback_query(press)
        assert telegram.world.ledger.rejections
        telegram.tolerate_rejections("too old")
        telegram.world.presses.clear()


async def test_who_may_be_written_to(telegram: TelegramEmulator, bot: Bot, ana: Person) -> None:
    luis = telegram.person(8, "Luis")
    group = telegram.group(-5, "Mesa", members=[luis])
    with pytest.raises(Forbidden, match="can't initiate conversation"):
        await bot.send_message(8, "hola")
    await ana.blocks_bot()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(7, "hola")
    await group.removes_bot(luis)
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(-5, "hola")
    await ana.unblocks_bot()
    await bot.send_message(7, "hola")
    await ana.receives("hola")


async def test_a_reply_keyboard_message_is_not_editable(
    telegram: TelegramEmulator, bot: Bot, ana: Person
) -> None:
    telegram.tolerate_rejections("can't be edited")
    markup = {"keyboard": [[{"text": "Correo"}]]}
    sent = await call(bot, "sendMessage", message(reply_markup=markup))
    assert (await ana.receives("hola")).reply_keyboard == ("Correo",)
    with pytest.raises(BadRequest, match=r"(?i)message can't be edited"):
        await bot.edit_message_text("otra cosa", 7, sent["message_id"])


async def test_the_wrong_token_and_method(telegram: TelegramEmulator, bot: Bot) -> None:
    telegram.tolerate_rejections("401|404")
    with pytest.raises(InvalidToken):
        async with bot_of(telegram, token="1:no"):
            pass
    async with httpx.AsyncClient() as client:
        answer = await client.get(f"{telegram.base_url}{telegram.token}/sendLove")
    assert (answer.status_code, answer.json()["description"]) == (404, "Not Found")
    assert telegram.world.ledger.unexpected == ["sendLove: Telegram has no such method"]
    telegram.world.ledger.unexpected.clear()


async def test_json_bodies(telegram: TelegramEmulator, bot: Bot, ana: Person) -> None:
    async with httpx.AsyncClient(base_url=f"{telegram.base_url}{telegram.token}/") as client:
        good = await client.post("sendMessage", json=message(reply_markup=keyboard(OK_BUTTON)))
        bad = await client.post("sendMessage", json=message(text=5))
        broken = await client.post("sendMessage", content=b"{", headers={"Content-Type": "application/json"})
    assert good.json()["ok"]
    assert (await ana.receives("hola")).labels == ["Sí"]
    assert "can't parse text" in bad.json()["description"]
    assert broken.status_code == 400
    telegram.tolerate_rejections("can't parse")


@pytest.mark.parametrize(
    ("method", "params", "missing"),
    [
        ("sendDice", {"chat_id": 7}, "the method sendDice"),
        ("sendMessage", message(text="*x*", parse_mode="MarkdownV2"), "parse_mode MarkdownV2"),
        ("sendPhoto", {"chat_id": 7, "photo": "https://x.co/a.png"}, "a file sent by URL"),
    ],
)
async def test_what_the_emulator_does_not_know_fails_the_test(
    telegram: TelegramEmulator, bot: Bot, ana: Person, method: str, params: Params, missing: str
) -> None:
    with pytest.raises(NetworkError, match=missing):
        await call(bot, method, params)
    with pytest.raises(AssertionError, match=missing):
        telegram.assert_quiet()
    telegram.world.ledger.unexpected.clear()
