"""The guard by weeks: whose week it is, over a holiday; stand-ins, swaps that both agree on, holes that are warned of."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.emulator import Person
from tests.journeys.desk import RunningDesk, running_desk
from tests.made import DATA, load_once

OUTAGE = "se cayó el servidor y nadie puede entrar a nada en toda la alcaldía"
PAGE = "GUARDIA: caso urgente SAUS-2026-00000"
REFUSED = "Eso es solo para quienes tienen el rol"


async def reports(desk: RunningDesk, by: Person) -> None:
    await by.writes(OUTAGE)
    await by.receives("¿Aviso ya a la guardia?")
    await by.presses("Sí, avisar ya a la guardia")
    await by.receives("Ya avisé a la guardia")


async def forges(person: Person, data: str) -> None:
    """Presses a button that nobody showed them."""
    await person._press(person.chat, person.last.message_id, "?", data)


async def sets_order(desk: RunningDesk, *people: Person) -> None:
    await desk.knows(desk.admin, *people)
    named = " ".join(str(person.id) for person in people)
    await desk.admin.writes(f"/guardia orden {named}")
    await desk.admin.receives("Listo: los turnos son")
    for person in people:
        await person.receives("Está en los turnos de la guardia.")


@pytest.fixture
async def turns(desk: RunningDesk) -> RunningDesk:
    """Tuesday the tenth: the week is Carla's, with Darío behind her; the next one is his, then it is Beto's."""
    await sets_order(desk, desk.carla, desk.dario, desk.beto)
    return desk


async def test_the_weeks_go_on_over_a_holiday(turns: RunningDesk) -> None:
    await turns.at("2026-11-16 07:59")  # a holiday; the week before was Carla's to its last minute
    await reports(turns, turns.ana)
    await turns.carla.receives(f"{PAGE}1")
    await turns.carla.presses("Lo tomo")
    await turns.carla.receives("queda a cargo de Carla")
    await turns.ana.receives("Carla tomó su caso")
    await turns.at("2026-11-16 08:00")
    await turns.dario.receives(
        "Desde ahora está usted de guardia hasta el lunes 23 de noviembre a las 8:00 a. m. Fuera de horario es a quien se "
        "llama primero"
    )
    await turns.beto.receives("se le llama en el escalón 2")
    await turns.carla.receives("Entregó la guardia: desde ahora no se le llama. Sigue Darío")
    await turns.advance(minutes=30)
    await turns.at("2026-11-16 23:00")
    await turns.carla.writes("/urgente la red está caída en todo el cad y no hay internet para nadie")
    await turns.carla.receives("¿Aviso ya a la guardia?")
    await turns.carla.presses("Se cayó para muchos")
    await turns.carla.receives("Ya avisé a la guardia")
    await turns.dario.receives(f"{PAGE}2")
    await turns.advance(minutes=15)
    await turns.beto.receives("Nadie lo ha tomado todavía")


async def test_everybody_of_the_desk_sees_who_is_on_now_and_next(turns: RunningDesk) -> None:
    await turns.carla.writes("/guardia")
    shown = await turns.carla.receives("Ahora, hasta el lunes 16 a las 8:00 a. m.:\n1. Carla\n2. Darío")
    assert (
        "• Desde el lunes 16 a las 8:00 a. m. hasta el lunes 23 de noviembre a las 8:00 a. m.: Darío, luego @beto"
        in (shown.text)
    )
    assert "La guardia se entrega cada lunes a las 8:00 a. m. El orden se puso desde el chat." in shown.text
    assert "/guardia orden" not in shown.text
    assert shown.labels == ["Pedir un cambio de guardia"]
    await turns.admin.writes("/guardia")
    shown = await turns.admin.receives("/guardia cubre @ana sábado 8 pm a domingo 8 am")
    assert shown.labels == ["Ponerme de guardia", "Quitarme de la guardia"]
    await turns.ana.writes("/guardia")
    await turns.ana.receives(REFUSED)


async def test_who_cannot_be_reached_is_marked_and_an_only_one_is_a_hole(desk: RunningDesk) -> None:
    await desk.puts_on_duty(desk.carla, 1)
    await desk.carla.blocks_bot()
    await desk.advance(minutes=1)
    await desk.admin.receives("Está Carla, pero los mensajes del bot no le llegan")
    await desk.admin.presses("Ver la guardia")
    shown = await desk.admin.receives("1. Carla ⚠️ no le llegan los mensajes del bot")
    assert "⚠️ Hueco desde hoy a las 6:00 p. m." in shown.text
    await desk.advance(minutes=30)


async def test_a_hole_is_warned_of_ahead_and_again_the_day_before(turns: RunningDesk) -> None:
    """In his week and in the one before nobody else is left: Darío and Beto blocked the bot."""
    await turns.dario.blocks_bot()
    await turns.beto.blocks_bot()
    await turns.at("2026-11-13 07:59")
    await turns.admin.receives_nothing()
    await turns.at("2026-11-13 08:00")
    told = await turns.admin.receives("Hueco en la guardia desde el lunes 16 a las 8:00 a. m.")
    assert "Están Darío y @beto" in told.text
    await turns.advance(hours=12)
    await turns.admin.receives_nothing()
    await turns.at("2026-11-15 08:00")
    await turns.admin.receives("Hueco en la guardia desde mañana lunes a las 8:00 a. m.")
    await turns.admin.writes("/guardia cubre @carla lunes 16 8 am a lunes 23 8 am")
    await turns.admin.receives("Listo: Carla cubre a Darío desde mañana lunes a las 8:00 a. m.")
    await turns.carla.receives("Cubre la guardia de Darío desde mañana lunes a las 8:00 a. m.")
    await turns.at("2026-11-15 20:00")


async def test_who_leaves_by_erasing_their_data_is_followed_at_once(turns: RunningDesk) -> None:
    group = await turns.has_group()
    await turns.carla.writes("/misdatos")
    await turns.carla.receives()
    await turns.carla.presses("Borrar mis datos")
    await turns.carla.receives("Está en los turnos de la guardia")
    await turns.carla.presses("me:forget-yes")
    await turns.carla.receives("Ya no atiende casos ni está de guardia: se lo conté a la mesa")
    began = await turns.dario.receives("Desde ahora está usted de guardia")
    await turns.beto.receives("se le llama en el escalón 2")
    told = await turns.admin.receives("ya no atiende casos ni está de guardia")
    await group.receives(told.text)
    assert "Carla" not in began.text + told.text


async def test_who_is_not_of_the_desk_yet_covers_by_one_press(turns: RunningDesk) -> None:
    rosa = turns.telegram.person(21, "Rosa", "rosa")
    await turns.knows(rosa)
    await turns.admin.writes("/guardia cubre @rosa nunca")
    await turns.admin.receives("No entendí desde cuándo y hasta cuándo")
    await turns.admin.writes("/guardia cubre @rosa sábado 8 pm a domingo 8 am")
    asked = await turns.admin.receives("cubre a Carla desde el sábado 14 a las 8:00 p. m.")
    await turns.admin.presses("Sí, así es", asked)
    await turns.admin.receives(
        "Listo: @rosa cubre a Carla desde el sábado 14 a las 8:00 p. m. hasta el domingo 15"
    )
    await rosa.receives("Cubre la guardia de Carla desde el sábado 14")
    await turns.carla.receives("@rosa cubre su guardia")
    await turns.at("2026-11-15 08:00")
    await turns.admin.presses("Sí, así es", asked)
    await turns.admin.receives("Ese tiempo ya pasó")
    rosa.ignores_rest()
    turns.carla.ignores_rest()


SHOWN_FIRST = {
    "/guardia cubre beto del 20 al 22 de noviembre": "¿@beto cubre a Darío desde el viernes 20 de noviembre a las "
    "12:00 a. m. hasta el final del domingo 22 de noviembre?",
    "/guardia cubre a carla dario el domingo": "¿Darío cubre a Carla desde el domingo 15 a las 12:00 a. m.",
    "/guardia cubre carla con dario el domingo de 8 a 10": "¿Darío cubre a Carla desde el domingo 15",
    "/guardia cubre beto a carla el sábado": "¿@beto cubre a Carla desde el sábado 14",
    "/guardia cubre a carla pepito dario el sábado": "No entendí «pepito»",
    "/guardia cubre a carla el domingo": "¿Quién cubre a Carla desde el domingo 15",
    "/guardia cubre carla a beto el sábado 14": "@beto no está de guardia en ese tiempo",
}


@pytest.mark.parametrize(("said", "shown"), SHOWN_FIRST.items())
async def test_what_may_be_read_in_another_way_is_shown_and_not_announced(
    turns: RunningDesk, said: str, shown: str
) -> None:
    await turns.admin.writes(said)
    await turns.admin.receives(shown)
    await turns.carla.receives_nothing()
    await turns.dario.receives_nothing()


async def test_what_was_shown_is_done_by_one_press(turns: RunningDesk) -> None:
    await turns.admin.writes("/guardia cubre a carla con beto el sábado")
    await turns.admin.receives("¿@beto cubre a Carla desde el sábado 14")
    await turns.admin.presses("Sí, así es")
    await turns.admin.receives("Listo: @beto cubre a Carla")
    await turns.beto.receives("Cubre la guardia de Carla")
    await turns.carla.receives("@beto cubre su guardia")


async def test_somebody_stands_in_for_a_night_and_it_can_be_undone(turns: RunningDesk) -> None:
    await turns.admin.writes("/guardia cubre @beto sábado 8 pm a domingo 8 am")
    await turns.admin.receives(
        "Listo: @beto cubre a Carla desde el sábado 14 a las 8:00 p. m. hasta el domingo 15"
    )
    await turns.beto.receives("Cubre la guardia de Carla desde el sábado 14 a las 8:00 p. m.")
    await turns.carla.receives("@beto cubre su guardia desde el sábado 14 a las 8:00 p. m.")
    await turns.admin.writes("/guardia cubre @dario el domingo de 8 pm a 10 pm")
    undone = await turns.admin.receives("Listo: Darío cubre a Carla")
    await turns.dario.receives("Cubre la guardia de Carla")
    await turns.carla.receives("Darío cubre su guardia")
    await turns.admin.presses("Deshacer", undone)
    await turns.admin.receives("nadie cubre ya ese tiempo")
    await turns.dario.receives("Ya no hace falta que cubra la guardia")
    await turns.carla.receives("vuelve a ser suya desde el domingo 15 a las 8:00 p. m.")
    await turns.at("2026-11-14 20:00")
    await turns.beto.receives("Desde ahora está usted de guardia hasta mañana domingo a las 8:00 a. m.")
    await turns.carla.receives("Entregó la guardia")
    await reports(turns, turns.ana)
    await turns.beto.receives(f"{PAGE}1")


async def test_an_administrator_rings_another_and_changes_the_guard_in_words(turns: RunningDesk) -> None:
    for said in ("/guardia prueba carla", "que suene la guardia de carla"):
        await turns.admin.writes(said)
        await turns.admin.receives("Le mandé la prueba a Carla")
        await turns.carla.receives("PRUEBA de la guardia")
    await turns.carla.writes("/guardia prueba dario")
    await turns.carla.receives("Eso es solo para quienes tienen el rol")
    await turns.admin.writes("¿hay huecos en la guardia?")
    await turns.admin.receives("siempre hay a quién llamar")
    await turns.admin.writes("que dario cubra a carla el domingo")
    await turns.admin.receives("¿Darío cubre a Carla desde el domingo 15")
    await turns.admin.writes("saque a dario de la guardia")
    await turns.admin.receives("¿Saco a Darío de la guardia, de todos sus turnos?")
    await turns.admin.presses("Sí, así es")
    await turns.admin.receives("Darío ya no está en la guardia")
    await turns.dario.receives("Ya no está en la guardia")
    turns.beto.ignores_rest()


# Changing it


async def test_people_go_by_the_names_that_the_bot_shows(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.admin.writes("/guardia poner 1 carla")
    await desk.admin.receives("Carla está de guardia en el escalón 1")
    await desk.carla.receives("de guardia en el escalón 1")
    await desk.admin.writes("/guardia quitar Carlota Pérez")
    await desk.admin.receives("No conozco a «Carlota Pérez»")
    await desk.admin.writes("/guardia quitar carla")
    await desk.admin.receives("Ya no queda nadie de guardia")
    await desk.admin.receives("Carla ya no está en la guardia")
    await desk.carla.receives("Ya no está en la guardia")


async def test_who_leaves_the_turns_is_told_and_the_others_go_on(turns: RunningDesk) -> None:
    await turns.admin.writes("/rol quitar guardia @carla")
    await turns.admin.receives("ya no tiene el rol guardia")
    await turns.carla.receives("Ya no tiene el rol guardia")
    await turns.admin.writes("/guardia")
    await turns.admin.receives("1. Darío\n2. @beto")
    await turns.admin.writes("/guardia orden borrar")
    await turns.admin.receives("Ya no queda nadie de guardia")
    await turns.admin.receives("Quedan solo los que están fijos")
    for person in (turns.dario, turns.beto):
        await person.receives("Ya no está en la guardia")


async def test_the_last_of_an_order_may_follow_an_and(desk: RunningDesk) -> None:
    for person in (desk.carla, desk.dario, desk.beto):
        await desk.gives("agente", person)
    await desk.admin.writes("/guardia orden Carla, Darío y Beto")
    await desk.admin.receives("Listo: los turnos son")
    for person in (desk.carla, desk.dario, desk.beto):
        await person.receives("Está en los turnos de la guardia")
    await desk.admin.writes("/guardia orden @dario @beto y @carla")
    asked = await desk.admin.receives("1. Darío\n2. @beto\n3. Carla")
    assert "Reemplaza el orden de ahora: Carla, Darío y @beto." in asked.text
    await desk.admin.presses("Sí, así es")
    done = await desk.admin.receives("Listo: los turnos son Darío, @beto y Carla.")
    assert "Esta semana: Darío en el escalón 1 y @beto en el escalón 2." in done.text
    for person in (desk.carla, desk.dario, desk.beto):
        await person.receives("Está en los turnos de la guardia")


NONSENSE = [
    ("/guardia algo", "Escríbalo así"),
    ("/guardia orden", "Escriba las personas en su orden"),
    ("/guardia orden @carla @carla", "Carla está dos veces"),
    ("/guardia orden @nadie", "No conozco a «@nadie»"),
    ("/guardia cubre", "Escriba quién cubre y cuándo"),
    ("/guardia cubre @carla", "Escriba quién cubre y cuándo"),
    ("/guardia cubre @carla cuando pueda <b>", "No entendí desde cuándo y hasta cuándo: «cuando pueda <b>»"),
    ("/guardia cubre @carla ayer 8 am a ayer 9 am", "Ese tiempo ya pasó"),
    ("/guardia cubre @carla sábado a domingo", "no hay a quién cubrir"),
    ("/guardia quitar", "Escríbalo así"),
    ("/guardia quitar @carla", "no estaba en la guardia"),
]


async def test_nonsense_is_explained(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    for asked, answer in NONSENSE:
        await desk.admin.writes(asked)
        await desk.admin.receives(answer)


async def test_an_administrator_comes_and_goes_behind_those_who_rotate(turns: RunningDesk) -> None:
    await turns.admin.writes("/guardia")
    await turns.admin.receives("Guardia")
    await turns.admin.presses("Ponerme de guardia")
    await turns.admin.receives("está de guardia en el escalón 1, detrás de los 2 que rotan")
    await turns.admin.writes("/guardia")
    shown = await turns.admin.receives("1. Carla\n2. Darío\n3. Alba")
    await turns.admin.presses("Quitarme de la guardia", shown)
    await turns.admin.receives("Alba ya no está en la guardia")
    await turns.admin.writes("/guardia cubre @carla hoy 8 pm a mañana 8 am")
    await turns.admin.receives("Carla: ya está de primero en todo ese tiempo")


@pytest.fixture
async def with_file(desk_home: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[RunningDesk]:
    """One step rotates; `rota.yaml` has Carla and Darío, and the week of Tuesday the tenth is Darío's."""
    rules = replace(load_once(DATA).rota, steps=1, order=("12", "11"), counts_from=date(2026, 11, 10))
    monkeypatch.setattr("itgov_bot.composition.load", lambda folder: replace(load_once(folder), rota=rules))
    async with running_desk(desk_home) as running:
        yield running


async def test_the_order_of_the_file_counts_until_the_chat_has_one(with_file: RunningDesk) -> None:
    desk = with_file
    await desk.knows(desk.admin, desk.carla)
    await desk.advance(minutes=1)
    await desk.admin.writes("/guardia")
    shown = await desk.admin.receives("1. Carla")  # Darío never wrote: the next one has his week
    assert "El orden viene del archivo rota.yaml" in shown.text
    assert "De rota.yaml no puedo contar con el usuario 12" in shown.text
    await desk.knows(desk.dario)
    await desk.advance(minutes=1)
    await desk.admin.writes("/guardia")
    await desk.admin.receives("1. Darío")
    await desk.admin.writes("/guardia quitar @dario")
    await desk.dario.receives("Ya no está en la guardia")
    await desk.admin.receives("Darío ya no está en la guardia")
    await desk.admin.writes("/guardia")
    await desk.admin.receives("El orden se puso desde el chat")
    await desk.admin.writes("/guardia quitar @carla")
    await desk.admin.receives(
        "Carla está en el orden del archivo rota.yaml, que no puede quedar vacío desde aquí"
    )


async def test_an_order_is_not_replaced_unasked(turns: RunningDesk) -> None:
    """All of the one that is there are named, whoever is on duty this week."""
    await turns.at("2026-11-16 08:00")
    await turns.settled(turns.carla, turns.dario, turns.beto)
    await turns.admin.writes("/guardia orden")
    await turns.admin.receives("Ahora es: Darío, @beto y Carla")
    await turns.admin.writes("/guardia orden @carla")
    await turns.admin.receives("Es una sola persona")
    await turns.admin.presses("No")
    await turns.admin.receives()
    await turns.admin.writes("/guardia orden")
    await turns.admin.receives("Ahora es: Darío, @beto y Carla")
