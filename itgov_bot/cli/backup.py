"""`itgov backup` while the desk works, and `itgov restore` while it does not."""

import asyncio
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from itgov_bot.cli import archive
from itgov_bot.cli.lines import Json, refuse, write_object
from itgov_bot.cli.storage import in_database
from itgov_bot.home import held
from itgov_bot.settings import BOGOTA, Settings, load_settings
from itgov_bot.storage import snapshot
from itgov_bot.storage.database import Database


def backup(
    output: Annotated[
        Path | None, typer.Option(help="El archivo. Sin él, itgov-FECHA-HORA.tar en esta carpeta.")
    ] = None,
    json: Json = False,
) -> None:
    """Guarda en un archivo la base de datos y los adjuntos, sin detener la mesa."""
    settings, now = load_settings(), datetime.now(UTC)
    target = output or Path(f"itgov-{now.astimezone(BOGOTA):%Y-%m-%d-%H%M}.tar")
    if target.exists():
        refuse(f"--output: «{target}» ya existe; escriba otro nombre")
    try:
        made = in_database(settings, lambda database: _back_up(settings, database, target, now))
    except OSError as failure:
        refuse(f"--output: no se pudo guardar «{target}» ({failure.strerror})")
    if json:
        write_object({"file": str(target), "made_at": made.made_at, "files": len(made.hashes) - 1})
    else:
        typer.echo(f"Copia guardada en {target}: la base de datos y {_attachments(len(made.hashes) - 1)}.")
        typer.echo("Tiene datos personales: guárdela donde solo entre quien debe, y fuera de este equipo.")


async def _back_up(settings: Settings, database: Database, target: Path, now: datetime) -> archive.Manifest:
    async with database.looking() as session:
        if session is None:
            refuse("todavía no hay base de datos de la que sacar una copia")
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".itgov-") as folder:
        taken = Path(folder) / archive.DATABASE
        await snapshot.take(database, taken)
        return await asyncio.to_thread(
            archive.pack, target, taken, settings.files_folder, now.isoformat(timespec="seconds")
        )


def restore(
    source: Annotated[Path, typer.Argument(help="El archivo que hizo itgov backup.", metavar="ARCHIVO")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Aunque ya haya datos: los de ahora se apartan, no se borran.")
    ] = False,
    json: Json = False,
) -> None:
    """Pone una copia en el lugar de los datos, con la mesa detenida."""
    settings = load_settings()
    if not source.is_file():
        refuse(f"«{source}»: no existe ese archivo")
    with held(settings.database_file):
        try:
            made, aside = in_database(
                settings, lambda database: _restore(settings, database, source, replace)
            )
        except OSError as failure:
            refuse(f"no se pudo recuperar la copia ({failure.strerror}); los datos de antes siguen ahí")
    if json:
        write_object({"made_at": made.made_at, "files": len(made.hashes) - 1, "aside": aside and str(aside)})
        return
    typer.echo(
        f"Recuperada la copia del {made.made_at}: la base de datos y {_attachments(len(made.hashes) - 1)}."
    )
    if aside:
        typer.echo(f"Lo que había quedó en {aside}; bórrelo cuando ya no lo necesite.")


async def _restore(
    settings: Settings, database: Database, source: Path, replace: bool
) -> tuple[archive.Manifest, Path | None]:
    """Nothing that is there changes before the copy has been found to be whole."""
    if not replace and not await snapshot.is_empty(database):
        refuse("aquí ya hay datos; con --replace se apartan y se pone la copia en su lugar")
    home = settings.itgov_home
    await asyncio.to_thread(home.mkdir, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home, prefix=".restore-") as folder:
        unpacked = Path(folder)
        made = await asyncio.to_thread(archive.unpack, source, unpacked)
        if wrong := await asyncio.to_thread(snapshot.problems, unpacked / archive.DATABASE):
            refuse(f"la base de datos de la copia está dañada: {wrong[0]}")
        aside = home / f"before-restore-{datetime.now(BOGOTA):%Y-%m-%d-%H%M%S}"
        if database.file is None:
            await snapshot.put(unpacked / archive.DATABASE, database)
        await database.close()
        moved = await asyncio.to_thread(_put_in_place, settings, unpacked, aside)
        await database.migrate()
    return made, aside if moved else None


def _put_in_place(settings: Settings, unpacked: Path, aside: Path) -> bool:
    """Whether there was something to be put aside."""
    old, new = [settings.files_folder], {unpacked / archive.FILES: settings.files_folder}
    if file := settings.database_file:
        old += [file.with_name(f"{file.name}{ending}") for ending in ("", "-wal", "-shm")]
        new[unpacked / archive.DATABASE] = file
    present = [path for path in old if path.exists()]
    if present:
        aside.mkdir()
    for path in present:
        path.rename(aside / path.name)
    for made, place in new.items():
        if made.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            made.rename(place)
    return bool(present)


def _attachments(count: int) -> str:
    return "1 adjunto" if count == 1 else f"{count} adjuntos"
