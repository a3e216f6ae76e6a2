"""A group with topics: one topic a case, opened once, kept in step with the case, and opened again when deleted."""

import pytest

from tests.emulator import Group
from tests.journeys.desk import RunningDesk

FORUM_ID = -1_001_000_000_077
NUMBER = "SAUS-2026-000001"


async def forum(desk: RunningDesk, *, rights: bool = True) -> Group:
    """The desk's group is one with topics, and Carla works there."""
    bot = "administrator" if rights else "member"
    group = desk.telegram.group(
        FORUM_ID, "Mesa con temas", forum=True, members=[desk.admin, desk.carla, desk.beto], bot=bot
    )
    await desk.knows(desk.admin)
    await desk.admin.writes_in(group, "/mesa")
    await group.receives("grupo de la mesa")
    await desk.admin.presses("Sí, usar este grupo", in_group=group)
    await group.receives("cada caso nuevo abre su propio tema")
    await desk.gives("agente", desk.carla)
    return group


@pytest.mark.both
async def test_each_case_has_its_topic(desk: RunningDesk) -> None:
    group = await forum(desk)
    await desk.opens_case(desk.ana)
    card = await group.receives(f"{NUMBER} · nuevo")
    topic = group.topic(NUMBER)
    assert card.thread == topic.id
    assert "no me abre el correo" in topic.name
    await desk.ana.writes("sigue sin abrir", reply_to=desk.ana.last)
    await desk.ana.receives("Agregué su mensaje")
    await group.receives("Ana agregó:\nsigue sin abrir", thread=topic.id)
    await desk.ana.writes("/caso la impresora no imprime")
    await desk.ana.receives("Revise")
    await desk.sends(desk.ana)
    await desk.ana.receives("SAUS-2026-000002")
    second = await group.receives("SAUS-2026-000002")
    assert second.thread == group.topic("SAUS-2026-000002").id
    assert len(group.topics) == 2


async def test_talk_in_a_topic_stays_inside_and_answers_go_out(desk: RunningDesk) -> None:
    group = await forum(desk)
    await desk.opens_case(desk.ana)
    card = await group.receives(NUMBER)
    topic = group.topic(NUMBER).id
    await desk.carla.writes_in(group, "yo creo que es la clave", thread=topic)
    await desk.beto.writes_in(group, "hola Ana", thread=topic, reply_to=card)
    await desk.carla.writes_in(group, "¿qué dice la pantalla?", thread=topic, reply_to=card)
    await desk.ana.receives("¿qué dice la pantalla?")
    await group.receives("Lo tiene: Carla", edited=True, thread=topic)
    await group.receives("Le envío su respuesta", thread=topic)
    await desk.carla.presses("Responder", card)
    asked = await group.receives("¿Qué le digo", thread=topic)
    await desk.carla.writes_in(group, "¿quién fue el último?", thread=topic)
    await desk.carla.writes_in(group, "ya vamos para allá", thread=topic, reply_to=asked)
    await desk.ana.receives("ya vamos para allá")
    await desk.settled(group)


async def test_a_deleted_topic_is_opened_again(desk: RunningDesk) -> None:
    desk.telegram.tolerate_rejections("thread not found")
    group = await forum(desk)
    await desk.opens_case(desk.ana)
    await group.receives(NUMBER)
    first = group.topic(NUMBER).id
    del group.topics[first]
    await desk.ana.writes("¿siguen ahí?", reply_to=desk.ana.last)
    await desk.ana.receives("Agregué su mensaje")
    second = (await group.receives(f"{NUMBER} · nuevo")).thread
    assert second != first
    await group.receives("¿siguen ahí?", thread=second)
    assert list(group.topics) == [second]


async def test_a_topic_is_closed_with_its_case_and_opened_with_it(desk: RunningDesk) -> None:
    group = await forum(desk)
    await desk.opens_case(desk.ana)
    card = await group.receives(NUMBER)
    topic = group.topic(NUMBER)
    await desk.carla.presses("Resolver", card)
    asked = await group.receives("¿qué se hizo?", thread=topic.id)
    await desk.carla.writes_in(group, "se cambió el cable", thread=topic.id, reply_to=asked)
    await group.receives("resuelto", edited=True)
    await group.receives("quedó resuelto")
    asked = await desk.ana.receives("está resuelto")
    assert topic.name.startswith("✅")
    assert not topic.closed
    await desk.at("2026-11-20 10:00")
    desk.ana.ignores_rest()
    await group.receives("cerrado", edited=True)
    assert topic.closed
    await desk.ana.presses("Sigue fallando: reabrir", asked)
    await desk.ana.receives("Reabrí su caso")
    await group.receives("reabierto", edited=True)
    await desk.settled()
    assert not topic.closed
    assert topic.name.startswith("SAUS")
    group.ignores_rest()
    desk.carla.ignores_rest()


async def test_without_the_right_to_open_topics_nothing_is_lost(desk: RunningDesk) -> None:
    desk.telegram.tolerate_rejections("not enough rights")
    group = await forum(desk, rights=False)
    await desk.opens_case(desk.ana)
    card = await group.receives(f"{NUMBER} · nuevo")
    assert card.thread is None
    await desk.ana.writes("otra cosa", reply_to=desk.ana.last)
    await desk.ana.receives("Agregué")
    await group.receives("otra cosa")
