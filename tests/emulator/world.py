"""Everything that Telegram would remember: people, chats, messages, topics, files, waiting updates."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from .errors import ApiError, bad_request, forbidden
from .inbox import BotMessage, Inbox, Toast
from .keyboards import button_rows
from .ledger import Ledger
from .media import FileStore, StoredFile
from .updates import Updates

Json = dict[str, Any]
OUTSIDE = {"left", "kicked"}
BOT_ID = 123456789
SECONDS_A_PRESS_LIVES = 30.0
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclass
class Topic:
    id: int
    name: str
    icon_color: int = 7322096
    closed: bool = False


@dataclass
class Stored:
    """A message of a chat: Telegram's own object, and beside it what the object does not show."""

    message: Json
    from_bot: bool = False
    html: str = ""
    file: StoredFile | None = None
    reply_keyboard: tuple[str, ...] = ()
    silent: bool = False
    asks: frozenset[int] = frozenset()  # who finds an answer to it ready to be written
    fixed: bool = False  # service messages, and those with a reply keyboard, can't be edited

    @property
    def service(self) -> bool:
        return not ({"text", "photo", "document", "voice"} & self.message.keys())


@dataclass(eq=False)
class Chat:
    id: int
    kind: str  # private | group | supergroup
    title: str
    inbox: Inbox[BotMessage]
    username: str | None = None
    forum: bool = False
    started: bool = False
    bot_status: str = "member"
    members: dict[int, str] = field(default_factory=dict)
    messages: dict[int, Stored] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)
    migrated_to: int | None = None
    reactions: dict[int, str] = field(default_factory=dict)
    signs: set[str] | None = None  # those that the group takes; None: all
    last_message_id: int = 0

    @property
    def private(self) -> bool:
        return self.kind == "private"

    def describe(self) -> Json:
        name = {"first_name": self.title} if self.private else {"title": self.title}
        extras: Json = {"username": self.username} if self.username else {}
        return {"id": self.id, "type": self.kind} | name | extras | ({"is_forum": True} if self.forum else {})

    def next_id(self) -> int:
        self.last_message_id += 1
        return self.last_message_id


@dataclass
class Press:
    """A callback query; Telegram forgets it soon."""

    id: str
    person: Json
    label: str
    at: float
    answered: bool = False


class World:
    def __init__(self, now: Callable[[], float], privacy_mode: bool) -> None:
        self.now = now
        self.bot: Json = {"id": BOT_ID, "is_bot": True, "first_name": "Mesa", "username": "mesa_emulada_bot"}
        self.privacy_mode = privacy_mode
        self.people: dict[int, Json] = {}
        self.chats: dict[int, Chat] = {}
        self.presses: dict[str, Press] = {}
        self.toasts: dict[int, Inbox[Toast]] = {}
        self.commands: dict[tuple[Any, ...], list[Json]] = {}
        self.profile: dict[tuple[str, str], str] = {}
        self.files = FileStore()
        self.updates = Updates(lambda: int(now()))
        self.ledger = Ledger()
        self.bot_settled: Callable[[], Awaitable[None]] | None = None  # until it has nothing more to say

    def date(self) -> int:
        return int(self.now())

    def chat(self, chat_id: int | str) -> Chat:
        """The chat for reading; Telegram hides those in which the bot never was."""
        found = self.chats.get(chat_id) if isinstance(chat_id, int) else self._by_username(chat_id)
        if found is None or (found.private and not found.started and not self._met(found.id)):
            raise bad_request("chat not found")
        if found.migrated_to is not None:
            migrated = {"migrate_to_chat_id": found.migrated_to}
            raise ApiError(
                400, "Bad Request: group chat was upgraded to a supergroup chat", migrated, injected=True
            )
        return found

    def chat_to_write(self, chat_id: int | str) -> Chat:
        chat = self.chat(chat_id)
        if chat.private and chat.bot_status == "kicked":
            raise forbidden("bot was blocked by the user")
        if chat.private and not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        if chat.bot_status == "kicked":
            raise forbidden(f"bot was kicked from the {chat.kind} chat")
        if chat.bot_status == "left":
            raise forbidden(f"bot is not a member of the {chat.kind} chat")
        return chat

    def _by_username(self, username: str) -> Chat | None:
        """Only public groups have names that bots may write to; people do not."""
        named = [chat for chat in self.chats.values() if f"@{chat.username}" == username and not chat.private]
        return named[0] if named else None

    def _met(self, user_id: int) -> bool:
        return any(user_id in chat.members and not chat.private for chat in self.chats.values())

    def new_message(self, chat: Chat, sender: Json, thread: int | None = None) -> Json:
        message: Json = {
            "message_id": chat.next_id(),
            "from": sender,
            "chat": chat.describe(),
            "date": self.date(),
        }
        return message | ({"message_thread_id": thread, "is_topic_message": True} if thread else {})

    def keep(self, chat: Chat, stored: Stored) -> Json:
        chat.messages[stored.message["message_id"]] = stored
        return stored.message

    def show(self, chat: Chat, stored: Stored, *, edited: bool = False) -> Json:
        """The people of the chat see a message of the bot."""
        chat.inbox.add(snapshot(chat, stored, edited))
        return self.keep(chat, stored)

    def press_to_answer(self, press_id: str) -> Press:
        press = self.presses.get(press_id)
        if press is None or self.now() - press.at > SECONDS_A_PRESS_LIVES:
            raise bad_request(TOO_OLD)
        return press


def snapshot(chat: Chat, stored: Stored, edited: bool) -> BotMessage:
    message, file = stored.message, stored.file
    replied: Json = message.get("reply_to_message", {})
    return BotMessage(
        chat.id,
        message["message_id"],
        text_of(message),
        stored.html,
        button_rows(message),
        stored.reply_keyboard,
        photo=_data(file, "photo"),
        document=_data(file, "document"),
        voice=_data(file, "voice"),
        video=_data(file, "video"),
        file_name=file.name if file else None,
        edited=edited,
        reply_to=replied.get("message_id"),
        thread=message.get("message_thread_id"),
        silent=stored.silent,
        asks=stored.asks,
        forwarded="forward_origin" in message,
        album=message.get("media_group_id"),
    )


def quoted(message: Json) -> Json:
    """Telegram shows one level of replies only."""
    return {name: value for name, value in message.items() if name != "reply_to_message"}


def _data(file: StoredFile | None, kind: str) -> bytes | None:
    return file.data if file and file.kind == kind else None


def text_of(message: Json) -> str:
    return str(message.get("text") or message.get("caption") or "")
