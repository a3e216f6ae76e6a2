"""A round of its own: files that nothing names are taken from the disk, once an hour."""

import asyncio
import time
from collections.abc import Iterable
from pathlib import Path

from itgov_bot.desk import files
from itgov_bot.records import dataclass
from itgov_bot.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Sweeper:
    """`folder` is the folder of files."""

    work: UnitOfWork
    folder: Path

    async def __call__(self) -> None:
        on_disk = await asyncio.to_thread(self._of_an_hour_ago)
        async with self.work.begin() as desk:
            gone = await files.swept(desk)
            gone += await files.nobodys(desk, on_disk)
        await asyncio.to_thread(self._remove, gone)

    def _of_an_hour_ago(self) -> list[str]:
        """By the machine's own clock, which dates them. A person's export stays a day."""
        found = (path for path in self.folder.rglob("*") if path.is_file()) if self.folder.is_dir() else ()
        return [str(path.relative_to(self.folder)) for path in found if _age(path) > self._stays(path)]

    def _stays(self, path: Path) -> float:
        is_export = path.parent == self.folder / files.EXPORTS
        return (files.EXPORT_STAYS if is_export else files.SWEPT_AFTER).total_seconds()

    def _remove(self, paths: Iterable[str]) -> None:
        for path in paths:
            (self.folder / path).unlink(missing_ok=True)


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except FileNotFoundError:  # taken away meanwhile
        return 0.0
