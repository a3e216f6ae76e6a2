"""Long polling, at least once: what came is kept in the inbox, and Telegram may forget it with the next poll."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import structlog

from handlers.telegram.calls import BACKOFF, connect, until_it_works
from handlers.telegram.receiver import ALLOWED_UPDATES, Inbox, RawUpdate, UpdateReceiver
from itgov_bot.backoff import Backoff
from itgov_bot.channels.telegram import TelegramBot

log = structlog.get_logger(__name__)

LONG_POLL_SECONDS = 30
"""How long Telegram holds a request back while there is nothing to tell."""


Asking = Callable[[], Awaitable[None]]


async def by_itself(asking: Asking) -> None:
    await asking()


async def poll(
    bot: TelegramBot,
    inbox: Inbox,
    *,
    as_one: Callable[[Asking], Awaitable[None]] = by_itself,
    backoff: Backoff = BACKOFF,
) -> None:
    """Runs until cancelled. Raises StartFailed. Of several programs with one inbox all take turns from it, and `as_one` lets
    one of them ask: Telegram answers no two."""
    await connect(bot, backoff)
    receiver = UpdateReceiver(bot, inbox)
    await as_one(lambda: _ask(bot, inbox, receiver, backoff))


async def _ask(bot: TelegramBot, inbox: Inbox, receiver: UpdateReceiver, backoff: Backoff) -> None:
    await until_it_works(
        bot, lambda: bot.delete_webhook(drop_pending_updates=False), "deleteWebhook", backoff=backoff
    )
    log.info("telegram.polling", bot=bot.username)
    offset: int | None = None
    while True:
        await inbox.has_room()
        updates = await _updates(bot, offset, backoff)
        if updates:
            await _keep(receiver, updates, backoff)
            offset = updates[-1]["update_id"] + 1


async def _updates(bot: TelegramBot, offset: int | None, backoff: Backoff) -> Sequence[RawUpdate]:
    def asking() -> Awaitable[Sequence[RawUpdate]]:
        return bot.raw_updates(offset, LONG_POLL_SECONDS, ALLOWED_UPDATES)

    return await until_it_works(bot, asking, "getUpdates", backoff=backoff)


async def _keep(receiver: UpdateReceiver, updates: Sequence[RawUpdate], backoff: Backoff) -> None:
    """While the database is away Telegram keeps them."""
    attempts = 0
    while True:
        try:
            await receiver.keep(updates)
            return
        except Exception as failure:
            attempts += 1
            wait = backoff.seconds(attempts)
            log.warning("telegram.updates_wait", error=type(failure).__name__, wait=wait)
        await asyncio.sleep(wait)
