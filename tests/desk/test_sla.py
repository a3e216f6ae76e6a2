"""Due times follow whatever is done to a case."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.desk.sla import renew_all_due_times
from itgov_bot.desk.tickets.requesting import add_message, cancel_ticket, open_ticket, reopen_ticket
from itgov_bot.desk.tickets.sorting import change_priority, change_service
from itgov_bot.desk.tickets.working import (
    answer_requester,
    assign_ticket,
    resolve_ticket,
    take_ticket,
    wait_for,
)
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Draft, ExceptionKind, Priority, Ticket
from itgov_bot.messages import Sender
from itgov_bot.reference import Reference
from itgov_bot.storage import people, tickets
from itgov_bot.storage.database import Database
from tests.made import city

BOGOTA = ZoneInfo("America/Bogota")
FRIDAY = "2026-11-06 16:00"


def at(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=BOGOTA)


@cache
def city_with_targets(enabled: bool) -> Reference:
    """Normal cases: first answer in four working hours, solution in twenty."""
    reference = city()
    targets = replace(reference.agreements.targets, enabled=enabled)
    return replace(reference, agreements=replace(reference.agreements, targets=targets))


class Case:
    """One case, and what is done to it at which moment."""

    def __init__(self, desk: Desk, requester: Person, agent: Person) -> None:
        self.desk, self.requester, self.agent = desk, requester, agent
        self.id = 0

    def now(self, written: str) -> Desk:
        return replace(self.desk, now=at(written))

    async def opens(self, written: str, service: str | None = None, *, urgent: bool = False) -> None:
        exception = ExceptionKind.SERVICE_OUTAGE if urgent else None
        draft = Draft("no abre", service, "Aduana", "300", exception)
        self.id = (await open_ticket(self.now(written), self.requester, draft)).id

    async def ticket(self) -> Ticket:
        return await tickets.get(self.desk.session, self.id)

    async def due(self) -> tuple[datetime | None, datetime | None]:
        ticket = await self.ticket()
        return ticket.first_answer_due, ticket.solution_due


@pytest.fixture
async def case(database: Database) -> AsyncIterator[Case]:
    async with database.transaction() as session:
        requester = await people.get_or_create(session, Sender("test", "1", "Ana"), "1", at(FRIDAY))
        agent = await people.get_or_create(session, Sender("test", "2", "Carla"), "2", at(FRIDAY))
        yield Case(
            Desk(session, at(FRIDAY), city_with_targets(True), Calendars.of(city_with_targets(True))),
            requester,
            agent,
        )


async def test_from_the_opening_in_the_hours_of_its_service(case: Case) -> None:
    await case.opens(FRIDAY)
    assert await case.due() == (at("2026-11-09 11:00"), at("2026-11-10 17:00"))
    await case.opens(FRIDAY, "SER-001")  # an hour more on Fridays
    assert await case.due() == (at("2026-11-09 10:00"), at("2026-11-10 16:00"))


async def test_nothing_is_due_while_the_city_has_no_targets(case: Case) -> None:
    case.desk = replace(case.desk, reference=city_with_targets(False))
    await case.opens(FRIDAY)
    assert await case.due() == (None, None)


async def test_urgent_cases_have_their_own_targets(case: Case) -> None:
    await case.opens("2026-11-10 09:00", urgent=True)
    assert await case.due() == (at("2026-11-10 10:00"), at("2026-11-10 13:00"))


async def test_taking_a_case_is_no_answer_yet(case: Case) -> None:
    await case.opens("2026-11-10 09:00")
    await take_ticket(case.now("2026-11-10 09:10"), await case.ticket(), case.agent)
    assert (await case.due())[0] == at("2026-11-10 13:00")
    await answer_requester(case.now("2026-11-10 09:20"), await case.ticket(), case.agent, "voy")
    assert await case.due() == (None, at("2026-11-12 09:00"))


async def test_it_pauses_for_the_requester_and_goes_on_exactly(case: Case) -> None:
    """Over the long weekend: Monday 2026-11-16 is a holiday."""
    await case.opens("2026-11-13 15:00")
    await take_ticket(case.now("2026-11-13 15:30"), await case.ticket(), case.agent)
    await wait_for(case.now("2026-11-13 16:00"), await case.ticket(), case.agent, "el serial")
    assert await case.due() == (None, None)
    await assign_ticket(case.now("2026-11-13 16:30"), await case.ticket(), case.requester, case.agent)
    assert await case.due() == (None, None)  # somebody else waits now
    await add_message(case.now("2026-11-17 09:00"), await case.ticket(), case.requester, "es el 123")
    assert await case.due() == (None, at("2026-11-18 18:00"))  # nineteen hours are left


async def test_another_service_or_priority_is_another_due_time(case: Case) -> None:
    await case.opens(FRIDAY)
    await change_service(case.now(FRIDAY), await case.ticket(), "SER-001", case.agent)
    assert (await case.due())[0] == at("2026-11-09 10:00")
    await change_priority(case.now(FRIDAY), await case.ticket(), Priority.HIGH, case.agent)
    assert await case.due() == (at("2026-11-06 18:00"), at("2026-11-09 16:00"))


async def test_solved_and_reopened_it_goes_on_where_it_stood(case: Case) -> None:
    await case.opens("2026-11-10 08:00")
    await resolve_ticket(case.now("2026-11-10 16:00"), await case.ticket(), case.agent, "listo")
    assert await case.due() == (None, None)
    await reopen_ticket(case.now("2026-11-17 08:00"), await case.ticket(), case.requester)
    assert await case.due() == (None, at("2026-11-18 10:00"))  # twelve hours are left


async def test_a_cancelled_case_owes_nothing(case: Case) -> None:
    await case.opens(FRIDAY)
    await cancel_ticket(case.now(FRIDAY), await case.ticket(), case.requester)
    assert await case.due() == (None, None)


async def test_the_city_switches_its_targets_on_and_off(case: Case) -> None:
    case.desk = replace(case.desk, reference=city_with_targets(False))
    await case.opens(FRIDAY)
    await renew_all_due_times(replace(case.desk, reference=city_with_targets(True)))
    assert await case.due() == (at("2026-11-09 11:00"), at("2026-11-10 17:00"))
    await renew_all_due_times(case.desk)
    assert await case.due() == (None, None)
