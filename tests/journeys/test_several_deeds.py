"""One breath, several deeds: each is done or named as not done, and nothing of an order stands in what a person reads."""

import pytest

from .desk import RunningDesk
from .test_outage import joins, night
from .test_queue import has_cases
from .test_shown_first import is_left
from .test_whose_words import ANAS, BETOS, busy, card

__all__ = ["busy", "night"]  # fixtures


@pytest.mark.parametrize(
    "said", ["lo cojo y contéstele que apague el equipo", "lo tomo, dígale a Ana que apague el equipo"]
)
async def test_it_is_taken_and_what_is_to_be_told_is_shown_first(busy: RunningDesk, said: str) -> None:
    await busy.carla.writes_in(busy.group, said, reply_to=card(busy.group, ANAS))
    await busy.ana.receives("Carla tomó su caso")
    await busy.group.receives("¿le envío «apague el equipo» a Ana")
    await busy.ana.receives_nothing()
    await busy.carla.presses("Sí, enviarlo", busy.group.inbox.seen[-1])
    assert "cojo" not in (await busy.ana.receives("apague el equipo")).text
    await is_left(busy)


async def test_what_is_told_to_another_goes_to_their_case(busy: RunningDesk) -> None:
    await busy.carla.writes_in(
        busy.group, "lo tomo y avísele a Beto que paso luego", reply_to=card(busy.group, ANAS)
    )
    await busy.ana.receives("Carla tomó su caso")
    await busy.group.receives(f"{BETOS}: ¿le envío «paso luego» a Beto")
    await busy.carla.writes("dígale a Zutano que ya voy")
    await busy.carla.receives("No hay ningún caso abierto de «Zutano»")
    await is_left(busy)


async def test_by_number_it_is_solved_noted_and_what_is_not_known_is_named(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla, desk.dario)
    await desk.knows(desk.ana, desk.beto)
    await has_cases(desk, desk.ana, "uno", "dos")
    await has_cases(desk, desk.beto, "tres")
    await desk.carla.writes("tomo el 1 y anote que falta el cable")
    await desk.ana.receives("Carla tomó su caso")
    await desk.carla.receives("queda a cargo de Carla")
    await desk.carla.receives("Nota guardada")
    await desk.carla.writes("dígale a Ana que mañana paso")
    asked = await desk.carla.receives("¿Por cuál caso le digo «mañana paso»?")
    assert len(asked.labels) == 3
    await desk.carla.presses("No")
    await desk.carla.receives("No envié nada")
    await desk.carla.writes("cierre el 3: se cambió el tóner y dígale a Beto que gracias")
    assert "gracias" not in (await desk.beto.receives("se cambió el tóner")).text
    await desk.carla.receives("quedó resuelto")
    await desk.carla.receives("¿le envío «gracias» a @beto")
    await desk.carla.writes("tomo el 2 y métalo al inventario")
    await desk.carla.receives("Sigue pendiente")
    await desk.carla.receives("queda a cargo de Carla")
    await desk.carla.receives("No hice: «métalo al inventario»")
    await desk.settled(group, desk.carla, desk.ana, desk.beto)


async def test_everybody_whom_an_outage_hit_is_told_after_a_yes(night: RunningDesk) -> None:
    await joins(night.beto)
    await night.carla.presses("Lo tomo")
    await night.settled(night.ana, night.beto, night.carla)
    await night.carla.writes("avíseles a todos los afectados que en media hora vuelve")
    shown = await night.carla.receives("en media hora vuelve")
    assert "avíseles" not in shown.text
    await night.beto.receives_nothing()
    await night.carla.presses("Sí, enviarlo")
    for one in (night.ana, night.beto):
        await one.receives("en media hora vuelve")
    await night.settled(night.ana, night.beto, night.carla)
