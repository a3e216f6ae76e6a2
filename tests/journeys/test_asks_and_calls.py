"""How theirs go, asked in any words; a problem and a question in one message; and who would rather be called."""

import pytest

from tests.journeys.desk import RunningDesk
from tests.journeys.solving import solved_case


@pytest.mark.parametrize(
    "said",
    [
        "quién me está atendiendo",
        "y quién lo está revisando?",
        "con quien estoy siendo atendida",
        "quien me va a ayudar",
    ],
)
async def test_who_sees_to_their_case_is_told_and_not_the_timetable(desk: RunningDesk, said: str) -> None:
    await desk.opens_case(desk.ana)
    await desk.ana.writes(said)
    told = (await desk.ana.receives("SAUS-2026-000001")).text
    assert "Horario de atención" not in told


@pytest.mark.parametrize("yes", ["sí", "si por favor", "dale"])
async def test_a_yes_to_which_of_them_is_asked_again_and_cancels_nothing(desk: RunningDesk, yes: str) -> None:
    await desk.opens_case(desk.ana)
    await desk.opens_case(desk.ana, "no me imprime la impresora")
    await desk.ana.writes("cancelen el caso")
    await desk.ana.receives("¿Cuál de sus casos cancelo?")
    await desk.ana.writes(yes)
    again = await desk.ana.receives("¿Cuál de sus casos cancelo?")
    assert len(again.labels) == 3


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (
            "desbloquéeme el usuario del SIGOB, y para cuándo llegan los escritorios?",
            "desbloquéeme el usuario del SIGOB",
        ),
        (
            "instálenme el Zoom en el computador, y cuándo llega lo que pedí?",
            "instálenme el Zoom en el computador",
        ),
    ],
)
async def test_a_problem_beside_a_question_is_kept_and_the_question_answered(
    desk: RunningDesk, said: str, kept: str
) -> None:
    await desk.ana.writes(said)
    await desk.ana.receives("No tiene casos abiertos")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Hacienda, Aduana, piso 2")
    assert kept in (await desk.ana.receives("Revise su caso")).text


@pytest.mark.parametrize("stars", ["4 pero se demoraron mucho", "le pongo 4, aunque tardaron"])
async def test_stars_in_words_rate_also_while_a_draft_waits(desk: RunningDesk, stars: str) -> None:
    await solved_case(desk)
    await desk.ana.writes("el teclado no funciona")
    await desk.ana.receives()
    await desk.ana.writes(stars)
    await desk.ana.receives("4 de 5")
    assert "📝 el teclado no funciona\n" in (await desk.ana.receives("Revise su caso")).text
    await desk.settled(desk.carla)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("llámenme al 3104445566, que yo de escribir no sé nada", None),
        ("prefiero que me llamen, casi no sé escribir", "3104445566"),
        ("me pueden hacer una llamada? me cuesta escribir", "3104445566"),
    ],
)
async def test_who_would_rather_be_called_keeps_number_and_matter(
    desk: RunningDesk, said: str, number: str | None
) -> None:
    await desk.ana.writes(said)
    await desk.ana.receives("con qué es")
    if number:
        await desk.ana.receives("¿A qué teléfono")
        await desk.ana.writes(number)
    await desk.ana.receives("Lugar: sin indicar")
    await desk.ana.writes("no me prende el computador, en Valorización")
    shown = (await desk.ana.receives("Revise su caso")).text
    assert "Pide que lo llamen" in shown
    assert "no me prende el computador" in shown
    assert "3104445566" in shown


async def test_who_is_above_hears_of_it_from_a_draft_too_and_a_number_is_enough_to_be_called(
    desk: RunningDesk,
) -> None:
    await desk.ana.writes("no me prende el computador")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("siempre es lo mismo, páseme con su superior")
    await desk.ana.receives("Lamento la molestia")
    await desk.ana.writes("Hacienda, Aduana, piso 2")
    assert "superior" not in (await desk.ana.receives("Revise su caso")).text
    await desk.beto.writes("es algo delicado, no lo quiero escribir por aquí")
    await desk.beto.receives("escriba aquí su número")
    await desk.beto.writes("3017778899")
    await desk.beto.receives("Queda escrito que lo llamen")
    shown = (await desk.beto.receives("Revise su caso")).text
    assert "3017778899" in shown
    assert "sin indicar" in shown
