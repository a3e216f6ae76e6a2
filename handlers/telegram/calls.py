"""Calls to Telegram that must succeed in the end: passing faults are waited out, a refused token is told."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

import structlog
from telegram import Bot
from telegram.error import BadRequest, EndPointNotFound, InvalidToken, RetryAfter, TelegramError

from handlers.start_failed import StartFailed
from itgov_bot.backoff import Backoff

log = structlog.get_logger(__name__)

T = TypeVar("T")

BACKOFF = Backoff(first_seconds=1, max_seconds=30)
REFUSED_TOKEN = (
    "Telegram no acepta la clave del bot (TELEGRAM_BOT_TOKEN): si la cambió o la anuló, pida otra a @BotFather, "
    "escríbala en .env y vuelva a iniciar; lo que estaba por salir saldrá entonces. Con otro servidor, revise "
    "TELEGRAM_API_BASE_URL."
)


async def until_it_works(
    bot: Bot,
    call: Callable[[], Awaitable[T]],
    doing: str,
    *,
    backoff: Backoff = BACKOFF,
    refusal_is_final: bool = False,
) -> T:
    """Repeats `call` until it succeeds, waiting by the `backoff` or as long as Telegram asks.

    Raises StartFailed for a refused token and, where the `refusal_is_final`, for a bad request.
    """
    attempts = 0
    while True:
        attempts += 1
        try:
            return await call()
        except TelegramError as error:
            final = _final(error, bot, doing, refusal_is_final)
            wait = max(_asked(error), 0.0) or backoff.seconds(attempts)
            if final is None:
                log.warning("telegram.call_failed", doing=doing, error=_told(error, bot), wait=wait)
        if final is not None:  # raised here, because the original error holds the token
            raise final
        await asyncio.sleep(wait)


async def connect(bot: Bot, backoff: Backoff = BACKOFF) -> None:
    """Learns the bot's own name, without which its commands in groups can't be told from others'."""
    await until_it_works(bot, bot.initialize, "getMe", backoff=backoff)


def _final(error: TelegramError, bot: Bot, doing: str, refusal_is_final: bool) -> StartFailed | None:
    if isinstance(error, (InvalidToken, EndPointNotFound)):
        return StartFailed(REFUSED_TOKEN)
    if refusal_is_final and isinstance(error, BadRequest):
        return StartFailed(f"Telegram rechazó {doing}: {_told(error, bot)}")
    return None


def _asked(error: TelegramError) -> float:
    if not isinstance(error, RetryAfter):
        return 0.0
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _told(error: TelegramError, bot: Bot) -> str:
    text = f"{type(error).__name__}: {error.message}"
    return text.replace(bot.token, "***").replace(bot.token.partition(":")[2] or bot.token, "***")
