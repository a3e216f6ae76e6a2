"""A piece of work at the desk: one transaction, and what happened in it is told before the commit."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from itgov_bot.clock import Clock
from itgov_bot.desk.desk import Calendars, Desk, EventFeed
from itgov_bot.notices.tell import tell
from itgov_bot.reference import Reference
from itgov_bot.storage.database import Database


@dataclass(frozen=True)
class UnitOfWork:
    """Begins the work of a round or of a command. (A turn is told by the conversation, before its own replies.)"""

    database: Database
    reference: Reference
    calendars: Calendars
    clock: Clock
    feed: EventFeed | None = None

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Desk]:
        async with self.database.transaction() as session:
            desk = Desk(session, self.clock(), self.reference, self.calendars, self.feed)
            yield desk
            await tell(desk)
