"""Each solution keeps its own rating: what is known of the present ones is copied."""

import sqlalchemy as sa
from alembic import op

from itgov_bot.storage.tables import Instant

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

COPY = """
    INSERT INTO rating (ticket_id, solved_at, stars, comment, at, told_at)
    SELECT id, solved_at, rating, rating_comment, updated_at, updated_at FROM (
        SELECT ticket.*, COALESCE(resolved_at, (
            SELECT MAX(event.at) FROM ticket_event AS event WHERE event.ticket_id = ticket.id AND event.kind = 'resolved'
        )) AS solved_at FROM ticket
    ) AS rated
    WHERE rating IS NOT NULL AND solved_at IS NOT NULL AND (solved_by IS NULL OR solved_by <> requester_id)
"""
"""Of one that was opened again meanwhile, the solution before. Nobody is told anew of what was low then."""


def upgrade() -> None:
    instant = Instant(timezone=True)
    op.create_table(
        "rating",
        sa.Column("ticket_id", sa.Integer(), nullable=False),
        sa.Column("solved_at", instant, nullable=False),
        sa.Column("stars", sa.Integer(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("at", instant, nullable=False),
        sa.Column("told_at", instant, nullable=True),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name=op.f("fk_rating_ticket_id")),
        sa.PrimaryKeyConstraint("ticket_id", "solved_at", name=op.f("pk_rating")),
    )
    op.create_index("ix_rating_counted", "rating", ["solved_at", "stars"])
    op.create_index(op.f("ix_rating_at"), "rating", ["at"])
    op.execute(COPY)


def downgrade() -> None:
    op.drop_table("rating")
