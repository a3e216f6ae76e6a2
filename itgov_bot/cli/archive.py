"""A backup as one file: the database, people's files, and a manifest that tells the hash of each."""

import hashlib
import io
import json
import tarfile
from collections.abc import Iterator
from dataclasses import asdict, field
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import IO

from itgov_bot.atomic_write import written_whole
from itgov_bot.records import dataclass

DATABASE, FILES, MANIFEST = "itgov.db", "files", "manifest.json"
CHUNK = 1024 * 1024
MAX_MANIFEST = 64 * CHUNK
"""Bytes: some hundred thousand files."""
MAX_NAME = 255
"""Bytes of one part of a path."""
MAX_TOLD = 80


_NOT_OURS = (
    *(EOFError, LookupError, AttributeError, TypeError, ValueError, ArithmeticError, RecursionError),
    *(FileNotFoundError, FileExistsError, NotADirectoryError, IsADirectoryError),
)
"""What reading an archive raises that somebody else wrote: also one name twice, or as a file and as a folder."""


class BadArchive(Exception):
    """It is no whole backup; the text is for the operator."""


@dataclass(frozen=True)
class Manifest:
    """`made_at` is ISO; `hashes` are SHA-256 in hexadecimal, by the names in the archive."""

    made_at: str
    hashes: dict[str, str] = field(default_factory=dict)


def pack(target: Path, database: Path, files: Path, made_at: str) -> Manifest:
    """The files come after the database that names them, so that none is missing; one that is deleted meanwhile was
    somebody's to delete. Raises OSError."""
    manifest = Manifest(made_at)
    with written_whole(target) as path, tarfile.open(path, "w") as archive:
        _add(archive, database, DATABASE, manifest)
        for file in sorted(files.rglob("*")):
            if file.is_file() and not file.name.endswith(".part"):
                _add(archive, file, f"{FILES}/{file.relative_to(files).as_posix()}", manifest)
        _add_manifest(archive, manifest)
    return manifest


def _add(archive: tarfile.TarFile, file: Path, name: str, manifest: Manifest) -> None:
    try:
        opened = file.open("rb")
    except FileNotFoundError:
        return
    with opened:
        reader = _Hashing(opened)
        archive.addfile(archive.gettarinfo(arcname=name, fileobj=opened), reader)
        manifest.hashes[name] = reader.digest


def _add_manifest(archive: tarfile.TarFile, manifest: Manifest) -> None:
    written = json.dumps(asdict(manifest), indent=1).encode()
    entry = tarfile.TarInfo(MANIFEST)
    entry.size, entry.mode = len(written), 0o600
    archive.addfile(entry, io.BytesIO(written))


class _Hashing:
    """Reads on, and knows the hash of what was read."""

    def __init__(self, inner: IO[bytes]) -> None:
        self._inner, self._hash = inner, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        got = self._inner.read(size)
        self._hash.update(got)
        return got

    @property
    def digest(self) -> str:
        return self._hash.hexdigest()


def unpack(source: Path, folder: Path) -> Manifest:
    """Everything into an empty folder, nothing outside of it, and each file with its hash. Raises BadArchive, OSError."""
    try:
        with tarfile.open(source, "r:") as archive:
            found = dict(_unpacked(archive, folder, source.stat().st_size))
        manifest = _read_manifest(folder / MANIFEST)
    except (tarfile.TarError, *_NOT_OURS) as failure:
        raise BadArchive(f"«{source}» no es una copia completa ({type(failure).__name__})") from None
    found.pop(MANIFEST, None)
    if wrong := sorted(
        name for name in found.keys() | manifest.hashes.keys() if _differs(name, found, manifest)
    ):
        raise BadArchive(f"«{source}» está dañada: {_told(wrong[0])} no es lo que dice el manifiesto")
    return manifest


def _read_manifest(file: Path) -> Manifest:
    """Raises what the JSON of somebody else may raise."""
    told = json.loads(file.read_text(encoding="utf-8"))
    made_at = datetime.fromisoformat(told["made_at"]).isoformat(timespec="seconds")
    return Manifest(made_at, {str(name): str(digest) for name, digest in told["hashes"].items()})


def _differs(name: str, found: dict[str, str], manifest: Manifest) -> bool:
    return found.get(name) != manifest.hashes.get(name)


def _unpacked(archive: tarfile.TarFile, folder: Path, room: int) -> Iterator[tuple[str, str]]:
    """The names and hashes of what was unpacked, in all no more than `room` bytes: nothing is packed smaller than it is."""
    for entry in archive:
        room -= entry.size
        content = archive.extractfile(entry) if _is_ours(entry) and room >= 0 else None
        if content is None:
            raise BadArchive(f"la copia trae algo que no es suyo: {_told(entry.name)}")
        target = folder / entry.name
        target.parent.mkdir(parents=True, exist_ok=True)
        reader = _Hashing(content)
        with target.open("xb") as out:
            while chunk := reader.read(CHUNK):
                out.write(chunk)
        yield entry.name, reader.digest


def _is_ours(entry: tarfile.TarInfo) -> bool:
    """A whole file with the name of one that `pack` puts in. A sparse one tells of more bytes than it brings."""
    if not entry.isfile() or entry.issparse() or entry.size < 0:
        return False
    if entry.name == MANIFEST:
        return entry.size <= MAX_MANIFEST
    return entry.name == DATABASE or _is_file_name(entry.name)


def _is_file_name(name: str) -> bool:
    path = PurePosixPath(name)
    is_plain = name.isprintable() and "\\" not in name and str(path) == name and ".." not in path.parts
    is_short = all(len(part.encode()) <= MAX_NAME for part in path.parts) if is_plain else False
    return is_short and len(path.parts) > 1 and path.parts[0] == FILES


def _told(name: str) -> str:
    """A name that may be anything, for a line of the terminal."""
    return "".join(sign if sign.isprintable() else "?" for sign in name[:MAX_TOLD])
