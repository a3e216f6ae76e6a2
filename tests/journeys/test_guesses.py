"""Words of agents that fit no frame of an order: it is offered, with the case it is for, and never done unasked."""

from .desk import RunningDesk
from .test_agents import opened

NUMBER = "SAUS-2026-000001"


async def test_an_order_under_a_card_in_words_of_ones_own_is_one_press(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla)
    await desk.carla.writes_in(group, "encarpétemelo, falta el repuesto", reply_to=group.last)
    asked = await group.receives("¿lo pongo en espera: «falta el repuesto»?")
    assert asked.labels == ["En espera", "Enviar a Ana", "Guardar como nota", "No"]
    await desk.ana.receives_nothing()
    await desk.carla.presses("En espera", asked)
    await desk.carla.sees_toast("queda en espera")
    await desk.ana.receives("falta el repuesto")
    await desk.settled(group)


async def test_what_was_no_order_goes_to_whoever_it_is_for(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla)
    await desk.carla.writes_in(group, "encarpétemelo, falta el repuesto", reply_to=group.last)
    await desk.carla.presses("Enviar a", await group.receives("¿lo pongo en espera"))
    await desk.ana.receives("encarpétemelo, falta el repuesto")
    await desk.settled(group)


async def test_an_order_by_number_is_asked_with_the_case_it_is_for(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.opens_case(desk.ana)
    await desk.carla.receives(NUMBER)
    await desk.carla.writes("mute al 1 hasta que el proveedor responda")
    asked = await desk.carla.receives(f"{NUMBER}: ¿lo pongo en espera: «el proveedor responda»?")
    await desk.ana.receives_nothing()
    await desk.carla.presses("En espera", asked)
    await desk.ana.receives("el proveedor responda")
    await desk.settled(desk.carla)


async def test_a_no_does_nothing(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.opens_case(desk.ana)
    await desk.carla.receives(NUMBER)
    await desk.carla.writes("mute al 1 hasta que el proveedor responda")
    await desk.carla.receives("¿lo pongo en espera")
    await desk.carla.writes("no")
    await desk.settled(desk.carla)
    await desk.ana.receives_nothing()


async def test_a_question_about_the_queue_in_words_of_ones_own_is_answered(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.opens_case(desk.ana)
    await desk.carla.receives(NUMBER)
    await desk.carla.writes("a ver qué cayó nuevo")
    await desk.carla.receives(NUMBER)
    await desk.carla.writes("¿quién anda más tapado de trabajo, pa no recargarlo?")
    await desk.carla.receives("Sin asignar")
    await desk.settled(desk.carla)
