"""The rounds, each in a transaction of its own, so that one that fails does not stop the others."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import structlog

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.paging import climb_due_pages
from itgov_bot.outbox import announcements
from itgov_bot.storage import outbox, people, updates

log = structlog.get_logger(__name__)

Round = Callable[[Desk], Awaitable[None]]

SEEN_KEPT = timedelta(days=7)
SENT_KEPT = timedelta(days=30)


async def page_again(desk: Desk) -> None:
    """Urgent cases that nobody took climb the duty ladder."""
    for ticket, _step, called in await climb_due_pages(desk):
        requester = await people.get(desk.session, ticket.requester)
        news = announcements.News(desk.session, desk.now, desk.calendar(ticket.service))
        await announcements.paged_again(news, ticket, desk.service(ticket.service), requester, called)


async def tidy(desk: Desk) -> None:
    """Marks and sent replies that nobody needs any more."""
    await updates.forget_seen_before(desk.session, desk.now - SEEN_KEPT)
    await outbox.forget_sent_before(desk.session, desk.now - SENT_KEPT)


ROUNDS: tuple[Round, ...] = (page_again, tidy)
