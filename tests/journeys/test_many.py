"""Four hundred people at once: everyone is answered, once, and each in the order of their messages."""

from __future__ import annotations

import asyncio
import time

from tests.emulator import Person
from tests.journeys.desk import RunningDesk

PEOPLE = 400
LONGEST = 40.0
"""Seconds of our own work: how much of the machine others have meanwhile must not decide the test."""
PATIENCE = 180.0


async def writes_both(person: Person) -> None:
    await person.writes("no me abre el correo")
    await person.writes("/horario")


async def test_four_hundred_people_write_at_once(desk: RunningDesk) -> None:
    crowd = [desk.telegram.person(1000 + number, f"Persona {number}") for number in range(PEOPLE)]
    begun = time.process_time()
    await asyncio.gather(*(writes_both(person) for person in crowd))
    for person in crowd:
        await person.receives("SER-004", timeout=PATIENCE)
        await person.receives("Horario de atención", timeout=PATIENCE)
    assert time.process_time() - begun < LONGEST
    await desk.settled()
    assert all(len(person.inbox.items) == 2 for person in crowd)


async def test_many_cases_at_once_have_numbers_without_gaps(desk: RunningDesk) -> None:
    crowd = [desk.telegram.person(2000 + number, f"Persona {number}") for number in range(25)]
    numbers = await asyncio.gather(*(desk.opens_case(person) for person in crowd))
    assert sorted(numbers) == [f"SAUS-2026-{number:06d}" for number in range(1, 26)]
