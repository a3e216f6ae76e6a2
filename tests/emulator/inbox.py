"""What the bot sent to one chat, in order, and what of it the test has looked at."""

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

from .notice import Notice


@dataclass(frozen=True)
class Button:
    text: str
    data: str | None  # callback data; None for a link and the like
    url: str | None = None


@dataclass(frozen=True)
class BotMessage:
    """A message as the chat saw it when it was sent or edited: a snapshot."""

    chat_id: int
    message_id: int
    text: str  # or the caption, without markup
    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    reply_keyboard: tuple[str, ...] = ()
    photo: bytes | None = None
    document: bytes | None = None
    voice: bytes | None = None
    video: bytes | None = None
    file_name: str | None = None
    edited: bool = False
    reply_to: int | None = None
    thread: int | None = None
    silent: bool = False
    asks: frozenset[int] = frozenset()  # who finds an answer to it ready to be written
    forwarded: bool = False
    album: str | None = None

    @property
    def labels(self) -> list[str]:
        return [button.text for row in self.buttons for button in row]

    def __str__(self) -> str:
        parts = ["edit" if self.edited else "message", str(self.message_id), repr(self.text)]
        parts += [f"file {self.file_name}"] if self.file_name else []
        parts += [f"thread {self.thread}"] if self.thread else []
        return " ".join(parts + ([f"buttons {self.labels}"] if self.buttons else []))


@dataclass(frozen=True)
class Toast:
    text: str
    alert: bool = False

    def __str__(self) -> str:
        return f"{'alert' if self.alert else 'toast'} {self.text!r}"


IN_SIGHT = "🗓 Turno ·"
Item = TypeVar("Item", BotMessage, Toast)


class Inbox(Generic[Item]):
    def __init__(self, owner: str) -> None:
        self.owner = owner
        self.items: list[Item] = []
        self.in_sight: list[Item] = []
        self._seen = 0
        self._news = Notice()

    @property
    def seen(self) -> list[Item]:
        return self.items[: self._seen]

    @property
    def unseen(self) -> list[Item]:
        return self.items[self._seen :]

    def add(self, item: Item) -> None:
        """What is kept in sight at the top of a chat is no news that waits to be read."""
        if item.text.startswith(IN_SIGHT):
            self.in_sight.append(item)
            return
        self.items.append(item)
        self._news.announce()

    def see_all(self) -> None:
        self._seen = len(self.items)

    async def next(self, containing: str | None, matching: str | None, patience: float) -> Item:
        """The next unseen item, which must be the one expected."""
        expected = _expected(containing, matching)
        if not await self._news.until(lambda: bool(self.unseen), patience):
            raise AssertionError(f"{self.owner} received nothing within {patience} s; expected {expected}")
        item = self.unseen[0]
        if not _fits(item.text, containing, matching):
            raise AssertionError(f"{self.owner} received {item}; expected {expected}{_rest(self.unseen[1:])}")
        self._seen += 1
        return item

    async def nothing(self, within: float) -> None:
        if await self._news.until(lambda: bool(self.unseen), within):
            raise AssertionError(
                f"{self.owner} received {self.unseen[0]}; expected nothing{_rest(self.unseen[1:])}"
            )


def _fits(text: str, containing: str | None, matching: str | None) -> bool:
    return (containing is None or containing in text) and (
        matching is None or re.search(matching, text) is not None
    )


def _expected(containing: str | None, matching: str | None) -> str:
    if containing is not None:
        return f"a text containing {containing!r}"
    return "anything" if matching is None else f"a text matching {matching!r}"


def _rest(items: list[Item]) -> str:
    return "".join(f"\n  and then: {item}" for item in items)
