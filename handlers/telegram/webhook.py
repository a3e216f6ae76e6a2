"""The webhook: Telegram brings each update, and is told "received" when it is kept in the inbox."""

from __future__ import annotations

import asyncio
import hmac
import json
import re
from urllib.parse import urlsplit

import structlog
from telegram import Bot
from tornado.web import stream_request_body

from handlers.start_failed import StartFailed
from handlers.telegram.calls import BACKOFF, connect, until_it_works
from handlers.telegram.receiver import ALLOWED_UPDATES, Inbox, RawUpdate, UpdateReceiver
from itgov_bot.backoff import Backoff
from itgov_bot.http_server import GuardedServer, QuietHandler, listening

log = structlog.get_logger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
HEALTH_PATH = "/salud"
MAX_BODY_BYTES = 1024 * 1024
CLOSING_GRACE_SECONDS = 5.0
"""What is being kept may be kept; the others are brought again by Telegram."""


async def serve(
    bot: Bot,
    inbox: Inbox,
    *,
    url: str,
    secret: str,
    listen: str,
    port: int,
    grace_seconds: float = CLOSING_GRACE_SECONDS,
    backoff: Backoff = BACKOFF,
) -> None:
    """Runs until cancelled; leaves the webhook set, so that Telegram keeps updates for the next start."""
    await connect(bot, backoff)
    receiver = UpdateReceiver(bot, inbox)
    endpoint = WebhookEndpoint(receiver, secret)
    server = endpoint.server = _listening(endpoint, urlsplit(url).path or "/", listen, port)
    try:
        await until_it_works(
            bot,
            lambda: bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED_UPDATES),
            "setWebhook (revise TELEGRAM_WEBHOOK_URL)",
            backoff=backoff,
            refusal_is_final=True,
        )
        log.info("telegram.webhook", bot=bot.username, listen=listen, port=port)
        await asyncio.Event().wait()
    finally:
        server.stop()
        await endpoint.idle(grace_seconds)
        await server.close_all_connections()


def _listening(endpoint: WebhookEndpoint, path: str, listen: str, port: int) -> GuardedServer:
    routes = [
        (re.escape(path), UpdateHandler, {"endpoint": endpoint}),
        (re.escape(HEALTH_PATH), HealthHandler),
    ]
    try:
        return listening(routes, listen, port, max_body_bytes=MAX_BODY_BYTES)
    except OSError as error:
        raise StartFailed(
            f"No se puede escuchar en {listen}:{port} (TELEGRAM_WEBHOOK_LISTEN y TELEGRAM_WEBHOOK_PORT): {error.strerror}"
        ) from error


class WebhookEndpoint:
    """What the handler of a request needs, and the count of requests under way."""

    def __init__(self, receiver: UpdateReceiver, secret: str) -> None:
        self._receiver, self._secret = receiver, secret.encode()
        self.server: GuardedServer | None = None
        self._under_way = 0
        self._idle = asyncio.Event()
        self._idle.set()

    def admits(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self._secret)

    async def take(self, body: bytes) -> int:
        """The HTTP status: 500 makes Telegram bring the update again."""
        update = _read(body)
        if update is None:
            return 200  # unreadable now, unreadable the next time: repeating it would only block the others
        self._begin()
        try:
            await self._receiver.keep([update])
        except Exception:
            log.exception("telegram.update_not_kept", update_id=update["update_id"])
            return 500
        finally:
            self._end()
        return 200

    async def idle(self, grace_seconds: float) -> None:
        try:
            await asyncio.wait_for(self._idle.wait(), grace_seconds)
        except TimeoutError:
            log.warning("telegram.webhook_updates_abandoned", count=self._under_way)

    def _begin(self) -> None:
        self._under_way += 1
        self._idle.clear()

    def _end(self) -> None:
        self._under_way -= 1
        if not self._under_way:
            self._idle.set()


def _read(body: bytes) -> RawUpdate | None:
    try:
        update: RawUpdate = json.loads(body)
        int(update["update_id"])
    except Exception as error:
        log.error("telegram.update_skipped", error=type(error).__name__)
        return None
    return update


@stream_request_body
class UpdateHandler(QuietHandler):
    """Telegram's own requests, told apart from anybody else's by the secret header, before their body is looked at."""

    def initialize(self, endpoint: WebhookEndpoint) -> None:
        self._endpoint = endpoint
        self._body = bytearray()

    def prepare(self) -> None:
        if not self._endpoint.admits(self.request.headers.get(SECRET_HEADER, "")):
            log.warning("telegram.webhook_refused", remote=self.request.remote_ip)
            self.refuse(403)
        elif self._endpoint.server:
            self._endpoint.server.know(self.request.connection)

    def data_received(self, chunk: bytes) -> None:
        self._body += chunk

    async def post(self) -> None:
        self.set_status(await self._endpoint.take(bytes(self._body)))


class HealthHandler(QuietHandler):
    """For the platform that must know whether the process answers."""

    def get(self) -> None:
        self.write("ok")
