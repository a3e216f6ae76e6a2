"""The file with what is kept about a person, on disk until it has left; and files of theirs that must go."""

import asyncio
from collections.abc import Iterable
from pathlib import Path
from secrets import token_hex

from itgov_bot.desk.files import EXPORTS


async def keep(folder: Path, person: int, text: str) -> str:
    """Writes the file; its path is relative to the folder of files. A round takes it away."""
    return await asyncio.to_thread(_write, folder, person, text)


async def remove(folder: Path, person: int, paths: Iterable[str]) -> None:
    """Takes away files that wait in a conversation, and the exports of a person."""
    await asyncio.to_thread(_remove, folder, person, list(paths))


def _write(folder: Path, person: int, text: str) -> str:
    place = folder / EXPORTS
    place.mkdir(parents=True, exist_ok=True)
    name = f"{person}-{token_hex(8)}.txt"
    (place / name).write_text(text, encoding="utf-8-sig")  # the mark, so that every editor reads the accents
    return f"{EXPORTS}/{name}"


def _remove(folder: Path, person: int, paths: list[str]) -> None:
    exports = (folder / EXPORTS).glob(f"{person}-*") if (folder / EXPORTS).is_dir() else ()
    for path in [*(folder / one for one in paths), *exports]:
        path.unlink(missing_ok=True)
