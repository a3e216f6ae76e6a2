"""What happens to cases, told to the help desk that a city has already: one outbox item a fact, in the same transaction."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from itgov_bot.desk.desk import Desk, Mirror
from itgov_bot.desk.sla import keep_due_times
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.messages import Address
from itgov_bot.settings import Settings, SettingsError
from itgov_bot.storage import outbox, people, tickets

RECEIVER = Address(outbox.WEBHOOK, "default")
"""One address, so that what happens is told in the order in which it happened, and holds up no chat of people."""

KEPT_TRYING = timedelta(days=3)
"""A receiver that is down for longer misses what happened before; the outbox does not grow without end."""

_OURS_ALONE = frozenset({"path", "private", "people"})
"""Where a file lies on our disk, where an agent answered, whom we paged: of no use outside."""


async def keep_fact(desk: Desk, event: TicketEvent) -> None:
    """The one way in which a fact about a case is kept: written down, its due times renewed, told outside."""
    await tickets.append(desk.session, event)
    await keep_due_times(desk, event.ticket)
    if desk.mirror and desk.mirror.tells(event.kind):
        body = json.dumps(await _told(desk, desk.mirror, event), ensure_ascii=False)
        await outbox.post(
            desk.session,
            RECEIVER,
            body,
            desk.now,
            kind=outbox.WEBHOOK,
            ticket=event.ticket,
            expires_at=desk.now + KEPT_TRYING,
        )


def mirror_of(settings: Settings) -> Mirror | None:
    """None where nothing is mirrored. Raises SettingsError for an event that there is not."""
    if not settings.itgov_webhook_url:
        return None
    named = [one.removeprefix("ticket.") for one in settings.itgov_webhook_events]
    unknown = [one for one in named if one not in set(EventKind)]
    if unknown:
        raise SettingsError(
            f"ITGOV_WEBHOOK_EVENTS: «{unknown[0]}» no es un suceso; los que hay: {', '.join(EventKind)}"
        )
    return Mirror(frozenset(EventKind(one) for one in named), contacts=settings.itgov_webhook_contacts)


async def _told(desk: Desk, mirror: Mirror, event: TicketEvent) -> dict[str, Any]:
    """The shape that docs/webhooks.md promises."""
    ticket = await tickets.get(desk.session, event.ticket)
    return {
        "id": uuid4().hex,
        "event": f"ticket.{event.kind}",
        "at": _iso(desk, event.at),
        "ticket": await _ticket(desk, mirror, ticket),
        "data": await _data(desk, ticket, event),
    }


async def _ticket(desk: Desk, mirror: Mirror, ticket: Ticket) -> dict[str, Any]:
    service = desk.service(ticket.service)
    requester = await people.get(desk.session, ticket.requester)
    contact = {"name": requester.name, "contact": ticket.contact} if mirror.contacts else {}
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
        "assignee": _agent(await _person(desk, ticket.assignee)),
        "kind": ticket.kind,
        "solution": ticket.solution,
        "outcome": ticket.outcome,
        "waiting_for": ticket.waiting_for,
        "rating": ticket.rating,
        "is_outage": ticket.is_outage,
        "affected": ticket.affected,
        "outage": await _number(desk, ticket.outage),
        "merged_into": await _number(desk, ticket.merged_into),
        **{name: _iso(desk, getattr(ticket, name)) for name in _INSTANTS},
    }


_INSTANTS = ("opened_at", "first_answer_at", "resolved_at", "first_answer_due", "solution_due")


async def _data(desk: Desk, ticket: Ticket, event: TicketEvent) -> dict[str, Any]:
    """What the kind of the fact needs, who did it, and whether it is for the desk alone."""
    known = {key: value for key, value in event.data.items() if key not in _OURS_ALONE}
    if isinstance(known.get("to"), int):
        known["to"] = _agent(await _person(desk, known["to"]))
    if event.kind is EventKind.NOTED:
        known["internal"] = True
    return {**known, "by": await _who(desk, ticket, event.actor)}


async def _who(desk: Desk, ticket: Ticket, actor: int | None) -> dict[str, Any]:
    """The desk itself, the requester (without a name), or an agent."""
    if actor is None or actor == ticket.requester:
        return {"role": "desk" if actor is None else "requester", "id": actor}
    return {"role": "agent", **(_agent(await _person(desk, actor)) or {})}


async def _person(desk: Desk, person: int | None) -> Person | None:
    return await people.get(desk.session, person) if person else None


def _agent(person: Person | None) -> dict[str, Any] | None:
    return {"id": person.id, "name": person.name} if person else None


async def _number(desk: Desk, ticket: int | None) -> str | None:
    return (await tickets.get(desk.session, ticket)).number if ticket else None


def _iso(desk: Desk, at: datetime | None) -> str | None:
    return desk.calendars.general.local(at).isoformat() if at else None
