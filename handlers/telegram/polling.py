"""Long polling, at least once: Telegram may forget an update only after its turn has been committed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import structlog
from telegram import Bot, Update
from telegram.error import TelegramError

from handlers.telegram.again import Again
from handlers.telegram.in_flight import InFlight
from handlers.telegram.intake import ALLOWED_UPDATES, Intake, Receive
from handlers.telegram.trying import connect, patiently

log = structlog.get_logger(__name__)

LONG_POLL = 30
PAUSE = 0.2
BREATH = 0.1
GRACE = 5.0


async def poll(bot: Bot, receive: Receive, *, grace: float = GRACE) -> None:
    """Runs until cancelled; turns under way then get `grace` seconds. Raises StartFailed."""
    await connect(bot)
    await patiently(bot, lambda: bot.delete_webhook(drop_pending_updates=False), "deleteWebhook")
    log.info("telegram.polling", bot=bot.username)
    intake, turns = Intake(bot, receive), InFlight()
    again = Again(intake.take)
    try:
        while True:
            await _round(bot, again, turns)
    finally:
        await turns.close(grace)
        await intake.close()


async def _round(bot: Bot, again: Again, turns: InFlight) -> None:
    """While turns run, Telegram answers at once with theirs, so this waits a little instead of spinning."""
    await turns.any_finished(PAUSE)
    if turns:  # others still run, and each poll brings all of them again, to be read for nothing
        await asyncio.sleep(BREATH)
    offset, wait = turns.offset, 0 if turns else LONG_POLL
    updates = await patiently(bot, lambda: _updates(bot, offset, wait), "getUpdates")
    turns.confirmed_before(offset)
    for update in turns.unknown(updates):
        turns.start(update.update_id, again.until_done(update))


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
