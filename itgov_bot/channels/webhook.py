"""Webhooks as a channel: a signed POST, to the receiver of the settings or to a person's own address. Nothing comes in."""

import asyncio
import hashlib
import hmac
import json
import ssl
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from itgov_bot.messages import RECEIVER, Address
from itgov_bot.replies import Delivered, NeverDelivered, TryLater
from itgov_bot.urls import is_safe_url, stays_here

EXCHANGE_SECONDS = 10.0
"""For the whole exchange; far below the time a claim of the outbox holds."""
MAX_ASKED_SECONDS = 24 * 3600.0
"""A receiver that asks for more is asked again tomorrow."""

GONE, TIMEOUT, TOO_EARLY, TOO_MANY = 410, 408, 425, 429


class WebhookChannel:
    """A `Channel[str]`: what it sends is a JSON body, whose `id` names the delivery.

    The chat of an address is `RECEIVER`'s, or a URL of somebody's own. `patience` is in seconds.
    """

    name = "webhook"

    def __init__(
        self, url: str | None, secret: str, *, page_secret: str = "", patience: float = EXCHANGE_SECONDS
    ) -> None:
        """`url`: the city's receiver, where it has one; `page_secret`: what signs for others, if it is another one."""
        self._url, self._patience = url, patience
        self._secret, self._page_secret = secret.encode(), (page_secret or secret).encode()
        self._trust: ssl.SSLContext | None = None

    async def send(self, address: Address, content: str, /, *, editing: str | None = None) -> Delivered:
        url, secret = self._target(address.chat)
        body = content.encode()
        headers = signed(body, secret, int(time.time()))
        try:
            async with asyncio.timeout(self._patience):
                response = await self._post(url, body, headers)
        except (TimeoutError, httpx.HTTPError, OSError) as failure:
            raise TryLater(type(failure).__name__) from None
        except httpx.InvalidURL:
            raise NeverDelivered("no address of the web") from None
        _judge(response)
        return Delivered()

    def _target(self, chat: str) -> tuple[str, bytes]:
        if chat != RECEIVER.chat:
            url, secret = chat, self._page_secret
        elif self._url:
            url, secret = self._url, self._secret
        else:
            raise NeverDelivered("no receiver is set")
        if not is_safe_url(url):
            raise NeverDelivered("it would travel in the open")
        return url, secret

    async def _post(self, url: str, body: bytes, headers: dict[str, str]) -> httpx.Response:
        """Only the status is of interest: what the receiver says beside it is not read."""
        if self._trust is None:
            self._trust = await asyncio.to_thread(ssl.create_default_context)
        async with (
            httpx.AsyncClient(verify=self._trust, trust_env=not stays_here(url)) as client,
            client.stream(
                "POST",
                url,
                content=body,
                headers=headers,
                timeout=self._patience,
                follow_redirects=False,
            ) as response,
        ):
            return response


def signed(body: bytes, secret: bytes, timestamp: int) -> dict[str, str]:
    """The time is signed with the body, so that neither can be used again for another."""
    told = json.loads(body)
    code = hmac.new(secret, f"{timestamp}.".encode() + body, hashlib.sha256).hexdigest()
    return {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "itgov-bot",
        "X-Itgov-Event": str(told["event"]),
        "X-Itgov-Delivery": str(told["id"]),
        "X-Itgov-Timestamp": str(timestamp),
        "X-Itgov-Signature": f"sha256={code}",
    }


def _judge(response: httpx.Response) -> None:
    """2xx is taken. What may pass is tried later; any other answer does not change by asking again."""
    status = response.status_code
    if response.is_success:
        return
    if status in (TIMEOUT, TOO_EARLY, TOO_MANY) or status >= 500:
        raise TryLater(f"HTTP {status}", wait=_asked(response.headers.get("Retry-After")))
    if response.is_redirect:
        raise NeverDelivered(f"HTTP {status}: redirects are not followed")
    raise NeverDelivered(f"HTTP {status}{': the receiver is gone' if status == GONE else ''}")


def _asked(written: str | None) -> float | None:
    """Retry-After in seconds: a number, or a date. What is neither counts for nothing."""
    if written is None:
        return None
    if written.strip().isdecimal():
        return min(float(written), MAX_ASKED_SECONDS)
    try:
        until = parsedate_to_datetime(written)
    except ValueError:
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(max((until - datetime.now(UTC)).total_seconds(), 0.0), MAX_ASKED_SECONDS)
