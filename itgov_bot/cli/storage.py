"""The city's database for the time of a command, and `itgov migrate`, which brings it to the newest shape."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import typer

from itgov_bot.clock import clock_from
from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.home import keep_private
from itgov_bot.reference import Reference
from itgov_bot.settings import Settings, load_settings
from itgov_bot.storage.database import Database, Session

Got = TypeVar("Got")
Row = TypeVar("Row")


def in_database(settings: Settings, work: Callable[[Database], Awaitable[Got]]) -> Got:
    """Does something with the database, which is opened and closed around it. What is made is for its owner alone."""
    keep_private(settings.itgov_home)

    async def go() -> Got:
        database = Database(settings.resolved_database_url)
        try:
            return await work(database)
        finally:
            await database.close()

    return asyncio.run(go())


def look_up(settings: Settings, read: Callable[[Session], Awaitable[list[Row]]]) -> list[Row]:
    """What `read` finds; nothing while there is no database yet, because looking never makes one."""

    async def look(database: Database) -> list[Row]:
        async with database.looking() as session:
            return await read(session) if session else []

    return in_database(settings, look)


def look_at_desk(
    settings: Settings, reference: Reference, read: Callable[[Desk], Awaitable[Got]], otherwise: Got
) -> Got:
    """What `read` finds at the desk as it is now, or `otherwise` while there is no database yet."""

    async def look(database: Database) -> Got:
        async with database.looking() as session:
            if session is None:
                return otherwise
            now = clock_from(settings.itgov_clock)()
            return await read(Desk(session, now, reference, Calendars.of(reference)))

    return in_database(settings, look)


def migrate() -> None:
    """Crea o actualiza las tablas de la base de datos."""
    in_database(load_settings(), Database.migrate)
    typer.echo("La base de datos está al día.")
