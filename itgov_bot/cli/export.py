"""`itgov export`: cases as XLSX or CSV, into a file or to stdout; or as JSON for another program."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from itgov_bot.cli.inputs import read_reference, read_service
from itgov_bot.cli.lines import refuse, write_object
from itgov_bot.cli.outputs import STDOUT, read_format, written_to
from itgov_bot.cli.storage import in_database
from itgov_bot.desk.desk import Calendars
from itgov_bot.desk.exporting import Exporter, write
from itgov_bot.domain.tickets.export import NO_SERVICE, days
from itgov_bot.reference import Reference
from itgov_bot.rendering.sheets import FORMATS
from itgov_bot.rendering.ticket_rows import Cell, columns
from itgov_bot.replies import Export
from itgov_bot.settings import Settings
from itgov_bot.storage.database import Database, Session
from itgov_bot.understanding.language.folding import plain
from itgov_bot.wording.managers.exports import NO_SERVICE_NAME, STATE_CHOICES

Format = Annotated[
    str | None,
    typer.Option("--format", help="xlsx o csv. Sin él, por la terminación de --output, o xlsx."),
]
Since = Annotated[str | None, typer.Option("--from", help="Abiertos desde este día, como 2026-01-01.")]
OneService = Annotated[
    str | None,
    typer.Option(help="Solo un servicio, como SER-004; «sin clasificar» para los que no tienen."),
]
InState = Annotated[
    str | None,
    typer.Option(help="abierto (todos los que siguen vivos), nuevo, en espera, resuelto, cerrado…"),
]
Target = Annotated[
    str | None,
    typer.Option(help="El archivo, o - para la salida estándar. Sin él, casos.xlsx o casos.csv."),
]


def export(
    kind: Format = None,
    since: Since = None,
    until: Annotated[str | None, typer.Option("--to", help="Abiertos hasta este día, incluido.")] = None,
    service: OneService = None,
    state: InState = None,
    output: Target = None,
    with_contacts: Annotated[
        bool, typer.Option("--with-contacts", help="Con solicitante y contacto: datos personales (Ley 1581).")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Columnas y filas en un objeto JSON.")] = False,
) -> None:
    """Saca los casos a un archivo para una hoja de cálculo."""
    settings, reference = read_reference()
    wanted = _bounded(reference, since, until)
    wanted = replace(wanted, format=read_format(FORMATS, kind, output), contacts=with_contacts)
    wanted = replace(wanted, service=_service(reference, service), states=_states(state))
    exporter = partial(_exporter, settings, reference)
    if json:
        write_object(in_database(settings, lambda database: _as_json(exporter(database), wanted)))
        return
    target = output or f"casos.{wanted.format}"
    count = in_database(
        settings,
        lambda database: written_to(target, lambda path: _write(path, exporter(database), wanted)),
    )
    typer.echo(f"{count} {'caso' if count == 1 else 'casos'} en {target}", err=target == STDOUT)


def _bounded(reference: Reference, since: str | None, until: str | None) -> Export:
    first, last = _day("--from", since), _day("--to", until)
    if first and last and last < first:
        refuse(f"--to: {last} es anterior a --from, {first}")
    begins, ends = days(first, last, ZoneInfo(reference.timezone))
    return Export("xlsx", "", begins.isoformat() if begins else None, ends.isoformat() if ends else None)


def _day(option: str, written: str | None) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        refuse(f"{option}: «{written}» no es una fecha, como 2026-03-11")


def _service(reference: Reference, asked: str | None) -> str | None:
    if asked is None:
        return None
    if plain(asked) == plain(NO_SERVICE_NAME):
        return NO_SERVICE
    return read_service(reference, asked).id


def _states(asked: str | None) -> tuple[str, ...]:
    if asked is None:
        return ()
    found = next((states for _, name, states in STATE_CHOICES if plain(asked) == plain(name)), None)
    if found is None:
        names = ", ".join(name for _, name, _ in STATE_CHOICES)
        refuse(f"--state: «{asked}» no es un estado; los que hay: {names}")
    return tuple(found)


def _exporter(settings: Settings, reference: Reference, database: Database) -> Exporter:
    clock = settings.itgov_clock
    return Exporter(
        database, reference, Calendars.of(reference), lambda: clock or datetime.now(UTC), settings.itgov_home
    )


async def _write(path: Path, exporter: Exporter, wanted: Export) -> int:
    """How many cases the file has."""
    counts: list[int] = []
    async with exporter.database.looking() as session:
        await write(wanted, path, _rows(exporter, session, wanted, counts))
    return sum(counts)


async def _rows(
    exporter: Exporter, session: Session | None, wanted: Export, counts: list[int]
) -> AsyncIterator[list[list[Cell]]]:
    """Nothing while there is no database yet: looking never makes one."""
    if session is not None:
        async for batch in exporter.rows(session, wanted):
            counts.append(len(batch))
            yield batch


async def _as_json(exporter: Exporter, wanted: Export) -> dict[str, list[object]]:
    rows: list[object] = []
    async with exporter.database.looking() as session:
        async for batch in _rows(exporter, session, wanted, []):
            rows += [[_plain(cell) for cell in row] for row in batch]
    return {"columns": list(columns(contacts=wanted.contacts)), "rows": rows}


def _plain(cell: Cell) -> object:
    return cell.isoformat() if isinstance(cell, datetime) else cell
