"""What every table shares: instants that keep their offset, long texts, and the names of constraints.

An index of some rows alone says so here by `sqlite_where`, and for PostgreSQL in its migration alone: said here it would
load all of that engine wherever SQLite is used.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, MetaData, Text, TypeDecorator
from sqlmodel import Field, SQLModel

SQLModel.model_config["defer_build"] = True  # rows are made of what is known: none is validated

SQLModel.metadata = MetaData(
    # Named constraints, so that a later migration can drop them on SQLite too.
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept in UTC. SQLite forgets the offset, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant without an offset cannot be kept")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value


def instant(**options: Any) -> Any:
    return Field(sa_type=Instant, **options)


def long_text(**options: Any) -> Any:
    return Field(sa_type=Text, **options)
