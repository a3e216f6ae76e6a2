"""The test's side: people who write to the bot, press its buttons and see what it sends."""

import asyncio
from dataclasses import dataclass
from typing import Any

from .groups import Group, membership
from .inbox import BotMessage, Inbox, Toast
from .keyboards import find_button
from .media import StoredFile, media_fields
from .methods.commands import menu
from .methods.topics import add_topic
from .reader import PATIENCE, Reader, with_buttons
from .text import TEXT_LIMIT, person_entities
from .validation import Upload
from .world import BOT_ID, OUTSIDE, Chat, Json, Press, Stored, World, quoted, text_of


@dataclass(frozen=True)
class Sent:
    """A message of a person: to reply to, to edit."""

    chat_id: int
    message_id: int


Replied = BotMessage | Sent | int | None


class Person(Reader):
    def __init__(self, world: World, user: Json, chat: Chat) -> None:
        self.world, self.user, self.chat = world, user, chat

    @property
    def id(self) -> int:
        return int(self.user["id"])

    @property
    def inbox(self) -> Inbox[BotMessage]:
        return self.chat.inbox

    @property
    def toasts(self) -> Inbox[Toast]:
        return self.world.toasts[self.id]

    @property
    def commands(self) -> dict[str, str]:
        """The menu of commands that this person sees in private."""
        found = menu(self.world, self.id, self.id, False, self.user["language_code"])
        return {item["command"]: item["description"] for item in found}

    async def writes(self, text: str, reply_to: Replied = None) -> Sent:
        return await self._say(self.chat, _text(text), reply_to)

    async def writes_in(
        self, group: Group, text: str, thread: int | None = None, reply_to: Replied = None
    ) -> Sent:
        return await self._say(group.chat, _text(text), reply_to, thread)

    async def hides_in(
        self, group: Group, text: str, *, channel: str | None = None, reply_to: Replied = None
    ) -> Sent:
        """Writes as an anonymous administrator, or in the name of a channel with this title."""
        name, chat = ("Group", group.chat.describe()) if channel is None else ("Channel", _channel(channel))
        bot = {"id": 1087968824 if channel is None else 136817688, "is_bot": True, "first_name": name}
        content = _text(text) | {"from": bot, "sender_chat": chat}
        return await self._say(group.chat, content, reply_to)

    async def forwards(self, message: BotMessage, to: Group | None = None) -> Sent:
        """A message of the bot, from wherever this person read it, into the own chat with the bot or into a group."""
        source = self.world.chats[message.chat_id].messages[message.message_id].message
        chat = to.chat if to else self.chat
        written = {name: value for name, value in source.items() if name in ("text", "caption", "entities")}
        origin = {"type": "user", "date": source["date"], "sender_user": source["from"]}
        return await self._say(chat, written | {"forward_origin": origin}, None)

    async def edits(self, message: Sent, text: str) -> None:
        chat = self.world.chats[message.chat_id]
        stored = chat.messages[message.message_id]
        if stored.message["from"]["id"] != self.id:
            raise AssertionError(f"{self.inbox.owner} can only edit own messages")
        kept = {name: value for name, value in stored.message.items() if name != "entities"}
        stored.message = kept | _text(text) | {"edit_date": self.world.date()}
        await self._tell("edited_message", stored.message)

    async def sends_photo(
        self,
        data: bytes,
        caption: str | None = None,
        *,
        group: Group | None = None,
        thread: int | None = None,
        reply_to: Replied = None,
    ) -> Sent:
        file = self.world.files.add("photo", Upload("photo.jpg", "image/jpeg", data))
        return await self._send_file(file, caption, group, thread, reply_to)

    async def sends_document(
        self,
        name: str,
        data: bytes,
        mime: str = "application/octet-stream",
        caption: str | None = None,
        claimed_size: int | None = None,
        *,
        group: Group | None = None,
        thread: int | None = None,
    ) -> Sent:
        file = self.world.files.add("document", Upload(name, mime, data), claimed_size)
        return await self._send_file(file, caption, group, thread)

    async def sends_voice(
        self, data: bytes, duration: int = 3, caption: str | None = None, *, reply_to: Replied = None
    ) -> Sent:
        file = self.world.files.add("voice", Upload("voice.oga", "audio/ogg", data), duration=duration)
        content = media_fields(file) | ({"caption": caption} if caption else {})
        return await self._say(self.chat, content, reply_to, None, file)

    async def sends_media(
        self,
        kind: str,
        name: str,
        data: bytes,
        mime: str,
        caption: str | None = None,
        *,
        album: str | None = None,
        reply_to: Replied = None,
    ) -> Sent:
        """A video, or a file of an album."""
        file = self.world.files.add(kind, Upload(name, mime, data))
        content = media_fields(file) | ({"caption": caption} if caption else {})
        together = {"media_group_id": album} if album else {}
        return await self._say(self.chat, content | together, reply_to, None, file)

    async def sends_thing(self, reply_to: Replied = None, **content: Any) -> Sent:
        """A sticker, a place, a contact: what is no file."""
        return await self._say(self.chat, content, reply_to)

    async def presses(
        self, label_or_data: str, on_message: BotMessage | None = None, *, in_group: Group | None = None
    ) -> str:
        """Press a button of the last message seen with buttons, or of a given one as it looked then."""
        message = on_message or with_buttons((in_group or self).inbox, (in_group or self).chat.messages)
        chat = self.world.chats[message.chat_id]
        button = find_button(message.buttons, label_or_data)
        if message.message_id not in chat.messages:
            raise AssertionError(f"{message} was deleted: its buttons can't be pressed any more")
        return await self._press(chat, message.message_id, button.text, button.data)

    async def _press(self, chat: Chat, message_id: int, label: str, data: str | None) -> str:
        press = Press(str(4_000_000_000_000 + len(self.world.presses)), self.user, label, self.world.now())
        self.world.presses[press.id] = press
        query = {"id": press.id, "from": self.user, "chat_instance": str(chat.id * 31), "data": data}
        await self._tell("callback_query", query | {"message": chat.messages[message_id].message})
        return press.id

    async def sees_toast(
        self, containing: str | None = None, *, matching: str | None = None, alert: bool | None = None,
        timeout: float = PATIENCE,  # noqa: ASYNC109 - the word every test expects
    ) -> Toast:  # fmt: skip
        toast = await self.toasts.next(containing, matching, timeout)
        if alert is not None and toast.alert != alert:
            raise AssertionError(
                f"{self.inbox.owner} saw {toast}; expected {'an alert' if alert else 'no alert'}"
            )
        return toast

    def ignores_rest(self) -> None:
        super().ignores_rest()
        self.toasts.see_all()

    async def blocks_bot(self) -> None:
        await self._relate("kicked")

    async def unblocks_bot(self) -> None:
        await self._relate("member")

    unblocks = unblocks_bot

    async def joins(self, group: Group) -> None:
        await self._membership(group, "member", {"new_chat_members": [self.user]})

    async def leaves(self, group: Group) -> None:
        await self._membership(group, "left", {"left_chat_member": self.user})

    async def opens_topic(self, group: Group, name: str) -> int:
        topic = add_topic(self.world, group.chat, self.user, name)
        await self._tell("message", group.chat.messages[topic.id].message)
        return topic.id

    async def _relate(self, status: str) -> None:
        before, self.chat.bot_status = self.chat.bot_status, status
        await self._tell(
            "my_chat_member", membership(self.world, self.chat, self.user, BOT_ID, before, status)
        )

    async def _membership(self, group: Group, status: str, note: Json) -> None:
        before = group.chat.members.get(self.id, "left")
        group.chat.members[self.id] = status
        self.world.updates.add("chat_member", group.change(self.user, self.id, before, status))
        message = self.world.new_message(group.chat, self.user) | note
        await self._tell("message", self.world.keep(group.chat, Stored(message, fixed=True)))

    async def _send_file(
        self,
        file: StoredFile,
        caption: str | None,
        group: Group | None,
        thread: int | None,
        reply_to: Replied = None,
    ) -> Sent:
        content = media_fields(file) | ({"caption": caption} if caption else {})
        return await self._say(group.chat if group else self.chat, content, reply_to, thread, file)

    async def _say(
        self,
        chat: Chat,
        content: Json,
        reply_to: Replied,
        thread: int | None = None,
        file: StoredFile | None = None,
    ) -> Sent:
        self._may_write(chat, thread)
        message = self.world.new_message(chat, self.user, thread) | content
        if reply_to is not None:
            answered = chat.messages[_message_id(reply_to)].message
            message["reply_to_message"] = quoted(answered)
        chat.started = True
        self.world.keep(chat, Stored(message, file=file, html=content.get("text", "")))
        if self._bot_hears(chat, message):
            await self._tell("message", message)
        return Sent(chat.id, message["message_id"])

    def _may_write(self, chat: Chat, thread: int | None) -> None:
        if chat.private and chat.bot_status == "kicked":
            raise AssertionError(f"{self.inbox.owner} has blocked the bot and must unblock it before writing")
        if not chat.private and chat.members.get(self.id, "left") in OUTSIDE:
            raise AssertionError(f"{self.inbox.owner} is not in the group {chat.title}")
        if thread is not None and (thread not in chat.topics or chat.topics[thread].closed):
            raise AssertionError(f"no open topic {thread} in {chat.title}; there are {chat.topics}")

    def _bot_hears(self, chat: Chat, message: Json) -> bool:
        """In privacy mode a bot that is no administrator hears commands, replies to it and its own name."""
        if chat.private or not self.world.privacy_mode or chat.bot_status == "administrator":
            return chat.bot_status not in OUTSIDE
        to_bot = message.get("reply_to_message", {}).get("from", {}).get("id") == BOT_ID
        text = text_of(message)
        return to_bot or text.startswith("/") or f"@{self.world.bot['username']}" in text

    async def _tell(self, kind: str, payload: Json) -> None:
        self.world.updates.add(kind, payload)
        await asyncio.sleep(0)  # let the bot's side begin at once


def _channel(title: str) -> Json:
    return {"id": -1_009_999_999_999, "type": "channel", "title": title}


def _text(text: str) -> Json:
    if not 1 <= len(text) <= TEXT_LIMIT:
        raise AssertionError(f"people write 1 to {TEXT_LIMIT} characters, not {len(text)}")
    entities = person_entities(text)
    return {"text": text} | ({"entities": entities} if entities else {})


def _message_id(reply_to: BotMessage | Sent | int) -> int:
    return reply_to if isinstance(reply_to, int) else reply_to.message_id
