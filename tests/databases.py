"""Databases for tests, cheap to make: copies of a migrated file, whose statements are compiled once a worker.

SQLAlchemy keeps what it has compiled by engine and dialect, and every `Database` makes both anew: compiling took a
sixth of the journeys' time. With `share_compiled` only that differs from what `sqlite+aiosqlite` means otherwise.
"""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite
from sqlalchemy.util import LRUCache

from itgov_bot.storage.database import Database

COMPILED: LRUCache[Any, Any] = LRUCache(3000)


class SharingDialect(SQLiteDialect_aiosqlite):
    """Equal to every other of its kind, so that one finds what another has compiled."""

    supports_statement_cache = True

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        engine.update_execution_options(compiled_cache=COMPILED)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))


def share_compiled() -> None:
    """From here on `sqlite+aiosqlite` means that dialect, in this process."""
    registry.register("sqlite.aiosqlite", __name__, SharingDialect.__name__)


def sqlite_url(file: Path) -> str:
    return f"sqlite+aiosqlite:///{file}"


def copied(template: Path, home: Path) -> str:
    """The URL of a database at the place where a desk with this home has its own."""
    home.mkdir(parents=True, exist_ok=True)
    return sqlite_url(Path(shutil.copy(template, home / "itgov.db")))


def migrate(url: str) -> None:
    async def once() -> None:
        database = Database(url)
        await database.migrate()
        await database.close()

    asyncio.run(once())
