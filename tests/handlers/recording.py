"""A `receive` that remembers what it was given, and can be held up or made to fail; and an inbox before it."""

import asyncio
from collections.abc import Callable

from itgov_bot.clock import real_clock
from itgov_bot.inbox import Inbox
from itgov_bot.messages import Address, DeskAway, Event, Incoming, MemberLeft, MembershipChange
from itgov_bot.storage import inbox as kept
from itgov_bot.storage.database import Database
from tests.waits import QUICK

PATIENCE_SECONDS = 20.0


class Recorder:
    """`hold` texts are not finished until `release`; `fail` texts raise; `away`: so does every one, for the database."""

    def __init__(self) -> None:
        self.started: list[Event] = []
        self.finished: list[str] = []
        self.hold: set[str] = set()
        self.fail: set[str] = set()
        self.away = False
        self.slowed: list[str] = []
        self.ended: list[str] = []
        self._database: Database | None = None
        self._news = asyncio.Condition()

    async def slow_down(self, event: Event) -> None:
        self.slowed.append(told(event))

    def inbox(self, database: Database) -> Inbox:
        """Each turn ends its update, as a unit of work does."""
        self._database = database
        return Inbox(
            database, real_clock, self, self.slow_down, self.end_press, backoff=QUICK, patience_seconds=0.05
        )

    async def end_press(self, press: Address) -> None:
        self.ended.append(press.chat)
        await self._announce()

    async def __call__(self, event: Event) -> None:
        self.started.append(event)
        await self._announce()
        text = told(event)
        async with self._news:
            await self._news.wait_for(lambda: text not in self.hold)
        if self.away:
            raise DeskAway
        if text in self.fail:
            raise RuntimeError("receive failed")
        if self._database:
            async with self._database.transaction() as session:
                await kept.finish(session, event.key, self._database.worker)
        self.finished.append(text)
        await self._announce()

    @property
    def texts(self) -> list[str]:
        return [told(event) for event in self.started]

    async def release(self, text: str) -> None:
        self.hold.discard(text)
        await self._announce()

    async def until_started(self, *texts: str) -> None:
        await self._until(lambda: self.texts == list(texts), self.texts)

    async def until_finished(self, *texts: str) -> None:
        await self._until(lambda: self.finished == list(texts), self.finished)

    async def until_ended(self, *presses: str) -> None:
        await self._until(lambda: self.ended == list(presses), self.ended)

    async def _until(self, holds: Callable[[], bool], seen: list[str]) -> None:
        try:
            async with asyncio.timeout(PATIENCE_SECONDS), self._news:
                await self._news.wait_for(holds)
        except TimeoutError:
            raise AssertionError(f"never came so far; seen: {seen}") from None

    async def _announce(self) -> None:
        async with self._news:
            self._news.notify_all()


def told(event: Event) -> str:
    if isinstance(event, Incoming):
        return event.pressed or event.text
    if isinstance(event, MemberLeft):
        return f"left={event.sender.user}"
    return f"reachable={event.reachable}" if isinstance(event, MembershipChange) else str(event)


async def becomes(holds: Callable[[], bool], patience_seconds: float = PATIENCE_SECONDS) -> None:
    """What happens on the emulator's side announces itself to nobody, so this looks again and again."""
    async with asyncio.timeout(patience_seconds):
        while not holds():  # noqa: ASYNC110
            await asyncio.sleep(0.01)
