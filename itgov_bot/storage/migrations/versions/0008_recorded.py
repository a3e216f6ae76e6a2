"""The offices that answer for indicators, what a recorded reading rests on, and the plans that are ticked off."""

import sqlalchemy as sa
from alembic import op

from itgov_bot.storage.tables import Instant

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

INSTANT = Instant(timezone=True)
IN_FORCE = "uq_role_grant_in_force"
EVIDENCE = {"note": sa.Text(), "evidence_link": sa.String(), "evidence_lack": sa.Text()}


def upgrade() -> None:
    _offices()
    for name, kind in EVIDENCE.items():
        op.add_column("reading", sa.Column(name, kind))
    _files()
    _plans()


def downgrade() -> None:
    """Without offices one person is an owner once."""
    op.drop_table("plan_item")
    op.drop_table("reading_file")
    for name in EVIDENCE:
        op.drop_column("reading", name)
    op.execute("DELETE FROM invitation WHERE office <> ''")
    op.execute("DELETE FROM role_grant WHERE office <> ''")
    op.drop_index(IN_FORCE, "role_grant")
    for table in ("role_grant", "invitation"):
        op.drop_column(table, "office")
    _in_force("person_id", "role")


def _offices() -> None:
    for table in ("role_grant", "invitation"):
        op.add_column(table, sa.Column("office", sa.String(), nullable=False, server_default=""))
    op.drop_index(IN_FORCE, "role_grant")
    _in_force("person_id", "role", "office")


def _in_force(*columns: str) -> None:
    is_in_force = sa.text("ended_at IS NULL")
    op.create_index(
        IN_FORCE, "role_grant", columns, unique=True, sqlite_where=is_in_force, postgresql_where=is_in_force
    )


def _files() -> None:
    op.create_table(
        "reading_file",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("reading_id", sa.Integer(), sa.ForeignKey("reading.id"), nullable=False, index=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("mime", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
    )


def _plans() -> None:
    op.create_table(
        "plan_item",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("indicator", sa.Integer(), nullable=False, index=True),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("added_by", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("added_at", INSTANT, nullable=False),
        sa.Column("done_on", sa.Date()),
        sa.Column("done_by", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("done_at", INSTANT),
        sa.Column("dropped_by", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("dropped_at", INSTANT),
    )
