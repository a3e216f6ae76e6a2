"""A statement that is made once and asked in every turn: on SQLite it goes to the connection without a layer between."""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    CompoundSelect,
    CursorResult,
    Delete,
    Insert,
    Select,
    Update,
    bindparam,
    func,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession

from itgov_bot.storage.near import NearConnection, NearDialect
from itgov_bot.storage.writer import NEAR

Statement = Select[Any] | CompoundSelect[Any] | Insert | Update | Delete
_DIALECT = NearDialect(paramstyle="qmark")


class Prepared:
    """Its values are named by `bindparam`s; `or_` stands for a list of constants. `on_postgresql`: the same, or what
    makes it, where that writes it in another way, as it does a list of values (`among`)."""

    def __init__(
        self, statement: Statement, on_postgresql: Statement | Callable[[], Statement] | None = None
    ) -> None:
        self._statement = statement
        self._elsewhere = statement if on_postgresql is None else on_postgresql

    async def rows(self, session: AsyncSession, values: Mapping[str, object]) -> Sequence[Any]:
        """What it selects or returns, by position and by the names of its columns. What the session holds back is
        written first."""
        if near := await _near(session):
            return self._words.rows(near, values)
        found = await session.execute(self._told(session), values)
        returns_nothing = isinstance(found, CursorResult) and not found.returns_rows
        return () if returns_nothing else found.all()

    async def each(self, session: AsyncSession, many: Sequence[Mapping[str, object]]) -> None:
        """The same with each of these values in turn."""
        if near := await _near(session):
            for values in many:
                self._words.rows(near, values)
        elif many:
            await session.execute(self._told(session), many)

    def _told(self, session: AsyncSession) -> Statement:
        is_sqlite = session.get_bind().dialect.name == "sqlite"
        return self._statement if is_sqlite else self._on_postgresql

    @cached_property
    def _on_postgresql(self) -> Statement:
        return self._elsewhere() if callable(self._elsewhere) else self._elsewhere

    @cached_property
    def _words(self) -> "_Words":
        return _Words(self._statement)


def among(column: ColumnElement[Any], name: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Whether a column is in the list of a name: on SQLite, where the list is one value, and on PostgreSQL."""
    listed = func.json_each(bindparam(name, type_=JSON())).table_valued("value").c.value
    return column.in_(select(listed)), column.in_(bindparam(name, expanding=True))


async def _near(session: AsyncSession) -> NearConnection | None:
    """The connection on which a statement finds all that the session would see, if there is one.

    That of the writer is the session's own, but a savepoint of the session begins only with its first statement. The one
    for looking is another, of an instant of its own."""
    near: NearConnection | None = session.info.get(NEAR)
    if near is None or (session.in_nested_transaction() if near.in_transaction else session.in_transaction()):
        return None
    if session.new or session.dirty or session.deleted:
        await session.flush()
    return near


class _Words:
    """The statement as SQLite's own words, and how values go to it and come back."""

    def __init__(self, statement: Statement) -> None:
        compiled: Any = statement.compile(dialect=_DIALECT)
        self._words = compiled.string
        binds = {compiled.bind_names[bind]: bind for bind in compiled.bind_names}
        self._usual = {name: bind.value for name, bind in binds.items() if not bind.required}
        self._given = [
            (name, binds[name].type.dialect_impl(_DIALECT).bind_processor(_DIALECT))
            for name in compiled.positiontup
        ]
        columns = list(statement.exported_columns)
        row: Any = namedtuple("Row", [one.key for one in columns], rename=True)  # type: ignore[misc]
        self._row = row._make
        kinds = enumerate(one.type.dialect_impl(_DIALECT) for one in columns)
        read = [(place, kind.result_processor(_DIALECT, None)) for place, kind in kinds]
        self._read = [(place, convert) for place, convert in read if convert]

    def rows(self, connection: NearConnection, values: Mapping[str, object]) -> list[Any]:
        all_values = {**self._usual, **values}
        given = [convert(all_values[name]) if convert else all_values[name] for name, convert in self._given]
        return [self._row(self._converted(row)) for row in connection.execute_now(self._words, given)]

    def _converted(self, row: Sequence[Any]) -> Sequence[Any]:
        read = list(row)
        for place, convert in self._read:
            read[place] = convert(read[place])
        return read
