"""The delivery: the only caller of `send`. Claims, sends, marks; keeps the order of each chat; urgent first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from itgov_bot.messages import (
    Address,
    Channel,
    ChatMoved,
    Delivered,
    NeverDelivered,
    Outgoing,
    Reply,
    TryLater,
)
from itgov_bot.outbox.retry import next_wait
from itgov_bot.storage import duty, outbox, people
from itgov_bot.storage.database import Database, Session
from itgov_bot.storage.outbox import Waiting
from itgov_bot.wording.chart import draw

log = structlog.get_logger(__name__)

BATCH = 200
AT_ONCE = 16
CLAIM_HOLDS = timedelta(minutes=5)
"""Longer than any send can take: a claim older than this belongs to a worker that died."""


class Delivery:
    """Hands what waits in the outbox to the channels. Several processes may run one each."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        clock: Callable[[], datetime],
        drawings: Path,
        files: Path,
    ) -> None:
        self._database = database
        self._channels = channels
        self._clock = clock
        self._drawings = drawings
        self._files = files
        self._slots = asyncio.Semaphore(AT_ONCE)

    async def run_round(self) -> int:
        """Sends everything that can leave now; returns how many items left or were given up."""
        done = 0
        while items := await self._next_items():
            results = await asyncio.gather(*(self._deliver_in_order(group) for group in items))
            done += sum(results)
            if not any(results):
                break
        return done

    async def release_stale_claims(self) -> None:
        async with self._database.transaction() as session:
            await outbox.release_stale(session, self._clock() - CLAIM_HOLDS)

    async def _next_items(self) -> list[list[Waiting]]:
        """The waiting items by chat. A chat whose first item is not due yet waits as a whole: order is kept."""
        async with self._database.reading() as session:
            waiting = await outbox.waiting(session, list(self._channels), BATCH)
        by_chat: dict[tuple[str, str], list[Waiting]] = {}
        for item in waiting:
            by_chat.setdefault((item.address.channel, item.address.chat), []).append(item)
        return [items for items in by_chat.values() if items[0].due_at <= self._clock()]

    async def _deliver_in_order(self, items: list[Waiting]) -> int:
        done = 0
        async with self._slots:
            for item in items:
                if not await self._deliver(item):
                    break
                done += 1
        return done

    async def _deliver(self, item: Waiting) -> bool:
        """True when the item is out of the way (sent, or given up for good)."""
        async with self._database.transaction() as session:
            if not await outbox.claim(session, item.id, self._clock()):
                return False
        try:
            await self._send(item)
        except TryLater as failure:
            return await self._put_off(item, failure)
        except ChatMoved as moved:
            await self._follow(item, moved.new_chat)
            return False
        except NeverDelivered as failure:
            await self._give_up(item, failure)
        except Exception as failure:  # a fault of ours must not stop the chat's other messages
            log.exception("delivery failed", item=item.id)
            await self._give_up(item, NeverDelivered(type(failure).__name__))
        return True

    async def _send(self, item: Waiting) -> None:
        channel = self._channels[item.address.channel]
        if item.kind == "menu":
            await channel.show_menu(item.address, outbox.read_menu(item.body))
            await self._mark(item, None, None)
            return
        reply = await self._with_file(Reply.from_json(item.body))
        editing = await self._message_to_edit(item, reply)
        if editing == "unchanged":
            await self._mark(item, None, None)
            return
        delivered = await channel.send(item.address, reply, editing=editing)
        await self._mark(item, delivered, reply)

    async def _with_file(self, reply: Reply) -> Reply:
        """A chart is drawn here, when it leaves: drawing takes too long to happen inside a turn."""
        if reply.chart is None:
            return reply.with_attachment_in(self._files)
        path = await asyncio.to_thread(draw, reply.chart, self._drawings)
        return reply.with_attachment(Outgoing(str(path), reply.chart.file_name, "picture"))

    async def _message_to_edit(self, item: Waiting, reply: Reply) -> str | None:
        """The message that shows this card already; "unchanged" when it shows just this."""
        if item.card is None:
            return None
        async with self._database.reading() as session:
            found = await outbox.message_of_card(session, item.address, item.card)
        if found is None:
            return None
        ref, fingerprint = found
        return "unchanged" if fingerprint == reply.fingerprint() else ref

    async def _mark(self, item: Waiting, delivered: Delivered | None, reply: Reply | None) -> None:
        now = self._clock()
        async with self._database.transaction() as session:
            await outbox.mark_sent(session, item.id, now)
            if delivered is None or reply is None:
                return
            for ref in delivered.refs or ([delivered.ref] if delivered.ref else []):
                await outbox.remember_message(
                    session,
                    item.address,
                    ref,
                    now,
                    ticket=item.ticket,
                    card=item.card if ref == delivered.ref else None,
                    fingerprint=reply.fingerprint(),
                )

    async def _put_off(self, item: Waiting, failure: TryLater) -> bool:
        wait = next_wait(item.attempts + 1, failure.wait)
        if wait is None:
            await self._give_up(item, NeverDelivered(str(failure)))
            return True
        async with self._database.transaction() as session:
            await outbox.put_off(session, item.id, self._clock() + wait, str(failure))
        log.warning("delivery put off", item=item.id, seconds=wait.total_seconds(), reason=str(failure))
        return False

    async def _give_up(self, item: Waiting, failure: NeverDelivered) -> None:
        log.warning("delivery given up", item=item.id, reason=str(failure), unreachable=failure.unreachable)
        async with self._database.transaction() as session:
            await outbox.mark_failed(session, item.id, str(failure), self._clock())
            if failure.unreachable:
                await self._chat_is_gone(session, item.address, str(failure))

    async def _chat_is_gone(self, session: Session, address: Address, reason: str) -> None:
        await people.set_reachable(session, address.channel, address.chat, False)
        await outbox.fail_all_to(session, address.channel, address.chat, reason, self._clock())

    async def _follow(self, item: Waiting, new_chat: str) -> None:
        async with self._database.transaction() as session:
            await outbox.move_chat(session, item.address.channel, item.address.chat, new_chat)
            await duty.move_desk_chat(session, item.address.channel, item.address.chat, new_chat)
