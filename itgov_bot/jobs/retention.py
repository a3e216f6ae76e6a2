"""A round: what is kept goes when its days are over. Of people, `retention` in agreements.yaml says them."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from functools import partial

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.maintenance import MAINTENANCE_MARKS
from itgov_bot.desk.on_call.watch import HAND_OVER_MARKS
from itgov_bot.desk.reminding import READING_MARKS
from itgov_bot.desk.subscriptions import FALL_MARKS
from itgov_bot.domain.agreements import RetentionRules
from itgov_bot.storage import email_codes, marks, updates
from itgov_bot.storage.database import Session
from itgov_bot.storage.privacy import retention
from itgov_bot.storage.sending import outbox, sent_messages

Forget = Callable[[Session, datetime], Awaitable[None]]
"""All that is from before that instant."""


async def let_go(desk: Desk) -> None:
    for forget, days in _days(desk.reference.agreements.retention).items():
        await forget(desk.session, desk.now - timedelta(days=days))


def _days(rules: RetentionRules) -> Mapping[Forget, int]:
    return {
        retention.end_talks: rules.talk_days,
        outbox.forget_sent_before: rules.message_days,
        sent_messages.forget_before: rules.mark_days,
        retention.forget_unmatched: rules.unmatched_days,
        retention.forget_contacts: rules.contact_days,
        retention.forget_files: rules.file_days,
        retention.forget_mailed: 1,
        email_codes.forget_before: 1,
        updates.forget_seen_before: 7,
        partial(marks.forget_before, HAND_OVER_MARKS): 30,
        partial(marks.forget_before, MAINTENANCE_MARKS): 180,
        partial(marks.forget_before, READING_MARKS): 800,  # a year may be missed, and another one go by
        partial(
            marks.forget_before, FALL_MARKS
        ): 800,  # the last reading of a year stands on the board for less
    }
