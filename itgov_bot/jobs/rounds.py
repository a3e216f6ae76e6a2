"""The rounds, each in a transaction of its own, so that one that fails does not stop the others."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import structlog

from itgov_bot.desk.counted.closing import close_periods
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.maintenance import MAINTENANCE_MARKS, tell_what_time_brings
from itgov_bot.desk.night import tell_night
from itgov_bot.desk.on_call.watch import (
    HAND_OVER_MARKS,
    admit_rota_of_file,
    close_unanswered_swaps,
    tell_hand_overs,
    warn_of_holes,
)
from itgov_bot.desk.reminding import READING_MARKS, remind_of_readings
from itgov_bot.desk.shift import show_shift
from itgov_bot.desk.subscriptions import FALL_MARKS, tell_digests, tell_falls
from itgov_bot.desk.tickets.changes import remind
from itgov_bot.desk.tickets.other_ways import call_by_other_ways, shout_unheard
from itgov_bot.desk.tickets.paging import climb_due_pages
from itgov_bot.domain.tickets.events import ReminderKind
from itgov_bot.jobs.accompaniment import ask_how_events_were, remind_of_events
from itgov_bot.jobs.due import remind_before_due, tell_overdue
from itgov_bot.jobs.guard import let_past_events_rest, page_what_sleeps, rest_in_hours, show_waiting_reports
from itgov_bot.jobs.retention import let_go
from itgov_bot.jobs.solved import ask_rating_again, close_solved, tell_low_ratings
from itgov_bot.storage import clock_jumps, email_codes, marks, outages, updates

log = structlog.get_logger(__name__)

Round = Callable[[Desk], Awaitable[None]]

SEEN_KEPT = timedelta(days=7)
SENT_KEPT = timedelta(days=30)
MESSAGES_KEPT = timedelta(days=180)
FALLS_KEPT = timedelta(days=800)
"""Longer than the last reading of a year stands on the board."""
CODES_KEPT = timedelta(days=1)
READINGS_KEPT = timedelta(days=800)
"""A year may be missed, and another one go by."""

GROWTH_LOOKED_BACK = timedelta(minutes=3)
"""Longer than the time between two rounds; a card that would say the same is not sent again."""


async def show_affected(desk: Desk) -> None:
    """The card in the group follows the number of affected, once a round however many join."""
    for ticket in await outages.grown_since(desk.session, desk.now - GROWTH_LOOKED_BACK):
        remind(desk, ticket, ReminderKind.OUTAGE_GREW)


async def tidy(desk: Desk) -> None:
    """Marks that nobody needs any more."""
    await updates.forget_seen_before(desk.session, desk.now - SEEN_KEPT)
    await email_codes.forget_before(desk.session, desk.now - CODES_KEPT)
    await marks.forget_before(desk.session, HAND_OVER_MARKS, desk.now - SENT_KEPT)
    await marks.forget_before(desk.session, MAINTENANCE_MARKS, desk.now - MESSAGES_KEPT)
    await marks.forget_before(desk.session, READING_MARKS, desk.now - READINGS_KEPT)
    await marks.forget_before(desk.session, FALL_MARKS, desk.now - FALLS_KEPT)


async def forgive_the_clock(desk: Desk) -> None:
    await clock_jumps.set_right(desk.session, desk.now)


ROUNDS: tuple[Round, ...] = (
    rest_in_hours,
    let_past_events_rest,
    page_what_sleeps,
    climb_due_pages,
    show_waiting_reports,
    call_by_other_ways,
    shout_unheard,
    admit_rota_of_file,
    close_unanswered_swaps,
    tell_hand_overs,
    warn_of_holes,
    show_affected,
    remind_of_events,
    ask_how_events_were,
    remind_before_due,
    tell_overdue,
    ask_rating_again,
    tell_low_ratings,
    close_solved,
    tell_what_time_brings,
    tell_night,
    close_periods,
    remind_of_readings,
    tell_digests,
    show_shift,
    forgive_the_clock,
)
HOURLY: tuple[Round, ...] = (tell_falls, tidy, let_go)
