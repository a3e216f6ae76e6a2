"""Databases for tests, cheap to make: copies of a migrated file, whose statements are compiled once a worker.

SQLAlchemy keeps what it has compiled by engine and dialect, and every `Database` makes both anew: compiling took a
sixth of the journeys' time. With `share_compiled` only that differs from what the program does; the tests of the real
program have it as it is.
"""

import asyncio
import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.dialects import registry
from sqlalchemy.engine import make_url
from sqlalchemy.util import LRUCache

from itgov_bot.storage import sqlite
from itgov_bot.storage.database import Database
from itgov_bot.storage.near import NearDialect

URLS: dict[Path, str] = {}
"""Of the homes whose database is no file in them."""
COMPILED: LRUCache[Any, Any] = LRUCache(3000)


class SharingDialect(NearDialect):
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
    """From here on SQLite means that dialect, in this process; and as the machine's power is not cut in mid test, no
    commit waits for the disk."""
    sqlite.PRAGMAS = (*sqlite.PRAGMAS, "synchronous=OFF")
    registry.register("sqlite.near", __name__, SharingDialect.__name__)


def sqlite_url(file: Path) -> str:
    return f"sqlite+aiosqlite:///{file}"


def copied(template: Path, home: Path) -> str:
    """The URL of a database at the place where a desk with this home has its own."""
    home.mkdir(parents=True, exist_ok=True)
    return sqlite_url(Path(shutil.copy(template, home / "itgov.db")))


@cache
def template() -> Path:
    """An empty database in its newest shape, to be copied: a migration takes fifty times as long."""
    folder = Path(tempfile.mkdtemp(prefix="itgov-template-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = folder / "itgov.db"
    migrate(sqlite_url(file))
    return file


def opened(url: str) -> Database:
    """A desk's own: that which is there, or an empty one."""
    file = Path(make_url(url).database or "")
    return Database(url if file.exists() else copied(template(), file.parent))


def migrate(url: str) -> None:
    async def once() -> None:
        database = Database(url)
        await database.migrate()
        await database.close()

    asyncio.run(once())
