"""Paging the duty ladder for urgent cases: who is called now, and when the next step is."""

from __future__ import annotations

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.mirror import keep_fact
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import duty, people, tickets


async def start_paging(desk: Desk, ticket: Ticket) -> list[Person]:
    """Calls the first step of the ladder; everybody with the on-call role when no ladder was set."""
    steps = await _steps(desk)
    first = min(steps, default=0)
    called = steps.get(first, [])
    await duty.start_page(
        desk.session, ticket.id, first, desk.now + desk.reference.agreements.duty.climb_after
    )
    await _note(desk, ticket.id, first, called)
    return called


async def climb_due_pages(desk: Desk) -> list[tuple[Ticket, list[Person]]]:
    """Calls the next step of every page whose time has come. At the top the whole ladder is called again."""
    climbed = []
    for page in await duty.due_pages(desk.session, desk.now):
        steps = await _steps(desk)
        higher = [step for step in sorted(steps) if step > page.step]
        step = higher[0] if higher else max(steps, default=page.step)
        called = steps.get(step, []) if higher else [person for group in steps.values() for person in group]
        next_at = desk.now + desk.reference.agreements.duty.climb_after
        if await duty.climb(desk.session, page, step, next_at):
            await _note(desk, page.ticket, step, called)
            climbed.append((await tickets.get(desk.session, page.ticket), called))
    return climbed


async def _steps(desk: Desk) -> dict[int, list[Person]]:
    """The ladder as it stands; without one, everybody on call is its only step, and then the administrators.

    Whoever blocked the bot cannot be called: a step of such people alone must not cost a quarter of an hour.
    """
    steps: dict[int, list[Person]] = {}
    for step, person in await duty.ladder(desk.session):
        if person.reachable:
            steps.setdefault(step, []).append(person)
    if steps:
        return steps
    on_call = await _reachable(desk, Role.ON_CALL)
    fallback = on_call or await _reachable(desk, Role.ADMIN)
    return {1: fallback} if fallback else {}


async def _reachable(desk: Desk, role: Role) -> list[Person]:
    return [person for person in await people.having(desk.session, role) if person.reachable]


async def _note(desk: Desk, ticket: int, step: int, called: list[Person]) -> None:
    data = {"step": step, "people": [person.id for person in called]}
    await keep_fact(desk, TicketEvent(ticket, EventKind.PAGED, desk.now, None, data))
