"""What every channel promises to the outbox and the desk, whatever it is made of; and what some promise besides."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Protocol

import pytest

from itgov_bot.channels.contract import HasFiles, HasLimits, HasMenu, HasToasts, HasTopics, Reacts, Withdraws
from itgov_bot.messages import FileRefused, IncomingFile
from itgov_bot.replies import Choice, MenuEntry, NeverDelivered, Outgoing, Reply, TryLater
from tests.channels.rigs import (
    PNG,
    Rig,
    Seen,
    TelegramRig,
    email_rig,
    pager_rig,
    telegram_rig,
    terminal_rig,
    webhook_rig,
)

ASKED = Reply("¿Qué le digo?", awaits_answer=True)
CHOICES = (Choice("Abrir un caso", "case:new"), Choice("Ninguna", "none"))

MakeRig = Callable[[Path], AbstractAsyncContextManager[Rig]]


class Refusing(Rig, Protocol):
    def refuses(self) -> None:
        """The other end takes nothing, for good."""


EVERY: dict[str, MakeRig] = {
    "telegram": telegram_rig,
    "terminal": terminal_rig,
    "email": email_rig,
    "webhook": webhook_rig,
    "pager": pager_rig,
}
FOR_PEOPLE, CHATS = ("telegram", "terminal", "email"), ("telegram", "terminal")
REFUSING = ("telegram", "email", "webhook", "pager")

every = pytest.mark.parametrize("rig", EVERY, indirect=True)
for_people = pytest.mark.parametrize("rig", FOR_PEOPLE, indirect=True)
chats = pytest.mark.parametrize("rig", CHATS, indirect=True)
lively = pytest.mark.parametrize("rig", ["telegram"], indirect=True)


@pytest.fixture
async def rig(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Rig]:
    async with EVERY[request.param](tmp_path / "home") as made:
        yield made


def picture(tmp_path: Path) -> Outgoing:
    path = tmp_path / "1f3a.png"
    path.write_bytes(PNG)
    return Outgoing(str(path), "kpi-8.png", "picture")


@every
async def test_the_channel_names_itself(rig: Rig) -> None:
    assert rig.channel.name == rig.address.channel


@every
async def test_it_has_the_abilities_that_it_claims_and_no_other(rig: Rig) -> None:
    abilities = (HasTopics, HasMenu, HasFiles, HasLimits, HasToasts, Reacts, Withdraws)
    assert {one for one in abilities if isinstance(rig.channel, one)} == rig.abilities


@every
async def test_what_is_sent_arrives_in_order(rig: Rig) -> None:
    for text in ("uno", "¿dos? «ñandú» 👍"):
        await rig.channel.send(rig.address, rig.content(text))
        assert (await rig.sees()).text == text


@every
async def test_a_new_shape_of_a_message_arrives(rig: Rig) -> None:
    sent = await rig.channel.send(rig.address, rig.content("Caso: nuevo"))
    await rig.sees()
    await rig.channel.send(rig.address, rig.content("Caso: resuelto"), editing=sent.ref)
    assert (await rig.sees()).text == "Caso: resuelto"


@every
async def test_what_cannot_arrive_at_present_is_to_be_tried_later(rig: Rig) -> None:
    rig.goes_away()
    with pytest.raises(TryLater):
        await rig.channel.send(rig.address, rig.content("hola"))


@pytest.mark.parametrize("rig", REFUSING, indirect=True)
async def test_what_is_refused_is_never_to_be_tried_again(rig: Refusing) -> None:
    rig.refuses()
    with pytest.raises(NeverDelivered):
        await rig.channel.send(rig.address, rig.content("hola"))


@for_people
async def test_a_text_arrives_without_its_markup(rig: Rig) -> None:
    sent = await rig.channel.send(rig.address, Reply("<b>Correo</b>: a &lt; b &amp; c"))
    assert await rig.sees() == Seen("Correo: a < b & c")
    assert sent.ref is not None
    assert sent.refs == (sent.ref,)


@chats
async def test_choices_arrive_in_order(rig: Rig) -> None:
    await rig.channel.send(rig.address, Reply("¿Qué necesita?", CHOICES))
    assert await rig.sees() == Seen("¿Qué necesita?", ["Abrir un caso", "Ninguna"])


@for_people
async def test_several_messages_have_refs_of_their_own(rig: Rig) -> None:
    refs = set()
    for text in ("uno", "dos"):
        refs.add((await rig.channel.send(rig.address, Reply(text))).ref)
        assert (await rig.sees()).text == text
    assert len(refs) == 2


@chats
async def test_an_edit_says_the_new_text_under_the_same_ref(rig: Rig) -> None:
    sent = await rig.channel.send(rig.address, Reply("Caso: nuevo", CHOICES))
    await rig.sees()
    edited = await rig.channel.send(rig.address, Reply("Caso: resuelto"), editing=sent.ref)
    assert await rig.sees() == Seen("Caso: resuelto", edited=True)
    assert edited.ref == sent.ref


@chats
async def test_a_long_text_loses_nothing(rig: Rig) -> None:
    text = "\n\n".join(f"{number} " + "palabra " * 60 for number in range(30))
    sent = await rig.channel.send(rig.address, Reply(text, CHOICES))
    parts = [await rig.sees() for _ in sent.refs]
    assert [word for part in parts for word in part.text.split()] == text.split()
    assert parts[-1].labels == ["Abrir un caso", "Ninguna"]


@chats
async def test_a_picture_arrives_with_its_words(rig: Rig, tmp_path: Path) -> None:
    await rig.channel.send(rig.address, Reply("Indicador 8", attachment=picture(tmp_path)))
    assert await rig.sees() == Seen("Indicador 8", file=PNG)


@chats
async def test_a_picture_needs_no_words(rig: Rig, tmp_path: Path) -> None:
    await rig.channel.send(rig.address, Reply("", attachment=picture(tmp_path)))
    assert (await rig.sees()).file == PNG


@for_people
async def test_a_file_arrives_byte_for_byte(rig: Rig, tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"a;b\n1;2\n")
    await rig.channel.send(rig.address, Reply("Exportado", attachment=Outgoing(str(path), "kpi.csv")))
    assert await rig.sees() == Seen("Exportado", file=b"a;b\n1;2\n")


@for_people
async def test_words_arrive_though_their_file_is_gone(rig: Rig, tmp_path: Path) -> None:
    await rig.channel.send(rig.address, Reply("Indicador 8", attachment=Outgoing("/no/hay", "kpi.png")))
    assert (await rig.sees()).text.startswith("Indicador 8")


@pytest.mark.parametrize("rig", ["telegram"], indirect=True)
async def test_a_menu_may_be_shown_to_one_or_to_all(rig: Rig) -> None:
    assert isinstance(rig.channel, HasMenu)
    await rig.channel.show_menu(rig.address, [MenuEntry("mesa", "Casos de la mesa")])
    await rig.channel.show_menu(None, [MenuEntry("ayuda", "Qué puedo hacer")])
    await rig.channel.show_menu(rig.address, [])


@chats
async def test_words_that_ask_for_an_answer_arrive(rig: Rig) -> None:
    await rig.channel.send(rig.address, Reply("¿Qué le digo?", awaits_answer=True))
    assert await rig.sees() == Seen("¿Qué le digo?")


@lively
async def test_a_press_is_shown_its_answer_once(rig: TelegramRig) -> None:
    press = await rig.presses()
    assert await rig.channel.answer_press(press, "De acuerdo")
    await rig.person.sees_toast("De acuerdo")
    assert not await rig.channel.answer_press(press, "De acuerdo")  # which Telegram would refuse


@lively
async def test_a_press_may_end_in_silence(rig: TelegramRig) -> None:
    assert await rig.channel.answer_press(await rig.presses(), "")


@lively
async def test_what_is_withdrawn_is_there_no_more(rig: TelegramRig) -> None:
    sent = await rig.channel.send(rig.address, Reply("¿Qué espera?", CHOICES))
    await rig.sees()
    for _ in range(2):  # by somebody before us, too
        await rig.channel.withdraw(rig.address, str(sent.ref), Reply("Ya no."))
    assert rig.text_of(sent.ref) is None
    rig.telegram.tolerate_rejections("message to delete not found")


@lively
@pytest.mark.parametrize(("asked", "then"), [(Reply("¿Cuál?", CHOICES), "Ya no."), (ASKED, ASKED.text)])
async def test_what_can_no_longer_be_deleted_says_something_else_if_it_can(
    rig: TelegramRig, asked: Reply, then: str
) -> None:
    rig.telegram.tolerate_rejections("message can't be (deleted|edited)")
    sent = await rig.channel.send(rig.address, asked)
    rig.grows_old(sent.ref)
    await rig.channel.withdraw(rig.address, str(sent.ref), Reply("Ya no."))
    rig.person.ignores_rest()
    assert rig.text_of(sent.ref) == then


@lively
async def test_a_sign_is_put_on_a_message_that_is_there(rig: TelegramRig) -> None:
    written = await rig.person.writes("gracias")
    assert await rig.channel.react(rig.address, str(written.message_id), "👍")
    assert rig.person.chat.reactions == {written.message_id: "👍"}
    assert not await rig.channel.react(rig.address, "404", "👍")
    rig.telegram.tolerate_rejections("message to react not found")


@chats
async def test_a_file_claimed_too_big_is_refused_unseen(rig: Rig, tmp_path: Path) -> None:
    assert isinstance(rig.channel, HasFiles)
    big = tmp_path / "big"
    big.write_bytes(b"x" * 101)
    file = IncomingFile("document", str(big), "big", "text/plain", 101)
    with pytest.raises(FileRefused) as refused:
        await rig.channel.fetch(file, tmp_path / "target", 100)
    assert refused.value.reason == "too_big"
    assert not (tmp_path / "target").exists()
