"""An outage that lasts: later reports find it, and everybody whom it hits hears who has it."""

import pytest

from tests.emulator import Group, Person
from tests.journeys.desk import RunningDesk

DOWN = "se cayó el internet en toda la alcaldía, nadie puede trabajar"
SAME = "no hay internet en la alcaldía, nadie puede trabajar"
FIRST = "SAUS-2026-000001"


@pytest.fixture
async def group(desk: RunningDesk) -> Group:
    """Told on a Friday at ten to five; Darío is on duty."""
    await desk.puts_on_duty(desk.dario, 1)
    await desk.knows(desk.beto)
    group = await desk.has_group(desk.carla)
    await desk.at("2026-11-20 16:50")
    await desk.ana.writes(f"/caso {DOWN}")
    await desk.reaches_summary(desk.ana, "Aduana, piso 2")
    await desk.sends(desk.ana)
    await desk.ana.receives("Queda de primero en la fila")
    await group.receives("🚨 urgente")
    return group


async def joins(person: Person) -> None:
    await person.writes(SAME)
    await person.receives("¿Es lo mismo?")
    await person.presses("Sí, es lo mismo")
    await person.receives(f"lo anoté en el caso {FIRST}")


async def is_taken(desk: RunningDesk, group: Group) -> None:
    await desk.carla.presses("Lo tomo", in_group=group)
    await desk.ana.receives("Carla tomó su caso")
    await group.receives("Lo tiene: Carla", edited=True)
    await desk.carla.sees_toast("queda a cargo de Carla")


async def test_who_tells_it_hours_and_a_day_later_joins_and_wakes_nobody(
    desk: RunningDesk, group: Group
) -> None:
    await desk.at("2026-11-20 16:55")
    await is_taken(desk, group)
    await desk.at("2026-11-20 19:30")
    desk.carla.ignores_rest()
    await joins(desk.beto)
    await desk.at("2026-11-21 10:00")
    await joins(desk.telegram.person(3, "Inés", "ines"))
    await desk.advance(minutes=1)
    await group.receives("3 personas afectadas", edited=True)
    await desk.dario.receives_nothing()


async def test_who_joined_hears_who_took_it_and_may_ask_who_has_it(desk: RunningDesk, group: Group) -> None:
    await joins(desk.beto)
    await desk.advance(minutes=1)
    await group.receives("2 personas afectadas", edited=True)
    await desk.beto.writes("¿ya viene alguien?")
    await desk.beto.receives("Todavía nadie lo ha tomado")
    await is_taken(desk, group)
    await desk.beto.receives(f"Carla tomó el caso {FIRST}, que le afecta, a las 4:51 p. m.")
    await desk.advance(minutes=4)
    for asked in ("¿ya viene alguien?", "¿quién lo tiene?"):
        await desk.beto.writes(asked)
        await desk.beto.receives("Lo tiene Carla, desde hoy a las 4:51 p. m.")


async def test_that_it_is_back_for_one_of_them_goes_to_whoever_has_it(
    desk: RunningDesk, group: Group
) -> None:
    await joins(desk.beto)
    await is_taken(desk, group)
    await desk.beto.receives("Carla tomó el caso")
    for person in (desk.ana, desk.beto):
        await person.writes("ya volvió")
        await person.receives(f"Se lo pasé a Carla ({FIRST})")
        await desk.carla.receives("ya volvió")


async def test_who_joins_what_somebody_has_reads_who_it_is(desk: RunningDesk, group: Group) -> None:
    await is_taken(desk, group)
    await desk.beto.writes(SAME)
    await desk.beto.receives("¿Es lo mismo?")
    await desk.beto.presses("Sí, es lo mismo")
    await desk.beto.receives("2 personas afectadas. Lo tiene Carla.")
