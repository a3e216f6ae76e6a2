"""A night of one page with several processes, of which some are killed in a round: each step once, in order."""

import asyncio
import random
from datetime import UTC, datetime, timedelta

import pytest

from itgov_bot.desk.desk import Calendars
from itgov_bot.desk.tickets.paging import climb_due_pages
from itgov_bot.desk.tickets.requesting import open_ticket
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import Draft, ExceptionKind
from itgov_bot.jobs.guard import page_what_sleeps
from itgov_bot.storage import ticket_events
from itgov_bot.storage.database import Database
from itgov_bot.storage.duty import rota
from itgov_bot.storage.sending import outbox
from itgov_bot.unit_of_work import UnitOfWork
from tests.made import city
from tests.storage.made import a_person

FRIDAY_NIGHT = datetime(2026, 11, 14, 3, tzinfo=UTC)
OUTAGE = Draft("se cayeron los servidores", None, "CAD", "300", ExceptionKind.SERVICE_OUTAGE)
STEPS = [1, 2, 2, 2, 2, "nobody answers", 2, 2]
"""Of a ladder of two: each, then everybody three times, then once told that nobody answers, and everybody each hour."""


class Killed(Exception):
    """As by kill -9: what was not committed is gone."""


class Night:
    """Two processes on one database, each with a unit of work, and a clock that both look at."""

    def __init__(self, *databases: Database) -> None:
        self.now = FRIDAY_NIGHT
        self.chance = random.Random(7)
        self.works = [UnitOfWork(one, city(), Calendars.of(city()), lambda: self.now) for one in databases]

    async def look(self) -> None:
        """Every process looks twice at what is due, all at once."""
        await asyncio.gather(*(self._round(work) for work in self.works * 2))

    async def _round(self, work: UnitOfWork) -> None:
        dies = self.chance.random() < 0.4
        try:
            async with work.begin() as desk:
                await page_what_sleeps(desk)
                await asyncio.sleep(0)
                await climb_due_pages(desk)
                if dies:
                    raise Killed
        except Killed:
            await self._round(work)  # it was started again


@pytest.fixture
async def ladder(database: Database, ana: Person, beto: Person) -> list[Person]:
    async with database.transaction() as session:
        for step, person in enumerate((ana, beto), start=1):
            await rota.put_on_duty(session, person.id, step)
    return [ana, beto]


async def test_each_step_is_called_once_and_in_order(
    database: Database, other: Database, ladder: list[Person]
) -> None:
    night = Night(database, other)
    reporter = await a_person(database, "reporter")
    async with night.works[0].begin() as desk:
        ticket = await open_ticket(desk, reporter, OUTAGE)
    for _ in range(24):  # five hours, in steps of a round that is late
        night.now += timedelta(minutes=13)
        await night.look()
    async with database.reading() as session:
        events = await ticket_events.timeline(session, ticket.id)
        posted = await outbox.unsent_to(session, ladder[0].address)
    told = [
        "nobody answers" if one.kind is EventKind.PAGE_UNANSWERED else one.data["step"]
        for one in events
        if one.kind in (EventKind.PAGED, EventKind.PAGE_UNANSWERED)
    ]
    assert told[: len(STEPS)] == STEPS
    assert len(posted) == sum(ladder[0].id in one.data.get("people", ()) for one in events)


async def test_a_clock_that_ran_ahead_leaves_no_page_behind(database: Database, ladder: list[Person]) -> None:
    night = Night(database)
    reporter = await a_person(database, "reporter")
    async with night.works[0].begin() as desk:
        ticket = await open_ticket(desk, reporter, OUTAGE)
    night.now += timedelta(days=36)
    await night.look()
    night.now = FRIDAY_NIGHT + timedelta(minutes=20)
    await night.look()
    night.now += timedelta(minutes=15)
    await night.look()
    async with database.reading() as session:
        events = await ticket_events.timeline(session, ticket.id)
    assert [one.at for one in events if one.kind is EventKind.PAGED] == [
        FRIDAY_NIGHT,
        FRIDAY_NIGHT + timedelta(days=36),
        night.now,
    ]
