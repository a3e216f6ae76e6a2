"""The index of the live cases holds all that the queue is sorted by, too."""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_NAME = "ix_ticket_live"
_BEFORE = (
    *("state", "opened_at", "merged_into_id", "kind", "urgent", "service", "office", "channel"),
    *("assignee_id", "first_answer_at", "first_answer_due", "solution_due"),
)


def upgrade() -> None:
    op.drop_index(_NAME, "ticket")
    op.create_index(_NAME, "ticket", [*_BEFORE, "priority"])


def downgrade() -> None:
    op.drop_index(_NAME, "ticket")
    op.create_index(_NAME, "ticket", _BEFORE)
