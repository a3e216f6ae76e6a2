"""The table of conversations gets its name. What is kept in it stays as it is: it is read in its old shape as well."""

import sqlalchemy as sa
from alembic import op

import itgov_bot.storage.tables

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _rename("talk", "conversation")


def downgrade() -> None:
    _rename("conversation", "talk")


def _rename(old: str, new: str) -> None:
    """With the names of its constraints, which neither engine renames with the table."""
    op.create_table(
        new,
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("state", sa.JSON(), nullable=False),
        sa.Column("updated_at", itgov_bot.storage.tables.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f(f"fk_{new}_person_id")),
        sa.PrimaryKeyConstraint("person_id", "chat", name=op.f(f"pk_{new}")),
    )
    op.execute(f"INSERT INTO {new} SELECT person_id, chat, state, updated_at FROM {old}")
    op.drop_table(old)
