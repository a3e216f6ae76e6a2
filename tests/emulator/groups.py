"""The test's side of a group: its members, its topics, and the bot's coming and going."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .inbox import BotMessage, Inbox
from .methods.chats import member
from .methods.commands import menu
from .reader import Reader
from .world import BOT_ID, Chat, Json, Stored, Topic, World

if TYPE_CHECKING:
    from .people import Person


class Group(Reader):
    def __init__(self, world: World, chat: Chat) -> None:
        self.world, self._chat = world, chat

    @property
    def chat(self) -> Chat:
        """The chat as it is now, also after a migration to a supergroup."""
        while self._chat.migrated_to is not None:
            self._chat = self.world.chats[self._chat.migrated_to]
        return self._chat

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def inbox(self) -> Inbox[BotMessage]:
        return self.chat.inbox

    @property
    def topics(self) -> dict[int, Topic]:
        return self.chat.topics

    def topic(self, name: str) -> Topic:
        """The topic whose name contains this."""
        found = [topic for topic in self.topics.values() if name in topic.name]
        if len(found) != 1:
            raise AssertionError(
                f"{len(found)} topics named {name!r}; there are {[t.name for t in self.topics.values()]}"
            )
        return found[0]

    def commands_for(self, person: "Person") -> dict[str, str]:
        admin = self.chat.members.get(person.id) in ("creator", "administrator")
        found = menu(self.world, self.id, person.id, admin, person.user["language_code"])
        return {item["command"]: item["description"] for item in found}

    async def adds_bot(self, by: "Person", *, as_admin: bool = False) -> None:
        self._bot_becomes("administrator" if as_admin else "member", by)

    async def removes_bot(self, by: "Person") -> None:
        self._bot_becomes("kicked", by)

    async def promotes_bot(self, by: "Person") -> None:
        self._bot_becomes("administrator", by)

    def _bot_becomes(self, status: str, by: "Person") -> None:
        before, self.chat.bot_status = self.chat.bot_status, status
        self.world.updates.add("my_chat_member", self.change(by.user, BOT_ID, before, status))

    def change(self, by: Json, user_id: int, before: str, after: str) -> Json:
        """A ChatMemberUpdated."""
        return membership(self.world, self.chat, by, user_id, before, after)


def membership(world: World, chat: Chat, by: Json, user_id: int, before: str, after: str) -> Json:
    old, new = member(world, user_id, before), member(world, user_id, after)
    described = {
        "chat": chat.describe(),
        "date": world.date(),
        "old_chat_member": old,
        "new_chat_member": new,
    }
    return described | {"from": by}


def create_group(world: World, group_id: int, title: str, forum: bool, bot_status: str) -> Group:
    if group_id >= 0:
        raise AssertionError("a group's id is negative")
    kind = "supergroup" if forum or group_id < -(10**12) else "group"
    chat = Chat(group_id, kind, title, Inbox(f"{title} ({group_id})"), forum=forum, bot_status=bot_status)
    world.chats[group_id] = chat
    return Group(world, chat)


def enrol(group: Group, people: Iterable["Person"], status: str) -> None:
    for person in people:
        group.chat.members[person.id] = status


def migrate(world: World, group: Group, new_id: int) -> None:
    """The group becomes a supergroup with another id; its old id only says where it went."""
    old = group.chat
    new = Chat(new_id, "supergroup", old.title, old.inbox, bot_status=old.bot_status, members=old.members)
    world.chats[new_id] = new
    someone = world.people[next(iter(old.members))] if old.members else world.bot
    for chat, note in ((old, {"migrate_to_chat_id": new_id}), (new, {"migrate_from_chat_id": old.id})):
        message = world.keep(chat, Stored(world.new_message(chat, someone) | note, fixed=True))
        world.updates.add("message", message)
    old.migrated_to = new_id
