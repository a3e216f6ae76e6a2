"""Long polling, at least once: Telegram may forget an update only after its turn has been committed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import structlog
from telegram import Bot, Update
from telegram.error import TelegramError

from handlers.telegram.calls import BACKOFF, connect, until_it_works
from handlers.telegram.in_flight import InFlight
from handlers.telegram.receiver import ALLOWED_UPDATES, Receive, UpdateReceiver
from handlers.telegram.retry import UpdateRetry
from itgov_bot.backoff import Backoff

log = structlog.get_logger(__name__)

LONG_POLL_SECONDS = 30
"""How long Telegram holds a request back while there is nothing to tell."""
PAUSE_SECONDS = 0.2
"""How long turns under way may take before new updates are asked for beside them."""
RUSH_PAUSE_SECONDS = 0.1
"""While others still run each poll brings all of them again, to be read for nothing: so not too often."""
CLOSING_GRACE_SECONDS = 5.0
"""Turns under way may end; the others are cancelled and come again from Telegram."""


async def poll(
    bot: Bot,
    receive: Receive,
    *,
    grace_seconds: float = CLOSING_GRACE_SECONDS,
    backoff: Backoff = BACKOFF,
) -> None:
    """Runs until cancelled. Raises StartFailed."""
    await connect(bot, backoff)
    await until_it_works(
        bot, lambda: bot.delete_webhook(drop_pending_updates=False), "deleteWebhook", backoff=backoff
    )
    log.info("telegram.polling", bot=bot.username)
    receiver, turns = UpdateReceiver(bot, receive), InFlight()
    retry = UpdateRetry(receiver.take, backoff)
    try:
        while True:
            await _round(bot, retry, turns, backoff)
    finally:
        await turns.close(grace_seconds)
        await receiver.close()


async def _round(bot: Bot, retry: UpdateRetry, turns: InFlight, backoff: Backoff) -> None:
    """While turns run, Telegram answers at once with theirs, so this waits a little instead of spinning."""
    await turns.any_finished(PAUSE_SECONDS)
    if turns:
        await asyncio.sleep(RUSH_PAUSE_SECONDS)
    offset, wait = turns.offset, 0 if turns else LONG_POLL_SECONDS
    updates = await until_it_works(bot, lambda: _updates(bot, offset, wait), "getUpdates", backoff=backoff)
    turns.confirmed_before(offset)
    for update in turns.unknown(updates):
        turns.start(update.update_id, retry.until_done(update))


async def _updates(bot: Bot, offset: int | None, wait: int) -> Sequence[Update]:
    try:
        return await bot.get_updates(offset=offset, timeout=wait, allowed_updates=ALLOWED_UPDATES)
    except TelegramError:
        raise
    except Exception as error:
        log.error("telegram.updates_not_understood", error=type(error).__name__)
        return await _readable_updates(bot, offset)


async def _readable_updates(bot: Bot, offset: int | None) -> list[Update]:
    """One update that the library can't read must not stop all: it becomes an empty one, and is confirmed."""
    query = "" if offset is None else f"?offset={offset}"
    raw = await bot.request.post(f"{bot.base_url}/getUpdates{query}")
    return [_read(bot, item) for item in raw if isinstance(item, dict)] if isinstance(raw, list) else []


def _read(bot: Bot, item: dict[str, object]) -> Update:
    try:
        return Update.de_json(item, bot)
    except Exception:
        log.error("telegram.update_skipped", update_id=item.get("update_id"))
        return Update(int(str(item["update_id"])))
