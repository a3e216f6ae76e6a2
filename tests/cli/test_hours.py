"""`itgov hours`: the minutes at which the desk opens and closes, in the shape that other programs rely on."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from itgov_bot.__main__ import app


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ITGOV_CLOCK", raising=False)


def run(*options: str) -> Result:
    return CliRunner().invoke(app, ["hours", *options])


def asked(at: str, *options: str) -> dict[str, Any]:
    result = run("--json", "--at", at, *options)
    assert result.exit_code == 0, result.output
    return dict(json.loads(result.stdout))


def is_open(until: str) -> dict[str, Any]:
    return {"open": True, "closes_at": f"{until}:00-05:00", "opens_at": None, "holiday": None}


def closed(until: str, holiday: str | None = None) -> dict[str, Any]:
    return {"open": False, "closes_at": None, "opens_at": f"{until}:00-05:00", "holiday": holiday}


GENERAL = {
    "monday, the minute before": ("2026-03-09T07:59:59", closed("2026-03-09T08:00")),
    "monday, the opening minute is open": ("2026-03-09T08:00:00", is_open("2026-03-09T18:00")),
    "thursday, the last second": ("2026-03-12T17:59:59", is_open("2026-03-12T18:00")),
    "thursday, the closing minute is closed": ("2026-03-12T18:00:00", closed("2026-03-13T08:00")),
    "friday, the last second": ("2026-03-13T16:59:59", is_open("2026-03-13T17:00")),
    "friday, the closing minute is closed": ("2026-03-13T17:00:00", closed("2026-03-16T08:00")),
    "friday, where other days are open": ("2026-03-13T17:30:00", closed("2026-03-16T08:00")),
    "saturday": ("2026-03-14T10:00:00", closed("2026-03-16T08:00")),
    "friday before a holiday": ("2026-03-20T17:00", closed("2026-03-24T08:00")),
    "a moved holiday": ("2026-03-23T10:00", closed("2026-03-24T08:00", "Día de San José")),
    "holy thursday": ("2026-04-02T10:00", closed("2026-04-06T08:00", "Jueves Santo")),
    "wednesday before easter": ("2026-04-01T18:00", closed("2026-04-06T08:00")),
    "a fixed holiday in the week": (
        "2026-07-20T10:00",
        closed("2026-07-21T08:00", "Día de la Independencia"),
    ),
    "christmas": ("2026-12-25T09:00", closed("2026-12-28T08:00", "Navidad")),
    "the last day of the year": ("2026-12-31T17:59:59", is_open("2026-12-31T18:00")),
    "the year ends on a long weekend": ("2026-12-31T18:00", closed("2027-01-04T08:00")),
    "new year's day": ("2027-01-01T08:00", closed("2027-01-04T08:00", "Año Nuevo")),
    "the sheet's own year ends": ("2023-12-29T17:00", closed("2024-01-02T08:00")),
    "an instant in UTC": ("2026-03-09T13:00:00Z", is_open("2026-03-09T18:00")),
    "another offset, another day there": ("2026-03-10T00:59:59+02:00", is_open("2026-03-09T18:00")),
    "a day without a time is its midnight": ("2026-03-09", closed("2026-03-09T08:00")),
}


@pytest.mark.parametrize(("at", "said"), GENERAL.values(), ids=GENERAL.keys())
def test_the_general_hours(at: str, said: dict[str, Any]) -> None:
    assert asked(at) == said


@pytest.mark.parametrize(
    ("service", "at", "said"),
    [
        ("SER-001", "2026-03-13T17:30", is_open("2026-03-13T18:00")),
        ("SER-001", "2026-03-13T17:59:59", is_open("2026-03-13T18:00")),
        ("SER-001", "2026-03-13T18:00", closed("2026-03-16T08:00")),
        ("ser1", "2026-03-13T17:30", is_open("2026-03-13T18:00")),
        ("SER-004", "2026-03-13T17:30", closed("2026-03-16T08:00")),
        ("ser4", "2026-03-12T17:30", is_open("2026-03-12T18:00")),
        ("SFR-034", "2026-03-13T17:30", closed("2026-03-16T08:00")),
        ("SER-034", "2026-03-13T16:30", is_open("2026-03-13T17:00")),
    ],
)
def test_only_the_first_service_has_a_longer_friday(service: str, at: str, said: dict[str, Any]) -> None:
    assert asked(at, "--service", service) == said


def test_the_keys_and_their_order() -> None:
    assert list(asked("2026-03-09T10:00")) == ["open", "closes_at", "opens_at", "holiday"]


def test_without_an_instant_it_is_now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ITGOV_CLOCK", "2026-03-09T10:00")
    assert json.loads(run("--json").stdout) == is_open("2026-03-09T18:00")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--at", "nonsense"], "--at: «nonsense» no es un instante ISO"),
        (["--at", ""], "--at: «»"),
        (["--at", "2026-02-30T10:00"], "no es un instante ISO"),
        (["--at", "9999-12-31T23:00"], "fuera del calendario"),
        (["--at", "0001-01-01T00:00"], "fuera del calendario"),
        (["--at", "2026-03-09", "--service", "SER-028"], "--service: «SER-028» no está en el catálogo"),
        (["--at", "2026-03-09", "--service", ""], "--service: «»"),
        (["--at", "2026-03-09", "--service", "SER-999"], "--service: «SER-999»"),
    ],
)
def test_bad_input_ends_with_one_line(options: list[str], said: str) -> None:
    result = run("--json", *options)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_a_table_for_people() -> None:
    result = run("--at", "2026-03-23T10:00")
    assert result.exit_code == 0
    for words in ("cerrado", "24 de marzo de 2026, 8:00 a. m.", "Día de San José"):
        assert words in result.stdout
    assert "abierto" in run("--at", "2026-03-24T10:00").stdout
