"""The emulator as tests use it: people and groups on one side, python-telegram-bot on the other."""

from datetime import UTC, datetime, timedelta

import pytest
from telegram import Bot, BotCommand, BotCommandScopeChat, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import BadRequest

from . import Person, TelegramEmulator
from .conftest import bot_of, polling
from .refusals import PNG


def buttons(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=f"d:{label}")] for label in labels]
    )


async def heard(bot: Bot) -> Update:
    return (await bot.get_updates(offset=-1))[0]


async def test_a_message_and_its_edit(bot: Bot, ana: Person) -> None:
    sent = await bot.send_message(
        7, "<b>Hola</b> &amp; 🙂", parse_mode="HTML", reply_markup=buttons("Sí", "No")
    )
    assert sent.chat.first_name == "Ana"
    assert sent.entities[0].type == "bold"
    seen = await ana.receives(containing="Hola & 🙂")
    assert (seen.html, seen.labels, seen.edited) == ("<b>Hola</b> &amp; 🙂", ["Sí", "No"], False)
    edited = await sent.edit_text("Adiós")
    assert not isinstance(edited, bool)
    assert edited.edit_date
    assert (await ana.receives(matching="^Adiós$", edited=True)).labels == []


async def test_a_command_is_marked(bot: Bot, ana: Person) -> None:
    message = (await heard(bot)).message
    assert message
    assert message.parse_entities(["bot_command"]).popitem()[1] == "/start"


async def test_replies_and_edits_of_people(bot: Bot, ana: Person) -> None:
    await bot.send_message(7, "¿Cuál?")
    asked = await ana.receives("¿Cuál?")
    sent = await ana.writes("esta", reply_to=asked)
    message = (await heard(bot)).message
    assert message
    assert message.reply_to_message
    assert message.reply_to_message.text == "¿Cuál?"
    await message.reply_text("ya", do_quote=True)
    assert (await ana.receives("ya")).reply_to == sent.message_id
    await ana.edits(sent, "aquella")
    edited = (await heard(bot)).edited_message
    assert edited
    assert edited.text == "aquella"
    assert edited.edit_date


async def test_a_pressed_button_and_its_toast(telegram: TelegramEmulator, bot: Bot, ana: Person) -> None:
    await bot.send_message(7, "¿Sí?", reply_markup=buttons("✅ Sí", "No"))
    await bot.send_message(7, "nada más")
    await ana.receives("¿Sí?")
    await ana.receives("nada más")
    await ana.presses("Sí")
    query = (await heard(bot)).callback_query
    assert query
    assert query.data == "d:✅ Sí"
    assert query.message
    await query.answer("Hecho", show_alert=True)
    with pytest.raises(BadRequest, match=r"(?i)query is too old"):
        await query.answer("no se ve dos veces")
    telegram.tolerate_rejections("too old")
    assert (await ana.sees_toast("Hecho", alert=True)).alert


async def test_an_old_button_can_be_pressed(bot: Bot, ana: Person) -> None:
    sent = await bot.send_message(7, "¿Sí?", reply_markup=buttons("Sí"))
    old = await ana.receives("¿Sí?")
    await sent.edit_text("Ya no")
    await ana.receives("Ya no")
    with pytest.raises(AssertionError, match="has seen no message with buttons"):
        await ana.presses("Sí")
    await ana.presses("Sí", on_message=old)
    query = (await heard(bot)).callback_query
    assert query
    assert await query.answer()


async def test_an_absent_button_names_the_visible_ones(bot: Bot, ana: Person) -> None:
    await bot.send_message(7, "¿?", reply_markup=buttons("Uno", "Dos"))
    await ana.receives()
    with pytest.raises(AssertionError, match=r"no button 'Tres'; visible: \['Uno', 'Dos'\]"):
        await ana.presses("Tres")
    with pytest.raises(AssertionError, match="several buttons fit"):
        await ana.presses("o")


async def test_files_of_people(bot: Bot, ana: Person) -> None:
    await ana.sends_document("acta.pdf", b"%PDF", "application/pdf", caption="el acta")
    message = (await heard(bot)).message
    assert message
    assert message.document
    assert message.caption == "el acta"
    assert bytes(await (await message.document.get_file()).download_as_bytearray()) == b"%PDF"
    await ana.sends_photo(b"foto")
    photo = (await heard(bot)).message
    assert photo
    assert bytes(await (await photo.photo[-1].get_file()).download_as_bytearray()) == b"foto"
    await ana.sends_voice(b"ogg", duration=4)
    voice = (await heard(bot)).message
    assert voice
    assert voice.voice
    assert voice.voice.duration == timedelta(seconds=4)


async def test_files_of_the_bot(bot: Bot, ana: Person) -> None:
    sent = await bot.send_photo(7, PNG, caption="<i>mira</i>", parse_mode="HTML", filename="mira.png")
    assert (sent.photo[0].width, sent.photo[0].height) == (40, 30)
    assert (await ana.receives("mira")).photo == PNG
    await bot.send_photo(7, sent.photo[0].file_id)
    assert (await ana.receives()).photo == PNG
    await sent.edit_caption("otra cosa")
    await ana.receives("otra cosa", edited=True)
    await bot.send_document(7, b"a;b", filename="kpi.csv")
    document = await ana.receives()
    assert (document.document, document.file_name) == (b"a;b", "kpi.csv")
    await bot.send_voice(7, b"ogg")
    assert (await ana.receives()).voice == b"ogg"


async def test_copies_forwards_pins_and_deletions(telegram: TelegramEmulator, bot: Bot, ana: Person) -> None:
    group = telegram.group(-5, "Mesa", members=[ana], bot="administrator")
    sent = await ana.writes("no me abre el correo")
    await bot.copy_message(-5, 7, sent.message_id)
    assert not (await group.receives("no me abre el correo")).forwarded
    forwarded = await bot.forward_message(-5, 7, sent.message_id)
    assert forwarded.forward_origin
    assert (await group.receives()).forwarded
    await bot.pin_chat_message(-5, forwarded.message_id)
    pinned = (await bot.get_chat(-5)).pinned_message
    assert pinned
    assert pinned.message_id == forwarded.message_id
    await bot.unpin_chat_message(-5, forwarded.message_id)
    await bot.delete_message(-5, forwarded.message_id)
    assert forwarded.message_id not in group.chat.messages
    await bot.send_chat_action(7, "typing")
    assert ana.chat.actions == ["typing"]


async def test_commands_by_scope(telegram: TelegramEmulator, bot: Bot, ana: Person) -> None:
    luis = telegram.person(8, "Luis")
    await bot.set_my_commands([BotCommand("ayuda", "qué hago")])
    await bot.set_my_commands([BotCommand("kpi", "indicadores")], scope=BotCommandScopeChat(7))
    assert (ana.commands, luis.commands) == ({"kpi": "indicadores"}, {"ayuda": "qué hago"})
    assert [item.command for item in await bot.get_my_commands(scope=BotCommandScopeChat(7))] == ["kpi"]
    await bot.delete_my_commands(scope=BotCommandScopeChat(7))
    assert ana.commands == {"ayuda": "qué hago"}
    await bot.set_my_short_description("La mesa")
    assert (await bot.get_my_short_description()).short_description == "La mesa"


async def test_groups_and_members(telegram: TelegramEmulator, bot: Bot, ana: Person) -> None:
    luis = telegram.person(8, "Luis")
    group = telegram.group(-5, "Mesa", members=[ana], admins=[luis], bot="left")
    await group.adds_bot(luis)
    added = (await heard(bot)).my_chat_member
    assert added
    assert (added.old_chat_member.status, added.new_chat_member.status) == ("left", "member")
    await ana.writes_in(group, "buenas")
    message = (await heard(bot)).message
    assert message
    assert message.chat.title == "Mesa"
    await message.reply_text("hola")
    await group.receives("hola")
    assert (await bot.get_chat_member(-5, 8)).status == "administrator"
    assert [who.user.id for who in await bot.get_chat_administrators(-5)] == [8]
    assert await bot.get_chat_member_count(-5) == 3
    await ana.leaves(group)
    assert (await bot.get_chat_member(-5, 7)).status == "left"
    with pytest.raises(AssertionError, match="is not in the group"):
        await ana.writes_in(group, "¿hola?")
    await bot.leave_chat(-5)
    assert group.chat.bot_status == "left"


async def test_topics(telegram: TelegramEmulator, bot: Bot, ana: Person) -> None:
    forum = telegram.group(-1_000_000_000_005, "Mesa", forum=True, members=[ana])
    made = await bot.create_forum_topic(forum.id, "SAUS-2026-000001")
    await bot.send_message(forum.id, "abierto", message_thread_id=made.message_thread_id)
    await forum.receives("abierto", thread=made.message_thread_id)
    await ana.writes_in(forum, "voy yo", thread=made.message_thread_id)
    message = (await heard(bot)).message
    assert message
    assert message.is_topic_message
    assert message.message_thread_id == made.message_thread_id
    await bot.close_forum_topic(forum.id, made.message_thread_id)
    assert forum.topic("SAUS").closed
    with pytest.raises(AssertionError, match="no open topic"):
        await ana.writes_in(forum, "¿y?", thread=made.message_thread_id)
    await bot.reopen_forum_topic(forum.id, made.message_thread_id)
    await bot.edit_forum_topic(forum.id, made.message_thread_id, name="resuelto")
    assert not forum.topic("resuelto").closed


async def test_privacy_mode() -> None:
    async with TelegramEmulator(privacy_mode=True) as telegram, bot_of(telegram) as bot:
        ana = telegram.person(7, "Ana")
        group = telegram.group(-5, "Mesa", members=[ana])
        await ana.writes_in(group, "charla")
        await ana.writes_in(group, "/caso")
        assert len(await bot.get_updates()) == 1


async def test_strict_order(bot: Bot, ana: Person) -> None:
    await bot.send_message(7, "uno")
    await bot.send_message(7, "dos")
    with pytest.raises(AssertionError, match=r"received message 2 'uno'; expected .*'dos'(.|\n)*and then"):
        await ana.receives("dos")
    await ana.receives("uno")
    await ana.receives("dos")
    with pytest.raises(AssertionError, match="received nothing within"):
        await ana.receives("tres", timeout=0.05)
    await bot.send_message(7, "tres")
    with pytest.raises(AssertionError, match="expected nothing"):
        await ana.receives_nothing(0.05)
    ana.ignores_rest()


async def test_a_test_that_overlooks_things_fails() -> None:
    async def overlook() -> None:
        async with TelegramEmulator() as telegram, polling(telegram) as application:
            ana = telegram.person(7, "Ana")
            await ana.writes("hola")
            await ana.receives("eco: hola")
            await application.bot.send_message(7, "sin leer", reply_markup=buttons("Sí"))
            await ana.receives("sin leer")
            await ana.presses("Sí")
            await ana.sees_toast("pulsó d:Sí")
            await ana.presses("Sí")
            await ana.writes("otra")
            await ana.receives("eco: otra")
            await application.bot.send_message(7, "de más")

    with pytest.raises(AssertionError) as failed:
        await overlook()
    assert "Ana (7) has not seen message 6 'de más'" in str(failed.value)
    assert "Ana (7) has not seen toast 'pulsó d:Sí'" in str(failed.value)


async def test_an_unanswered_press_fails(ana: Person, bot: Bot, telegram: TelegramEmulator) -> None:
    await bot.send_message(7, "¿?", reply_markup=buttons("Sí"))
    await ana.receives()
    press = await ana.presses("Sí")
    with pytest.raises(AssertionError, match="Ana's press of 'Sí' was never answered"):
        telegram.assert_quiet()
    await bot.answer_callback_query(press)
    telegram.assert_quiet()


async def test_the_clock_is_the_tests(bot: Bot) -> None:
    async with TelegramEmulator(now=lambda: 1_767_225_600.0) as telegram, bot_of(telegram) as own:
        await telegram.person(7, "Ana").writes("hola")
        message = (await heard(own)).message
        assert message
        assert message.date == datetime(2026, 1, 1, tzinfo=UTC)
