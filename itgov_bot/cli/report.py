"""`itgov report`: the indicators of a year as XLSX in the city's layout, CSV or PDF, into a file or to stdout."""

from pathlib import Path
from typing import Annotated

import typer

from itgov_bot.cli.inputs import read_number, read_reference
from itgov_bot.cli.outputs import STDOUT, read_format, written_to
from itgov_bot.cli.storage import in_database
from itgov_bot.clock import clock_from
from itgov_bot.desk.desk import Calendars
from itgov_bot.desk.reporting import Reporter
from itgov_bot.replies import Report, ReportFormat
from itgov_bot.storage.database import Database

FORMATS: tuple[ReportFormat, ...] = ("xlsx", "csv", "pdf")


def report(
    year: Annotated[str | None, typer.Option(help="El año, como 2026. Sin él, el de hoy.")] = None,
    kind: Annotated[
        str | None,
        typer.Option("--format", help="xlsx, csv o pdf. Sin él, por la terminación de --output, o xlsx."),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(help="El archivo, o - para la salida estándar. Sin él, indicadores-2026.xlsx o así."),
    ] = None,
) -> None:
    """Saca los indicadores de un año: la hoja de la ciudad, sus lecturas o una página de cada uno."""
    settings, reference = read_reference()
    calendars = Calendars.of(reference)
    clock = clock_from(settings.itgov_clock)
    of_year = calendars.general.local(clock()).year
    if year is not None:
        of_year = read_number("--year", year, 1, 9999, "un año")
    chosen = read_format(FORMATS, kind, output)
    target = output or f"indicadores-{of_year}.{chosen}"
    wanted = Report(chosen, target, of_year)

    async def write(database: Database) -> int:
        reporter = Reporter(database, reference, calendars, clock, settings.itgov_home)
        return await written_to(target, lambda path: _write(path, reporter, wanted))

    count = in_database(settings, write)
    if not count:
        typer.echo(
            f"No hay ninguna lectura de {of_year}: {target} sale sin valores. Otro año se pide con --year.",
            err=target == STDOUT,
        )
        return
    typer.echo(
        f"{count} {'lectura' if count == 1 else 'lecturas'} de {of_year} en {target}", err=target == STDOUT
    )


async def _write(path: Path, reporter: Reporter, wanted: Report) -> int:
    """How many readings the file has. Without a database there are those of the sheet."""
    async with reporter.database.looking() as session:
        found = await reporter.found(session, wanted.year)
    await reporter.write(wanted, path, found)
    return sum(len(readings) for _, readings in found)
