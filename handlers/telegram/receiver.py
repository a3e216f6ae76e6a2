"""What happens with one update, however it came in: its press is acknowledged, its event handed over."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from telegram import Bot, CallbackQuery, Update
from telegram.error import TelegramError

from handlers.telegram.translate import to_event
from itgov_bot.messages import Event

log = structlog.get_logger(__name__)

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
CLOSING_GRACE_SECONDS = 1.0
"""Acknowledgements under way may end; those that do not make it are missed by nobody."""

Receive = Callable[[Event], Awaitable[None]]


class UpdateReceiver:
    """Takes updates over from polling or from the webhook. The bot must know its own name (`connect`)."""

    def __init__(self, bot: Bot, receive: Receive, *, grace_seconds: float = CLOSING_GRACE_SECONDS) -> None:
        self._bot, self._receive, self._grace_seconds = bot, receive, grace_seconds
        self._answers: set[asyncio.Task[None]] = set()

    async def take(self, update: Update) -> None:
        """Raises what `receive` raises. `receive` is called before anything is awaited, so order is kept."""
        if update.callback_query:
            self._acknowledge(update.callback_query)
        event = self._translated(update)
        if event is not None:
            await self._receive(event)

    async def close(self) -> None:
        """Acknowledgements under way get a moment; those that do not make it are missed by nobody."""
        if self._answers:
            _, late = await asyncio.wait(self._answers, timeout=self._grace_seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _translated(self, update: Update) -> Event | None:
        """An update that can't be translated would come again for ever: it is logged and left out."""
        try:
            return to_event(update, self._bot.username)
        except Exception:
            log.exception("telegram.update_not_understood", update_id=update.update_id)
            return None

    def _acknowledge(self, query: CallbackQuery) -> None:
        """Until this is done the button shows a clock; the turn itself need not wait for it."""
        task = asyncio.create_task(self._answer(query.id))
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def _answer(self, query_id: str) -> None:
        try:
            await self._bot.answer_callback_query(query_id)
        except TelegramError as error:  # too old, or Telegram is slow: the turn's own answer is what counts
            log.debug("telegram.press_not_acknowledged", error=type(error).__name__)
