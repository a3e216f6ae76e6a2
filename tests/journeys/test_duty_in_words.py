"""Whoever is called, or has an urgent case at closing, answers in plain words as they would with the button."""

import pytest

from tests.emulator import Person
from tests.journeys.desk import RunningDesk
from tests.journeys.test_accompaniment import morning, sends
from tests.journeys.test_guard import CLOSING, FIRST, PAGE, friday, opened_in_hours, takes_in_hours

__all__ = ["friday", "morning"]


@pytest.fixture
async def paged(friday: RunningDesk) -> RunningDesk:
    await opened_in_hours(friday, friday.carla)
    await friday.at(CLOSING)
    await friday.dario.receives(PAGE)
    return friday


async def quiet(desk: RunningDesk, *people: Person) -> None:
    await desk.settled()
    for one in people:
        one.ignores_rest()
    desk.group.ignores_rest()


async def test_plain_words_take_the_case_and_those_of_an_outsider_do_nothing(paged: RunningDesk) -> None:
    await paged.beto.writes("listo, yo voy")
    await paged.beto.writes("no puedo ir, estoy de viaje")
    await quiet(paged, paged.beto)
    await paged.dario.receives_nothing()
    await paged.ana.receives_nothing()
    await paged.dario.writes("listo, yo voy")
    await paged.dario.receives(f"{FIRST} queda a cargo de Darío")
    await paged.ana.receives("Darío tomó su caso")
    await paged.dario.writes("ya está listo, quedó funcionando")
    passed = await paged.dario.receives("Se lo pasé a")
    assert "Resolver" in passed.labels
    await paged.ana.receives("quedó funcionando")
    await paged.dario.presses("Resolver", passed)
    await paged.dario.receives(FIRST)
    paged.group.ignores_rest()


async def test_who_cannot_says_so_and_the_next_one_is_called(paged: RunningDesk) -> None:
    await paged.dario.writes("no puedo, estoy fuera de la ciudad")
    await paged.dario.receives("ya llamé a quien sigue")
    await paged.admin.receives(PAGE)
    await quiet(paged, paged.admin, paged.ana)


@pytest.mark.parametrize("words", ["que la tome la guardia, yo ya salí", "no puedo seguir"])
async def test_at_closing_the_case_is_handed_over_in_words(friday: RunningDesk, words: str) -> None:
    await takes_in_hours(friday)
    await friday.at(CLOSING)
    await friday.carla.receives("¿Lo sigue usted o lo toma la guardia?")
    await friday.carla.writes(words)
    await friday.carla.receives("ya llamé a la guardia")
    told = await friday.ana.receives("Carla no sigue con su caso")
    assert words not in told.text
    await friday.dario.receives(PAGE)
    await quiet(friday, friday.ana)


async def test_at_closing_the_case_is_kept_in_words_and_the_question_is_over(friday: RunningDesk) -> None:
    await takes_in_hours(friday)
    await friday.at(CLOSING)
    await friday.carla.receives("¿Lo sigue usted o lo toma la guardia?")
    await friday.carla.writes("lo sigo yo")
    await friday.carla.receives("sigue a su cargo")
    await friday.ana.receives_nothing()
    await friday.carla.writes("voy en camino")
    await friday.carla.receives("Se lo pasé a")
    await friday.ana.receives("voy en camino")
    await quiet(friday)


async def test_to_an_event_somebody_goes_in_words_and_then_cannot(morning: RunningDesk) -> None:
    await sends(morning)
    await morning.carla.receives("¿Va usted?")
    await morning.carla.writes("confirmo, yo voy")
    await morning.carla.receives("Carla va al evento")
    await morning.ana.receives("Carla confirmó")
    await morning.carla.writes("ya no puedo ir")
    await morning.carla.receives("no cuento con usted")
    await morning.dario.receives("¿Va usted?")
    await quiet(morning, morning.ana, morning.dario)


async def test_of_two_events_it_is_asked_once_to_which_they_go(morning: RunningDesk) -> None:
    await sends(morning)
    await morning.carla.receives("¿Va usted?")
    await sends(
        morning, "el domingo a las 4 p. m. el alcalde tiene un evento en el estadio, manden un ingeniero"
    )
    await morning.carla.receives("¿Va usted?")
    await morning.carla.writes("sí voy")
    asked = await morning.carla.receives("alguno de estos casos")
    await morning.carla.presses(next(one for one in asked.labels if "000002" in one), asked)
    await morning.carla.receives("Carla va al evento")
    await morning.ana.receives("Carla confirmó")
    await quiet(morning)


async def test_the_guard_is_asked_for_in_words_by_who_works_at_the_desk(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.puts_on_duty(desk.carla, 1)
    await desk.carla.writes("¿quién está de guardia?")
    assert "1. Carla" in (await desk.carla.receives("Guardia")).text
    await desk.carla.writes("no puedo estar de guardia el sábado")
    await desk.carla.receives("a quien pedírselo")  # nobody else is on duty
    await desk.knows(desk.beto)
    await desk.beto.writes("¿quién está de guardia?")
    assert "Carla" not in (await desk.beto.receives()).text
