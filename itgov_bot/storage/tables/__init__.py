"""The tables, by subject. Rows stay in storage: its modules turn them into domain values and back."""

from itgov_bot.storage.tables.columns import Instant
from itgov_bot.storage.tables.conversation import (
    ConversationRow,
    InboxRow,
    MarkRow,
    NoticeRow,
    SeenUpdateRow,
    UnmatchedRow,
)
from itgov_bot.storage.tables.duty import (
    DutyOverrideRow,
    DutyRow,
    DutySwapRow,
    PageRow,
    PageWayRow,
    RotaTurnRow,
)
from itgov_bot.storage.tables.outbox import DeskChatRow, OutboxRow, SentMessageRow, TopicRow, WorkerRow
from itgov_bot.storage.tables.people import (
    CodeSentRow,
    ConsentEventRow,
    EmailCodeRow,
    InvitationRow,
    PersonRow,
    RoleGrantRow,
)
from itgov_bot.storage.tables.tickets import (
    AffectedRow,
    AttachmentRow,
    KeptFileRow,
    MaintenanceRow,
    ReadingRow,
    TicketCounterRow,
    TicketEventRow,
    TicketRow,
)

__all__ = [
    "AffectedRow",
    "AttachmentRow",
    "CodeSentRow",
    "ConsentEventRow",
    "ConversationRow",
    "DeskChatRow",
    "DutyOverrideRow",
    "DutyRow",
    "DutySwapRow",
    "EmailCodeRow",
    "InboxRow",
    "Instant",
    "InvitationRow",
    "KeptFileRow",
    "MaintenanceRow",
    "MarkRow",
    "NoticeRow",
    "OutboxRow",
    "PageRow",
    "PageWayRow",
    "PersonRow",
    "ReadingRow",
    "RoleGrantRow",
    "RotaTurnRow",
    "SeenUpdateRow",
    "SentMessageRow",
    "TicketCounterRow",
    "TicketEventRow",
    "TicketRow",
    "TopicRow",
    "UnmatchedRow",
    "WorkerRow",
]
