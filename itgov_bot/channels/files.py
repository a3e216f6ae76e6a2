"""Copies of files that never leave half a file behind. Used by every channel."""

from pathlib import Path
from typing import BinaryIO

from itgov_bot.atomic_write import written_whole
from itgov_bot.messages import FileRefused

_CHUNK = 64 * 1024


def copy_within(source: Path, target: Path, limit: int) -> int:
    """Copies a local file of at most `limit` bytes and returns its size. Raises FileRefused."""
    if not source.is_file():
        raise FileRefused("gone")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with source.open("rb") as given, written_whole(target) as path, path.open("wb") as out:
            return _copy(given, out, limit)
    except OSError:
        refused = FileRefused("unavailable")
    raise refused


def _copy(given: BinaryIO, out: BinaryIO, limit: int) -> int:
    size = 0
    while chunk := given.read(_CHUNK):
        size += len(chunk)
        if size > limit:
            raise FileRefused("too_big")
        out.write(chunk)
    return size
