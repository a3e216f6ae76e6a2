"""Paging the duty ladder for urgent tickets: begun, answered with «No puedo», and gone on with as time goes by."""

from typing import Literal

from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.on_call import everybody_on_duty
from itgov_bot.desk.page_ways import ways_of
from itgov_bot.desk.tickets.changes import record
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.tickets import paging as rules
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.urgency import wakes_the_guard
from itgov_bot.storage import people, ticket_events, tickets
from itgov_bot.storage.duty import pages

Declined = Literal["noted", "next", "nobody", "again", "not_called", "over"]
"""What became of a «No puedo»: it is noted while others may still answer, or the next step was called; or it came
again, from somebody who was not called, or when nobody is called any more."""


async def who_is_called(desk: Desk, ticket: Ticket) -> dict[int, list[Person]]:
    """Who is called for a ticket, by step, of those who can be reached, if only by another way than the chat; for an
    event, those on duty when it begins.

    Without a ladder, everybody on call is its only step; without them, the administrators.
    """
    steps: dict[int, list[Person]] = {}
    on_duty = await everybody_on_duty(desk, ticket.event_at or desk.now)
    ways = await ways_of(desk, [person.id for _, person in on_duty])
    for step, person in on_duty:
        if person.reachable or person.id in ways:
            steps.setdefault(step, []).append(person)
    if steps:
        return steps
    fallback = await support.reachable(desk, Role.ON_CALL) or await support.coordinators(desk)
    return {1: fallback} if fallback else {}


async def alert(desk: Desk, ticket: Ticket, by: Person) -> None:
    """An urgent ticket is seen to at once: in closed hours the guard is called, unless it was enough for this person."""
    if not wakes_the_guard(desk.calendar(ticket.service), desk.now, ticket.event_at):
        return
    if await has_called_enough(desk, ticket, by):
        await wait_with_others(desk, ticket, by)
    else:
        await start_paging(desk, ticket, by)


async def reach_of(desk: Desk, ticket: Ticket) -> rules.Reach:
    """To whose eyes an urgent ticket comes, as it stands now."""
    is_known = bool(await support.places(desk, ticket.id))
    if desk.calendar(ticket.service).is_open(desk.now):
        return rules.Reach.AGENTS if is_known else rules.Reach.NOBODY
    standing = await pages.standing(desk.session, ticket.id)
    if standing.waits:
        return rules.Reach.WAITS
    if not standing.runs:
        return rules.Reach.LATER
    return rules.Reach.GUARD if is_known or await who_is_called(desk, ticket) else rules.Reach.NOBODY


async def reach_if_urgent(desk: Desk, ticket: Ticket) -> rules.Reach | None:
    """The same; None for an ordinary one."""
    return await reach_of(desk, ticket) if ticket.urgent else None


async def has_called_enough(desk: Desk, ticket: Ticket, by: Person) -> bool:
    """One account does not wake the guard again and again in a night."""
    night = desk.calendar(ticket.service).closed_since(desk.now)
    limit = desk.reference.agreements.duty.pages_a_night
    return await pages.calls_caused(desk.session, by.id, night) >= limit


async def wait_with_others(desk: Desk, ticket: Ticket, by: Person) -> None:
    """The ticket waits in one page with what else its requester reported, to be shown to somebody before long."""
    night = desk.calendar(ticket.service).closed_since(desk.now)
    last = await pages.last_shown(desk.session, ticket.requester, night)
    shown_at = rules.shown_next(last, desk.reference.agreements.duty.slow_after, desk.now)
    if await pages.wait(desk.session, ticket.id, shown_at):
        await record(desk, ticket, EventKind.PAGE_WAITS, by.id)


async def start_paging(
    desk: Desk, ticket: Ticket, by: Person | None, *, gave_up: int | None = None, wanted: int | None = None
) -> Ticket:
    """Calls the first step of the ladder, unless somebody is being called already.

    `by` is whose doing it is; the desk itself (None) lets wait what waits with others. Ids of people: `gave_up` had it and
    cannot go on, which is as good as «No puedo», said now or before in these closed hours; `wanted` is called first.
    """
    duty = desk.reference.agreements.duty
    ladder = _ids(await who_is_called(desk, ticket))
    passed = rules.passed_over(ladder, await _refused(desk, ticket), gave_up) - {wanted}
    call = rules.first_call(ladder, duty, desk.now, passed, wanted)
    ways_at = desk.now + duty.other_ways_after
    is_begun = await pages.start(
        desk.session, ticket.id, call, desk.now, ways_at, though_waiting=by is not None
    )
    if not is_begun:
        return ticket
    return await _call(desk, ticket, call, by, **({"declined": sorted(passed)} if passed else {}))


async def _refused(desk: Desk, ticket: Ticket) -> frozenset[int]:
    """Who cannot come for it in these closed hours, as they said."""
    night = desk.calendar(ticket.service).closed_since(desk.now)
    events = await ticket_events.timeline(desk.session, ticket.id)
    return rules.answers_of(one for one in events if one.at >= night).declined


async def called_so_far(desk: Desk, ticket: Ticket) -> list[int]:
    """The ids of everybody who was called for this ticket and has not been told that it is over."""
    return list((await _answers(desk, ticket)).called)


async def called_last(desk: Desk, ticket: Ticket) -> list[Person]:
    """Who was called in the last call of a page that runs; nobody where the guard answers no more."""
    page = await pages.running(desk.session, ticket.id)
    if page and rules.is_told_unanswered(page, desk.reference.agreements.duty):
        return []
    last = (await _answers(desk, ticket)).last_called
    return [await people.get(desk.session, one) for one in sorted(last)]


async def decline(desk: Desk, ticket: Ticket, by: Person) -> Declined:
    """«No puedo»: when all who were called last say so, the next step is called at once; "nobody" when none is left."""
    page = await pages.running(desk.session, ticket.id)
    if page is None:
        return "over"
    answers = await _answers(desk, ticket)
    if by.id not in answers.called:
        return "not_called"
    if by.id in answers.declined:
        return "again"
    await record(desk, ticket, EventKind.PAGE_DECLINED, by.id)
    if not answers.without(by.id).nobody_left:
        return "noted"
    if rules.is_told_unanswered(page, desk.reference.agreements.duty):
        return "nobody"
    call = await _go_on(desk, page)
    if call is None:
        return "noted"
    return "nobody" if call.unanswered else "next"


async def climb_due_pages(desk: Desk) -> None:
    """A round: the next call of every page whose time has come."""
    duty = desk.reference.agreements.duty
    await pages.bring_back(desk.session, rules.latest_next(duty, desk.now), desk.now + duty.climb_after)
    for page in await pages.due(desk.session, desk.now):
        await _go_on(desk, page)


async def _go_on(desk: Desk, page: rules.Page) -> rules.Call | None:
    """None when another worker was faster, or somebody took it."""
    ticket, duty = await tickets.get(desk.session, page.ticket), desk.reference.agreements.duty
    declined = (await _answers(desk, ticket)).declined
    call = rules.next_call(page, _ids(await who_is_called(desk, ticket)), declined, duty, desk.now)
    other_ways_at = desk.now + duty.other_ways_after
    is_ours = await pages.go_on(desk.session, page, call, desk.now, other_ways_at)
    if not is_ours:
        return None
    await _call(desk, ticket, call, None, again=True)
    return call


async def _call(desk: Desk, ticket: Ticket, call: rules.Call, by: Person | None, **data: object) -> Ticket:
    """Whoever is called also sees what the same person reported since and waits."""
    for one in await pages.waiting_of(desk.session, ticket.requester):
        await pages.show(desk.session, one.id, desk.now)
    kind = EventKind.PAGED
    if call.unanswered:
        kind, data = EventKind.PAGE_UNANSWERED, data | {"every_minutes": _slow_minutes(desk)}
    people = list(call.people)
    return await record(desk, ticket, kind, by.id if by else None, step=call.step, people=people, **data)


async def _answers(desk: Desk, ticket: Ticket) -> rules.Answers:
    return rules.answers_of(await ticket_events.timeline(desk.session, ticket.id))


def _slow_minutes(desk: Desk) -> int:
    return desk.reference.agreements.duty.slow_minutes


def _ids(steps: dict[int, list[Person]]) -> rules.Ladder:
    return {step: [person.id for person in people] for step, people in steps.items()}
