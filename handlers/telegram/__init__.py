"""Telegram comes in: `poll` or, of `webhook`, `serve` fetch updates, `to_event` translates them, `receive` takes over."""

from handlers.start_failed import StartFailed
from handlers.telegram.calls import connect
from handlers.telegram.polling import poll
from handlers.telegram.translate import to_event

__all__ = ["StartFailed", "connect", "poll", "to_event"]
