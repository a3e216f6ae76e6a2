"""Outages as actions: a report finds the ticket that is known already, people are counted, and the desk says how it goes."""

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets.affected import begin_outage
from itgov_bot.desk.tickets.changes import must_live, record
from itgov_bot.desk.tickets.guard import report_again, was_withdrawn
from itgov_bot.desk.tickets.lookup import find
from itgov_bot.desk.tickets.requesting import open_ticket
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.outages import Outage, check_span, ended_at, started_at
from itgov_bot.domain.tickets.ticket import Draft, ExceptionKind, Ticket
from itgov_bot.records import dataclass
from itgov_bot.storage import outages, readings, restored, tickets
from itgov_bot.understanding import Understanding
from itgov_bot.understanding.outages.report import OutageReport
from itgov_bot.understanding.outages.same import find_same

PAST_SHOWN = 10


class OutageOver(Exception):
    """It was solved while the person was deciding."""


@dataclass(frozen=True, slots=True)
class Joined:
    """`is_new`: they were not counted before. `calls_guard`: with this report the guard was called."""

    ticket: Ticket
    is_new: bool
    calls_guard: bool = False


async def find_known(
    desk: Desk,
    understanding: Understanding,
    report: OutageReport,
    person: Person,
    besides: Collection[str] = (),
    *,
    opens: bool = False,
) -> Ticket | None:
    """The live ticket that this report may belong to: an outage for as long as it lasts.

    A ticket that is no outage yet counts for a while, when somebody else told it as one, or its requester does now.
    `besides`: it was said to be another. `opens`: a ticket is opened next if there is none, so that from here on nobody
    else may look before it is.
    """
    if not report.may_be_general:
        return None
    if opens:
        await outages.one_at_a_time(desk.session)
    window = timedelta(minutes=desk.reference.agreements.outage.window_minutes)
    known = await outages.candidates(desk.session, desk.now - window)
    others = [one for one in known if one.number not in besides]
    twins, words = desk.reference.catalog.twins, understanding.words.outages
    own = [one for one in others if report.is_nameless and one.requester == person.id]
    same = own or find_same(words, report, others, twins)
    return next((one for one in same if _may_be_asked(desk, understanding, one, report, person)), None)


def _may_be_asked(
    desk: Desk, understanding: Understanding, ticket: Ticket, report: OutageReport, person: Person
) -> bool:
    if ticket.is_outage:
        return True
    if ticket.requester == person.id:
        return not ticket.urgent and _has_grown(understanding, ticket, report)
    told = understanding.exception(ticket.text, desk.now, desk.calendars.general)
    return told is ExceptionKind.SERVICE_OUTAGE


def _has_grown(understanding: Understanding, ticket: Ticket, report: OutageReport) -> bool:
    """What was theirs alone is told as everybody's now: the same thing, or «a todos les pasa»."""
    was = understanding.words.outages.report(ticket.text, ticket.service)
    is_it = report.service == ticket.service or bool(report.subjects & was.subjects)
    return report.exception is not None and (report.is_nameless or is_it)


async def join(desk: Desk, ticket_id: int, person: Person, place: str) -> Joined:
    """Counts the person, once; the first yes makes the ticket an outage. Raises OutageOver.

    In closed hours the guard is called if nobody has it and nobody is being called, whatever its first reporter said. In
    open hours it becomes first in line with its first yes, and with one after an agent found it to be no urgency.
    """
    ticket = await outages.locked(desk.session, ticket_id)
    if not ticket.is_live:
        raise OutageOver
    is_known, is_open = ticket.is_outage, desk.calendar(ticket.service).is_open(desk.now)
    is_seen_to = is_known and is_open and not await was_withdrawn(desk, ticket)
    if not is_known:
        await begin_outage(desk, ticket, ticket.opened_at)
        await record(desk, ticket, EventKind.OUTAGE_JOINED, person.id)
    is_new = await outages.add(desk.session, ticket.id, person.id, place, desk.now)
    calls = is_new and not is_seen_to and await report_again(desk, ticket, person)
    return Joined(await tickets.get(desk.session, ticket.id), is_new, calls)


async def mark(desk: Desk, ticket: Ticket, by: Person, since: datetime) -> Ticket:
    """An agent says that it is one, and since when; said again, it corrects the beginning.

    Raises MoveNotAllowed or ImpossibleSpan.
    """
    must_live(ticket)
    check_span(since, None, desk.now)
    await begin_outage(desk, ticket, since)
    await record(desk, ticket, EventKind.OUTAGE_MARKED, by.id, since=since.isoformat())
    return await tickets.get(desk.session, ticket.id)


async def correct(
    desk: Desk, ticket: Ticket, by: Person, *, since: datetime | None = None, until: datetime | None = None
) -> Ticket:
    """An agent says when an outage began or, of one that is over, when it ended. Raises ImpossibleSpan."""
    start, end = since or started_at(ticket), until or ended_at(ticket)
    check_span(start, end, desk.now)
    if since:
        await tickets.put(desk.session, ticket.id, outage_from=since)
        await record(desk, ticket, EventKind.OUTAGE_MARKED, by.id, since=since.isoformat())
    if until:
        await tickets.put(desk.session, ticket.id, outage_until=until)
        await record(desk, ticket, EventKind.OUTAGE_ENDED, by.id, until=until.isoformat())
    return await tickets.get(desk.session, ticket.id)


async def places_of(desk: Desk, ticket: Ticket) -> dict[str, int]:
    """How many people were counted from where; under "" who did not say."""
    rows = await outages.affected_rows(desk.session, ticket.id)
    return dict(Counter(place for _, place, _ in rows).most_common())


async def reported_after(desk: Desk, ticket: Ticket, moment: datetime) -> int:
    """How many people were counted after that instant."""
    return await outages.reported_after(desk.session, ticket.id, moment)


async def still_failing(desk: Desk, ticket: Ticket) -> frozenset[int]:
    """The ids of those who have a live ticket of their own because it failed for them after this outage."""
    return await outages.still_failing(desk.session, ticket.id)


async def unmark(desk: Desk, ticket: Ticket, by: Person) -> list[Person]:
    """It was no outage. Returns who had been counted, beside its requester: they are told. Raises MoveNotAllowed."""
    must_live(ticket)
    counted = await outages.people_of(desk.session, ticket.id)
    others = [one for one in counted if one.id != ticket.requester]
    earlier = await restored.of_ticket(desk.session, ticket.id)
    await readings.touch(desk.session, {instant for down in earlier for instant in down})
    await outages.mark(desk.session, ticket.id, None)
    await outages.forget_all(desk.session, ticket.id)
    await record(desk, ticket, EventKind.OUTAGE_UNMARKED, by.id, people=[one.id for one in others])
    return others


async def tell_progress(desk: Desk, ticket: Ticket, by: Person, text: str) -> list[Person]:
    """Words for everybody who is affected; they are an answer to the requester too. Returns to whom they go.

    Raises MoveNotAllowed.
    """
    must_live(ticket)
    await record(desk, ticket, EventKind.OUTAGE_NEWS, by.id, text=text)
    return [one for one in await affected(desk, ticket.id) if one.id != by.id]


async def affected(desk: Desk, ticket: int) -> list[Person]:
    """Those who are counted and can be reached."""
    return [one for one in await outages.people_of(desk.session, ticket) if one.reachable]


async def is_affected(desk: Desk, ticket: Ticket, person: Person) -> bool:
    return await outages.is_affected(desk.session, ticket.id, person.id)


async def find_joined(desk: Desk, number: str | None, person: Person) -> Ticket | None:
    """The ticket of this number, if the person is counted in it."""
    ticket = await find(desk, number)
    return ticket if ticket and await is_affected(desk, ticket, person) else None


async def linked(desk: Desk, outage: Ticket, person: Person) -> Ticket | None:
    """The live ticket of somebody for whom it still fails after the outage."""
    return await outages.linked(desk.session, outage.id, person.id)


async def open_linked(desk: Desk, outage: Ticket, person: Person, draft: Draft) -> Ticket:
    """Everybody has it back but this person: a ticket of their own, tied to the outage, where they said it fails."""
    place = await outages.place_of(desk.session, outage.id, person.id)
    ticket = await open_ticket(desk, person, replace(draft, place=place or draft.place))
    await tickets.put(desk.session, ticket.id, outage_id=outage.id)
    return await tickets.get(desk.session, ticket.id)


async def known_outages(desk: Desk) -> tuple[list[Outage], list[Outage]]:
    """Those that last, and the last ones that are over."""
    return await outages.current(desk.session), await outages.past(desk.session, PAST_SHOWN)
