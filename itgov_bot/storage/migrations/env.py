"""Alembic's entry: migrates over the connection it is given (at start), or over DATABASE_URL (by hand)."""

from typing import Literal

from alembic import context
from sqlalchemy import Connection
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString

import itgov_bot.storage.tables  # noqa: F401 - the import fills the metadata


def _plain_strings(kind: str, item: object, _context: object) -> str | Literal[False]:
    """Migrations speak of SQLAlchemy's own types alone."""
    return "sa.String()" if kind == "type" and isinstance(item, AutoString) else False


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        render_as_batch=True,  # SQLite cannot alter a column in place
        compare_type=True,
        render_item=_plain_strings,
    )
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
