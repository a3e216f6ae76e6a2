"""Whatever any table holds of a person, found by its keys: a table that comes later is in the export by itself."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Table, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel

from itgov_bot.storage.tables import PersonRow, TicketRow

SECRET = frozenset({"code_hash"})
"""Columns that prove something to whoever knows them."""
OF_A_CASE = ("number",)
"""All that is handed over of a case that a person only worked on: the rest is its requester's."""

Record = dict[str, Any]


def keys_of_people(table: Table) -> list[Column[Any]]:
    """The columns of a table that say who."""
    person = str(PersonRow.__tablename__)
    return [one for one in table.columns if any(key.column.table.name == person for key in one.foreign_keys)]


def tables_about_people() -> Iterator[Table]:
    """Every table that has such a column."""
    for table in SQLModel.metadata.sorted_tables:
        if keys_of_people(table):
            yield table


async def records_of(session: AsyncSession, person: int) -> dict[str, list[Record]]:
    """By table, every row that names the person: without what is secret, and without who else is in it."""
    return {table.name: await _rows(session, table, person) for table in tables_about_people()}


async def _rows(session: AsyncSession, table: Table, person: int) -> list[Record]:
    keys = keys_of_people(table)
    query = select(table).where(or_(*(key == person for key in keys)))
    found = (await session.execute(query)).mappings()
    return [_shown(table, dict(row), person) for row in found]


def _shown(table: Table, row: Record, person: int) -> Record:
    others = {key.name for key in keys_of_people(table) if row[key.name] != person}
    shown = {name: value for name, value in row.items() if name not in SECRET | others and value is not None}
    if table.name == TicketRow.__tablename__ and row["requester_id"] != person:
        return {name: shown[name] for name in OF_A_CASE}
    return shown
