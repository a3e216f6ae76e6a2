"""Indexes by which indicators are counted (the wide ones are in 0009), and triggers that notice what changes in a period
after it was closed.

The triggers see every writer, so that no frozen reading goes stale unseen. They compare with the mark `periods_closed`
(desk/indicators/closing): before the first period is closed they write nothing.
"""

import sqlalchemy as sa
from alembic import op

from itgov_bot.storage.tables import Instant

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

INDEXES = {
    "ix_ticket_rated": (
        ["state", "resolved_at", "merged_into_id", "rating", "solved_by", "requester_id"],
        "rating IS NOT NULL",
    ),
    "ix_ticket_outage_from": (["outage_from"], "outage_from IS NOT NULL"),
}
FROZEN = "source = 'computed' AND reason IS NULL"

COUNTED = {
    "ticket": (
        *("kind", "service", "solution", "rating", "solved_by", "merged_into_id"),
        *("opened_at", "resolved_at", "is_outage", "outage_from", "outage_until"),
    ),
    "maintenance": ("service", "starts_at", "ends_at", "cancelled_at", "ended_at"),
}
"""The columns that readings are counted from, besides the state of a ticket: by itself, that one was closed says nothing."""
INSTANTS = {
    "ticket": ("opened_at", "resolved_at", "outage_from", "outage_until"),
    "maintenance": ("starts_at", "ends_at", "ended_at"),
}


def upgrade() -> None:
    for name, (columns, where) in INDEXES.items():
        _create_index(name, "ticket", columns, where)
    _create_index("uq_reading_frozen", "reading", ["indicator", "period"], FROZEN, unique=True)
    op.create_table(
        "touched",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", Instant(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_touched")),
    )
    notice = _notice_in_postgres if _is_postgres() else _notice_in_sqlite
    for table in COUNTED:
        notice(table)


def downgrade() -> None:
    for table in COUNTED:
        for event in ("insert", "update"):
            on_table = f" ON {table}" if _is_postgres() else ""
            op.execute(f"DROP TRIGGER {table}_{event}_touches{on_table}")
            if _is_postgres():
                op.execute(f"DROP FUNCTION {table}_{event}_touches()")
    op.drop_table("touched")
    op.drop_index("uq_reading_frozen", "reading")
    for name in INDEXES:
        op.drop_index(name, "ticket")


def _is_postgres() -> bool:
    return op.get_bind().dialect.name == "postgresql"


def _create_index(name: str, table: str, columns: list[str], where: str, *, unique: bool = False) -> None:
    only = sa.text(where)
    op.create_index(name, table, columns, unique=unique, sqlite_where=only, postgresql_where=only)


def _notice_in_sqlite(table: str) -> None:
    """Of an update that changes what is counted both the old and the new instants are touched."""
    op.execute(
        f"CREATE TRIGGER {table}_insert_touches AFTER INSERT ON {table} BEGIN {_touch(table, 'NEW')}; END"
    )
    op.execute(
        f"CREATE TRIGGER {table}_update_touches AFTER UPDATE ON {table} WHEN {_differs(table, 'IS NOT')} "
        f"BEGIN {_touch(table, 'OLD')}; {_touch(table, 'NEW')}; END"
    )


def _notice_in_postgres(table: str) -> None:
    for event, rows in (("insert", ("NEW",)), ("update", ("OLD", "NEW"))):
        name = f"{table}_{event}_touches"
        body = "; ".join(_touch(table, row) for row in rows)
        when = f"WHEN ({_differs(table, 'IS DISTINCT FROM')}) " if event == "update" else ""
        op.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger AS $$ BEGIN {body}; RETURN NULL; END $$ LANGUAGE plpgsql"
        )
        op.execute(
            f"CREATE TRIGGER {name} AFTER {event} ON {table} FOR EACH ROW {when}EXECUTE FUNCTION {name}()"
        )


def _touch(table: str, row: str) -> str:
    instants = " UNION ".join(f"SELECT {row}.{column} AS at" for column in INSTANTS[table])
    closed = "(SELECT mark.at FROM mark WHERE mark.name = 'periods_closed')"
    return f"INSERT INTO touched (at) SELECT moment.at FROM ({instants}) AS moment WHERE moment.at < {closed}"


def _differs(table: str, operator: str) -> str:
    changed = [f"OLD.{column} {operator} NEW.{column}" for column in COUNTED[table]]
    if table == "ticket":
        # Solved, cancelled and live are told apart; whether a live one is new or waits, or a solved one closed, is not.
        changed += [
            f"(OLD.state IN ({states})) <> (NEW.state IN ({states}))"
            for states in ("'resolved', 'closed'", "'cancelled'")
        ]
    return " OR ".join(changed)
