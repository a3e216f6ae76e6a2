"""Who opened a ticket for its requester, and who solved it."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

COLUMNS = ("opened_by", "solved_by")


def upgrade() -> None:
    for column in COLUMNS:
        # As it is written here SQLite adds it in place; a table made anew would take what refers to it away.
        op.execute(
            f"ALTER TABLE ticket ADD COLUMN {column} INTEGER "
            f"CONSTRAINT fk_ticket_{column} REFERENCES person (id)"
        )
    _solved_by_who_said_so()


def downgrade() -> None:
    for column in COLUMNS:
        op.execute(f"ALTER TABLE ticket DROP COLUMN {column}")


def _solved_by_who_said_so() -> None:
    """A requester without a part in the work only said that it works again: then nobody solved it."""
    op.execute(
        """
        UPDATE ticket SET solved_by = (
            SELECT actor_id FROM ticket_event
            WHERE ticket_id = ticket.id AND kind = 'resolved'
            ORDER BY ticket_event.id DESC LIMIT 1
        ) WHERE state IN ('resolved', 'closed')
        """
    )
    op.execute(
        "UPDATE ticket SET solved_by = NULL "
        "WHERE solved_by = requester_id AND (assignee_id IS NULL OR assignee_id <> requester_id)"
    )
