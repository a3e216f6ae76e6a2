"""One kind of fact for each of the three: marked as an outage, unmarked, joined."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

EVENTS = sa.table("ticket_event", sa.column("id"), sa.column("kind"), sa.column("data", sa.JSON()))


def upgrade() -> None:
    """Until now "outage_joined" was all three: `undone` said that it was taken back, `since` that an agent said it."""
    found = sa.select(EVENTS.c.id, EVENTS.c.data).where(EVENTS.c.kind == "outage_joined")
    for event, data in op.get_bind().execute(found).all():
        if data.get("undone"):
            _change(event, "outage_unmarked", {})
        elif data.get("since"):
            _change(event, "outage_marked", data)


def downgrade() -> None:
    for kind, more in (("outage_unmarked", {"undone": True}), ("outage_marked", {})):
        found = sa.select(EVENTS.c.id, EVENTS.c.data).where(EVENTS.c.kind == kind)
        for event, data in op.get_bind().execute(found).all():
            _change(event, "outage_joined", {**data, **more})


def _change(event: int, kind: str, data: dict[str, object]) -> None:
    op.execute(sa.update(EVENTS).where(EVENTS.c.id == event).values(kind=kind, data=data))
