"""Makes the bot that the channel sends with and the handlers receive with."""

import logging
import os
import sys
from collections.abc import Sequence
from functools import cache
from typing import Any

import httpx
from telegram import Bot, ForceReply, InlineKeyboardMarkup, LinkPreviewOptions
from telegram._utils.defaultvalue import DefaultValue
from telegram.constants import ParseMode

from itgov_bot.channels.telegram.request import StraightRequest
from itgov_bot.settings import TELEGRAM_API

# Without it the library warns about itself each time Telegram asks it to slow down.
os.environ.setdefault("PTB_TIMEDELTA", "true")

# httpcore looks for it at every request, and an import in vain takes a twentieth of a turn.
sys.modules.setdefault("sniffio", None)  # type: ignore[arg-type]

SEND_READ_SECONDS, POLL_READ_SECONDS = 20.0, 10.0
"""How long an answer may take; to a poll, beyond the time that Telegram was asked to hold it back."""

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
UNLESS_TOLD: dict[str, object] = {"parse_mode": ParseMode.HTML, "link_preview_options": NO_PREVIEW}
"""What a call means that says nothing of it."""


class TelegramBot(Bot):
    """The library's bot with defaults. Its `Application` is not used (docs/decisions/why-not-ptb-application.md), nor the
    bot that belongs to it: they bring a web server, persistence and queues of their own."""

    def _insert_defaults(self, data: dict[str, object]) -> None:
        """The library has it put here, in place, what stands for what a call left open."""
        for name, meant in UNLESS_TOLD.items():
            if isinstance(data.get(name), DefaultValue):
                data[name] = meant
        super()._insert_defaults(data)

    async def raw_updates(self, offset: int | None, hold_seconds: int, kinds: Sequence[str]) -> Any:
        """What getUpdates answers, unread: the library's own method reads also those that have come before."""
        asked = {"offset": offset, "timeout": hold_seconds, "allowed_updates": kinds}
        return await self._post("getUpdates", asked, read_timeout=POLL_READ_SECONDS + hold_seconds)

    async def say(
        self,
        chat: int | str,
        text: str,
        *,
        thread: int | None,
        keyboard: InlineKeyboardMarkup | ForceReply | None,
    ) -> int:
        """Sends words and returns the id of their message. The rest of what Telegram answers stays unread: the library's
        own method makes objects of all of it."""
        words = {
            "chat_id": chat,
            "text": text,
            "parse_mode": ParseMode.HTML,
            "link_preview_options": NO_PREVIEW,
        }
        sent = await self._post(
            "sendMessage", words | {"message_thread_id": thread, "reply_markup": keyboard}
        )
        return int(sent["message_id"])


certificates = cache(httpx.create_ssl_context)
"""Whom the clients trust, read once: each would otherwise read the file anew, which takes 30 ms."""


def make_bot(
    token: str, base_url: str = f"{TELEGRAM_API}/bot", base_file_url: str = f"{TELEGRAM_API}/file/bot"
) -> TelegramBot:
    """Polling has connections of its own, so that a long poll never waits for the sending."""
    _quiet_libraries()
    return TelegramBot(
        token,
        base_url=base_url,
        base_file_url=base_file_url,
        request=StraightRequest(32, read_timeout=SEND_READ_SECONDS, trust=certificates()),
        get_updates_request=StraightRequest(2, read_timeout=POLL_READ_SECONDS, trust=certificates()),
    )


def _quiet_libraries() -> None:
    """httpx logs addresses, which contain the token; the Telegram library logs what people write.

    Nothing is missed: whatever goes wrong there is raised to us as well.
    """
    for name in ("httpx", "httpcore", "telegram"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
