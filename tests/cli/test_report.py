"""`itgov report`: each format, into a file and to stdout, without a database; and what is refused."""

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from itgov_bot.__main__ import app


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ITGOV_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ITGOV_CLOCK", "2023-11-20T10:00")
    monkeypatch.delenv("DATABASE_URL", raising=False)


def run(*options: str) -> Result:
    return CliRunner().invoke(app, ["report", *options])


def test_the_year_of_today_in_the_layout_of_the_city(tmp_path: Path) -> None:
    result = run()
    assert (result.exit_code, result.stdout) == (0, "82 lecturas de 2023 en indicadores-2023.xlsx\n")
    assert load_workbook(tmp_path / "indicadores-2023.xlsx").sheetnames == ["Indicadores 2023", "Lecturas"]
    assert not (tmp_path / "home" / "itgov.db").exists(), "looking makes no database"


def test_the_ending_of_the_file_says_its_format(tmp_path: Path) -> None:
    assert run("--year", "2023", "--output", "a.csv").exit_code == 0
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_readings_as_csv_on_stdout() -> None:
    result = run("--format", "csv", "--output", "-")
    rows = list(csv.DictReader(io.StringIO(result.stdout_bytes.decode("utf-8-sig"))))
    assert len(rows) == 82
    assert (rows[2]["Indicador"], rows[2]["Avance (%)"], rows[2]["Notas"]) == ("1", "128", "pasa de 100 %")
    assert result.stderr == "82 lecturas de 2023 en -\n"


def test_a_year_without_readings_has_none(tmp_path: Path) -> None:
    told = run("--year", "1999", "--format", "csv").stdout
    assert told.startswith("No hay ninguna lectura de 1999: indicadores-1999.csv sale sin valores")
    assert len((tmp_path / "indicadores-1999.csv").read_text(encoding="utf-8-sig").splitlines()) == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--format", "doc"], "--format: «doc» no es un formato; los que hay son xlsx, csv y pdf"),
        (["--year", "ayer"], "--year: «ayer» no es un año"),
        (["--output", "no/hay/x.csv"], "--output: no se puede escribir no/hay/x.csv"),
        (["--output", "."], "--output: . es una carpeta"),
    ],
)
def test_bad_input_ends_with_one_line(options: list[str], said: str) -> None:
    result = run(*options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
