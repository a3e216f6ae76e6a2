"""Four hundred people at once: everyone is answered, once, and each in the order of their messages."""

import asyncio
import time

import pytest

from tests.emulator import Person
from tests.journeys.desk import RunningDesk

FEW, MANY, FLOOD = 40, 400, 300
MOST_TIMES_A_FEW = 2.5
"""So much more work than in a small crowd one person may cause in the great one; it would grow if anything looked
through all of them for each. Our own work is counted: how much of the machine others have must not decide."""
PATIENCE_SECONDS = 180.0


async def writes_both(person: Person) -> None:
    await person.writes("no me abre el correo")
    await person.writes("/horario")


async def work_of_each(crowd: list[Person]) -> float:
    """Seconds of work, by person, until all of them have both their answers in order."""
    begun = time.process_time()
    await asyncio.gather(*(writes_both(person) for person in crowd))
    for person in crowd:
        await person.receives("¿Dónde es?", timeout=PATIENCE_SECONDS)
        await person.receives("Horario de atención", timeout=PATIENCE_SECONDS)
    return (time.process_time() - begun) / len(crowd)


@pytest.mark.timing
async def test_four_hundred_people_write_at_once(desk: RunningDesk) -> None:
    crowd = [desk.telegram.person(1000 + number, f"Persona {number}") for number in range(MANY)]
    of_a_few, of_many = await work_of_each(crowd[:FEW]), await work_of_each(crowd[FEW:])
    await desk.settled()
    assert all(len(person.inbox.items) == 2 for person in crowd)
    assert of_many < MOST_TIMES_A_FEW * of_a_few


async def test_many_cases_at_once_have_numbers_without_gaps(desk: RunningDesk) -> None:
    crowd = [desk.telegram.person(2000 + number, f"Persona {number}") for number in range(25)]
    numbers = await asyncio.gather(*(desk.opens_case(person) for person in crowd))
    assert sorted(numbers) == [f"SAUS-2026-{number:06d}" for number in range(1, 26)]


async def test_who_writes_much_at_once_is_told_so_and_keeps_nobody_else_waiting(desk: RunningDesk) -> None:
    for _ in range(FLOOD):
        await desk.ana.writes("/horario")
    await desk.beto.writes("/horario")
    await desk.beto.receives("Horario de atención")
    heard_before = len(desk.ana.inbox.items)
    await desk.settled()
    heard = [one.text for one in desk.ana.inbox.items]
    assert heard_before < len(heard) < FLOOD
    assert 1 <= sum("Más despacio" in text for text in heard) <= FLOOD // 100
    desk.ana.ignores_rest()
    await desk.ana.writes("/horario")
    await desk.ana.receives("Horario de atención")
