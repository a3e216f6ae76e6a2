"""Doing the same to several tickets in one transaction: each requester is told once (`notices/several`)."""

from collections.abc import Mapping

from itgov_bot.desk import people
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets import giving_back, lookup
from itgov_bot.desk.tickets.changes import Overtaken
from itgov_bot.desk.tickets.sorting import CannotMerge, change_priority, merge_into
from itgov_bot.desk.tickets.working import assign_ticket, resolve_ticket, take_and_wait, void_ticket
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.bulk import BulkDeed, Held, Lot, Outcome, Plan, is_able
from itgov_bot.domain.tickets.moves import MoveNotAllowed
from itgov_bot.domain.tickets.ticket import Kind, Solution, Ticket


async def _held(desk: Desk, ticket: Ticket) -> Held:
    requester = await people.get(desk, ticket.requester)
    return Held(ticket, requester, await people.get(desk, ticket.assignee))


async def plan(desk: Desk, lot: Lot) -> Plan:
    """What would be done to its tickets, as they stand now."""
    known = {number: await lookup.find(desk, number) for number in lot.tickets}
    target = await lookup.find(desk, lot.into)
    found = [one for one in known.values() if one and not (target and one.id == target.id)]
    able = [one for one in found if is_able(lot, one, target)]
    return Plan(
        deed=lot.deed or BulkDeed.ASSIGN,
        able=[await _held(desk, one) for one in able],
        unable=[one for one in found if one not in able],
        to=await people.get(desk, lot.to),
        into=await _held(desk, target) if target else None,
        text=lot.text,
        level=lot.level,
        unknown=[number for number, one in known.items() if one is None],
    )


async def carry_out(
    desk: Desk, plan: Plan, by: Person, solution: Solution | None, kinds: Mapping[int, Kind]
) -> Outcome:
    """What somebody moved meanwhile stays as it is. `kinds` are those of the tickets that are solved, by their ids."""
    done, left = list[Ticket](), list[Ticket]()
    for held in plan.able:
        try:
            done.append(await _do(desk, plan, held.ticket, by, solution, kinds.get(held.ticket.id)))
        except (MoveNotAllowed, Overtaken, CannotMerge):
            left.append(await lookup.get(desk, held.ticket.id))
    return Outcome(done, left)


async def _do(
    desk: Desk, plan: Plan, ticket: Ticket, by: Person, solution: Solution | None, kind: Kind | None
) -> Ticket:
    if plan.deed is BulkDeed.ASSIGN and plan.to:
        return await assign_ticket(desk, ticket, plan.to, by)
    if plan.deed is BulkDeed.MERGE and plan.into:
        return await merge_into(desk, ticket, await lookup.get(desk, plan.into.ticket.id), by)
    if plan.deed is BulkDeed.CLOSE and plan.text:
        return await resolve_ticket(desk, ticket, by, plan.text, kind=kind, solution=solution)
    if plan.deed is BulkDeed.CANCEL and plan.text:
        return await void_ticket(desk, ticket, by, plan.text)
    if plan.deed is BulkDeed.WAIT and plan.text:
        return await take_and_wait(desk, ticket, by, plan.text)
    if plan.deed is BulkDeed.PRIORITY and plan.level:
        return await change_priority(desk, ticket, plan.level, by)
    if plan.deed is BulkDeed.RELEASE:
        return await giving_back.release(desk, ticket, by)
    raise ValueError(f"the plan to {plan.deed} is not whole")
