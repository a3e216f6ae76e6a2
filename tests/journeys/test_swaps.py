"""Two people of the guard change their turns: asked, answered, or left to run out."""

import pytest

from tests.emulator import BotMessage, Person
from tests.journeys import in_words
from tests.journeys.desk import RunningDesk
from tests.journeys.test_rota import PAGE, REFUSED, forges, reports, turns

__all__ = ["turns"]  # a fixture


async def asks_for_a_swap(asker: Person, other: Person, what: str, back: str) -> BotMessage:
    """The form from its button to its end."""
    await asker.writes("/guardia")
    await asker.receives("Guardia")
    await asker.presses("Pedir un cambio de guardia")
    await asker.receives("¿Qué guardia suya quiere que le cubran?")
    await asker.writes(what)
    await asker.receives("¿A quién se la pide?")
    await asker.presses(f"@{other.user['username']}")
    await asker.receives(f"¿Qué guardia de @{other.user['username']} toma usted a cambio?")
    await asker.presses(back)
    return await asker.receives(f"Se lo pedí a @{other.user['username']}")


TOLD_AT_ONCE = {
    "/guardia cambio domingo 8 am a 8 pm": "Su guardia desde el domingo 15 a las 8:00 a. m. hasta el domingo 15 a las 8:00",
    "no puedo el sábado en la noche, quién me cubre": "Su guardia desde el sábado 14 a las 8:00 p. m. hasta el domingo 15",
    "quién me cubre el sábado por la noche": "Su guardia desde el sábado 14 a las 8:00 p. m. hasta el domingo 15",
    "cambiame la guardia del domingo con dario": "¿Qué guardia de Darío toma usted a cambio?",
    "no puedo estar de guardia el 18 de noviembre": "¿Qué guardia suya quiere que le cubran?",  # it is none of hers
}


@pytest.mark.parametrize(("said", "asked"), TOLD_AT_ONCE.items())
async def test_what_was_told_of_a_swap_is_not_asked_again(turns: RunningDesk, said: str, asked: str) -> None:
    await turns.carla.writes(said)
    await turns.carla.receives(asked)


async def test_what_is_left_of_the_present_turn_is_asked_for_and_the_time_said_again(
    turns: RunningDesk,
) -> None:
    await turns.carla.writes("/guardia cambio")
    await turns.carla.receives("¿Qué guardia suya")
    await turns.carla.presses("Mar 10 nov a lun 16 nov")
    await turns.carla.receives("Su guardia desde hoy a las 12:00 m. hasta el lunes 16")
    await turns.carla.writes("mejor solo el domingo de 8 am a 8 pm")
    await turns.carla.receives("Su guardia desde el domingo 15 a las 8:00 a. m.")
    await turns.carla.writes("beto")
    await turns.carla.receives("¿Qué guardia de @beto toma usted a cambio?")
    await turns.carla.writes("ninguno")
    await turns.carla.receives("Se lo pedí a @beto: su guardia desde el domingo 15")
    await turns.beto.receives("Carla le pide que cubra su guardia desde el domingo 15")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("qué pena pero esa noche me queda imposible", "no puede cubrir su guardia"),
        ("listo, voy yo, tranquila", "aceptó: está de guardia en su lugar"),
    ],
)
async def test_a_request_is_answered_in_words(turns: RunningDesk, said: str, told: str) -> None:
    await turns.carla.writes("no puedo el sábado en la noche, quién me cubre")
    await turns.carla.receives("¿A quién se la pide?")
    await turns.carla.writes("pídasela mejor a beto, sin devolver nada")
    await turns.carla.presses("Sin devolver", await turns.carla.receives("¿Qué guardia de @beto toma usted"))
    await turns.carla.receives("Se lo pedí a @beto: su guardia desde el sábado 14 a las 8:00 p. m.")
    await turns.beto.receives("Carla le pide que cubra su guardia")
    await turns.beto.writes(said)
    await turns.carla.receives(told)
    await turns.beto.receives()
    turns.admin.ignores_rest()


async def test_an_order_in_the_middle_of_a_swap_is_no_name(turns: RunningDesk) -> None:
    await turns.carla.writes("no puedo el sábado en la noche, quién me cubre")
    await turns.carla.receives("¿A quién se la pide?")
    await turns.carla.writes("guardar respuesta para la VPN: cierre el cliente y entre otra vez")
    await turns.carla.receives("Guardada: VPN")
    await turns.carla.receives("medio llenar")


async def test_a_swap_agreed_late_counts_from_its_midnight(turns: RunningDesk) -> None:
    group = await turns.has_group()
    await asks_for_a_swap(
        turns.carla, turns.beto, "jueves a medianoche a domingo a medianoche", "Sin devolver"
    )
    await turns.beto.receives("Carla le pide que cubra su guardia desde el viernes 13 a las 12:00 a. m.")
    await turns.at("2026-11-12 23:58")
    await turns.beto.presses("Acepto")
    await turns.beto.receives("Hecho: está de guardia por Carla desde mañana viernes a las 12:00 a. m.")
    await turns.carla.receives("@beto aceptó: está de guardia en su lugar")
    await group.receives("Cambio de guardia: @beto está por Carla")
    await turns.admin.receives("Cambio de guardia: @beto está por Carla")
    await turns.at("2026-11-12 23:59")
    await reports(turns, turns.ana)
    await turns.carla.receives(f"{PAGE}1")
    await group.receives("urgente")
    await turns.carla.presses("Lo tomo")
    await turns.carla.receives("queda a cargo de Carla")
    await turns.ana.receives("Carla tomó su caso")
    await group.receives("Lo tiene: Carla", edited=True)
    await turns.at("2026-11-13 00:00")
    await turns.beto.receives("Desde ahora está usted de guardia hasta el lunes 16 a las 12:00 a. m.")
    await turns.carla.receives("Entregó la guardia: desde ahora no se le llama. Sigue @beto")
    await turns.carla.writes("/urgente la red está caída en todo el cad y no hay internet para nadie")
    await turns.carla.receives("¿Aviso ya a la guardia?")
    await turns.carla.presses("Se cayó para muchos")
    await turns.carla.receives("Ya avisé a la guardia")
    await turns.beto.receives(f"{PAGE}2")
    await turns.settled(group)


async def test_two_change_their_weeks(turns: RunningDesk) -> None:
    await asks_for_a_swap(turns.dario, turns.beto, "Lun 16 nov a lun 23 nov", "Lun 23 nov a lun 30 nov")
    asked = await turns.beto.receives("Darío le pide que cubra su guardia desde el lunes 16")
    assert "A cambio toma la de usted desde el lunes 23 de noviembre" in asked.text
    await turns.beto.writes("acepto")
    await turns.beto.receives("A cambio, Darío está por usted desde el lunes 23 de noviembre")
    await turns.dario.receives("Y usted está por @beto desde el lunes 23 de noviembre")
    await turns.admin.receives("A cambio, Darío está por @beto desde el lunes 23")
    await turns.carla.writes("/guardia")
    shown = await turns.carla.receives("Ahora")
    assert (
        "Desde el lunes 16 a las 8:00 a. m. hasta el lunes 23 de noviembre a las 8:00 a. m.: @beto"
        in shown.text
    )
    await turns.beto.presses("Acepto", asked)
    await turns.beto.receives("Esa petición ya no está abierta")


async def test_a_refused_swap_changes_nothing(turns: RunningDesk) -> None:
    await asks_for_a_swap(turns.carla, turns.beto, "sábado a domingo", "Sin devolver")
    await turns.beto.receives("Carla le pide")
    await turns.beto.presses("No puedo")
    await turns.beto.receives("La guardia sigue como estaba")
    await turns.carla.receives("@beto no puede cubrir su guardia")
    await turns.at("2026-11-14 12:00")
    await reports(turns, turns.ana)
    await turns.carla.receives(f"{PAGE}1")


async def test_what_nobody_answers_ends_where_it_begins(turns: RunningDesk) -> None:
    await asks_for_a_swap(turns.carla, turns.beto, "viernes 6 pm a sábado 8 am", "Sin devolver")
    asked = await turns.beto.receives("Conteste a más tardar el viernes 13 a las 6:00 p. m.")
    await turns.at("2026-11-13 18:00")
    await turns.carla.receives("Nadie contestó su petición de cambio de guardia")
    await turns.beto.receives("venció sin respuesta")
    await turns.beto.presses("Acepto", asked)
    await turns.beto.receives("Esa petición ya no está abierta")
    await reports(turns, turns.ana)
    await turns.carla.receives(f"{PAGE}1")


async def test_only_the_two_may_answer(turns: RunningDesk) -> None:
    mine = await asks_for_a_swap(turns.carla, turns.beto, "sábado a domingo", "Sin devolver")
    asked = await turns.beto.receives("Carla le pide")
    data = asked.buttons[0][0].data
    assert data is not None
    await in_words.greets(turns.ana)
    for outsider in (turns.ana, turns.dario, turns.admin, turns.carla):
        await forges(outsider, data)
        await outsider.receives("Esa petición es entre otras dos personas")
    for nonsense in (
        "duty:yes:",
        "duty:no:99",
        "duty:yes:-1",
        "duty:yes:999999999999999999999",
        "duty:yes:x",
    ):
        await forges(turns.ana, nonsense)
        await turns.ana.receives("No encuentro esa petición")
    for order in ("duty:me", "duty:off", "duty:undo:1", "duty:swap"):
        await forges(turns.ana, order)
        await turns.ana.receives(REFUSED)
    await turns.carla.presses("Retirar la petición", mine)
    await turns.carla.receives("Retiré la petición")
    await turns.beto.receives("Carla ya no le pide que cubra su guardia")


async def test_who_is_not_on_duty_has_nothing_to_swap(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.carla.writes("/guardia cambio")
    await desk.carla.receives("No tiene turnos de guardia por venir")
    await desk.knows(desk.ana)
    await desk.ana.writes("/guardia cambio")
    await desk.ana.receives(REFUSED)


async def test_one_asks_only_for_what_is_theirs(turns: RunningDesk) -> None:
    await turns.beto.writes("/guardia cambio")
    asked = await turns.beto.receives("¿Qué guardia suya quiere que le cubran?")
    assert asked.labels[0] == "Lun 16 nov a lun 23 nov (2.º)"
    await turns.beto.writes("algo")
    await turns.beto.receives("No entendí cuál")
    await turns.beto.writes("hoy 8 pm a mañana 8 am")
    await turns.beto.receives("¿A quién se la pide?")
    await turns.beto.writes("@ana")
    await turns.beto.receives("«@ana» no tiene el rol guardia")
    await turns.beto.presses("Carla")
    await turns.beto.receives("toma usted a cambio?")
    await turns.beto.presses("Sin devolver")
    await turns.beto.receives("Usted no está de guardia en todo ese tiempo")


async def test_a_swap_is_asked_for_in_private_and_of_somebody(desk: RunningDesk) -> None:
    await desk.puts_on_duty(desk.carla, 1)
    group = await desk.has_group()
    await desk.carla.writes_in(group, "/guardia cambio")
    await group.receives("Escríbame /guardia cambio en privado")
    await desk.carla.writes("/guardia cambio")
    await desk.carla.receives("No hay otra persona con el rol guardia")
