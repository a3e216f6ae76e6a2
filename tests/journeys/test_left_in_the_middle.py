"""What was told and left at a question is never lost: it is offered once, and taken up whenever they say so."""

import pytest

from tests.journeys.desk import RunningDesk

PROBLEM = "no me abre el correo"
OFFERED = f"Quedó a medias: «{PROBLEM}». ¿Seguimos?"


@pytest.fixture
async def left(desk: RunningDesk) -> RunningDesk:
    """Ana told her problem, was asked where it is, and comes back the next morning."""
    await desk.ana.writes(PROBLEM)
    await desk.ana.receives("¿Dónde es?")
    await desk.at("2026-11-11 09:00")
    return desk


async def test_it_is_offered_once_after_the_answer_to_what_they_wrote(left: RunningDesk) -> None:
    await left.ana.writes("buenos días")
    await left.ana.receives("Buenos días")
    await left.ana.receives(OFFERED)
    await left.ana.writes("gracias")
    await left.ana.receives("Con mucho gusto")


@pytest.mark.parametrize("words", ["sí", "sigamos", "seguir", "/seguir", "quiero seguir con lo de ayer"])
async def test_it_is_taken_up_after_it_was_offered(left: RunningDesk, words: str) -> None:
    await left.ana.writes("buenos días")
    await left.ana.receives("Buenos días")
    await left.ana.receives(OFFERED)
    await left.ana.writes(words)
    await left.ana.receives(f"Seguimos con «{PROBLEM}».")
    await left.ana.writes("Hacienda piso 3")
    assert PROBLEM in (await left.ana.receives("Revise su caso")).text


@pytest.mark.parametrize("words", ["sí", "sigamos", "seguir", "/seguir", "continuemos"])
async def test_it_is_taken_up_at_once(left: RunningDesk, words: str) -> None:
    await left.ana.writes(words)
    await left.ana.receives("¿Dónde es?")
    await left.ana.writes("Hacienda piso 3")
    await left.ana.receives("Revise su caso")


async def test_it_can_be_taken_up_after_other_things(left: RunningDesk) -> None:
    await left.ana.writes("buenos días")
    await left.ana.receives("Buenos días")
    await left.ana.receives(OFFERED)
    await left.ana.writes("¿a qué hora atienden?")
    await left.ana.receives("Horario de atención")
    await left.ana.writes("sigamos")
    await left.ana.receives(f"Seguimos con «{PROBLEM}».")


async def test_another_problem_comes_first(left: RunningDesk) -> None:
    await left.ana.writes("la impresora no imprime")
    await left.ana.receives("¿Dónde es?")
    await left.ana.writes("Hacienda piso 3")
    await left.ana.receives("Revise su caso")
    await left.sends(left.ana)
    await left.ana.receives("Su caso quedó abierto: SAUS-2026-000001")
    await left.ana.receives(OFFERED)
    await left.ana.presses("Sí, seguir")
    await left.ana.receives(f"Seguimos con «{PROBLEM}».")


async def test_who_wants_no_more_of_it_is_not_asked_again(left: RunningDesk) -> None:
    await left.ana.writes("buenos días")
    await left.ana.receives("Buenos días")
    await left.ana.receives(OFFERED)
    await left.ana.presses("No, dejarlo")
    await left.ana.receives("lo dejé sin enviar")
    await left.ana.writes("/seguir")
    await left.ana.receives("No tiene nada a medio llenar")


@pytest.mark.parametrize("words", ["seguir", "sigamos", "/seguir"])
async def test_words_of_going_on_are_no_place(desk: RunningDesk, words: str) -> None:
    await desk.ana.writes(PROBLEM)
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes(words)
    await desk.ana.receives("¿Dónde es?")
