"""The Telegram channel against a server as strict as Telegram: layout, limits, edits, files, failures."""

import asyncio
from pathlib import Path

import pytest

from itgov_bot.channels.telegram import TelegramChannel
from itgov_bot.channels.telegram.posts import Post
from itgov_bot.messages import Address
from itgov_bot.replies import Choice, MenuEntry, Outgoing, Reply, TryLater
from tests.channels.rigs import PNG, TelegramRig


def attached(tmp_path: Path, kind: str = "picture", data: bytes = PNG) -> Outgoing:
    path = tmp_path / "stored"
    path.write_bytes(data)
    return Outgoing(str(path), "kpi-8.png", "picture" if kind == "picture" else "file")


async def test_choices_are_laid_out_in_columns(rig: TelegramRig) -> None:
    choices = tuple(Choice(str(number), f"rate:{number}") for number in range(1, 6))
    await rig.channel.send(rig.address, Reply("¿Cómo le fue?", choices, columns=3))
    message = await rig.person.receives()
    assert [[button.data for button in row] for row in message.buttons] == [
        ["rate:1", "rate:2", "rate:3"],
        ["rate:4", "rate:5"],
    ]


async def test_markup_is_telegrams_html_without_link_previews(rig: TelegramRig) -> None:
    await rig.channel.send(rig.address, Reply("<b>Portal</b> https://cartagena.gov.co"))
    message = await rig.person.receives("Portal")
    assert message.html == "<b>Portal</b> https://cartagena.gov.co"
    assert "is_disabled" in str(rig.telegram.calls[-1].params["link_preview_options"])


async def test_what_is_being_made_is_shown(rig: TelegramRig) -> None:
    await rig.channel.show_work(rig.address, "picture")
    await rig.channel.show_work(rig.address, "file")
    assert rig.telegram.world.chats[rig.person.id].actions == ["upload_photo", "upload_document"]


async def test_a_reply_goes_to_its_topic(rig: TelegramRig) -> None:
    group = rig.telegram.group(-1001234567890, "Mesa", forum=True, members=[rig.person])
    topic = await rig.person.opens_topic(group, "Casos")
    await rig.channel.send(Address("telegram", str(group.id), str(topic)), Reply("Caso nuevo"))
    await group.receives("Caso nuevo", thread=topic)


async def test_a_deleted_topic_does_not_swallow_a_page(rig: TelegramRig) -> None:
    rig.telegram.tolerate_rejections("thread not found")
    group = rig.telegram.group(-1001234567890, "Mesa", forum=True, members=[rig.person])
    await rig.channel.send(Address("telegram", str(group.id), "99"), Reply("Urgente"))
    assert (await group.receives("Urgente")).thread is None


async def test_a_long_text_is_cut_with_its_tags_and_the_choices_come_last(rig: TelegramRig) -> None:
    text = "<b>" + "palabra " * 1000 + "</b>"
    sent = await rig.channel.send(rig.address, Reply(text, (Choice("Sí", "y"),)))
    parts = [await rig.person.receives("palabra") for _ in sent.refs]
    assert [part.labels for part in parts] == [[], ["Sí"]]
    assert all(part.html.startswith("<b>") and part.html.endswith("</b>") for part in parts)
    assert sent.refs == tuple(str(part.message_id) for part in parts)


async def test_a_later_part_is_tried_again_without_repeating_the_first(
    rig: TelegramRig, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    sleep = asyncio.sleep

    async def soon(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 1:
            rig.telegram.faults.retry_after(2)
        await sleep(0)

    monkeypatch.setattr(asyncio, "sleep", soon)
    post, posted = TelegramChannel._post, list[str]()

    async def post_with_flood(self: TelegramChannel, given: Post) -> list[str]:
        if len(posted) == 1:
            rig.telegram.faults.retry_after(3)
        posted.append("try")
        return await post(self, given)

    monkeypatch.setattr(TelegramChannel, "_post", post_with_flood)
    await rig.channel.send(rig.address, Reply("a" * 5000))
    monkeypatch.undo()
    assert waits == [3.0, 2.0]
    assert [len((await rig.person.receives()).text) for _ in range(2)] == [4096, 904]


async def test_a_long_wait_for_a_later_part_is_left_to_the_outbox(
    rig: TelegramRig, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = TelegramChannel._post

    async def post_then_flood(self: TelegramChannel, given: Post) -> list[str]:
        ref = await post(self, given)
        rig.telegram.faults.retry_after(60)
        return ref

    monkeypatch.setattr(TelegramChannel, "_post", post_then_flood)
    with pytest.raises(TryLater) as later:
        await rig.channel.send(rig.address, Reply("a" * 5000))
    assert later.value.wait == 60
    await rig.person.receives("aaa")


async def test_a_caption_too_long_follows_its_picture(rig: TelegramRig, tmp_path: Path) -> None:
    reply = Reply("x" * 1025, (Choice("Sí", "y"),), attached(tmp_path))
    sent = await rig.channel.send(rig.address, reply)
    picture, text = await rig.person.receives(), await rig.person.receives()
    assert (picture.photo, picture.text, picture.labels) == (PNG, "", [])
    assert (text.photo, len(text.text), text.labels) == (None, 1025, ["Sí"])
    assert sent.refs == (str(picture.message_id), str(text.message_id))


async def test_a_caption_that_just_fits_stays_with_its_picture(rig: TelegramRig, tmp_path: Path) -> None:
    await rig.channel.send(rig.address, Reply("<b>" + "😀" * 512 + "</b>", attachment=attached(tmp_path)))
    assert len((await rig.person.receives()).text) == 512


async def test_a_file_keeps_its_name(rig: TelegramRig, tmp_path: Path) -> None:
    await rig.channel.send(rig.address, Reply("", attachment=attached(tmp_path, "file", b"csv")))
    message = await rig.person.receives()
    assert (message.document, message.file_name) == (b"csv", "kpi-8.png")


async def test_what_is_no_picture_for_telegram_goes_as_a_file(rig: TelegramRig, tmp_path: Path) -> None:
    rig.telegram.tolerate_rejections("IMAGE_PROCESS_FAILED")
    await rig.channel.send(rig.address, Reply("Gráfico", attachment=attached(tmp_path, data=b"<svg/>")))
    assert (await rig.person.receives("Gráfico")).document == b"<svg/>"


async def test_an_empty_file_does_not_take_its_words_with_it(rig: TelegramRig, tmp_path: Path) -> None:
    rig.telegram.tolerate_rejections("non-empty")
    await rig.channel.send(rig.address, Reply("Vacío", attachment=attached(tmp_path, "file", b"")))
    assert (await rig.person.receives("Vacío")).document is None


@pytest.mark.parametrize("text", ["a <juan> b", "<b>a", "a</i>b", "<b><i>a</b></i>"])
async def test_broken_markup_is_sent_as_plain_text(rig: TelegramRig, text: str) -> None:
    rig.telegram.tolerate_rejections("can't parse entities")
    await rig.channel.send(rig.address, Reply(text + " &amp; más", (Choice("Sí", "y"),)))
    message = await rig.person.receives("& más")
    assert message.labels == ["Sí"]
    assert ("<juan>" in message.text) == ("<juan>" in text)


async def test_an_edit_of_the_same_words_counts_as_delivered(rig: TelegramRig) -> None:
    rig.telegram.tolerate_rejections("not modified")
    sent = await rig.channel.send(rig.address, Reply("Caso"))
    await rig.person.receives("Caso")
    assert await rig.channel.send(rig.address, Reply("Caso"), editing=sent.ref) == sent


async def test_an_edit_with_broken_markup_is_made_plain(rig: TelegramRig) -> None:
    rig.telegram.tolerate_rejections("can't parse entities")
    sent = await rig.channel.send(rig.address, Reply("Caso"))
    await rig.person.receives("Caso")
    await rig.channel.send(rig.address, Reply("<b>Resuelto"), editing=sent.ref)
    assert (await rig.person.receives("Resuelto", edited=True)).html == "Resuelto"


async def test_a_message_that_is_gone_is_replaced_by_a_new_one(rig: TelegramRig) -> None:
    rig.telegram.tolerate_rejections("message to edit not found")
    sent = await rig.channel.send(rig.address, Reply("Caso: asignado"), editing="4040")
    assert str((await rig.person.receives("asignado", edited=False)).message_id) == sent.ref != "4040"


async def test_a_message_that_is_not_ours_is_replaced_by_a_new_one(rig: TelegramRig) -> None:
    rig.telegram.tolerate_rejections("can't be edited")
    written = await rig.person.writes("hola")
    await rig.channel.send(rig.address, Reply("Caso"), editing=str(written.message_id))
    await rig.person.receives("Caso", edited=False)


async def test_an_edit_of_a_picture_changes_its_caption(rig: TelegramRig, tmp_path: Path) -> None:
    rig.telegram.tolerate_rejections("there is no text in the message to edit")
    sent = await rig.channel.send(rig.address, Reply("antes", attachment=attached(tmp_path)))
    await rig.person.receives("antes")
    await rig.channel.send(rig.address, Reply("después"), editing=sent.ref)
    message = await rig.person.receives("después", edited=True)
    assert message.photo == PNG


async def test_words_too_long_for_a_caption_are_sent_anew(rig: TelegramRig, tmp_path: Path) -> None:
    rig.telegram.tolerate_rejections("there is no text in the message to edit")
    sent = await rig.channel.send(rig.address, Reply("antes", attachment=attached(tmp_path)))
    await rig.person.receives("antes")
    await rig.channel.send(rig.address, Reply("y" * 2000), editing=sent.ref)
    await rig.person.receives("yyy", edited=False)


@pytest.mark.parametrize("text", ["z" * 5000, "con archivo"])
async def test_what_no_edit_can_carry_is_sent_anew(rig: TelegramRig, tmp_path: Path, text: str) -> None:
    sent = await rig.channel.send(rig.address, Reply("antes"))
    await rig.person.receives("antes")
    file = attached(tmp_path) if text == "con archivo" else None
    again = await rig.channel.send(rig.address, Reply(text, attachment=file), editing=sent.ref)
    assert [(await rig.person.receives(edited=False)).edited for _ in again.refs] == [False] * len(again.refs)


async def test_half_a_character_does_not_stop_the_rest(rig: TelegramRig) -> None:
    await rig.channel.send(rig.address, Reply("hola \ud83d mundo", (Choice("s\udc00", "y"),)))
    await rig.person.receives("mundo")


async def test_menus_are_for_one_chat_or_for_everybody(rig: TelegramRig) -> None:
    await rig.channel.show_menu(None, [MenuEntry("ayuda", "Qué puedo hacer")])
    assert rig.person.commands == {"ayuda": "Qué puedo hacer"}
    await rig.channel.show_menu(rig.address, [MenuEntry("mesa", "Casos")])
    assert rig.person.commands == {"mesa": "Casos"}
    await rig.channel.show_menu(rig.address, [])
    assert rig.person.commands == {"ayuda": "Qué puedo hacer"}
