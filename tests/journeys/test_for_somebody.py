"""An agent opens a case for somebody who called, came by or wrote elsewhere."""

import pytest

from tests.journeys.desk import RunningDesk, past_edits

NUMBER = "SAUS-2026-000001"
ROSA = "Rosa Pérez de Hacienda piso 2, ext 4521, por llamada: no le imprime la impresora"


@pytest.fixture
async def called(desk: RunningDesk) -> RunningDesk:
    """Somebody calls Carla."""
    await desk.gives("agente", desk.carla)
    return desk


async def _choose_service(desk: RunningDesk) -> None:
    if "¿De qué servicio es?" in (await desk.carla.receives()).text:
        await desk.carla.writes("1")
        await desk.carla.receives()


async def test_in_one_breath_and_one_press(called: RunningDesk) -> None:
    carla = called.carla
    await carla.writes(f"/caso_para {ROSA}")
    await _choose_service(called)
    summary = carla.last
    for part in ("Rosa Pérez", "no está en el chat", "no le imprime", "Hacienda", "4521", "por llamada"):
        assert part in summary.text
    await carla.presses("Abrir")
    await carla.receives(NUMBER)  # the card, as every agent gets it
    opened = await carla.receives(f"Abrí {NUMBER} para Rosa Pérez")
    assert "Lo que haya que contarle se lo escribo a usted" in opened.text
    await carla.presses("Ver el caso", opened)
    card = await carla.receives(NUMBER)
    assert "le contaron por llamada · no está en el chat" in card.text
    await carla.presses("Responder", card)
    await carla.receives("¿Qué le digo")
    await carla.writes("Ya le pedimos el tóner")
    told = await carla.receives("cuéntele usted")
    assert "4521" in told.text
    assert "Ya le pedimos el tóner" in told.text
    assert "no está en el chat: hay que contárselo" in (await past_edits(carla)).text


async def test_what_they_answer_goes_to_who_asked(called: RunningDesk) -> None:
    """Carla opened it, Darío asks: what she writes is what Rosa says, and not told to Rosa again."""
    carla, dario = called.carla, called.dario
    await called.gives("agente", dario)
    await carla.writes(f"/caso_para {ROSA}")
    await _choose_service(called)
    await carla.presses("Abrir")
    await dario.receives(NUMBER)
    await called.settled(carla)
    await dario.presses("Responder")
    await dario.receives("¿Qué le digo")
    await dario.writes("Rosa, ¿de qué marca es la impresora?")
    asked = await carla.receives("Lo que conteste, escríbalo en respuesta a este mensaje")
    assert "le llega" not in asked.text
    await called.settled(carla, dario)
    await carla.writes("dice que es una Epson", reply_to=asked)
    await carla.receives("Agregué su mensaje")
    await dario.receives("agregó:\ndice que es una Epson")
    await called.settled(carla, dario)


async def test_step_by_step(called: RunningDesk) -> None:
    carla = called.carla
    await carla.writes("/mesa")
    await carla.receives("No hay casos")
    await carla.presses("Abrir por otra persona")
    steps = (
        ("Hernando Gil", "¿Por dónde se lo contaron?"),
        ("En persona", "¿Qué le pasa a Hernando Gil?"),
        ("3", "No me llegó texto"),
        ("el correo no le abre desde ayer", "¿Dónde está Hernando Gil?"),
        ("gracias", "no reconozco un lugar"),
        ("Planeación, piso 3", "se llama a Hernando Gil?"),
        ("No dejó", "Caso para otra persona"),
        ("Corregir algo", "¿Qué corregimos?"),
        ("El contacto", "se llama a Hernando Gil?"),
        ("300 123 4567", "Caso para otra persona"),
    )
    await carla.receives("¿De quién es el caso?")
    for said, answered in steps:
        await carla.writes(said)
        await carla.receives(answered)
    await carla.presses("Abrir")
    await carla.receives(NUMBER)
    await carla.receives("para Hernando Gil")


async def test_who_is_in_the_chat_has_it_as_their_own(called: RunningDesk) -> None:
    carla, ana = called.carla, called.ana
    await called.opens_case(ana)
    await carla.receives(NUMBER)
    await carla.writes("abrir caso para ana, por whatsapp: no le imprime la impresora")
    await carla.receives("es alguien de estos?")
    assert "Aduana, piso 2" in carla.last.text
    await carla.presses("Ana · Secretaría de Hacienda")
    await carla.receives("¿Dónde está")
    await carla.presses(next(label for label in carla.last.labels if label.startswith("En Sec. de Hacienda")))
    await carla.receives("se llama a")
    await carla.presses("Por su chat")
    await _choose_service(called)
    await carla.presses("Abrir")
    second = "SAUS-2026-000002"
    await carla.receives(second)
    await carla.receives(f"Abrí {second} para Ana")
    theirs = await ana.receives("abrió para usted el caso")
    assert "por WhatsApp" in theirs.text
    assert "Cancelar el caso" in theirs.labels
    await ana.presses("Ver cómo va", theirs)
    await ana.receives(second)


async def test_an_outage_told_by_telephone_at_night_calls_the_guard(called: RunningDesk) -> None:
    await called.puts_on_duty(called.dario, 1)
    await called.at("2026-11-10 22:00")
    carla = called.carla
    await carla.writes(
        "/caso_para Rosa Pérez de Hacienda piso 2, ext 4521, me llamó: se cayó el internet en toda la alcaldía, nadie "
        "puede trabajar"
    )
    await _choose_service(called)
    assert "¿Aviso ya a la guardia?" in carla.last.text
    await carla.presses("Sí, avisar ya")
    await carla.receives("🚨 Urgente")
    await carla.presses("Abrir")
    await called.dario.receives("GUARDIA")
    await carla.receives(NUMBER)
    await carla.receives("Ya llamé a la guardia")


async def test_it_is_for_agents_alone(desk: RunningDesk) -> None:
    await desk.knows(desk.ana)
    await desk.ana.writes(f"/caso_para {ROSA}")
    await desk.ana.receives("solo para quienes tienen el rol")


async def test_who_tells_of_a_known_outage_is_counted_there(called: RunningDesk) -> None:
    carla = called.carla
    await called.fills_form(called.ana, "se cayó el internet en toda la alcaldía, nadie puede trabajar")
    await called.sends(called.ana)
    await called.ana.receives("Su caso quedó abierto")
    await carla.receives(NUMBER)
    await carla.writes(
        "/caso_para Rosa Pérez de Hacienda piso 2, ext 4521, me llamó: no hay internet en toda la alcaldía, nadie trabaja"
    )
    await _choose_service(called)
    await carla.presses("Abrir")
    await carla.receives(f"Puede ser lo mismo que {NUMBER}")
    await carla.presses("Sí, contarlo ahí")
    counted = await carla.receives("queda en SAUS-2026-000001 (2 personas afectadas)")
    assert "dele este número" in counted.text


@pytest.mark.parametrize("told", ["no le coge el wifi en la sala de espera", "tampoco le abre el correo"])
async def test_what_one_person_cannot_do_is_not_urgent_without_a_question(
    called: RunningDesk, told: str
) -> None:
    carla = called.carla
    await carla.writes(f"/caso_para Rosa Pérez de Hacienda piso 2, ext 4521, por llamada: {told}")
    await _choose_service(called)
    if "¿Le pasa a muchas personas" in carla.last.text:
        await carla.presses("Solo a esa persona")
        await carla.receives("Caso para otra persona")
    assert "Urgente" not in carla.last.text
    await carla.presses("Abrir")
    card = await carla.receives(NUMBER)
    await carla.receives("no está en el chat")
    await carla.presses("Lo tomo", card)
    await carla.receives("Lo tiene: Carla")
    assert "Le aviso" not in (await carla.receives("queda a cargo")).text


async def test_a_number_beside_the_way_is_the_contact(called: RunningDesk) -> None:
    carla = called.carla
    await carla.writes("/caso_para Rosa Pérez de Hacienda piso 2")
    await carla.receives("¿Por dónde se lo contaron?")
    await carla.writes("por teléfono, 301 555 1234")
    await carla.receives("¿Qué le pasa a")
    await carla.writes("no le imprime la impresora")
    await _choose_service(called)
    assert "301 555 1234" in carla.last.text


async def test_a_problem_told_where_the_place_was_asked_is_no_place(called: RunningDesk) -> None:
    carla = called.carla
    await carla.writes("/caso_para Rosa Pérez, ext 4521, por llamada: no le imprime la impresora")
    await carla.receives("¿Dónde está")
    await carla.writes("y se le atasca el papel")
    await carla.receives("Lo anoté")
    await carla.receives("¿Dónde está")
    await carla.writes("Hacienda piso 2")
    await _choose_service(called)
    assert "se le atasca el papel" in carla.last.text


async def test_a_second_one_keeps_the_first_below(called: RunningDesk) -> None:
    carla = called.carla
    await carla.writes(f"/caso_para {ROSA}")
    await _choose_service(called)
    await carla.writes(
        "/caso_para Pedro Gil de Planeación piso 3, ext 12, por llamada: no le imprime la impresora"
    )
    await carla.receives("El caso de Rosa Pérez sigue a medio llenar")
    await _choose_service(called)
    assert "Pedro Gil" in carla.last.text
    await carla.presses("Abrir")
    await carla.receives(NUMBER)
    await carla.receives("para Pedro Gil")
    await carla.receives("Sigue a medio llenar")
    await carla.presses("Seguir donde iba")
    await carla.receives("Rosa Pérez")


@pytest.mark.parametrize("answer", ["sí", "el primero", "1"])
async def test_the_only_one_who_is_called_so_is_meant_by_a_yes(called: RunningDesk, answer: str) -> None:
    carla = called.carla
    await called.opens_case(called.ana)
    await carla.receives(NUMBER)
    await carla.writes("ábrale un caso a Ana, por llamada: no le imprime la impresora")
    await carla.receives("es alguien de estos?")
    await carla.writes(answer)
    await carla.receives("¿Dónde está")


async def test_somebody_else_who_calls_meanwhile_is_heard_at_any_step(called: RunningDesk) -> None:
    carla = called.carla
    await carla.writes("/caso_para Rosa Pérez, por llamada: no le imprime la impresora")
    await _choose_service(called)
    assert "¿Dónde está Rosa" in carla.last.text
    await carla.writes("vino un muchacho de Planeación, Pedro Gil, que no le prende el computador, ext 12")
    await carla.receives("El caso de Rosa Pérez sigue a medio llenar")
    await _choose_service(called)
    assert "Pedro Gil" in carla.last.text


async def test_a_problem_of_their_own_is_a_case_beside_it(called: RunningDesk) -> None:
    carla = called.carla
    await carla.writes("/caso_para Rosa Pérez, por llamada: no le imprime la impresora")
    await _choose_service(called)
    await carla.writes("necesito un teclado para mí, el mío se dañó")
    await carla.receives("Sigue pendiente: el caso de otra persona")
    asked = await carla.receives("Equipos y periféricos")
    assert "¿Dónde es?" in asked.text
