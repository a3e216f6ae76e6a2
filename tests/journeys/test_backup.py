"""A copy is made while everybody writes; on another machine the desk goes on from it."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from itgov_bot.__main__ import app
from tests.channels.rigs import PNG
from tests.databases import URLS
from tests.journeys.desk import RunningDesk, of_home


@pytest.fixture(autouse=True)
def _same_permissions() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def command(home: Path, *words: str) -> None:
    result = CliRunner(env={"ITGOV_HOME": str(home), "DATABASE_URL": URLS.get(home, "")}).invoke(
        app, list(words)
    )
    assert result.exit_code == 0, result.output


async def test_the_desk_goes_on_from_a_copy_that_was_made_under_load(
    desk: RunningDesk, tmp_path: Path, models: Path
) -> None:
    await desk.ana.sends_photo(PNG)
    await desk.ana.receives("Recibí el archivo")
    number = await desk.opens_case(desk.ana)
    await desk.beto.writes("/caso no prende el computador")
    await desk.beto.receives("¿Dónde es?")
    crowd = [desk.telegram.person(number, f"Persona {number}") for number in range(200, 230)]
    for person in crowd:
        await person.writes("/horario")
    copy = tmp_path / "copia.tar"
    await asyncio.to_thread(command, desk.home, "backup", "--output", str(copy))
    for person in crowd:
        await person.receives("Horario de atención")
    await desk.close()
    new = tmp_path / "new"
    new.mkdir()
    (new / "models").symlink_to(models, target_is_directory=True)
    await asyncio.to_thread(command, new, "restore", str(copy))
    for person in crowd:  # what had not left when the copy was made leaves again
        person.ignores_rest()
    assert [file.read_bytes() for file in (new / "files").rglob("*.jpg")] == [PNG]
    desk.settings = desk.settings.model_copy(update=of_home(new))
    await desk.open()
    await desk.ana.writes("/casos")
    assert number in (await desk.ana.receives("Sus casos")).text
    await desk.beto.writes("Hacienda")
    await desk.beto.receives("ontact")
    assert await desk.opens_case(desk.carla) == "SAUS-2026-000002"
    await desk.settled()
    for person in crowd:
        person.ignores_rest()
