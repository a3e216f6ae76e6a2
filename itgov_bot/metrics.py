"""How the desk is doing, in Prometheus' text format. Read at the time of asking: nothing is counted twice, or goes stale."""

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from itgov_bot.desk.health import measure
from itgov_bot.domain.health import Health
from itgov_bot.http_server import QuietHandler, listening
from itgov_bot.jobs.watch import Watch
from itgov_bot.notices.unit_of_work import UnitOfWork
from itgov_bot.settings import Settings, SettingsError

PATH = "/metrics"


@asynccontextmanager
async def metrics_served(settings: Settings, work: UnitOfWork, watch: Watch) -> AsyncIterator[None]:
    """While the block lasts they can be asked for, if the settings say where. Raises SettingsError."""
    if settings.itgov_metrics_port is None:
        yield
        return
    listen, port = settings.itgov_metrics_listen, settings.itgov_metrics_port
    try:
        server = listening([(PATH, MetricsHandler, {"work": work, "watch": watch})], listen, port)
    except OSError as failure:
        raise SettingsError(
            f"ITGOV_METRICS_PORT: no se puede escuchar en {listen}:{port} ({failure.strerror}); escriba otro puerto"
        ) from None
    try:
        yield
    finally:
        server.stop()
        await server.close_all_connections()


class MetricsHandler(QuietHandler):
    def initialize(self, work: UnitOfWork, watch: Watch) -> None:
        self._work, self._watch = work, watch

    async def get(self) -> None:
        self.set_header("Content-Type", CONTENT_TYPE_LATEST)
        self.finish(await exposition(self._work, self._watch.failures))


async def exposition(work: UnitOfWork, failures: Mapping[str, int]) -> bytes:
    """`failures` of rounds, by their names."""
    async with work.look() as desk:
        measured, now = await measure(desk), desk.now
    registry = CollectorRegistry()
    registry.register(_Measured(measured, failures, now))
    return generate_latest(registry)


class _Measured(Collector):
    """What was measured, as Prometheus collects it."""

    def __init__(self, measured: Health, failures: Mapping[str, int], now: datetime) -> None:
        self._measured, self._failures, self._now = measured, failures, now

    def collect(self) -> Iterator[Metric]:
        for name, meaning, value in _gauges(self._measured, self._now):
            if value is not None:
                yield GaugeMetricFamily(f"itgov_{name}", meaning, value)
        counted = CounterMetricFamily(
            "itgov_round_failures", "Rounds that failed in this process", labels=["round"]
        )
        for one, count in sorted(self._failures.items()):
            counted.add_metric([one], count)
        yield counted


def _gauges(measured: Health, now: datetime) -> Iterator[tuple[str, str, float | None]]:
    """What never happened has no age and is left out; what does not wait has waited 0 seconds."""
    vitals, counts = measured.vitals, measured.counts
    waits = measured.receiver.waiting if measured.receiver else None
    yield "last_round_age_seconds", "Since all rounds last ran without a failure", _age(now, vitals.rounds)
    yield "last_heartbeat_age_seconds", "Since the last heartbeat was taken", _age(now, vitals.heartbeat)
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
