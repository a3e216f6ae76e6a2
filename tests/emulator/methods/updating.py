"""How the bot gets its updates: long polling or a webhook, never both."""

import re
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from ..errors import bad_request
from ..updates import BATCH_LIMIT, MAX_POLL_SECONDS
from ..world import Json, World

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
LOOPBACK = {"127.0.0.1", "localhost"}  # Telegram wants https; on loopback a test may go without


def get_updates(world: World, params: Json) -> Awaitable[list[Json]]:
    limit, timeout = params.get("limit", BATCH_LIMIT), params.get("timeout", 0)
    if timeout < 0:
        raise bad_request("timeout must be non-negative")
    world.updates.allow(params.get("allowed_updates"))
    bounded = min(max(limit, 1), BATCH_LIMIT)
    return world.updates.poll(params.get("offset", 0), bounded, min(timeout, MAX_POLL_SECONDS))


def set_webhook(world: World, params: Json) -> bool:
    if not params["url"]:
        return delete_webhook(world, params)
    _check_webhook(params["url"], params.get("secret_token"))
    world.updates.allow(params.get("allowed_updates"))
    _drop_pending(world, params)
    world.updates.webhook = {
        "url": params["url"],
        "secret_token": params.get("secret_token"),
        "has_custom_certificate": "certificate" in params,
        "max_connections": params.get("max_connections", 40),
    }
    world.updates.news.announce()
    return True


def delete_webhook(world: World, params: Json) -> bool:
    world.updates.webhook = {}
    _drop_pending(world, params)
    return True


def get_webhook_info(world: World, params: Json) -> Json:
    updates = world.updates
    told = {name: value for name, value in updates.webhook.items() if name != "secret_token"}
    base = {"url": "", "has_custom_certificate": False, "pending_update_count": len(updates.pending)}
    return base | told | ({"allowed_updates": updates.allowed} if updates.allowed else {})


def _drop_pending(world: World, params: Json) -> None:
    if params.get("drop_pending_updates"):
        world.updates.pending.clear()


def _check_webhook(url: str, secret: str | None) -> None:
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if secret is not None and not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")


METHODS: dict[str, Callable[[World, Json], Any]] = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
