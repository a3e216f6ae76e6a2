"""`itgov match`, `urgency`, `evaluate`, `train` and `vocabulary check`: understanding from the command line."""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from itgov_bot.cli.inputs import read_instant, read_reference
from itgov_bot.cli.lines import read_objects, refuse, write_object
from itgov_bot.cli.reports import print_doubts, print_quality, print_report
from itgov_bot.desk.desk import Calendars
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.reference import Reference
from itgov_bot.rendering.reliability import draw_reliability
from itgov_bot.settings import Settings, load_settings
from itgov_bot.understanding import Interpretation, Understanding
from itgov_bot.understanding.cache import BUILT
from itgov_bot.understanding.calibration import Calibration
from itgov_bot.understanding.quality.check import check
from itgov_bot.understanding.quality.evaluation import (
    Outcome,
    judged_of,
    measure,
    outcomes,
    read_messages,
    trusted,
)
from itgov_bot.understanding.services.reliability import steps_of

Said = Annotated[list[str] | None, typer.Argument(help="El mensaje; sin él se leen líneas de la entrada.")]
AsJson = Annotated[bool, typer.Option("--json", help="Datos para otro programa, una línea JSON cada uno.")]


def match(
    text: Said = None,
    json: AsJson = False,
) -> None:
    """Dice de qué servicio habla un mensaje. Con --json lee líneas {"id","text"}."""
    if json:
        _match_json(load_settings())
        return
    settings, reference = read_reference()
    understanding = _understanding(settings)
    for message in [" ".join(text)] if text else _plain_lines():
        _show(message, understanding.match(message), reference)


def _match_json(settings: Settings) -> None:
    """The model is loaded with the first message: empty input costs nothing."""
    understanding: Understanding | None = None
    for _, item in read_objects(sys.stdin.buffer, "text"):
        understanding = understanding or _understanding(settings)
        found = understanding.match(item["text"])
        write_object({"id": item["id"], **_as_json(found)})


def _as_json(found: Interpretation) -> dict[str, Any]:
    candidates = [{"id": each.service, "score": round(each.score, 4)} for each in found.candidates]
    return {"decision": found.decision, "candidates": candidates}


def _show(message: str, found: Interpretation, reference: Reference) -> None:
    table = Table(
        title=f"«{message}» → {found.decision} · {found.intent} · {found.request_type}", title_justify="left"
    )
    for column in ("Servicio", "Nombre", "Probabilidad"):
        table.add_column(column)
    for candidate in found.candidates:
        service = reference.catalog.find(candidate.service)
        table.add_row(candidate.service, service.label if service else "", f"{candidate.score:.2f}")
    Console().print(table)


def urgency(
    text: Said = None,
    at: Annotated[str | None, typer.Option(help="Cuándo se envía, ISO; sin zona es hora de Bogotá.")] = None,
    json: AsJson = False,
) -> None:
    """Dice si un mensaje se atiende a cualquier hora. Con --json lee líneas {"id","text","when"}."""
    if json:
        _urgency_json(load_settings())
        return
    settings, reference = read_reference()
    understanding, calendar = _understanding(settings), Calendars.of(reference).general
    when = read_instant("--at", at, calendar.zone) if at else datetime.now(calendar.zone)
    for message in [" ".join(text)] if text else _plain_lines():
        found = _urgency(understanding, calendar, message, when)
        said = "URGENTE" if found["urgent"] else "no urgente"
        hours = "fuera de horario" if found["after_hours"] else "en horario"
        typer.echo(f"{said} ({hours}; excepción: {found['exception'] or 'ninguna'}): {message}")


def _urgency_json(settings: Settings) -> None:
    understanding: Understanding | None = None
    calendar: WorkCalendar | None = None
    for number, item in read_objects(sys.stdin.buffer, "text", "when"):
        understanding = understanding or _understanding(settings)
        calendar = calendar or Calendars.of(read_reference()[1]).general
        when = read_instant(f"línea {number}: `when`", item["when"], calendar.zone)
        write_object({"id": item["id"], **_urgency(understanding, calendar, item["text"], when)})


def _urgency(
    understanding: Understanding, calendar: WorkCalendar, text: str, when: datetime
) -> dict[str, Any]:
    after_hours = not calendar.is_open(when)
    exception = understanding.exception(text, when, calendar)
    return {
        "after_hours": after_hours,
        "exception": exception.value if exception else None,
        "urgent": after_hours and exception is not None,
    }


def evaluate(
    file: Annotated[Path, typer.Argument(help="Mensajes rotulados: líneas JSON con text, kind y accept.")],
    json: AsJson = False,
    picture: Annotated[
        Path | None, typer.Option(help="Dibuja en este PNG qué tan ciertas son las probabilidades.")
    ] = None,
) -> None:
    """Mide cuánto se entiende de unos mensajes rotulados, entre qué límites está cada cifra (95 %)."""
    found = outcomes(read_messages(file), _understanding(load_settings()).match)
    figures = measure(found)
    if picture:
        _draw(found, picture)
    if json:
        write_object(figures)
    else:
        print_report(figures)


def _draw(found: Sequence[Outcome], picture: Path) -> None:
    try:
        draw_reliability(steps_of(trusted(judged_of(found))), f"{len(found)} mensajes", picture)
    except OSError as failure:
        refuse(f"--picture {picture}: no se puede escribir ahí ({failure.strerror})")


def train(
    json: AsJson = False,
    built: Annotated[
        bool, typer.Option("--built", help="Solo deja el modelo junto al programa, al instalarlo.")
    ] = False,
) -> None:
    """Ajusta con autores apartados, entrena el modelo y dice qué tan bien se ubican frases de autores que no conocía."""
    settings = load_settings()
    if built:
        _build(settings)
        return
    quality = _calibrated(settings).quality
    understanding = Understanding.train(settings.itgov_data, settings.models_folder)
    for _ in understanding.learn_meaning(settings.itgov_data, settings.models_folder):
        pass  # a start would do it in the background
    if json:
        write_object(dict(quality))
    else:
        print_quality(quality)


def _build(settings: Settings) -> None:
    if not Understanding.is_trained(settings.itgov_data, BUILT):
        Understanding.train(settings.itgov_data, BUILT)


def _calibrated(settings: Settings) -> Calibration:
    try:
        return Understanding.calibrate(settings.itgov_data)
    except OSError as failure:
        refuse(f"{settings.itgov_data}: no se puede escribir ahí el ajuste ({failure.strerror})")


vocabulary = typer.Typer(
    help="El vocabulario: las frases y palabras con que se entiende a la gente.", no_args_is_help=True
)


@vocabulary.callback()
def _vocabulary() -> None:
    """Keeps `check` a subcommand while it is the only one."""


@vocabulary.command("check")
def vocabulary_check(json: AsJson = False) -> None:
    """Busca choques, repeticiones, servicios con pocas frases y frases que parecen de otro servicio."""
    doubts = check(load_settings().itgov_data)
    if json:
        for doubt in doubts:
            write_object(asdict(doubt))
    else:
        print_doubts(doubts)


def _plain_lines() -> list[str]:
    return [line.strip() for line in sys.stdin if line.strip()]


def _understanding(settings: Settings) -> Understanding:
    return Understanding.load(settings.itgov_data, settings.models_folder)
