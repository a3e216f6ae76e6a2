"""What makes no new message in the group: questions that go, toasts, signs. Each press is answered once."""

from itgov_bot.messages import Address
from itgov_bot.outbox.posting import react
from itgov_bot.replies import Reply
from tests.emulator import BotMessage, Group, Person
from tests.journeys.desk import RunningDesk

NUMBER = "SAUS-2026-000001"


async def opened(desk: RunningDesk) -> tuple[Group, BotMessage]:
    group = await desk.has_group(desk.carla, desk.dario)
    assert await desk.opens_case(desk.ana) == NUMBER
    return group, await group.receives(NUMBER)


async def asked(desk: RunningDesk, group: Group, card: BotMessage) -> BotMessage:
    await desk.carla.presses("Nota interna", await turned_over(desk, group, card))
    return await group.receives("Nota interna")


async def turned_over(desk: RunningDesk, group: Group, card: BotMessage) -> BotMessage:
    await desk.carla.presses("Más…", card)
    return await group.receives(NUMBER, edited=True)


def answers(desk: RunningDesk) -> list[str]:
    return [
        call.params.get("text", "") for call in desk.telegram.calls if call.method == "answerCallbackQuery"
    ]


async def test_a_question_calls_who_pressed_alone_and_goes_when_it_is_answered(desk: RunningDesk) -> None:
    group, card = await opened(desk)
    question = await asked(desk, group, card)
    assert question.asks == {desk.carla.id}
    sent = await desk.carla.writes_in(group, "ya revisé el puerto del segundo piso", reply_to=question)
    await desk.settled()
    assert group.chat.reactions[sent.message_id] == "👍"  # the question said that it stays inside
    assert question.message_id not in group.chat.messages


async def asked_if_sure(desk: RunningDesk, group: Group, card: BotMessage) -> tuple[BotMessage, BotMessage]:
    """The question in words, and the one with buttons that follows so short an answer."""
    await desk.carla.presses("Cancelar el caso", await turned_over(desk, group, card))
    in_words = await group.receives("¿cuál es el motivo")
    await desk.carla.writes_in(group, "no", reply_to=in_words)
    return in_words, await group.receives("¿lo cancelo con «no»")


async def test_of_the_questions_of_a_form_one_is_in_the_group(desk: RunningDesk) -> None:
    group, card = await opened(desk)
    in_words, sure = await asked_if_sure(desk, group, card)
    await desk.settled()
    assert in_words.message_id not in group.chat.messages
    await desk.carla.presses("No", sure)
    await desk.settled()
    assert sure.message_id not in group.chat.messages
    group.ignores_rest()
    desk.carla.ignores_rest()


async def test_a_question_that_can_no_longer_be_deleted_says_that_it_is_over(desk: RunningDesk) -> None:
    desk.telegram.tolerate_rejections("message can't be deleted")
    group, card = await opened(desk)
    await desk.carla.presses("En espera", await taken(desk, group, card))
    question = await group.receives("¿Qué espera")
    group.chat.messages[question.message_id].message["date"] -= 3 * 24 * 3600
    await desk.carla.presses("Un repuesto", question)
    await desk.carla.sees_toast("queda en espera")
    await desk.settled(group, desk.ana)
    assert group.chat.messages[question.message_id].message["text"] == "(Ya se respondió, o está más abajo.)"


async def taken(desk: RunningDesk, group: Group, card: BotMessage) -> BotMessage:
    await desk.carla.presses("Lo tomo", card)
    card = await group.receives("Lo tiene", edited=True)
    await desk.settled(group, desk.ana, desk.carla)
    return card


async def test_a_refusal_is_a_toast_and_no_message(desk: RunningDesk) -> None:
    group, card = await opened(desk)
    _, question = await asked_if_sure(desk, group, card)
    await desk.dario.presses("Sí, enviarlo", question)
    await desk.dario.sees_toast("Esas opciones son de quien empezó")
    await desk.settled()
    assert group.inbox.unseen == []


async def test_what_a_press_can_no_longer_show_is_said(desk: RunningDesk) -> None:
    """The program was away while somebody pressed: Telegram takes no answer any more, and is not asked again."""
    desk.telegram.tolerate_rejections("query is too old")
    group, card = await opened(desk)
    _, question = await asked_if_sure(desk, group, card)
    await desk.settled()
    await desk.close()
    press = await desk.dario.presses("Sí, enviarlo", question)
    desk.telegram.world.presses[press].at -= 60
    await desk.open()
    await group.receives("Esas opciones son de quien empezó")
    await desk.settled()
    assert answers(desk)[-1].startswith("Esas opciones")
    desk.telegram.world.presses[press].answered = True


async def test_a_press_that_comes_again_is_answered_once(desk: RunningDesk) -> None:
    """The emulator refuses a second answer, which would fail this."""
    group, card = await opened(desk)
    await turned_over(desk, group, card)
    desk.telegram.faults.redeliver_last_update()
    await desk.settled()
    await desk.restart()
    await desk.settled()
    assert group.inbox.unseen == []


async def test_an_answer_that_did_not_get_through_is_given_again_after_a_restart(desk: RunningDesk) -> None:
    group, card = await opened(desk)
    desk.telegram.faults.server_error("answerCallbackQuery", times=1)
    await turned_over(desk, group, card)
    await desk.settled()
    await desk.restart()
    await desk.advance(seconds=30)
    assert [press.answered for press in desk.telegram.world.presses.values()][-1]


async def test_an_answer_makes_no_message_in_the_group(desk: RunningDesk) -> None:
    group, card = await opened(desk)
    card = await taken(desk, group, card)
    sent = await desk.carla.writes_in(group, "ya le cambié la clave", reply_to=card)
    await desk.ana.receives("ya le cambié la clave")
    await desk.settled()
    assert group.chat.reactions[sent.message_id] == "👍"
    assert all(one.edited for one in group.inbox.unseen)
    group.ignores_rest()
    desk.carla.ignores_rest()


async def test_words_that_arrived_get_a_sign_and_words_where_a_group_takes_none(desk: RunningDesk) -> None:
    group, _ = await opened(desk)
    for signs, said in ((None, 0), ({"❤"}, 1)):
        group.chat.signs = signs
        sent = await desk.carla.writes_in(group, "ya voy para allá", reply_to=None)
        await desk.settled()
        await acknowledge(desk, desk.carla, group, str(sent.message_id))
        assert len(group.inbox.unseen) == said
        assert bool(group.chat.reactions.get(sent.message_id)) is not bool(said)
        group.ignores_rest()
    desk.telegram.tolerate_rejections("REACTION_INVALID")


async def acknowledge(desk: RunningDesk, person: Person, group: Group, ref: str) -> None:
    async with desk.app.work.begin() as at:
        here = Address("telegram", str(group.id))
        await react(at.session, here, ref, "👍", Reply("Enviado."), at.now)
    await desk.app.settle()
