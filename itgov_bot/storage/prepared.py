"""A statement that is made once and asked in every turn: on SQLite it goes to the connection without a layer between."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import CursorResult, Delete, Insert, Select, Update
from sqlalchemy.ext.asyncio import AsyncSession

from itgov_bot.storage.near import NearDialect
from itgov_bot.storage.writer import NEAR

Statement = Select[Any] | Insert | Update | Delete
Converter = Callable[[Any], Any] | None
_DIALECT = NearDialect(paramstyle="qmark")


class Prepared:
    """Its values are named by `bindparam`s; lists among them (`IN`) cannot be. `on_postgresql`: the same, where that
    writes it in another way."""

    def __init__(self, statement: Statement, on_postgresql: Statement | None = None) -> None:
        self._statement = statement
        self._on_postgresql = statement if on_postgresql is None else on_postgresql

    async def rows(self, session: AsyncSession, values: Mapping[str, object]) -> Sequence[Any]:
        """What it selects or returns, as tuples. Where the session itself has begun to work, it goes through that, which
        first writes what it holds back."""
        near = session.info.get(NEAR)
        if near is not None and not session.in_transaction():
            return self._near.rows(near, values)
        is_sqlite = session.get_bind().dialect.name == "sqlite"
        found = await session.execute(self._statement if is_sqlite else self._on_postgresql, values)
        returns_nothing = isinstance(found, CursorResult) and not found.returns_rows
        return () if returns_nothing else found.all()

    @cached_property
    def _near(self) -> "_Near":
        return _Near(self._statement)


class _Near:
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
        types = [column.type.dialect_impl(_DIALECT) for column in statement.exported_columns]
        self._read = [kind.result_processor(_DIALECT, None) for kind in types]

    def rows(self, connection: Any, values: Mapping[str, object]) -> list[tuple[Any, ...]]:
        all_values = {**self._usual, **values}
        given = [_converted(all_values[name], write) for name, write in self._given]
        found = connection.execute_now(self._words, given)
        return [tuple(map(_converted, row, self._read)) for row in found]


def _converted(value: Any, convert: Converter) -> Any:
    return convert(value) if convert else value
