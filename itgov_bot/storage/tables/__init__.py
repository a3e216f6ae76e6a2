"""The tables, by subject. Rows stay in storage: its modules turn them into domain values and back."""

from itgov_bot.storage.tables.columns import Instant
from itgov_bot.storage.tables.conversation import ConversationRow, NoticeRow, SeenUpdateRow, UnmatchedRow
from itgov_bot.storage.tables.duty import (
    DutyNoticeRow,
    DutyOverrideRow,
    DutyRow,
    DutySwapRow,
    PageRow,
    PageWayRow,
    PulseRow,
    RotaTurnRow,
)
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
    MaintenanceRow,
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
    "DutyNoticeRow",
    "DutyOverrideRow",
    "DutyRow",
    "DutySwapRow",
    "EmailCodeRow",
    "Instant",
    "InvitationRow",
    "MaintenanceRow",
    "NoticeRow",
    "OutboxRow",
    "PageRow",
    "PageWayRow",
    "PersonRow",
    "PulseRow",
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
]
