"""Pushes updates to the bot's webhook, one after another, each until it is accepted."""

import asyncio
from contextlib import suppress
from typing import Any

import aiohttp

from .updates import Updates

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
FIRST_PAUSE, MAX_PAUSE_SECONDS = 0.02, 0.5
PUSH_TIMEOUT = 30.0


class WebhookPusher:
    def __init__(self, updates: Updates, now: Any, unexpected: list[str]) -> None:
        self._updates, self._now, self._unexpected = updates, now, unexpected
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _run(self) -> None:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PUSH_TIMEOUT)) as session:
            while True:
                await self._updates.news.until(self._has_work, 3600)
                if self._has_work():
                    await self._deliver(session, self._updates.waiting()[0])

    def _has_work(self) -> bool:
        return bool(self._updates.webhook and self._updates.waiting())

    async def _deliver(self, session: aiohttp.ClientSession, update: dict[str, Any]) -> None:
        pause = FIRST_PAUSE
        while self._updates.webhook and update in self._updates.waiting():
            if await self._push(session, update):
                self._updates.delivered([update])
                self._updates.confirm(update)
                return
            await asyncio.sleep(pause)
            pause = min(pause * 2, MAX_PAUSE_SECONDS)

    async def _push(self, session: aiohttp.ClientSession, update: dict[str, Any]) -> bool:
        webhook = self._updates.webhook
        headers = {SECRET_HEADER: webhook["secret_token"]} if webhook["secret_token"] else {}
        try:
            async with session.post(webhook["url"], json=update, headers=headers) as answer:
                return self._accepted(answer.status, await answer.text())
        except (aiohttp.ClientError, TimeoutError) as error:
            self._failed(str(error) or type(error).__name__)
            return False

    def _accepted(self, status: int, body: str) -> bool:
        if not 200 <= status < 300:
            self._failed(f"Wrong response from the webhook: {status}")
            return False
        if '"method"' in body:
            self._unexpected.append(f"a call in the webhook's answer: {body}")
        return True

    def _failed(self, why: str) -> None:
        if self._updates.webhook:  # it may have been removed meanwhile
            self._updates.webhook |= {"last_error_message": why, "last_error_date": int(self._now())}
