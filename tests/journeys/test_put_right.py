"""What an agent just told of a case is put right in words, once, before whoever read it reads it again; where it is and what
its requester said are told as they are asked."""

import pytest

from tests.journeys.desk import RunningDesk, past_edits
from tests.journeys.test_instead_of_a_yes import two

__all__ = ["two"]


async def test_what_was_done_is_told_otherwise_and_read_once(desk: RunningDesk, two: tuple[str, str]) -> None:
    mail, _ = two
    await desk.carla.writes("cierre el de Ana, se le cambió el disco")
    await desk.carla.receives(f"{mail}: quedó resuelto")
    await desk.ana.receives("se le cambió el disco")
    await desk.carla.writes("me equivoqué, no fue el disco, fue la memoria")
    asked = await desk.carla.receives("Decía «se le cambió el disco». Queda «se le cambió la memoria»")
    assert "Lo leerá Ana Ruiz" in asked.text
    await desk.ana.receives_nothing()
    await desk.carla.presses("Sí, enviarlo", asked)
    await desk.ana.receives(f"corrige lo que se hizo en su caso {mail}: se le cambió la memoria")
    assert "quedó corregido" in (await past_edits(desk.carla)).text


async def test_a_promise_is_put_right(desk: RunningDesk, two: tuple[str, str]) -> None:
    await desk.carla.writes("dígale a Ana que paso a las 3")
    await desk.carla.presses("Sí, enviarlo", await desk.carla.receives("¿le envío «paso a las 3»"))
    await desk.ana.receives("paso a las 3")
    desk.carla.inbox.see_all()
    await desk.carla.writes("perdón, no a las 3, a las 4")
    asked = await past_edits(desk.carla)
    assert "Queda «paso a las 4»" in asked.text
    await desk.carla.presses("Sí, enviarlo", asked)
    await desk.ana.receives("(corregido) paso a las 4")


@pytest.mark.parametrize(
    "said", ["el de Ana no es en Manga, es en el CAD piso 2", "corrija el lugar del 1: es el CAD piso 2"]
)
async def test_where_it_is_is_put_right(desk: RunningDesk, two: tuple[str, str], said: str) -> None:
    mail, _ = two
    await desk.carla.writes(said)
    await desk.carla.receives(f"{mail}: el lugar es ahora CAD piso 2")
    await desk.ana.receives(f"corrigió el lugar de su caso {mail}: CAD piso 2")


async def test_what_whoever_opened_it_said_is_shown(desk: RunningDesk, two: tuple[str, str]) -> None:
    mail, printer = two
    await desk.ana.writes("ya reinicié y sigue igual")
    await desk.carla.receives("ya reinicié y sigue igual")
    await desk.ana.receives("Se lo pasé a Carla")
    await desk.carla.writes("¿qué respondió Ana?")
    told = await desk.carla.receives(f"Ana Ruiz escribió en {mail}")
    assert "«ya reinicié y sigue igual»" in told.text
    await desk.carla.writes("y Beto qué dijo?")
    await desk.carla.receives(f"Beto Díaz no ha escrito más en {printer}")
