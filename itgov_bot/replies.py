"""What the desk says, whatever the channel: a reply with its choices, files and charts as facts; and what becomes of it.

Nothing here knows Telegram, SQL or a sentence for people.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, field, replace
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from itgov_bot.records import dataclass

MAX_DATA = 64
"""Bytes of a button's data, as Telegram takes them."""


MAX_LABEL = 30
"""Characters of a button: a phone shows no more. The tests refuse every longer one; `wording.text.on_button` shortens."""


MAX_TOAST = 200
"""Characters of what is shown as the answer to a press, as Telegram takes them."""


CARRIES = "~"
"""Before the token of the question that a button belongs to, at the end of its data."""


MAX_CHOICES = 10
"""A reply carries at most this many choices, so that a ten-row WhatsApp list can show them all."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: what it says and the data that comes back when it is pressed (at most 64 bytes).

    `answers` says that a typed "sí" or "no" means this button, or one that leaves it open: "no sé", "las dos". Channels
    do not look at it.
    """

    label: str
    data: str
    answers: Literal["yes", "no", "any"] | None = None

    def __post_init__(self) -> None:
        if not 1 <= len(self.data.encode()) <= MAX_DATA:
            raise ValueError(f"choice data must be 1 to 64 bytes: {self.data!r}")


OutgoingKind = Literal["picture", "file", "voice", "video"]
"""How it is shown, where the channel can: looked at, opened, heard, played."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A file that leaves with a reply. `path` is relative to the folder of files until it is delivered."""

    path: str
    name: str
    kind: OutgoingKind = "file"


Light = Literal["green", "yellow", "red"]
"""The traffic light of an indicator; None where there is nothing to compare with."""


ReportFormat = Literal["xlsx", "csv", "pdf"]


@dataclass(frozen=True, slots=True)
class Bar:
    """One period of a chart. Without a value it is a gap; `is_open`: the period is not over, so the value may change.

    `light` is that of the board, `source` where the value comes from. `doubt`: a 0 % that may mean that
    nothing was measured, or a value that was printed without a month.
    """

    label: str
    value: float | None = None
    light: Light | None = None
    source: Literal["sheet", "computed", "recorded"] = "sheet"
    is_open: bool = False
    doubt: Literal["no_data", "no_month"] | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """One indicator in a chart. `standing` is how it stands, in a few words."""

    title: str
    bars: tuple[Bar, ...]
    unit: str
    target: float | None
    light: Light | None = None
    standing: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as facts; it is drawn when it leaves: one panel large, a few below one another, many as a board.

    A chart that an older version posted has no panels: its words leave alone.
    """

    title: str
    file_name: str
    panels: tuple[Panel, ...] = ()
    is_dark: bool = False


@dataclass(frozen=True, slots=True)
class Export:
    """A file of cases as facts; it is written when it leaves. Instants are ISO, None is no bound.

    `service` is a catalogue id, "none" (cases without one) or a part of another kind (`export.part_in`); no `states` means
    all of them.
    """

    format: Literal["xlsx", "csv"]
    file_name: str
    opened_from: str | None = None
    opened_before: str | None = None
    service: str | None = None
    states: tuple[str, ...] = ()
    contacts: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A file of the indicators of a year as facts; it is written when it leaves."""

    format: ReportFormat
    file_name: str
    year: int


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said to one address. Poor on purpose: text, a few choices, at most one picture or file; `album` are files
    that came together with the attachment, and go with it.

    `text` is the HTML subset <b>, <i>, <code>, <a> (who is called in a group), with people's words escaped by the wording.
    `card` names a message that is kept up to date: a later reply with the same card edits it; one that is `pinned` is
    kept in sight where the channel lets us. `rows` are the numbers of choices side by side, where they are not all
    alike (`columns`).
    `awaits_words`: what is typed next is an answer in words, and no number of a choice. Channels do not look at it.
    `prompt` names the question that it is, which goes from a group when it was answered; `awaits_answer`: the answer is in
    words, and who is called in the text finds it ready to be written. `addressee`: who else an answer to it is for
    (`domain/tickets/addressee`).
    """

    text: str
    choices: tuple[Choice, ...] = ()
    attachment: Outgoing | None = None
    chart: Chart | None = None
    card: str | None = None
    columns: int = 1
    export: Export | None = None
    awaits_words: bool = False
    report: Report | None = None
    album: tuple[Outgoing, ...] = ()
    rows: tuple[int, ...] = ()
    pinned: bool = False
    awaits_answer: bool = False
    prompt: str | None = None
    addressee: str | None = None

    def __post_init__(self) -> None:
        if len(self.choices) > MAX_CHOICES:
            raise ValueError(f"a reply carries at most {MAX_CHOICES} choices, not {len(self.choices)}")

    @property
    def files(self) -> tuple[Outgoing, ...]:
        return (self.attachment, *self.album) if self.attachment else ()

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @staticmethod
    def from_json(text: str) -> Reply:
        """Also one that an older version wrote: what it did not know has its default.

        Raises ValueError, which says nothing of what stood there: errors are logged.
        """
        try:
            return _REPLY.validate_json(text)
        except ValidationError as failure:
            raise ValueError(f"no reply: {failure.error_count()} errors") from None

    def carrying(self, token: str) -> Reply:
        """The same reply, whose buttons say which question they belong to: see `question_of`."""
        choices = [replace(one, data=f"{one.data}{CARRIES}{token}") for one in self.choices]
        return replace(self, choices=tuple(choices))

    def with_attachment(self, attachment: Outgoing) -> Reply:
        """The same reply with its chart drawn, or its file written."""
        return replace(self, attachment=attachment, chart=None, export=None, report=None)

    def with_attachment_in(self, folder: Path) -> Reply:
        """The same reply with the whole path of its attachment, whose own one is relative to `folder`.

        Raises NeverDelivered for a path that leads out of it.
        """
        if self.attachment is None:
            return self
        album = tuple(_in_folder(folder, one) for one in self.album)
        return replace(self, attachment=_in_folder(folder, self.attachment), album=album)

    @property
    def can_change(self) -> bool:
        """Whether its message can be edited: one that makes ready to write an answer cannot."""
        return not self.awaits_answer or bool(self.choices)

    def mark(self) -> str:
        """Tells it from others by what people read and may press, also when it was read again from where it is kept."""
        shown = "\n".join([self.text, *(choice.data for choice in self.choices)])
        return hashlib.sha256(shown.encode()).hexdigest()[:12]

    def fingerprint(self) -> str:
        """Says whether an edit would change anything."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()[:32]


def question_of(data: str) -> tuple[str, str]:
    """The data of a button, and the token of the question that it belongs to; "" when it carries none."""
    own, carries, token = data.rpartition(CARRIES)
    return (own, token) if carries else (data, "")


def _in_folder(folder: Path, file: Outgoing) -> Outgoing:
    path = Path(file.path)
    if path.is_absolute() or ".." in path.parts:
        raise NeverDelivered("attachment outside its folder")
    return replace(file, path=str(folder / path))


_REPLY = TypeAdapter(Reply)


@dataclass(frozen=True, slots=True)
class Delivered:
    """A channel took the reply; `ref` is its id of the (first) message, `refs` of every part."""

    ref: str | None = None
    refs: Sequence[str] = field(default_factory=tuple)


class DeliveryFailure(Exception):
    """A reply could not be handed to the channel."""


class NeverDelivered(DeliveryFailure):
    """Trying again is of no use: the person blocked the bot, the chat is gone, the text is refused.

    `unreachable` says that nothing at all can be sent to that address any more.
    """

    def __init__(self, reason: str, *, unreachable: bool = False) -> None:
        super().__init__(reason)
        self.unreachable = unreachable


class TryLater(DeliveryFailure):
    """A passing fault. `wait` is the number of seconds the channel asked for, if it did."""

    def __init__(self, reason: str, *, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


class ChatMoved(DeliveryFailure):
    """The chat goes on under another id (a Telegram group that became a supergroup)."""

    def __init__(self, new_chat: str) -> None:
        super().__init__(f"chat moved to {new_chat}")
        self.new_chat = new_chat


class TopicGone(DeliveryFailure):
    """The thread of a group is there no more: somebody deleted it."""


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A command that a channel may list in its menu: the word without the slash, and what it does."""

    command: str
    description: str
