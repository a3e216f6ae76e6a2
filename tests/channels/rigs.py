"""One way to look at what each channel delivered, so that the contract can be tested once for all."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from itgov_bot.channels.telegram import TelegramChannel, make_bot
from itgov_bot.channels.terminal import TerminalChannel
from itgov_bot.messages import Address, Channel
from tests.emulator import Person, TelegramEmulator

PNG = (
    b"\x89PNG\r\n\x1a\n"
    + b"\x00\x00\x00\rIHDR"
    + (90).to_bytes(4, "big") * 2
    + b"\x08\x02\x00\x00\x00"
    + b"x" * 40
)


@dataclass(frozen=True)
class Seen:
    text: str
    labels: list[str] = field(default_factory=list)
    file: bytes | None = None
    edited: bool = False


class Rig(Protocol):
    channel: Channel
    address: Address

    async def sees(self) -> Seen: ...


class TelegramRig:
    def __init__(self, telegram: TelegramEmulator, channel: TelegramChannel, person: Person) -> None:
        self.telegram, self.person = telegram, person
        self.channel: Channel = channel
        self.address = Address("telegram", str(person.id))

    async def sees(self) -> Seen:
        message = await self.person.receives()
        return Seen(message.text, message.labels, message.photo or message.document, message.edited)


class TerminalRig:
    def __init__(self, home: Path) -> None:
        self.out = io.StringIO()
        self.channel: Channel = TerminalChannel(home, self.out)
        self.address = Address("terminal", "local")

    async def sees(self) -> Seen:
        printed = self.out.getvalue().rstrip("\n")
        self.out.seek(0)
        self.out.truncate()
        lines = printed.split("\n")
        labels = [line.split(". ", 1)[1] for line in lines if line.startswith("  ")]
        saved = [line.split(": ", 1)[1] for line in lines if line.startswith("📎") and ": " in line]
        text = "\n".join(line for line in lines if not line.startswith(("  ", "📎")))
        file = read(saved[0]) if saved else None
        return Seen(text.removeprefix("(actualizado) "), labels, file, "(actualizado)" in text)


def read(path: str) -> bytes:
    return Path(path).read_bytes()


@asynccontextmanager
async def telegram_channel(telegram: TelegramEmulator) -> AsyncIterator[TelegramChannel]:
    bot = make_bot(telegram.token, telegram.base_url, telegram.base_file_url)
    await bot.initialize()
    channel = TelegramChannel(bot)
    try:
        yield channel
    finally:
        await channel.close()


@asynccontextmanager
async def telegram_rig(home: Path) -> AsyncIterator[TelegramRig]:
    async with TelegramEmulator() as telegram, telegram_channel(telegram) as channel:
        person = telegram.person(7, "Ana")
        await person.writes("/start")
        yield TelegramRig(telegram, channel, person)


@asynccontextmanager
async def terminal_rig(home: Path) -> AsyncIterator[TerminalRig]:
    yield TerminalRig(home)
