"""How the desk is doing, in Prometheus' text format. Read at the time of asking: nothing is counted twice, or goes stale."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

from itgov_bot.desk.health import measure
from itgov_bot.domain.health import Health, Pulse
from itgov_bot.http_server import QuietHandler, listening
from itgov_bot.jobs.watch import Watch
from itgov_bot.settings import Settings, SettingsError
from itgov_bot.storage import marks
from itgov_bot.unit_of_work import UnitOfWork

PATH, HEALTH_PATH, READY_PATH = "/metrics", "/salud", "/listo"
ROUNDS_OLD_SECONDS = 120
"""The rounds run every fifteen seconds."""


@asynccontextmanager
async def metrics_served(settings: Settings, work: UnitOfWork, watch: Watch) -> AsyncIterator[None]:
    """While the block lasts they can be asked for, if the settings say where. Raises SettingsError."""
    if settings.itgov_metrics_port is None:
        yield
        return
    listen, port = settings.itgov_metrics_listen, settings.itgov_metrics_port
    try:
        server = listening(_routes(work, watch), listen, port)
    except OSError as failure:
        raise SettingsError(
            f"ITGOV_METRICS_PORT: no se puede escuchar en {listen}:{port} ({failure.strerror}); escriba otro puerto"
        ) from None
    try:
        yield
    finally:
        server.stop()
        await server.close_all_connections()


def _routes(work: UnitOfWork, watch: Watch) -> list[Any]:
    return [
        (PATH, MetricsHandler, {"work": work, "watch": watch}),
        (HEALTH_PATH, AliveHandler),
        (READY_PATH, ReadyHandler, {"work": work}),
    ]


class AliveHandler(QuietHandler):
    """The process answers. What it leans on may be away: that is no reason to start it again."""

    def get(self) -> None:
        self.write("ok")


class ReadyHandler(QuietHandler):
    """Work gets done: the database answers and the rounds run. If not, 503 and the reason."""

    def initialize(self, work: UnitOfWork) -> None:
        self._work = work

    async def get(self) -> None:
        reason = await _not_ready(self._work)
        self.set_status(503 if reason else 200)
        self.finish(reason or "ok")


async def _not_ready(work: UnitOfWork) -> str | None:
    try:
        async with work.look() as desk:
            age = _age(desk.now, await marks.last(desk.session, Pulse.ROUNDS))
    except Exception as failure:
        return f"database: {type(failure).__name__}"
    return "rounds" if age is None or age > ROUNDS_OLD_SECONDS else None


class MetricsHandler(QuietHandler):
    def initialize(self, work: UnitOfWork, watch: Watch) -> None:
        self._work, self._watch = work, watch

    async def get(self) -> None:
        self.set_header("Content-Type", CONTENT_TYPE_LATEST)
        self.finish(await exposition(self._work, self._watch))


async def exposition(work: UnitOfWork, watch: Watch) -> bytes:
    async with work.look() as desk:
        measured, now = await measure(desk), desk.now
    registry = CollectorRegistry()
    registry.register(_Measured(measured, watch, now))
    return generate_latest(registry)


class _Measured(Collector):
    """What was measured, as Prometheus collects it."""

    def __init__(self, measured: Health, watch: Watch, now: datetime) -> None:
        self._measured, self._watch, self._now = measured, watch, now

    def collect(self) -> Iterator[Metric]:
        for name, meaning, value in _gauges(self._measured, self._now):
            if value is not None:
                yield GaugeMetricFamily(f"itgov_{name}", meaning, value)
        counted = CounterMetricFamily(
            "itgov_round_failures", "Rounds that failed in this process", labels=["round"]
        )
        for one, count in sorted(self._watch.failures.items()):
            counted.add_metric([one], count)
        yield counted
        turns = self._watch.turns
        yield HistogramMetricFamily(
            "itgov_turn_seconds",
            "How long turns took in this process, with the files they fetched",
            buckets=turns.buckets(),
            sum_value=turns.total_seconds,
        )


def _gauges(measured: Health, now: datetime) -> Iterator[tuple[str, str, float | None]]:
    """What never happened has no age and is left out; what does not wait has waited 0 seconds."""
    vitals, counts = measured.vitals, measured.counts
    waits = measured.receiver.waiting if measured.receiver else None
    yield "last_round_age_seconds", "Since all rounds last ran without a failure", _age(now, vitals.rounds)
    yield "last_heartbeat_age_seconds", "Since the last heartbeat was taken", _age(now, vitals.heartbeat)
    yield (
        "oldest_update_age_seconds",
        "Of the oldest update that has not had its turn",
        _age(now, vitals.unread) or 0,
    )
    yield (
        "oldest_reply_age_seconds",
        "Of the oldest message to people that has not left",
        _age(now, vitals.unsent) or 0,
    )
    undelivered = _age(now, vitals.undelivered) or 0
    yield "oldest_undelivered_page_age_seconds", "Of the oldest urgent message that has not left", undelivered
    untaken = _age(now, vitals.untaken) or 0
    yield "oldest_untaken_page_age_seconds", "Since the first call of a page nobody has taken", untaken
    yield "untaken_pages", "Pages that nobody has taken", counts.untaken_pages
    yield "tickets_live", "Tickets in which somebody at the desk owes something", counts.live_tickets
    yield "outbox_waiting", "Messages that have not left", counts.waiting_replies
    yield "outbox_failed_last_day", "Messages given up in the last 24 hours", counts.failed_replies
    yield "events_waiting", "Events that the city's other help desk lacks", waits


def _age(now: datetime, then: datetime | None) -> float | None:
    return max(0.0, (now - then).total_seconds()) if then else None
