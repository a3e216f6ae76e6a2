"""Telegram's errors in the words of the contract: never, later, or moved; without the token."""

from collections.abc import Awaitable
from datetime import timedelta
from typing import TypeVar

from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from itgov_bot.replies import ChatMoved, DeliveryFailure, NeverDelivered, TopicGone, TryLater

T = TypeVar("T")

NO_SUCH_TOPIC = ("thread not found", "topic_deleted", "topic_id_invalid")
_NOBODY_THERE = ("chat not found", "user not found", "peer_id_invalid", "group chat was deactivated")


async def guarded(call: Awaitable[T], token: str) -> T:
    """Awaits a call to Telegram. The original error is left behind: its text may hold the token."""
    try:
        return await call
    except TelegramError as error:
        failure = failure_of(error, token)
    raise failure


def failure_of(error: TelegramError, token: str) -> DeliveryFailure:
    reason = redacted(f"{type(error).__name__}: {error.message}", token)
    if isinstance(error, RetryAfter):
        return TryLater(reason, wait=seconds(error.retry_after))
    if isinstance(error, ChatMigrated):
        return ChatMoved(str(error.new_chat_id))
    if isinstance(error, Forbidden):
        return NeverDelivered(reason, unreachable=True)
    if isinstance(error, BadRequest) and says(error, *NO_SUCH_TOPIC):
        return TopicGone(reason)
    if isinstance(error, BadRequest):
        return NeverDelivered(reason, unreachable=says(error, *_NOBODY_THERE))
    if isinstance(error, NetworkError) and says(error, "request entity too large"):
        return NeverDelivered(reason)
    return TryLater(reason)


def says(error: TelegramError, *phrases: str) -> bool:
    """Telegram tells its refusals apart by their words only."""
    told = error.message.lower()
    return any(phrase in told for phrase in phrases)


def redacted(text: str, token: str) -> str:
    secret = token.partition(":")[2]
    for part in (token, secret):
        text = text.replace(part, "***") if part else text
    return text


def seconds(wait: int | float | timedelta) -> float:
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
