"""The webhook: Telegram brings each update, and is told "received" only when its turn has been committed."""

from __future__ import annotations

import asyncio
import hmac
import json
import re
import socket
from typing import Any
from urllib.parse import urlsplit

import structlog
from telegram import Bot, Update
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from handlers.telegram.intake import ALLOWED_UPDATES, Intake, Receive
from handlers.telegram.trying import StartFailed, connect, patiently

log = structlog.get_logger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
HEALTH_PATH = "/salud"
LARGEST_BODY = 1024 * 1024
GRACE = 5.0


async def serve(
    bot: Bot, receive: Receive, *, url: str, secret: str, listen: str, port: int, grace: float = GRACE
) -> None:
    """Runs until cancelled; leaves the webhook set, so that Telegram keeps updates for the next start."""
    await connect(bot)
    intake = Intake(bot, receive)
    desk = Desk(bot, intake, secret)
    server = _listening(desk, urlsplit(url).path or "/", listen, port)
    try:
        await patiently(
            bot,
            lambda: bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED_UPDATES),
            "setWebhook (see TELEGRAM_WEBHOOK_URL)",
            refusal_is_final=True,
        )
        log.info("telegram.webhook", bot=bot.username, listen=listen, port=port)
        await asyncio.Event().wait()
    finally:
        server.stop()
        await desk.idle(grace)
        await server.close_all_connections()
        await intake.close()


def _listening(desk: Desk, path: str, listen: str, port: int) -> HTTPServer:
    routes: list[Any] = [
        (re.escape(path), UpdateHandler, {"desk": desk}),
        (re.escape(HEALTH_PATH), HealthHandler),
    ]
    application = Application(routes, log_function=lambda handler: None)
    server = HTTPServer(application, max_body_size=LARGEST_BODY, max_buffer_size=2 * LARGEST_BODY)
    server.add_socket(_bound(listen, port))
    return server


def _bound(listen: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in listen else socket.AF_INET
    try:
        bound = socket.create_server((listen, port), family=family)
    except OSError as error:
        raise StartFailed(f"can't listen on {listen}:{port} for the webhook: {error.strerror}") from error
    bound.setblocking(False)
    return bound


class Desk:
    """What the handler of a request needs, and the count of requests under way."""

    def __init__(self, bot: Bot, intake: Intake, secret: str) -> None:
        self._bot, self._intake, self._secret = bot, intake, secret.encode()
        self._under_way = 0
        self._idle = asyncio.Event()
        self._idle.set()

    def admits(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self._secret)

    async def take(self, body: bytes) -> int:
        """The HTTP status: 500 makes Telegram bring the update again."""
        update = self._read(body)
        if update is None:
            return 200  # unreadable now, unreadable the next time: repeating it would only block the others
        self._begin()
        try:
            await self._intake.take(update)
        except Exception:
            log.exception("telegram.turn_failed", update_id=update.update_id)
            return 500
        finally:
            self._end()
        return 200

    async def idle(self, patience: float) -> None:
        try:
            await asyncio.wait_for(self._idle.wait(), patience)
        except TimeoutError:
            log.warning("telegram.webhook_turns_abandoned", count=self._under_way)

    def _read(self, body: bytes) -> Update | None:
        try:
            return Update.de_json(json.loads(body), self._bot)
        except Exception as error:
            log.error("telegram.update_skipped", error=type(error).__name__)
            return None

    def _begin(self) -> None:
        self._under_way += 1
        self._idle.clear()

    def _end(self) -> None:
        self._under_way -= 1
        if not self._under_way:
            self._idle.set()


class _QuietHandler(RequestHandler):
    def set_default_headers(self) -> None:
        self.clear_header("Server")
        self.set_header("Content-Type", "text/plain; charset=utf-8")

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        self.finish(str(status_code))


class UpdateHandler(_QuietHandler):
    """Telegram's own requests, told apart from anybody else's by the secret header."""

    def initialize(self, desk: Desk) -> None:
        self._desk = desk

    async def post(self) -> None:
        if not self._desk.admits(self.request.headers.get(SECRET_HEADER, "")):
            log.warning("telegram.webhook_refused", remote=self.request.remote_ip)
            self.set_status(403)
            return
        self.set_status(await self._desk.take(self.request.body))


class HealthHandler(_QuietHandler):
    """For the platform that must know whether the process answers."""

    def get(self) -> None:
        self.write("ok")
