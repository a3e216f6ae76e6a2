"""A post office for the tests of the delivery."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from itgov_bot.domain.people import Person
from itgov_bot.messages import Address, Sender
from itgov_bot.outbox.delivery import MAX_SEND_TIME, Delivery
from itgov_bot.outbox.posting import post
from itgov_bot.rendering.attachments import Attachments
from itgov_bot.replies import Reply
from itgov_bot.storage import people
from itgov_bot.storage.database import Database
from itgov_bot.storage.sending import outbox
from tests.outbox.recording import HandClock, RecordingChannel


@dataclass
class Post:
    """A database, a channel and the delivery between them."""

    database: Database
    channel: RecordingChannel
    clock: HandClock
    folder: Path

    def __post_init__(self) -> None:
        self.delivery = self.worker()

    def worker(self, *others: RecordingChannel, max_send_time: timedelta = MAX_SEND_TIME) -> Delivery:
        return Delivery(
            self.database,
            {channel.name: channel for channel in (*others, self.channel)},
            self.clock,
            Attachments(self.folder / "charts", self.folder / "files"),
            max_send_time=max_send_time,
        )

    async def post(self, to: str, *texts: str, urgent: bool = False, card: str | None = None) -> None:
        async with self.database.transaction() as session:
            for text in texts:
                reply = Reply(text, card=card)
                await post(session, Address("telegram", to), reply, self.clock(), urgent=urgent)

    async def say(self, reply: Reply, to: str = "-100") -> None:
        async with self.database.transaction() as session:
            await post(session, Address("telegram", to), reply, self.clock())
        await self.round()

    async def round(self) -> None:
        async with asyncio.timeout(10):
            await self.delivery.run_round()

    async def until_sent(self, text: str) -> None:
        await self.until(lambda: text in self.channel.texts())

    async def until(self, holds: Callable[[], bool]) -> None:
        async with asyncio.timeout(10):
            while not holds():  # noqa: ASYNC110
                await asyncio.sleep(0.01)

    async def later(self, **by: float) -> None:
        self.clock.forward(**by)
        await self.round()

    async def person(self, user: str) -> Person:
        async with self.database.transaction() as session:
            return await people.get_or_create(session, Sender("telegram", user, ""), user, self.clock())

    async def waiting(self) -> int:
        async with self.database.reading() as session:
            return len(await outbox.ready(session, ["telegram"], self.clock.now.replace(year=2100), 100))
