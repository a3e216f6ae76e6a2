"""What a summary counts is read from indexes alone; the dependencia of a ticket; what people are sent without asking."""

import sqlalchemy as sa
from alembic import op

from itgov_bot.storage.tables import Instant

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

INDEXES = {
    "ix_ticket_received_by": (
        "ticket",
        (
            *("opened_at", "state", "merged_into_id", "urgent"),
            *("service", "office", "channel", "assignee_id"),
        ),
    ),
    "ix_ticket_solved_by": (
        "ticket",
        ("state", "resolved_at", "rating", "solved_by", "requester_id", "service", "office", "channel"),
    ),
    "ix_ticket_live": (
        "ticket",
        (
            *("state", "opened_at", "urgent", "service", "office", "channel", "assignee_id"),
            *("first_answer_at", "first_answer_due", "solution_due"),
        ),
    ),
    "ix_ticket_event_kind": ("ticket_event", ("kind", "at", "ticket_id")),
}
REPLACED = ("state", "opened_at")
"""The columns of `ticket` with an index of their own, which a wider one begins with now."""


def upgrade() -> None:
    op.add_column("ticket", sa.Column("office", sa.String()))
    for column in REPLACED:
        op.drop_index(f"ix_ticket_{column}", "ticket")
    for name, (table, columns) in INDEXES.items():
        op.create_index(name, table, list(columns))
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
    for name, (table, _) in INDEXES.items():
        op.drop_index(name, table)
    for column in REPLACED:
        op.create_index(f"ix_ticket_{column}", "ticket", [column])
    op.drop_column("ticket", "office")
