"""Where a command writes a file that it made: to a path, or to stdout as bytes once it is whole."""

import asyncio
import shutil
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from itgov_bot.cli.lines import refuse

STDOUT = "-"
Got = TypeVar("Got")
Kind = TypeVar("Kind", bound=str)


def read_format(formats: tuple[Kind, ...], asked: str | None, output: str | None) -> Kind:
    """What --format asks for, or else the ending of --output, or else the first there is."""
    ending = Path(output or "").suffix.lower().removeprefix(".")
    wished = asked.strip().lower() if asked is not None else ending if ending in formats else formats[0]
    found = next((known for known in formats if known == wished), None)
    if found is None:
        there_are = f"{', '.join(formats[:-1])} y {formats[-1]}"
        refuse(f"--format: «{asked}» no es un formato; los que hay son {there_are}")
    return found


async def written_to(target: str, write: Callable[[Path], Awaitable[Got]]) -> Got:
    """What `write` returns. What goes to stdout waits until the file is whole."""
    if target != STDOUT:
        return await _written(Path(target), write)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made"
        got = await _written(made, write)
        await asyncio.to_thread(_copy_out, made)
    return got


async def _written(path: Path, write: Callable[[Path], Awaitable[Got]]) -> Got:
    if await asyncio.to_thread(path.is_dir):
        refuse(f"--output: {path} es una carpeta; escriba el nombre de un archivo")
    try:
        return await write(path)
    except OSError as failure:
        refuse(f"--output: no se puede escribir {path} ({failure.strerror})")


def _copy_out(path: Path) -> None:
    with path.open("rb") as made:
        shutil.copyfileobj(made, sys.stdout.buffer)
    sys.stdout.buffer.flush()
