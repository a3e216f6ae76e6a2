"""A question in plain Spanish: its card, when people answer, the choice between near-twins, and the ways on."""

import pytest

from tests.journeys.desk import RunningDesk

EVERYDAY = [
    "💻 Computador",
    "🌐 Internet y red",
    "🖨 Impresora",
    "🔑 Correo o clave",
    "🧩 Programas y sistemas",
    "➕ Otra cosa",
]
GENERAL = "lunes a jueves de 8:00 a. m. a 6:00 p. m. y viernes de 8:00 a. m. a 5:00 p. m."


async def test_a_report_gets_three_lines_and_the_sheet_on_request(desk: RunningDesk) -> None:
    await desk.ana.writes("no me llegan los correos")
    card = await desk.ana.receives("📧 Correo electrónico\n🟢 Atienden hasta las 6:00 p. m.\n")
    assert "¿Dónde es?" in card.text
    assert "Office 365" not in card.text
    assert card.labels[-2:] == ["Ver ficha", "No es esto"]
    await desk.ana.presses("Ver ficha")
    sheet = await desk.ana.receives("Correo electrónico · SER-004")
    for part in ("Microsoft Office 365", "24 horas, 7 días a la semana", f"atienden: {GENERAL}", "WhatsApp"):
        assert part in sheet.text
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Hacienda, Aduana, piso 2")
    assert "no me llegan los correos" in (await desk.ana.receives("Revise su caso")).text


async def test_a_question_is_answered_first(desk: RunningDesk) -> None:
    await desk.ana.writes("¿para qué sirve la vpn?")
    await desk.ana.receives("Entrar a la red de la entidad desde fuera, por VPN")
    assert desk.ana.last.labels[:2] == ["Abrir un caso", "Ver ficha"]
    await desk.ana.writes("es que sale un aviso raro, en hacienda piso 2")
    summary = await desk.ana.receives("Revise su caso")
    assert "sale un aviso raro" in summary.text
    assert "Secretaría de Hacienda, piso 2" in summary.text


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
    assert choice.text == "¿Cuál de estos se parece más a lo suyo?"
    assert sorted(choice.labels[:2]) == ["Internet por cable", "Internet por wifi"]
    assert choice.labels[2:] == ["No sé, o las dos", "Ninguna de estas"]
    await desk.ana.presses("pick:SER-001")
    await desk.ana.receives("📶 Internet por wifi")


@pytest.mark.parametrize(
    ("said", "card"),
    [
        ("el de cable", "🌐 Internet por cable"),
        ("por el wifi", "📶 Internet por wifi"),
        ("la primera", "¿Dónde es?"),
        ("en el computador de escritorio, con el cable azul", "🌐 Internet por cable"),
    ],
)
async def test_a_choice_is_answered_in_words(desk: RunningDesk, said: str, card: str) -> None:
    await desk.ana.writes("no hay internet")
    await desk.ana.receives("¿Cuál de estos")
    await desk.ana.writes(said)
    assert "¿Dónde es?" in (await desk.ana.receives(card)).text


@pytest.mark.parametrize("said", ["sí", "claro que sí"])
async def test_a_yes_to_several_chooses_none_and_is_no_small_talk(desk: RunningDesk, said: str) -> None:
    await desk.ana.writes("no hay internet")
    await desk.ana.receives("¿Cuál de estos")
    await desk.ana.writes(said)
    await desk.ana.receives("No entendí cuál")
    await desk.ana.writes("la primera")
    await desk.ana.receives("¿Dónde es?")


@pytest.mark.parametrize("said", ["no sé", "las dos", "cualquiera"])
async def test_who_cannot_say_which_goes_on_with_both_noted(desk: RunningDesk, said: str) -> None:
    await desk.ana.writes("no hay internet")
    await desk.ana.receives("¿Cuál de estos")
    await desk.ana.writes(said)
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Hacienda, Aduana, piso 2")
    summary = (await desk.ana.receives("Revise su caso")).text
    assert "Puede ser: Internet por cable o Internet por wifi" in summary


async def test_two_services_of_one_name_are_never_guessed_between(desk: RunningDesk) -> None:
    for asked in ("/servicio antivirus", "/horario antivirus", "/horario internet"):
        await desk.ana.writes(asked)
        found = await desk.ana.receives("Esto encontré")
        assert sum((button.data or "").startswith("svc:") for row in found.buttons for button in row) == 2


async def test_none_of_these_leads_to_the_everyday_groups(desk: RunningDesk) -> None:
    await desk.ana.writes("sin internet")
    await desk.ana.receives("¿Cuál de estos")
    await desk.ana.writes("ninguna de esas")
    groups = await desk.ana.receives("Entonces, ¿con qué es?")
    assert groups.labels == [*EVERYDAY, "No sé: que lo clasifiquen", "Hablar con una persona"]
    await desk.ana.presses("Internet y red")
    await desk.ana.receives("¿qué pasa?")
    await desk.ana.presses("Volver")
    await desk.ana.receives("¿Con qué es?")
    await desk.ana.writes("la impresora")
    await desk.ana.receives("Impresora: ¿qué pasa?")
    await desk.ana.writes("no sé")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Aduana, piso 1")
    assert "sin internet" in (await desk.ana.receives("Servicio: por clasificar")).text


async def test_not_this_offers_nothing_that_looks_odd(desk: RunningDesk) -> None:
    await desk.ana.writes("no me abre el correo")
    await desk.ana.receives("Correo electrónico")
    await desk.ana.presses("No es esto")
    await desk.ana.receives("Entonces, ¿con qué es?")
    assert desk.ana.last.labels[:6] == EVERYDAY


async def test_the_catalogue_is_one_press_away_from_a_name_that_it_has_not(desk: RunningDesk) -> None:
    await desk.ana.writes("/servicio qwerty")
    await desk.ana.receives("No hay un servicio")
    await desk.ana.presses("Ver el catálogo")
    await desk.ana.receives("33 servicios")
    await desk.ana.presses("Conectividad")
    await desk.ana.receives("SER-001")
    await desk.ana.presses("Internet por wifi")
    await desk.ana.receives("Acceso a internet por WIFI")
    await desk.ana.presses("Hablar con una persona")
    await desk.ana.receives("6411370")


async def test_a_person_can_be_asked_for_while_closed(desk: RunningDesk) -> None:
    await desk.at("2026-11-14 10:00")
    await desk.ana.writes("SER-004")
    await desk.ana.receives("SER-004")
    await desk.ana.presses("Hablar con una persona")
    await desk.ana.receives("A esta hora no hay nadie en la mesa: cerrado; abrimos el martes 17")
    await desk.ana.presses("Que me escriban")
    await desk.ana.receives("¿Dónde es?")


@pytest.mark.parametrize("vague", ["no funciona", "esto está malo"])
async def test_what_is_unclear_is_asked_and_the_words_are_kept(desk: RunningDesk, vague: str) -> None:
    await desk.ana.writes(vague)
    await desk.ana.receives("¿Con qué es?")
    await desk.ana.presses("Impresora")
    await desk.ana.receives("¿qué pasa?")
    await desk.ana.presses("No imprime")
    await desk.ana.receives("🖨 Impresoras")
    await desk.ana.writes("Hacienda, Aduana, piso 2")
    summary = (await desk.ana.receives("Revise su caso")).text
    assert vague in summary
    assert "Impresora: no imprime" in summary
    await desk.sends(desk.ana)
    await desk.ana.receives("Su caso quedó abierto")


async def test_what_is_told_next_goes_with_what_was_unclear(desk: RunningDesk) -> None:
    await desk.ana.writes("esta vaina no sirve desde ayer")
    await desk.ana.receives("¿Con qué es?")
    await desk.ana.writes("es la impresora nueva, no imprime")
    await desk.ana.receives("🖨 Impresoras")
    await desk.ana.writes("Hacienda, Aduana, piso 2")
    summary = (await desk.ana.receives("Revise su caso")).text
    assert "desde ayer" in summary
    assert "la impresora nueva" in summary


async def test_another_problem_instead_of_a_choice_is_told_first_and_the_earlier_one_after_it(
    desk: RunningDesk,
) -> None:
    await desk.ana.writes("no hay internet")
    await desk.ana.receives("¿Cuál de estos")
    await desk.ana.writes("la impresora no imprime")
    await desk.ana.receives("🖨 Impresoras")
    await desk.ana.writes("Hacienda, Aduana, piso 2")
    await desk.ana.receives("Revise su caso")
    await desk.sends(desk.ana)
    await desk.ana.receives("SAUS-2026-000001")
    await desk.ana.receives("Quedaba lo otro que me contó: «no hay internet»")


async def test_of_several_problems_both_are_told_one_after_the_other(desk: RunningDesk) -> None:
    await desk.ana.writes("no me abre el correo y tampoco el sigob")
    await desk.ana.receives("¿Por cuál empezamos?")
    await desk.ana.writes("las dos")
    await desk.ana.receives("Correo electrónico")
    await desk.ana.writes("Hacienda, Aduana, piso 2")
    await desk.ana.receives("Revise su caso")
    await desk.sends(desk.ana)
    await desk.ana.receives("SAUS-2026-000001")
    await desk.ana.receives("Quedaba lo otro que me contó")


async def test_out_of_scope_says_whose_it_is(desk: RunningDesk) -> None:
    await desk.ana.writes("quiero pedir vacaciones")
    answer = await desk.ana.receives("Eso no lo maneja la mesa")
    assert "Parece ser de Dirección Administrativa" in answer.text


async def test_who_knows_better_goes_on_without_typing_again(desk: RunningDesk) -> None:
    await desk.ana.writes("quiero pedir vacaciones")
    await desk.ana.receives("Eso no lo maneja la mesa")
    await desk.ana.writes("sí es de informática")
    await desk.ana.receives("¿Con qué es?")
    await desk.ana.presses("Programas y sistemas")
    await desk.ana.receives("¿qué pasa?")
    await desk.ana.presses("Un sistema falla")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Hacienda, Aduana, piso 2")
    assert "pedir vacaciones" in (await desk.ana.receives("Revise su caso")).text


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
    assert "Infraestructura de TI: 3" in listed.labels
    assert len(listed.labels) == 8
    await desk.ana.writes("/servicio")
    await desk.ana.receives("¿Qué servicio quiere ver?")
    await desk.ana.writes("/servicio correo")
    await desk.ana.receives("Correo electrónico · SER-004")
    await desk.ana.writes("/servicio SFR-034")
    await desk.ana.receives("SER-034")
    for wanted in ("/servicio SER-028", "SER-028", "ser 28"):
        await desk.ana.writes(wanted)
        await desk.ana.receives("SER-028 no existe")
    await desk.ana.writes("/servicio 4")
    await desk.ana.receives("Correo electrónico · SER-004")


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


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("¿mi jefa ve mis casos?", "Sus casos los ve usted"),
        ("¿tienen mantenimiento programado?", "No hay ningún mantenimiento programado"),
        ("¿puedo ir en persona?", "🏢"),
        ("¿atienden por wpp?", "la mesa atiende por WhatsApp"),
    ],
)
async def test_what_is_asked_in_the_middle_of_a_case_is_answered_too(
    desk: RunningDesk, asked: str, told: str
) -> None:
    await desk.ana.writes("la impresora no imprime")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes(asked)
    await desk.ana.receives(told)
