"""Files that people sent: fetched whole, within the limit, or refused for a reason."""

from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from itgov_bot.channels.telegram import TelegramChannel, make_bot
from itgov_bot.messages import FileRefused, IncomingFile
from tests.channels.rigs import PNG, TelegramRig, telegram_channel
from tests.emulator import Person
from tests.emulator.media import StoredFile
from tests.waits import NO_LIMITS


def file_of(person: Person, kind: str, size: int | None = None) -> IncomingFile:
    message = list(person.chat.messages.values())[-1].message
    found = message[kind][-1] if kind == "photo" else message[kind]
    return IncomingFile("photo" if kind == "photo" else "document", found["file_id"], "x", "x/x", size)


async def test_a_file_is_fetched_whole(rig: TelegramRig, tmp_path: Path) -> None:
    await rig.person.sends_document("año 1.pdf", b"p" * 300_000)
    target = tmp_path / "deep" / "target"
    size = await rig.channel.fetch(file_of(rig.person, "document"), target, 300_000)
    assert (size, target.read_bytes()) == (300_000, b"p" * 300_000)
    assert [path.name for path in target.parent.iterdir()] == ["target"]


async def test_a_file_bigger_than_claimed_is_cut_off(rig: TelegramRig, tmp_path: Path) -> None:
    await rig.person.sends_document("x.pdf", b"p" * 3000, claimed_size=10)
    with pytest.raises(FileRefused, match="too_big"):
        await rig.channel.fetch(file_of(rig.person, "document"), tmp_path / "f" / "target", 2000)
    assert not (tmp_path / "f" / "target").exists()


async def test_a_file_too_big_for_bots_is_refused(rig: TelegramRig, tmp_path: Path) -> None:
    rig.telegram.tolerate_rejections("file is too big")
    await rig.person.sends_document("x.iso", b"p", claimed_size=21 * 1024 * 1024)
    with pytest.raises(FileRefused, match="too_big"):
        await rig.channel.fetch(file_of(rig.person, "document"), tmp_path / "target", 50 * 1024 * 1024)


async def test_a_file_that_telegram_says_is_larger_is_not_downloaded(
    rig: TelegramRig, tmp_path: Path
) -> None:
    await rig.person.sends_photo(PNG * 10)
    with pytest.raises(FileRefused, match="too_big"):
        await rig.channel.fetch(file_of(rig.person, "photo"), tmp_path / "target", 50)


async def test_an_unknown_file_is_gone(rig: TelegramRig, tmp_path: Path) -> None:
    rig.telegram.tolerate_rejections("invalid file_id")
    with pytest.raises(FileRefused, match="gone"):
        await rig.channel.fetch(IncomingFile("photo", "AgAD", "x", "x", 1), tmp_path / "target", 50)


async def test_a_file_that_expired_meanwhile_is_gone(rig: TelegramRig, tmp_path: Path) -> None:
    async with telegram_channel(rig.telegram) as channel:
        channel._bot._base_file_url += "-elsewhere"
        await rig.person.sends_photo(PNG)
        with pytest.raises(FileRefused, match="gone"):
            await channel.fetch(file_of(rig.person, "photo"), tmp_path / "target", 5000)


async def test_a_download_that_breaks_may_be_tried_again(rig: TelegramRig, tmp_path: Path) -> None:
    await rig.person.sends_photo(PNG)
    rig.telegram.faults.drop_connection("getFile", after_effect=False)
    with pytest.raises(FileRefused, match="unavailable"):
        await rig.channel.fetch(file_of(rig.person, "photo"), tmp_path / "target", 5000)


async def test_a_server_of_our_own_leaves_files_on_this_disk(
    rig: TelegramRig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = tmp_path / "stored"
    stored.write_bytes(PNG)
    await rig.person.sends_photo(PNG)
    file = file_of(rig.person, "photo")
    monkeypatch.setattr(StoredFile, "path", str(stored))
    assert await rig.channel.fetch(file, tmp_path / "target", 1000) == len(PNG)
    assert (tmp_path / "target").read_bytes() == PNG
    stored.write_bytes(PNG * 20)
    with pytest.raises(FileRefused, match="too_big"):
        await rig.channel.fetch(file, tmp_path / "second", 1000)
    with pytest.raises(FileRefused, match="unavailable"):
        await rig.channel.fetch(file, stored / "target", 5000)


@pytest.mark.parametrize(("status", "reason"), [(404, "gone"), (500, "unavailable"), (502, "unavailable")])
async def test_what_the_file_server_says_is_told_without_the_token(
    rig: TelegramRig, tmp_path: Path, status: int, reason: str
) -> None:
    async def answer(_request: web.Request) -> web.Response:
        return web.Response(status=status)

    app = web.Application()
    app.router.add_get("/{path:.*}", answer)
    await rig.person.sends_photo(PNG)
    async with TestServer(app) as server:
        bot = make_bot(rig.telegram.token, rig.telegram.base_url, str(server.make_url("/file/bot")))
        with pytest.raises(FileRefused, match=reason) as refused:
            await TelegramChannel(bot, NO_LIMITS).fetch(file_of(rig.person, "photo"), tmp_path / "t", 5000)
        await bot.shutdown()
        await bot.request.shutdown()
    assert refused.value.__cause__ is None
    assert refused.value.__context__ is None
    assert not (tmp_path / "t").exists()
