"""Due times follow whatever is done to a ticket."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.desk.due_times import renew_all_due_times
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
    """Normal tickets: first answer in four working hours, solution in twenty."""
    reference = city()
    targets = replace(reference.agreements.targets, enabled=enabled)
    return replace(reference, agreements=replace(reference.agreements, targets=targets))


class Story:
    """One ticket, and what is done to it at which moment."""

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
async def story(database: Database) -> AsyncIterator[Story]:
    async with database.transaction() as session:
        requester = await people.get_or_create(session, Sender("test", "1", "Ana"), "1", at(FRIDAY))
        agent = await people.get_or_create(session, Sender("test", "2", "Carla"), "2", at(FRIDAY))
        yield Story(
            Desk(session, at(FRIDAY), city_with_targets(True), Calendars.of(city_with_targets(True))),
            requester,
            agent,
        )


async def test_from_the_opening_in_the_hours_of_its_service(story: Story) -> None:
    await story.opens(FRIDAY)
    assert await story.due() == (at("2026-11-09 11:00"), at("2026-11-10 17:00"))
    await story.opens(FRIDAY, "SER-001")  # an hour more on Fridays
    assert await story.due() == (at("2026-11-09 10:00"), at("2026-11-10 16:00"))


async def test_nothing_is_due_while_the_city_has_no_targets(story: Story) -> None:
    story.desk = replace(story.desk, reference=city_with_targets(False))
    await story.opens(FRIDAY)
    assert await story.due() == (None, None)


async def test_urgent_tickets_have_their_own_targets(story: Story) -> None:
    await story.opens("2026-11-10 09:00", urgent=True)
    assert await story.due() == (at("2026-11-10 10:00"), at("2026-11-10 13:00"))


async def test_taking_a_ticket_is_no_answer_yet(story: Story) -> None:
    await story.opens("2026-11-10 09:00")
    await take_ticket(story.now("2026-11-10 09:10"), await story.ticket(), story.agent)
    assert (await story.due())[0] == at("2026-11-10 13:00")
    await answer_requester(story.now("2026-11-10 09:20"), await story.ticket(), story.agent, "voy")
    assert await story.due() == (None, at("2026-11-12 09:00"))


async def test_it_pauses_for_the_requester_and_goes_on_exactly(story: Story) -> None:
    """Over the long weekend: Monday 2026-11-16 is a holiday."""
    await story.opens("2026-11-13 15:00")
    await take_ticket(story.now("2026-11-13 15:30"), await story.ticket(), story.agent)
    await wait_for(story.now("2026-11-13 16:00"), await story.ticket(), story.agent, "el serial")
    assert await story.due() == (None, None)
    await assign_ticket(story.now("2026-11-13 16:30"), await story.ticket(), story.requester, story.agent)
    assert await story.due() == (None, None)  # somebody else waits now
    await add_message(story.now("2026-11-17 09:00"), await story.ticket(), story.requester, "es el 123")
    assert await story.due() == (None, at("2026-11-18 18:00"))  # nineteen hours are left


async def test_another_service_or_priority_is_another_due_time(story: Story) -> None:
    await story.opens(FRIDAY)
    await change_service(story.now(FRIDAY), await story.ticket(), "SER-001", story.agent)
    assert (await story.due())[0] == at("2026-11-09 10:00")
    await change_priority(story.now(FRIDAY), await story.ticket(), Priority.HIGH, story.agent)
    assert await story.due() == (at("2026-11-06 18:00"), at("2026-11-09 16:00"))


async def test_solved_and_reopened_it_goes_on_where_it_stood(story: Story) -> None:
    await story.opens("2026-11-10 08:00")
    await resolve_ticket(story.now("2026-11-10 16:00"), await story.ticket(), story.agent, "listo")
    assert await story.due() == (None, None)
    await reopen_ticket(story.now("2026-11-17 08:00"), await story.ticket(), story.requester)
    assert await story.due() == (None, at("2026-11-18 10:00"))  # twelve hours are left


async def test_a_cancelled_ticket_owes_nothing(story: Story) -> None:
    await story.opens(FRIDAY)
    await cancel_ticket(story.now(FRIDAY), await story.ticket(), story.requester)
    assert await story.due() == (None, None)


async def test_the_city_switches_its_targets_on_and_off(story: Story) -> None:
    story.desk = replace(story.desk, reference=city_with_targets(False))
    await story.opens(FRIDAY)
    await renew_all_due_times(replace(story.desk, reference=city_with_targets(True)))
    assert await story.due() == (at("2026-11-09 11:00"), at("2026-11-10 17:00"))
    await renew_all_due_times(story.desk)
    assert await story.due() == (None, None)
