"""`itgov kpi`: the printed values exactly, in the shape that other programs rely on."""

import asyncio
import csv
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from itgov_bot.__main__ import app
from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.desk.tickets.requesting import open_ticket
from itgov_bot.domain.indicators import Period, Reading
from itgov_bot.domain.tickets.ticket import Draft
from itgov_bot.storage import readings
from itgov_bot.storage.database import Database
from tests.databases import opened, sqlite_url
from tests.made import city
from tests.storage.made import a_person

DATA = Path(__file__).parents[2] / "data"
AVERAGES = [91, 94, 82, 71, 40, 99, 93, 23, 54, 44, 70, 43, 36]
TARGETS = [95, 95, 95, 100, 95, 95, 60, 40, 90, None, 90, 90, 90]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ITGOV_HOME", str(tmp_path / "home, sí"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tmp_path / "home, sí"


def run(*options: str) -> Result:
    return CliRunner().invoke(app, ["kpi", *options])


def asked(*options: str) -> list[dict[str, Any]]:
    result = run("--json", *options)
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert list(found) == ["indicators"]
    return list(found["indicators"])


def printed() -> dict[int, list[tuple[str, float, list[str]]]]:
    found: dict[int, list[tuple[str, float, list[str]]]] = {}
    lines = (DATA / "readings_2023.csv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader(lines):
        value = float(row["printed"].removesuffix("%"))
        found.setdefault(int(row["indicator"]), []).append((row["period"], value, row["flags"].split()))
    return found


def test_the_printed_values_exactly_and_in_order() -> None:
    said = {
        one["number"]: [
            (reading["period"], reading["value"], reading["flags"]) for reading in one["readings"]
        ]
        for one in asked()
    }
    assert said == printed()


def test_the_columns_of_the_sheet() -> None:
    found = asked()
    assert [one["number"] for one in found] == list(range(1, 14))
    assert [one["average"] for one in found] == AVERAGES
    assert [one["target"] for one in found] == TARGETS
    assert [one["flags"] for one in found] == [["no_target"] if target is None else [] for target in TARGETS]
    assert found[7]["name"] == "SOPORTE REMOTO"
    assert found[8]["owner"] == "ADMINISTRADOR DE LA RED"
    assert {one["unit"] for one in found} == {"%"}


def test_the_shape() -> None:
    [one] = asked("--indicator", "1")
    assert list(one) == [
        *("number", "name", "type", "purpose", "formula", "target", "frequency", "unit", "owner"),
        *("readings", "average", "flags"),
    ]
    assert one["readings"][2] == {
        "period": "2023-03",
        "value": 128.0,
        "numerator": None,
        "denominator": None,
        "source": "sheet",
        "flags": ["over_100"],
    }
    assert all(isinstance(reading["value"], float) for reading in one["readings"])


def test_a_year_filters_the_readings_and_the_average() -> None:
    assert asked("--year", "2023") == asked()
    empty = asked("--year", "2024")
    assert [(one["readings"], one["average"]) for one in empty] == [([], None)] * 13


async def _record(database: Database, *found: Reading) -> None:
    async with database.transaction() as session:
        for reading in found:
            await readings.add(session, reading, None, datetime(2026, 2, 1, tzinfo=UTC))
    await database.close()


def test_stored_readings_are_told_when_there_is_a_database(home: Path) -> None:
    new = Reading(8, Period.parse("2026-01"), 45.5, 91, 200, "computed")
    correction = Reading(8, Period.parse("2023-11"), 31, source="recorded", reason="faltaban casos")
    asyncio.run(_record(opened(sqlite_url(home / "itgov.db")), new, correction))
    [one] = asked("--indicator", "8")
    assert len(one["readings"]) == 13
    assert one["readings"][-1] == {
        "period": "2026-01",
        "value": 45.5,
        "numerator": 91.0,
        "denominator": 200.0,
        "source": "computed",
        "flags": [],
    }
    assert one["readings"][10]["value"] == 31
    assert asked("--indicator", "8", "--year", "2026")[0]["average"] == 46
    assert "2023: 26 % · 2026: 46 %" in run("--indicator", "8").stdout, "each year has its own average"


async def _open_one(database: Database, at: datetime) -> None:
    ana = await a_person(database, "ana")
    async with database.transaction() as session:
        desk = Desk(session, at, city(), Calendars.of(city()))
        await open_ticket(desk, ana, Draft("no abre el correo", "SER-004", "Aduana", "ext. 12"))
    await database.close()


def test_what_goes_on_is_computed_and_says_so(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asyncio.run(_open_one(opened(sqlite_url(home / "itgov.db")), datetime(2026, 3, 2, 15, tzinfo=UTC)))
    monkeypatch.setenv("ITGOV_CLOCK", "2026-03-03T10:00:00-05:00")
    [one] = asked("--indicator", "1", "--year", "2026")
    assert one["readings"] == [
        {
            "period": "2026-03",
            "value": 0.0,
            "numerator": 0,
            "denominator": 1,
            "source": "computed",
            "flags": ["open"],
        }
    ]
    assert one["average"] is None, "a month that goes on has no average yet"
    assert "va en curso" in run("--indicator", "1", "--year", "2026").stdout
    assert [reading["source"] for reading in asked("--indicator", "2")[0]["readings"]] == ["sheet"] * 2


def test_looking_makes_no_database(home: Path) -> None:
    asked()
    assert not home.exists()


def test_a_database_without_tables_has_no_readings(home: Path) -> None:
    home.mkdir()
    (home / "itgov.db").touch()
    assert [one["average"] for one in asked()] == AVERAGES


def test_a_file_that_is_no_database_is_refused(home: Path) -> None:
    home.mkdir()
    (home / "itgov.db").write_text("hola, no soy una base de datos\n" * 40, encoding="utf-8")
    result = run("--json")
    assert result.exit_code == 2
    assert "no es una base de datos SQLite" in result.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--indicator", "99"], "--indicator: «99» no es el número de un indicador (de 1 a 13)"),
        (["--indicator", "0"], "--indicator: «0»"),
        (["--indicator", "ocho"], "--indicator: «ocho»"),
        (["--indicator", "9" * 5000], "--indicator"),
        (["--year", "abc"], "--year: «abc» no es un año"),
        (["--year", ""], "--year: «»"),
        (["--year", "20233"], "--year: «20233»"),
    ],
)
def test_bad_input_ends_with_one_line(options: list[str], said: str) -> None:
    result = run("--json", *options)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "Indicadores de gestión de TI"),
        (["--indicator", "6"], "13.er valor 2023"),
        (["--indicator", "1"], "pasa de 100 %"),
        (["--indicator", "10"], "linea base"),
        (["--indicator", "8", "--year", "2024"], "Promedio: sin datos"),
    ],
)
def test_a_table_for_people(options: list[str], said: str) -> None:
    result = run(*options)
    assert result.exit_code == 0
    assert said in result.stdout
