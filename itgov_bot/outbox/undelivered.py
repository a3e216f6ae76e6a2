"""What could not be handed to a requester is told to the desk, so that somebody calls them. Used by the delivery."""

from __future__ import annotations

from datetime import datetime

from itgov_bot.messages import Address
from itgov_bot.outbox.posting import post
from itgov_bot.storage import duty, people, tickets
from itgov_bot.storage.database import Session
from itgov_bot.storage.outbox import Waiting
from itgov_bot.wording.agents.prompts import not_delivered

SUPPORT = "support"


async def tell_desk(session: Session, item: Waiting, now: datetime) -> None:
    """Only for a message of a case that was meant for its requester."""
    if item.ticket is None or item.kind != "reply":
        return
    ticket = await tickets.get(session, item.ticket)
    requester = await people.get(session, ticket.requester)
    if (item.address.channel, item.address.chat) != (requester.channel, requester.chat):
        return
    place = await duty.desk_chat(session, SUPPORT, ticket.id) or await _holder(session, ticket.assignee)
    if place and ticket.assignee != ticket.requester:
        await post(session, place, not_delivered(ticket, requester), now, ticket=ticket.id)


async def _holder(session: Session, assignee: int | None) -> Address | None:
    person = await people.get(session, assignee) if assignee else None
    return person.address if person and person.reachable else None
