"""What happens with updates, however they came in: they are kept, and read for their turns, which answer their presses."""

import json
from collections.abc import Callable, Sequence
from typing import Any, Protocol

import structlog
from telegram import Bot, Update

from handlers.telegram.translate import CHANNEL, to_event
from itgov_bot.messages import Arrival, Event, press_address

log = structlog.get_logger(__name__)

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
RawUpdate = dict[str, Any]
"""An update as Telegram's JSON has it."""
_OF_CHAT = {"left_chat_member", "migrate_to_chat_id", "sender_chat"}
"""In a message: it tells what becomes of its chat, or is said in the name of one."""


class Inbox(Protocol):
    """Where updates are kept and their turns taken from: `itgov_bot.inbox` says more."""

    def open(self, read: Callable[[str], Event | None]) -> None: ...
    async def keep(self, arrivals: Sequence[Arrival]) -> list[Arrival]: ...
    async def has_room(self) -> None: ...


class UpdateReceiver:
    """Keeps updates of polling or of the webhook. The bot must know its own name (`connect`)."""

    def __init__(self, bot: Bot, inbox: Inbox) -> None:
        self._bot, self._inbox = bot, inbox
        inbox.open(self.read)

    async def keep(self, updates: Sequence[RawUpdate]) -> None:
        """Raises what `Inbox.keep` raises. What is no press although it says so would come again for ever: it is logged
        and left out."""
        await self._inbox.keep([_arrival(one) for one in updates if _is_whole(one)])

    def read(self, body: str) -> Event | None:
        """An update that can't be read or translated would come again for ever: it is logged and left out."""
        update = json.loads(body)
        try:
            return to_event(Update.de_json(update, self._bot), self._bot.username)
        except Exception:
            log.exception("telegram.update_skipped", update_id=update["update_id"])
            return None


def _is_whole(update: RawUpdate) -> bool:
    press = update.get("callback_query", {"id": ""})
    if isinstance(press, dict) and isinstance(press.get("id"), str):
        return True
    log.error("telegram.update_skipped", update_id=update["update_id"], press=type(press).__name__)
    return False


def _arrival(update: RawUpdate) -> Arrival:
    key, line = f"{CHANNEL}:{update['update_id']}", f"{CHANNEL}:{_who(update)}"
    press = press_address(CHANNEL, update["callback_query"]["id"]) if "callback_query" in update else None
    album = update.get("message", {}).get("media_group_id")
    return Arrival(key, line, json.dumps(update), press, album)


def _who(update: RawUpdate) -> object:
    """Whose line it stands in: the person's, or the chat's where something happens to it or speaks; of nobody, its own."""
    for kind in ALLOWED_UPDATES:
        content = update.get(kind)
        if isinstance(content, dict):
            is_of_chat = kind == "my_chat_member" or not _OF_CHAT.isdisjoint(content)
            someone = (not is_of_chat and content.get("from")) or content.get("chat")
            if isinstance(someone, dict) and "id" in someone:
                return someone["id"]
    return f"update {update['update_id']}"
