"""The outgoing webhook: what happens to tickets, told to the help desk that a city has already, an item a fact.

The shape is what docs/webhooks.md promises.
"""

import json
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from itgov_bot.desk.desk import Desk, EventFeed
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.view import TicketView
from itgov_bot.notices.audience import Story
from itgov_bot.outbox.posting import post_webhook
from itgov_bot.settings import Settings, SettingsError
from itgov_bot.storage import tickets

KEPT_TRYING = timedelta(days=3)
"""A receiver that is down for longer misses what happened before; the outbox does not grow without end."""

_OURS_ALONE = frozenset({"path", "private", "people", "called", "had", "before", "on_duty"})
"""Where a file lies on our disk, where an agent answered, whom we paged, who had it and what it was: of no use outside."""

_INSTANTS = ("opened_at", "event_at", "first_answer_at", "resolved_at", "first_answer_due", "solution_due")


def feed_of(settings: Settings) -> EventFeed | None:
    """None where nothing is fed. Raises SettingsError for an event that there is not."""
    if not settings.itgov_webhook_url:
        return None
    names = [name.removeprefix("ticket.") for name in settings.itgov_webhook_events]
    unknown = [name for name in names if name not in set(EventKind)]
    if unknown:
        raise SettingsError(
            f"ITGOV_WEBHOOK_EVENTS: «{unknown[0]}» no es un suceso; los que hay: {', '.join(EventKind)}"
        )
    return EventFeed(frozenset(EventKind(name) for name in names), contacts=settings.itgov_webhook_contacts)


async def feed(story: Story) -> None:
    """Posts the fact, if the city has it told. What time makes due is no fact of the ticket's history."""
    desk, kind = story.desk, story.event.kind
    if desk.feed is None or not isinstance(kind, EventKind) or not desk.feed.tells(kind):
        return
    body = {
        "id": uuid4().hex,
        "event": f"ticket.{kind}",
        "at": iso(desk, story.event.at),
        "ticket": await ticket_body(desk, story.ticket, contacts=desk.feed.contacts),
        "data": _data(story),
    }
    await post_webhook(
        desk.session,
        json.dumps(body, ensure_ascii=False),
        desk.now,
        ticket=story.ticket.ticket.id,
        expires_at=desk.now + KEPT_TRYING,
    )


async def ticket_body(desk: Desk, view: TicketView, *, contacts: bool) -> dict[str, Any]:
    """The ticket as it stands, for any webhook; `contacts`: with the requester's name and contact."""
    ticket, service, requester = view.ticket, view.service, view.requester
    contact = {"name": requester.name, "contact": ticket.contact} if contacts else {}
    return {
        "number": ticket.number,
        "state": ticket.state,
        "priority": ticket.priority,
        "urgent": ticket.urgent,
        "exception": ticket.exception,
        "service": {"id": service.id, "name": service.name} if service else None,
        "place": ticket.place,
        "text": ticket.text,
        "channel": ticket.channel,
        "requester": {"id": requester.id, **contact},
        "assignee": agent(view.holder),
        "kind": ticket.kind,
        "solution": ticket.solution,
        "outcome": ticket.outcome,
        "waiting_for": ticket.waiting_for,
        "rating": ticket.rating,
        "is_outage": ticket.is_outage,
        "affected": ticket.affected,
        "outage": await _number(desk, ticket.outage),
        "merged_into": await _number(desk, ticket.merged_into),
        **{name: iso(desk, getattr(ticket, name)) for name in _INSTANTS},
    }


def _data(story: Story) -> dict[str, Any]:
    """What the kind of the fact needs, who did it, and whether it is for the desk alone."""
    event = story.event
    known = {key: value for key, value in event.data.items() if key not in _OURS_ALONE}
    if event.to:
        known["to"] = agent(event.to)
    if event.kind is EventKind.NOTED:
        known["internal"] = True
    return {**known, "by": _who(story.ticket.ticket, event.by)}


def _who(ticket: Ticket, by: Person | None) -> dict[str, Any]:
    """The desk itself, the requester (without a name), or an agent."""
    if by is None:
        return {"role": "desk", "id": None}
    if by.id == ticket.requester:
        return {"role": "requester", "id": by.id}
    return {"role": "agent", "id": by.id, "name": by.name}


def agent(person: Person | None) -> dict[str, Any] | None:
    return {"id": person.id, "name": person.name} if person else None


async def _number(desk: Desk, ticket: int | None) -> str | None:
    return (await tickets.get(desk.session, ticket)).number if ticket else None


def iso(desk: Desk, at: datetime | None) -> str | None:
    """As webhooks tell an instant: with the offset of the city."""
    return desk.calendars.general.local(at).isoformat() if at else None
