"""`itgov migrate`: brings the database to the newest shape, for a release step before the workers start."""

from __future__ import annotations

import asyncio

import typer

from itgov_bot.cli.lines import refuse
from itgov_bot.settings import SettingsError, load_settings
from itgov_bot.storage.database import Database, StorageUnavailable


def migrate() -> None:
    """Crea o actualiza las tablas de la base de datos."""
    try:
        asyncio.run(_migrate(load_settings().resolved_database_url))
    except (SettingsError, StorageUnavailable) as failure:
        refuse(str(failure))
    typer.echo("La base de datos está al día.")


async def _migrate(url: str) -> None:
    database = Database(url)
    try:
        await database.migrate()
    finally:
        await database.close()
