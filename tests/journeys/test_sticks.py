"""The chat sticks to what is going on: answers reach the agent, a solution is judged in words, an urgent talk goes on."""

import pytest

from itgov_bot.storage.sending import sent_messages
from tests.channels.rigs import PNG
from tests.emulator import Person
from tests.journeys.desk import RunningDesk, past_edits
from tests.journeys.solving import solved_case

FIRST, SECOND = "SAUS-2026-000001", "SAUS-2026-000002"
OUTAGE = "se cayó el internet en toda la alcaldía, nadie puede trabajar"
FRIDAY_NIGHT = "2026-11-13 19:30"


async def asks(desk: RunningDesk, number: str = FIRST, text: str = "¿Qué mensaje le sale?") -> None:
    """Carla asks the requester of a case, from her own chat."""
    await desk.advance(minutes=1)
    desk.carla.ignores_rest()
    await desk.carla.writes(f"/mesa {number}")
    await desk.carla.receives(number)
    await desk.carla.presses("Responder")
    await desk.carla.receives()
    await desk.carla.writes(text)
    assert "Le envío su respuesta" in (await past_edits(desk.carla)).text
    await desk.ana.receives(text)
    await desk.settled(desk.carla)


@pytest.fixture
async def asked(desk: RunningDesk) -> RunningDesk:
    """Ana has a case about her mail, Carla took it and asked her something."""
    await desk.gives("agente", desk.carla)
    await desk.opens_case(desk.ana)
    await desk.carla.receives(FIRST)
    await desk.carla.presses("Lo tomo")
    await desk.carla.receives("en proceso", edited=True)
    await desk.carla.receives("queda a cargo")
    await desk.ana.receives("tomó su caso")
    await asks(desk)
    return desk


@pytest.fixture
async def night(desk: RunningDesk) -> RunningDesk:
    """Ana reported an outage on a Friday night; Carla and Darío are called one after the other."""
    await desk.puts_on_duty(desk.carla, 1)
    await desk.puts_on_duty(desk.dario, 2)
    await desk.at(FRIDAY_NIGHT)
    await reports(desk, desk.ana)
    return desk


async def reports(desk: RunningDesk, person: Person, text: str = OUTAGE, number: str = FIRST) -> None:
    await person.writes(text)
    await person.receives("¿Aviso ya a la guardia?")
    await person.presses("Sí, avisar ya a la guardia")
    await person.receives("Ya avisé a la guardia")
    await desk.carla.receives(f"GUARDIA: caso urgente {number}")


async def takes(desk: RunningDesk, requester: Person) -> None:
    await desk.carla.presses("Lo tomo")
    await desk.carla.receives("queda a cargo de Carla")
    await requester.receives("Carla tomó su caso")


async def goes_to_nobody(desk: RunningDesk, *people: Person) -> None:
    await desk.settled()
    for person in people:
        await person.receives_nothing()


# An agent asked


@pytest.mark.parametrize(
    "said",
    ["error 0x800", "listo ya lo reinicié y sigue igual", "sí", "3", "el 3001234567", "es negro, marca HP"],
)
async def test_a_plain_answer_reaches_the_agent(asked: RunningDesk, said: str) -> None:
    await asked.ana.writes(said)
    passed = await asked.ana.receives(f"Se lo pasé a Carla ({FIRST}).")
    assert passed.labels == ["¿Era otra cosa?"]
    await asked.carla.receives(f"Ana agregó:\n{said}")


@pytest.mark.parametrize("said", ["desde el viernes", "y solo los de afuera", "es una ricoh im 430"])
async def test_an_answer_reaches_the_case_of_who_works_tickets_themselves(
    desk: RunningDesk, said: str
) -> None:
    """Carla reported it, took it and asked herself, from one chat."""
    await desk.opens_case(desk.carla)
    await desk.gives("agente", desk.carla)
    for button in ("Lo tomo", "Responder"):
        desk.carla.ignores_rest()
        await desk.carla.writes(f"/mesa {FIRST}")
        await desk.carla.receives(FIRST)
        await desk.carla.presses(button)
        await desk.settled()
    desk.carla.ignores_rest()
    await desk.carla.writes("¿Desde cuándo, y qué marca es?")
    await desk.carla.receives("¿Desde cuándo")
    await desk.carla.receives("Le envío su respuesta")
    await desk.carla.writes(said)
    await desk.carla.receives(f"{FIRST} · Carla agregó:\n{said}")
    await desk.carla.receives("Se lo pasé a")


async def test_people_answer_in_pieces_and_with_pictures(asked: RunningDesk) -> None:
    for piece in ("es un HP", "negro", "está en garantía"):
        await asked.ana.writes(piece)
        await asked.ana.receives("Se lo pasé a Carla")
        await asked.carla.receives(piece)
    await asked.ana.sends_photo(PNG)
    await asked.ana.receives("Se lo pasé a Carla")
    assert (await asked.carla.receives(f"{FIRST} · Ana: foto.jpg")).photo == PNG


@pytest.mark.parametrize("said", ["la impresora no imprime", "hola", "/horario", "¿a qué hora atienden?"])
async def test_what_is_no_answer_goes_its_own_way(asked: RunningDesk, said: str) -> None:
    await asked.ana.writes(said)
    answered = await asked.ana.receives()
    assert "Se lo pasé" not in answered.text
    await goes_to_nobody(asked, asked.carla)


async def test_in_doubt_one_question(asked: RunningDesk) -> None:
    await asked.ana.writes("no imprime")
    question = await asked.ana.receives("«no imprime» ¿es de su caso, o es algo nuevo?")
    assert question.labels == [f"{FIRST}: no me abre…", "No, es algo nuevo"]
    for said in ("enviar", "mándelo"):
        await asked.ana.writes(said)
        assert (await asked.ana.receives("falta saber para qué es")).labels == question.labels
    await goes_to_nobody(asked, asked.carla)
    await asked.ana.writes("sí")
    await asked.ana.receives("Se lo pasé a Carla")
    await asked.carla.receives("no imprime")


@pytest.mark.parametrize("said", ["es nuevo", "otro caso", "No, es algo nuevo"])
async def test_what_is_new_keeps_the_words_that_waited(asked: RunningDesk, said: str) -> None:
    await asked.ana.writes("no imprime")
    await asked.ana.receives("¿es de su caso, o es algo nuevo?")
    await asked.ana.writes(said)
    await asked.ana.receives("📝 no imprime")
    await goes_to_nobody(asked, asked.carla)


async def test_another_problem_with_its_place_opens_its_own_case(asked: RunningDesk) -> None:
    await asked.advance(minutes=25)
    await asked.ana.writes("el mouse no sirve, piso 3 de hacienda ext 211")
    review = await asked.ana.receives("📝 el mouse no sirve\n")
    assert "📍 Lugar: Secretaría de Hacienda, piso 3\n☎️ Contacto: ext. 211" in review.text
    await goes_to_nobody(asked, asked.carla)


async def test_the_way_out_takes_it_back_and_reads_it_as_new(asked: RunningDesk) -> None:
    await asked.ana.writes("es negro, marca HP")
    passed = await asked.ana.receives("Se lo pasé a Carla")
    await asked.carla.receives("es negro, marca HP")
    await asked.ana.writes("no era de ese caso")
    await asked.ana.receives(f"dejé dicho en {FIRST} que no era para ese caso")
    assert "Impresoras" in (await asked.ana.receives("¿Es esto?")).labels
    await asked.carla.receives("aclara que no era de este caso: «es negro, marca HP»")
    await asked.ana.presses("¿Era otra cosa?", passed)
    await asked.ana.receives("Eso ya no lo puedo devolver")


async def test_what_the_words_woke_waits_again_when_they_were_something_else(asked: RunningDesk) -> None:
    await asked.carla.writes(f"/mesa {FIRST}")
    await asked.carla.receives(FIRST)
    await asked.carla.presses("En espera")
    await asked.carla.receives("¿Qué espera")
    await asked.carla.presses("Respuesta de quien lo reportó")
    await asked.carla.receives("en espera")
    await asked.ana.receives("escríbalo aquí y seguimos")
    await asked.advance(hours=26)
    await asked.ana.writes("el usuario es aperez")
    await asked.ana.receives("Se lo pasé a Carla")
    await asked.ana.writes("/estado")
    await asked.ana.receives("Lo están trabajando")
    await asked.ana.writes("era otra cosa")
    await asked.ana.receives("dejé dicho")
    await asked.ana.receives()
    await asked.ana.writes(FIRST)
    await asked.ana.receives("Está en espera de: respuesta de quien lo reportó")
    await asked.settled(asked.carla)


async def test_two_who_asked_are_told_apart_once(asked: RunningDesk) -> None:
    await asked.ana.writes("/caso la impresora no imprime")
    await asked.ana.receives("Revise")
    await asked.sends(asked.ana)
    await asked.ana.receives(SECOND)
    await asks(asked, SECOND, "¿De qué marca es?")
    await asked.ana.writes("ya lo reinicié")
    await asked.ana.receives("¿es de alguno de estos casos, o es algo nuevo?")
    await asked.ana.presses(SECOND)
    await asked.ana.receives(f"Se lo pasé a Carla ({SECOND})")
    await asked.carla.receives("ya lo reinicié")
    await asked.ana.writes("y sigue igual")
    await asked.ana.receives(f"({SECOND})")
    await asked.carla.receives("y sigue igual")


async def test_each_question_sends_what_it_asked_about(asked: RunningDesk) -> None:
    """Also a picture; the way out of each takes back its own words."""
    await asked.ana.writes("/caso la impresora no imprime")
    await asked.ana.receives("Revise")
    await asked.sends(asked.ana)
    await asked.ana.receives(SECOND)
    await asks(asked, SECOND, "¿De qué marca es?")
    questions = []
    for said in ("ya lo reinicié", "ya probé con otro cable"):
        await asked.ana.sends_photo(PNG, said)
        questions.append(await asked.ana.receives(f"«{said}» ¿es de alguno de estos casos"))
    await asked.ana.presses(SECOND, questions[0])
    first = await asked.ana.receives(f"({SECOND})")
    assert (await asked.carla.receives("agregó:\nya lo reinicié")).photo
    await asked.ana.presses(SECOND, questions[1])
    await asked.ana.receives(f"({SECOND})")
    assert (await asked.carla.receives("agregó:\nya probé con otro cable")).photo
    await asked.ana.presses("¿Era otra cosa?", first)
    await asked.ana.receives("dejé dicho")
    await asked.carla.receives("aclara que no era de este caso: «ya lo reinicié»")
    await asked.settled(asked.ana, asked.carla)
    await asked.ana.presses(FIRST, questions[0])
    await asked.ana.receives("Ese botón es de una conversación anterior")
    await goes_to_nobody(asked, asked.carla)


async def test_the_case_is_named_by_what_it_tells_of(asked: RunningDesk) -> None:
    await asked.ana.writes("/caso la impresora no imprime")
    await asked.ana.receives("Revise")
    await asked.sends(asked.ana)
    await asked.ana.receives(SECOND)
    await asks(asked, SECOND, "¿De qué marca es?")
    await asked.ana.writes("ya lo reinicié")
    await asked.ana.receives("¿es de alguno de estos casos, o es algo nuevo?")
    await asked.ana.writes("el de la impresora")
    await asked.ana.receives(f"Se lo pasé a Carla ({SECOND})")
    await asked.carla.receives("ya lo reinicié")


@pytest.mark.parametrize(
    ("said", "answered"),
    [("así me sale", "¿es de su caso, o es algo nuevo?"), ("la impresora no imprime", "📎 Archivos: 1")],
)
async def test_a_picture_that_tells_no_problem_may_be_of_the_case_that_is_open(
    desk: RunningDesk, said: str, answered: str
) -> None:
    await desk.opens_case(desk.ana)
    await desk.ana.sends_photo(PNG, said)
    await desk.ana.receives(answered)


async def test_a_picture_goes_with_the_words_that_are_added(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.opens_case(desk.ana)
    await desk.carla.receives(FIRST)
    await desk.ana.sends_photo(PNG, "agréguele esta foto de la placa del equipo")
    await desk.ana.receives("Agregué su mensaje y el archivo")
    assert (await desk.carla.receives("esta foto de la placa")).photo == PNG


async def test_the_answer_is_not_swallowed_by_a_form(asked: RunningDesk) -> None:
    await asked.ana.writes("/caso la impresora no imprime")
    await asked.ana.receives("Revise")
    await asked.ana.writes("cambiar el lugar")
    await asked.ana.receives("¿Dónde es?")
    await asks(asked, text="¿Ya lo reinició?")
    await asked.ana.writes("ya lo reinicié y sigue igual")
    await asked.ana.receives("Se lo pasé a Carla")
    await asked.carla.receives("ya lo reinicié y sigue igual")
    await asked.ana.receives("¿Dónde es?")
    await asks(asked, text="¿En qué piso está?")
    await asked.ana.writes("Aduana, piso 2")
    await asked.ana.receives(f"¿es para {FIRST}, que está en curso, o para su caso?")
    await asked.ana.presses("Para su caso")
    await asked.ana.receives("Revise su caso")
    await goes_to_nobody(asked, asked.carla)


async def test_a_strangers_words_and_presses_go_nowhere(asked: RunningDesk) -> None:
    await asked.beto.writes("error 0x800")
    await asked.beto.receives()
    for word in ("goes", "works", "fails", "back"):
        await asked.beto._press(asked.beto.chat, asked.beto.last.message_id, "x", f"{word}:{FIRST}")
        await asked.beto.receives(matching="No encuentro entre sus casos|no lo puedo devolver")
    await goes_to_nobody(asked, asked.carla, asked.ana)


# An answer to a message whose id was never learnt


async def forgets_messages(desk: RunningDesk) -> None:
    """As after a crash between sending and marking, or long ago."""
    await desk.settled()
    async with desk.app.work.begin() as one:
        await sent_messages.forget_before(one.session, desk.clock.now.replace(year=2030))


async def test_the_number_in_the_answered_message_is_enough(asked: RunningDesk) -> None:
    question = asked.ana.last
    await forgets_messages(asked)
    await asked.ana.writes("la del banco", reply_to=question)
    await asked.ana.receives(f"Agregué su mensaje al caso {FIRST}")
    heard = await asked.carla.receives("la del banco")
    await forgets_messages(asked)
    await asked.carla.writes("Gracias, ya la vi", reply_to=heard)
    await asked.carla.receives(
        "¿le envío «Gracias, ya la vi» a Ana?"
    )  # its words might be those of somebody else
    await asked.carla.presses("Sí, enviarlo")
    await asked.carla.receives(f"{FIRST} · en proceso")  # its card is not known any more either
    await asked.carla.receives("Le envío su respuesta")
    await asked.ana.receives("Gracias, ya la vi")


async def test_a_forwarded_message_shows_its_case_and_can_be_answered(asked: RunningDesk) -> None:
    sent = await asked.ana.forwards(asked.ana.last)
    await asked.ana.receives(f"{FIRST} · en proceso")
    await asked.ana.writes("la del banco", reply_to=sent)
    await asked.ana.receives(f"Agregué su mensaje al caso {FIRST}")
    await asked.carla.receives("la del banco")


async def test_a_forwarded_message_opens_no_door(asked: RunningDesk) -> None:
    """Beto got hold of a message about Ana's case."""
    await asked.knows(asked.beto)
    sent = await asked.beto.forwards(asked.ana.last)
    await asked.beto.receives("No encuentro entre sus casos")
    await asked.beto.writes("cuénteme qué clave tiene", reply_to=sent)
    await asked.beto.receives()
    await goes_to_nobody(asked, asked.carla, asked.ana)


# Solved


async def test_not_solved_reopens_with_one_press_and_the_words_are_the_reason(desk: RunningDesk) -> None:
    number, _ = await solved_case(desk)
    await desk.ana.writes("gracias, pero no me sirvió")
    await desk.ana.receives(f"Lo reabro: ¿qué sigue fallando en {number}")
    await desk.ana.presses("Sí, reabrirlo")
    await desk.ana.receives(f"Reabrí su caso {number}")
    await desk.carla.receives("reabierto")
    await desk.carla.receives("gracias, pero no me sirvió")
    await desk.ana.writes("sigue saliendo el mismo aviso")
    await desk.ana.receives(f"Se lo pasé a Carla ({number})")
    await desk.carla.receives("sigue saliendo el mismo aviso")


@pytest.mark.parametrize("said", ["excelente servicio, gracias", "gracias ya quedó"])
async def test_thanks_bring_the_rating(desk: RunningDesk, said: str) -> None:
    number, _ = await solved_case(desk)
    await desk.ana.writes("/horario")
    await desk.ana.receives()
    await desk.ana.writes(said)
    question = await desk.ana.receives(number)
    assert question.labels[:5] == ["1", "2", "3", "4", "5"]
    await desk.ana.presses("5")
    await desk.ana.receives(f"{number} queda con 5 de 5")
    await desk.settled(desk.carla)


async def test_a_rating_in_words(desk: RunningDesk) -> None:
    number, _ = await solved_case(desk)
    await desk.ana.writes("4, pero se demoraron")
    await desk.ana.receives(f"{number} queda con 4 de 5: «pero se demoraron»")
    await desk.carla.receives("Calificación: 4 de 5: «pero se demoraron»")
    await desk.ana.writes("gracias")
    answered = await desk.ana.receives()
    assert "Califíquela" not in answered.text


async def test_another_problem_is_no_comment(desk: RunningDesk) -> None:
    await solved_case(desk)
    await desk.ana.presses("5")
    await desk.ana.receives("queda con 5 de 5")
    await desk.ana.writes("la impresora no imprime")
    await desk.ana.receives("Revise su caso")
    await desk.settled(desk.carla)


async def test_that_it_still_fails_is_no_comment_but_why_it_is_opened_again(desk: RunningDesk) -> None:
    number, _ = await solved_case(desk)
    await desk.ana.presses("3")
    await desk.ana.receives(f"{number} queda con 3 de 5")
    await desk.ana.writes("no sirvió, sigue igual")
    await desk.ana.receives(f"Lo reabro: ¿qué sigue fallando en {number}")
    await desk.ana.presses("Sí, reabrirlo")
    await desk.ana.receives(f"Reabrí su caso {number}")
    await desk.settled()
    assert not any("5: «no sirvió" in one.text for one in desk.carla.inbox.unseen)
    assert desk.carla.inbox.unseen[-1].text.endswith("no sirvió, sigue igual")
    await desk.settled(desk.carla)


# Urgent


async def test_place_phone_and_photo_reach_those_who_are_called(night: RunningDesk) -> None:
    await night.ana.writes("estoy en Hacienda, Aduana piso 2, tel 300 123 4567")
    kept = await night.ana.receives(f"Se lo pasé a la guardia ({FIRST})")
    assert "📍 Hacienda, Aduana piso 2\n☎️ 300 123 4567" in kept.text
    await night.carla.receives("📍 Hacienda, Aduana piso 2")
    await night.ana.sends_photo(PNG)
    await night.ana.receives("Se lo pasé a la guardia")
    assert (await night.carla.receives(f"{FIRST} · Ana: foto.jpg")).photo == PNG
    await night.advance(minutes=15)
    page = await night.dario.receives("Nadie lo ha tomado todavía")
    assert "📍 Hacienda, Aduana piso 2" in page.text
    assert "☎️ 300 123 4567" in page.text
    await night.settled(night.dario)


async def test_the_place_is_as_it_was_when_the_words_are_taken_back(night: RunningDesk) -> None:
    await night.ana.writes("piso 3 de la Aduana")
    await night.ana.receives("📍 piso 3 de la Aduana")
    await night.carla.receives("📍 piso 3 de la Aduana")
    await night.ana.presses("¿Era otra cosa?")
    await night.ana.receives("dejé dicho")
    await night.ana.receives()
    await night.carla.receives("aclara que no era de este caso")
    await night.carla.writes(f"/mesa {FIRST}")
    await night.carla.receives("📍 sin indicar")


@pytest.mark.parametrize("place", ["Hacienda, Aduana, piso 2", "piso 3 de la Aduana", "en la sede de Manga"])
async def test_the_place_of_ones_own_case_is_none_of_the_outage_one_is_called_for(
    night: RunningDesk, place: str
) -> None:
    await night.dario.writes("no me abre el correo")
    await night.dario.receives("¿Dónde es?")
    await night.dario.writes(place)
    await night.dario.receives("Revise su caso")
    await night.carla.receives_nothing()


async def test_where_the_outage_is_is_told_in_the_middle_of_ones_own_case(night: RunningDesk) -> None:
    await night.dario.writes("no me abre el correo")
    await night.dario.receives("¿Dónde es?")
    await night.dario.writes("la caída es solo en la sede de Manga")
    await night.dario.receives(FIRST)
    await night.dario.receives("Sigue a medio llenar su caso")


async def test_an_urgent_talk_is_not_swallowed_by_the_form_that_it_interrupted(night: RunningDesk) -> None:
    await night.fills_form(night.dario, "no me abre el correo")
    await night.dario.writes(f"/urgente {OUTAGE}")
    await night.dario.receives("¿Es lo mismo?")
    await night.dario.presses("No, es otra cosa")
    await night.dario.receives("¿Aviso ya a la guardia?")
    await night.dario.presses("Se cayó para muchos")
    await night.dario.receives("Ya avisé a la guardia")
    await night.dario.receives("Sigue a medio llenar su caso")
    await night.carla.receives(SECOND)
    await night.dario.writes("¿ya viene alguien?")
    await night.dario.receives(f"Todavía nadie ha tomado {SECOND}")
    await night.dario.receives("Revise su caso")
    await night.dario.writes("¿ya viene alguien?")
    await night.dario.receives(f"Todavía nadie ha tomado {SECOND}")
    await night.dario.receives("Revise su caso")


async def test_the_place_of_an_urgent_case_that_was_asked_for_beside_a_form_goes_there(
    night: RunningDesk,
) -> None:
    await night.beto.writes("/caso el teclado no escribe")
    await night.beto.receives("¿Dónde es?")
    await night.advance(minutes=1)
    await night.beto.writes("mañana a las 7 am el alcalde tiene rueda de prensa y falta un ingeniero")
    await night.beto.receives("¿Aviso ya a la guardia?")
    await night.beto.presses("Sí, avisar ya a la guardia")
    await night.beto.receives("Ya avisé a la guardia")
    await night.carla.receives(SECOND)
    await night.beto.writes("Aduana, piso 2")
    await night.beto.receives("📍 Aduana, piso 2")
    await night.carla.receives("📍 Aduana, piso 2")
    await night.beto.receives("¿Dónde es?")
    await night.beto.writes("Hacienda, piso 1")
    await night.beto.receives("Revise su caso")


async def test_who_comes_is_answered(night: RunningDesk) -> None:
    await night.ana.writes("¿ya viene alguien?")
    await night.ana.receives(
        f"Todavía nadie ha tomado {FIRST}. Estoy llamando a la guardia desde hoy a las 7:30 p. m."
    )
    await night.advance(minutes=5)
    await takes(night, night.ana)
    await night.carla.writes("voy saliendo")
    await night.carla.receives(f"Se lo pasé a Ana ({FIRST})")
    await night.ana.receives("voy saliendo")
    await night.advance(minutes=10)
    await night.ana.writes("¿cuánto se demora?")
    told = await night.ana.receives(f"{FIRST} lo tiene Carla desde hoy a las 7:35 p. m.")
    assert "Carla, hoy a las 7:35 p. m.: «voy saliendo»" in told.text
    await night.carla.receives("¿cuánto se demora?")


async def test_what_both_write_goes_to_the_other_one(night: RunningDesk) -> None:
    await takes(night, night.ana)
    await night.ana.writes("el router tiene una luz roja")
    await night.ana.receives(f"Se lo pasé a Carla ({FIRST})")
    await night.carla.receives("el router tiene una luz roja")
    sent = await night.carla.writes("espéreme en la puerta")
    await night.carla.receives(f"Se lo pasé a Ana ({FIRST})")
    await night.ana.receives("espéreme en la puerta")
    await night.carla.edits(sent, "espéreme en la portería")
    await night.carla.receives("Le envío su respuesta")
    await night.ana.receives("(corregido) espéreme en la portería")
    await night.ana.writes("la impresora no imprime")
    answered = await night.ana.receives()
    assert "Se lo pasé" not in answered.text
    await night.beto.writes("voy saliendo")
    await night.beto.receives()
    await goes_to_nobody(night, night.carla)


async def test_words_that_went_astray_are_called_back_in_words(night: RunningDesk) -> None:
    await takes(night, night.ana)
    await night.carla.writes("voy saliendo")
    await night.ana.receives("voy saliendo")
    await night.carla.receives("Se lo pasé a Ana")
    await night.carla.writes("enviar")
    await night.carla.receives("Eso ya lo pasé")
    await goes_to_nobody(night, night.ana)
    await night.carla.writes("no era para ella")
    await night.carla.receives("no era para ese caso")
    await night.ana.receives("no era sobre SAUS-2026-000001: «voy saliendo»")
    await night.settled(night.carla)


async def test_what_came_back_is_closed_with_one_press(night: RunningDesk) -> None:
    await takes(night, night.ana)
    await night.ana.writes("ya volvió el internet")
    await night.ana.receives(f"¿Doy por resuelto {FIRST} y se lo cuento a Carla?")
    await night.ana.writes("sí")
    await night.ana.receives(f"{FIRST} quedó resuelto, porque usted dice que ya funciona")
    await night.carla.receives("Ana dice que ya funciona")
    await night.carla.receives("ya no se llama a la guardia", edited=True)
    await night.ana.presses("5")
    await night.ana.receives("queda con 5 de 5")


async def test_of_two_urgent_cases_the_guard_says_which_once(night: RunningDesk) -> None:
    await takes(night, night.ana)
    event = "mañana a las 7 am el alcalde tiene rueda de prensa y falta un ingeniero"
    await reports(night, night.beto, event, SECOND)
    await night.carla.presses("Confirmo: yo voy")
    await night.carla.receives("Carla va al evento")
    await night.beto.receives("Carla confirmó")
    await night.carla.writes("voy saliendo")
    which = await night.carla.receives("¿es de alguno de estos casos, o es algo nuevo?")
    whose = {f"{FIRST}: para Ana", f"{SECOND}: para Beto", "No, es algo nuevo"}
    assert set(which.labels) == whose
    await night.carla.presses(FIRST)
    await night.carla.receives(f"Se lo pasé a Ana ({FIRST})")
    await night.ana.receives("voy saliendo")
    await night.carla.writes("llego en 20 minutos")
    await night.carla.receives(f"({FIRST})")
    await night.ana.receives("llego en 20 minutos")


async def test_who_lost_the_role_writes_to_nobody(night: RunningDesk) -> None:
    await takes(night, night.ana)
    await night.admin.writes("/rol quitar guardia @carla")
    await night.admin.receives("El caso abierto que tenía volvió a la fila")
    await night.ana.receives("llamó a la guardia para su caso")
    await night.dario.receives("GUARDIA")
    await night.carla.receives("que usted tenía")
    await night.carla.receives("Ya no tiene el rol")
    await night.carla.writes("voy saliendo")
    answered = await night.carla.receives()
    assert "Se lo pasé" not in answered.text
    await goes_to_nobody(night, night.ana)


# An outage of many


async def test_the_affected_can_talk_back(night: RunningDesk) -> None:
    await night.beto.writes("no hay internet en la sede de Manga, nadie navega")
    await night.beto.receives("¿Es lo mismo?")
    await night.beto.presses("Sí, es lo mismo")
    await night.beto.receives("2 personas afectadas")
    await takes(night, night.ana)
    await night.beto.receives(f"Carla tomó el caso {FIRST}, que le afecta")
    await night.beto.writes("¿ya hay internet?")
    await night.beto.receives(f"{FIRST} · en proceso")
    await night.carla.writes(f"/mesa {FIRST}")
    await night.carla.receives(FIRST)
    await night.carla.presses("Avisar avance")
    await night.carla.receives("¿Qué les cuento")
    await night.carla.writes("Ya debería estar arriba")
    await night.carla.receives("Así lo leerán 2 personas")
    await night.carla.presses("Sí, enviarlo")
    await night.carla.receives("enviado a 2 personas")
    news = await night.beto.receives("Ya debería estar arriba")
    await night.ana.receives("Ya debería estar arriba")
    await night.beto.writes("a mí no me volvió")
    await night.beto.receives(f"Se lo pasé a Carla ({FIRST})")
    await night.carla.receives("a mí no me volvió")
    await night.beto.sends_media("photo", "foto.jpg", PNG, "image/jpeg", reply_to=news)
    await night.beto.receives(f"Se lo pasé a Carla ({FIRST})")
    assert (await night.carla.receives(f"{FIRST} · Beto: foto.jpg")).photo == PNG
    await night.beto.writes("es el piso de arriba", reply_to=news)
    await night.beto.receives("Se lo pasé a Carla")
    await night.carla.receives("es el piso de arriba")
    await night.ana.writes(FIRST)
    await night.ana.receives(FIRST)
    await night.ana.presses("Ver historia")
    story = await night.ana.receives("abrió el caso")
    assert "no me volvió" not in story.text
    await night.ana.writes("ya volvió")  # others count on it: one alone does not end it
    await night.ana.receives("Se lo pasé a Carla")
    await night.carla.receives("ya volvió")


async def test_who_is_left_after_an_outage_gets_a_case_with_their_words(night: RunningDesk) -> None:
    await night.beto.writes("no hay internet en la sede de Manga, nadie navega")
    await night.beto.receives("¿Es lo mismo?")
    await night.beto.presses("Sí, es lo mismo")
    await night.beto.receives("2 personas afectadas")
    await takes(night, night.ana)
    await night.beto.receives(f"Carla tomó el caso {FIRST}, que le afecta")
    await night.carla.writes(f"/mesa {FIRST}")
    await night.carla.receives(FIRST)
    steps = (
        ("Resolver", "¿cuándo volvió"),
        ("Ahora", "¿qué se"),
    )
    for pressed, told in steps:
        await night.carla.presses(pressed)
        await night.carla.receives(told)
    await night.carla.writes("Se cambió el switch")
    await night.carla.receives("Así lo leerán")
    await night.carla.presses("Sí, enviarlo")
    assert "quedó resuelto" in (await past_edits(night.carla)).text
    await night.ana.receives("está resuelto")
    await night.beto.receives("Ya quedó lo de")
    await night.beto.writes("a mí no me volvió")
    await night.beto.receives("¿Le abro su propio caso")
    await night.beto.writes("sí")
    await night.beto.receives(f"Su caso quedó abierto: {SECOND}")
    await night.beto.presses("Ver cómo va")
    await night.beto.receives(SECOND)
    await night.beto.presses("Ver historia")
    await night.beto.receives("a mí no me volvió")
