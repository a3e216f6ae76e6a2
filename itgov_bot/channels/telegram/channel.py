"""The Telegram channel: the outbox calls `send`, the desk fetches files. Nothing raised holds the token."""

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import structlog
from telegram import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    ChatMemberAdministrator,
)
from telegram.constants import ChatAction
from telegram.error import BadRequest

from itgov_bot.channels.contract import RateLimit
from itgov_bot.channels.telegram import editing as edits
from itgov_bot.channels.telegram import presses, topics
from itgov_bot.channels.telegram.albums import send_files
from itgov_bot.channels.telegram.bot import TelegramBot
from itgov_bot.channels.telegram.downloads import download
from itgov_bot.channels.telegram.failures import guarded
from itgov_bot.channels.telegram.posts import Post, chat_id, gentler, posts_of
from itgov_bot.messages import Address, FileRefused, GroupRights, IncomingFile
from itgov_bot.replies import Delivered, MenuEntry, NeverDelivered, Reply, TryLater

log = structlog.get_logger(__name__)

MAX_TITLE_CHARACTERS = 128
PRESSES_KNOWN = 1000
"""That were answered last: one whose turn takes long is ended before it, and Telegram takes no second answer."""
RETRIES_OF_A_LATER_PART = 3
MAX_WAIT_SECONDS, USUAL_WAIT_SECONDS = 5.0, 1.0
"""Between two parts of one message: what Telegram asks for, up to a limit, or else the usual."""


@dataclass(frozen=True, slots=True)
class TelegramLimits:
    overall: RateLimit
    private_chat: RateLimit
    group: RateLimit


STATED_LIMITS = TelegramLimits(
    overall=RateLimit(messages=30, seconds=1, kept_for_urgent=5),
    private_chat=RateLimit(messages=10, seconds=10, kept_for_urgent=2),
    group=RateLimit(messages=20, seconds=60, kept_for_urgent=10),
)
"""What Telegram's FAQ states: about 30 messages a second in all, one a second to a person with short bursts, 20 a
minute to a group, edits among them. Of a group's minute half is kept for pages and for what its agents wait for."""


class TelegramChannel:
    """A `Channel[Reply]` with every ability, over a bot made by `make_bot`; `close` shuts its connections."""

    name = "telegram"

    def __init__(self, bot: TelegramBot, limits: TelegramLimits = STATED_LIMITS) -> None:
        self._bot = bot
        self._limits = limits
        self.overall_limit = limits.overall
        self._answered: deque[str] = deque(maxlen=PRESSES_KNOWN)

    async def close(self) -> None:
        await self._bot.shutdown()
        await self._bot.request.shutdown()  # the bot skips it when it only sent and never was initialized

    async def send(self, address: Address, reply: Reply, *, editing: str | None = None) -> Delivered:
        reply = _with_file_on_disk(reply)
        if editing and await self._edited(address, reply, editing):
            return Delivered(editing, (editing,))
        first, *later = posts_of(address, reply)
        refs = await self._post(first)
        for post in later:
            refs += await self._post_patiently(post)
        return Delivered(refs[0], tuple(refs))

    def chat_limit(self, chat: str) -> RateLimit:
        """Telegram gives groups negative ids."""
        return self._limits.group if chat.startswith("-") else self._limits.private_chat

    async def open_topic(self, address: Address, title: str) -> str:
        opening = self._bot.create_forum_topic(chat_id(address), title[:MAX_TITLE_CHARACTERS])
        return str((await guarded(opening, self._bot.token)).message_thread_id)

    async def keep_topic(self, address: Address, title: str | None, closed: bool | None) -> None:
        await guarded(
            topics.keep(self._bot, address, title and title[:MAX_TITLE_CHARACTERS], closed), self._bot.token
        )

    async def fetch(self, file: IncomingFile, target: Path, limit: int) -> int:
        if file.size is not None and file.size > limit:
            raise FileRefused("too_big")
        return await download(self._bot, file.ref, target, limit)

    async def show_work(self, address: Address, kind: Literal["picture", "file"]) -> None:
        action = ChatAction.UPLOAD_PHOTO if kind == "picture" else ChatAction.UPLOAD_DOCUMENT
        await guarded(self._bot.send_chat_action(chat_id(address), action), self._bot.token)

    async def answer_press(self, press: Address, text: str) -> bool:
        if press.chat in self._answered:
            return False
        query = press.chat.partition(":")[2]
        is_shown = await guarded(presses.answered(self._bot, query, text), self._bot.token)
        self._answered.append(press.chat)
        return is_shown

    async def withdraw(self, address: Address, ref: str, instead: Reply) -> None:
        await guarded(presses.withdrawn(self._bot, address, ref, instead), self._bot.token)

    async def pin(self, address: Address, ref: str) -> bool:
        return await guarded(presses.pinned(self._bot, address, ref), self._bot.token)

    async def react(self, address: Address, ref: str, sign: str) -> bool:
        return await guarded(presses.reacted(self._bot, address, ref, sign), self._bot.token)

    async def rights_in(self, address: Address) -> GroupRights:
        asking = self._bot.get_chat_member(chat_id(address), self._bot.id)
        member = await guarded(asking, self._bot.token)
        if not isinstance(member, ChatMemberAdministrator):
            return GroupRights()
        return GroupRights(
            topics=bool(member.can_manage_topics),
            pin=bool(member.can_pin_messages),
            delete=member.can_delete_messages,
        )

    async def show_menu(self, address: Address | None, entries: Sequence[MenuEntry]) -> None:
        if address is None:  # what an older version showed everywhere, groups among them
            await guarded(self._bot.delete_my_commands(), self._bot.token)
        scope = BotCommandScopeChat(chat_id(address)) if address else BotCommandScopeAllPrivateChats()
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

    async def _post_patiently(self, post: Post) -> list[str]:
        """The first parts are already in the chat: a short wait here spares people reading them twice."""
        for _ in range(RETRIES_OF_A_LATER_PART):
            try:
                return await self._post(post)
            except TryLater as failure:
                wait = USUAL_WAIT_SECONDS if failure.wait is None else failure.wait
                if wait > MAX_WAIT_SECONDS:
                    raise
            await asyncio.sleep(wait)
        return await self._post(post)

    async def _post(self, post: Post) -> list[str]:
        return [str(one) for one in await guarded(self._post_somehow(post), self._bot.token)]

    async def _post_somehow(self, post: Post) -> Sequence[int]:
        """The ids of its messages: an album has several."""
        try:
            return await self._call(post)
        except BadRequest as refusal:
            other = gentler(post, refusal)
            if other is None:
                raise
        log.warning("telegram.post_softened", plain=other.plain, topic=other.thread is not None)
        return await self._post_somehow(other)

    async def _call(self, post: Post) -> Sequence[int]:
        if not post.files:
            said = self._bot.say(post.chat, post.text, thread=post.thread, keyboard=post.keyboard)
            return (await said,)
        return await send_files(self._bot, post)


def _with_file_on_disk(reply: Reply) -> Reply:
    """A file that is no longer on disk must not take the words with it."""
    there = [one for one in reply.files if Path(one.path).is_file()]
    if len(there) == len(reply.files):
        return reply
    log.error("telegram.attachment_missing", names=[one.name for one in reply.files if one not in there])
    if not (there or reply.text.strip()):
        raise NeverDelivered("the file to send is gone and there is no text")
    return replace(reply, attachment=there[0] if there else None, album=tuple(there[1:]))
