"""Files that went through the emulator: what each weighs and holds, and how Telegram describes it."""

import struct
from dataclasses import dataclass
from typing import Any

from .errors import NotEmulatedError, bad_request
from .limits import DOWNLOAD_LIMIT, check_photo, check_upload
from .validation import Upload

FOLDERS = {"photo": "photos", "document": "documents", "voice": "voice", "video": "videos", "audio": "music"}
PREFIXES = {"photo": "AgACAgEAAxkB", "document": "BQACAgEAAxkB", "voice": "AwACAgEAAxkB"}
PREFIXES |= {"video": "BAACAgEAAxkB", "audio": "CQACAgEAAxkB"}
DIMENSIONS_SUM, DIMENSIONS_RATIO = 10_000, 20


@dataclass(frozen=True)
class StoredFile:
    file_id: str
    kind: str  # photo | document | voice | video | audio
    name: str
    mime: str
    data: bytes
    size: int  # as Telegram tells it: a test may claim more than it uploads
    width: int = 90
    height: int = 90
    duration: int = 1

    @property
    def path(self) -> str:
        return f"{FOLDERS[self.kind]}/{self.file_id[-8:]}_{self.name}"

    @property
    def unique_id(self) -> str:
        return f"AgAD{self.file_id[-8:]}"


class FileStore:
    def __init__(self) -> None:
        self._files: dict[str, StoredFile] = {}

    def add(self, kind: str, upload: Upload, claimed_size: int | None = None, **details: int) -> StoredFile:
        file_id = f"{PREFIXES[kind]}{len(self._files) + 1:08d}"
        size = len(upload.data) if claimed_size is None else claimed_size
        stored = StoredFile(file_id, kind, upload.name, upload.mime, upload.data, size, **details)
        self._files[file_id] = stored
        return stored

    def from_bot(self, kind: str, given: Upload | str) -> StoredFile:
        """A new upload, or a file that went through here before, by its file_id."""
        if isinstance(given, str):
            return self._known(kind, given)
        check_upload(given)
        if kind != "photo":
            return self.add(kind, given)
        check_photo(given)
        width, height = _dimensions(given.data)
        return self.add(kind, given, width=width, height=height)

    def _known(self, kind: str, file_id: str) -> StoredFile:
        if "://" in file_id:
            raise NotEmulatedError("a file sent by URL")
        stored = self._files.get(file_id)
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if stored.kind != kind:
            raise bad_request(f"can't use file of type {stored.kind.title()} as {kind.title()}")
        return stored

    def describe(self, file_id: str) -> dict[str, Any]:
        stored = self._files.get(file_id)
        if stored is None:
            raise bad_request("invalid file_id")
        if stored.size > DOWNLOAD_LIMIT:
            raise bad_request("file is too big")
        return _identity(stored) | {"file_path": stored.path}

    def at_path(self, path: str) -> StoredFile | None:
        return next((stored for stored in self._files.values() if stored.path == path), None)


def media_fields(stored: StoredFile) -> dict[str, Any]:
    """The part of a message that carries this file."""
    if stored.kind == "photo":
        return {"photo": [_identity(stored) | {"width": stored.width, "height": stored.height}]}
    details: dict[str, Any] = {"mime_type": stored.mime}
    if stored.kind != "voice":
        details |= {"file_name": stored.name}
    if stored.kind != "document":
        details |= {"duration": stored.duration}
    if stored.kind == "video":
        details |= {"width": stored.width, "height": stored.height}
    return {stored.kind: _identity(stored) | details}


def _identity(stored: StoredFile) -> dict[str, Any]:
    return {"file_id": stored.file_id, "file_unique_id": stored.unique_id, "file_size": stored.size}


def _dimensions(data: bytes) -> tuple[int, int]:
    width, height = _image_size(data)
    if width + height > DIMENSIONS_SUM or max(width, height) > DIMENSIONS_RATIO * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return width, height


def _image_size(data: bytes) -> tuple[int, int]:
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return int(width), int(height)
    if data.startswith((b"\xff\xd8\xff", b"GIF8", b"RIFF")):
        return 800, 600  # the exact size of other formats matters to no test
    raise bad_request("IMAGE_PROCESS_FAILED")
