"""Brings a person's file from Telegram to disk, never more than allowed."""

import asyncio
from pathlib import Path
from typing import Literal

from telegram import Bot, File
from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError

from itgov_bot.atomic_write import written_whole
from itgov_bot.channels.files import copy_within
from itgov_bot.channels.telegram.failures import says
from itgov_bot.messages import FileRefused

Reason = Literal["too_big", "gone", "unavailable"]


async def download(bot: Bot, ref: str, target: Path, limit: int) -> int:
    """Writes the file to `target` and returns its size. Raises FileRefused.

    Its size is told before it is asked for, and Telegram gives no more than 20 MB, so it may pass through memory.
    A Bot API server of our own leaves the file on this disk, from where it is copied.
    """
    try:
        file = await bot.get_file(ref)
        if file.file_size is not None and file.file_size > limit:
            raise FileRefused("too_big")
        if file.file_path and not file.file_path.startswith(("http://", "https://")):
            return await asyncio.to_thread(copy_within, Path(file.file_path), target, limit)
        return await asyncio.to_thread(_write, await _content(file), target, limit)
    except (TelegramError, OSError) as failure:
        refused = FileRefused(_reason(failure))
    raise refused  # here, because the original holds the token


async def _content(file: File) -> bytearray:
    if not file.file_path:
        raise FileRefused("gone")
    return await file.download_as_bytearray()


def _write(content: bytearray, target: Path, limit: int) -> int:
    if len(content) > limit:
        raise FileRefused("too_big")
    target.parent.mkdir(parents=True, exist_ok=True)
    with written_whole(target) as path:
        return path.write_bytes(content)


def _reason(failure: Exception) -> Reason:
    """The library reads the 404 of a file that expired as a token that is none."""
    if isinstance(failure, (BadRequest, Forbidden)):
        return "too_big" if says(failure, "file is too big") else "gone"
    return "gone" if isinstance(failure, InvalidToken) else "unavailable"
