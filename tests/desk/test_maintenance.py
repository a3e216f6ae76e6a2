"""Planned maintenance as actions, and what it takes from downtime."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from itgov_bot.desk import maintenance
from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.desk.downtime import unavailable
from itgov_bot.desk.outages import mark
from itgov_bot.desk.tickets.requesting import open_ticket
from itgov_bot.desk.tickets.working import resolve_ticket
from itgov_bot.domain.facts import MaintenanceFact
from itgov_bot.domain.maintenance import Maintenance, MaintenancePlan, problem_with
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.ticket import Draft, ExceptionKind
from itgov_bot.messages import Sender
from itgov_bot.storage import people
from itgov_bot.storage.database import Database
from itgov_bot.understanding import Understanding
from tests.made import city

BOGOTA = ZoneInfo("America/Bogota")
HOUR = timedelta(hours=1)


def at(written: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{written}").replace(tzinfo=BOGOTA)


@pytest.fixture
async def desk(database: Database) -> AsyncIterator[Desk]:
    async with database.transaction() as session:
        yield Desk(session, at("10 10:00"), city(), Calendars.of(city()))


async def carla(desk: Desk) -> Person:
    return await people.get_or_create(desk.session, Sender("test", "carla", "carla"), "carla", desk.now)


def later(desk: Desk, written: str) -> Desk:
    return replace(desk, now=at(written))


async def announced(
    desk: Desk, service: str | None = "SER-003", text: str = "cambio del switch"
) -> Maintenance:
    plan = MaintenancePlan(text, service, at("14 20:00"), at("14 23:00"))
    return await maintenance.announce(desk, plan, await carla(desk))


async def told(desk: Desk, *instants: str) -> list[tuple[str, str]]:
    """What each round tells, at its instant."""
    found = []
    for instant in instants:
        desk.facts.clear()
        await maintenance.tell_what_time_brings(later(desk, instant))
        found += [(instant, str(one.kind)) for one in desk.facts if isinstance(one, MaintenanceFact)]
    return found


async def test_what_time_brings_is_told_once(desk: Desk) -> None:
    await announced(desk)
    rounds = ("10 10:01", "13 20:00", "13 20:01", "14 20:00", "14 20:01", "14 23:00", "14 23:01")
    assert await told(desk, *rounds) == [
        ("13 20:00", "comes_tomorrow"),
        ("14 20:00", "began"),
        ("14 23:00", "should_be_over"),
    ]


async def test_a_clock_that_jumps_tells_only_what_still_matters(desk: Desk) -> None:
    await announced(desk)
    assert await told(desk, "16 08:00") == [("16 08:00", "should_be_over")]
    assert await told(desk, "16 08:01") == []


async def test_what_is_announced_within_a_day_is_not_announced_again(desk: Desk) -> None:
    await announced(later(desk, "14 10:00"))
    assert await told(desk, "14 10:01", "14 20:00") == [("14 20:00", "began")]


async def test_what_is_moved_is_told_for_its_new_time(desk: Desk) -> None:
    one = await announced(desk)
    assert await told(desk, "13 20:00") == [("13 20:00", "comes_tomorrow")]
    span = at("20 20:00"), at("20 23:00")
    await maintenance.move(later(desk, "14 10:00"), one, span, await carla(desk))
    assert await told(desk, "14 20:00", "19 20:00") == [("19 20:00", "comes_tomorrow")]


async def test_what_is_over_or_cancelled_is_neither_moved_nor_told(desk: Desk) -> None:
    by = await carla(desk)
    for close in (maintenance.cancel, maintenance.end):
        one = await announced(desk)
        closed = await close(desk, one, by)
        for again in (maintenance.cancel, maintenance.end):
            with pytest.raises(maintenance.NotOpen):
                await again(desk, closed, by)
        with pytest.raises(maintenance.NotOpen):
            await maintenance.extend(desk, one, by, HOUR)
    assert await told(desk, "14 20:00", "14 23:00") == []


async def test_it_is_extended_from_its_end_or_from_now(desk: Desk) -> None:
    by = await carla(desk)
    longer = await maintenance.extend(later(desk, "14 22:00"), await announced(desk), by, HOUR)
    assert longer.plan.ends_at == at("15 00:00")
    longer = await maintenance.extend(later(desk, "15 00:10"), longer, by, HOUR)
    assert longer.plan.ends_at == at("15 01:10")


@pytest.mark.parametrize(
    ("planned", "service", "report", "is_explained"),
    [
        (
            "cambio del switch de la Aduana, sin red en ese edificio",
            None,
            "no hay internet en la Aduana",
            True,
        ),
        ("cambio del switch de la Aduana, sin red en ese edificio", None, "no hay internet en Manga", False),
        ("cambio del switch de la Aduana, sin red en ese edificio", None, "se cayó el correo", False),
        ("actualización del correo", "SER-004", "nadie puede entrar al outlook", True),
        ("se reinicia el servidor de SIGOB", None, "se cayó sigob", True),
        ("se reinicia el servidor de SIGOB", None, "se cayó predis", False),
    ],
)
async def test_what_it_explains(
    desk: Desk,
    understanding: Understanding,
    planned: str,
    service: str | None,
    report: str,
    is_explained: bool,
) -> None:
    one = await announced(desk, service, planned)
    words = understanding.words.outages
    told = words.report(report, exception=ExceptionKind.SERVICE_OUTAGE)
    during = later(desk, "14 21:00")
    found = await maintenance.find_running(during, understanding, told)
    assert (found is not None) is is_explained
    assert await maintenance.find_running(during, understanding, told, [one.id]) is None
    for outside in ("14 19:59", "14 23:00"):
        assert await maintenance.find_running(later(desk, outside), understanding, told) is None


async def test_what_did_not_come_back_is_an_outage_and_in_hours_pages_nobody(desk: Desk) -> None:
    by, draft = await carla(desk), Draft("sigue caído", "SER-003", "Aduana", "")
    night = await maintenance.becomes_outage(later(desk, "14 23:20"), await announced(desk), draft, by)
    assert (night.urgent, night.is_outage, night.outage_from) == (True, True, at("14 23:00"))
    day = await maintenance.becomes_outage(later(desk, "17 09:00"), await announced(desk), draft, by)
    assert (day.urgent, day.is_outage, day.outage_from) == (True, True, at("14 23:00"))
    paged = [one.ticket for one in desk.facts if isinstance(one, TicketEvent) and one.kind is EventKind.PAGED]
    assert paged == [night.id]


async def test_downtime_is_measured_without_what_was_planned(desk: Desk) -> None:
    by = await carla(desk)
    await announced(desk, "SER-003")
    night = later(desk, "14 21:00")
    for service, ends in (("SER-003", "15 00:00"), ("SER-004", "14 21:30")):
        ticket = await open_ticket(night, by, Draft("caído", service, "Aduana", ""))
        await resolve_ticket(later(desk, ends), await mark(night, ticket, by, night.now), by, "listo")
    measured = await unavailable(later(desk, "20 10:00"), (at("01 00:00"), at("30 00:00")))
    assert measured.unplanned == timedelta(hours=1, minutes=30)  # the network after 23:00, and the mail
    assert measured.planned == 3 * HOUR


async def test_what_lasts_has_lasted_until_now(desk: Desk) -> None:
    ticket = await open_ticket(desk, await carla(desk), Draft("caído", "SER-003", "Aduana", ""))
    await mark(desk, ticket, await carla(desk), at("10 09:00"))
    span = at("01 00:00"), at("30 00:00")
    assert (await unavailable(later(desk, "10 11:00"), span)).unplanned == 2 * HOUR


@pytest.mark.parametrize(
    ("start", "end", "problem"),
    [
        ("14 20:00", "14 23:00", None),
        ("10 09:50", "10 11:00", None),
        ("10 09:40", "10 11:00", "past"),
        ("14 23:00", "14 20:00", "ends_before_start"),
        ("14 20:00", "21 20:01", "too_long"),
    ],
)
def test_times_that_cannot_be_announced(start: str, end: str, problem: str | None) -> None:
    assert problem_with((at(start), at(end)), at("10 10:00")) == problem
