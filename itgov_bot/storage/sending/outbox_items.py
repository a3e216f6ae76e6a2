"""What leaves by the outbox, as types: each knows the kind and the body of its row."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any, ClassVar, Self, get_args

from pydantic import TypeAdapter

from itgov_bot.messages import Address
from itgov_bot.records import dataclass
from itgov_bot.replies import MenuEntry, Reply


@dataclass(frozen=True, slots=True)
class _Plain:
    """Its body is the JSON of its own fields."""

    def to_body(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_body(cls, body: str) -> Self:
        found: Self = _READERS[cls].validate_json(body)
        return found


@dataclass(frozen=True, slots=True)
class ReplyItem:
    """Something said in a chat."""

    kind: ClassVar[str] = "reply"
    reply: Reply

    def to_body(self) -> str:
        return self.reply.to_json()

    @classmethod
    def from_body(cls, body: str) -> ReplyItem:
        return cls(Reply.from_json(body))


@dataclass(frozen=True, slots=True)
class ToastItem(_Plain):
    """The answer to a press, which is its address: `said` is shown, or it ends in silence. What the press cannot show
    any more is said `here`, where the button is."""

    kind: ClassVar[str] = "toast"
    said: Reply | None
    here: Address


@dataclass(frozen=True, slots=True)
class ReactionItem(_Plain):
    """A sign on somebody's message (`ref`), or what is said where it cannot be put."""

    kind: ClassVar[str] = "reaction"
    ref: str
    sign: str
    instead: Reply


@dataclass(frozen=True, slots=True)
class WithdrawItem(_Plain):
    """The message that shows a card goes; where it cannot, it says that it is over."""

    kind: ClassVar[str] = "withdraw"
    card: str


@dataclass(frozen=True, slots=True)
class MenuItem:
    """The commands that are shown in a chat from now on."""

    kind: ClassVar[str] = "menu"
    entries: tuple[MenuEntry, ...]

    def to_body(self) -> str:
        return json.dumps([asdict(entry) for entry in self.entries], ensure_ascii=False)

    @classmethod
    def from_body(cls, body: str) -> MenuItem:
        return cls(tuple(MenuEntry(**entry) for entry in json.loads(body)))


@dataclass(frozen=True, slots=True)
class TopicItem(_Plain):
    """How the topic of a ticket (the thread of its address) should be from now on."""

    kind: ClassVar[str] = "topic"
    title: str
    closed: bool


@dataclass(frozen=True, slots=True)
class WebhookItem:
    """A fact for a program. `body` is the JSON that is signed and sent, the same bytes at every attempt."""

    kind: ClassVar[str] = "webhook"
    body: str

    def to_body(self) -> str:
        return self.body

    @classmethod
    def from_body(cls, body: str) -> WebhookItem:
        return cls(body)


@dataclass(frozen=True, slots=True)
class UnreadableItem:
    """A row that this version cannot read: it must not hold up what stands behind it. Never posted."""

    kind: str
    reason: str


Item = ReplyItem | ToastItem | ReactionItem | WithdrawItem | MenuItem | TopicItem | WebhookItem
AnyItem = Item | UnreadableItem

_READERS: dict[type[_Plain], TypeAdapter[Any]] = {
    one: TypeAdapter(one) for one in get_args(Item) if issubclass(one, _Plain)
}
_TYPES: dict[str, type[Item]] = {one.kind: one for one in get_args(Item)}


def read_item(kind: str, body: str) -> AnyItem:
    try:
        return _TYPES[kind].from_body(body)
    except (KeyError, TypeError, ValueError) as failure:  # pydantic's and json's are ValueErrors
        return UnreadableItem(kind, type(failure).__name__)


def reply_in(body: str) -> Reply | None:
    """Of a row of something said; None when it cannot be read."""
    item = read_item(ReplyItem.kind, body)
    return item.reply if isinstance(item, ReplyItem) else None
