"""Managers ask as people do: in words, by order, and going on from the last question. Nobody else is told anything."""

from tests.emulator import Person
from tests.journeys.desk import RunningDesk

ASKED = [
    ("cómo vamos en soporte remoto", "Indicador 8 · Soporte remoto"),
    ("¿qué indicadores están en rojo?", "por debajo de la meta"),
    ("¿cuáles ya cumplieron la meta?", "cumple la meta"),
    ("va mejorando la satisfacción", "Indicador 5 · Nivel de satisfaccion"),
    ("muéstreme todo el tablero de indicadores", "Indicadores de gestión de TI"),
    ("¿quién va mejor, el 6 o el 7?", "El 6 va 42 puntos por encima del 7."),
    ("¿cuál es la meta de mantenimientos preventivos?", "2. Eficacia Mantenimientos Preventivos: meta 95 %"),
    ("¿cómo se calcula la disponibilidad de la red?", "total de horas del mes *100"),
    (
        "¿quién responde por el indicador de inventarios?",
        "Gestor infraestructura: ⚠️ nadie tiene el cargo (se da con /rol)\n• 4. Inventario",
    ),
    ("¿qué indicadores faltan por reportar?", "regist"),
    ("¿qué caídas hubo este mes?", "Caídas · nov. 2026"),
    ("¿se cayó la red en junio de 2023?", "la hoja dice: jun. 2023 78 %"),
    ("¿cuántos casos se abrieron este mes?", "se recibieron"),
    ("¿cómo nos calificaron los usuarios este mes?", "calific"),
    ("páseme los indicadores a excel", "Indicadores de 2023"),
    ("páseme los indicadores en un archivo", "En qué formato"),
    ("el 128% de qué es", "1. Eficiencia de solicitudes: 128 % (mar. 2023)"),
    ("qué significa que pase de 100", "nunca pasa de 100 %"),
    ("evolución de soporte remoto", "Indicador 8 · Soporte remoto"),
    ("cambie la meta: el 8 a 50", "aquí no se cambian"),
    ("en 2023 cómo estábamos", "Indicadores de gestión de TI · 2023"),
    ("¿qué le puedo preguntar de los indicadores?", "Qué puede preguntar de los indicadores"),
]
TROUBLES = ["cómo califico la atención", "cómo va mi caso", "necesito soporte remoto", "se cayó la red"]
OF_MANAGERS = ("Indicador ", "meta ", "Caídas ·", "de gestión de TI", "se recibieron", "En qué formato")


async def asks(person: Person, text: str, answer: str) -> None:
    await person.writes(text)
    told = await person.receives()
    if not told.text:  # too long for the caption of its picture
        told = await person.receives()
    assert answer in told.text, text
    assert not any("abrir" in label.lower() for label in told.labels), text


async def test_what_a_manager_asks_in_words_is_answered(desk: RunningDesk) -> None:
    await desk.gives("gerente", desk.ana)
    for text, answer in ASKED:
        await asks(desk.ana, text, answer)


async def test_a_trouble_of_a_manager_is_a_trouble(desk: RunningDesk) -> None:
    await desk.gives("gerente", desk.ana)
    for text in TROUBLES:
        await desk.ana.writes(text)
        told = await desk.ana.receives()
        assert not any(word in told.text for word in OF_MANAGERS), text


async def test_nobody_else_is_told_anything(desk: RunningDesk) -> None:
    await desk.knows(desk.ana)
    for text, _ in ASKED:
        await desk.ana.writes(text)
        await desk.settled()
        said = [told.text for told in desk.ana.inbox.unseen]
        assert said
        assert not any(sign in text for text in said for sign in OF_MANAGERS), text
        desk.ana.ignores_rest()


async def test_the_next_question_goes_on_from_the_last(desk: RunningDesk) -> None:
    await desk.gives("gerente", desk.ana)
    for text, answer in [
        ("¿cómo salió soporte remoto en marzo de 2023?", "8 % ↑ (mar. 2023"),
        ("¿y en abril de 2023?", "2 % ↓ (abr. 2023"),
        ("¿y el 9?", "Indicador 9 · Disponibilidad en la red"),
        ("¿y en junio?", "78 % ↓ (jun. 2023"),
        ("¿y la meta?", "Disponibilidad en la red: meta 90 %"),
    ]:
        await asks(desk.ana, text, answer)
    await desk.advance(minutes=31)
    await desk.ana.writes("¿y en abril de 2023?")
    assert "Indicador 9" not in (await desk.ana.receives()).text


async def test_a_question_in_the_middle_of_a_form_comes_back_to_it(desk: RunningDesk) -> None:
    await desk.gives("gerente", desk.ana)
    await desk.ana.writes("/caso")
    await desk.ana.receives()
    await desk.ana.writes("¿qué indicadores están en rojo?")
    await desk.ana.receives("por debajo de la meta")
    await desk.ana.receives()
    await desk.ana.writes("no me abre el correo")
    assert "meta" not in (await desk.ana.receives()).text


async def test_a_stretch_of_time_goes_with_every_order(desk: RunningDesk) -> None:
    await desk.opens_case(desk.beto)
    await desk.gives("gerente", desk.ana)
    for order, answer in [
        ("/exportar noviembre", "noviembre de 2026"),
        ("/exportar este mes", "noviembre de 2026"),
        ("/exportar 2026-T4 SER-004", "4.º trimestre de 2026"),
        ("/exportar todo", "todo el tiempo"),
        ("/exportar jirafa", "No entendí el período «jirafa»"),
        ("/caidas 2026-11", "Caídas · nov. 2026"),
        ("/caidas marzo", "llevo casos y caídas desde el 10 de noviembre de 2026"),
        ("/caidas jirafa", "No entendí de cuándo"),
    ]:
        await desk.ana.writes(order)
        await desk.ana.receives(answer)


async def test_two_things_asked_at_once_are_both_answered(desk: RunningDesk) -> None:
    await desk.opens_case(desk.beto)
    await desk.gives("gerente", desk.ana)
    await desk.ana.writes("¿cuántos casos entraron y cuántos se resolvieron este mes?")
    await desk.ana.receives("se recibió 1 caso")
    await desk.ana.receives("se resolvieron 0 casos")


async def test_a_manager_sees_a_case_by_its_number_and_not_whose_it_is(desk: RunningDesk) -> None:
    number = await desk.opens_case(desk.beto)
    await desk.gives("gerente", desk.ana)
    await desk.ana.writes("muéstreme el caso 1")
    assert "Qué ha pasado" in (await desk.ana.receives(number)).text
    await desk.ana.writes("páseme el teléfono de quien puso el caso 1")
    await desk.ana.receives("no lo ve un gerente")
    assert "Beto" not in (await desk.ana.receives(number)).text
    await desk.ana.writes("¿quién está de guardia?")
    await desk.ana.receives("Guardia")


async def test_the_second_of_a_list_is_opened(desk: RunningDesk) -> None:
    await desk.gives("gerente", desk.ana)
    await desk.ana.writes("¿qué indicadores están en rojo?")
    listed = await desk.ana.receives("por debajo de la meta")
    await desk.ana.writes("¿y el segundo?")
    number = listed.labels[1].split()[1]
    await desk.ana.receives(f"Indicador {number.rstrip('.')} ·")


async def test_a_form_left_for_days_is_asked_about_once_and_blocks_no_figure(desk: RunningDesk) -> None:
    await desk.gives("gerente", desk.ana)
    await desk.gives("agente", desk.ana)
    await desk.ana.writes("/caso_para Rosa Pérez")
    await desk.ana.receives("¿Por dónde se lo contaron?")
    await desk.advance(days=14)
    for text in ("cómo vamos en soporte remoto", "comparar 6 y 7"):
        await desk.ana.writes(text)
        assert "medio llenar" not in (await desk.ana.receives()).text
        await desk.settled(desk.ana)
    await desk.ana.writes("la impresora no imprime")
    await desk.ana.receives("Tenía a medio llenar")
    await desk.ana.writes("el teclado no escribe")
    await desk.ana.receives("Dejé sin enviar el caso de otra persona")
    await desk.settled(desk.ana)
    await desk.ana.writes("/cancelar")
    assert "otra persona" not in (await desk.ana.receives()).text
