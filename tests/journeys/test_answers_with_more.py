"""An answer with anything behind it: the question is answered, and no word behind it is lost; and a question that words
beside it did not answer is asked again."""

import pytest

from tests.emulator import Person
from tests.journeys.desk import RunningDesk, past_edits
from tests.journeys.solving import solved_case
from tests.journeys.test_guard_answers import FIRST, PAGE, night, reports

__all__ = ["night"]
IN_MANGA = "no hay internet en toda la sede de Manga, nadie puede trabajar"


async def asked_if_same(desk: RunningDesk, who: Person) -> None:
    await who.writes("tampoco hay internet en manga")
    await who.receives("¿Es lo mismo?")


async def told_of_it(desk: RunningDesk) -> None:
    await reports(desk, desk.ana, IN_MANGA)
    await desk.carla.receives(PAGE)
    await desk.carla.presses("Lo tomo")
    await desk.carla.receives("queda a cargo de Carla")
    await desk.ana.receives("Carla tomó su caso")


@pytest.mark.parametrize(
    "said",
    [
        "sí, lo mismo, en archivo piso 2",
        "si nosotros somos como doce en el piso 2",
        "eso mismo, en planeación",
    ],
)
async def test_who_joins_tells_more_in_the_same_breath(night: RunningDesk, said: str) -> None:
    await told_of_it(night)
    await asked_if_same(night, night.beto)
    await night.beto.writes(said)
    await night.beto.receives("2 personas afectadas. Lo tiene Carla. Les pasé lo que me dijo")
    assert said.split(" ")[-1] in (await night.carla.receives(f"{FIRST} · Beto agregó")).text
    await night.beto.writes("somos como quince en el turno")
    await night.beto.receives("Se lo pasé a Carla")
    await night.carla.receives("somos como quince")


async def test_what_is_theirs_alone_and_can_wait_is_an_ordinary_case(night: RunningDesk) -> None:
    await told_of_it(night)
    await asked_if_same(night, night.beto)
    await night.beto.writes("no, solo me pasa a mí, no es urgente")
    await night.beto.receives("¿Dónde es?")
    await night.beto.writes("Secretaría de Hacienda, Manga, piso 2")
    shown = await night.beto.receives("Revise su caso")
    assert "solo me pasa a mí" in shown.text


@pytest.mark.parametrize(
    "said", ["no sé si lo registraron, eso lo hacía Milena", "gracias", "¿ya viene alguien?"]
)
async def test_the_guards_question_stands_beside_other_words(night: RunningDesk, said: str) -> None:
    await night.ana.writes(IN_MANGA)
    asked = await night.ana.receives("¿Aviso ya a la guardia?")
    await night.ana.writes(said)
    await night.ana.receives()
    again = await night.ana.receives("¿Aviso ya a la guardia?")
    assert again.labels == asked.labels
    await night.ana.writes("sí, y apúrense que esto está parado")
    await night.ana.receives("Ya avisé a la guardia")
    assert "apúrense que esto está parado" in (await night.carla.receives(PAGE)).text


async def test_who_says_that_it_works_rates_in_the_same_breath(desk: RunningDesk) -> None:
    number, _ = await solved_case(desk)
    await desk.ana.writes("no, sigue igual")
    await desk.ana.receives("Lo reabro")
    await desk.ana.writes("sí, reábralo por favor, estoy en la sala de juntas")
    await desk.ana.receives(f"Reabrí su caso {number}")
    assert "sala de juntas" in (await past_edits(desk.carla)).text
    await desk.ana.writes("ya listo, era el cable. mil gracias")
    await desk.ana.receives("¿Lo doy ya por resuelto?")
    await desk.ana.writes("sí, muchas gracias, un 5")
    await desk.ana.receives(f"{number} quedó resuelto")
    await desk.ana.receives(f"{number} queda con 5 de 5")
    await desk.settled(desk.carla)
