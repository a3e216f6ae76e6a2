"""Updates wait in an inbox; workers say that they are there, and what they claim is theirs so long."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("line", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claim", sa.String()),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint("key", name="uq_inbox_key"),
    )
    op.create_index("ix_inbox_line", "inbox", ["line", "id"])
    op.create_table(
        "worker",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_worker"),
    )
    # Whoever claimed something is not among the workers: it is free as soon as one of them looks.
    op.execute("ALTER TABLE outbox DROP COLUMN claimed_at")


def downgrade() -> None:
    op.execute("ALTER TABLE outbox ADD COLUMN claimed_at TIMESTAMP")
    op.execute("UPDATE outbox SET claim = NULL WHERE sent_at IS NULL AND failed_at IS NULL")
    op.drop_table("worker")
    op.drop_index("ix_inbox_line", table_name="inbox")
    op.drop_table("inbox")
