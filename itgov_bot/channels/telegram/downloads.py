"""Brings a person's file from Telegram to disk, in chunks and never more than allowed."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import httpx
from telegram import Bot
from telegram.error import BadRequest, Forbidden, TelegramError

from itgov_bot.channels.files import copy_within, whole_file
from itgov_bot.channels.telegram.failures import says
from itgov_bot.messages import FileRefused


async def locate(bot: Bot, ref: str, limit: int) -> str:
    """Where the file can be had. Raises FileRefused, without the address: it contains the token."""
    try:
        found = await bot.get_file(ref)
    except (BadRequest, Forbidden) as error:
        refused = FileRefused("too_big" if says(error, "file is too big") else "gone")
    except TelegramError:
        refused = FileRefused("unavailable")
    else:
        if found.file_size is not None and found.file_size > limit:
            raise FileRefused("too_big")
        if found.file_path:
            return found.file_path
        refused = FileRefused("gone")
    raise refused


async def download(client: httpx.AsyncClient, place: str, target: Path, limit: int) -> int:
    """Streams the file to `target` and returns its size. Raises FileRefused."""
    if not place.startswith(("http://", "https://")):  # a Bot API server of our own leaves it on this disk
        return copy_within(Path(place), target, limit)
    try:
        async with client.stream("GET", _quoted(place)) as response:
            if response.status_code == httpx.codes.OK:
                return await _write(response, target, limit)
            missing = response.status_code in (httpx.codes.NOT_FOUND, httpx.codes.GONE)
            refused = FileRefused("gone" if missing else "unavailable")
    except (httpx.HTTPError, httpx.InvalidURL, OSError):
        refused = FileRefused("unavailable")
    raise refused


async def _write(response: httpx.Response, target: Path, limit: int) -> int:
    size = 0
    with whole_file(target) as out:
        async for chunk in response.aiter_bytes():
            size += len(chunk)
            if size > limit:
                raise FileRefused("too_big")
            out.write(chunk)
    return size


def _quoted(place: str) -> str:
    parts = urlsplit(place)
    return urlunsplit(parts._replace(path=quote(parts.path, safe="/:%")))
