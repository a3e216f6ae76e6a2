"""The files of a message are fetched before its turn begins, beside the turns: a slow one holds up its sender alone."""

import asyncio
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from uuid import uuid4
from weakref import WeakValueDictionary

import structlog

from itgov_bot.channels.contract import AnyChannel, HasFiles
from itgov_bot.conversation.turn import ReceivedFiles
from itgov_bot.desk import files as desk_files
from itgov_bot.domain.tickets.files import FileProblem, Quota, StoredFile, ending, problem_with, safe_name
from itgov_bot.messages import FileRefused, Incoming, IncomingFile
from itgov_bot.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

FETCH_SECONDS = 60.0
"""How long all the files of a message may take together, with the wait for those before them."""
AT_ONCE = 16
AT_ONCE_OF_ONE = 4
MEGABYTE = 1024 * 1024
ROOM_LEFT = 300 * MEGABYTE
"""Bytes that stay free on the disk for the database: with less, files are refused and words are not."""


def free_bytes(folder: Path) -> int:
    """On the disk of a folder, which need not be there yet."""
    there = next(one for one in (folder, *folder.parents) if one.exists())
    return shutil.disk_usage(there).free


class FileFetcher:
    """Keeps the files that people send under names of ours, `limit` bytes each at the most and within the `quota`."""

    def __init__(
        self,
        work: UnitOfWork,
        channels: Mapping[str, AnyChannel],
        folder: Path,
        limit: int,
        quota: Quota,
        *,
        seconds: float = FETCH_SECONDS,
        free: Callable[[Path], int] = free_bytes,
    ) -> None:
        self._work, self._channels, self._folder = work, channels, folder
        self._limit, self._quota, self._seconds, self._free = limit, quota, seconds, free
        self._all = asyncio.Semaphore(AT_ONCE)
        self._of_one: WeakValueDictionary[tuple[str, str], asyncio.Semaphore] = WeakValueDictionary()

    async def fetch(self, incoming: Incoming) -> ReceivedFiles:
        """Raises DeskAway: nothing was kept, and the message must come again."""
        received = ReceivedFiles()
        wanted = {self._path(file): file for file in incoming.files if self._may_come(file, received)}
        for path, problem in (await self._admit(incoming, wanted)).items():
            received.refused.append((_name(wanted.pop(path)), problem))
        if not wanted:
            return received
        sizes = await asyncio.gather(
            *(self._fetched(incoming, path, file, received) for path, file in wanted.items())
        )
        async with self._work.begin_if_there() as desk:
            await desk_files.settle(desk, dict(zip(wanted, sizes, strict=True)))
        return received

    async def _admit(self, incoming: Incoming, wanted: Mapping[str, IncomingFile]) -> dict[str, FileProblem]:
        if not wanted:
            return {}
        if await asyncio.to_thread(self._free, self._folder) < ROOM_LEFT:
            return dict.fromkeys(wanted, "no_room")
        sizes = [(path, file.size or 0) for path, file in wanted.items()]
        async with self._work.begin_if_there() as desk:
            return await desk_files.admit(desk, incoming, sizes, self._quota)

    def _may_come(self, file: IncomingFile, received: ReceivedFiles) -> bool:
        problem = "no_file" if file.kind == "none" else problem_with(_name(file), file.size, self._limit)
        if problem:
            received.refused.append((_name(file), problem))
        return problem is None

    def _path(self, file: IncomingFile) -> str:
        return str(Path(uuid4().hex[:2]) / f"{uuid4().hex}.{ending(_name(file)) or 'bin'}")

    async def _fetched(
        self, incoming: Incoming, path: str, file: IncomingFile, received: ReceivedFiles
    ) -> int | None:
        """Its size; None when it never came."""
        try:
            async with asyncio.timeout(self._seconds), self._turn_of(incoming), self._all:
                size = await self._file_of(incoming.sender.channel, file, self._folder / path)
        except FileRefused as refused:
            received.refused.append((_name(file), refused.reason))
        except (OSError, TimeoutError):
            log.exception("a file could not be kept")
            received.refused.append((_name(file), "unavailable"))
        else:
            received.kept.append(StoredFile(file.kind, _name(file), file.mime, size, path))
            return size
        return None

    def _turn_of(self, incoming: Incoming) -> asyncio.Semaphore:
        sender = incoming.sender.channel, incoming.sender.user
        return self._of_one.setdefault(sender, asyncio.Semaphore(AT_ONCE_OF_ONE))

    async def _file_of(self, channel: str, file: IncomingFile, target: Path) -> int:
        came_by = self._channels[channel]
        if not isinstance(came_by, HasFiles):
            raise FileRefused("unavailable")
        await asyncio.to_thread(target.parent.mkdir, parents=True, exist_ok=True)
        return await came_by.fetch(file, target, self._limit)


def _name(file: IncomingFile) -> str:
    return safe_name(file.name, file.kind)
