"""Planned maintenance as actions: announced, moved, cancelled, ended; and what is told of it when its time comes."""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.outages import mark
from itgov_bot.desk.tickets.requesting import open_ticket
from itgov_bot.domain.calendar import Span
from itgov_bot.domain.facts import MaintenanceFact
from itgov_bot.domain.maintenance import Maintenance, MaintenanceKind, MaintenancePlan, MaintenanceView
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Draft, ExceptionKind, Ticket
from itgov_bot.storage import maintenance as stored
from itgov_bot.storage import marks, people
from itgov_bot.understanding import Understanding
from itgov_bot.understanding.outages.report import OutageReport
from itgov_bot.understanding.outages.same import is_same

DAY_BEFORE = timedelta(days=1)
ASKED_FOR = timedelta(days=7)
"""One that should have been over for longer is not asked after any more: the program was not running."""
MAINTENANCE_MARKS = "maintenance:"
"""How the marks of what was told of it begin."""


class NotOpen(Exception):
    """It was cancelled, is over, or somebody else just changed it."""


async def announce(desk: Desk, plan: MaintenancePlan, by: Person) -> Maintenance:
    added = await stored.add(desk.session, plan, by.id, desk.now)
    _tell(desk, MaintenanceKind.ANNOUNCED, added, by)
    return added


async def move(desk: Desk, maintenance: Maintenance, span: Span, by: Person) -> Maintenance:
    """To another time. Raises NotOpen."""
    moved = await _change(desk, maintenance, starts_at=span[0], ends_at=span[1])
    _tell(desk, MaintenanceKind.MOVED, moved, by, maintenance.plan)
    return moved


async def extend(desk: Desk, maintenance: Maintenance, by: Person, more: timedelta) -> Maintenance:
    """It lasts longer than announced, counted from its end or, when that has gone by, from now. Raises NotOpen."""
    ends = max(maintenance.plan.ends_at, desk.now) + more
    return await move(desk, maintenance, (maintenance.plan.starts_at, ends), by)


async def cancel(desk: Desk, maintenance: Maintenance, by: Person) -> Maintenance:
    """Raises NotOpen."""
    cancelled = await _change(desk, maintenance, cancelled_at=desk.now)
    _tell(desk, MaintenanceKind.CANCELLED, cancelled, by)
    return cancelled


async def end(desk: Desk, maintenance: Maintenance, by: Person) -> Maintenance:
    """Somebody says that it is over, perhaps before its time. Raises NotOpen."""
    ended = await _change(desk, maintenance, ended_at=desk.now)
    _tell(desk, MaintenanceKind.ENDED, ended, by)
    return ended


async def becomes_outage(desk: Desk, maintenance: Maintenance, draft: Draft, by: Person) -> Ticket:
    """What was taken away did not come back: a ticket is opened, an outage since it should have. Raises NotOpen.

    It is paged, or the first in line while people attend, as any outage.
    """
    await _change(desk, maintenance, ended_at=desk.now)
    ticket = await open_ticket(desk, by, replace(draft, exception=ExceptionKind.SERVICE_OUTAGE))
    return await mark(desk, ticket, by, min(maintenance.plan.ends_at, desk.now))


async def find(desk: Desk, maintenance: int) -> Maintenance | None:
    return await stored.find(desk.session, maintenance)


async def coming(desk: Desk) -> list[MaintenanceView]:
    """Those that go on and those that will, the next one first."""
    return [await view(desk, one) for one in await stored.coming(desk.session, desk.now)]


async def view(desk: Desk, maintenance: Maintenance) -> MaintenanceView:
    by = await people.get(desk.session, maintenance.announced_by) if maintenance.announced_by else None
    service = desk.service(maintenance.plan.service)
    return MaintenanceView(maintenance, service, by, desk.calendars.general, desk.now)


async def find_running(
    desk: Desk, understanding: Understanding, report: OutageReport, besides: Collection[int] = ()
) -> MaintenanceView | None:
    """The one that goes on and may be why something fails. `besides`: it was said that it is not because of those."""
    for one in await stored.coming(desk.session, desk.now):
        if one.is_running(desk.now) and one.id not in besides and _explains(desk, understanding, one, report):
            return await view(desk, one)
    return None


def _explains(
    desk: Desk, understanding: Understanding, maintenance: Maintenance, report: OutageReport
) -> bool:
    plan = maintenance.plan
    if report.is_fault and plan.service is not None and report.service == plan.service:
        return True
    words, twins = understanding.words.outages, desk.reference.catalog.twins
    planned = words.report(plan.text, plan.service, exception=ExceptionKind.SERVICE_OUTAGE)
    return report.may_be_general and is_same(report, planned, twins)


# What time makes due


async def tell_what_time_brings(desk: Desk) -> None:
    """The day before, at the beginning, and at the end when it is asked whether it is over: each once for each time."""
    for one in await stored.unfinished(desk.session, desk.now - ASKED_FOR):
        kind = _due(desk, one)
        if kind and await _is_first(desk, kind, one):
            _tell(desk, kind, one)


def _due(desk: Desk, maintenance: Maintenance) -> MaintenanceKind | None:
    plan, day_before = maintenance.plan, maintenance.plan.starts_at - DAY_BEFORE
    if plan.ends_at <= desk.now:
        return MaintenanceKind.SHOULD_BE_OVER
    if plan.starts_at <= desk.now:
        return MaintenanceKind.BEGAN
    was_known = maintenance.announced_at < day_before
    return MaintenanceKind.COMES_TOMORROW if was_known and day_before <= desk.now else None


async def _is_first(desk: Desk, kind: MaintenanceKind, maintenance: Maintenance) -> bool:
    plan = maintenance.plan
    due = plan.ends_at if kind is MaintenanceKind.SHOULD_BE_OVER else plan.starts_at
    name = f"{MAINTENANCE_MARKS}{maintenance.id}:{kind}:{due.timestamp():.0f}"
    return await marks.mark_once(desk.session, name, desk.now)


async def _change(desk: Desk, maintenance: Maintenance, **columns: object) -> Maintenance:
    if not await stored.change(desk.session, maintenance, **columns):
        raise NotOpen
    found = await stored.find(desk.session, maintenance.id)
    if found is None:
        raise NotOpen
    return found


def _tell(
    desk: Desk,
    kind: MaintenanceKind,
    maintenance: Maintenance,
    by: Person | None = None,
    was: MaintenancePlan | None = None,
) -> None:
    desk.facts.append(MaintenanceFact(kind, maintenance, by, was))
