"""Rounds of the SLA clock: a reminder before something is due, and the coordinator after it. Never outside hours."""

from typing import get_args

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets.changes import remind
from itgov_bot.domain.sla import is_soon
from itgov_bot.domain.tickets.events import Due, ReminderKind
from itgov_bot.storage import notices


async def remind_before_due(desk: Desk) -> None:
    """Whoever has the ticket is told while there is still working time left."""
    targets = desk.reference.agreements.targets
    if not targets.enabled:
        return
    latest = max(
        calendar.add_working_time(desk.now, targets.remind_before)
        for calendar in desk.calendars.by_key.values()
    )
    for which in get_args(Due):
        notice = f"{which}:soon"
        for ticket in await notices.due_tickets(desk.session, which, notice, after=desk.now, until=latest):
            calendar, due = desk.calendar(ticket.service), getattr(ticket, which)
            soon = calendar.is_open(desk.now) and is_soon(calendar, due, desk.now, targets.remind_before)
            if soon and await notices.mark_sent(desk.session, ticket, notice, desk.now):
                remind(desk, ticket.id, ReminderKind.DUE_SOON, which=which)


async def tell_overdue(desk: Desk) -> None:
    """What is overdue is told to the coordinator once; at night it waits for the opening."""
    if not desk.reference.agreements.targets.enabled:
        return
    for which in get_args(Due):
        notice = f"{which}:late"
        for ticket in await notices.due_tickets(desk.session, which, notice, after=None, until=desk.now):
            is_open = desk.calendar(ticket.service).is_open(desk.now)
            if is_open and await notices.mark_sent(desk.session, ticket, notice, desk.now):
                remind(desk, ticket.id, ReminderKind.OVERDUE, which=which)
