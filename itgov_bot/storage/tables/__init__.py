"""The tables, by subject. Rows stay in storage: its modules turn them into domain values and back."""

from itgov_bot.storage.tables.columns import Instant
from itgov_bot.storage.tables.conversation import ConversationRow, NoticeRow, SeenUpdateRow, UnmatchedRow
from itgov_bot.storage.tables.outbox import DeskChatRow, OutboxRow, SentMessageRow, TopicRow
from itgov_bot.storage.tables.people import (
    ConsentEventRow,
    EmailCodeRow,
    InvitationRow,
    PersonRow,
    RoleGrantRow,
)
from itgov_bot.storage.tables.tickets import (
    AffectedRow,
    AttachmentRow,
    DutyRow,
    PageRow,
    ReadingRow,
    TicketCounterRow,
    TicketEventRow,
    TicketRow,
)

__all__ = [
    "AffectedRow",
    "AttachmentRow",
    "ConsentEventRow",
    "ConversationRow",
    "DeskChatRow",
    "DutyRow",
    "EmailCodeRow",
    "Instant",
    "InvitationRow",
    "NoticeRow",
    "OutboxRow",
    "PageRow",
    "PersonRow",
    "ReadingRow",
    "RoleGrantRow",
    "SeenUpdateRow",
    "SentMessageRow",
    "TicketCounterRow",
    "TicketEventRow",
    "TicketRow",
    "TopicRow",
    "UnmatchedRow",
]
