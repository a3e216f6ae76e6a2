"""A piece of work at the desk: one transaction, and what happened in it is told before the commit."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TypeVar

from itgov_bot.clock import Clock
from itgov_bot.desk.desk import Calendars, Desk, EventFeed
from itgov_bot.domain.installation import BARE, Installation
from itgov_bot.messages import DeskAway
from itgov_bot.notices.tell import tell
from itgov_bot.records import dataclass
from itgov_bot.reference import Reference
from itgov_bot.storage import inbox, updates
from itgov_bot.storage.database import Database, Session
from itgov_bot.storage.unavailable import is_away
from itgov_bot.storage.updates import AlreadySeen

T = TypeVar("T")


@dataclass
class UnitOfWork:
    """Begins the work of a turn, of a round or of a command. The bot's name is known when Telegram was reached."""

    database: Database
    reference: Reference
    calendars: Calendars
    clock: Clock
    feed: EventFeed | None = None
    installation: Installation = BARE

    def name_bot(self, name: str) -> None:
        self.installation = replace(self.installation, bot_name=name)

    @asynccontextmanager
    async def begin(self, *, long: bool = False) -> AsyncIterator[Desk]:
        """What may be `long` leaves the event loop to turns and sends meanwhile."""
        async with self.database.transaction(long=long) as session:
            desk = self._desk(session)
            yield desk
            await tell(desk)

    @asynccontextmanager
    async def begin_if_there(self) -> AsyncIterator[Desk]:
        """For what an event asks for. Raises DeskAway while the database is away: then nothing was done, and the event
        must come again."""
        try:
            async with self.begin() as desk:
                yield desk
        except Exception as failure:
            if is_away(failure):
                raise DeskAway from failure
            raise

    @asynccontextmanager
    async def look(self) -> AsyncIterator[Desk]:
        """For looking only: it does not wait for the writer, and nothing is told."""
        async with self.database.reading() as session:
            yield self._desk(session)

    async def once(self, key: str, do: Callable[[Desk], Awaitable[T]], also: Sequence[str] = ()) -> T | None:
        """Does what an update asks for, marks it and those that came with it as seen, and returns what `do` does; None when
        that was done before, here or elsewhere.

        Raises DeskAway while the database is away: then nothing was done, and the update must come again.
        """
        try:
            async with self.begin_if_there() as desk:
                if not await inbox.finish(desk.session, key, self.database.worker):
                    raise AlreadySeen(key)
                for other in also:
                    await inbox.finish(desk.session, other, self.database.worker)
                for one in (key, *also):
                    await updates.mark_seen(desk.session, one, desk.now)
                return await do(desk)
        except AlreadySeen:
            return None

    def _desk(self, session: Session) -> Desk:
        return Desk(session, self.clock(), self.reference, self.calendars, self.feed, self.installation)
