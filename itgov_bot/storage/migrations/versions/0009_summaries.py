"""What a summary counts is read from indexes alone; the dependencia of a ticket; what people are sent without asking."""

import sqlalchemy as sa
from alembic import op

from itgov_bot.storage.tables import Instant

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

INDEXES = {
    "ix_ticket_received": (
        "ticket",
        *("opened_at", "merged_into_id", "state", "kind", "service"),
        *("urgent", "office", "channel", "assignee_id"),
    ),
    "ix_ticket_solved": (
        "ticket",
        *("state", "resolved_at", "merged_into_id", "kind", "service", "solution"),
        *("rating", "solved_by", "requester_id", "office", "channel"),
    ),
    "ix_ticket_live": (
        "ticket",
        *("state", "opened_at", "merged_into_id", "kind", "urgent", "service", "office", "channel"),
        *("assignee_id", "first_answer_at", "first_answer_due", "solution_due"),
    ),
    "ix_ticket_event_kind": ("ticket_event", "kind", "at", "ticket_id"),
}
NARROWER = {"ix_ticket_state": "state", "ix_ticket_opened_at": "opened_at"}
"""What these do as well."""


def upgrade() -> None:
    op.add_column("ticket", sa.Column("office", sa.String()))
    for name in NARROWER:
        op.drop_index(name, "ticket")
    for name, (table, *columns) in INDEXES.items():
        op.create_index(name, table, columns)
    op.create_table(
        "subscription",
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), primary_key=True),
        sa.Column("kind", sa.String(), primary_key=True),
        sa.Column("is_wanted", sa.Boolean(), nullable=False),
        sa.Column("day", sa.Integer()),
        sa.Column("hour", sa.Integer()),
        sa.Column("due_at", Instant(timezone=True), index=True),
    )


def downgrade() -> None:
    op.drop_table("subscription")
    for name, (table, *_) in INDEXES.items():
        op.drop_index(name, table)
    for name, column in NARROWER.items():
        op.create_index(name, "ticket", [column])
    op.drop_column("ticket", "office")
