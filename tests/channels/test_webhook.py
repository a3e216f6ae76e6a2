"""The webhook channel against a real server on loopback: what is sent, how it is signed, how each answer is taken."""

import asyncio
import hashlib
import hmac
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from itgov_bot.channels.optional import optional_channels
from itgov_bot.channels.webhook import MAX_ASKED_SECONDS, WebhookChannel
from itgov_bot.messages import Address
from itgov_bot.replies import NeverDelivered, TryLater
from itgov_bot.settings import Settings, SettingsError, load_settings

SECRET = "una-clave-bien-larga"
WHERE = Address("webhook", "default")
BODY = json.dumps({"id": "d1", "event": "ticket.opened", "text": "ñandú «sí»"}, ensure_ascii=False)

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Receiver:
    """Keeps what it was given and answers as it is told."""

    def __init__(self, answer: Answer) -> None:
        self.requests: list[tuple[dict[str, str], bytes]] = []
        self._answer = answer
        self.url = ""

    async def take(self, request: web.Request) -> web.StreamResponse:
        self.requests.append((dict(request.headers), await request.read()))
        return await self._answer(request)


@asynccontextmanager
async def receiver(answer: Answer) -> AsyncIterator[Receiver]:
    made = Receiver(answer)
    app = web.Application()
    app.router.add_post("/hook", made.take)
    async with TestServer(app) as server:
        made.url = str(server.make_url("/hook"))
        yield made


def answering(status: int, **headers: str) -> Answer:
    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.Response(status=status, headers=headers)

    return answer


async def send(url: str, **options: Any) -> None:
    await WebhookChannel(url, SECRET, **options).send(WHERE, BODY)


async def test_the_body_arrives_signed_with_its_time() -> None:
    async with receiver(answering(204)) as there:
        await send(there.url)
    [(headers, body)] = there.requests
    assert body.decode() == BODY
    at = headers["X-Itgov-Timestamp"]
    assert abs(time.time() - int(at)) < 10
    code = hmac.new(SECRET.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    assert headers["X-Itgov-Signature"] == f"sha256={code}"
    assert (headers["X-Itgov-Event"], headers["X-Itgov-Delivery"]) == ("ticket.opened", "d1")
    assert headers["Content-Type"] == "application/json; charset=utf-8"


@pytest.mark.parametrize("status", [200, 201, 202, 204])
async def test_2xx_is_delivered(status: int) -> None:
    async with receiver(answering(status)) as there:
        await send(there.url)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 413, 422])
async def test_a_refusal_is_for_good(status: int) -> None:
    async with receiver(answering(status)) as there:
        with pytest.raises(NeverDelivered, match=str(status)) as failure:
            await send(there.url)
    assert not failure.value.unreachable, "what happens next is told all the same"


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
async def test_a_passing_fault_is_tried_later(status: int) -> None:
    async with receiver(answering(status)) as there:
        with pytest.raises(TryLater, match=str(status)) as failure:
            await send(there.url)
    assert failure.value.wait is None


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("120", 120),
        ("0", 0),
        ("99999999999999999999", MAX_ASKED_SECONDS),
        ("mañana", None),
        ("", None),
        ("-5", None),
    ],
)
async def test_retry_after_is_respected(written: str, seconds: float | None) -> None:
    async with receiver(answering(503, **{"Retry-After": written})) as there:
        with pytest.raises(TryLater) as failure:
            await send(there.url)
    assert failure.value.wait == seconds


async def test_retry_after_may_be_a_date() -> None:
    at = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    async with receiver(answering(429, **{"Retry-After": at})) as there:
        with pytest.raises(TryLater) as failure:
            await send(there.url)
    assert failure.value.wait == pytest.approx(90, abs=5)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_a_redirect_is_not_followed(status: int) -> None:
    async with receiver(answering(204)) as other, receiver(answering(status, Location=other.url)) as there:
        with pytest.raises(NeverDelivered, match="not followed"):
            await send(there.url)
    assert not other.requests


async def test_one_that_does_not_answer_is_left() -> None:
    async def slow(_request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(2)
        return web.Response()

    async with receiver(slow) as there:
        with pytest.raises(TryLater):
            await send(there.url, patience=0.2)


async def test_one_that_says_endless_things_is_not_listened_to() -> None:
    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(200):
            await response.write(b"x" * 100_000)
            await asyncio.sleep(0.01)
        return response

    async with receiver(endless) as there:
        async with asyncio.timeout(1.5):
            await send(there.url)


async def test_nobody_there(unused_tcp_port: int) -> None:
    with pytest.raises(TryLater):
        await send(f"http://127.0.0.1:{unused_tcp_port}/")


async def test_a_proxy_of_the_machine_is_not_asked_for_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    async with receiver(answering(204)) as there:
        await send(there.url)


async def test_a_persons_own_address_gets_its_own_signature() -> None:
    async with receiver(answering(204)) as mine, receiver(answering(204)) as citys:
        channel = WebhookChannel(citys.url, SECRET, page_secret="otra-clave-bien-larga")
        await channel.send(Address("webhook", mine.url), BODY)
        await channel.send(WHERE, BODY)
    for there, secret in ((mine, "otra-clave-bien-larga"), (citys, SECRET)):
        [(headers, body)] = there.requests
        signed = f"{headers['X-Itgov-Timestamp']}.".encode() + body
        code = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
        assert headers["X-Itgov-Signature"] == f"sha256={code}"


async def test_a_persons_own_address_is_not_led_elsewhere() -> None:
    async with receiver(answering(204)) as other, receiver(answering(307, Location=other.url)) as there:
        with pytest.raises(NeverDelivered, match="not followed"):
            await WebhookChannel(None, SECRET).send(Address("webhook", there.url), BODY)
    assert not other.requests


@pytest.mark.parametrize(
    "url", ["http://pager.example.co/x", "pager", "https://", "ftp://127.0.0.1/x", "default"]
)
async def test_nothing_leaves_in_the_open_or_for_a_receiver_that_there_is_not(url: str) -> None:
    with pytest.raises(NeverDelivered):
        await WebhookChannel(None, SECRET).send(Address("webhook", url), BODY)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            {"itgov_webhook_url": "http://ayuda.example.gov.co/"},
            "ITGOV_WEBHOOK_URL: «http://ayuda.example.gov.co/» no es",
        ),
        ({"itgov_webhook_url": "ayuda"}, "ITGOV_WEBHOOK_URL: «ayuda» no es una dirección https"),
        ({"itgov_webhook_url": "https://a.co/h"}, "ITGOV_WEBHOOK_SECRET: falta"),
        (
            {"itgov_webhook_url": "https://a.co/h", "itgov_webhook_secret": "corta"},
            "ITGOV_WEBHOOK_SECRET: es muy corta",
        ),
        ({"itgov_webhook_contacts": "quizás"}, "ITGOV_WEBHOOK_CONTACTS: «quizás» no es true ni false"),
    ],
)
def test_wrong_settings_are_told_without_the_secret(given: dict[str, str], said: str) -> None:
    with pytest.raises(SettingsError) as failure:
        load_settings(_env_file=None, **given)
    assert said in str(failure.value)
    assert "corta»" not in str(failure.value)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9000/", "http://localhost/", "http://[::1]:9/", "https://a.co"]
)
def test_addresses_that_are_taken(url: str) -> None:
    assert (
        load_settings(_env_file=None, itgov_webhook_url=url, itgov_webhook_secret=SECRET).itgov_webhook_url
        == url
    )


def test_there_is_one_only_where_it_is_set() -> None:
    assert optional_channels(Settings(_env_file=None)) == []
    made = Settings(_env_file=None, itgov_webhook_url="https://a.co/h", itgov_webhook_secret=SECRET)
    assert [one.name for one in optional_channels(made)] == ["webhook"]
    pages_alone = Settings(_env_file=None, itgov_page_secret=SECRET)
    assert [one.name for one in optional_channels(pages_alone)] == ["webhook"]
