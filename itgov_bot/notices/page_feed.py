"""A page by webhook: the same facts that a letter tells, as signed JSON for the address that a person on duty has.

The shape is what docs/webhooks.md promises.
"""

import json
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import uuid4

from itgov_bot.desk.page_ways import ways_of
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.ways import WayKind
from itgov_bot.notices.audience import Story
from itgov_bot.notices.called import CALLED_BY_OTHER_WAYS, ids_called, ids_named
from itgov_bot.notices.event_feed import agent, iso, ticket_body
from itgov_bot.outbox.posting import post_webhook
from itgov_bot.storage import people

KEPT_TRYING = timedelta(hours=12)
"""A page that is older wakes nobody any more."""


async def call_webhooks(story: Story) -> None:
    """Posts a page to those who are called by their other ways, and to the same that somebody took the ticket."""
    ticket = story.ticket.ticket
    if story.event.kind in CALLED_BY_OTHER_WAYS:
        await _call(story, "page", ids_named(story), urgent=True)
    elif story.event.kind is EventKind.TAKEN and ticket.urgent:
        called = await ids_called(story, *CALLED_BY_OTHER_WAYS)
        others = [one for one in called if not story.event.by or one != story.event.by.id]
        await _call(story, "page_taken", others, urgent=False)


async def _call(story: Story, event: str, whom: Sequence[int], *, urgent: bool) -> None:
    desk = story.desk
    for person, ways in (await ways_of(desk, whom)).items():
        for way in ways:
            if way.kind is WayKind.WEBHOOK:
                body = json.dumps(await _body(story, event, person), ensure_ascii=False)
                await post_webhook(
                    desk.session,
                    body,
                    desk.now,
                    ticket=story.ticket.ticket.id,
                    expires_at=desk.now + KEPT_TRYING,
                    to=way.to,
                    urgent=urgent,
                )


async def _body(story: Story, event: str, person: int) -> dict[str, Any]:
    """With the contact, always: who is called at night has to call back."""
    desk = story.desk
    return {
        "id": uuid4().hex,
        "event": event,
        "at": iso(desk, story.event.at),
        "to": agent(await people.get(desk.session, person)),
        "unheard": story.event.kind is EventKind.PAGE_UNHEARD,
        "link": story.ticket.link,
        "ticket": await ticket_body(desk, story.ticket, contacts=True),
    }
