"""A round: what is kept of people goes when its days are over (`retention` in agreements.yaml)."""

from datetime import timedelta

from itgov_bot.desk.desk import Desk
from itgov_bot.storage import outbox, retention, sent_messages

MAILED_KEPT = timedelta(days=1)


async def let_go(desk: Desk) -> None:
    rules, session = desk.reference.agreements.retention, desk.session
    await retention.end_talks(session, desk.now - timedelta(days=rules.talk_days))
    await outbox.forget_sent_before(session, desk.now - timedelta(days=rules.message_days))
    await sent_messages.forget_before(session, desk.now - rules.marks_stay)
    await retention.forget_unmatched(session, desk.now - timedelta(days=rules.unmatched_days))
    await retention.forget_mailed(session, desk.now - MAILED_KEPT)
    await retention.forget_contacts(session, desk.now - timedelta(days=rules.contact_days))
    await retention.forget_files(session, desk.now - timedelta(days=rules.file_days))
