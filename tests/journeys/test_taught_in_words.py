"""What /aprender shows is answered in words too: what the message is, whether it is learnt, and which lesson is to go."""

import pytest

from itgov_bot.desk.learning import note_unmatched
from tests.journeys.desk import RunningDesk

STRANGE = "el zurrumbático del pasillo no chirrea"
OTHER = "la cachirula del sótano se enjuaga"


@pytest.fixture
async def shown(desk: RunningDesk) -> RunningDesk:
    """Two messages were not understood, and the first one is shown."""
    await desk.knows(desk.admin, desk.ana)
    async with desk.app.work.begin() as open_desk:
        for text in (STRANGE, STRANGE, OTHER):
            await note_unmatched(open_desk, text, None)
    await desk.admin.writes("/aprender")
    await desk.admin.receives(STRANGE)
    return desk


@pytest.mark.parametrize(
    ("words", "trial"),
    [
        ("eso es de usuarios y claves", "SER-019"),
        ("página web", "SER-011"),
        ("es de impresoras", "SER-025"),
        ("SER-004", "SER-004"),
        ("no es de nosotros", "no es de la mesa"),
    ],
)
async def test_what_it_is_of_is_tried_and_a_yes_learns_it(shown: RunningDesk, words: str, trial: str) -> None:
    admin = shown.admin
    await admin.writes(words)
    await admin.receives("Un momento")
    asked = await admin.receives("¿Lo aprendo?")
    assert trial in asked.text
    await admin.writes("sí")
    await admin.receives("✅ Aprendido")
    await admin.receives(OTHER)


@pytest.mark.parametrize("yes", ["sí, apréndalo", "dale", "apréndalo"])
async def test_a_trial_is_learnt_in_words(shown: RunningDesk, yes: str) -> None:
    await shown.admin.writes("es de impresoras")
    await shown.admin.receives("Un momento")
    await shown.admin.receives("¿Lo aprendo?")
    await shown.admin.writes(yes)
    await shown.admin.receives("✅ Aprendido")
    await shown.admin.receives(OTHER)


@pytest.mark.parametrize("no", ["no", "mejor no", "no lo aprenda", "déjelo así"])
async def test_a_trial_is_left_in_words(shown: RunningDesk, no: str) -> None:
    await shown.admin.writes("es de impresoras")
    await shown.admin.receives("Un momento")
    await shown.admin.receives("¿Lo aprendo?")
    await shown.admin.writes(no)
    await shown.admin.receives(f"«{STRANGE}»\n\n¿De qué es?")
    await shown.admin.writes("/aprender")
    await shown.admin.receives(STRANGE)


async def test_after_a_trial_it_may_be_of_another_service_and_what_is_in_doubt_is_asked_again(
    shown: RunningDesk,
) -> None:
    admin = shown.admin
    await admin.writes("es de impresoras")
    await admin.receives("Un momento")
    await admin.receives("SER-025")
    await admin.writes("no, eso es del correo electrónico")
    await admin.receives("Un momento")
    await admin.receives("SER-004")
    await admin.writes("está bien así")
    await admin.receives("¿Lo aprendo?")


async def test_the_other_service_is_told_as_people_say_it(shown: RunningDesk) -> None:
    await shown.admin.presses("Otro servicio")
    await shown.admin.receives("¿De qué servicio es")
    await shown.admin.writes("es del servicio de telefonía")
    await shown.admin.receives("Un momento")
    await shown.admin.receives("SER-023")


async def test_a_name_of_several_services_is_asked_about(shown: RunningDesk) -> None:
    admin = shown.admin
    await admin.writes("es del servicio de internet")
    asked = await admin.receives("¿Cuál de estos es?")
    assert STRANGE in asked.text
    await admin.writes("después")
    await admin.receives(OTHER)
    await admin.writes("/aprender")
    await admin.receives(STRANGE)
    await admin.writes("es del servicio de internet")
    await admin.receives("¿Cuál de estos es?")
    await admin.writes("el de cable")
    await admin.receives("Un momento")
    await admin.receives("SER-003")


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("hace parte de otra cosa", "parte de una conversación"),
        ("está bien como está", "está bien así"),
        ("déjelo así", "está bien así"),
    ],
)
async def test_what_is_dismissed_in_words_is_found_and_taken_back(
    shown: RunningDesk, words: str, means: str
) -> None:
    admin = shown.admin
    await admin.writes(words)
    await admin.receives(means)
    await admin.receives(OTHER)
    await admin.presses("Aprendido")
    await admin.receives(means)
    await admin.writes("quite el del pasillo")
    await admin.receives("¿Quito esto?")
    await admin.writes("sí")
    await admin.receives("vuelve a la lista")
    await admin.receives("No hay nada aprendido")


async def test_what_is_left_for_later_stays_open(shown: RunningDesk) -> None:
    admin = shown.admin
    await admin.writes("déjelo para después")
    await admin.receives(OTHER)
    await admin.writes("la siguiente")
    await admin.receives("No hay más mensajes")
    await admin.writes("/aprender")
    await admin.receives(STRANGE)


async def test_of_several_lessons_the_one_at_a_place_goes_once_that_is_confirmed(shown: RunningDesk) -> None:
    admin = shown.admin
    await admin.writes("está bien así")
    await admin.receives("no lo vuelvo a proponer")
    await admin.receives(OTHER)
    await admin.writes("eso es charla")
    await admin.receives("no lo vuelvo a proponer")
    await admin.receives("No hay")
    await admin.presses("Aprendido")
    await admin.receives("Aprendido (2)")
    await admin.writes("quitar el 2")
    asked = await admin.receives("¿Quito esto?")
    assert STRANGE in asked.text
    await admin.writes("no")
    await admin.receives("Aprendido (2)")


async def test_the_word_of_a_command_is_no_service(shown: RunningDesk) -> None:
    await shown.admin.writes("casos")
    assert "Un momento" not in (await shown.admin.receives()).text


async def test_what_begins_a_case_is_no_answer(shown: RunningDesk) -> None:
    await shown.admin.writes("no me abre el correo electrónico desde ayer")
    answer = await shown.admin.receives()
    assert "Un momento" not in answer.text
    shown.admin.ignores_rest()
