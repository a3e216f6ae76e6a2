"""`itgov hours`: whether people answer at an instant, until when, or from when."""

from datetime import UTC, datetime
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from itgov_bot.cli.inputs import read_instant, read_reference, read_service
from itgov_bot.cli.lines import Json, refuse, write_object
from itgov_bot.desk.desk import Calendars
from itgov_bot.domain.calendar import NeverOpens, Openness, WorkCalendar, openness
from itgov_bot.wording.hours import attention
from itgov_bot.wording.text import clock, long_date


def hours(
    at: Annotated[
        str | None, typer.Option(help="Instante ISO; sin zona es hora de Bogotá. Sin él, ahora mismo.")
    ] = None,
    service: Annotated[
        str | None, typer.Option(help="Un servicio del catálogo, como SER-001 o ser4.")
    ] = None,
    json: Json = False,
) -> None:
    """Dice si hay atención en un instante: hasta cuándo, o desde cuándo."""
    settings, reference = read_reference()
    asked = read_service(reference, service) if service is not None else None
    calendar = Calendars.of(reference).of_service(asked)
    now = settings.itgov_clock or datetime.now(UTC)
    moment = read_instant("--at", at, calendar.zone) if at is not None else now
    state = _openness(calendar, moment)
    if json:
        write_object(as_json(state))
    else:
        _show(calendar, calendar.local(moment), state)


def _openness(calendar: WorkCalendar, moment: datetime) -> Openness:
    try:
        return openness(calendar, moment)
    except NeverOpens:
        refuse(f"el calendario «{calendar.key}» no abre ningún día en un año: revise data/hours.yaml")


def as_json(state: Openness) -> dict[str, Any]:
    return {
        "open": state.open,
        "closes_at": state.closes_at.isoformat() if state.closes_at else None,
        "opens_at": state.opens_at.isoformat() if state.opens_at else None,
        "holiday": state.holiday,
    }


def _show(calendar: WorkCalendar, moment: datetime, state: Openness) -> None:
    table = Table(title="Atención de la mesa de servicios", title_justify="left", show_header=False)
    table.add_row("Instante", _said(moment))
    table.add_row("Estado", "abierto" if state.open else "cerrado")
    if state.closes_at:
        table.add_row("Cierra", _said(state.closes_at))
    if state.opens_at:
        table.add_row("Abre", _said(state.opens_at))
    if state.holiday:
        table.add_row("Festivo", state.holiday)
    table.add_row("Horario", attention(calendar))
    Console().print(table)


def _said(moment: datetime) -> str:
    return f"{long_date(moment.date())}, {clock(moment)}"
