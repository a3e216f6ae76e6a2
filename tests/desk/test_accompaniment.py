"""An event that is accompanied: who is asked, who cannot, another date, and reminders that are given once."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.desk.on_call import set_order
from itgov_bot.desk.tickets import accompaniment
from itgov_bot.desk.tickets.accompaniment import ask_how_events_were, remind_of_events
from itgov_bot.desk.tickets.paging import climb_due_pages
from itgov_bot.desk.tickets.requesting import cancel_ticket, open_ticket
from itgov_bot.desk.tickets.working import assign_ticket, resolve_ticket, take_ticket
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.tickets.accompaniment import Change, exception_of
from itgov_bot.domain.tickets.events import EventKind, Reminder, ReminderKind, TicketEvent
from itgov_bot.domain.tickets.moves import MoveNotAllowed
from itgov_bot.domain.tickets.ticket import Draft, ExceptionKind, Priority, State, Ticket
from itgov_bot.storage import people, roles, ticket_events, tickets
from itgov_bot.storage.database import Database
from itgov_bot.storage.duty import rota
from tests.made import city
from tests.storage.made import sender

BOGOTA = ZoneInfo("America/Bogota")
SATURDAY_EVENING, MONDAY = "2026-11-14 19:00", "2026-11-23 15:00"


def at(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=BOGOTA)


@dataclass
class Office:
    """The desk on a Tuesday morning, with Ana and then Beto on duty, and Dora who coordinates."""

    desk: Desk

    async def person(self, user: str) -> Person:
        return await people.get_or_create(self.desk.session, sender(user), user, self.desk.now)

    async def plans(self, event: str = SATURDAY_EVENING) -> Ticket:
        exception = exception_of(self.desk.calendars.general, at(event))
        draft = Draft("evento del alcalde", None, "Teatro", "300", exception, at(event))
        return await open_ticket(self.desk, await self.person("zoe"), draft)

    def goes_to(self, instant: str) -> None:
        self.desk = replace(self.desk, now=at(instant), facts=[])

    async def rounds(self, instant: str) -> list[tuple[str, list[str]]]:
        """What time made due at an instant: each fact with the people that it names."""
        self.goes_to(instant)
        for work in (remind_of_events, ask_how_events_were, climb_due_pages):
            await work(self.desk)
        return await self.told()

    async def told(self) -> list[tuple[str, list[str]]]:
        facts = [one for one in self.desk.facts if isinstance(one, TicketEvent | Reminder)]
        self.desk.facts.clear()
        return [
            (str(one.kind), [await self._user(who) for who in one.data.get("people", [])]) for one in facts
        ]

    async def _user(self, person: int) -> str:
        return (await people.get(self.desk.session, person)).user


@pytest.fixture
async def office(database: Database) -> AsyncIterator[Office]:
    async with database.transaction() as session:
        made = Office(Desk(session, at("2026-11-10 10:00"), city(), Calendars.of(city())))
        for step, user in enumerate(("ana", "beto"), 1):
            await rota.put_on_duty(session, (await made.person(user)).id, step)
        await roles.grant(session, (await made.person("dora")).id, Role.ADMIN, None, made.desk.now)
        yield made


async def test_the_duty_of_its_hour_is_asked_and_nobody_is_paged(office: Office) -> None:
    ticket = await office.plans()
    assert (ticket.exception, ticket.urgent) == (ExceptionKind.MAYOR_EVENT, True)
    assert await office.told() == [("opened", []), ("event_called", ["ana"])]
    assert await office.rounds("2026-11-10 23:00") == []


async def test_with_a_rota_it_is_the_duty_of_that_week_that_is_asked(office: Office) -> None:
    dora = await office.person("dora")
    await rota.take_off_duty(office.desk.session, (await office.person("ana")).id)
    await rota.take_off_duty(office.desk.session, (await office.person("beto")).id)
    await set_order(office.desk, [await office.person(user) for user in ("ana", "beto")], dora)
    first = {}
    for event in (SATURDAY_EVENING, "2026-11-21 19:00"):
        office.desk.facts.clear()
        await office.plans(event)
        [first[event]] = [asked for kind, asked in await office.told() if kind == "event_called"]
    assert sorted(first.values()) == [["ana"], ["beto"]]


async def test_within_working_hours_the_desk_alone_sees_it(office: Office) -> None:
    ticket = await office.plans(MONDAY)
    assert (ticket.exception, ticket.urgent, ticket.event_at) == (None, False, at(MONDAY))
    assert await office.told() == [("opened", [])]


async def test_about_to_happen_after_hours_the_guard_is_paged(office: Office) -> None:
    office.goes_to("2026-11-13 21:00")
    await office.plans()
    assert await office.told() == [("opened", []), ("paged", ["ana"])]


async def test_unconfirmed_it_climbs_and_each_reminder_comes_once(office: Office) -> None:
    await office.plans()
    await office.told()
    steps = {
        "2026-11-13 19:00": ["beto"],
        "2026-11-14 15:00": ["dora"],
        "2026-11-14 17:00": ["ana", "beto", "dora"],
    }
    for instant, asked in steps.items():
        assert await office.rounds(instant) == [("event_called", asked), ("event_unconfirmed", asked)]
        assert await office.rounds(instant) == []
    assert await office.rounds("2026-11-14 19:00") == []


async def test_where_who_coordinates_was_asked_as_the_guard_the_administrators_come_last(
    office: Office,
) -> None:
    beto = await office.person("beto")
    await roles.grant(office.desk.session, beto.id, Role.COORDINATOR, None, office.desk.now)
    await office.plans()
    await office.told()
    for instant, asked in (("2026-11-13 19:00", "beto"), ("2026-11-14 15:00", "dora")):
        assert ("event_called", [asked]) in await office.rounds(instant)


async def test_after_a_jump_of_the_clock_all_who_should_have_been_asked_are(office: Office) -> None:
    await office.plans()
    await office.told()
    assert await office.rounds("2026-11-14 16:00") == [
        ("event_called", ["beto", "dora"]),
        ("event_unconfirmed", ["beto", "dora"]),
    ]


async def test_told_shortly_before_what_was_due_is_not_given_any_more(office: Office) -> None:
    office.goes_to("2026-11-12 17:30")
    await office.plans("2026-11-12 20:00")
    await office.told()
    assert await office.rounds("2026-11-12 17:31") == []
    assert await office.rounds("2026-11-12 18:00") == [
        ("event_called", ["beto"]),
        ("event_unconfirmed", ["beto"]),
    ]


async def test_whoever_cannot_is_not_asked_again_and_only_who_was_asked_may_say_so(office: Office) -> None:
    ticket = await office.plans()
    ana, beto, dora = [await office.person(user) for user in ("ana", "beto", "dora")]
    with pytest.raises(accompaniment.NotAsked):
        await accompaniment.decline(office.desk, ticket, beto)
    await office.told()
    await accompaniment.decline(office.desk, ticket, ana)
    assert await office.told() == [("event_declined", []), ("event_called", ["beto"])]
    with pytest.raises(accompaniment.NotAsked):
        await accompaniment.decline(office.desk, ticket, ana)
    await accompaniment.decline(office.desk, ticket, beto)
    assert await office.told() == [("event_declined", []), ("event_called", ["dora"])]
    await accompaniment.decline(office.desk, ticket, dora)
    assert await office.told() == [("event_declined", []), ("event_unconfirmed", [])]


async def test_whoever_confirmed_and_cannot_after_all_gives_it_back(office: Office) -> None:
    ticket, ana = await office.plans(), await office.person("ana")
    taken = await take_ticket(office.desk, ticket, ana)
    await office.told()
    free = await accompaniment.decline(office.desk, taken, ana)
    assert (free.state, free.assignee) == (State.NEW, None)
    assert await office.told() == [("event_declined", []), ("event_called", ["beto"])]
    assert (await tickets.get(office.desk.session, ticket.id)).assignee is None


async def test_who_says_no_after_another_confirmed_wakes_nobody(office: Office) -> None:
    ticket = await office.plans()
    taken = await take_ticket(office.desk, ticket, await office.person("beto"))
    await office.told()
    await accompaniment.decline(office.desk, taken, await office.person("ana"))
    assert await office.told() == [("event_declined", [])]


async def test_whoever_was_only_assigned_is_still_waited_for(office: Office) -> None:
    ticket, ana = await office.plans(), await office.person("ana")
    await assign_ticket(office.desk, ticket, await office.person("beto"), ana)
    await office.told()
    assert (await office.rounds("2026-11-13 19:00"))[0] == ("event_called", ["beto"])


async def test_confirmed_it_is_reminded_of_once_whatever_was_missed(office: Office) -> None:
    ticket = await office.plans()
    await take_ticket(office.desk, ticket, await office.person("ana"))
    await office.told()
    assert await office.rounds("2026-11-14 18:45") == [("event_soon", [])]
    assert await office.rounds("2026-11-14 18:50") == []


async def test_another_date_asks_the_duty_of_that_hour_anew(office: Office) -> None:
    ticket, zoe = await office.plans(), await office.person("zoe")
    await accompaniment.decline(office.desk, ticket, await office.person("ana"))
    await office.told()
    moved = await accompaniment.move_event(office.desk, ticket, Change(at("2026-11-15 18:00")), zoe)
    assert moved.event_at == at("2026-11-15 18:00")
    assert await office.told() == [("event_moved", []), ("event_called", ["ana"])]
    assert await office.rounds("2026-11-14 17:00") == []
    assert (await office.rounds("2026-11-14 18:00"))[0] == ("event_called", ["beto"])


async def test_postponed_nobody_is_reminded_or_called_until_it_has_a_date_again(office: Office) -> None:
    ticket, zoe = await office.plans(), await office.person("zoe")
    await office.told()
    waits = await accompaniment.postpone_event(office.desk, ticket, zoe)
    assert await office.told() == [("event_moved", [])]
    for instant in ("2026-11-13 19:00", "2026-11-14 18:40", "2026-11-17 09:00"):
        assert await office.rounds(instant) == []
    assert await accompaniment.agenda(office.desk) == []
    assert [one.id for one in await accompaniment.postponed(office.desk)] == [ticket.id]
    back = await accompaniment.move_event(office.desk, waits, Change(at("2026-11-22 15:00")), zoe)
    assert (back.is_postponed, back.event_at) == (False, at("2026-11-22 15:00"))
    assert [kind for kind, _ in await office.told()] == ["event_moved", "event_called"]


async def test_another_place_alone_asks_nobody_anew(office: Office) -> None:
    ticket, zoe = await office.plans(), await office.person("zoe")
    await office.told()
    moved = await accompaniment.move_event(office.desk, ticket, Change(place="Manga"), zoe)
    assert (moved.place, moved.event_at) == ("Manga", ticket.event_at)
    assert await office.told() == [("event_moved", [])]


async def test_moved_into_working_hours_it_is_urgent_no_more_and_back_again(office: Office) -> None:
    ticket, zoe = await office.plans(), await office.person("zoe")
    inside = await accompaniment.move_event(office.desk, ticket, Change(at(MONDAY)), zoe)
    assert (inside.exception, inside.urgent, inside.priority) == (None, False, Priority.NORMAL)
    outside = await accompaniment.move_event(office.desk, inside, Change(at("2026-11-22 15:00")), zoe)
    assert (outside.exception, outside.urgent) == (ExceptionKind.MAYOR_EVENT, True)
    assert outside.priority is Priority.URGENT


async def test_put_off_the_guard_is_paged_no_more(office: Office) -> None:
    office.goes_to("2026-11-13 21:00")
    ticket = await office.plans()
    await accompaniment.move_event(
        office.desk, ticket, Change(at("2026-11-21 19:00")), await office.person("zoe")
    )
    assert await office.rounds("2026-11-13 23:00") == []


async def test_what_is_over_is_neither_moved_nor_reminded_of(office: Office) -> None:
    ticket, zoe = await office.plans(), await office.person("zoe")
    cancelled = await cancel_ticket(office.desk, ticket, zoe)
    await office.told()
    with pytest.raises(MoveNotAllowed):
        await accompaniment.move_event(office.desk, cancelled, Change(at(MONDAY)), zoe)
    for instant in ("2026-11-13 19:00", "2026-11-14 18:40", "2026-11-17 09:00"):
        assert await office.rounds(instant) == []


async def test_how_it_was_is_asked_once_on_the_next_working_day(office: Office) -> None:
    ticket, other = await office.plans(), await office.plans()
    ana = await office.person("ana")
    await resolve_ticket(office.desk, await take_ticket(office.desk, other, ana), ana, "fuimos")
    await take_ticket(office.desk, ticket, ana)
    assert await office.rounds("2026-11-16 12:00") == []
    assert await office.rounds("2026-11-17 08:00") == [(str(ReminderKind.EVENT_OVER), [])]
    assert await office.rounds("2026-11-18 08:00") == []


async def test_the_agenda_goes_on_from_today_the_nearest_first(office: Office) -> None:
    later, sooner = await office.plans(MONDAY), await office.plans()
    await take_ticket(office.desk, later, await office.person("ana"))
    await cancel_ticket(office.desk, await office.plans("2026-11-11 20:00"), await office.person("zoe"))
    office.goes_to("2026-11-14 23:00")
    planned = await accompaniment.agenda(office.desk)
    assert [(one.ticket.id, one.goes.user if one.goes else None) for one in planned] == [
        (sooner.id, None),
        (later.id, "ana"),
    ]
    assert [one.at for one in planned] == [at(SATURDAY_EVENING), at(MONDAY)]


async def test_an_event_is_owed_at_its_own_hour(office: Office) -> None:
    """Also where the city has set targets."""
    rules = office.desk.reference.agreements
    enabled = replace(rules, targets=replace(rules.targets, enabled=True))
    office.desk = replace(office.desk, reference=replace(office.desk.reference, agreements=enabled))
    ticket = await office.plans()
    assert (ticket.first_answer_due, ticket.solution_due) == (None, None)


async def test_each_fact_is_part_of_the_ticket(office: Office) -> None:
    ticket = await office.plans()
    await accompaniment.move_event(office.desk, ticket, Change(at(MONDAY)), await office.person("zoe"))
    kept = await ticket_events.timeline(office.desk.session, ticket.id)
    moved = next(one for one in kept if one.kind is EventKind.EVENT_MOVED)
    assert moved.data == {"was": at(SATURDAY_EVENING).isoformat(), "moved_to": at(MONDAY).isoformat()}
