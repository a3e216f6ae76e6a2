"""Long polling, at least once: Telegram may forget an update only after its turn has been committed."""

import asyncio

import structlog
from telegram import Update

from handlers.telegram.calls import BACKOFF, connect, until_it_works
from handlers.telegram.in_flight import InFlight
from handlers.telegram.receiver import ALLOWED_UPDATES, Receive, UpdateReceiver
from handlers.telegram.retry import UpdateRetry
from itgov_bot.backoff import Backoff
from itgov_bot.channels.telegram import TelegramBot

log = structlog.get_logger(__name__)

LONG_POLL_SECONDS = 30
"""How long Telegram holds a request back while there is nothing to tell."""
PAUSE_SECONDS = 0.2
"""How long turns under way may take before new updates are asked for beside them."""
RUSH_PAUSE_SECONDS = 0.1
"""While others still run each poll brings all of them again, for nothing: so not too often."""
CLOSING_GRACE_SECONDS = 5.0
"""Turns under way may end; the others are cancelled and come again from Telegram."""


async def poll(
    bot: TelegramBot,
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


async def _round(bot: TelegramBot, retry: UpdateRetry, turns: InFlight, backoff: Backoff) -> None:
    """While turns run, Telegram answers at once with theirs, so this waits a little instead of spinning."""
    await turns.any_finished(PAUSE_SECONDS)
    if turns:
        await asyncio.sleep(RUSH_PAUSE_SECONDS)
    offset, wait = turns.offset, 0 if turns else LONG_POLL_SECONDS
    updates = await until_it_works(bot, lambda: _updates(bot, offset, wait), "getUpdates", backoff=backoff)
    turns.confirmed_before(offset)
    for update_id in turns.unknown(updates):
        turns.start(update_id, retry.until_done(_read(bot, update_id, updates[update_id])))


async def _updates(bot: TelegramBot, offset: int | None, wait: int) -> dict[int, dict[str, object]]:
    """By their ids, unread, since most of a rush are known: reading them again took longer than their turns."""
    raw = await bot.raw_updates(offset, wait, ALLOWED_UPDATES)
    return {item["update_id"]: item for item in raw}


def _read(bot: TelegramBot, update_id: int, item: dict[str, object]) -> Update:
    """One update that the library can't read must not stop all: it becomes an empty one, and is confirmed."""
    try:
        return Update.de_json(item, bot)
    except Exception:
        log.error("telegram.update_skipped", update_id=update_id)
        return Update(update_id)
