"""`itgov check`: whether everything that the desk needs is there, and what to do where it is not."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict

import typer
from rich.console import Console
from rich.markup import escape

from itgov_bot.cli.check import here, outside, people
from itgov_bot.cli.check.finding import Finding, Ground, Standing, ok, problem
from itgov_bot.cli.lines import Json, write_object
from itgov_bot.clock import clock_from
from itgov_bot.desk.desk import Calendars
from itgov_bot.reference import DataError, load
from itgov_bot.settings import Settings, SettingsError, load_settings
from itgov_bot.storage.database import Database, StorageUnavailable
from itgov_bot.understanding import VocabularyError
from itgov_bot.understanding.material import read_material
from itgov_bot.unit_of_work import UnitOfWork

SOMETHING_IS_WRONG = 1

Check = Callable[[Ground], Awaitable[list[Finding]]]

CHECKS: tuple[Check, ...] = (
    here.understanding,
    here.folder,
    here.disk,
    here.database,
    here.program,
    people.administrators,
    people.guard,
    people.other_ways,
    outside.telegram,
    outside.clock,
    outside.mail,
)
_SIGNS = {Standing.OK: "✅", Standing.WARNING: "⚠️ ", Standing.PROBLEM: "❌"}


def check(
    json: Json = False,
) -> None:
    """Revisa todo lo que la mesa necesita y dice qué hacer. Termina con 1 si algo está mal."""
    found = asyncio.run(_look())
    is_wrong = any(one.standing is Standing.PROBLEM for one in found)
    if json:
        write_object({"ok": not is_wrong, "findings": [asdict(one) for one in found]})
    else:
        _show(found)
    if is_wrong:
        raise typer.Exit(SOMETHING_IS_WRONG)


async def _look() -> list[Finding]:
    """What cannot be read at all ends it: the rest depends on it."""
    try:
        settings = load_settings()
        database = Database(settings.resolved_database_url)
    except (SettingsError, StorageUnavailable) as failure:
        return [problem("ajustes", "wrong", line=line) for line in str(failure).splitlines()]
    try:
        reference = load(settings.itgov_data)
        read_material(settings.itgov_data)
    except (DataError, VocabularyError) as failure:
        return [problem("datos de la ciudad", "wrong", line=line) for line in str(failure).splitlines()]
    work = UnitOfWork(database, reference, Calendars.of(reference), clock_from(settings.itgov_clock))
    found = [ok("ajustes"), ok("datos de la ciudad", folder=settings.itgov_data)]
    try:
        return found + await _checked(settings, work)
    finally:
        await database.close()


async def _checked(settings: Settings, work: UnitOfWork) -> list[Finding]:
    try:
        async with work.database.looking() as session:
            ground = Ground(settings, work if session else None)
    except StorageUnavailable as failure:
        found = [problem("base de datos", "away", line=failure)]
        return found + await _each(Ground(settings, None), [one for one in CHECKS if one != here.database])
    return await _each(ground, CHECKS)


async def _each(ground: Ground, checks: Sequence[Check]) -> list[Finding]:
    """One that fails says so, and the others go on."""
    found: list[Finding] = []
    for one in checks:
        try:
            found += await one(ground)
        except Exception as failure:
            found.append(problem("revisión", "failed", reason=f"{one.__name__}: {type(failure).__name__}"))
    return found


def _show(found: list[Finding]) -> None:
    console = Console(highlight=False, soft_wrap=True)
    for one in found:
        console.print(f"{_SIGNS[one.standing]} [bold]{one.subject}[/bold]: {escape(one.told)}")
        if one.advice:
            console.print(f"   → {escape(one.advice)}")
