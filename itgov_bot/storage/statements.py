"""The statements that every table has: a row put in, counted or changed by who is first, and those prepared once."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CursorResult,
    Delete,
    Insert,
    SQLColumnExpression,
    String,
    Table,
    Update,
    bindparam,
    func,
    select,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel

from itgov_bot.storage.prepared import Prepared

Row = TypeVar("Row", bound=SQLModel)


async def inserted(session: AsyncSession, row: Row) -> Row:
    """The row as it stands then, with its id."""
    session.add(row)
    await session.flush()
    return row


async def number_of(session: AsyncSession, table: type[SQLModel], *where: SQLColumnExpression[bool]) -> int:
    """How many rows there are."""
    query = select(func.count()).select_from(table).where(*where)
    return int((await session.execute(query)).scalar_one())


async def changed(session: AsyncSession, statement: Update | Delete) -> bool:
    """Does it and says whether it met a row: of those who do the same at once, exactly one reads that it was them."""
    return bool(await how_many(session, statement))


async def how_many(session: AsyncSession, statement: Update | Delete) -> int:
    """Does it and says how many rows it met."""
    done = await session.execute(statement)
    assert isinstance(done, CursorResult)
    return done.rowcount


async def added(session: AsyncSession, row: SQLModel) -> bool:
    """Inserts a row whose key or unique column is taken once: of those who do the same at once, one reads True."""
    try:
        async with session.begin_nested():
            session.add(row)
    except IntegrityError:
        return False
    return True


def prepared_replacing(row: type[SQLModel]) -> Prepared:
    """Inserts a row, or puts it in the place of the one with its primary key."""
    table = table_of(row)
    keys = [one.name for one in table.primary_key]
    others = [one.name for one in table.columns if one.name not in keys]

    def replacing(begun: Any) -> Insert:
        put = begun.values(given(table))
        set_ = {name: put.excluded[name] for name in others}
        done: Insert = put.on_conflict_do_update(index_elements=keys, set_=set_)
        return done

    return _prepared_insert(table, replacing)


def prepared_look(row: type[SQLModel]) -> Prepared:
    """The row with a primary key, as it stands now."""
    table = table_of(row)
    return Prepared(select(table).where(*(one == bindparam(one.name) for one in table.primary_key)))


def prepared_if_new(row: type[SQLModel], *columns: str) -> Prepared:
    """Inserts a row unless there is one with a key of its own, and returns it then; of those who do the same at once, one
    reads it."""
    table = table_of(row)
    values, key = given(table, columns), next(iter(table.primary_key))
    return _prepared_insert(table, lambda begun: begun.values(values).on_conflict_do_nothing().returning(key))


def begins_so(column: SQLColumnExpression[str], name: str) -> ColumnElement[bool]:
    """Whether a text begins with the value of a name, in a `Prepared` statement."""
    beginning = bindparam(name, type_=String())
    return func.substr(column, 1, func.length(beginning)) == beginning


def table_of(row: type[SQLModel]) -> Table:
    return SQLModel.metadata.tables[str(row.__tablename__)]


def given(table: Table, columns: Sequence[str] = ()) -> dict[str, BindParameter[Any]]:
    """Columns (or all) with values of their own names, for a `Prepared` statement."""
    return {name: bindparam(name, type_=table.c[name].type) for name in columns or table.c.keys()}


def _prepared_insert(table: Table, finished: Callable[[Any], Insert]) -> Prepared:
    """Each engine has an insert of its own, with the same ways to say what happens in a conflict: `finished` takes both."""

    def on_postgresql() -> Insert:
        from sqlalchemy.dialects import postgresql  # 3 MB, which SQLite has no use for

        return finished(postgresql.insert(table))

    return Prepared(finished(sqlite.insert(table)), on_postgresql)
