"""What happens with updates, however they came in: they are kept, their presses acknowledged, and read for their turns."""

import asyncio
import json
from collections.abc import Callable, Sequence
from typing import Any, Protocol

import structlog
from telegram import Bot, Update
from telegram.error import TelegramError

from handlers.telegram.translate import CHANNEL, to_event
from itgov_bot.messages import Arrival, Event

log = structlog.get_logger(__name__)

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
CLOSING_GRACE_SECONDS = 1.0
"""Acknowledgements under way may end; those that do not make it are missed by nobody."""

RawUpdate = dict[str, Any]
"""An update as Telegram's JSON has it."""


class Inbox(Protocol):
    """Where updates are kept and their turns taken from: `itgov_bot.inbox` says more."""

    def open(self, read: Callable[[str], Event | None]) -> None: ...
    async def keep(self, arrivals: Sequence[Arrival]) -> list[Arrival]: ...
    async def has_room(self) -> None: ...


class UpdateReceiver:
    """Keeps updates of polling or of the webhook. The bot must know its own name (`connect`)."""

    def __init__(self, bot: Bot, inbox: Inbox, *, grace_seconds: float = CLOSING_GRACE_SECONDS) -> None:
        self._bot, self._inbox, self._grace_seconds = bot, inbox, grace_seconds
        self._answers: set[asyncio.Task[None]] = set()
        inbox.open(self.read)

    async def keep(self, updates: Sequence[RawUpdate]) -> None:
        """Raises what `Inbox.keep` raises. A press is acknowledged once, when it came first.

        What is no press although it says so would come again for ever: it is logged and left out.
        """
        whole = [one for one in updates if _is_whole(one)]
        presses = {_key(one): one["callback_query"]["id"] for one in whole if "callback_query" in one}
        for arrival in await self._inbox.keep([_arrival(one) for one in whole]):
            if arrival.key in presses:
                self._acknowledge(presses[arrival.key])

    def read(self, body: str) -> Event | None:
        """An update that can't be read or translated would come again for ever: it is logged and left out."""
        update = json.loads(body)
        try:
            return to_event(Update.de_json(update, self._bot), self._bot.username)
        except Exception:
            log.exception("telegram.update_skipped", update_id=update["update_id"])
            return None

    async def close(self) -> None:
        """Acknowledgements under way get a moment; those that do not make it are missed by nobody."""
        if self._answers:
            _, late = await asyncio.wait(self._answers, timeout=self._grace_seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _acknowledge(self, query: str) -> None:
        """Until this is done the button shows a clock; the turn itself need not wait for it."""
        task = asyncio.create_task(self._answer(query))
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def _answer(self, query: str) -> None:
        try:
            await self._bot.answer_callback_query(query)
        except TelegramError as error:  # too old, or Telegram is slow: the turn's own answer is what counts
            log.debug("telegram.press_not_acknowledged", error=type(error).__name__)


def _is_whole(update: RawUpdate) -> bool:
    press = update.get("callback_query", {"id": ""})
    if isinstance(press, dict) and isinstance(press.get("id"), str):
        return True
    log.error("telegram.update_skipped", update_id=update["update_id"], press=type(press).__name__)
    return False


def _arrival(update: RawUpdate) -> Arrival:
    return Arrival(_key(update), f"{CHANNEL}:{_who(update)}", json.dumps(update))


def _key(update: RawUpdate) -> str:
    return f"{CHANNEL}:{update['update_id']}"


def _who(update: RawUpdate) -> object:
    """Whose line it stands in: the person's, or the chat's where something happens to it; of nobody, its own."""
    for kind in ALLOWED_UPDATES:
        content = update.get(kind)
        if isinstance(content, dict):
            someone = (kind != "my_chat_member" and content.get("from")) or content.get("chat")
            if isinstance(someone, dict) and "id" in someone:
                return someone["id"]
    return f"update {update['update_id']}"
