"""The turns of the guard in the words of those who take them: asked, offered, agreed, taken back, covered; nothing is
changed unseen, and who is concerned hears of it."""

import pytest

from tests.emulator import Person
from tests.journeys.desk import RunningDesk
from tests.journeys.test_rota import turns

__all__ = ["turns"]

SATURDAY_NIGHT = "desde el sábado 14 a las 8:00 p. m. hasta el domingo 15 a las 8:00 a. m."


async def quiet(desk: RunningDesk, *people: Person) -> None:
    await desk.settled()
    for one in people:
        one.ignores_rest()


async def agreed(desk: RunningDesk) -> None:
    """Beto, who is not called this week, is there for Carla on Saturday night."""
    await desk.carla.writes("no puedo el sábado en la noche, que beto me cubra")
    await desk.carla.presses("Sin devolver", await desk.carla.receives("¿Qué guardia de @beto toma usted"))
    await desk.carla.receives("Se lo pedí a @beto")
    await desk.beto.presses("Acepto", await desk.beto.receives("Carla le pide que cubra su guardia"))
    await quiet(desk, desk.carla, desk.beto, desk.admin)


async def is_on(desk: RunningDesk, name: str, when: str = "el sábado en la noche") -> None:
    await desk.dario.writes(f"¿quién está de guardia {when}?")
    assert f"\n1. {name}" in (await desk.dario.receives("Guardia, ")).text


# Asked


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("¿me toca el fin de semana?", "Sí: está de guardia desde el viernes 13 a las 5:00 p. m."),
        ("¿yo estoy de turno hoy?", "Sí: está de guardia"),
        ("¿estoy de guardia el 18?", "No: desde el miércoles 18 de noviembre"),
        ("¿cuándo me vuelve a tocar?", "Usted tiene la guardia:"),
        ("¿hay huecos en la guardia este mes?", "siempre hay a quién llamar"),
        ("¿alguna noche de diciembre se queda sin nadie?", "No: desde el martes 1 de diciembre"),
        ("quién está mañana por la noche", "Guardia, desde mañana miércoles a las 8:00 p. m."),
        ("¿quién sigue después de darío?", "Guardia, desde el lunes 23 de noviembre a las 8:00 a. m."),
        ("¿quién estuvo de guardia la semana pasada?", "Antes de hoy no sé quién estaba"),
        ("¿quién cubre a darío en las vacaciones?", "Nadie cubre a Darío"),
    ],
)
async def test_what_is_asked_of_the_turns_is_answered(turns: RunningDesk, said: str, told: str) -> None:
    await turns.carla.writes(said)
    await turns.carla.receives(told)


async def test_where_nobody_can_be_called_it_is_said(turns: RunningDesk) -> None:
    for one in (turns.carla, turns.dario, turns.beto):
        await turns.admin.writes(f"/guardia quitar @{one.user['username']}")
    await quiet(turns, turns.admin, turns.carla, turns.dario, turns.beto)
    await turns.admin.writes("¿hay noches sin nadie esta semana?")
    await turns.admin.receives("Sí: no hay nadie en los turnos de la guardia")


async def test_somebody_who_is_not_known_is_not_passed_over(turns: RunningDesk) -> None:
    await turns.carla.writes("carlos me puede cubrir el sábado en la noche?")
    await turns.carla.receives("No encuentro a «carlos»")
    await turns.carla.receives("¿A quién se la pide?")


# Offered


async def test_a_turn_is_offered_and_counts_when_the_colleague_wants_it(turns: RunningDesk) -> None:
    await turns.beto.writes("yo le hago el sábado en la noche a carla")
    await turns.beto.receives(f"Se lo dije a Carla: usted haría su guardia {SATURDAY_NIGHT}")
    asked = await turns.carla.receives(f"@beto se ofrece a hacer la guardia de usted {SATURDAY_NIGHT}")
    await is_on(turns, "Carla")
    await turns.carla.presses("Acepto", asked)
    await turns.carla.receives(f"@beto está de guardia por usted {SATURDAY_NIGHT}")
    await turns.beto.receives("Carla aceptó: usted está de guardia en su lugar")
    await turns.admin.receives("Cambio de guardia: @beto está por Carla")
    await is_on(turns, "@beto")


async def test_an_offer_that_is_not_wanted_changes_nothing(turns: RunningDesk) -> None:
    await turns.beto.writes("me ofrezco a cubrir a carla el domingo")
    await turns.beto.receives("Se lo dije a Carla")
    await turns.carla.presses("No puedo", await turns.carla.receives("@beto se ofrece"))
    await turns.carla.receives("La guardia sigue como estaba")
    await turns.beto.receives("Carla no necesita que usted haga su guardia")
    await is_on(turns, "Carla", "el domingo")


async def test_one_turn_for_another_is_asked_for_at_once(turns: RunningDesk) -> None:
    await turns.dario.writes("carla, me haces la noche del 17 y yo te hago la del viernes?")
    await turns.dario.receives(
        "Se lo pedí a Carla: su guardia desde el martes 17 de noviembre a las 8:00 p. m."
    )
    asked = await turns.carla.receives("Darío le pide que cubra su guardia desde el martes 17")
    assert "A cambio toma la de usted desde el viernes 13" in asked.text


# Taken back


async def test_who_cannot_keep_what_they_agreed_to_tells_the_one_whose_turn_it_is(turns: RunningDesk) -> None:
    await agreed(turns)
    await turns.beto.writes("ay, se me cruzó un viaje, ya no puedo lo del sábado")
    asked = await turns.beto.receives(f"Usted está por Carla {SATURDAY_NIGHT}")
    await turns.carla.receives_nothing()
    await turns.beto.presses("Ya no puedo: Carla", asked)
    await turns.beto.receives("Se lo pedí a Carla")
    told = await turns.carla.receives(f"@beto ya no puede hacer por usted la guardia {SATURDAY_NIGHT}")
    await is_on(turns, "@beto")
    await turns.carla.presses("Acepto", told)
    await quiet(turns, turns.carla, turns.beto, turns.admin)
    await is_on(turns, "Carla")


async def test_who_can_after_all_has_the_turn_back(turns: RunningDesk) -> None:
    await agreed(turns)
    await turns.carla.writes("al fin sí puedo el sábado, devuélvame el turno")
    await turns.carla.presses("La hago yo: @beto", await turns.carla.receives("@beto está por usted"))
    await turns.carla.receives("Se lo dije a @beto")
    await turns.beto.presses("Acepto", await turns.beto.receives("Carla se ofrece a hacer la guardia"))
    await quiet(turns, turns.carla, turns.beto, turns.admin)
    await is_on(turns, "Carla")


async def test_a_request_that_waits_is_taken_back_in_words_that_sound_like_an_order(
    turns: RunningDesk,
) -> None:
    await turns.carla.writes("no puedo el sábado en la noche, que beto me cubra")
    await turns.carla.presses("Sin devolver", await turns.carla.receives("¿Qué guardia de @beto toma usted"))
    await turns.carla.receives("Se lo pedí a @beto")
    await turns.beto.receives("Carla le pide")
    await turns.carla.writes("no, deje así lo de beto, yo misma voy")
    await turns.carla.presses(
        "Retirar la petición: @beto", await turns.carla.receives("Usted le pidió a @beto estar")
    )
    await turns.carla.receives("Retiré la petición")
    await turns.beto.receives("Carla ya no le pide")


async def test_who_administers_undoes_a_cover_in_words(turns: RunningDesk) -> None:
    await agreed(turns)
    await turns.admin.writes("devuélvale el turno del sábado a carla")
    asked = await turns.admin.receives("¿Carla vuelve a su guardia?")
    await turns.beto.receives_nothing()
    await turns.admin.presses("Sí, así es", asked)
    await turns.admin.receives("nadie cubre ya ese tiempo")
    await turns.carla.receives("vuelve a ser suya")
    await turns.beto.receives("Ya no hace falta que cubra la guardia")
    await is_on(turns, "Carla")


# How it stands, and whom next


async def test_how_a_request_stands_is_told_to_the_two_and_to_who_watches_over_the_desk(
    turns: RunningDesk,
) -> None:
    await turns.carla.writes("no puedo el sábado en la noche, que beto me cubra")
    await turns.carla.presses("Sin devolver", await turns.carla.receives("¿Qué guardia de @beto toma usted"))
    await turns.carla.receives("Se lo pedí a @beto")
    await turns.beto.receives("Carla le pide")
    await turns.carla.writes("¿beto ya contestó?")
    assert "Falta que conteste @beto" in (await turns.carla.receives("Usted le pidió a @beto")).text
    await turns.beto.writes("¿qué fue lo que me pidió carla?")
    asked = await turns.beto.receives("Carla le pidió a usted estar")
    await turns.admin.writes("¿beto aceptó lo de carla?")
    await turns.admin.receives("Carla le pidió a @beto estar")
    await turns.beto.presses("No puedo", asked)
    await turns.beto.receives("Está bien")
    await turns.carla.receives("no puede cubrir su guardia")
    await turns.carla.writes("entonces pídaselo a darío")
    await turns.carla.presses("Sin devolver", await turns.carla.receives("¿Qué guardia de Darío toma usted"))
    await turns.carla.receives(f"Se lo pedí a Darío: su guardia {SATURDAY_NIGHT}")
    await turns.dario.receives("Carla le pide")


async def test_the_words_of_a_swap_are_none_where_no_turn_was_asked_for(turns: RunningDesk) -> None:
    await turns.carla.writes("¿y darío?")
    assert "cambio" not in (await turns.carla.receives("")).text
    turns.carla.ignores_rest()


# In and out, away and back


async def test_who_enters_and_leaves_is_shown_to_who_administers(turns: RunningDesk) -> None:
    await turns.admin.writes("beto ya no hace más guardia")
    await turns.admin.presses("Sí, así es", await turns.admin.receives("¿Saco a @beto de la guardia"))
    await turns.admin.receives("ya no está en la guardia")
    await turns.beto.receives("Ya no está en la guardia")
    await turns.beto.writes("yo quiero volver a hacer guardias, póngame otra vez en los turnos")
    await turns.beto.receives("Se lo pasé a quien administra la mesa")
    asked = await turns.admin.receives("@beto escribió: «yo quiero volver")
    assert "3. @beto" in asked.text
    await turns.admin.presses("Sí, así es", asked)
    await turns.admin.receives("Listo: los turnos son Carla, Darío y @beto")
    await quiet(turns, turns.carla, turns.dario, turns.beto)


async def test_who_wants_no_more_duty_says_so_and_stays_until_it_is_decided(turns: RunningDesk) -> None:
    await turns.dario.writes("no quiero hacer más guardia")
    await turns.dario.receives("Se lo pasé a quien administra la mesa")
    await turns.admin.receives("¿Saco a Darío de la guardia, de todos sus turnos?")
    await is_on(turns, "Carla")


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("darío está incapacitado hasta el viernes", "¿Quién cubre a Darío desde hoy"),
        ("darío sale de vacaciones del 24 al 28, lo cubre carla", "Darío no tiene guardia"),
        ("carla está incapacitada hasta el jueves, que beto la cubra", "¿@beto cubre a Carla desde hoy"),
        ("carla pidió licencia desde el lunes hasta marzo", "¿Quién cubre a Carla desde el lunes 16"),
        ("darío se va de vacaciones", "¿Hasta cuándo no está Darío?"),
    ],
)
async def test_who_is_away_is_covered_by_somebody_who_is_asked_for(
    turns: RunningDesk, said: str, asked: str
) -> None:
    await turns.admin.writes(said)
    await turns.admin.receives(asked)
    for one in (turns.carla, turns.dario, turns.beto):
        await one.receives_nothing()


async def test_who_will_be_away_asks_a_colleague_for_all_of_it(turns: RunningDesk) -> None:
    await turns.carla.writes("me voy de permiso el jueves y viernes, ¿quién me cubre?")
    await turns.carla.receives(
        "Su guardia desde el jueves 12 a las 12:00 a. m. hasta el final del viernes 13"
    )
    await turns.carla.presses("@beto")
    await turns.carla.presses("Sin devolver", await turns.carla.receives("¿Qué guardia de @beto"))
    await turns.carla.receives("Se lo pedí a @beto")
    await turns.beto.receives("Carla le pide que cubra su guardia")


async def test_of_a_colleague_who_is_ill_who_decides_hears(turns: RunningDesk) -> None:
    await turns.dario.writes("carla amaneció con fiebre, no viene hoy")
    await turns.dario.receives("Se lo pasé a quien administra la mesa")
    asked = await turns.admin.receives("Darío escribió: «carla amaneció con fiebre")
    await turns.admin.presses("@beto", asked)
    await turns.admin.receives("Listo: @beto cubre a Carla desde hoy")
    await quiet(turns, turns.carla, turns.beto)
    await turns.admin.writes("carla ya volvió, que siga ella")
    await turns.admin.presses("Sí, así es", await turns.admin.receives("¿Carla vuelve a su guardia?"))
    await turns.admin.receives("nadie cubre ya ese tiempo")
    await quiet(turns, turns.carla, turns.beto)
    await is_on(turns, "Carla", "hoy")


async def test_what_is_back_and_is_nobody_is_nothing_of_the_guard(turns: RunningDesk) -> None:
    await turns.carla.writes("ya volvió la luz")
    assert "guardia" not in (await turns.carla.receives("")).text
    turns.carla.ignores_rest()


async def test_two_of_one_sentence_are_not_mixed_up(turns: RunningDesk) -> None:
    await turns.admin.writes("quítele la guardia a carla y póngasela a beto")
    await turns.admin.receives("¿Cuándo cubre @beto a Carla?")
    await turns.admin.writes("pásele la guardia de carla a darío el domingo")
    await turns.admin.receives("¿Darío cubre a Carla desde el domingo 15")
