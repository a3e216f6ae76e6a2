"""Copies of files that never leave half a file behind. Used by every channel."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from itgov_bot.messages import FileRefused

_CHUNK = 64 * 1024


@contextmanager
def whole_file(target: Path) -> Iterator[BinaryIO]:
    """The target appears only when everything was written."""
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(target.name + ".part")
    try:
        with partial.open("wb") as out:
            yield out
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def copy_within(source: Path, target: Path, limit: int) -> int:
    """Copies a local file of at most `limit` bytes and returns its size. Raises FileRefused."""
    if not source.is_file():
        raise FileRefused("gone")
    try:
        with source.open("rb") as given, whole_file(target) as out:
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
