"""What goes on with a person, as it is read: their tickets, those they hold, the outages they are in, and the talks."""

from datetime import datetime, timedelta
from typing import Any

from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.matters import Talk
from itgov_bot.domain.tickets.ticket import State
from itgov_bot.replies import Reply
from itgov_bot.storage import matters, outages, ticket_events, tickets
from itgov_bot.storage.database import Database, Session
from itgov_bot.storage.sending import outbox
from itgov_bot.storage.sending.outbox_items import ReplyItem
from tests.storage.made import MINUTE, NOW, a_person, a_ticket, chat, open_one

SINCE = NOW - timedelta(days=3)


async def test_whose_each_ticket_is(database: Database, ana: Person) -> None:
    beto = await a_person(database, "beto")
    async with database.transaction() as session:
        live, solved, closed = [await open_one(session, ana) for _ in range(3)]
        await tickets.put(session, live.id, assignee_id=beto.id, urgent=True)
        await tickets.put(session, solved.id, state=State.RESOLVED, is_outage=True)
        await tickets.put(
            session,
            closed.id,
            state=State.CLOSED,
            assignee_id=beto.id,
            urgent=True,
            updated_at=NOW - timedelta(days=9),
        )
        await outages.add(session, solved.id, ana.id, "", NOW)
        await outages.add(session, solved.id, beto.id, "", NOW)
        assert [one.id for one in (await matters.around(session, ana.id, SINCE))[0]] == [solved.id, live.id]
        assert [one.id for one in await matters.held(session, beto.id)] == [live.id]
        assert [one.id for one in (await matters.around(session, beto.id, SINCE))[1]] == [solved.id]
        assert not (await matters.around(session, beto.id, SINCE))[0]
        assert not await matters.held(session, ana.id)
        assert not (await matters.around(session, ana.id, SINCE))[1]


async def test_the_last_words_of_a_talk(database: Database, ana: Person) -> None:
    beto, ticket = await a_person(database, "beto"), await a_ticket(database, ana)

    async def happens(session: Session, kind: EventKind, by: Person, at: datetime, **data: Any) -> Talk:
        await ticket_events.append(session, TicketEvent(ticket.id, kind, at, by.id, data))
        return (await matters.talks(session, [ticket]))[ticket.id]

    async with database.transaction() as session:
        assert await matters.talks(session, [ticket]) == {ticket.id: Talk()}
        assert await matters.talks(session, []) == {}
        assert await happens(session, EventKind.NOTED, beto, NOW, text="…") == Talk()
        asked = await happens(session, EventKind.ANSWERED, beto, NOW, text="¿Qué dice?")
        assert asked == Talk(NOW, "¿Qué dice?")
        affected = await happens(session, EventKind.MESSAGE_ADDED, beto, NOW + MINUTE, text="a mí tampoco")
        assert affected == asked
        told = await happens(session, EventKind.MESSAGE_ADDED, ana, NOW + MINUTE, text="nada")
        assert told == Talk(NOW, "¿Qué dice?", NOW + MINUTE)
        again = await happens(session, EventKind.REOPENED, ana, NOW + 2 * MINUTE)
        assert again == Talk(NOW + 2 * MINUTE)


async def test_what_is_over_or_goes_on_in_another_one_is_there_while_it_is_spoken_of(
    database: Database, ana: Person
) -> None:
    beto = await a_person(database, "beto")
    async with database.transaction() as session:
        closed, merged = await open_one(session, ana), await open_one(session, ana)
        other = await open_one(session, beto)
        await tickets.put(session, closed.id, state=State.CLOSED, updated_at=NOW)
        await tickets.put(session, merged.id, state=State.CLOSED, merged_into_id=other.id, updated_at=SINCE)
        own, others = await matters.around(session, ana.id, NOW)
        assert [one.id for one in own] == [closed.id]
        assert [one.id for one in others] == [other.id]
        assert not (await matters.around(session, ana.id, NOW + MINUTE))[0]


async def test_a_talk_with_one_reader_is_no_talk_with_another(database: Database, ana: Person) -> None:
    beto, ticket = await a_person(database, "beto"), await a_ticket(database, ana)
    carla = await a_person(database, "carla")
    told = {"text": "¿De qué marca es?", "reader": beto.id}
    async with database.transaction() as session:
        await ticket_events.append(session, TicketEvent(ticket.id, EventKind.ANSWERED, NOW, carla.id, told))
        assert (await matters.talks(session, [ticket], beto.id))[ticket.id] == Talk(NOW, "¿De qué marca es?")
        assert (await matters.talks(session, [ticket], ana.id))[ticket.id] == Talk()
        await ticket_events.append(
            session, TicketEvent(ticket.id, EventKind.RESOLVED, NOW + MINUTE, carla.id, {})
        )
        assert (await matters.talks(session, [ticket], beto.id))[ticket.id] == Talk()


async def test_what_was_last_said_in_a_chat(database: Database, ana: Person) -> None:
    ticket = await a_ticket(database, ana)
    async with database.transaction() as session:
        assert await matters.last_said_about(session, chat("ana")) is None
        await outbox.post(session, chat("ana"), ReplyItem(Reply("¿Qué dice?")), NOW, ticket=ticket.id)
        assert await matters.last_said_about(session, chat("ana")) == ticket.id
        assert await matters.last_said_about(session, chat("beto")) is None
        await outbox.post(session, chat("ana"), ReplyItem(Reply("hola")), NOW)
        assert await matters.last_said_about(session, chat("ana")) is None
