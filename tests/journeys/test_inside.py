"""What an agent writes that is not for the person: remarks, orders and questions in the middle of a form, keys."""

import pytest

from .desk import RunningDesk
from .test_agents import opened

NUMBER, OTHER = "SAUS-2026-000001", "SAUS-2026-000002"


@pytest.mark.parametrize(
    "remark", ["la doña otra vez con el mismo cuento", "eso fue que lo mojó y no lo dice"]
)
async def test_talk_about_the_person_is_shown_first(desk: RunningDesk, remark: str) -> None:
    group = await opened(desk, desk.carla)
    await desk.carla.writes_in(group, remark, reply_to=group.last)
    await desk.carla.presses("Guardar como nota", await group.receives("¿le envío"))
    await desk.carla.sees_toast("Nota guardada")
    await desk.settled(group)
    await desk.ana.receives_nothing()


async def test_a_key_is_asked_about_before_it_goes(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla)
    await desk.carla.writes_in(group, "su contraseña nueva es Mango-47", reply_to=group.last)
    await desk.carla.presses("Sí, enviarlo", await group.receives("Parece que lleva una clave"))
    await desk.settled(group)
    await desk.ana.receives("Mango-47")


async def test_in_the_middle_of_a_form_the_queue_is_asked_and_nothing_leaves(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.opens_case(desk.ana)
    await desk.carla.presses("Resolver", await desk.carla.receives(NUMBER))
    await desk.carla.receives("¿qué se hizo?")
    await desk.opens_case(desk.beto, "la impresora no imprime")
    await desk.carla.receives("la impresora no imprime")
    await desk.carla.writes("¿cómo va el 2?")
    await desk.carla.receives(OTHER)
    await desk.carla.receives(f"Sigue pendiente: la solución, {NUMBER}")
    await desk.carla.writes("se le cambió el cable de red")
    await desk.ana.receives("está resuelto")
    await desk.settled(desk.carla)


async def test_a_number_after_a_card_opens_that_case(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.opens_case(desk.ana)
    await desk.carla.receives(NUMBER)
    await desk.opens_case(desk.beto, "la impresora no imprime")
    await desk.carla.receives(OTHER)
    await desk.carla.writes("¿cómo va el 2?")
    await desk.carla.receives(OTHER)
    await desk.carla.writes("1")
    await desk.carla.receives(NUMBER)
    await desk.ana.receives_nothing()


async def test_an_order_that_is_not_understood_opens_no_case_unasked(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.carla.writes("revuélqueme el escáner grande con la impresora")
    await desk.carla.receives("es un problema suyo?")
    await desk.carla.presses("Sí, es un problema mío")
    await desk.settled()
    assert not any("es un problema suyo" in one.text for one in desk.carla.inbox.unseen)
    desk.carla.ignores_rest()


@pytest.mark.parametrize("said", ["mándele la del buzón", "póngale la de la clave"])
async def test_an_order_that_was_not_read_is_no_problem_of_theirs(desk: RunningDesk, said: str) -> None:
    await desk.gives("agente", desk.carla)
    await desk.carla.writes(said)
    asked = await desk.carla.receives("No entendí qué hacer")
    assert "Sí, es un problema mío" not in asked.labels
    await desk.carla.writes("sí")
    await desk.carla.receives("¿En qué más le ayudo?")


async def test_an_order_in_an_answer_to_a_question_is_no_answer(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla, desk.dario)
    await desk.carla.presses("Resolver", in_group=group)
    question = await group.receives("¿qué se hizo?")
    await desk.carla.writes_in(group, "pásaselo a Darío", reply_to=question)
    await group.receives("Lo tiene: Darío", edited=True)
    await desk.settled(group, desk.ana, desk.dario, desk.carla)


async def test_a_question_in_an_answer_to_a_question_is_answered(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla)
    await desk.carla.presses("Responder", in_group=group)
    question = await group.receives("¿Qué le digo")
    await desk.carla.writes_in(group, "¿cuáles están sin asignar?", reply_to=question)
    await group.receives("sin asignar")
    await group.receives("respuesta")
    await desk.ana.receives_nothing()


async def test_what_was_done_is_called_back_in_the_group(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla)
    await desk.carla.presses("Lo tomo", in_group=group)
    await group.receives("Lo tiene: Carla", edited=True)
    await desk.carla.writes_in(group, "deshacer")
    await group.receives("· nuevo", edited=True)
    await desk.settled(group, desk.ana, desk.carla)


async def test_a_report_of_what_was_done_is_offered_as_the_solution(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla)
    await desk.carla.writes_in(group, "se le cambió el tóner y quedó", reply_to=group.last)
    shown = await group.receives("¿le envío")
    await desk.carla.presses("Resolver", shown)
    await group.receives("resuelto", edited=True)
    await desk.ana.receives("se le cambió el tóner y quedó")
    await desk.settled(group, desk.carla)
