"""Periods close once, whatever happens later; a late change is noticed, shown, and accepted by somebody with a reason."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from itgov_bot.desk import indicators
from itgov_bot.desk.counted.closing import NotAsShown, accept, close_periods, history, late_changes
from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.desk.outages import correct, mark
from itgov_bot.desk.rating import comment_rating, rate_ticket
from itgov_bot.desk.tickets.requesting import open_ticket, reopen_ticket
from itgov_bot.desk.tickets.working import resolve_ticket, void_ticket
from itgov_bot.domain.indicators import Count, Period, Reading
from itgov_bot.domain.maintenance import MaintenancePlan
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Draft, Kind, Solution, Ticket
from itgov_bot.storage import maintenance, ratings, readings
from itgov_bot.storage.database import Database, Session
from tests.made import city

BOGOTA = ZoneInfo("America/Bogota")
MAY, JUNE = Period.parse("2026-05"), Period.parse("2026-06")


def at(written: str) -> datetime:
    return datetime.fromisoformat(f"2026-{written}").replace(tzinfo=BOGOTA)


def desk_at(session: Session, written: str) -> Desk:
    return Desk(session, at(written), city(), Calendars.of(city()))


async def opened(session: Session, written: str, by: Person) -> Ticket:
    return await open_ticket(
        desk_at(session, written), by, Draft("no abre el correo", "SER-004", "Aduana", "12")
    )


async def solved(session: Session, ticket: Ticket, written: str, by: Person) -> Ticket:
    desk = desk_at(session, written)
    return await resolve_ticket(desk, ticket, by, "listo", kind=Kind.SOFTWARE, solution=Solution.REMOTE)


async def of(session: Session, written: str, number: int, period: Period) -> Reading | None:
    found = await indicators.readings(desk_at(session, written), number)
    return next((one for one in found if one.period == period), None)


async def numbers(
    session: Session, written: str, number: int = 1, period: Period = MAY
) -> tuple[object, ...]:
    one = await of(session, written, number, period)
    return (one.numerator, one.denominator, *one.flags) if one else ()


async def test_the_running_month_moves_with_each_ticket(
    database: Database, ana: Person, beto: Person
) -> None:
    async with database.transaction() as session:
        first = await opened(session, "05-10 09:00", ana)
        assert await numbers(session, "05-10 09:01") == (0, 1, "open")
        first = await solved(session, first, "05-10 10:00", beto)
        assert await numbers(session, "05-10 10:00") == (1, 1, "open")
        assert await numbers(session, "05-10 10:00", 8) == (1, 1, "open")
        await reopen_ticket(desk_at(session, "05-11 10:00"), first, ana)
        assert await numbers(session, "05-11 10:00") == (0, 1, "open")
        assert await numbers(session, "05-11 10:00", 8) == ()
        await void_ticket(
            desk_at(session, "05-12 10:00"), await opened(session, "05-12 09:00", ana), beto, "prueba"
        )
        assert await numbers(session, "05-12 10:00") == (0, 1, "open")


async def test_a_month_is_frozen_once(database: Database, ana: Person, beto: Person) -> None:
    async with database.transaction() as session:
        await solved(session, await opened(session, "05-10 09:00", ana), "05-31 23:59", beto)
        await close_periods(desk_at(session, "05-31 23:59"))
        assert await readings.of_all(session) == []
        for minute in ("06-01 00:00", "06-01 00:01", "06-02 00:00"):
            await close_periods(desk_at(session, minute))
        kept = {one.indicator: one for one in await readings.of_all(session)}
        assert sorted(kept) == [1, 6, 8, 9]
        assert (kept[1].numerator, kept[1].denominator, kept[1].source) == (1, 1, "computed")
        assert (kept[9].numerator, kept[9].denominator) == (744, 744)
        assert len(await readings.of_all(session)) == 4
        assert await readings.touched(session) == []


async def test_ratings_are_waited_for(database: Database, ana: Person, beto: Person) -> None:
    """The half year closes when nobody can rate its last tickets any more."""
    half = Period.parse("2026-H1")
    async with database.transaction() as session:
        ticket = await solved(session, await opened(session, "06-30 09:00", ana), "06-30 10:00", beto)
        await close_periods(desk_at(session, "07-01 00:01"))
        await rate_ticket(desk_at(session, "07-02 10:00"), ticket, ana, 4)
        assert await numbers(session, "07-02 10:01", 5, half) == (1, 1, "open")
        await close_periods(desk_at(session, "07-15 00:00"))
        assert await numbers(session, "07-15 00:00", 5, half) == (1, 1)
        assert [one.period for one in await readings.of_indicator(session, 5)] == [half]


async def test_a_rating_stays_with_its_solution(database: Database, ana: Person, beto: Person) -> None:
    """Nobody erases one by opening the ticket again, solving it anew, or taking it away."""
    half = Period.parse("2026-H1")
    async with database.transaction() as session:
        kept, voided = [
            await solved(session, await opened(session, f"05-10 09:0{one}", ana), f"05-20 09:0{one}", beto)
            for one in range(2)
        ]
        for ticket in (kept, voided):
            await rate_ticket(desk_at(session, "05-20 10:00"), ticket, ana, 1)
        await comment_rating(desk_at(session, "05-20 10:05"), kept, ana, "sigue igual")
        open_again = await reopen_ticket(desk_at(session, "05-21 09:00"), voided, beto, "por error")
        await void_ticket(desk_at(session, "05-21 09:01"), open_again, beto, "era una prueba")
        open_again = await reopen_ticket(desk_at(session, "05-21 10:00"), kept, beto, "por error")
        anew = await solved(session, open_again, "05-22 10:00", beto)
        assert anew.rating is None
        assert await numbers(session, "05-22 10:01", 5, half) == (0, 2, "open")
        await rate_ticket(desk_at(session, "05-22 11:00"), anew, ana, 5)
        assert await numbers(session, "05-22 11:01", 5, half) == (1, 3, "open")
        assert [(one.stars, one.comment) for one in await ratings.of(session, kept.id)] == [
            (1, "sigue igual"),
            (5, None),
        ]


async def test_a_late_change_is_shown_and_accepted_once(
    database: Database, ana: Person, beto: Person
) -> None:
    async with database.transaction() as session:
        ticket = await solved(session, await opened(session, "05-10 09:00", ana), "05-20 09:00", beto)
        await opened(session, "05-11 09:00", ana)
        await close_periods(desk_at(session, "06-01 00:00"))
        await close_periods(desk_at(session, "06-01 00:01"))
        await reopen_ticket(desk_at(session, "06-03 09:00"), ticket, ana)
        for minute in ("06-03 09:00", "06-03 09:05"):
            assert await numbers(session, minute) == (1, 2, "changed")
            await close_periods(desk_at(session, minute))
        later = desk_at(session, "06-03 10:00")
        assert {(one.indicator, str(one.period)): one.recount for one in await late_changes(later)} == {
            (1, "2026-05"): Count(0, 2),
            (6, "2026-05"): Count(0, 2),
            (8, "2026-05"): Count(0, 0),
        }
        with pytest.raises(NotAsShown):
            await accept(later, 1, MAY, Count(1, 2), beto, "se reabrió un caso")
        await accept(later, 1, MAY, Count(0, 2), beto, "se reabrió un caso")
        with pytest.raises(NotAsShown):
            await accept(later, 1, MAY, Count(0, 2), beto, "se reabrió un caso")
        assert await numbers(session, "06-03 10:01") == (0, 2)
        assert [(one.value, one.reason) for one in await history(later, 1, MAY)] == [
            (50, None),
            (0, "se reabrió un caso"),
        ]


async def test_what_makes_no_difference_is_forgotten(database: Database, ana: Person, beto: Person) -> None:
    async with database.transaction() as session:
        ticket = await opened(session, "05-10 09:00", ana)
        await close_periods(desk_at(session, "06-01 00:00"))
        await close_periods(desk_at(session, "06-01 00:01"))
        await solved(session, ticket, "06-03 09:00", beto)
        assert await readings.touched(session)
        assert await numbers(session, "06-03 09:00") == (0, 1)
        assert await numbers(session, "06-03 09:00", 1, JUNE) == ()  # nothing was received in June
        await close_periods(desk_at(session, "06-03 09:01"))
        assert await readings.touched(session) == []


async def test_an_outage_that_is_corrected_changes_all_its_months(
    database: Database, ana: Person, beto: Person
) -> None:
    async with database.transaction() as session:
        ticket = await opened(session, "03-31 12:00", ana)
        ticket = await mark(desk_at(session, "03-31 12:00"), ticket, beto, at("03-31 12:00"))
        ticket = await solved(session, ticket, "05-01 12:00", beto)
        await close_periods(desk_at(session, "06-01 00:00"))
        assert await numbers(session, "06-02 00:00", 9, Period.parse("2026-04")) == (0, 720)
        await correct(desk_at(session, "06-02 09:00"), ticket, beto, until=at("04-10 00:00"))
        changed = {
            (one.indicator, str(one.period)): one.recount
            for one in await late_changes(desk_at(session, "06-02 10:00"))
        }
        assert changed == {(9, "2026-04"): Count(720 - 9 * 24, 720), (9, "2026-05"): Count(744, 744)}


async def test_two_processes_freeze_a_period_once(
    database: Database, other: Database, ana: Person, beto: Person
) -> None:
    async with database.transaction() as session:
        await solved(session, await opened(session, "05-10 09:00", ana), "05-20 09:00", beto)
    for one in (database, other):
        async with one.transaction() as session:
            await close_periods(desk_at(session, "06-01 00:00"))
    async with database.reading() as session:
        assert len(await readings.of_indicator(session, 1)) == 1


async def test_what_is_printed_or_recorded_is_not_counted_anew(
    database: Database, ana: Person, beto: Person
) -> None:
    async with database.transaction() as session:
        await opened(session, "05-10 09:00", ana)
        told = Reading(1, MAY, 97, source="recorded", reason="acta 3")
        await readings.add(session, told, beto.id, at("06-01 00:00") - timedelta(days=1))
        await close_periods(desk_at(session, "06-01 00:00"))
        kept = await of(session, "06-02 00:00", 1, MAY)
        assert kept
        assert (kept.value, kept.source) == (97, "recorded")


async def test_maintenance_that_was_none_after_all_changes_its_month(
    database: Database, ana: Person, beto: Person
) -> None:
    async with database.transaction() as session:
        plan = MaintenancePlan("cambio del switch", "SER-004", at("05-10 20:00"), at("05-10 23:00"))
        planned = await maintenance.add(session, plan, beto.id, at("05-09 09:00"))
        ticket = await opened(session, "05-10 21:00", ana)
        ticket = await mark(desk_at(session, "05-10 21:00"), ticket, beto, at("05-10 21:00"))
        await solved(session, ticket, "05-10 22:00", beto)
        await close_periods(desk_at(session, "06-01 00:00"))
        await close_periods(desk_at(session, "06-01 00:01"))
        assert await numbers(session, "06-02 00:00", 9) == (744, 744)
        await maintenance.change(session, planned, cancelled_at=at("06-02 09:00"))
        assert await numbers(session, "06-02 09:01", 9) == (744, 744, "changed")
        [changed] = await late_changes(desk_at(session, "06-02 09:01"))
        assert changed.recount == Count(743, 744)
