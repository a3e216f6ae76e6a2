"""Answers that the desk's people keep from the chat to use them again."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "canned",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("use", sa.String(), nullable=True),
        sa.Column("service", sa.String(), nullable=True),
        sa.Column("kept_by", sa.Integer(), nullable=True),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["kept_by"], ["person.id"], name=op.f("fk_canned_kept_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_canned")),
    )


def downgrade() -> None:
    op.drop_table("canned")
