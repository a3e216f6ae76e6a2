"""The engine, the transaction of a turn, and the migrations that run at start."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from functools import cache
from pathlib import Path
from typing import Protocol, cast
from uuid import uuid4

from sqlalchemy import (
    Connection,
    PoolProxiedConnection,
    func,
    inspect,
    select,
)
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine

from itgov_bot.apart import done_apart
from itgov_bot.storage import postgres, sqlite, unavailable
from itgov_bot.storage.near import IN_THREAD, NearConnection
from itgov_bot.storage.unavailable import StorageUnavailable as StorageUnavailable
from itgov_bot.storage.writer import NEAR, Writer

Session = AsyncSession
"""What the other folders hold in their hands: one transaction."""

MIGRATIONS = Path(__file__).parent / "migrations"
ENGINES = ("sqlite+aiosqlite", "postgresql+asyncpg")
CONNECTIONS = 20
"""PostgreSQL connections a process keeps, and as many again in a rush: turns and sends each hold one for a moment."""
LARGE_BYTES = 32_000_000
"""Of a SQLite file: in a smaller one no look takes as long as the way to a thread and back."""
EMPTYING_TRIES, EMPTYING_PAUSE_SECONDS = 20, 0.05
"""Of the log, while somebody reads it."""
MIGRATING = 7287_2026
"""The key of PostgreSQL's lock under which one process migrates while the others that start with it wait."""


class Hands(Protocol):
    """What a transaction leaves for somebody in this process who goes on with it when it is committed."""

    def hand_on(self) -> None: ...


class Database:
    """One engine and its transactions. SQLite has a single writer, so there turns queue here, in fair order.

    `worker` names this process among those that share the database. `hands` makes the hands of a transaction.
    """

    def __init__(self, url: str) -> None:
        """Raises StorageUnavailable when nothing can be made of `url`."""
        self.url = url
        self.worker = uuid4().hex
        self.hands: Callable[[], Hands] | None = None
        self._place = _read_url(url)
        self.is_sqlite = self._place.get_backend_name() == "sqlite"
        self._engine = _create_engine(self._place, self.is_sqlite)
        self._connections = sqlite.Connections()
        if self.is_sqlite:
            self._connections.watch(self._engine.sync_engine)
        self._long = self._engine.execution_options(**{IN_THREAD: True})
        self._reading = self._engine.execution_options(readonly=True)
        self._long_reading = self._long.execution_options(readonly=True)
        self._writer = Writer(self._engine, self.file) if self.is_sqlite else None
        self._opening = asyncio.Lock()
        self._kept: PoolProxiedConnection | None = None

    @asynccontextmanager
    async def transaction(self, *, long: bool = False) -> AsyncIterator[AsyncSession]:
        """A session whose work is committed at the end of the block, or wholly undone by an exception.

        What is `long` leaves the event loop to others meanwhile.
        """
        hands = self.hands() if self.hands else None
        info: dict[str, object] = {"hands": hands}
        short = self._writer.transaction(info) if self._writer and not long else None
        async with short or self._by_itself(info, long=long) as session:
            yield session
        if hands:
            hands.hand_on()

    @asynccontextmanager
    async def _by_itself(self, info: dict[str, object], *, long: bool) -> AsyncIterator[AsyncSession]:
        """With a connection and a commit of its own."""
        engine = self._long if long else self._engine
        async with (
            self._alone(),
            AsyncSession(engine, expire_on_commit=False, info=info) as session,
            session.begin(),
        ):
            yield session

    def _alone(self) -> AbstractAsyncContextManager[None]:
        return self._writer.alone() if self._writer else nullcontext()

    @asynccontextmanager
    async def reading(self, *, long: bool = False) -> AsyncIterator[AsyncSession]:
        """A session for looking only: it does not wait for the writer."""
        info = {NEAR: await self._near()} if self.is_sqlite and not long else {}
        engine = self._long_reading if long else self._reading
        async with AsyncSession(engine, expire_on_commit=False, info=info) as session:
            yield session

    async def _near(self) -> NearConnection:
        """The one for looks of a single statement, which needs no transaction. It stays open."""
        async with self._opening:
            if self._kept is None:
                self._kept = await self._reading.raw_connection()
        return cast(NearConnection, self._kept.dbapi_connection)

    @asynccontextmanager
    async def looking(self) -> AsyncIterator[AsyncSession | None]:
        """For a program that only looks: None while there is no migrated database, which looking never creates.

        Raises StorageUnavailable.
        """
        if self.is_sqlite and not await asyncio.to_thread(Path(self._place.database or "").is_file):
            yield None
            return
        try:
            async with self.reading() as session:
                connection = await session.connection()
                migrated = await connection.run_sync(lambda sync: inspect(sync).has_table("alembic_version"))
                yield session if migrated else None
        except Exception as failure:
            if told := unavailable.explain(self._place, failure):
                raise told from failure
            raise

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[AsyncConnection]:
        """Looks at one instant of the database, however long the block lasts and whatever is written meanwhile."""
        level = {"readonly": True} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        async with self._long.execution_options(**level).connect() as connection:
            yield connection

    async def connection(self) -> AsyncConnection:
        """One that has no transaction open between its statements. Who asks for it closes it."""
        return await self._engine.execution_options(isolation_level="AUTOCOMMIT").connect()

    @property
    def file(self) -> Path | None:
        """Of SQLite, where it is in one."""
        name = self._place.database if self.is_sqlite else None
        return Path(name) if name and name != ":memory:" else None

    @property
    def is_small(self) -> bool:
        """Whether everything that is looked for in it is found in a moment."""
        return self.file is not None and self.file.stat().st_size < LARGE_BYTES

    async def is_newest(self) -> bool:
        """Whether its tables have the shape of this program."""
        async with self._engine.execution_options(readonly=True).connect() as connection:
            return await connection.run_sync(_is_newest)

    async def migrate(self, *, apart: bool = False) -> None:
        """Brings the tables to the newest shape. `apart`: for who goes on after it; in a process of its own, if it can be.

        Raises StorageUnavailable.
        """
        try:
            await _make_room(self._place, self.is_sqlite)
            if await self.is_newest():
                return
            if apart and self.file:
                await done_apart("itgov_bot.storage.migrating", self.url)  # Alembic is 10 MB
            async with self._engine.begin() as connection:
                await connection.run_sync(upgrade)
        except Exception as failure:  # asyncpg's own are not wrapped when a connection is opened
            if told := unavailable.explain(self._place, failure):
                raise told from failure
            raise

    async def empty_log(self) -> bool:
        """What was erased stands in SQLite's log until it is used again. False when it has to stay a while longer."""
        if (file := self.file) is None:
            return True
        for _ in range(EMPTYING_TRIES):  # somebody who reads is done in a moment
            async with self._alone():
                if await asyncio.to_thread(sqlite.empty_log, file):
                    return True
            await asyncio.sleep(EMPTYING_PAUSE_SECONDS)
        return False

    def why_away(self, failure: Exception) -> str | None:
        """For the operator, where the simplest of work failed; None when it is a fault of the program."""
        told = unavailable.explain(self._place, failure)
        return str(told) if told else None

    async def close(self) -> None:
        async with self._alone():  # what is open is committed
            if self._kept:
                self._kept.close()
                self._kept = None
            if self._writer:
                await self._writer.ended()
            await self._engine.dispose()
        await self._connections.ended()


async def alone(session: AsyncSession, key: int) -> None:
    """Until its end no other transaction gets past this with the same key. On SQLite nobody else writes anyway."""
    if engine_of(session) == "postgresql":
        await session.execute(select(func.pg_advisory_xact_lock(key)))


def engine_of(session: AsyncSession) -> str:
    """`sqlite` or `postgresql`."""
    return session.get_bind().dialect.name


def _read_url(text: str) -> URL:
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):  # a port that is no number
        raise unavailable.not_understood() from None
    if url.drivername not in ENGINES:
        raise unavailable.unknown_engine(url.drivername)
    if url.drivername.startswith("sqlite") and url.host:  # sqlite://file, with a slash too few
        raise unavailable.not_understood()
    if "@" in f"{url.host}{url.database}" and not url.drivername.startswith("sqlite"):
        raise unavailable.not_understood()  # a part of a password that has an @, and must not be shown
    return url


def _create_engine(url: URL, is_sqlite: bool) -> AsyncEngine:
    """Errors are logged, so they must not carry what people wrote: parameters are hidden."""
    if not is_sqlite:
        url, arguments = postgres.prepared(url)
        try:
            return create_async_engine(
                url,
                connect_args=arguments,
                pool_pre_ping=True,
                pool_size=CONNECTIONS,
                max_overflow=CONNECTIONS,
                hide_parameters=True,
            )
        except ModuleNotFoundError:
            raise unavailable.no_driver() from None
    return create_async_engine(url.set(drivername=sqlite.DRIVER), hide_parameters=True)


async def _make_room(url: URL, is_sqlite: bool) -> None:
    file = url.database
    if is_sqlite and file and file != ":memory:":
        await asyncio.to_thread(Path(file).parent.mkdir, parents=True, exist_ok=True)


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Runs the migrations up to a revision, while other processes that want the same wait."""
    if _is_newest(connection):
        return
    from alembic import command  # a fifth of a start's time, and nearly every start finds nothing to migrate
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATING})")
    command.upgrade(config, revision)


def _is_newest(connection: Connection) -> bool:
    """Whether the last migration was made: their files are named by number and subject."""
    if not inspect(connection).has_table("alembic_version"):
        return False
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == _newest()


@cache
def _newest() -> str:
    return max(file.stem for file in (MIGRATIONS / "versions").glob("*.py")).partition("_")[0]
