"""A desk with a mail server and somebody's webhook beside Telegram, at night."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from itgov_bot.settings import Settings
from tests.emulator import Person, TelegramEmulator
from tests.journeys.desk import Clock, RunningDesk, of_home
from tests.mail import MailServer, mail_server

SECRET = "una-clave-bien-larga"
FRIDAY_NIGHT = "2026-11-13 19:30"
OUTAGE = "se cayó el servidor y nadie puede entrar a nada en toda la alcaldía"
NUMBER = "SAUS-2026-000001"
PAGE = f"GUARDIA: caso urgente {NUMBER}"


class Pager:
    """The program of somebody on duty: keeps what it took."""

    def __init__(self) -> None:
        self.taken: list[dict[str, Any]] = []
        self.url = ""

    async def take(self, request: web.Request) -> web.Response:
        self.taken.append(json.loads(await request.read()))
        return web.Response(status=204)

    def events(self) -> list[str]:
        return [one["event"] for one in self.taken]


class WiredDesk(RunningDesk):
    mail: MailServer
    pager: Pager

    async def begins(self, **settings: Any) -> None:
        wires: dict[str, Any] = {
            "smtp_host": "127.0.0.1",
            "smtp_port": self.mail.port,
            "smtp_from": "mesa@cartagena.gov.co",
            "smtp_tls": "none",
            "itgov_page_secret": SECRET,
        }
        admins = self.settings.itgov_admins
        self.settings = Settings(
            _env_file=None, itgov_admins=admins, **(of_home(self.home) | wires | settings)
        )
        await self.open()

    async def has_mail(self, person: Person, address: str) -> None:
        """An administrator answers for the mailbox."""
        await self.knows(self.admin, person)
        await self.admin.writes(f"/guardia correo @{person.user['username']} {address}")
        await self.admin.receives("salen también por correo")
        await person.receives("puso otra vía para sus avisos de guardia")

    async def has_webhook(self, person: Person) -> None:
        await self.knows(self.admin, person)
        await self.admin.writes(f"/guardia webhook @{person.user['username']} {self.pager.url}")
        await self.admin.receives("salen también por webhook")
        await person.receives("puso otra vía para sus avisos de guardia")

    async def ana_reports(self) -> None:
        await self.ana.writes(OUTAGE)
        await self.ana.receives("¿Aviso ya a la guardia?")
        await self.ana.presses("Sí, avisar ya a la guardia")
        await self.ana.receives("Ya avisé a la guardia")

    async def health(self) -> str:
        await self.admin.writes("/salud")
        return (await self.admin.receives("Estado del sistema")).text


@asynccontextmanager
async def wired_desk(home: Path) -> AsyncIterator[WiredDesk]:
    """Not begun yet: the story says with which settings."""
    pager, app = Pager(), web.Application()
    app.router.add_post("/pager", pager.take)
    async with TelegramEmulator() as telegram, mail_server() as mail, TestServer(app) as server:
        desk = WiredDesk(telegram, home, Clock())
        pager.url = str(server.make_url("/pager"))
        desk.mail, desk.pager = mail, pager
        try:
            yield desk
            await desk.settled()
        finally:
            await desk.close()
