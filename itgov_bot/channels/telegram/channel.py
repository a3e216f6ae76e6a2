"""The Telegram channel: the outbox calls `send`, the desk fetches files. Nothing raised holds the token."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import structlog
from telegram import Bot, BotCommand, BotCommandScopeChat, BotCommandScopeDefault, InputFile, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest

from itgov_bot.channels.telegram import editing as edits
from itgov_bot.channels.telegram import topics
from itgov_bot.channels.telegram.downloads import download, locate
from itgov_bot.channels.telegram.failures import guarded
from itgov_bot.channels.telegram.posts import Post, chat_id, gentler, posts_of
from itgov_bot.messages import (
    Address,
    Delivered,
    FileRefused,
    IncomingFile,
    MenuEntry,
    NeverDelivered,
    Outgoing,
    Reply,
    TryLater,
)

log = structlog.get_logger(__name__)

TITLE_LIMIT = 128
RETRIES_OF_A_LATER_PART, LONGEST_WAIT, USUAL_WAIT = 3, 5.0, 1.0


class TelegramChannel:
    """Implements `messages.Channel` over a bot made by `make_bot`; `close` shuts its connections."""

    name = "telegram"

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._files = httpx.AsyncClient(timeout=30.0)

    async def close(self) -> None:
        await self._files.aclose()
        await self._bot.shutdown()
        await self._bot.request.shutdown()  # the bot skips it when it only sent and never was initialized

    async def send(self, address: Address, reply: Reply, *, editing: str | None = None) -> Delivered:
        reply = _with_file_on_disk(reply)
        if editing and await self._edited(address, reply, editing):
            return Delivered(editing, (editing,))
        first, *later = posts_of(address, reply)
        refs = [await self._post(first)]
        for post in later:
            refs.append(await self._post_patiently(post))
        return Delivered(refs[0], tuple(refs))

    async def open_topic(self, address: Address, title: str) -> str:
        opening = self._bot.create_forum_topic(chat_id(address), title[:TITLE_LIMIT])
        return str((await guarded(opening, self._bot.token)).message_thread_id)

    async def keep_topic(self, address: Address, title: str | None, closed: bool | None) -> None:
        await guarded(topics.keep(self._bot, address, title and title[:TITLE_LIMIT], closed), self._bot.token)

    async def fetch(self, file: IncomingFile, target: Path, limit: int) -> int:
        if file.size is not None and file.size > limit:
            raise FileRefused("too_big")
        place = await locate(self._bot, file.ref, limit)
        return await download(self._files, place, target, limit)

    async def show_menu(self, address: Address | None, entries: Sequence[MenuEntry]) -> None:
        scope = BotCommandScopeChat(chat_id(address)) if address else BotCommandScopeDefault()
        commands = [BotCommand(entry.command, entry.description) for entry in entries]
        if commands:
            await guarded(self._bot.set_my_commands(commands, scope=scope), self._bot.token)
        else:
            await guarded(self._bot.delete_my_commands(scope=scope), self._bot.token)

    async def _edited(self, address: Address, reply: Reply, ref: str) -> bool:
        edit = edits.edit_of(address, reply, ref)
        if edit is None:
            return False
        changing = edits.apply(self._bot, edit)
        return await guarded(changing, self._bot.token)

    async def _post_patiently(self, post: Post) -> str:
        """The first parts are already in the chat: a short wait here spares people reading them twice."""
        for _ in range(RETRIES_OF_A_LATER_PART):
            try:
                return await self._post(post)
            except TryLater as failure:
                wait = USUAL_WAIT if failure.wait is None else failure.wait
                if wait > LONGEST_WAIT:
                    raise
            await asyncio.sleep(wait)
        return await self._post(post)

    async def _post(self, post: Post) -> str:
        message = await guarded(self._post_somehow(post), self._bot.token)
        return str(message.message_id)

    async def _post_somehow(self, post: Post) -> Message:
        try:
            return await self._call(post)
        except BadRequest as refusal:
            other = gentler(post, refusal)
            if other is None:
                raise
        log.warning("telegram.post_softened", plain=other.plain, topic=other.thread is not None)
        return await self._post_somehow(other)

    async def _call(self, post: Post) -> Message:
        shared: dict[str, Any] = {
            "chat_id": post.chat,
            "message_thread_id": post.thread,
            "parse_mode": None if post.plain else ParseMode.HTML,
            "reply_markup": post.keyboard,
        }
        if post.file is None:
            preview = edits.NO_PREVIEW
            return await self._bot.send_message(text=post.text, link_preview_options=preview, **shared)
        file, caption = await asyncio.to_thread(_read, post.file), post.text or None
        if post.file.kind == "picture":
            return await self._bot.send_photo(photo=file, caption=caption, **shared)
        return await self._bot.send_document(document=file, caption=caption, **shared)


def _with_file_on_disk(reply: Reply) -> Reply:
    """A file that is no longer on disk must not take the words with it."""
    if reply.attachment is None or Path(reply.attachment.path).is_file():
        return reply
    log.error("telegram.attachment_missing", name=reply.attachment.name)
    if not reply.text.strip():
        raise NeverDelivered("the file to send is gone and there is no text")
    return replace(reply, attachment=None)


def _read(file: Outgoing) -> InputFile:
    return InputFile(Path(file.path).read_bytes(), filename=file.name)
