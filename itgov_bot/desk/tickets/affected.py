"""Who is counted in an outage without having been asked: its first reporter, and those whose tickets went into it."""

from datetime import datetime

from itgov_bot.desk.desk import Desk
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import outages, tickets


async def begin_outage(desk: Desk, ticket: Ticket, since: datetime) -> None:
    """The ticket is an outage since then; said again, it corrects the beginning and counts nobody twice."""
    await outages.mark(desk.session, ticket.id, since)
    await outages.add(desk.session, ticket.id, ticket.requester, ticket.place, ticket.opened_at)
    for one in await tickets.merged_into(desk.session, ticket.id):
        await outages.add(desk.session, ticket.id, one.requester, one.place, one.opened_at)


async def follow_merge(desk: Desk, ticket: Ticket, target: Ticket) -> None:
    """Two tickets became one: whoever was counted in either is counted in what goes on."""
    if not (ticket.is_outage or target.is_outage):
        return
    since = [one.outage_from for one in (ticket, target) if one.outage_from]
    await begin_outage(desk, target, min(since))
    for person, place, at in await outages.affected_rows(desk.session, ticket.id):
        await outages.add(desk.session, target.id, person, place, at)


async def leave_merge(desk: Desk, ticket: Ticket, target: Ticket) -> None:
    """They are two after all: whoever was counted in the first one is no more in the other."""
    counted = {person for person, _, _ in await outages.affected_rows(desk.session, ticket.id)}
    await outages.forget(desk.session, target.id, {ticket.requester, *counted} - {target.requester})
