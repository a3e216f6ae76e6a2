"""SQLite's one writer: transactions that wait for it follow each other into one commit, each undone for itself.

A commit waits for the disk, as long as a short turn takes. Nobody goes on before the commit that has their work.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession

from itgov_bot.storage.near import NearConnection
from itgov_bot.storage.sqlite import copy_log

MOST_IN_A_COMMIT = 16
"""Transactions; with more of them the first would wait too long for the last."""
COPIED_AFTER = 40
"""Commits; then the log is copied to the database in a thread. By the commit that fills the log, as SQLite does it, one
turn in fifty would wait for it."""
NEAR = "near"
"""What a session's `info` calls the connection on which a `Prepared` statement runs where it is asked."""


class Writer:
    def __init__(self, engine: AsyncEngine, file: Path | None) -> None:
        self._engine, self._file = engine, file
        self._next = asyncio.Lock()
        self._kept: AsyncConnection | None = None
        self._open: _Commit | None = None
        self._closing: set[asyncio.Task[None]] = set()
        self._copying: asyncio.Task[None] | None = None
        self._made = 0

    @asynccontextmanager
    async def transaction(self, info: dict[Any, Any]) -> AsyncIterator[AsyncSession]:
        """Its work is kept when the block and what comes after it have returned; an exception undoes it alone."""
        async with self._next:
            commit = await self._joined()
            session = commit.session(info)
            commit.raw.execute_now("SAVEPOINT turn")
            try:
                yield session
                if session.in_transaction():
                    await session.commit()
                commit.raw.execute_now("RELEASE turn")
            except BaseException as failure:
                await asyncio.shield(session.close())
                commit.undo(failure)
                raise
        await commit.made()

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[None]:
        """Nobody writes meanwhile, and nothing is left to be committed."""
        async with self._next:
            await self._close()
            yield

    async def _joined(self) -> "_Commit":
        """The commit that is open. Whoever waited when it was opened comes before the end of it: the lock is fair."""
        if self._open and (self._open.is_full or self._open.failure):
            await self._close()
        if self._open is None:
            self._open = await self._begun()
            ending = asyncio.create_task(self._end(self._open))
            self._closing.add(ending)
            ending.add_done_callback(self._closing.discard)
        self._open.size += 1
        return self._open

    async def _begun(self) -> "_Commit":
        """On the connection that is kept from one commit to the next: to fetch it anew costs more than a short look."""
        self._kept = self._kept or await self._engine.connect()
        try:
            return await _Commit.begun(self._kept)
        except BaseException:
            await asyncio.shield(self._let_go())
            raise

    async def _let_go(self) -> None:
        connection, self._kept = self._kept, None
        if connection:
            await connection.close()

    async def _end(self, commit: "_Commit") -> None:
        await asyncio.sleep(0)  # the turns of updates that the first one keeps come into it too
        async with self._next:
            if self._open is commit:
                await self._close()

    async def _close(self) -> None:
        commit, self._open = self._open, None
        if commit:
            await asyncio.shield(commit.make())
            if commit.failure:
                await asyncio.shield(self._let_go())
            self._made += 1
            if self._file and self._made % COPIED_AFTER == 0 and (not self._copying or self._copying.done()):
                self._copying = asyncio.create_task(asyncio.to_thread(copy_log, self._file))

    async def ended(self) -> None:
        """For whoever is alone, at the end. Returns when nothing is being copied."""
        await self._let_go()
        if self._copying:
            await self._copying


class _Commit:
    def __init__(self, connection: AsyncConnection, raw: NearConnection) -> None:
        self.raw, self.size = raw, 0
        self.failure: BaseException | None = None
        self._connection = connection
        self._is_over = asyncio.Event()

    @classmethod
    async def begun(cls, connection: AsyncConnection) -> "_Commit":
        await connection.begin()
        raw: Any = (await connection.get_raw_connection()).dbapi_connection
        return cls(connection, raw)

    @property
    def is_full(self) -> bool:
        return self.size >= MOST_IN_A_COMMIT

    def session(self, info: dict[Any, Any]) -> AsyncSession:
        return AsyncSession(
            self._connection,
            expire_on_commit=False,
            join_transaction_mode="create_savepoint",
            info={**info, NEAR: self.raw},
        )

    def undo(self, failure: BaseException) -> None:
        """What only this one did. Where the database gave up the whole (a full disk), all that are in it have failed."""
        if self.raw.in_transaction:
            self.raw.execute_now("ROLLBACK TO turn")
            self.raw.execute_now("RELEASE turn")
        else:
            self.failure = failure

    async def make(self) -> None:
        try:
            await (self._connection.rollback() if self.failure else self._connection.commit())
        except Exception as failure:
            self.failure = failure
            if self.raw.in_transaction:
                self.raw.execute_now("ROLLBACK")
        finally:
            self._is_over.set()

    async def made(self) -> None:
        """Raises what kept it from being made."""
        await self._is_over.wait()
        if self.failure:
            raise self.failure
