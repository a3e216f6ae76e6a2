"""What becomes of an item that was sent, or could not be: it is marked, put off, moved with its chat or given up."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime

import structlog

from itgov_bot.outbox import undeliverable
from itgov_bot.outbox.held import Held, lane_of
from itgov_bot.outbox.marks import Marks
from itgov_bot.outbox.retry import next_wait
from itgov_bot.outbox.senders import Shown
from itgov_bot.replies import ChatMoved, NeverDelivered, TryLater
from itgov_bot.storage.database import Database, Session
from itgov_bot.storage.sending import outbox
from itgov_bot.storage.sending.outbox import Waiting
from itgov_bot.storage.sending.outbox_items import AnyItem, WebhookItem

log = structlog.get_logger(__name__)

FAULTS_FORGIVEN = 3
"""Attempts at an item that meets a fault of ours, which may have been a connection that broke off."""


class NotOurs(Exception):
    """Gone, or claimed by another: this process was thought dead."""


class Outcomes:
    """Keeps what became of the items of a delivery, which `held` holds in its hands."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        held: Held,
        urgent_refused: Callable[[], None],
    ) -> None:
        self._database, self._clock = database, clock
        self._held, self._urgent_refused = held, urgent_refused
        self._marks = Marks(database, clock)

    async def close(self) -> None:
        """What was sent is marked before it ends."""
        await self._marks.close()

    async def keep(self, waiting: Waiting[AnyItem], outcome: Shown | Exception | None) -> bool:
        """Marks an item sent, with what the chat shows now; puts it off; moves it with its chat; or gives it up, with
        what follows from that. Who has lost the claim meanwhile changes nothing. True when it is out of the way."""
        match outcome:
            case TryLater():
                return await self._put_off(waiting, outcome)
            case ChatMoved():
                return await self._move(waiting, outcome.new_chat)
            case NeverDelivered():
                return await self._give_up(waiting, outcome)
            case NotOurs():
                return True
            case Exception():  # a fault of ours must not stop the chat's other messages for long
                log.error("delivery failed", item=waiting.id, exc_info=outcome)
                if waiting.attempts < FAULTS_FORGIVEN:
                    return await self._put_off(waiting, TryLater(type(outcome).__name__))
                return await self._give_up(waiting, NeverDelivered(type(outcome).__name__))
            case _:
                await self._marks.sent(waiting, outcome)
                return True

    async def _put_off(self, waiting: Waiting[AnyItem], failure: TryLater) -> bool:
        # For a program it is tried until it expires: a weekend without its receiver loses nothing.
        endless = isinstance(waiting.item, WebhookItem)
        wait = next_wait(waiting.attempts + 1, failure.wait, endless=endless)
        if wait is None or (waiting.expires_at and self._clock() + wait >= waiting.expires_at):
            return await self._give_up(waiting, NeverDelivered(str(failure)))
        async with self._without_hands(waiting) as session:
            await outbox.put_off(session, waiting.id, waiting.claim, self._clock() + wait, str(failure))
        if waiting.urgent and not waiting.attempts:  # what is refused again was told of before
            self._urgent_refused()
        log.warning("delivery put off", item=waiting.id, seconds=wait.total_seconds(), reason=str(failure))
        return False

    async def _give_up(self, waiting: Waiting[AnyItem], failure: NeverDelivered) -> bool:
        reason, now = str(failure), self._clock()
        log.warning("delivery given up", item=waiting.id, reason=reason, unreachable=failure.unreachable)
        async with self._without_hands(waiting) as session:
            if failure.unreachable:
                await undeliverable.chat_gone(session, waiting.address, reason, now)
            if await outbox.mark_failed(session, waiting.id, waiting.claim, reason, now):
                await undeliverable.given_up(session, waiting, now)
        if waiting.urgent:
            self._urgent_refused()
        return True

    async def _move(self, waiting: Waiting[AnyItem], new_chat: str) -> bool:
        async with self._without_hands(waiting) as session:
            await outbox.give_back(session, waiting.id, waiting.claim)
            await undeliverable.chat_moved(session, waiting.address.channel, waiting.address.chat, new_chat)
        return False

    @asynccontextmanager
    async def _without_hands(self, waiting: Waiting[AnyItem]) -> AsyncIterator[Session]:
        """A transaction about what could not be sent; all else that is held for its chat waits behind it again."""
        held = self._held.let_go(lane_of(waiting))
        try:
            async with self._database.transaction() as session:
                if held:
                    ids = [one.id for one in held]
                    await outbox.give_back_untried(session, ids, self._database.worker)
                yield session
        except Exception:
            self._held.put_back(held)
            raise
