"""One outage, one ticket: who is counted, once, and what becomes of them."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from itgov_bot.desk import outages
from itgov_bot.desk.counted.behind import cases_behind
from itgov_bot.desk.counted.counting import span_of
from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.desk.downtime import down_within
from itgov_bot.desk.outages import OutageOver
from itgov_bot.desk.tickets.requesting import OthersCountOnIt, cancel_ticket, open_ticket, reopen_ticket
from itgov_bot.desk.tickets.sorting import merge_into
from itgov_bot.desk.tickets.working import resolve_ticket, void_ticket
from itgov_bot.domain.indicators import Period
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.moves import MoveNotAllowed
from itgov_bot.domain.tickets.outages import ImpossibleSpan
from itgov_bot.domain.tickets.ticket import Draft, ExceptionKind, Ticket
from itgov_bot.messages import Sender
from itgov_bot.notices.tell import tell
from itgov_bot.storage import outages as stored
from itgov_bot.storage import people, readings, tickets
from itgov_bot.storage.database import Database
from itgov_bot.storage.sending import outbox
from itgov_bot.understanding import Understanding
from tests.made import city

BOGOTA = ZoneInfo("America/Bogota")
DOWN = "se cayó el internet en toda la alcaldía"


def at(written: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-10 {written}").replace(tzinfo=BOGOTA)


@pytest.fixture
async def desk(database: Database) -> AsyncIterator[Desk]:
    async with database.transaction() as session:
        yield Desk(session, at("10:00"), city(), Calendars.of(city()))


def later(desk: Desk, written: str) -> Desk:
    return replace(desk, now=at(written))


async def person(desk: Desk, name: str) -> Person:
    return await people.get_or_create(desk.session, Sender("test", name, name), name, desk.now)


async def a_ticket(desk: Desk, by: Person, text: str = DOWN, *, urgent: bool = False) -> Ticket:
    exception = ExceptionKind.SERVICE_OUTAGE if urgent else None
    return await open_ticket(desk, by, Draft(text, "SER-003", "Aduana", "", exception))


async def known(
    desk: Desk,
    understanding: Understanding,
    by: Person,
    text: str = "no hay internet",
    exception: ExceptionKind | None = ExceptionKind.SERVICE_OUTAGE,
) -> Ticket | None:
    report = understanding.words.outages.report(text, exception=exception)
    return await outages.find_known(desk, understanding, report, by)


def facts(desk: Desk) -> list[TicketEvent]:
    return [one for one in desk.facts if isinstance(one, TicketEvent)]


async def names(desk: Desk, ticket: Ticket) -> list[str]:
    return [one.user for one in await stored.people_of(desk.session, ticket.id)]


async def test_an_urgent_outage_is_one_from_the_start(desk: Desk) -> None:
    ticket = await a_ticket(desk, await person(desk, "ana"), urgent=True)
    assert ticket.is_outage
    assert ticket.affected == 1
    assert ticket.outage_from == desk.now


async def test_an_ordinary_ticket_becomes_one_with_the_first_yes(
    desk: Desk, understanding: Understanding
) -> None:
    ana, beto = await person(desk, "ana"), await person(desk, "beto")
    ticket = await a_ticket(desk, ana)
    assert not ticket.is_outage
    assert await known(later(desk, "10:20"), understanding, beto) is not None
    joined = await outages.join(later(desk, "10:20"), ticket.id, beto, "Manga")
    assert joined.is_new
    assert [one.kind for one in facts(desk)] == [
        EventKind.OPENED,
        EventKind.OUTAGE_JOINED,
        EventKind.FIRST_IN_LINE,
    ]
    assert joined.ticket.affected == 2
    assert joined.ticket.outage_from == at("10:00")
    assert await names(desk, ticket) == ["ana", "beto"]


async def test_nobody_is_counted_twice(desk: Desk) -> None:
    ana, beto = await person(desk, "ana"), await person(desk, "beto")
    ticket = await a_ticket(desk, ana, urgent=True)
    for who, counted in ((ana, 1), (beto, 2), (beto, 2), (ana, 2)):
        assert (await outages.join(desk, ticket.id, who, "")).ticket.affected == counted


async def test_ones_own_ticket_grows_when_it_is_told_of_everybody(
    desk: Desk, understanding: Understanding
) -> None:
    ana = await person(desk, "ana")
    ticket = await a_ticket(desk, ana, "no tengo internet")
    assert await known(desk, understanding, ana, "sigo sin internet", exception=None) is None
    for everybody in ("se cayó el internet para todos", "a todos en la oficina nos pasa lo mismo"):
        assert await known(desk, understanding, ana, everybody) == ticket
    assert await known(desk, understanding, ana, "se cayó el SAP en toda la alcaldía") is None


async def test_a_ticket_that_was_not_told_as_an_outage_is_not_asked_about(
    desk: Desk, understanding: Understanding
) -> None:
    ana, beto = await person(desk, "ana"), await person(desk, "beto")
    await a_ticket(desk, ana, "no tengo internet")
    assert await known(desk, understanding, beto) is None


async def test_others_wait_only_where_a_ticket_is_opened_next(
    desk: Desk, understanding: Understanding, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[object] = []

    async def alone(session: object) -> None:
        waited.append(session)

    monkeypatch.setattr(stored, "one_at_a_time", alone)
    ana = await person(desk, "ana")
    report = understanding.words.outages.report(DOWN, exception=ExceptionKind.SERVICE_OUTAGE)
    await outages.find_known(desk, understanding, report, ana)
    assert waited == []
    await outages.find_known(desk, understanding, report, ana, opens=True)
    assert waited == [desk.session]


async def test_an_outage_is_known_for_as_long_as_it_lasts(desk: Desk, understanding: Understanding) -> None:
    ana, carla = await person(desk, "ana"), await person(desk, "carla")
    await a_ticket(desk, ana, urgent=True)
    assert await known(replace(desk, now=desk.now + timedelta(days=3)), understanding, carla) is not None


async def test_what_is_no_outage_yet_is_asked_about_within_the_window(
    desk: Desk, understanding: Understanding
) -> None:
    ana, beto = await person(desk, "ana"), await person(desk, "beto")
    await a_ticket(desk, ana)
    assert await known(later(desk, "12:00"), understanding, beto) is not None
    assert await known(later(desk, "12:01"), understanding, beto) is None


async def test_who_comes_when_it_is_over_is_not_counted(desk: Desk, understanding: Understanding) -> None:
    ana, beto, agent = [await person(desk, name) for name in ("ana", "beto", "carla")]
    ticket = await a_ticket(desk, ana, urgent=True)
    await resolve_ticket(desk, ticket, agent, "listo")
    assert await known(desk, understanding, beto) is None
    with pytest.raises(OutageOver):
        await outages.join(desk, ticket.id, beto, "")


async def test_marked_and_unmarked_by_an_agent(desk: Desk, understanding: Understanding) -> None:
    ana, beto, agent = [await person(desk, name) for name in ("ana", "beto", "carla")]
    ticket = await a_ticket(desk, ana, "no tengo internet")
    await outages.mark(desk, ticket, agent, at("08:30"))
    marked = await tickets.get(desk.session, ticket.id)
    assert (marked.is_outage, marked.outage_from, marked.affected) == (True, at("08:30"), 1)
    assert await known(desk, understanding, beto) is not None
    await outages.join(desk, ticket.id, beto, "")
    assert [one.id for one in await outages.unmark(desk, marked, agent)] == [beto.id]
    assert not (await tickets.get(desk.session, ticket.id)).is_outage
    assert await names(desk, ticket) == []


async def test_what_is_over_is_neither_marked_nor_told_of(desk: Desk) -> None:
    ana, agent = await person(desk, "ana"), await person(desk, "carla")
    ticket = await a_ticket(desk, ana)
    await cancel_ticket(desk, ticket, ana)
    over = await tickets.get(desk.session, ticket.id)
    for action in (
        outages.mark(desk, over, agent, over.opened_at),
        outages.tell_progress(desk, over, agent, "ya casi"),
    ):
        with pytest.raises(MoveNotAllowed):
            await action


async def test_progress_goes_once_to_everybody_who_can_be_reached(desk: Desk) -> None:
    ana, beto, carla, agent = [await person(desk, name) for name in ("ana", "beto", "carla", "dario")]
    ticket = await a_ticket(desk, ana, urgent=True)
    for who in (beto, carla):
        await outages.join(desk, ticket.id, who, "")
    await people.set_reachable(desk.session, "test", carla.chat, False)
    desk.facts.clear()
    told = await outages.tell_progress(desk, ticket, agent, "vamos por la mitad")
    assert [one.user for one in told] == ["ana", "beto"]
    await tell(desk)
    waiting = await outbox.ready(desk.session, ["test"], desk.now, 10)
    assert [one.address.chat for one in waiting] == ["ana", "beto"]
    assert (await tickets.get(desk.session, ticket.id)).first_answer_at == desk.now


async def test_an_outage_that_others_count_on_is_not_cancelled(desk: Desk) -> None:
    ana, beto = await person(desk, "ana"), await person(desk, "beto")
    ticket = await a_ticket(desk, ana, urgent=True)
    shared = (await outages.join(desk, ticket.id, beto, "")).ticket
    with pytest.raises(OthersCountOnIt):
        await cancel_ticket(desk, shared, ana)
    assert (await tickets.get(desk.session, ticket.id)).is_live


async def test_a_merge_takes_the_affected_along(desk: Desk) -> None:
    ana, beto, carla, agent = [await person(desk, name) for name in ("ana", "beto", "carla", "dario")]
    one, other = await a_ticket(desk, ana, urgent=True), await a_ticket(later(desk, "10:10"), beto)
    await outages.join(desk, one.id, carla, "")
    await merge_into(desk, one, other, agent)
    went_on = await tickets.get(desk.session, other.id)
    assert (went_on.is_outage, went_on.affected, went_on.outage_from) == (True, 3, at("10:00"))


async def test_the_interval_is_kept_for_indicator_9(desk: Desk) -> None:
    ana, agent = await person(desk, "ana"), await person(desk, "carla")
    ticket = await a_ticket(desk, ana, urgent=True)
    assert [one.ended_at for one in await stored.current(desk.session)] == [None]
    await resolve_ticket(later(desk, "12:30"), ticket, agent, "listo")
    assert await stored.current(desk.session) == []
    (found,) = await stored.past(desk.session, 10)
    assert (found.started_at, found.ended_at, found.affected) == (at("10:00"), at("12:30"), 1)
    assert len(await stored.between(desk.session, at("12:00"), at("13:00"))) == 1
    assert await stored.between(desk.session, at("12:30"), at("13:00")) == []
    assert await stored.between(desk.session, at("08:00"), at("10:00")) == []


async def test_the_end_is_said_and_corrected(desk: Desk) -> None:
    ana, agent = await person(desk, "ana"), await person(desk, "carla")
    ticket = await a_ticket(desk, ana, urgent=True)
    await resolve_ticket(later(desk, "12:30"), ticket, agent, "listo", until=at("12:00"))
    solved = await tickets.get(desk.session, ticket.id)
    noon = later(desk, "13:00")
    assert await stored.between(desk.session, at("12:00"), at("13:00")) == []
    await outages.correct(noon, solved, agent, until=at("12:15"))
    corrected = await outages.correct(noon, solved, agent, since=at("09:00"))
    (found,) = await stored.between(desk.session, at("12:00"), at("13:00"))
    assert (found.started_at, found.ended_at) == (at("09:00"), at("12:15"))
    for wrong in ({"until": at("08:59")}, {"until": at("13:01")}, {"since": at("12:16")}):
        with pytest.raises(ImpossibleSpan):
            await outages.correct(noon, corrected, agent, **wrong)
    assert facts(desk)[-2].data == {"until": at("12:15").isoformat()}


async def test_what_is_opened_again_has_not_ended(desk: Desk) -> None:
    ana, agent = await person(desk, "ana"), await person(desk, "carla")
    ticket = await a_ticket(desk, ana, urgent=True)
    solved = await resolve_ticket(later(desk, "11:00"), ticket, agent, "listo")
    await reopen_ticket(later(desk, "11:30"), solved, ana)
    assert [one.ended_at for one in await stored.current(desk.session)] == [None]


async def test_what_is_voided_or_went_into_another_is_not_counted_twice(desk: Desk) -> None:
    ana, beto, agent = [await person(desk, name) for name in ("ana", "beto", "carla")]
    one, other, none = [await a_ticket(desk, who, urgent=True) for who in (ana, beto, beto)]
    await merge_into(later(desk, "10:30"), one, other, agent)
    await void_ticket(later(desk, "10:30"), none, agent, "una prueba")
    found = await stored.between(desk.session, at("10:00"), at("11:00"))
    assert [each.ticket.id for each in found] == [other.id]


async def test_two_hundred_reports_are_one_ticket(desk: Desk, understanding: Understanding) -> None:
    first: Ticket | None = None
    for place in range(200):
        who = await person(desk, f"p{place}")
        if found := await known(desk, understanding, who):
            await outages.join(desk, found.id, who, "")
        else:
            first = await a_ticket(desk, who, urgent=True)
    assert first is not None
    assert (await tickets.get(desk.session, first.id)).affected == 200
    assert len(await stored.candidates(desk.session, at("09:00"))) == 1


def of_day(desk: Desk, written: str) -> Desk:
    return replace(desk, now=datetime.fromisoformat(written).replace(tzinfo=BOGOTA))


async def hours(desk: Desk, month: str) -> tuple[float, float]:
    """Without service: as indicator 9 counts it, and as `/caidas` lists it."""
    of = Period.parse(month)
    behind = await cases_behind(desk, 9, of)
    listed = await down_within(desk, Stretch.of(of))
    assert behind
    hour = timedelta(hours=1)
    begins, ends = span_of(desk, of)
    shown = sum(
        (min(one.ended_at or ends, ends, desk.now) - max(one.started_at, begins) for one in listed.outages),
        timedelta(),
    )
    assert listed.total.unplanned == shown
    assert sum((one.down or timedelta() for one in behind.cases), timedelta()) == shown
    return behind.count.denominator - behind.count.numerator, shown / hour


async def test_one_that_fails_again_months_later_was_not_down_meanwhile(desk: Desk) -> None:
    ana = await person(desk, "ana")
    august = of_day(desk, "2026-08-04 10:00")
    ticket = await a_ticket(august, ana, urgent=True)
    back = of_day(desk, "2026-08-04 14:00")
    solved = await resolve_ticket(back, ticket, ana, "listo", until=back.now - timedelta(hours=3))
    again = of_day(desk, "2026-11-18 09:00")
    reopened = await reopen_ticket(again, solved, ana, "volvió a fallar")
    assert (reopened.outage_from, reopened.outage_until) == (again.now, None)
    lasts = of_day(desk, "2026-11-18 11:00")
    assert [await hours(lasts, f"2026-{month}") for month in ("08", "09", "10", "11")] == [
        (1, 1),
        (0, 0),
        (0, 0),
        (2, 2),
    ]
    live = await tickets.get(desk.session, reopened.id)
    voided = await void_ticket(lasts, live, ana, "no era")
    assert await hours(lasts, "2026-08") == (1, 1)
    assert await hours(lasts, "2026-11") == (0, 0)
    assert voided.outage_from == again.now


async def test_what_was_no_outage_was_none_before_either(desk: Desk) -> None:
    ana = await person(desk, "ana")
    ticket = await a_ticket(of_day(desk, "2026-09-01 10:00"), ana, urgent=True)
    back = of_day(desk, "2026-09-01 12:00")
    solved = await resolve_ticket(back, ticket, ana, "listo")
    again = of_day(desk, "2026-11-18 09:00")
    reopened = await reopen_ticket(again, solved, ana)
    assert await hours(again, "2026-09") == (2, 2)
    await outages.unmark(again, reopened, ana)
    assert await hours(again, "2026-09") == (0, 0)
    assert back.now in [at for _, at in await readings.touched(desk.session)]
