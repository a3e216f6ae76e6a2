"""The desk watches itself: that the rounds really run is kept for everybody to see, and told to whoever watches outside."""

import asyncio
import ssl
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog

from itgov_bot.domain.health import Pulse
from itgov_bot.jobs.durations import Durations
from itgov_bot.storage import marks
from itgov_bot.tasks import ended
from itgov_bot.unit_of_work import UnitOfWork
from itgov_bot.urls import stays_here

log = structlog.get_logger(__name__)

EVERY = timedelta(minutes=1)
"""Between two signs of life."""
PATIENCE_SECONDS = 5.0


class Watch:
    """`failures` counts by round and `turns` takes their time, in this process; the pulse is kept in the database, for all
    of them."""

    def __init__(self, work: UnitOfWork, heartbeat_url: str | None) -> None:
        self.failures: Counter[str] = Counter()
        self.turns = Durations()
        self._work = work
        self._url = heartbeat_url
        self._signs = SignsOfLife()
        self._ping: asyncio.Task[None] | None = None

    async def after_rounds(self, failed: Sequence[str]) -> None:
        """All rounds were tried, and those named `failed` did. Does not wait for who watches outside."""
        self.failures.update(failed)
        if not failed:
            await self._beat(Pulse.ROUNDS)
        is_due = self._signs.is_due(self._work.clock(), whole=not failed)
        if is_due and self._url and (self._ping is None or self._ping.done()):
            self._ping = asyncio.create_task(self._give_sign(self._url), name="heartbeat")

    async def close(self) -> None:
        if self._ping:
            await ended([self._ping])

    async def _give_sign(self, url: str) -> None:
        """Without the address in the log: it is often the key to it."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await _get(url)
            await self._beat(Pulse.HEARTBEAT)
        except Exception as failure:
            log.warning("the heartbeat was not taken", reason=type(failure).__name__)

    async def _beat(self, one: Pulse) -> None:
        async with self._work.begin() as desk:
            await marks.renew(desk.session, one, desk.now)


class SignsOfLife:
    """When one is due: at most once in EVERY, and only if no round failed since the last time it could have been."""

    def __init__(self) -> None:
        self._since: datetime | None = None
        self._whole = True

    def is_due(self, now: datetime, *, whole: bool) -> bool:
        """The rounds ran, and `whole` says that none failed. A clock that jumps, also back, holds nothing up."""
        self._whole = self._whole and whole
        if self._since is not None and abs(now - self._since) < EVERY:
            return False
        due, self._since, self._whole = self._whole, now, True
        return due


async def _get(url: str) -> None:
    import httpx  # not loaded where nobody watches

    trust = await asyncio.to_thread(ssl.create_default_context)
    async with (
        httpx.AsyncClient(verify=trust, trust_env=not stays_here(url), timeout=PATIENCE_SECONDS) as client,
        client.stream("GET", url, follow_redirects=False) as response,
    ):
        response.raise_for_status()
