"""Whoever is called at night, or took the case, says it in words that no table holds."""

import pytest

from tests.journeys.desk import RunningDesk
from tests.journeys.test_guard_answers import FIRST, PAGE, night, reports

__all__ = ["night"]
SECOND_PAGE = "GUARDIA: caso urgente SAUS-2026-000002"
OTHER_OUTAGE = "no hay internet en todo el hospital, nadie puede trabajar"


@pytest.fixture
async def called(night: RunningDesk) -> RunningDesk:
    await reports(night, night.ana)
    await night.carla.receives(PAGE)
    night.group.ignores_rest()
    return night


@pytest.fixture
async def taken(called: RunningDesk) -> RunningDesk:
    await called.carla.presses("Lo tomo")
    await called.carla.receives("queda a cargo de Carla")
    await called.ana.receives("Carla tomó su caso")
    return called


@pytest.mark.parametrize(
    "words",
    ["me siento enferma, que siga otro", "que lo coja el que sigue, ando en un velorio", "hoy no me toca"],
)
async def test_whoever_cannot_is_heard_in_any_words_and_an_outsider_is_not(
    called: RunningDesk, words: str
) -> None:
    await called.beto.writes(words)
    await called.settled(called.beto)
    await called.dario.receives_nothing()
    await called.carla.writes(words)
    await called.carla.receives("ya llamé a quien sigue")
    await called.dario.receives(PAGE)


@pytest.mark.parametrize("words", ["ya le caigo", "listo el pollo, yo le hago", "yo me le mido a ese"])
async def test_whoever_comes_is_heard_in_any_words(called: RunningDesk, words: str) -> None:
    await called.carla.writes(words)
    await called.carla.receives(f"{FIRST} queda a cargo de Carla")
    await called.ana.receives("Carla tomó su caso")
    called.ana.ignores_rest()


async def test_who_wants_somebody_beside_them_has_it_and_whoever_is_next_reads_so(
    called: RunningDesk,
) -> None:
    await called.carla.writes("voy saliendo, pero que alguien más me acompañe")
    await called.carla.receives("queda a cargo de Carla")
    await called.carla.receives("La ve Darío")
    await called.dario.receives("que alguien más me acompañe")
    await called.ana.receives("Carla tomó su caso")
    called.ana.ignores_rest()


async def test_a_colleague_who_is_named_to_help_reads_it_with_the_case(taken: RunningDesk) -> None:
    await taken.carla.writes("necesito ayuda con esto, llame también a darío")
    await taken.carla.receives("Nota guardada")
    assert FIRST in (await taken.dario.receives("necesito ayuda con esto")).text
    await taken.ana.receives_nothing()
    taken.group.ignores_rest()


async def test_in_doubt_the_two_answers_are_buttons_and_nothing_else_is_begun(called: RunningDesk) -> None:
    await called.carla.writes("mañana lo termino, no es grave")
    asked = await called.carla.receives("¿Lo toma, o no puede?")
    assert {"Lo tomo", "No puedo", "Es otra cosa"} <= set(asked.labels)
    await called.ana.receives_nothing()
    await called.carla.presses("No puedo", asked)
    await called.carla.receives("ya llamé a quien sigue")
    await called.dario.receives(PAGE)


async def test_what_is_no_urgency_stops_the_calls_after_one_press(called: RunningDesk) -> None:
    await called.carla.writes("falsa alarma, el señor conectó mal el cable")
    asked = await called.carla.receives("Fue una falsa alarma")
    await called.carla.presses("Sí, enviarlo", asked)
    await called.carla.receives(FIRST)
    called.ana.ignores_rest()
    await called.advance(minutes=20)
    await called.dario.receives_nothing()


async def test_what_surely_is_something_else_goes_its_own_way(called: RunningDesk) -> None:
    await called.carla.writes("jajaja buenas noches")
    said = await called.carla.receives("")
    assert "¿Lo toma" not in said.text


async def test_words_for_the_reporter_are_shown_as_they_will_be_read(taken: RunningDesk) -> None:
    await taken.carla.writes("dígale a Ana que ya casi")
    asked = await taken.carla.receives("¿le envío «ya casi» a Ana?")
    await taken.ana.receives_nothing()
    await taken.carla.presses("Sí, enviarlo", asked)
    await taken.ana.receives("ya casi")
    taken.carla.ignores_rest()


@pytest.mark.parametrize(
    "words",
    [
        "cuénteles a todos que ya identificamos el daño",
        "avíseles a todos los de la caída que ya identificamos el daño",
    ],
)
async def test_what_everybody_is_to_be_told_goes_to_nobody_alone(taken: RunningDesk, words: str) -> None:
    await taken.carla.writes(words)
    shown = await taken.carla.receives("ya identificamos el daño")
    assert words not in shown.text
    await taken.ana.receives_nothing()
    await taken.carla.presses("Sí, enviarlo", shown)
    assert (await taken.ana.receives("Avance del caso")).text.endswith("ya identificamos el daño")
    taken.carla.ignores_rest()


async def test_that_it_works_again_sends_no_half_told_case_of_their_own(night: RunningDesk) -> None:
    await night.carla.writes("se me dañó la pantalla del computador")
    await night.carla.receives("¿Dónde es?")
    await reports(night, night.ana)
    await night.carla.presses("Lo tomo", await night.carla.receives(PAGE))
    await night.carla.receives("queda a cargo de Carla")
    night.carla.ignores_rest()
    await night.carla.writes("ya volvió, era la fibra")
    await night.carla.receives(f"{FIRST}: ¿lo resuelvo: «era la fibra»?")
    for one in (night.carla, night.ana, night.group):
        one.ignores_rest()


async def test_a_second_report_comes_with_the_one_that_waits_for_a_yes(night: RunningDesk) -> None:
    await night.ana.writes("huele a quemado en el cuarto de servidores")
    await night.ana.receives("Si hay humo o huele a quemado")
    await night.ana.receives("¿Aviso ya a la guardia?")
    await night.ana.writes("se cayó el internet en toda la sede, nadie tiene")
    await night.ana.receives("Todavía no he avisado a nadie")
    await night.ana.presses("Sí, avisar ya a la guardia", await night.ana.receives("¿Aviso ya a la guardia?"))
    paged = await night.carla.receives(PAGE)
    assert "huele a quemado en el cuarto de servidores" in paged.text
    assert "se cayó el internet" in paged.text
    for one in (night.carla, night.ana, night.group):
        one.ignores_rest()


async def test_that_it_works_again_is_one_press_from_being_resolved(taken: RunningDesk) -> None:
    await taken.carla.writes("ya subió todo")
    asked = await taken.carla.receives("¿lo resuelvo?")
    assert {"Resolver", "Enviar a Ana", "Guardar como nota"} <= {*asked.labels}
    await taken.ana.receives_nothing()


async def test_two_of_the_same_damage_are_joined_in_words(taken: RunningDesk) -> None:
    await reports(taken, taken.beto, OTHER_OUTAGE)
    await taken.carla.receives("GUARDIA: caso urgente SAUS-2026-000002")
    await taken.carla.writes("el de Beto es lo mismo")
    asked = await taken.carla.receives("¿Es lo mismo, y los junto?")
    assert "SAUS-2026-000001" in asked.text
    await taken.carla.presses("Sí, juntarlos", asked)
    await taken.carla.receives("SAUS-2026-000001")
    taken.beto.ignores_rest()
    taken.group.ignores_rest()


@pytest.fixture
async def twice(called: RunningDesk) -> RunningDesk:
    """Called for two cases at once."""
    await reports(called, called.beto, OTHER_OUTAGE)
    await called.carla.receives(SECOND_PAGE)
    called.group.ignores_rest()
    return called


@pytest.mark.parametrize(
    "words",
    [
        "deje ver, quién lo reportó y en qué parte fue",
        "déjeme mirar, dónde es y cuántos están afectados",
        "no sé si puedo, ¿qué fue lo que se dañó?",
    ],
)
async def test_who_asks_has_not_declined(called: RunningDesk, words: str) -> None:
    await called.carla.writes(words)
    await called.dario.receives_nothing()
    await called.carla.receives(FIRST)
    await called.carla.presses("Lo tomo")
    await called.carla.receives("queda a cargo de Carla")
    await called.ana.receives("Carla tomó su caso")


@pytest.mark.parametrize("words", ["yo me encargo de ambos", "voy por los dos"])
async def test_both_calls_are_taken_in_one_breath(twice: RunningDesk, words: str) -> None:
    await twice.carla.writes(words)
    for reporter in (twice.ana, twice.beto):
        await twice.carla.receives("queda a cargo de Carla")
        await reporter.receives("Carla tomó su caso")


@pytest.mark.parametrize("words", ["ya arranco para allá", "deje entro y les cuento"])
async def test_of_two_calls_it_is_asked_which_with_both_as_a_choice(twice: RunningDesk, words: str) -> None:
    await twice.carla.writes(words)
    await twice.carla.receives("¿Cuál toma?")
    await twice.carla.presses("Los dos")
    for reporter in (twice.ana, twice.beto):
        await twice.carla.receives("queda a cargo de Carla")
        await reporter.receives("Carla tomó su caso")


async def test_both_are_given_up_and_whoever_is_named_goes_on(twice: RunningDesk) -> None:
    await twice.carla.writes("yo voy con los dos")
    for _ in range(2):
        await twice.carla.receives("queda a cargo de Carla")
    await twice.carla.writes("qué pena, no puedo más, que siga Darío con los dos")
    for page in (PAGE, SECOND_PAGE):
        await twice.carla.receives("SAUS-2026-00000")
        await twice.dario.receives(page)
    twice.ana.ignores_rest()
    twice.beto.ignores_rest()


@pytest.mark.parametrize("words", ["ya le caigo", "listo, yo lo cojo"])
async def test_no_half_written_solution_swallows_the_taking_of_another(
    taken: RunningDesk, words: str
) -> None:
    await taken.carla.writes("resolver 1")
    await taken.carla.receives("¿cuándo volvió")
    await reports(taken, taken.beto, OTHER_OUTAGE)
    await taken.carla.receives(SECOND_PAGE)
    await taken.carla.writes(words)
    await taken.carla.receives("SAUS-2026-000002 queda a cargo de Carla")
    await taken.beto.receives("Carla tomó su caso")
    taken.carla.ignores_rest()
    taken.group.ignores_rest()


@pytest.mark.parametrize(
    "words", ["uy no, esa no puedo yo, que la tome Darío", "ahora sí no puedo, llame a otro"]
)
async def test_no_question_that_one_press_answers_swallows_giving_up(taken: RunningDesk, words: str) -> None:
    await reports(taken, taken.beto, OTHER_OUTAGE)
    await taken.carla.receives(SECOND_PAGE)
    await taken.carla.writes("es el mismo daño, únalos")
    await taken.carla.receives("¿Es lo mismo")
    await taken.carla.writes(words)
    await taken.carla.receives("ya llamé a quien sigue")
    await taken.dario.receives(SECOND_PAGE)
    taken.group.ignores_rest()


@pytest.mark.parametrize(
    "words", ["ni modo, otra vez yo, ya arranco", "voy, esa gente de allá es un desastre"]
)
async def test_what_is_muttered_with_the_taking_is_shown_before_anybody_reads_it(
    called: RunningDesk, words: str
) -> None:
    await called.carla.writes(words)
    await called.carla.receives("queda a cargo de Carla")
    await called.ana.receives("Carla tomó su caso")
    await called.ana.receives_nothing()
    called.carla.ignores_rest()
