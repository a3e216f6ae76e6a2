"""What an agent writes while a yes is awaited: an answer, what waits put right, or something else, which nobody reads as
words for them; and what was done is told, and offered as a note."""

from collections.abc import AsyncIterator

import pytest

from tests.emulator import BotMessage, Group
from tests.journeys.desk import RunningDesk, past_edits
from tests.journeys.test_by_name import named
from tests.journeys.test_queue import has_cases


@pytest.fixture
async def two(desk: RunningDesk) -> AsyncIterator[tuple[str, str]]:
    """Carla has the case of Ana Ruiz; that of Beto Díaz waits."""
    group = await desk.has_group(desk.carla, desk.dario)
    await desk.knows(desk.ana, desk.beto)
    await named(desk, desk.ana, "Ana Ruiz")
    await named(desk, desk.beto, "Beto Díaz")
    [mail] = await has_cases(desk, desk.ana, "no me abre el correo")
    [printer] = await has_cases(desk, desk.beto, "la impresora no imprime")
    await desk.carla.writes("tomo el 1")
    await desk.settled(group, desk.ana, desk.beto, desk.carla, desk.dario)
    yield mail, printer
    await desk.settled(group, desk.ana, desk.beto, desk.carla, desk.dario)


async def shown(desk: RunningDesk, words: str, *, then: str) -> BotMessage:
    """What Carla reads who answers so to «¿le envío …?»."""
    await desk.carla.writes(f"dígale a Ana que {words}")
    await desk.carla.receives(f"¿le envío «{words}» a Ana Ruiz?")
    await desk.carla.writes(then)
    return await past_edits(desk.carla)


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("no, en 40", "¿le envío «paso en 40 minutos» a Ana Ruiz?"),
        ("dígale mejor que la llamo", "¿le envío «la llamo» a Ana Ruiz?"),
        ("cámbielo: ya bajo a verlo", "¿le envío «ya bajo a verlo» a Ana Ruiz?"),
        ("buenas, paso más tarde a revisarlo", "¿le envío «buenas, paso más tarde a revisarlo» a Ana Ruiz?"),
        ("corríjalo", "¿Qué le digo a Ana Ruiz"),
        ("no, mejor no le escriba nada", "No envié nada"),
        ("déjelo así", "No envié nada"),
        ("bórrelo", "No envié nada"),
        ("escálelo", "¿A quién le paso"),
        ("resuélvalo", "¿qué se hizo?"),
        ("júntelo", "¿lo junto con otro?"),
        ("ya ese, le cambié la clave", "¿lo resuelvo"),
        ("apunte que falta la licencia", "Nota guardada"),
    ],
)
async def test_what_is_no_yes_sends_nothing(
    desk: RunningDesk, two: tuple[str, str], said: str, answer: str
) -> None:
    read = await shown(desk, "paso en 20 minutos", then=said)
    if "Lo anterior no lo hice" in read.text or "Sigue pendiente" in read.text:
        read = await past_edits(desk.carla)
    assert answer in read.text
    await desk.ana.receives_nothing()


@pytest.mark.parametrize(
    "asked", ["¿qué me contestó?", "¿ya respondió ella?", "qué tengo yo", "los míos", "¿cuántos llevo?"]
)
async def test_a_question_is_answered(desk: RunningDesk, two: tuple[str, str], asked: str) -> None:
    await shown(desk, "ya subo", then=asked)
    await desk.settled()
    assert not any("¿le envío" in one.text for one in desk.carla.inbox.unseen)
    await desk.ana.receives_nothing()


async def test_that_case_is_meant_which_was_spoken_of_last(desk: RunningDesk, two: tuple[str, str]) -> None:
    _, printer = two
    await shown(desk, "ya subo", then="yo me encargo del de Beto")
    await desk.beto.receives("Carla tomó su caso")
    await desk.settled()
    await desk.carla.writes("déjelo en espera hasta que llegue el tóner")
    await desk.beto.receives(f"Su caso {printer} queda en espera")
    await desk.ana.receives_nothing()


async def test_whoever_has_it_keeps_it_by_a_no(desk: RunningDesk, two: tuple[str, str]) -> None:
    await desk.dario.writes("tomo el 1")
    await desk.dario.receives("¿Lo toma usted?")
    await desk.dario.writes("no, déjeselo a ella")
    await desk.dario.receives()
    await desk.ana.receives_nothing()


async def test_an_order_is_no_yes_to_whether_it_is_taken(desk: RunningDesk, two: tuple[str, str]) -> None:
    await desk.dario.writes("tomo el 1")
    await desk.dario.receives("¿Lo toma usted?")
    await desk.dario.writes("escálelo")
    await desk.dario.receives("¿Lo asigna usted?")
    await desk.ana.receives_nothing()


async def test_the_very_deed_is_a_yes(desk: RunningDesk, two: tuple[str, str]) -> None:
    await desk.carla.writes("cierre el 1, Darío dice que ya")
    await desk.carla.receives("¿lo resuelvo con «Darío dice que ya»?")
    await desk.carla.writes("no, se le subió la cuota")
    await desk.carla.receives("¿lo resuelvo con «se le subió la cuota»?")
    await desk.carla.writes("resuélvalo")
    await desk.ana.receives("se le subió la cuota")


async def test_a_question_is_no_reason(desk: RunningDesk, two: tuple[str, str]) -> None:
    await desk.carla.writes("cierre el 1: se amplió el buzón")
    await desk.ana.receives("está resuelto")
    await desk.settled()
    desk.carla.inbox.see_all()
    await desk.carla.writes("reabra el 1")
    await desk.carla.receives("¿Por qué reabre")
    await desk.carla.writes("¿y qué fue lo que dijo Ana?")
    await desk.carla.receives("Lo anterior no lo hice")
    await desk.ana.receives_nothing()


@pytest.mark.parametrize(
    "told",
    [
        "le escribí a Ana y no aparece",
        "le dije a Ana que apagara",
        "llamé a Ana, que el lunes me atiende",
        "hablé con Ana y quedó de mirar",
    ],
)
async def test_what_was_done_is_offered_as_a_note(desk: RunningDesk, two: tuple[str, str], told: str) -> None:
    mail, _ = two
    await desk.carla.writes(told)
    await desk.carla.receives(f"{mail}: ¿lo guardo como nota: «{told}»?")
    await desk.carla.writes("sí")
    await desk.carla.receives(f"Nota guardada en {mail}")
    await desk.ana.receives_nothing()


async def test_words_to_be_sent_name_no_case(desk: RunningDesk, two: tuple[str, str]) -> None:
    await desk.carla.writes("dígale a Ana que use el de al lado mientras")
    await desk.carla.receives("¿le envío «use el de al lado mientras»")
    await desk.carla.writes("no")
    await desk.carla.receives("No envié nada")
    await desk.carla.writes("el de Ana lo atendió Darío, ciérrelo")
    await desk.carla.receives("«lo atendió Darío»")
    await desk.carla.writes("no")
    await desk.carla.receives("No envié nada")


# In the group


def card(group: Group, number: str) -> BotMessage:
    return next(one for one in reversed(group.inbox.seen) if number in one.text and "Más…" in one.labels)


async def test_what_answers_a_colleague_is_shown_first(desk: RunningDesk, two: tuple[str, str]) -> None:
    mail, _ = two
    group = desk.group
    await desk.dario.writes_in(group, "no, ese es mío", reply_to=card(group, mail))
    await group.receives("¿Lo toma usted?")
    await desk.carla.writes_in(group, "bueno, llévelo pues", reply_to=card(group, mail))
    await group.receives("¿le envío «bueno, llévelo pues» a Ana Ruiz?")
    await desk.ana.receives_nothing()


async def test_another_day_puts_the_order_right(desk: RunningDesk, two: tuple[str, str]) -> None:
    mail, _ = two
    group = desk.group
    await desk.dario.writes_in(group, "en espera, mañana viene el proveedor", reply_to=card(group, mail))
    await group.receives("«mañana viene el proveedor»")
    await desk.dario.writes_in(group, "mejor el jueves", reply_to=card(group, mail))
    asked = await group.receives("«el jueves viene el proveedor»", edited=True)
    await desk.ana.receives_nothing()
    await desk.dario.presses("Sí, ponerlo en espera", asked)
    await desk.ana.receives("el jueves viene el proveedor")


async def test_a_nod_asks_for_no_deed(desk: RunningDesk, two: tuple[str, str]) -> None:
    mail, _ = two
    await desk.carla.writes_in(desk.group, "👍", reply_to=card(desk.group, mail))
    await desk.group.receives_nothing()
    await desk.carla.writes_in(desk.group, "ok", reply_to=card(desk.group, mail))
    asked = await desk.group.receives("¿le envío «ok» a Ana Ruiz?")
    assert "Resolver" not in asked.labels
