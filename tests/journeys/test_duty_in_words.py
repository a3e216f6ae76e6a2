"""Whoever is called, or has an urgent case at closing, answers in plain words as they would with the button."""

import pytest

from tests.emulator import Person
from tests.journeys.desk import RunningDesk
from tests.journeys.test_accompaniment import morning, sends
from tests.journeys.test_guard import CLOSING, FIRST, PAGE, friday, opened_in_hours, takes_in_hours
from tests.journeys.test_guard_answers import FRIDAY_NIGHT, reports
from tests.journeys.test_invitations import invites

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
    asked = await paged.dario.receives("¿lo resuelvo: «ya está listo»?")
    await paged.ana.receives_nothing()
    await paged.dario.presses("Enviar a Ana", asked)
    await paged.ana.receives("quedó funcionando")
    await quiet(paged, paged.dario)


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


ASKED_OF_DESK = {
    "quién más está de turno": "1. Darío",
    "quien lo tiene": "Lo tiene Darío desde",
    "cuánto llevo con este caso": "Lo tiene Darío desde",
    "deme el contexto": "nadie puede trabajar",
    "necesito el teléfono de la señora": "no dejó teléfono",
    "en qué piso es": "Es en Aduana, piso 2",
    "quién reporta": "Lo contó Ana",
}


async def test_what_the_guard_asks_of_the_desk_is_answered_and_goes_to_nobody(paged: RunningDesk) -> None:
    for asked in ("quién es", "dónde queda eso"):
        await paged.dario.writes(asked)
        await paged.dario.receives(FIRST)
    await paged.dario.writes("lo tomo")
    await paged.dario.receives("queda a cargo de Darío")
    await paged.ana.receives("Darío tomó su caso")
    for asked, answer in ASKED_OF_DESK.items():
        await paged.dario.writes(asked)
        told = await paged.dario.receives(answer)
        assert "Preguntárselo a Ana" in told.labels
    await paged.ana.receives_nothing()
    await paged.dario.presses("Preguntárselo a Ana")
    await paged.dario.receives("Se lo pasé a Ana")
    await paged.ana.receives("quién reporta")
    await quiet(paged)


async def test_how_long_it_takes_takes_it_and_is_told(paged: RunningDesk) -> None:
    await paged.dario.writes("llego en 10 minutos")
    await paged.dario.receives("queda a cargo de Darío")
    await paged.ana.receives("Darío tomó su caso")
    await paged.ana.receives("llego en 10 minutos")
    await quiet(paged)


@pytest.mark.parametrize("joined_at", ["2026-11-18 10:00", FRIDAY_NIGHT])
async def test_who_did_not_say_their_name_yet_is_stopped_by_nothing(
    desk: RunningDesk, joined_at: str
) -> None:
    await desk.at(joined_at)
    code = await invites(desk, "guardia")
    luis = desk.telegram.person(22, "Luis", "luis")
    await luis.writes(f"/start {code}")
    await luis.receives("ahora tiene el rol guardia")
    await luis.receives("Ley 1581")
    await desk.admin.receives("aceptó su invitación")
    await desk.admin.writes("/guardia poner 1 @luis")
    await desk.admin.receives("de guardia en el escalón 1")
    await desk.at(FRIDAY_NIGHT)
    await desk.advance(minutes=1)
    await reports(desk, desk.ana)
    await luis.receives("está de guardia en el escalón 1")
    await luis.receives(PAGE)
    await luis.writes("¿quién reporta?")
    await luis.receives("Lo contó Ana")
    await luis.writes("lo tomo")
    await luis.receives("queda a cargo de")
    await desk.ana.receives("tomó su caso")
    await luis.writes("ya voy para alla")
    await luis.receives("Se lo pasé a Ana")
    await desk.ana.receives("ya voy para alla")
    await luis.writes("suelto el caso")
    await desk.ana.receives("no sigue con su caso")
    await quiet(desk, luis, desk.ana, desk.admin)


@pytest.fixture
async def taken(desk: RunningDesk) -> RunningDesk:
    """Carla has it and Darío comes after her."""
    await desk.puts_on_duty(desk.carla, 1)
    await desk.puts_on_duty(desk.dario, 2)
    await desk.at(FRIDAY_NIGHT)
    await reports(desk, desk.ana)
    await desk.carla.receives(PAGE)
    await desk.carla.writes("lo tomo")
    await desk.carla.receives("queda a cargo de Carla")
    await desk.ana.receives("Carla tomó su caso")
    return desk


@pytest.mark.parametrize(
    "words", ["suelto el caso", "ya no puedo", "no puedo ir, se me dañó la moto", "que lo siga dario"]
)
async def test_who_has_it_gives_it_up_in_words(taken: RunningDesk, words: str) -> None:
    await taken.carla.writes(words)
    await taken.carla.receives("ya llamé a la guardia (Darío)")
    told = await taken.ana.receives("Carla no sigue con su caso")
    assert words not in told.text
    await taken.dario.receives(PAGE)
    await taken.carla.writes("no puedo")
    await taken.carla.receives()
    await taken.ana.receives_nothing()


async def test_in_hours_it_goes_back_to_the_queue_or_to_who_is_named(friday: RunningDesk) -> None:
    await friday.gives("agente", friday.dario)
    await takes_in_hours(friday)
    await friday.carla.writes("ya no puedo, me toca salir")
    await friday.carla.receives("volvió a la fila")
    await quiet(friday, friday.ana)
    await friday.carla.writes("/mesa 1")
    await friday.carla.receives(FIRST)
    await friday.carla.presses("Lo tomo")
    await quiet(friday, friday.ana, friday.carla)
    await friday.carla.writes("que lo siga dario")
    await friday.dario.receives(FIRST)
    await quiet(friday, friday.ana, friday.carla)


async def test_what_may_be_for_the_requester_is_asked_and_a_stranger_is_not_called(
    taken: RunningDesk,
) -> None:
    for words in ("no puedo, está cerrado", "que lo siga pepito"):
        await taken.carla.writes(words)
        await taken.carla.receives("¿Suelta SAUS-2026-000001")
    await taken.ana.receives_nothing()
    await taken.carla.presses("Sí, que siga otra persona")
    await taken.carla.receives("ya llamé a la guardia (Darío)")
    await taken.ana.receives("Carla no sigue con su caso")
    await taken.dario.receives(PAGE)


@pytest.mark.parametrize("said", ["lo tomo 1", "voy con el primero, el otro que lo coja Darío"])
async def test_of_two_calls_it_is_asked_which_or_said(desk: RunningDesk, said: str) -> None:
    await desk.puts_on_duty(desk.carla, 1)
    await desk.at(FRIDAY_NIGHT)
    await reports(desk, desk.ana)
    await desk.carla.receives(PAGE)
    await reports(desk, desk.beto, "se cayó el sistema predial y nadie de hacienda puede trabajar")
    await desk.carla.receives("GUARDIA: caso urgente SAUS-2026-000002")
    await desk.carla.writes("lo tomo")
    assert "Los dos" in (await desk.carla.receives("¿Cuál toma?")).labels
    await desk.carla.writes("no puedo con el 2")
    await desk.carla.receives("Nadie responde")
    await desk.carla.receives("usted no puede con SAUS-2026-000002")
    await desk.carla.writes(said)
    await desk.carla.receives("SAUS-2026-000001 queda a cargo de Carla")
    await desk.ana.receives("Carla tomó su caso")
    for one in (desk.beto, desk.admin):
        one.ignores_rest()


async def test_who_was_told_that_nobody_answers_hears_who_took_it_and_may_ask(desk: RunningDesk) -> None:
    await desk.puts_on_duty(desk.carla, 1)
    await desk.at(FRIDAY_NIGHT)
    await reports(desk, desk.ana)
    await desk.carla.receives(PAGE)
    await desk.carla.presses("No puedo")
    await desk.admin.receives("Nadie responde por el caso urgente")
    await desk.admin.writes("¿carla ya lo tiene?")
    await desk.admin.receives("Nadie lo ha tomado todavía")
    await desk.carla.writes("lo tomo")
    await desk.admin.receives("Carla ya tomó el caso urgente")
    await desk.admin.writes("¿quién lo tiene?")
    await desk.admin.receives("Lo tiene Carla")
    for one in (desk.carla, desk.ana):
        one.ignores_rest()


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


async def test_while_words_wait_for_a_yes_others_hand_over_and_none_leaves_unseen(paged: RunningDesk) -> None:
    await paged.dario.writes("lo tomo")
    await paged.dario.receives(f"{FIRST} queda a cargo de Darío")
    await paged.ana.receives("Darío tomó su caso")
    await paged.dario.writes("pregúntele que si hay luz en el rack")
    await paged.dario.receives("¿le envío «¿hay luz en el rack?» a Ana?")
    await paged.dario.writes("no quiero estar más en la guardia")
    await paged.dario.receives("¿le envío «no quiero estar más en la guardia» a Ana?")
    await paged.dario.writes("uy no, se me varó la moto, que la siga otro")
    await paged.dario.receives("ya llamé a la guardia")
    await paged.ana.receives("Darío no sigue con su caso")
    await quiet(paged, paged.admin)


async def test_a_colleague_who_goes_on_is_asked_whether_they_take_it(paged: RunningDesk) -> None:
    await paged.dario.writes("lo tomo")
    await paged.dario.receives(f"{FIRST} queda a cargo de Darío")
    await paged.ana.receives("Darío tomó su caso")
    await paged.carla.writes("dale yo sigo")
    await paged.carla.receives("Darío")
    await quiet(paged, paged.carla, paged.admin)
