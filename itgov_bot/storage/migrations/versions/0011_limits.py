"""Files with an owner, and how many codes were mailed for whom: what is counted against a limit."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    instant = sa.DateTime(timezone=True)
    op.create_table(
        "kept_file",
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("kept_at", instant, nullable=False),
        sa.Column("gone_at", instant, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_kept_file_person_id")),
        sa.PrimaryKeyConstraint("path", name=op.f("pk_kept_file")),
    )
    op.create_index(op.f("ix_kept_file_person_id"), "kept_file", ["person_id"])
    op.create_index(op.f("ix_kept_file_kept_at"), "kept_file", ["kept_at"])
    op.create_table(
        "code_sent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("whose", sa.String(), nullable=False),
        sa.Column("at", instant, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_code_sent")),
    )
    op.create_index(op.f("ix_code_sent_whose"), "code_sent", ["whose"])


def downgrade() -> None:
    op.drop_table("code_sent")
    op.drop_table("kept_file")
