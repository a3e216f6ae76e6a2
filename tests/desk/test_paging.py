"""Paging: who is called first, who next, when it stops, and whom it does not count on."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.desk.on_call import put_on_duty, take_off_duty
from itgov_bot.desk.tickets.paging import climb_due_pages
from itgov_bot.desk.tickets.requesting import cancel_ticket, open_ticket
from itgov_bot.desk.tickets.sorting import merge_into
from itgov_bot.desk.tickets.working import take_ticket, void_ticket
from itgov_bot.domain.facts import PutOnDuty
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.ticket import Draft, ExceptionKind, Ticket
from itgov_bot.jobs.guard import page_what_sleeps
from itgov_bot.storage import people, roles, ticket_events, tickets
from itgov_bot.storage.database import Database
from itgov_bot.storage.duty import rota
from tests.made import city
from tests.storage.made import NOW, sender

NIGHT = NOW + timedelta(hours=12)
"""Ten in the evening."""
CLIMB_AFTER = city().agreements.duty.climb_after


@dataclass
class Night:
    """The desk at night: people by their user name, and time that goes by."""

    desk: Desk

    async def person(self, user: str) -> Person:
        return await people.get_or_create(self.desk.session, sender(user), user, self.desk.now)

    async def on_duty(self, **steps: int) -> None:
        for user, step in steps.items():
            await rota.put_on_duty(self.desk.session, (await self.person(user)).id, step)

    async def has_role(self, role: Role, *users: str) -> None:
        for user in users:
            person = await self.person(user)
            await roles.grant(self.desk.session, person.id, role, None, self.desk.now)

    async def blocks_the_bot(self, user: str) -> None:
        await self.person(user)
        await people.set_reachable(self.desk.session, "telegram", user, False)

    async def urgent(self) -> Ticket:
        draft = Draft("se cayeron los servidores", None, "CAD", "300", ExceptionKind.SERVICE_OUTAGE)
        return await open_ticket(self.desk, await self.person("reporter"), draft)

    async def event(self, begins: datetime) -> Ticket:
        """Told in hours: somebody is to be there when it begins."""
        draft = Draft("rueda de prensa", None, "despacho", "300", ExceptionKind.MAYOR_EVENT, begins)
        return await open_ticket(self.desk, await self.person("reporter"), draft)

    async def at(self, now: datetime) -> list[tuple[int, list[str]]]:
        """What is called in the round of that instant."""
        self.desk = replace(self.desk, now=now)
        self.desk.facts.clear()
        await page_what_sleeps(self.desk)
        return await self.pages()

    async def called_at_once(self) -> list[str]:
        """The people who are paged for an urgent ticket when it is opened."""
        await self.urgent()
        [(_, called)] = await self.pages()
        return called

    async def quarter_later(self) -> list[tuple[int, list[str]]]:
        """What is called now: the step and the people of each page that was due."""
        self.desk = replace(self.desk, now=self.desk.now + CLIMB_AFTER)
        return await self.climb()

    async def climb(self) -> list[tuple[int, list[str]]]:
        self.desk.facts.clear()
        await climb_due_pages(self.desk)
        return await self.pages()

    async def pages(self) -> list[tuple[int, list[str]]]:
        """Of the facts that wait to be told."""
        paged = [
            one for one in self.desk.facts if isinstance(one, TicketEvent) and one.kind is EventKind.PAGED
        ]
        return [(one.data["step"], [await self.user(who) for who in one.data["people"]]) for one in paged]

    async def user(self, person: int) -> str:
        return (await people.get(self.desk.session, person)).user


@pytest.fixture
async def night(database: Database) -> AsyncIterator[Night]:
    async with database.transaction() as session:
        yield Night(Desk(session, NIGHT, city(), Calendars.of(city())))


async def test_the_ladder_is_climbed_step_by_step_and_then_called_as_a_whole(night: Night) -> None:
    await night.on_duty(ana=1, beto=2, caro=2, dora=5)
    assert await night.called_at_once() == ["ana"]
    assert await night.quarter_later() == [(2, ["beto", "caro"])]
    assert await night.quarter_later() == [(5, ["dora"])]
    for _ in range(3):
        assert await night.quarter_later() == [(5, ["ana", "beto", "caro", "dora"])]


async def test_nothing_is_called_before_its_time(night: Night) -> None:
    await night.on_duty(ana=1, beto=2)
    await night.urgent()
    night.desk = replace(night.desk, now=night.desk.now + CLIMB_AFTER - timedelta(seconds=1))
    assert await night.climb() == []


async def test_after_hours_without_the_program_the_next_step_is_called_once(night: Night) -> None:
    await night.on_duty(ana=1, beto=2, caro=3)
    await night.urgent()
    night.desk = replace(night.desk, now=night.desk.now + timedelta(hours=5))
    assert len(await night.climb()) == 1
    assert await night.climb() == []
    assert await night.quarter_later() == [(3, ["caro"])]


async def test_without_a_ladder_everybody_on_call_is_called(night: Night) -> None:
    await night.has_role(Role.ON_CALL, "ana", "beto")
    await night.has_role(Role.ADMIN, "dora")
    assert await night.called_at_once() == ["ana", "beto"]
    assert await night.quarter_later() == [(1, ["ana", "beto"])]


async def test_without_anybody_on_call_the_administrators_are(night: Night) -> None:
    await night.has_role(Role.ADMIN, "dora")
    assert await night.called_at_once() == ["dora"]


async def test_with_nobody_at_all_it_goes_on_looking(night: Night) -> None:
    assert await night.called_at_once() == []
    assert await night.quarter_later() == [(0, [])]
    await night.on_duty(ana=1)
    assert await night.quarter_later() == [(1, ["ana"])]


async def test_a_step_that_cannot_be_reached_costs_no_time(night: Night) -> None:
    await night.on_duty(ana=1, beto=2, caro=3, dora=3)
    for user in ("ana", "caro"):
        await night.blocks_the_bot(user)
    assert await night.called_at_once() == ["beto"]
    assert await night.quarter_later() == [(3, ["dora"])]


async def test_a_ladder_of_which_nobody_can_be_reached_is_no_ladder(night: Night) -> None:
    await night.on_duty(ana=1)
    await night.blocks_the_bot("ana")
    await night.has_role(Role.ADMIN, "dora")
    assert await night.called_at_once() == ["dora"]


async def test_a_ladder_that_is_changed_meanwhile_counts_as_it_is_now(night: Night) -> None:
    await night.on_duty(ana=1, beto=2)
    await night.urgent()
    await night.on_duty(beto=1, caro=2)
    await rota.take_off_duty(night.desk.session, (await night.person("ana")).id)
    assert await night.quarter_later() == [(2, ["caro"])]


async def test_whoever_is_put_on_duty_may_take_what_they_are_paged_for(night: Night) -> None:
    ana, dora = await night.person("ana"), await night.person("dora")
    await put_on_duty(night.desk, ana, 1, dora)
    assert Role.ON_CALL in await roles.of(night.desk.session, ana.id)
    assert night.desk.facts == [PutOnDuty(ana, 1, dora)]
    assert await night.called_at_once() == ["ana"]
    assert await take_off_duty(night.desk, ana)
    assert not await take_off_duty(night.desk, ana)


@pytest.mark.parametrize("end", ["take", "cancel"])
async def test_it_stops_when_somebody_takes_it_or_it_is_cancelled(night: Night, end: str) -> None:
    await night.on_duty(ana=1, beto=2)
    ticket = await night.urgent()
    if end == "take":
        await take_ticket(night.desk, ticket, await night.person("ana"))
    else:
        await cancel_ticket(night.desk, ticket, await night.person("reporter"))
    assert await night.quarter_later() == []


async def test_it_stops_when_the_ticket_ends_without_being_taken(night: Night) -> None:
    await night.on_duty(ana=1, beto=2)
    ana = await night.person("ana")
    ticket, other = await night.urgent(), await night.urgent()
    await merge_into(night.desk, ticket, other, ana)
    await void_ticket(night.desk, other, ana, "prueba")
    assert await night.quarter_later() == []


async def test_two_tickets_are_paged_each_on_its_own(night: Night) -> None:
    await night.on_duty(ana=1, beto=2)
    await night.urgent()
    assert await night.quarter_later() == [(2, ["beto"])]
    await night.urgent()
    assert await night.quarter_later() == [(2, ["ana", "beto"]), (2, ["beto"])]


async def test_who_was_called_is_part_of_the_ticket(night: Night) -> None:
    await night.on_duty(ana=1, beto=2)
    ticket = await night.urgent()
    await night.quarter_later()
    paged = [
        one
        for one in await ticket_events.timeline(night.desk.session, ticket.id)
        if one.kind is EventKind.PAGED
    ]
    ana, beto = await night.person("ana"), await night.person("beto")
    assert [(one.at, one.data) for one in paged] == [
        (NIGHT, {"step": 1, "people": [ana.id]}),
        (NIGHT + CLIMB_AFTER, {"step": 2, "people": [beto.id], "again": True}),
    ]


CLOSING, OPENING = NOW + timedelta(hours=8), NOW + timedelta(hours=22)
"""Of that Monday, at six, and of the next day, at eight."""


@pytest.mark.parametrize(
    "begins",
    [CLOSING + timedelta(hours=2), OPENING - timedelta(minutes=1), CLOSING + timedelta(days=1, hours=2)],
)
async def test_an_event_that_nobody_has_is_paged_in_the_hour_before_it(
    night: Night, begins: datetime
) -> None:
    await night.on_duty(ana=1)
    night.desk = replace(night.desk, now=NOW)
    await night.event(begins)
    for early in (NOW, CLOSING, begins - timedelta(minutes=61)):
        assert await night.at(early) == []
    assert await night.at(begins - timedelta(minutes=60)) == [(1, ["ana"])]


@pytest.mark.parametrize("begins", [OPENING, NOW + timedelta(hours=4)])
async def test_an_event_in_open_hours_pages_nobody(night: Night, begins: datetime) -> None:
    await night.on_duty(ana=1)
    night.desk = replace(night.desk, now=NOW)
    await night.event(begins)
    assert await night.at(begins - timedelta(minutes=30)) == []


async def test_what_goes_on_in_an_ordinary_ticket_is_as_urgent_as_it_was(night: Night) -> None:
    await night.on_duty(ana=1)
    ana, urgent = await night.person("ana"), await night.urgent()
    other = await open_ticket(
        night.desk, await night.person("other"), Draft("no hay red", None, "CAD", "300")
    )
    await merge_into(night.desk, urgent, other, ana)
    assert (await tickets.get(night.desk.session, other.id)).urgent
    assert await night.at(night.desk.now + timedelta(seconds=15)) == [(1, ["ana"])]
