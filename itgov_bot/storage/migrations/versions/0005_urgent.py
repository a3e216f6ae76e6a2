"""The guard gets a rota, other ways to be called and a pace; events have a date, outages an end, maintenance is planned."""

import sqlalchemy as sa
from alembic import op

from itgov_bot.storage.tables import Instant

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

INSTANT = Instant(timezone=True)
NEW_TABLES = ("rota_turn", "duty_override", "duty_swap", "page_way", "maintenance", "mark")


def upgrade() -> None:
    _rota()
    _swaps()
    _planned()
    op.add_column("person", sa.Column("urgent_news", sa.String(), nullable=False, server_default="morning"))
    op.add_column("ticket", sa.Column("outage_until", INSTANT))
    op.add_column("ticket", sa.Column("event_at", INSTANT))
    op.create_index(op.f("ix_ticket_event_at"), "ticket", ["event_at"])
    op.add_column("page", sa.Column("rounds", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("page", sa.Column("called_at", INSTANT))
    op.add_column("page", sa.Column("other_ways_at", INSTANT))
    op.create_index(op.f("ix_page_other_ways_at"), "page", ["other_ways_at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_page_other_ways_at"), "page")
    op.drop_index(op.f("ix_ticket_event_at"), "ticket")
    for table, columns in (
        ("page", ("rounds", "called_at", "other_ways_at")),
        ("ticket", ("outage_until", "event_at")),
        ("person", ("urgent_news",)),
    ):
        for column in columns:
            op.drop_column(table, column)
    for table in NEW_TABLES:
        op.drop_table(table)


def _rota() -> None:
    op.create_table(
        "rota_turn",
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
    )
    op.create_table(
        "duty_override",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("starts_at", INSTANT, nullable=False, index=True),
        sa.Column("ends_at", INSTANT, nullable=False, index=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("instead_of", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("made_by", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("made_at", INSTANT, nullable=False),
    )


def _swaps() -> None:
    op.create_table(
        "duty_swap",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("asked_by", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("asked_of", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("starts_at", INSTANT, nullable=False),
        sa.Column("ends_at", INSTANT, nullable=False),
        sa.Column("other_starts_at", INSTANT),
        sa.Column("other_ends_at", INSTANT),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("answered_at", INSTANT),
        sa.Column("is_agreed", sa.Boolean()),
    )
    op.create_table(
        "page_way",
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), primary_key=True),
        sa.Column("kind", sa.String(), primary_key=True),
        sa.Column("address", sa.String(), nullable=False),
    )


def _planned() -> None:
    op.create_table(
        "maintenance",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("service", sa.String()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("starts_at", INSTANT, nullable=False, index=True),
        sa.Column("ends_at", INSTANT, nullable=False, index=True),
        sa.Column("announced_by", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("announced_at", INSTANT, nullable=False),
        sa.Column("cancelled_at", INSTANT),
        sa.Column("ended_at", INSTANT),
    )
    op.create_table(
        "mark",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("at", INSTANT, nullable=False),
    )
