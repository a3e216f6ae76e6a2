"""Paging the duty ladder for urgent tickets: who is called now, and when the next step is."""

from __future__ import annotations

from datetime import datetime

from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.on_call import everybody_on_duty
from itgov_bot.desk.page_ways import ways_of
from itgov_bot.desk.tickets.changes import record
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import duty, tickets

Ladder = dict[int, list[Person]]
"""The people of each step; 1 is called first."""


async def ladder(desk: Desk, at: datetime | None = None) -> Ladder:
    """The ladder now, or at an instant to come, of those who can be reached, if only by another way than the chat.

    Without one, everybody on call is its only step; without them, the administrators.
    """
    steps: Ladder = {}
    on_duty = await everybody_on_duty(desk, at)
    ways = await ways_of(desk, [person.id for _, person in on_duty])
    for step, person in on_duty:
        if person.reachable or person.id in ways:
            steps.setdefault(step, []).append(person)
    if steps:
        return steps
    fallback = await support.reachable(desk, Role.ON_CALL) or await support.coordinators(desk)
    return {1: fallback} if fallback else {}


async def start_paging(desk: Desk, ticket: Ticket) -> Ticket:
    """Calls the first step of the ladder."""
    steps = await ladder(desk)
    first = min(steps, default=0)
    rules = desk.reference.agreements.duty
    next_at, other_ways_at = desk.now + rules.climb_after, desk.now + rules.other_ways_after
    await duty.start_page(
        desk.session, ticket.id, first, next_at, called_at=desk.now, other_ways_at=other_ways_at
    )
    return await _call(desk, ticket, first, steps.get(first, []))


async def climb_due_pages(desk: Desk) -> None:
    """Calls the next step of every page whose time has come. At the top the whole ladder is called again."""
    for page in await duty.due_pages(desk.session, desk.now):
        step, called = _next_step(await ladder(desk), page.step)
        rules = desk.reference.agreements.duty
        next_at, other_ways_at = desk.now + rules.climb_after, desk.now + rules.other_ways_after
        if await duty.climb(
            desk.session, page, step, next_at, called_at=desk.now, other_ways_at=other_ways_at
        ):
            await _call(desk, await tickets.get(desk.session, page.ticket), step, called, again=True)


async def reaches_anybody(desk: Desk, ticket: Ticket) -> bool:
    """Whether an urgent ticket comes to the eyes of somebody: on duty, or at the desk."""
    return bool(await ladder(desk) or await support.places(desk, ticket.id))


def _next_step(steps: Ladder, last: int) -> tuple[int, list[Person]]:
    higher = [step for step in sorted(steps) if step > last]
    if higher:
        return higher[0], steps[higher[0]]
    return max(steps, default=last), [person for group in steps.values() for person in group]


async def _call(desk: Desk, ticket: Ticket, step: int, called: list[Person], **data: object) -> Ticket:
    called_ids = [person.id for person in called]
    return await record(desk, ticket, EventKind.PAGED, None, step=step, people=called_ids, **data)
