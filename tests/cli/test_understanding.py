"""`itgov match`, `urgency`, `evaluate`: the lines that other programs rely on."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from itgov_bot.__main__ import app
from itgov_bot.settings import Settings


@pytest.fixture(autouse=True)
def _trained(models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The home of a desk whose model is trained: the command finds it where the bot does."""
    monkeypatch.setenv("ITGOV_HOME", str(tmp_path))
    Settings(_env_file=None).models_folder.symlink_to(models, target_is_directory=True)


def run(*arguments: str, lines: str = "") -> Result:
    return CliRunner().invoke(app, list(arguments), input=lines)


def test_match_answers_line_by_line() -> None:
    lines = '{"id":"a","text":"la impresora no imprime"}\n\n{"id":2,"text":"hola"}\n'
    found = [json.loads(line) for line in run("match", "--json", lines=lines).stdout.splitlines()]
    assert [each["id"] for each in found] == ["a", 2]
    assert [each["decision"] for each in found] == ["answer", "none"]
    assert found[0]["candidates"][0]["id"] == "SER-025"
    assert all(len(each["candidates"]) <= 5 for each in found)
    scores = [candidate["score"] for candidate in found[0]["candidates"]]
    assert scores == sorted(scores, reverse=True) == [round(score, 4) for score in scores]


@pytest.mark.parametrize("command", ["match", "urgency"])
def test_empty_input_is_empty_output(command: str) -> None:
    result = run(command, "--json")
    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.parametrize(
    ("command", "line"),
    [
        ("match", "no es json"),
        ("match", "[1]"),
        ("match", '{"id":1}'),
        ("match", '{"text":"hola"}'),
        ("match", '{"id":1,"text":5}'),
        ("urgency", '{"id":1,"text":"hola"}'),
        ("urgency", '{"id":1,"text":"hola","when":"mañana"}'),
        ("urgency", '{"id":1,"text":"hola","when":"0001-01-01T00:00:00"}'),
    ],
)
def test_a_bad_line_is_named(command: str, line: str) -> None:
    good = '{"id":0,"text":"hola","when":"2025-03-11T20:40:00"}'
    result = run(command, "--json", lines=f"{good}\n{line}\n")
    assert result.exit_code == 2
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr.startswith("línea 2: ")
    assert len(result.stderr.splitlines()) == 1


def test_urgency_has_its_three_facts() -> None:
    lines = (
        '{"id":1,"text":"se cayó el servidor de predial","when":"2025-03-11T20:40:00"}\n'
        '{"id":2,"text":"se cayó el servidor de predial","when":"2025-03-11T10:00:00"}\n'
        '{"id":3,"text":"mi pc no prende","when":"2025-03-12T01:40:00+00:00"}\n'
    )
    found = [json.loads(line) for line in run("urgency", "--json", lines=lines).stdout.splitlines()]
    assert found == [
        {"id": 1, "after_hours": True, "exception": "service_outage", "urgent": True},
        {"id": 2, "after_hours": False, "exception": "service_outage", "urgent": False},
        {"id": 3, "after_hours": True, "exception": None, "urgent": False},
    ]


def test_match_and_urgency_for_people() -> None:
    assert "SER-025" in run("match", "la", "impresora", "no", "imprime").stdout
    assert "URGENTE" in run("urgency", "se cayó el servidor de predial", "--at", "2025-03-11T20:40").stdout
    assert run("urgency", "hola", "--at", "ayer").exit_code == 2


def test_evaluate_reports_and_refuses(tmp_path: Path) -> None:
    file = tmp_path / "messages.jsonl"
    file.write_text('{"text":"la impresora no imprime","kind":"service","accept":["SER-025"]}\n', "utf-8")
    figures = json.loads(run("evaluate", str(file), "--json").stdout)
    assert figures["top_1"] == 1.0
    assert figures["by_service"]["SER-025"]["helped"] == 1.0
    assert "top-1" in run("evaluate", str(file)).stdout
    file.write_text("{}\n", "utf-8")
    assert run("evaluate", str(file)).exit_code == 2
    missing = run("evaluate", str(tmp_path / "none.jsonl"))
    assert missing.exit_code == 2
    assert "no existe ese archivo" in missing.stderr
