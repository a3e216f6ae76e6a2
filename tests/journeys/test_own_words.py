"""What people mean in words: leaving a form, asking after their case, a day's hours, who answers for a topic."""

import pytest

from tests.journeys.desk import RunningDesk


@pytest.mark.parametrize("said", ["cancelar", "déjelo así", "mejor no gracias", "no quiero seguir"])
async def test_a_form_is_left_in_words(desk: RunningDesk, said: str) -> None:
    await desk.ana.writes("/caso no me abre el correo")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes(said)
    await desk.ana.receives("sin enviar")


@pytest.mark.parametrize("said", ["7", "😀", "¿qué es dependencia?", "gracias", "asdfgh"])
async def test_what_names_no_place_is_asked_again(desk: RunningDesk, said: str) -> None:
    await desk.ana.writes("/caso no me abre el correo")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes(said)
    await desk.ana.receives()
    await desk.ana.receives("¿Dónde es?")


@pytest.mark.parametrize("said", ["¿y para qué necesitan mis datos?", "hola", "piso 1"])
async def test_only_a_contact_or_a_yes_is_a_consent(desk: RunningDesk, said: str) -> None:
    await desk.ana.writes("/caso no me abre el correo")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Aduana")
    await desk.ana.receives("Al enviarlo, usted lo autoriza")
    await desk.ana.writes(said)
    while "Al enviarlo, usted lo autoriza" not in (await desk.ana.receives()).text:
        pass
    await desk.ana.writes("/misdatos")
    await desk.ana.receives("No tengo guardados su nombre ni su contacto")
    desk.ana.ignores_rest()


@pytest.mark.parametrize(
    "outage",
    [
        "se cayó el servidor de Hacienda, nadie puede trabajar",
        "no hay internet en todo el edificio, nadie tiene",
        "se cayó el correo de toda la alcaldía, nadie puede entrar",
        "se fue la red en toda la sede, tenemos usuarios esperando",
    ],
)
async def test_an_outage_told_where_a_place_was_asked_is_offered_the_guard(
    desk: RunningDesk, outage: str
) -> None:
    await desk.at("2026-11-13 22:00")
    await desk.ana.writes("/caso el teclado no escribe")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes(outage)
    await desk.ana.receives("¿Aviso ya a la guardia?")


@pytest.mark.parametrize(
    "said", ["¿cómo va mi caso?", "ya cuánto se demoran?", "¿ya lo tomaron?", "el caso 1 cómo va?"]
)
async def test_asking_after_ones_case_shows_it(desk: RunningDesk, said: str) -> None:
    number = await desk.opens_case(desk.ana)
    await desk.ana.writes(said)
    shown = await desk.ana.receives(number)
    assert "la fila" in shown.text


async def test_words_with_the_number_of_a_case_go_to_it(desk: RunningDesk) -> None:
    number = await desk.opens_case(desk.ana)
    await desk.ana.writes(f"el {number} es en un computador marca Dell")
    passed = await desk.ana.receives(f"Se lo pasé a la mesa ({number})")
    assert passed.labels == ["¿Era otra cosa?"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("¿atienden el lunes?", "No: el lunes 16 no atendemos, es festivo: Independencia de Cartagena"),
        ("atienden los sabados?", "No: "),
        ("¿atienden mañana viernes a las 5:30 pm?", "No: mañana viernes a las 5:30 p. m. está cerrado"),
        ("a qué hora atienden mañana?", "Mañana viernes atendemos de 8:00 a. m. a 5:00 p. m."),
    ],
)
async def test_hours_are_told_for_the_day_that_is_asked(desk: RunningDesk, said: str, told: str) -> None:
    await desk.at("2026-11-12 10:00")
    await desk.ana.writes(said)
    await desk.ana.receives(told)


async def test_who_answers_for_a_topic_is_told(desk: RunningDesk) -> None:
    await desk.ana.writes("¿quién responde por el archivo?")
    await desk.ana.receives("Gestión Documental")


async def test_a_second_urgent_report_does_not_replace_the_first_in_silence(desk: RunningDesk) -> None:
    await desk.at("2026-11-13 22:00")
    await desk.ana.writes("/urgente mañana a las 7 am el alcalde tiene rueda de prensa y falta un ingeniero")
    await desk.ana.receives("¿Aviso ya a la guardia?")
    await desk.ana.writes("/urgente mi mouse no sirve")
    await desk.ana.receives("rueda de prensa")
    await desk.ana.presses("Seguir donde iba")
    await desk.ana.receives("¿Aviso ya a la guardia?")


async def test_the_second_problem_of_a_message_comes_after_the_first(desk: RunningDesk) -> None:
    await desk.ana.writes("no me abre el correo. ademas la impresora no imprime")
    await desk.ana.receives("Veo más de una cosa")
    await desk.ana.writes("1")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Aduana")
    await desk.ana.receives("Revise su caso")
    await desk.ana.writes("Enviar")
    await desk.ana.receives("SAUS-2026-000001")
    await desk.ana.receives("Quedaba lo otro que me contó: «")
    await desk.ana.writes("sí")
    summary = await desk.ana.receives("Revise su caso")
    assert "SER-025" in summary.text


async def test_what_is_told_beside_a_question_or_a_number_is_not_forgotten(desk: RunningDesk) -> None:
    await desk.ana.writes("hasta q hora atienden hoy? es q se me dañó el mouse")
    await desk.ana.receives("Hoy atendemos")
    await desk.ana.receives("Equipos y periféricos")
    await desk.beto.writes("que me llamen al 3001234567, es q no puedo abrir el siapa")
    await desk.beto.receives("¿Con qué es?")
    await desk.beto.writes("mi computador")
    await desk.beto.receives()
    await desk.settled(desk.beto)


async def test_which_one_and_where_may_be_told_at_once(desk: RunningDesk) -> None:
    await desk.ana.writes("se cayó el internet otra vez, ya es la tercera vez esta semana")
    await desk.ana.receives("¿Cuál de estos se parece más a lo suyo?")
    await desk.ana.writes("pues el de cable, estoy en la Secretaría de Educación")
    assert "Lugar: Secretaría de Educación" in (await desk.ana.receives("Internet por cable")).text


async def test_where_somebody_is_names_no_service(desk: RunningDesk) -> None:
    await desk.ana.writes("la red no me sirve")
    await desk.ana.receives("¿Con qué es?")
    await desk.ana.writes("edificio galeras piso 2")
    await desk.ana.receives("Anotado: edificio galeras piso 2")
    await desk.ana.receives("¿Con qué es?")


async def test_who_one_is_names_the_place_of_their_office(desk: RunningDesk) -> None:
    await desk.ana.writes("/caso el mouse no me sirve")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("soy contratista de planeación")
    await desk.ana.receives("Lugar: Secretaría de Planeación")
