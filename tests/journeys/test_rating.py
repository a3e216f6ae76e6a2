"""After the solution: the rating, the reminder, the closing, and opening again what still fails."""

import pytest

from tests.journeys.desk import RunningDesk
from tests.journeys.solving import solved_case, solves

# The clock begins on Tuesday 2026-11-10 at 10:00; Monday 2026-11-16 is a holiday.


async def test_the_solution_comes_with_its_question(desk: RunningDesk) -> None:
    _, asked = await solved_case(desk)
    assert "Carla: Se reinició el buzón." in asked.text
    assert "Califíquela de 1 (mal) a 5 (excelente)" in asked.text
    assert "se cierra solo el viernes 13 a las 10:00 a. m." in asked.text
    assert asked.labels == ["1", "2", "3", "4", "5", "Sigue fallando: reabrir"]


async def test_one_press_and_an_optional_comment(desk: RunningDesk) -> None:
    number, _ = await solved_case(desk)
    await desk.ana.presses("4")
    await desk.ana.receives(f"¡Gracias! {number} queda con 4 de 5")
    await desk.ana.writes("muy amable, aunque se demoraron")
    await desk.ana.receives(f"Guardé su comentario sobre {number}")
    await desk.ana.writes(f"/estado {number}")
    shown = await desk.ana.receives("⭐ Calificación: 4 de 5: «muy amable, aunque se demoraron»")
    assert "La solución está lista. Se cierra solo el viernes 13 a las 10:00 a. m." in shown.text
    await desk.ana.presses("Ver historia")
    await desk.ana.receives("Usted calificó con 4 de 5")
    await desk.settled()
    await desk.carla.receives("⭐ Calificación: 4 de 5")
    await desk.settled(desk.carla)


async def test_the_comment_can_be_left_out(desk: RunningDesk) -> None:
    await solved_case(desk)
    await desk.ana.presses("5")
    await desk.ana.receives("queda con 5 de 5")
    await desk.ana.presses("No, gracias")
    await desk.ana.receives("Listo, muchas gracias")
    await desk.ana.writes("cuál es el horario")
    await desk.ana.receives("Ahora: abierto")
    await desk.settled(desk.carla)


async def test_another_fault_is_no_comment(desk: RunningDesk) -> None:
    await solved_case(desk)
    await desk.ana.presses("4")
    await desk.ana.receives("queda con 4 de 5")
    await desk.ana.writes("no tengo internet en el puesto")
    await desk.ana.receives("¿Cuál de estos se parece más a lo suyo?")
    await desk.settled(desk.carla)


async def test_a_typed_number_rates_as_well(desk: RunningDesk) -> None:
    number, asked = await solved_case(desk)
    await desk.ana.writes("3")
    await desk.ana.receives(f"{number} queda con 3 de 5")
    await desk.ana.writes("/casos")
    await desk.ana.receives(number)
    await desk.ana.writes("5", reply_to=asked)  # the last choices offered are others
    await desk.ana.receives(f"{number} queda con 5 de 5")
    await desk.settled(desk.carla)


async def test_a_form_being_filled_in_is_not_lost(desk: RunningDesk) -> None:
    number, asked = await solved_case(desk)
    await desk.ana.writes("/caso la impresora no imprime")
    await desk.ana.receives("Revise su caso")
    await desk.ana.presses("4", asked)
    thanks = await desk.ana.receives(f"{number} queda con 4 de 5")
    assert thanks.labels == ["Agregar un comentario"]
    await desk.ana.writes("el lugar es Hacienda, piso 3")
    summary = await desk.ana.receives("la impresora no imprime")
    assert "Lugar: Secretaría de Hacienda, Aduana, piso 3" in summary.text  # her site is known
    await desk.settled(desk.carla)


async def test_a_bad_rating_offers_reopening_and_the_coordinator_hears(desk: RunningDesk) -> None:
    await desk.knows(desk.admin)
    number, asked = await solved_case(desk)
    desk.admin.ignores_rest()
    await desk.ana.presses("2")
    sorry = await desk.ana.receives(f"Lamento que {number} no haya quedado bien")
    assert sorry.labels == ["Sigue fallando: reabrir", "No, gracias"]
    await desk.ana.writes("2", reply_to=asked)  # the same again
    await desk.ana.receives(f"Lamento que {number} no haya quedado bien")
    await desk.ana.writes("no me explicaron nada")
    asked_again = await desk.ana.receives("¿Reabro el caso para que lo sigan viendo?")
    assert asked_again.labels[:2] == ["Sí, reabrirlo", "No, dejarlo así"]
    await desk.carla.receives("⚠️ Calificación: 2 de 5")
    await desk.advance(minutes=9)
    await desk.admin.receives_nothing()
    await desk.advance(minutes=1)
    await desk.admin.receives(
        f"Ana calificó {number}.\n⚠️ Calificación: 2 de 5: «no me explicaron nada»\n👤 Lo resolvió: Carla"
    )
    await desk.ana.presses("3", asked)
    await desk.ana.receives(f"{number} queda con 3 de 5")
    await desk.advance(minutes=10)
    await desk.admin.receives("Calificación corregida", edited=True)
    await desk.settled(desk.carla)


async def test_reopened_it_goes_on_with_its_history(desk: RunningDesk) -> None:
    number, asked = await solved_case(desk)
    await desk.ana.presses("1")
    await desk.ana.receives("Lamento")
    await desk.advance(minutes=10)
    await desk.admin.receives("Calificación baja")
    await desk.settled(desk.carla)
    await desk.ana.presses("Sigue fallando: reabrir")
    reopened = await desk.ana.receives(f"Reabrí su caso {number}, con toda su historia. Lo retoma Carla.")
    await desk.carla.receives(f"{number} · reabierto")
    await desk.carla.receives(f"Ana reabrió {number}")
    await desk.ana.writes("sigue sin abrir", reply_to=reopened)
    await desk.ana.receives(f"Agregué su mensaje al caso {number}")
    await desk.carla.receives("sigue sin abrir")
    await desk.ana.presses("5", asked)
    await desk.ana.receives("se califica cuando esté resuelto")
    await desk.ana.presses("Sigue fallando: reabrir", asked)
    await desk.ana.receives(f"El caso {number} ya está abierto")
    await desk.settled(desk.carla)
    await solves(desk, desk.carla, number, "Se cambió el disco")
    again = await desk.ana.receives("Se cambió el disco")
    await desk.ana.presses("5", again)
    await desk.ana.receives("queda con 5 de 5")
    await desk.settled(desk.carla)


async def test_bad_stars_with_words_are_no_thanks_and_the_words_say_why(desk: RunningDesk) -> None:
    number, _ = await solved_case(desk)
    await desk.ana.writes("1, no sirvió, se sigue cerrando")
    await desk.ana.receives(f"Lamento que {number} no haya quedado bien")
    await desk.carla.receives("⚠️ Calificación: 1 de 5", edited=True)
    await desk.ana.writes("sí")
    await desk.ana.receives(f"Reabrí su caso {number}")
    await desk.carla.receives(f"{number} · reabierto", edited=True)
    heard = await desk.carla.receives(f"Ana reabrió {number}")
    assert "no sirvió, se sigue cerrando" in heard.text


async def test_who_opens_it_again_is_asked_why_and_the_words_go_there(desk: RunningDesk) -> None:
    number, _ = await solved_case(desk)
    await desk.ana.presses("Sigue fallando: reabrir")
    await desk.ana.receives("¿Qué sigue fallando? Escríbalo aquí")
    await desk.settled(desk.carla)
    await desk.ana.writes("me pide la clave cada vez que entro")
    await desk.ana.receives(f"Agregué su mensaje al caso {number}")
    await desk.carla.receives("me pide la clave cada vez que entro")


async def test_one_reminder_on_the_next_working_day(desk: RunningDesk) -> None:
    number, _ = await solved_case(desk)
    await desk.at("2026-11-11 09:59")
    await desk.at("2026-11-11 10:00")
    reminder = await desk.ana.receives(f"¿Quedó bien su caso {number}")
    assert "Se cierra solo el viernes 13 a las 10:00 a. m." in reminder.text
    await desk.advance(hours=1)
    await desk.restart()
    await desk.advance(hours=1)
    await desk.ana.presses("5")
    await desk.ana.receives("queda con 5 de 5")
    await desk.settled(desk.carla)


async def test_who_has_rated_is_not_reminded(desk: RunningDesk) -> None:
    await solved_case(desk)
    await desk.ana.presses("5")
    await desk.ana.receives("queda con 5 de 5")
    await desk.settled(desk.carla)
    await desk.at("2026-11-12 10:00")


async def test_it_closes_after_three_working_days_and_can_still_be_reopened(desk: RunningDesk) -> None:
    number, asked = await solved_case(desk)
    await desk.at("2026-11-11 10:00")
    await desk.ana.receives("¿Quedó bien su caso")
    await desk.at("2026-11-13 09:59")
    await desk.at("2026-11-13 10:00")
    closed = await desk.ana.receives(f"Cerré su caso {number}")
    assert closed.labels == ["Sigue fallando: reabrir"]
    await desk.advance(minutes=1)
    await desk.ana.presses("3", asked)
    await desk.ana.receives(f"El caso {number} ya se cerró: no se puede calificar")
    await desk.ana.writes("sigue mal", reply_to=closed)
    await desk.ana.receives(f"Lo reabro: ¿qué sigue fallando en {number}")
    await desk.ana.presses("Sigue fallando: reabrir", closed)
    await desk.ana.receives(f"Reabrí su caso {number}")
    await desk.settled(desk.carla)


async def test_what_fails_again_after_it_closed_is_no_new_case(desk: RunningDesk) -> None:
    """Also for who began one: its words say why the old one is opened again."""
    number, _ = await solved_case(desk)
    await desk.at("2026-11-13 10:01")
    await desk.settled(desk.ana, desk.carla)
    closed = desk.ana.last
    await desk.ana.writes("volvió a fallar el correo")
    await desk.ana.receives(f"Lo reabro: ¿qué sigue fallando en {number}")
    await desk.ana.writes("/caso no me abre el correo desde ayer")
    await desk.ana.receives("📝 no me abre el correo desde ayer")
    await desk.ana.presses("Sigue fallando: reabrir", closed)
    await desk.ana.receives(f"Reabrí su caso {number}")
    await desk.carla.receives("reabierto", edited=True)
    await desk.carla.receives(f"reabrió {number}.\nno me abre el correo desde ayer")
    await desk.ana.receives_nothing()


@pytest.mark.parametrize(
    ("first", "said", "kept"),
    [
        ("4", "no perdón, 2, es que se demoraron", "Calificación: 2 de 5: «es que se demoraron»"),
        ("2", "me equivoqué, es 5", "Calificación: 5 de 5"),
        ("pésimo servicio, un 1", "mejor póngale un 3", "Calificación: 3 de 5: «pésimo servicio»"),
        ("excelente, un 5", "perdón, era 4", "Calificación: 4 de 5: «excelente»"),
    ],
)
async def test_a_number_is_taken_back_in_words(desk: RunningDesk, first: str, said: str, kept: str) -> None:
    await solved_case(desk)
    for one in (first, said):
        await desk.ana.writes(one)
        await desk.ana.receives()
    await desk.settled()
    assert kept in desk.carla.inbox.unseen[-1].text
    desk.carla.ignores_rest()


async def test_how_it_was_is_kept_beside_the_number_that_follows(desk: RunningDesk) -> None:
    number, _ = await solved_case(desk)
    await desk.ana.writes("muy mal, se demoraron mucho")
    await desk.ana.receives("«muy mal, se demoraron mucho»")
    await desk.ana.writes("2")
    await desk.ana.receives("Guardé su comentario y se lo cuento a quien coordina")
    await desk.carla.receives("Calificación: 2 de 5: «muy mal, se demoraron mucho»", edited=True)
    await desk.carla.writes(f"/mesa {number}")
    await desk.carla.receives(number)
    await desk.carla.presses("Historia")
    assert "None" not in (await desk.carla.receives("🗒")).text


async def test_nobody_is_written_to_out_of_hours(desk: RunningDesk) -> None:
    """Solved on Friday 2026-11-13 at 16:30; a day later is Tuesday, three days later is Thursday."""
    desk.clock.set("2026-11-13 16:30")
    number, _ = await solved_case(desk)
    for quiet in ("2026-11-14 16:30", "2026-11-16 16:30", "2026-11-17 16:29"):
        await desk.at(quiet)
    await desk.at("2026-11-18 03:00")  # the program was not running on Tuesday afternoon
    await desk.at("2026-11-18 08:00")
    await desk.ana.receives("¿Quedó bien su caso")
    await desk.at("2026-11-20 02:00")
    await desk.at("2026-11-20 08:00")
    await desk.ana.receives(f"Cerré su caso {number}")
    await desk.settled(desk.carla)


async def test_only_the_requester_rates(desk: RunningDesk) -> None:
    number, asked = await solved_case(desk)
    await desk.knows(desk.beto)
    for person in (desk.carla, desk.beto):
        await person.writes("/horario")
        other = await person.receives("Horario de atención")
        for button in (asked.buttons[0][3], asked.buttons[-1][0]):  # as if it had been forwarded to them
            await person._press(person.chat, other.message_id, button.text, button.data)
            await person.receives(matching=f"Solo quien abrió {number}|No encuentro entre sus casos")
    await desk.ana.writes(f"/estado {number}")
    await desk.ana.receives("La solución está lista. ¿Cómo le fue con la solución?")
    await desk.ana.presses("4")  # the case itself has the buttons too
    await desk.ana.receives(f"{number} queda con 4 de 5")
    await desk.settled(desk.carla)


async def test_a_word_of_thanks_is_kept(desk: RunningDesk) -> None:
    number, asked = await solved_case(desk)
    await desk.ana.writes("gracias, quedó perfecto", reply_to=asked)
    kept = await desk.ana.receives(f"Agregué su mensaje al caso {number}, que está resuelto")
    assert kept.labels[0] == "Sigue fallando: reabrir"
    await desk.carla.receives("gracias, quedó perfecto")


async def test_a_comment_that_comes_hours_later_is_kept(desk: RunningDesk) -> None:
    number, _ = await solved_case(desk)
    await desk.ana.presses("4")
    await desk.ana.receives("queda con 4 de 5")
    await desk.advance(hours=3)
    await desk.ana.writes("se demoraron tres días y vino el que no era")
    await desk.ana.receives(f"Guardé su comentario sobre {number}")
    await desk.settled(desk.carla)


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("volvió a fallar", "Lo reabro"),
        ("pero ahora no me deja adjuntar", "¿es de su caso, o es algo nuevo?"),
        ("¿a qué hora atienden?", "Horario de atención"),
        ("mejor un 3, se demoraron", "queda con 3 de 5"),
    ],
)
async def test_the_question_for_a_comment_holds_nothing_back(
    desk: RunningDesk, said: str, answered: str
) -> None:
    await solved_case(desk)
    await desk.ana.presses("5")
    await desk.ana.receives("queda con 5 de 5")
    await desk.advance(hours=2)
    await desk.ana.writes(said)
    await desk.ana.receives(answered)
    await desk.settled(desk.ana, desk.carla)
