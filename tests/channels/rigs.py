"""One way to look at what each channel delivered, so that the contract can be tested once for all."""

import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from aiohttp import web
from aiohttp.test_utils import TestServer

from itgov_bot.channels.contract import (
    AnyChannel,
    HasFiles,
    HasLimits,
    HasMenu,
    HasToasts,
    HasTopics,
    Reacts,
    Withdraws,
)
from itgov_bot.channels.email import EmailChannel
from itgov_bot.channels.telegram import TelegramChannel, make_bot
from itgov_bot.channels.terminal import TerminalChannel
from itgov_bot.channels.webhook import WebhookChannel
from itgov_bot.messages import RECEIVER, Address, press_address
from itgov_bot.replies import Choice, Reply
from itgov_bot.settings import Settings
from tests.emulator import Person, TelegramEmulator
from tests.mail import MailServer, mail_server
from tests.waits import NO_LIMITS

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
    """A channel, somebody at its other end, and the abilities that it claims to have."""

    address: Address
    abilities: frozenset[type]

    @property
    def channel(self) -> AnyChannel: ...

    def content(self, text: str) -> Any:
        """The text as this channel takes it."""

    async def sees(self) -> Seen: ...

    def goes_away(self) -> None:
        """The other end cannot take anything at present."""


class _ForPeople:
    def content(self, text: str) -> Reply:
        return Reply(text)


class TelegramRig(_ForPeople):
    abilities: frozenset[type] = frozenset(
        {HasTopics, HasMenu, HasFiles, HasLimits, HasToasts, Reacts, Withdraws}
    )

    def __init__(self, telegram: TelegramEmulator, channel: TelegramChannel, person: Person) -> None:
        self.telegram, self.person, self.channel = telegram, person, channel
        self.address = Address("telegram", str(person.id))

    async def sees(self) -> Seen:
        message = await self.person.receives()
        return Seen(message.text, message.labels, message.photo or message.document, message.edited)

    def goes_away(self) -> None:
        self.telegram.faults.server_error()

    def refuses(self) -> None:
        self.telegram.tolerate_rejections("chat not found")
        self.address = Address("telegram", "404")

    async def presses(self) -> Address:
        """A button; returns the address of the answer that it waits for."""
        await self.channel.send(self.address, Reply("¿Sí?", (Choice("Sí", "si"),)))
        await self.sees()
        return press_address("telegram", await self.person.presses("Sí"))

    def text_of(self, ref: str | None) -> str | None:
        """What stands in the chat now."""
        stored = self.person.chat.messages.get(int(ref or 0))
        return stored.message["text"] if stored else None

    def grows_old(self, ref: str | None) -> None:
        self.person.chat.messages[int(ref or 0)].message["date"] -= 3 * 24 * 3600


class TerminalRig(_ForPeople):
    abilities: frozenset[type] = frozenset({HasFiles})

    def __init__(self, home: Path) -> None:
        self.out = io.StringIO()
        self.channel = TerminalChannel(home, self.out)
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

    def goes_away(self) -> None:
        self.channel.broken = True


class EmailRig(_ForPeople):
    abilities: frozenset[type] = frozenset()

    def __init__(self, server: MailServer) -> None:
        self.server = server
        settings: dict[str, Any] = {"smtp_port": server.port, "smtp_tls": "none"}
        self.channel = EmailChannel(
            Settings(_env_file=None, smtp_host="127.0.0.1", smtp_from="mesa@x.co", **settings)
        )
        self.address = Address("email", "ana@x.co")

    async def sees(self) -> Seen:
        letter = self.server.letters.pop(0)
        body = letter.get_body()
        assert body
        files = [part.get_payload(decode=True) for part in letter.iter_attachments()]
        text = body.get_content().replace("\r\n", "\n").rstrip("\n")
        return Seen(text, file=files[0] if files and isinstance(files[0], bytes) else None)

    def goes_away(self) -> None:
        self.server.answer = "450 try again"

    def refuses(self) -> None:
        self.server.answer = "550 no such mailbox"


class WebhookRig:
    """The receiver of the settings, or somebody's own."""

    abilities: frozenset[type] = frozenset()
    status = 204

    def __init__(self) -> None:
        self.channel: WebhookChannel
        self.address = RECEIVER
        self.bodies: list[str] = []

    async def take(self, request: web.Request) -> web.Response:
        if self.status < 300:
            self.bodies.append(await request.text())
        return web.Response(status=self.status)

    def content(self, text: str) -> str:
        return json.dumps({"id": "d1", "event": "ticket.opened", "text": text}, ensure_ascii=False)

    async def sees(self) -> Seen:
        return Seen(json.loads(self.bodies.pop(0))["text"])

    def goes_away(self) -> None:
        self.status = 503

    def refuses(self) -> None:
        self.status = 410


def read(path: str) -> bytes:
    return Path(path).read_bytes()


@asynccontextmanager
async def telegram_channel(telegram: TelegramEmulator) -> AsyncIterator[TelegramChannel]:
    bot = make_bot(telegram.token, telegram.base_url, telegram.base_file_url)
    await bot.initialize()
    channel = TelegramChannel(bot, NO_LIMITS)
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


@asynccontextmanager
async def email_rig(home: Path) -> AsyncIterator[EmailRig]:
    async with mail_server() as server:
        yield EmailRig(server)


@asynccontextmanager
async def webhook_rig(home: Path) -> AsyncIterator[WebhookRig]:
    async with _receiving() as (rig, url):
        rig.channel = WebhookChannel(url, "una-clave-bien-larga")
        yield rig


@asynccontextmanager
async def pager_rig(home: Path) -> AsyncIterator[WebhookRig]:
    """The same channel without a receiver of the city: the address says where."""
    async with _receiving() as (rig, url):
        rig.channel = WebhookChannel(None, "una-clave-bien-larga")
        rig.address = Address("webhook", url)
        yield rig


@asynccontextmanager
async def _receiving() -> AsyncIterator[tuple[WebhookRig, str]]:
    rig, app = WebhookRig(), web.Application()
    app.router.add_post("/hook", rig.take)
    async with TestServer(app) as server:
        yield rig, str(server.make_url("/hook"))
