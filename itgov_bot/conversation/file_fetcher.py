"""The files of a message are fetched before its turn begins: a slow download must not hold a transaction."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from uuid import uuid4

import structlog

from itgov_bot.channels.contract import AnyChannel, HasFiles
from itgov_bot.conversation.turn import ReceivedFiles
from itgov_bot.domain.tickets.files import StoredFile, ending, problem_with, safe_name
from itgov_bot.messages import FileRefused, Incoming, IncomingFile

log = structlog.get_logger(__name__)


class FileFetcher:
    """Keeps the files that people send under names of ours, `limit` bytes each at the most."""

    def __init__(self, channels: Mapping[str, AnyChannel], folder: Path, limit: int) -> None:
        self._channels = channels
        self._folder = folder
        self._limit = limit

    async def fetch(self, incoming: Incoming) -> ReceivedFiles:
        """In a group files are only taken when they answer something of ours."""
        received = ReceivedFiles()
        if incoming.is_group and not incoming.reply_to_ref:
            return received
        for file in incoming.files:
            await self._fetch_one(incoming.sender.channel, file, received)
        return received

    async def _fetch_one(self, channel: str, file: IncomingFile, received: ReceivedFiles) -> None:
        name = safe_name(file.name, file.kind)
        if problem := problem_with(name, file.size, self._limit):
            received.refused.append((name, problem))
            return
        path = Path(uuid4().hex[:2]) / f"{uuid4().hex}.{ending(name) or 'bin'}"
        target = self._folder / path
        try:
            await asyncio.to_thread(target.parent.mkdir, parents=True, exist_ok=True)
            size = await self._file_of(channel, file, target)
        except FileRefused as refused:
            received.refused.append((name, refused.reason))
        except OSError:
            log.exception("a file could not be kept")
            received.refused.append((name, "unavailable"))
        else:
            received.kept.append(StoredFile(file.kind, name, file.mime, size, str(path)))

    async def _file_of(self, channel: str, file: IncomingFile, target: Path) -> int:
        came_by = self._channels[channel]
        if not isinstance(came_by, HasFiles):
            raise FileRefused("unavailable")
        return await came_by.fetch(file, target, self._limit)
