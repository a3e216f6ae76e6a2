"""Logging: structured lines on stderr, so that stdout carries only the conversation. Never texts of people or secrets."""

import logging
import sys
import time
from collections.abc import Callable, MutableMapping
from typing import Any

import structlog

MOST_A_MINUTE = 20
"""Lines of one kind: whatever goes wrong a thousand times a minute does not fill the disk."""
MINUTE = 60.0
KINDS_KNOWN = 1000
MOST_TOLD = 200
"""Characters of a fault's own words."""
MOST_OF_A_TRACE = 2000
"""Characters of its beginning, and of its end."""


class Repeats:
    """Lets through what has not been said too often in this minute; the next of its kind says how many were not."""

    def __init__(self, most: int = MOST_A_MINUTE, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._clock = most, clock
        self._kinds: dict[str, tuple[float, int]] = {}

    def left_out(self, kind: str) -> int | None:
        """How many of its kind were left out before this one; None when this one is to be left out too."""
        now = self._clock()
        if len(self._kinds) > KINDS_KNOWN:
            self._kinds.clear()
        began, said = self._kinds.get(kind, (now, 0))
        if now - began < MINUTE:
            self._kinds[kind] = began, said + 1
            return 0 if said < self._most else None
        self._kinds[kind] = now, 1
        return max(0, said - self._most)

    def __call__(
        self, _logger: Any, _method: str, line: MutableMapping[str, Any]
    ) -> MutableMapping[str, Any]:
        left_out = self.left_out(str(line.get("event")))
        if left_out is None:
            raise structlog.DropEvent
        return {**line, "left_out": left_out} if left_out else line


class Traces:
    """Of a fault that goes on the whole trace is told once a minute, and then its kind and first line: a database that
    is away for a night fills no disk."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._repeats = Repeats(1, clock)

    def __call__(
        self, _logger: Any, _method: str, line: MutableMapping[str, Any]
    ) -> MutableMapping[str, Any]:
        failure = _failure_of(line.get("exc_info"))
        if failure is None or self._repeats.left_out(f"{line.get('event')}: {type(failure)}") is not None:
            return line
        told = next(iter(str(failure).splitlines()), "")[:MOST_TOLD]
        return {name: value for name, value in line.items() if name != "exc_info"} | {
            "error": f"{type(failure).__name__}: {told}"
        }


def _failure_of(exc_info: object) -> BaseException | None:
    """`exc_info` is a fault, or says that there is one at present."""
    if isinstance(exc_info, BaseException):
        return exc_info
    return sys.exc_info()[1] if exc_info else None


def _cut(_logger: Any, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A trace through many layers: where it began and where it broke."""
    trace = line.get("exception")
    if isinstance(trace, str) and len(trace) > 2 * MOST_OF_A_TRACE:
        line["exception"] = f"{trace[:MOST_OF_A_TRACE]}\n…\n{trace[-MOST_OF_A_TRACE:]}"
    return line


class OfLibraries(logging.Formatter):
    """What a library says, as a line like ours."""

    def format(self, record: logging.LogRecord) -> str:
        line = {"event": record.getMessage(), "logger": record.name, "level": record.levelname.lower()}
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        context = structlog.contextvars.get_contextvars()
        return str(structlog.processors.JSONRenderer(ensure_ascii=False)(None, "", {**context, **line}))


def set_up_logging(level: str) -> None:
    """`level` is a name of the logging module in lower case."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            Repeats(),
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            Traces(),
            structlog.processors.format_exc_info,
            _cut,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level.upper())),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    said, seen = logging.StreamHandler(sys.stderr), Repeats()
    said.setFormatter(OfLibraries())
    said.addFilter(lambda record: seen.left_out(f"{record.name}: {record.msg}") is not None)
    logging.basicConfig(handlers=[said], level=logging.WARNING)
