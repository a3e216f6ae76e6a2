"""How the desk goes, for those who answer for it: figures that open into cases, a case without what is private."""

import pytest

from itgov_bot.storage import tickets
from tests.emulator import BotMessage, Person
from tests.journeys.desk import RunningDesk
from tests.journeys.solving import rates, solves

REFUSED = "Eso es solo para quienes tienen el rol"
FIRST, SECOND = "SAUS-2026-000001", "SAUS-2026-000002"


@pytest.fixture
async def desk(desk: RunningDesk) -> RunningDesk:
    """Carla is an agent, Darío a manager. Ana's case is solved and rated low, Beto's is live."""
    await desk.gives("agente", desk.carla)
    await desk.gives("gerente", desk.dario)
    await desk.opens_case(desk.ana, "no me abre el correo, soy Ana Ruiz, mi cel es 3001234567")
    await desk.opens_case(desk.beto, "la impresora no imprime")
    await solves(desk, desk.carla, FIRST, "Se amplió el buzón")
    await rates(desk, desk.ana, FIRST, 2, "demoraron mucho, llámeme al 3001234567")
    await desk.settled(desk.ana, desk.beto, desk.carla)
    return desk


async def asks(person: Person, what: str) -> BotMessage:
    await person.writes(what)
    return await person.receives()


async def test_one_screen_and_each_figure_opens_its_cases(desk: RunningDesk) -> None:
    shown = await asks(desk.dario, "/resumen")
    for line in (
        "esta semana (del 9 al 15 de noviembre)",
        "Recibidos: 2 (0)",
        "Resueltos: 1 (0)",
        "Pendientes ahora: 1 · 1 por atender y 0 esperan al solicitante",
        "0 a 1: 1 · 2 a 5: 0",
        "2 de 5 · 1 calificación, 1 baja",
        "Secretaría de Hacienda 2",
        "Carla 1",
        "Telegram 2",
        "De guardia: nadie",
    ):
        assert line in shown.text, line
    await desk.dario.presses("Recibidos (2)")
    listed = await desk.dario.receives("Recibidos · esta semana")
    assert listed.text.index(SECOND) < listed.text.index(FIRST)
    await desk.dario.presses("◂ Resumen")
    await desk.dario.receives("Resumen")
    await desk.dario.presses("Pendientes (1)")
    await desk.dario.receives("por días hábiles abiertos")
    await desk.dario.presses("0 a 1 días (1)")
    await desk.dario.receives("Pendientes de 0 a 1 días hábiles · ahora: 1")
    await desk.dario.presses("sum:20261109-20261115", listed)
    await desk.dario.receives("Resumen")
    await desk.dario.presses("Calificaciones bajas (1)")
    low = await desk.dario.receives("⭐⭐ «demoraron mucho")
    assert "3001234567" not in low.text
    await desk.dario.presses("Por servicio, agente…", shown)
    await desk.dario.receives("¿Qué quiere ver")
    await desk.dario.presses("Recibidos por dependencia")
    await desk.dario.receives("Secretaría de Hacienda: 2")
    await desk.dario.presses("Secretaría de Hacienda (2)")
    await desk.dario.receives("Recibidos: Secretaría de Hacienda")


async def test_low_ratings_are_asked_for_in_words(desk: RunningDesk) -> None:
    """With what was said; also by who coordinates, who asks of the cases in words as managers do, and of no indicator."""
    await desk.gives("coordinador", desk.carla)
    for person in (desk.carla, desk.dario):
        for asked in (
            "calificaciones bajas",
            "¿quién ha calificado mal?",
            "¿quién puso mala nota esta semana?",
        ):
            shown = await asks(person, asked)
            assert "Calificaciones bajas" in shown.text, asked
            assert "⭐⭐ «demoraron mucho" in shown.text, asked
    assert "0. No hay ninguna" in (await asks(desk.carla, "¿quién calificó mal ayer?")).text
    desk.carla.ignores_rest()
    assert "se resolvió 1 caso" in (await asks(desk.carla, "¿cuántos casos se resolvieron esta semana?")).text
    assert "%" not in (await asks(desk.carla, "¿cómo va el indicador de satisfacción?")).text
    desk.carla.ignores_rest()


async def test_other_days(desk: RunningDesk) -> None:
    for asked, answered in (
        ("/resumen hoy", "hoy, martes 10 de noviembre"),
        ("/resumen noviembre", "noviembre de 2026"),
        ("/resumen 2026-11", "Recibidos: 2 (0)"),
        ("/resumen ayer", "Recibidos: 0 (0)"),
        ("/resumen 2026", "tres meses a lo sumo"),
        ("/resumen cuando sea", "No entendí de qué días: «cuando sea»"),
    ):
        assert answered in (await asks(desk.dario, asked)).text, asked


async def test_a_case_without_what_is_private(desk: RunningDesk) -> None:
    for asked in (f"/estado {FIRST}", FIRST, "1"):
        shown = await asks(desk.dario, asked)
        assert f"{FIRST} · resuelto" in shown.text, asked
        assert "quien lo pidió lo abrió" in shown.text
        assert "Carla lo resolvió" in shown.text
        assert "Se amplió el buzón" in shown.text
        for private in ("3001234567", "Ana", "Ruiz", "@ana", "piso 2"):
            assert private not in shown.text, private
        assert not shown.buttons
    await desk.dario.writes("gracias, y llámenla")
    await desk.dario.receives()
    desk.dario.ignores_rest()
    await desk.settled()
    for person in (desk.carla, desk.ana):
        await person.receives_nothing()


async def test_nobody_else_at_any_press(desk: RunningDesk) -> None:
    await desk.dario.writes("/resumen")
    shown = await desk.dario.receives("Resumen")
    await desk.admin.writes("/rol quitar gerente @dario")
    await desk.admin.receives("ya no tiene el rol")
    await desk.dario.receives("Ya no tiene el rol gerente")
    pressed = ("sum:20261109-20261115", "sum:20261109-20261115:ls:in:0", f"look:{FIRST}", "news:weekly:0:8")
    for person in (desk.dario, desk.carla, desk.beto):
        for command in ("/resumen", "/avisos"):
            assert REFUSED in (await asks(person, command)).text
        for data in pressed:
            await person._press(person.chat, person.last.message_id, "x", data)
            await person.receives(REFUSED)
    await desk.dario.presses("Recibidos (2)", shown)
    await desk.dario.receives(REFUSED)
    assert "No encuentro entre sus casos" in (await asks(desk.dario, f"/estado {FIRST}")).text


FORGED = (
    "sum:",
    "sum:20261109",
    "sum:20261115-20261109",
    "sum:20261109-20261115:ls:all:0",
    "sum:20261109-20261115:ls:in:99999999999",
    "sum:20261109-20261115:ls:out:0:ag:999999999",
    "sum:20261109-20261115:ls:in:0:off:nobody",
    "sum:20261109-20261115:ls:open:0:age:9",
    "sum:20261109-20261115:by:in:svc:-1",
    "sum:00010101-00010103",
    "sum:99991201-99991231",
    "news:weekly:9:99",
    "news:monthly:31:8",
    "look:SAUS-2026-999999:log",
)


async def test_what_nobody_was_offered_is_answered_kindly(desk: RunningDesk) -> None:
    shown = await asks(desk.dario, "/resumen")
    for data in FORGED:
        await desk.dario._press(desk.dario.chat, shown.message_id, "x", data)
        assert "Algo falló" not in (await desk.dario.receives()).text, data


COUNTS = (
    ("¿cuántos casos se cancelaron este mes?", "se cancelaron 0 casos"),
    (
        "¿cuántos casos tenemos de Hacienda este mes?",
        "Secretaría de Hacienda\nEn noviembre de 2026 se recibieron 2 casos",
    ),
    ("¿cuántos casos de correo hubo este mes?", "Correo electrónico\nEn noviembre de 2026 se recibió 1 caso"),
    ("¿cuántos casos de impresoras de Planeación hubo este mes?", "se recibieron 0 casos"),
    ("¿cuántos casos resolvió carla este mes?", "Carla\nEn noviembre de 2026 se resolvió 1 caso"),
    (
        "¿cuántos casos llevan más de 10 días?",
        "abiertos hace más de 10 días hábiles\nAhora hay 0 casos pendientes",
    ),
    ("¿cuánto tiempo nos demoramos en resolver un caso?", "resolver un caso tomó normalmente"),
    ("¿cuántos computadores tenemos?", "Eso no lo llevo"),
    ("cuántos casos de internet hubo este mes", "Internet por wifi · Internet por cable"),
    ("cuántos urgentes resolvimos este mes", "Eso no lo llevo"),
    ("¿cuántos casos se escalaron este mes?", "Eso no lo llevo"),
    ("¿quién resolvió más casos de correo?", "Correo electrónico · Resueltos"),
    ("¿cuántos casos de correo se resolvieron en sitio este mes?", "Correo electrónico · En sitio"),
    ("y a distancia", "Correo electrónico · A distancia\nEn noviembre de 2026 se"),
    ("y recibidos cuántos", "Correo electrónico"),
    ("casos pendientes por sede", "Sede Aduana: 1"),
    (
        "hacienda vs planeación en noviembre",
        "Hacienda: 2\n• Secretaría de Planeación: 0\nMás: Secretaría de Hacienda.",
    ),
    ("y resueltos", "Resueltos · noviembre de 2026\n• Secretaría de Hacienda: "),
    (
        "¿entraron más casos de correo este mes que el pasado?",
        "Correo electrónico · Recibidos\n",
    ),
    ("¿quién demora menos en resolver?", "Tiempo de solución"),
    ("casos recibidos por mes", "Recibidos · noviembre de 2026"),
    ("cuántos casos de Hacienda llegaron por telegram este mes", "Secretaría de Hacienda · Telegram"),
    ("¿y por llamada?", "Secretaría de Hacienda · Llamada\nEn noviembre de 2026 se recibieron 0 casos"),
    ("y los de Planeación?", "Secretaría de Planeación · Llamada"),
    ("total de casos este año", "En lo que va de 2026 se recibieron"),
    ("los de carla", "Carla\nEn lo que va de 2026"),
)
"""One after the other: what begins with «y», or is only a part, goes on from the one before."""


async def test_a_question_is_answered_as_it_is_narrowed_or_not_at_all(desk: RunningDesk) -> None:
    for text, answer in COUNTS:
        told = await asks(desk.dario, text)
        assert answer in told.text, (text, told.text)
        assert "2025" not in told.text, "no case was kept then: 0 would say that none came"


async def test_what_was_narrowed_opens_into_its_cases(desk: RunningDesk) -> None:
    await asks(desk.dario, "¿cuántos casos de correo hubo este mes?")
    await desk.dario.presses("Recibidos (1)")
    listed = await desk.dario.receives("Correo electrónico")
    assert FIRST in listed.text
    assert SECOND not in listed.text


async def test_which_cases_a_count_was_of_and_how_one_dependencia_goes(desk: RunningDesk) -> None:
    await asks(desk.dario, "¿cuántos casos se recibieron este mes?")
    listed = await asks(desk.dario, "¿cuáles fueron?")
    assert FIRST in listed.text
    assert SECOND in listed.text
    open_ones = (await asks(desk.dario, "y de esos cuántos siguen abiertos")).text
    assert "De 2 casos recibidos" in open_ones
    assert "hay 1 caso pendiente" in open_ones
    assert SECOND in open_ones
    assert FIRST not in open_ones
    assert "se resolvió 1 caso" in (await asks(desk.dario, "y de esos cuántos ya salieron")).text
    assert "Eso no lo llevo" in (await asks(desk.dario, "cuántos de esos se reabrieron")).text
    assert "Secretaría de Hacienda" in (await asks(desk.dario, "¿cómo va Hacienda?")).text
    await desk.dario.receives("se resolvió 1 caso")
    await desk.dario.receives("Ahora hay 1 caso pendiente")
    asked = await asks(desk.dario, "exporta los casos de Hacienda de noviembre")
    assert "Solo: Secretaría de Hacienda" in asked.text


async def test_a_case_is_pointed_at_in_words(desk: RunningDesk) -> None:
    manager = desk.dario
    await asks(manager, "/resumen")
    assert "Nadie lo ha tomado" in (await asks(manager, "ábrame el de la impresora")).text
    for said in ("quién lo tiene", "desde cuándo está así"):
        told = await asks(manager, said)
        assert SECOND in told.text
        assert "espera en la fila desde" in told.text
    assert "no queda escrito" in (await asks(manager, "por qué nadie lo ha cogido")).text
    assert "los agentes" in (await asks(manager, "páselo a Carla")).text
    assert FIRST in (await asks(manager, "y el 1")).text
    assert SECOND in (await asks(manager, "quiero ver el caso de la impresora")).text
    await asks(manager, "cuántos casos se recibieron esta semana")
    assert "¿Cuál de estos?" in (await asks(manager, "ábralo")).text
    assert FIRST in (await asks(manager, "abra el segundo")).text
    assert SECOND in (await asks(manager, "y el otro")).text
    assert "uno de «lavadora»" in (await asks(manager, "ábrame el de la lavadora")).text
    assert "Vamos a abrir su caso" in (await asks(manager, "quiero abrir un caso")).text


async def test_what_goes_on_from_a_summary(desk: RunningDesk) -> None:
    manager = desk.dario
    await asks(manager, "/resumen noviembre")
    assert "De 2 casos recibidos en noviembre" in (await asks(manager, "y de esos cuántos ya salieron")).text
    assert SECOND in (await asks(manager, "y los que faltan cuáles son")).text
    await asks(manager, "/resumen noviembre")
    assert "Recibidos" in (await asks(manager, "y contra octubre")).text
    await manager.receives("Resueltos")
    await asks(manager, "/resumen noviembre")
    assert "De oct. 2026 no puedo decirlo" in (await asks(manager, "y en octubre")).text


async def test_cases_are_counted_by_the_site_that_their_place_names(desk: RunningDesk) -> None:
    async with desk.app.work.begin() as work:
        for number, place in ((FIRST, "Hacienda, sede Manga, piso 2"), (SECOND, "CHAMBACÚ piso 1")):
            ticket = await tickets.by_number(work.session, number)
            assert ticket
            await tickets.put(work.session, ticket.id, place=place)
    manager = desk.dario
    told = (await asks(manager, "casos de este mes por sede")).text
    assert "Sede Manga: 1" in told
    assert "Sede Chambacu: 1" in told
    assert "se recibió 1 caso" in (await asks(manager, "cuántos casos llegaron de Manga este mes")).text
    assert SECOND in (await asks(manager, "muéstreme los pendientes de Chambacú")).text
    assert "Sede Aduana" in (await asks(manager, "y de la Aduana")).text
    assert "Igual" in (await asks(manager, "Manga contra Chambacú este mes")).text
