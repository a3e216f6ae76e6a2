"""The log: lines that another program reads, bounded in number, and told apart by the turn they belong to."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from itgov_bot.logs import MINUTE, OfLibraries, Repeats, set_up_logging


@pytest.fixture(autouse=True)
def _own_logging() -> Iterator[None]:
    kept = structlog.get_config()
    yield
    structlog.configure(**kept)
    structlog.contextvars.clear_contextvars()


def test_what_repeats_is_said_some_times_a_minute_and_then_counted() -> None:
    now = [0.0]
    repeats = Repeats(most=3, clock=lambda: now[0])
    assert [repeats.left_out("a") for _ in range(10)] == [0, 0, 0] + [None] * 7
    assert repeats.left_out("b") == 0
    now[0] = MINUTE
    assert [repeats.left_out("a") for _ in range(4)] == [7, 0, 0, None]


def test_a_flood_of_lines_stays_short(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("info")
    log = structlog.get_logger()
    for number in range(1000):
        log.warning("delivery put off", item=number)
    log.warning("something else")
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert len(lines) == 21
    assert lines[-1]["event"] == "something else"


def test_of_a_fault_that_goes_on_the_trace_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("info")
    log = structlog.get_logger()
    for _ in range(10):
        try:
            _fails(200)
        except ZeroDivisionError as failure:
            log.exception("round failed")
            log.error("turn failed for good", exc_info=failure)
    said = capsys.readouterr().err
    lines = [json.loads(line) for line in said.splitlines()]
    assert len([line for line in lines if "exception" in line]) == 2
    assert "test_logs.py" in lines[0]["exception"]
    assert lines[0]["exception"].endswith("ZeroDivisionError: division by zero")
    assert lines[-1]["error"] == "ZeroDivisionError: division by zero"
    assert len(said) < 14_000


def _fails(deep: int) -> float:
    """Through frames that no trace leaves out for being alike."""
    return [_fails, _fails_too][deep % 2](deep - 1) if deep else 1 / deep


def _fails_too(deep: int) -> float:
    return _fails(deep)


def test_every_line_of_a_turn_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("info")
    structlog.contextvars.bind_contextvars(turn="telegram:42")
    structlog.get_logger().info("ours")
    record = logging.LogRecord("library", logging.WARNING, "", 0, "its %s", ("own",), None)
    lines = [json.loads(capsys.readouterr().err), json.loads(OfLibraries().format(record))]
    assert [(line["event"], line["turn"]) for line in lines] == [
        ("ours", "telegram:42"),
        ("its own", "telegram:42"),
    ]
