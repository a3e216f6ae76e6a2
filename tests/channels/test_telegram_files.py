"""Files that people sent: fetched whole, within the limit, or refused for a reason."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from itgov_bot.channels.telegram.downloads import download
from itgov_bot.messages import (
    FileRefused,
    IncomingFile,
)
from tests.channels.rigs import PNG, TelegramRig, telegram_channel
from tests.emulator import Person


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
    assert list((tmp_path / "f").iterdir()) == []


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


async def test_a_server_of_our_own_leaves_files_on_this_disk(tmp_path: Path) -> None:
    (tmp_path / "stored").write_bytes(PNG)
    async with httpx.AsyncClient() as client:
        size = await download(client, str(tmp_path / "stored"), tmp_path / "target", 1000)
    assert (size, (tmp_path / "target").read_bytes()) == (len(PNG), PNG)


@pytest.mark.parametrize(("status", "reason"), [(404, "gone"), (410, "gone"), (500, "unavailable")])
async def test_what_the_file_server_says(tmp_path: Path, status: int, reason: str) -> None:
    answering = httpx.MockTransport(lambda request: httpx.Response(status))
    async with httpx.AsyncClient(transport=answering) as client:
        with pytest.raises(FileRefused, match=reason):
            await download(client, "https://files/x", tmp_path / "target", 1000)


async def test_a_target_that_can_not_be_written_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "stored").write_bytes(PNG)
    (tmp_path / "taken").write_bytes(b"")
    async with httpx.AsyncClient() as client:
        with pytest.raises(FileRefused, match="unavailable"):
            await download(client, str(tmp_path / "stored"), tmp_path / "taken" / "target", 1000)
