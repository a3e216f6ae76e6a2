"""A question in plain Spanish: its card, when people answer, the choice between near-twins, and the ways on."""

from tests.journeys.desk import RunningDesk

GENERAL = "lunes a jueves de 8:00 a. m. a 6:00 p. m. y viernes de 8:00 a. m. a 5:00 p. m."
CARD_BUTTONS = ["Abrir un caso", "No es esto", "Hablar con una persona"]


async def test_a_question_gets_the_card_of_its_service(desk: RunningDesk) -> None:
    await desk.ana.writes("no me abre el correo")
    await desk.ana.receives("Correo electrónico")
    await desk.ana.presses("Ver ficha")
    card = await desk.ana.receives("Correo electrónico · SER-004")
    for part in ("Microsoft Office 365", "24 horas, 7 días a la semana", f"Atendemos: {GENERAL}", "WhatsApp"):
        assert part in card.text
    assert "abierto hasta las 6:00 p. m." in card.text
    assert card.labels == CARD_BUTTONS


OPEN_OR_CLOSED = [
    ("2026-11-12 07:59", "cerrado; abrimos hoy a las 8:00 a. m."),
    ("2026-11-12 08:00", "abierto hasta las 6:00 p. m."),
    ("2026-11-12 17:59", "abierto hasta las 6:00 p. m."),
    ("2026-11-12 18:00", "cerrado; abrimos mañana viernes a las 8:00 a. m."),
    ("2026-11-13 16:59", "abierto hasta las 5:00 p. m."),
    (
        "2026-11-13 17:00",
        "cerrado; abrimos el martes 17 a las 8:00 a. m., el lunes es festivo: Independencia de Cartagena",
    ),
    ("2026-11-16 10:00", "cerrado; abrimos mañana martes a las 8:00 a. m."),
    ("2026-12-31 17:59", "abierto hasta las 6:00 p. m."),
    (
        "2026-12-31 18:00",
        "cerrado; abrimos el lunes 4 a las 8:00 a. m., mañana viernes es festivo: Año Nuevo",
    ),
    ("2027-01-01 10:00", "cerrado; abrimos el lunes 4 a las 8:00 a. m."),
]


async def test_the_card_says_whether_people_answer_now(desk: RunningDesk) -> None:
    for instant, expected in OPEN_OR_CLOSED:
        await desk.at(instant)
        await desk.ana.writes("SER-004")
        await desk.ana.receives(f"Ahora: {expected}")


async def test_wifi_alone_is_answered_until_six_on_fridays(desk: RunningDesk) -> None:
    await desk.at("2026-11-13 17:30")
    await desk.ana.writes("SER-001")
    await desk.ana.receives("abierto hasta las 6:00 p. m.")
    await desk.ana.writes("SER-003")
    await desk.ana.receives("cerrado; abrimos el martes 17")


async def test_the_holiday_is_named_on_its_day(desk: RunningDesk) -> None:
    await desk.at("2026-11-16 10:00")
    await desk.ana.writes("/horario")
    await desk.ana.receives("Independencia de Cartagena")


async def test_near_twins_are_a_choice_and_the_button_leads_to_the_card(desk: RunningDesk) -> None:
    await desk.ana.writes("sin internet")
    choice = await desk.ana.receives("¿Cuál de estos se parece más a lo suyo?")
    assert choice.labels[-1] == "Ninguna de estas"
    assert {"pick:SER-001", "pick:SER-003"} <= {button.data for row in choice.buttons for button in row}
    await desk.ana.presses("pick:SER-001")
    await desk.ana.receives("¿Dónde es?")


async def test_two_services_of_one_name_are_never_guessed_between(desk: RunningDesk) -> None:
    for asked in ("/servicio antivirus", "/horario antivirus", "/horario internet"):
        await desk.ana.writes(asked)
        found = await desk.ana.receives("Esto encontré")
        assert sum((button.data or "").startswith("svc:") for row in found.buttons for button in row) == 2


async def test_none_of_these_leads_to_the_catalogue_and_to_a_person(desk: RunningDesk) -> None:
    await desk.ana.writes("sin internet")
    await desk.ana.receives("¿Cuál de estos")
    await desk.ana.presses("Ninguna de estas")
    while "prefiero no adivinar" not in (await desk.ana.receives()).text:
        await desk.ana.presses("Ninguna de estas")
    assert desk.ana.last.labels == ["Abrir un caso sin servicio", "Ver el catálogo", "Hablar con una persona"]
    honest = desk.ana.last
    await desk.ana.presses("Ver el catálogo")
    await desk.ana.receives("33 servicios")
    await desk.ana.presses("Conectividad")
    await desk.ana.receives("SER-001")
    await desk.ana.presses("(SER-001)")
    await desk.ana.receives("Acceso a internet por WIFI")
    await desk.ana.presses("Hablar con una persona", honest)
    await desk.ana.receives("6411370")
    assert desk.ana.last.labels == ["Que un agente me escriba", "Es urgente"]


async def test_not_this_offers_what_else_it_may_be(desk: RunningDesk) -> None:
    await desk.ana.writes("no me abre el correo")
    await desk.ana.receives("Correo electrónico")
    await desk.ana.presses("No es esto")
    other = await desk.ana.receives("¿Cuál de estos se parece más")
    assert "Correo electrónico" not in other.text


async def test_a_person_can_be_asked_for_while_closed(desk: RunningDesk) -> None:
    await desk.at("2026-11-14 10:00")
    await desk.ana.writes("no me abre el correo")
    await desk.ana.receives("Correo electrónico")
    await desk.ana.presses("Ver ficha")
    await desk.ana.receives("SER-004")
    await desk.ana.presses("Hablar con una persona")
    await desk.ana.receives("A esta hora no hay agentes: cerrado; abrimos el martes 17")
    await desk.ana.presses("Que un agente me escriba")
    await desk.ana.receives("¿Dónde es?")


async def test_what_is_not_understood_is_said_honestly(desk: RunningDesk) -> None:
    await desk.ana.writes("blorf zumba catapún")
    message = await desk.ana.receives()
    assert "SER-" not in message.text
    assert message.labels, "there is a way on"


async def test_out_of_scope_leads_to_who_answers_for_it(desk: RunningDesk) -> None:
    await desk.ana.writes("quiero pagar el impuesto predial")
    await desk.ana.receives("Eso no lo maneja la mesa")
    await desk.ana.presses("¿Quién responde por eso?")
    reply = await desk.ana.receives()
    if "¿Sobre qué tema?" in reply.text:
        await desk.ana.writes("impuestos")
        reply = await desk.ana.receives()
    assert "Responde:" in reply.text


SMALL_TALK = [
    ("hola", "Buenos días"),
    ("muchas gracias", "Con mucho gusto"),
    ("¿eres un robot?", "un programa, no una persona"),
    ("chao", "Que le vaya muy bien"),
]


async def test_small_talk_gets_a_short_human_reply(desk: RunningDesk) -> None:
    for said, answer in SMALL_TALK:
        await desk.ana.writes(said)
        assert len((await desk.ana.receives(answer)).text) < 250


async def test_hours_of_a_service_named_or_last_spoken_of(desk: RunningDesk) -> None:
    await desk.ana.writes("¿a qué hora atienden?")
    await desk.ana.receives("Horario de atención de la mesa de servicio")
    await desk.ana.writes("el wifi no conecta")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("y a qué hora atienden eso?")
    hours = await desk.ana.receives("lunes a viernes de 8:00 a. m. a 6:00 p. m.")
    assert "SER-001" in hours.text


async def test_channels_are_told(desk: RunningDesk) -> None:
    await desk.ana.writes("¿por dónde los puedo contactar?")
    await desk.ana.receives("Cómo comunicarse con la mesa de servicio")
    assert "018000 415 393" in desk.ana.last.text


async def test_the_catalogue_by_command(desk: RunningDesk) -> None:
    await desk.ana.writes("/servicios")
    listed = await desk.ana.receives("33 servicios")
    assert "Infraestructura de TI: 3" in listed.text
    assert len(listed.labels) == 8
    await desk.ana.writes("/servicio")
    await desk.ana.receives("¿Qué servicio quiere ver?")
    await desk.ana.writes("/servicio correo")
    await desk.ana.receives("Correo electrónico · SER-004")
    await desk.ana.writes("/servicio SFR-034")
    await desk.ana.receives("SER-034")
    await desk.ana.writes("/servicio SER-028")
    await desk.ana.receives("SER-028 no existe")


async def test_processes_and_help(desk: RunningDesk) -> None:
    await desk.ana.writes("/procesos archivo")
    await desk.ana.receives("Director administrativo archivo general")
    await desk.ana.writes("/procesos xyzxyz")
    await desk.ana.receives("No encontré un proceso")
    await desk.ana.writes("/procesos")
    await desk.ana.receives("¿Quién responde por cada proceso?")
    await desk.ana.writes("/ayuda")
    help_text = await desk.ana.receives("/servicios")
    assert "/kpi" not in help_text.text
