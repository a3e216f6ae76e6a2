"""A channel that remembers what it was given and fails as it is told; a clock that is moved by hand."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from itgov_bot.messages import Address
from itgov_bot.replies import Delivered, MenuEntry, Reply


@dataclass
class Sent:
    chat: str
    text: str
    editing: str | None = None


@dataclass
class RecordingChannel:
    """`troubles` are raised one after the other for a text (or for every text of a chat: `chat:<id>`).

    A text on `hold` does not get through before `held` is set; `meanwhile` happens once, while a text is on its way.
    """

    name: str = "telegram"
    sent: list[Sent] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)
    menus: list[tuple[Address | None, list[MenuEntry]]] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    troubles: dict[str, list[BaseException]] = field(default_factory=dict)
    held: asyncio.Event = field(default_factory=asyncio.Event)
    holding: asyncio.Event = field(default_factory=asyncio.Event)
    meanwhile: dict[str, Callable[[], Awaitable[None]]] = field(default_factory=dict)
    _holds: set[str] = field(default_factory=set)

    def fail(self, key: str, *troubles: BaseException) -> None:
        self.troubles.setdefault(key, []).extend(troubles)

    def hold(self, text: str) -> None:
        self._holds.add(text)

    async def send(self, address: Address, reply: Reply, *, editing: str | None = None) -> Delivered:
        self.tried.append(reply.text)
        if reply.text in self._holds:
            self.holding.set()
            await self.held.wait()
        if reply.text in self.meanwhile:
            await self.meanwhile.pop(reply.text)()
        for key in (reply.text, f"chat:{address.chat}"):
            if self.troubles.get(key):
                raise self.troubles[key].pop(0)
        self.sent.append(Sent(address.chat, reply.text, editing))
        self.replies.append(reply)
        return Delivered(editing or str(100 + len(self.sent)))

    async def show_menu(self, address: Address | None, entries: Sequence[MenuEntry]) -> None:
        self.menus.append((address, list(entries)))

    def texts(self, chat: str | None = None) -> list[str]:
        return [one.text for one in self.sent if chat in (None, one.chat)]


class HandClock:
    """It stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 15, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)
