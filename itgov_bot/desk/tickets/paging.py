"""Paging the duty ladder for urgent tickets: who is called now, and when the next step is."""

from __future__ import annotations

from itgov_bot.desk import on_call, support
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.on_call import Ladder
from itgov_bot.desk.tickets.changes import record
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import duty, tickets


async def start_paging(desk: Desk, ticket: Ticket) -> Ticket:
    """Calls the first step of the ladder."""
    ladder = await on_call.ladder(desk)
    first = min(ladder, default=0)
    next_at = desk.now + desk.reference.agreements.duty.climb_after
    await duty.start_page(desk.session, ticket.id, first, next_at)
    return await _call(desk, ticket, first, ladder.get(first, []))


async def climb_due_pages(desk: Desk) -> None:
    """Calls the next step of every page whose time has come. At the top the whole ladder is called again."""
    for page in await duty.due_pages(desk.session, desk.now):
        step, called = _next_step(await on_call.ladder(desk), page.step)
        next_at = desk.now + desk.reference.agreements.duty.climb_after
        if await duty.climb(desk.session, page, step, next_at):
            await _call(desk, await tickets.get(desk.session, page.ticket), step, called, again=True)


async def reaches_anybody(desk: Desk, ticket: Ticket) -> bool:
    """Whether an urgent ticket comes to the eyes of somebody: on duty, or at the desk."""
    return bool(await on_call.ladder(desk) or await support.places(desk, ticket.id))


def _next_step(ladder: Ladder, last: int) -> tuple[int, list[Person]]:
    higher = [step for step in sorted(ladder) if step > last]
    if higher:
        return higher[0], ladder[higher[0]]
    return max(ladder, default=last), [person for group in ladder.values() for person in group]


async def _call(desk: Desk, ticket: Ticket, step: int, called: list[Person], **data: object) -> Ticket:
    called_ids = [person.id for person in called]
    return await record(desk, ticket, EventKind.PAGED, None, step=step, people=called_ids, **data)
