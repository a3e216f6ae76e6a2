"""The form of a case: interrupted, left, resumed, corrected, and answered by number instead of by button."""

from tests.journeys.desk import RunningDesk


async def test_a_question_in_the_middle_is_answered_and_the_form_goes_on(desk: RunningDesk) -> None:
    await desk.ana.writes("/caso la impresora no imprime")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("¿a qué hora atienden?")
    await desk.ana.receives("Ahora: abierto")
    await desk.ana.receives("¿Dónde es?")
    await desk.advance(minutes=1)
    await desk.ana.writes("/horario")
    await desk.ana.receives("Horario de atención")
    await desk.ana.receives("Sigue a medio llenar su caso")
    await desk.ana.writes("Aduana, piso 1")
    await desk.ana.receives("Revise su caso")


async def test_what_only_sounds_like_a_wish_of_the_desk_answers_the_step(desk: RunningDesk) -> None:
    await desk.fills_form(desk.ana)
    await desk.ana.writes("mándeme a alguien que sepa")
    await desk.ana.receives("Lo agregué a lo que pasa")
    summary = await desk.ana.receives("Revise su caso")
    assert "mándeme a alguien que sepa" in summary.text


async def test_everything_can_be_corrected_before_it_is_sent(desk: RunningDesk) -> None:
    await desk.fills_form(desk.ana)
    await desk.ana.presses("Cambiar algo")
    await desk.ana.receives("¿Qué corregimos?")
    await desk.ana.presses("El servicio")
    await desk.ana.receives("escriba el nombre o el número del servicio")
    await desk.ana.receives("¿De qué se trata?")
    await desk.ana.writes("antivirus")
    await desk.ana.receives("¿De qué se trata?")
    await desk.ana.writes("SER-026")
    await desk.ana.receives("Antivirus (SER-026)")
    await desk.ana.presses("Cambiar algo")
    await desk.ana.receives("¿Qué corregimos?")
    await desk.ana.presses("El lugar")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.presses("Ver la lista de dependencias")
    await desk.ana.receives("Elija su dependencia")
    await desk.ana.presses("Ver más")
    await desk.ana.receives("Elija su dependencia")
    await desk.ana.writes("2")
    summary = await desk.ana.receives("Revise su caso")
    assert "Hacienda" not in summary.text
    await desk.ana.writes("no")
    assert "Revise su caso" in (await desk.ana.receives("No entendí cuál")).text
    await desk.ana.writes("me sale error 500")
    await desk.ana.receives("Lo agregué a lo que pasa")
    await desk.ana.receives("no me abre el correo me sale error 500")
    await desk.ana.writes("sí")
    await desk.ana.receives("Su caso quedó abierto")


async def test_a_form_that_another_one_interrupts_comes_back(desk: RunningDesk) -> None:
    number = await desk.opens_case(desk.ana)
    opened = desk.ana.last
    await desk.fills_form(desk.ana, "la impresora no imprime")
    await desk.ana.presses("Agregar algo", opened)
    await desk.ana.receives(f"¿Qué le agrego al caso {number}?")
    await desk.ana.writes("ya reinicié")
    await desk.ana.receives("Agregué su mensaje")
    await desk.ana.receives("Sigue a medio llenar su caso")
    await desk.ana.presses("Seguir donde iba")
    await desk.ana.receives("la impresora no imprime")


async def test_a_second_problem_does_not_overwrite_the_first(desk: RunningDesk) -> None:
    await desk.fills_form(desk.ana, "la impresora no imprime")
    await desk.ana.writes("/caso no me abre el correo")
    await desk.ana.receives("Ya tiene a medio llenar su caso («la impresora no imprime»)")
    await desk.ana.presses("Empezar de nuevo")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Aduana")
    await desk.ana.receives("no me abre el correo")


async def test_a_form_survives_a_restart_and_is_resumed_after_a_pause(desk: RunningDesk) -> None:
    await desk.fills_form(desk.ana)
    await desk.restart()
    await desk.ana.writes("/seguir")
    await desk.ana.receives("Revise su caso")
    await desk.advance(minutes=45)
    await desk.ana.writes("oiga, el teams no me carga")
    await desk.ana.receives("¿Seguimos con eso, o lo que acaba de escribir")
    await desk.advance(hours=5)
    await desk.ana.writes("es que no me carga el teams")
    await desk.ana.receives("(«es que no me carga el teams») es otra cosa?")
    await desk.ana.presses("Seguir donde iba")
    await desk.ana.receives("Revise su caso")
    await desk.sends(desk.ana)
    await desk.ana.receives("SAUS-2026-000001")


async def test_after_a_pause_something_new_takes_its_place(desk: RunningDesk) -> None:
    await desk.fills_form(desk.ana)
    await desk.advance(minutes=31)
    await desk.ana.writes("la impresora no imprime")
    await desk.ana.receives("¿Seguimos con eso")
    await desk.ana.presses("Otra cosa: dejar lo anterior")
    await desk.ana.receives("sin enviar")
    await desk.ana.receives("¿Dónde es?")


async def test_a_form_can_be_left(desk: RunningDesk) -> None:
    await desk.fills_form(desk.ana)
    await desk.ana.writes("/cancelar")
    await desk.ana.receives("sin enviar")
    await desk.ana.writes("/cancelar")
    await desk.ana.receives("No hay nada a medio llenar")
    await desk.ana.writes("/casos")
    await desk.ana.receives("No tiene casos")


async def test_an_old_button_is_answered_kindly(desk: RunningDesk) -> None:
    summary = await desk.fills_form(desk.ana)
    await desk.ana.presses("Cambiar algo")
    await desk.ana.receives("¿Qué corregimos?")
    await desk.sends(desk.ana, summary)
    await desk.ana.receives("es de un paso anterior")
    await desk.ana.receives("¿Qué corregimos?")
    await desk.ana.writes("/cancelar")
    await desk.ana.receives("sin enviar")
    await desk.sends(desk.ana, summary)
    await desk.ana.sees_toast("es de una conversación anterior")


async def test_numbers_typed_are_as_good_as_buttons(desk: RunningDesk) -> None:
    await desk.ana.writes("no me abre el correo")
    await desk.ana.receives("¿Dónde es?")
    walked = ("Elija su dependencia", "Revise su caso", "SAUS-2026-000001", "Quedó registrado")
    for typed, answer in zip(("1", "1.", "1", "1"), walked, strict=True):
        await desk.ana.writes(typed)
        await desk.ana.receives(answer)


async def test_a_form_interrupted_twice_comes_back(desk: RunningDesk) -> None:
    number = await desk.opens_case(desk.ana)
    opened = desk.ana.last
    await desk.fills_form(desk.ana, "la impresora no imprime")
    await desk.ana.presses("Agregar algo", opened)
    await desk.ana.receives(f"¿Qué le agrego al caso {number}?")
    await desk.ana.writes("/misdatos")
    await desk.ana.receives()
    await desk.ana.presses("Corregir")
    await desk.ana.receives("¿Qué corregimos?")
    await desk.ana.presses("Nombre")
    await desk.ana.receives("¿Cómo quiere que lo llamemos?")
    await desk.ana.writes("cancelar")
    await desk.ana.receives("dejé su registro")
    await desk.ana.receives("Sigue a medio llenar lo que iba a agregar")
    await desk.ana.writes("ya reinicié")
    await desk.ana.receives(f"Agregué su mensaje al caso {number}")
    await desk.ana.receives("Sigue a medio llenar su caso")
    await desk.ana.presses("Seguir donde iba")
    await desk.ana.receives("la impresora no imprime")


async def test_a_label_is_typed_without_its_accents_and_a_command_with_a_slip(desk: RunningDesk) -> None:
    await desk.ana.writes("/start")
    await desk.ana.receives("Soy el asistente")
    await desk.ana.writes("ver el catalogo")
    await desk.ana.receives("Catálogo")
    await desk.ana.writes("/caoss")
    await desk.ana.receives("¿Quiso decir /casos?")
    await desk.ana.writes("sí")
    await desk.ana.receives("No tiene casos")
