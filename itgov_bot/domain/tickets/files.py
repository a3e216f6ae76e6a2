"""The files of a ticket: which ones are taken, and under which name they are kept. The sender's name is not trusted."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from itgov_bot.messages import FileKind
from itgov_bot.patterns import regex
from itgov_bot.replies import Outgoing, OutgoingKind

MAX_NAME = 80

_PROGRAM = regex(
    "exe|msi|msix|bat|cmd|com|scr|ps1|vbs|vbe|js|jse|wsf|hta|jar|lnk|url|reg|dll|cpl|apk|app|dmg|sh|pif|msp|gadget"
    "|py|pyw|chm|one|iso|img|html?|xhtml|svg|docm|dotm|xlsm|xltm|xlam|pptm"
)
"""Endings of what runs when it is opened, programs and documents that carry them: nobody needs to send one to the desk,
and an agent must not be one press away from running it."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file kept on disk. `path` is relative to the folder of files; `size` is in bytes, as counted."""

    kind: FileKind
    name: str
    mime: str
    size: int
    path: str

    @property
    def outgoing(self) -> Outgoing:
        return Outgoing(self.path, self.name, _SHOWN.get(self.kind, "file"))


_SHOWN: dict[FileKind, OutgoingKind] = {"photo": "picture", "voice": "voice", "video": "video"}


@dataclass(frozen=True, slots=True)
class Attachment:
    ticket: int
    file: StoredFile
    added_at: datetime


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that somebody sent and that belongs to no case (yet)."""

    path: str
    size: int
    kept_at: datetime


@dataclass(frozen=True, slots=True)
class Quota:
    """What one person may send in a day: so many files, so many bytes."""

    files: int
    bytes: int


FileProblem = Literal[
    "no_file",
    "too_big",
    "not_taken",
    "empty",
    "gone",
    "unavailable",
    "unnamed",
    "missing",
    "folder",
    "no_room",
    "over_quota",
    "unsaid",
]
"""`no_file`: what was sent is none. `no_room`: the disk is nearly full. `over_quota`: the day's files are used up, which is
said once; `unsaid`: so they are, and it was said, or it is talk in a group that is not for the desk."""


def problem_with(name: str, size: int | None, limit: int) -> FileProblem | None:
    """Why a file is refused before it is fetched; None when it may be. `limit` and `size` are in bytes."""
    if size is not None and size > limit:
        return "too_big"
    if size == 0:
        return "empty"
    return "not_taken" if _PROGRAM.fullmatch(ending(name)) else None


def ending(name: str) -> str:
    """The ending of a file's name, in lower case and without the dot; only letters and digits."""
    match = re.search(r"\.([A-Za-z0-9]{1,8})\s*$", name)
    return match[1].lower() if match else ""


def safe_name(name: str, kind: FileKind) -> str:
    """A name to show and to send on: no folders, no control or direction characters, not too long."""
    base = re.split(r"[\\/]", name)[-1]
    clean = "".join(char for char in base if char.isprintable() and char not in '<>:"|?*').strip(" .")
    return clean[-MAX_NAME:] or {"photo": "foto.jpg", "voice": "nota-de-voz.ogg"}.get(kind, "archivo")
