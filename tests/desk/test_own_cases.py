"""Cases that agents have a part in as people: their own, and those that they open for somebody else."""

from datetime import UTC, datetime

import pytest

from itgov_bot.desk import people
from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.desk.rating import NotToRate, rate_ticket
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.requesting import ToldTo, confirm_works, open_ticket
from itgov_bot.desk.tickets.working import answer_requester, resolve_ticket, take_ticket
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import CameBy, Draft, Ticket
from itgov_bot.storage import notices, ticket_events, tickets
from itgov_bot.storage.database import Database, Session
from tests.made import city
from tests.storage.made import a_person

NOW = datetime(2026, 11, 10, 15, tzinfo=UTC)
DRAFT = Draft("no abre el correo", "SER-004", "Hacienda", "ext. 1")


@pytest.fixture
async def carla(database: Database) -> Person:
    return await a_person(database, "carla")


def desk_of(session: Session) -> Desk:
    return Desk(session, NOW, city(), Calendars.of(city()))


async def solved(desk: Desk, requester: Person, agent: Person) -> Ticket:
    ticket = await open_ticket(desk, requester, DRAFT)
    taken = await take_ticket(desk, ticket, agent)
    return await resolve_ticket(desk, taken, agent, "se cambió la clave")


async def test_nobody_rates_what_they_solved(database: Database, carla: Person) -> None:
    ana = await a_person(database, "ana")
    async with database.transaction() as session:
        desk = desk_of(session)
        own, others = await solved(desk, carla, carla), await solved(desk, ana, carla)
        with pytest.raises(NotToRate):
            await rate_ticket(desk, own, carla, 5)
        assert (await rate_ticket(desk, others, ana, 5)).rating == 5
        assert (own.rating_counts, others.rating_counts) == (False, True)
        assert [one.id for one in await notices.resolved_unrated(session, "rating")] == []


async def test_a_short_number_is_the_newest_that_there_is_and_what_lives_comes_first(
    database: Database, carla: Person
) -> None:
    ana = await a_person(database, "ana")
    async with database.transaction() as session:
        later = Desk(session, NOW.replace(year=2027), city(), Calendars.of(city()))
        first = await open_ticket(desk_of(session), ana, DRAFT)
        assert await lookup.number_meant(later, "#1") == first.number == "SAUS-2026-000001"
        assert await lookup.number_meant(later, "2") == "SAUS-2027-000002"  # of none it is this year's
        assert await lookup.number_meant(later, "SAUS-2027-1") == "SAUS-2027-000001"
        second = await open_ticket(later, ana, DRAFT)
        assert await lookup.number_meant(later, "1") == second.number == "SAUS-2027-000001"
        await confirm_works(later, second, ana, "ya funciona")
        assert await lookup.number_meant(later, "1") == first.number


async def test_what_works_again_was_solved_by_nobody(database: Database, carla: Person) -> None:
    async with database.transaction() as session:
        desk = desk_of(session)
        ticket = await confirm_works(desk, await open_ticket(desk, carla, DRAFT), carla, "ya funciona")
        assert (ticket.solved_by, ticket.rating_counts, ticket.first_answer_at) == (None, True, None)


async def test_who_answers_their_own_case_gave_the_first_answer(database: Database, carla: Person) -> None:
    async with database.transaction() as session:
        desk = desk_of(session)
        ticket = await take_ticket(desk, await open_ticket(desk, carla, DRAFT), carla)
        assert ticket.first_answer_at is None
        await answer_requester(desk, ticket, carla, "voy a cambiar la clave")
        assert (await tickets.get(session, ticket.id)).first_answer_at == NOW


async def test_what_an_agent_was_told_serves_that_case_alone(database: Database, carla: Person) -> None:
    async with database.transaction() as session:
        desk = desk_of(session)
        rosa = await people.add_without_chat(desk, "Rosa Pérez")
        ticket = await open_ticket(desk, rosa, DRAFT, told=ToldTo(carla, CameBy.CALL))
        kept = await people.get(desk, rosa.id)
        opened, *_ = await ticket_events.timeline(session, ticket.id)
        assert (ticket.channel, ticket.opened_by, ticket.requester) == ("call", carla.id, rosa.id)
        assert kept is not None
        assert (kept.contact, kept.dependencia, kept.has_chat, kept.reachable) == (None, None, False, False)
        assert (opened.actor, opened.data["came_by"]) == (carla.id, "call")
        assert rosa not in await people.with_names(desk)
