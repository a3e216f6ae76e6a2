"""The rounds, each in a transaction of its own, so that one that fails does not stop the others."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from itgov_bot.desk.counted.closing import close_periods
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.maintenance import tell_what_time_brings
from itgov_bot.desk.night import tell_night
from itgov_bot.desk.on_call.watch import (
    admit_rota_of_file,
    close_unanswered_swaps,
    tell_hand_overs,
    warn_of_holes,
)
from itgov_bot.desk.reminding import remind_of_readings
from itgov_bot.desk.shift import show_shift
from itgov_bot.desk.subscriptions import tell_digests, tell_falls
from itgov_bot.desk.tickets.accompaniment import ask_how_events_were, remind_of_events
from itgov_bot.desk.tickets.changes import remind
from itgov_bot.desk.tickets.other_ways import call_by_other_ways, shout_unheard
from itgov_bot.desk.tickets.paging import climb_due_pages
from itgov_bot.domain.tickets.events import ReminderKind
from itgov_bot.jobs.due import remind_before_due, tell_overdue
from itgov_bot.jobs.guard import let_past_events_rest, page_what_sleeps, rest_in_hours, show_waiting_reports
from itgov_bot.jobs.retention import let_go
from itgov_bot.jobs.solved import ask_rating_again, close_solved, tell_low_ratings
from itgov_bot.storage import outages
from itgov_bot.storage.sending import clock_jumps

Round = Callable[[Desk], Awaitable[None]]

GROWTH_LOOKED_BACK = timedelta(minutes=3)
"""Longer than the time between two rounds; a card that would say the same is not sent again."""


async def show_affected(desk: Desk) -> None:
    """The card in the group follows the number of affected, once a round however many join."""
    for ticket in await outages.grown_since(desk.session, desk.now - GROWTH_LOOKED_BACK):
        remind(desk, ticket, ReminderKind.OUTAGE_GREW)


async def forgive_the_clock(desk: Desk) -> None:
    await clock_jumps.set_right(desk.session, desk.now)


ROUNDS: tuple[Round, ...] = (
    # What rests by now calls nobody; and a page is begun, then goes on, before it is looked who heard of it.
    rest_in_hours,
    let_past_events_rest,
    page_what_sleeps,
    climb_due_pages,
    show_waiting_reports,
    call_by_other_ways,
    shout_unheard,
    # The guard is as the file and its swaps leave it before anybody is told who has it.
    admit_rota_of_file,
    close_unanswered_swaps,
    tell_hand_overs,
    warn_of_holes,
    # Each for its own tickets; but a rating is asked for again, and a low one told, before the ticket is closed.
    show_affected,
    remind_of_events,
    ask_how_events_were,
    remind_before_due,
    tell_overdue,
    ask_rating_again,
    tell_low_ratings,
    close_solved,
    tell_what_time_brings,
    # Last what counts all that: the pages of a night rest, and a period is closed, before they are reported.
    tell_night,
    close_periods,
    remind_of_readings,
    tell_digests,
    show_shift,
    forgive_the_clock,
)
HOURLY: tuple[Round, ...] = (tell_falls, let_go)
