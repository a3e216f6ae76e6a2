"""Telegram comes in: `poll` or `serve` fetch updates, `to_event` translates them, `receive` takes over."""

from handlers.start_failed import StartFailed
from handlers.telegram.calls import connect
from handlers.telegram.polling import poll
from handlers.telegram.translate import to_event
from handlers.telegram.webhook import serve

__all__ = ["StartFailed", "connect", "poll", "serve", "to_event"]
