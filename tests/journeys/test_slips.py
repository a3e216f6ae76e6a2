"""What an agent writes by mistake reaches nobody; what is half done does not stand in the way."""

import pytest

from tests.emulator import BotMessage
from tests.journeys.desk import RunningDesk, past_edits

NUMBER = "SAUS-2026-000001"


@pytest.fixture
async def asked(desk: RunningDesk) -> RunningDesk:
    """Carla has Ana's case before her, in private, and is asked what she tells her."""
    await desk.gives("agente", desk.carla)
    assert await desk.opens_case(desk.ana) == NUMBER
    await desk.carla.receives(NUMBER)
    await desk.carla.writes(f"/mesa {NUMBER}")
    await desk.carla.receives(NUMBER)
    await desk.carla.presses("Responder")
    await desk.carla.receives("¿Qué le digo")
    return desk


@pytest.mark.parametrize("said", ["7", "ok", "¿?", "12 34", "ya voy"])
async def test_so_few_letters_are_asked_about(asked: RunningDesk, said: str) -> None:
    await asked.carla.writes(said)
    await asked.carla.receives(f"¿le envío «{said}» a Ana?")
    await asked.carla.writes("no")
    await asked.carla.receives("No envié nada")


async def test_after_the_question_they_go_with_one_press_or_other_words(asked: RunningDesk) -> None:
    await asked.carla.writes("4")
    await asked.carla.receives("¿le envío «4» a Ana?")
    await asked.carla.writes("Ya le cambié la clave")
    await asked.carla.receives(
        "¿le envío «Ya le cambié la clave» a Ana?"
    )  # what was in doubt may still be meant
    await asked.carla.presses("Sí, enviarlo")
    shown = await past_edits(asked.carla)
    assert "Le envío su respuesta a Ana" in shown.text
    assert "«Ya le cambié la clave»" in shown.text
    await asked.ana.receives("Ya le cambié la clave")
    await asked.carla.writes("listo", reply_to=shown)
    await asked.carla.receives("¿le envío «listo» a Ana?")
    await asked.carla.presses("Enviar a Ana")
    assert "Le envío su respuesta" in (await past_edits(asked.carla)).text
    await asked.ana.receives("listo")


async def test_a_number_is_of_the_card_that_was_shown_since(asked: RunningDesk) -> None:
    await asked.carla.writes(f"/mesa {NUMBER}")
    card = await asked.carla.receives(NUMBER)
    await asked.advance(minutes=1)
    await asked.carla.writes(str(card.labels.index("Más…") + 1))
    more = await asked.carla.receives(NUMBER)
    assert "Nota interna" in more.labels
    await asked.carla.writes("Reinicie el equipo, por favor")  # the words that were awaited are still theirs
    assert "Le envío su respuesta" in (await past_edits(asked.carla)).text
    await asked.ana.receives("Reinicie el equipo")


async def test_what_one_press_answers_ends_by_itself(asked: RunningDesk) -> None:
    carla = asked.carla
    await carla.writes("/cancelar")
    await carla.receives("dejé")
    for button in ("Asignar", "Clasificar"):
        await carla.writes(f"/mesa {NUMBER}")
        await carla.presses(button, await carla.receives(NUMBER))
        await carla.receives(NUMBER)
        await asked.advance(minutes=1)
        await carla.writes("/horario")
        hours = await carla.receives("Horario de atención")
        assert "a medio llenar" not in hours.text
    await carla.writes("/cancelar")
    await carla.receives("No hay nada a medio llenar")


async def test_a_number_that_fits_nothing_shows_the_choices_again(asked: RunningDesk) -> None:
    await asked.carla.presses("Clasificar", asked.carla.inbox.seen[-2])
    await asked.carla.receives("¿Qué es")
    await asked.carla.writes("9 metros")
    again = await asked.carla.receives("No sé qué es «9 metros»")
    assert "Prioridad alta" in again.labels


async def test_who_solved_their_own_case_is_not_asked_how_it_was(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.fills_form(desk.carla)
    await desk.sends(desk.carla)
    card = await desk.carla.receives("🆕")
    await desk.carla.receives("Su caso quedó abierto")
    await desk.carla.presses("Resolver", card)
    await desk.carla.receives("¿qué se hizo?")
    await desk.carla.writes("Era la contraseña vencida")
    solved = await desk.carla.receives("está resuelto")
    assert solved.labels == ["Sigue fallando: reabrir"]
    await desk.carla.receives("Lo atendió: Carla", edited=True)
    await desk.carla.receives("quedó resuelto")
    await desk.carla.writes("5", reply_to=solved)
    await desk.carla.receives("lo resolvió usted")


async def _two_cases(desk: RunningDesk) -> list[BotMessage]:
    """Carla, in private, is asked for an answer to Ana and then for a note about Beto's case."""
    await desk.gives("agente", desk.carla)
    asked = []
    for person, button, told in ((desk.ana, "Responder", "¿Qué le digo"), (desk.beto, "Más…", "")):
        number = await desk.opens_case(person)
        card = await desk.carla.receives(number)
        await desk.carla.presses(button, card)
        asked.append(await desk.carla.receives(told or number))
    await desk.carla.presses("Nota interna", asked[-1])
    asked[-1] = await desk.carla.receives("Nota interna de")
    return asked


async def test_words_go_where_they_were_asked_for(desk: RunningDesk) -> None:
    answer, note = await _two_cases(desk)
    await desk.carla.writes("Ya le desbloqueé la cuenta", reply_to=answer)
    assert "Le envío su respuesta a Ana" in (await past_edits(desk.carla)).text
    await desk.ana.receives("Ya le desbloqueé la cuenta")
    await desk.carla.writes("Es la tercera vez que reporta lo mismo", reply_to=note)
    await desk.carla.receives("Nota guardada")


async def test_a_question_that_is_over_takes_no_words_for_another_case(desk: RunningDesk) -> None:
    answer, _ = await _two_cases(desk)
    await desk.carla.writes("Ya le desbloqueé la cuenta", reply_to=answer)
    assert "Le envío su respuesta a Ana" in (await past_edits(desk.carla)).text
    await desk.ana.receives("Ya le desbloqueé la cuenta")
    await desk.carla.writes("y reinicie el equipo, por favor", reply_to=answer)
    await desk.carla.receives("Esa pregunta ya pasó y no envié nada")


@pytest.mark.parametrize(
    ("said", "does"),
    [
        ("¿Cómo le fue?", None),
        ("resolver", "¿qué se hizo?"),
        ("Resolvr", "¿qué se hizo?"),
    ],
)
async def test_the_words_of_a_button_in_view_reach_nobody_unasked(
    asked: RunningDesk, said: str, does: str | None
) -> None:
    carla = asked.carla
    await asked.advance(minutes=1)
    await carla.writes("/mesa 1")
    await carla.receives(NUMBER)
    await carla.receives("Sigue pendiente: su respuesta")
    await carla.writes(said)
    if does is None:
        assert "Le envío su respuesta" in (await past_edits(carla)).text
        await asked.ana.receives(said)
        return
    await carla.receives("¿Lo mando como su respuesta, SAUS-2026-000001, o es el botón?")
    await carla.presses("Es el botón")
    await carla.receives(does)
    await asked.ana.receives_nothing()


async def test_a_command_without_its_slash_is_no_answer(asked: RunningDesk) -> None:
    await asked.advance(minutes=1)
    await asked.carla.writes("mesa")
    await asked.carla.receives(NUMBER)
    await asked.carla.receives("Sigue pendiente: su respuesta")
    await asked.ana.receives_nothing()


async def test_the_words_of_a_button_are_sent_when_that_is_meant(asked: RunningDesk) -> None:
    carla = asked.carla
    await carla.writes("responder")
    await carla.receives("¿Lo mando como su respuesta")
    await carla.writes("no")
    await carla.receives("¿Qué le digo")
    await carla.writes("responder")
    await carla.receives("¿Lo mando como su respuesta")
    await carla.writes("sí")
    await carla.receives("¿le envío «responder» a Ana?")  # an order, if it is no button
    await carla.writes("sí")
    assert "Le envío su respuesta a Ana" in (await past_edits(carla)).text
    await asked.ana.receives("responder")
