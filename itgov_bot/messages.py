"""What comes from the channels: messages, presses, files and what happens to chats; and the addresses of both ways.

Nothing here knows Telegram, SQL or a sentence for people. What is said is in `replies`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Literal

from itgov_bot.patterns import regex

FileKind = Literal["photo", "document", "voice", "video", "audio", "none"]
"""`none`: no file, but something (a sticker, a poll) that cannot be kept, named by its kind."""


_NO_TEXT = regex("[\\x00\\ud800-\\udfff]")
"""NUL, which PostgreSQL does not take, and halves of a character, which cannot be written as UTF-8."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a reply goes: a chat of a channel and, in a group with topics, the thread in it.

    `ticket:12` as thread is the topic of that ticket, whatever its id; the delivery finds or opens it.
    `strict`: if the thread is gone the message must not go anywhere else (TopicGone is raised).
    """

    channel: str
    chat: str
    thread: str | None = None
    strict: bool = False


RECEIVER = Address("webhook", "default")
"""The program of the city that hears of every fact. One address, so that what happens is told in the order in which it
happened, and holds up no chat of people."""


def mailbox(email: str) -> Address:
    """A mailbox as the address of a message."""
    return Address("email", email)


def press_address(channel: str, press: str) -> Address:
    """A press as the address of its answer, which waits behind nothing that leaves for the chat."""
    return Address(channel, f"press:{press}")


class _FromOutside:
    """What comes from a channel is cleaned here, once for all channels, of what cannot be kept as text. Raises
    TypeError where there is something else in place of a text."""

    __slots__ = ()

    def __post_init__(self) -> None:
        for one in fields(self):  # type: ignore[arg-type]
            value = getattr(self, one.name)
            if not isinstance(value, str) and (
                one.type == "str" or (one.type == "str | None" and value is not None)
            ):
                raise TypeError(f"{one.name} is no text")  # what is read from JSON may be anything
            if isinstance(value, str) and _NO_TEXT.search(value):
                object.__setattr__(self, one.name, _NO_TEXT.sub("", value))


@dataclass(frozen=True, slots=True)
class Sender(_FromOutside):
    """Who wrote, as the channel knows them. `user` is the channel's own stable id."""

    channel: str
    user: str
    name: str
    username: str | None = None


@dataclass(frozen=True, slots=True)
class IncomingFile(_FromOutside):
    """A file that a person sent and that the channel can fetch by `ref`. `size` is in bytes, as claimed."""

    kind: FileKind
    ref: str
    name: str
    mime: str
    size: int | None


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update as its channel brought it, before it is read. `key` is unique for it (that of its event), `line` for the
    person who did it: their turns are taken in order. `press` is the address of the answer that it waits for.
    `album`: what was sent together with others has their name.
    """

    key: str
    line: str
    body: str
    press: Address | None = None
    album: str | None = None


@dataclass(frozen=True, slots=True)
class Incoming(_FromOutside):
    """One thing that a person did: wrote, pressed a button, sent a file, edited a message.

    `key` is unique for the update (its second arrival has no effect). `pressed` is the data of a button,
    `press` the address of the answer that its press waits for, on a channel that shows such answers.
    `message_ref` and `reply_to_ref` are the channel's ids of this message and of the one it answers; `reply_to_text` is
    the text of that one, where it is the desk's own (or was, before somebody forwarded it). `also` are the keys of the
    updates that it stands for too. `is_numbered`: the channel shows choices with numbers, by which they are typed.
    """

    key: str
    sender: Sender
    address: Address
    text: str = ""
    pressed: str | None = None
    press_ref: str | None = None
    press: Address | None = None
    files: tuple[IncomingFile, ...] = ()
    message_ref: str | None = None
    reply_to_ref: str | None = None
    reply_to_text: str | None = None
    is_group: bool = False
    group_title: str | None = None
    has_topics: bool = False
    is_edit: bool = False
    is_numbered: bool = False
    also: tuple[str, ...] = ()


def in_one(parts: Sequence[Incoming]) -> Incoming:
    """What a person sent together: the first of it, with the words and the files of all."""
    first, *others = parts
    return replace(
        first,
        text="\n".join(dict.fromkeys(one.text for one in parts if one.text)),
        files=tuple(file for one in parts for file in one.files),
        also=tuple(one.key for one in others),
    )


@dataclass(frozen=True, slots=True)
class Faceless:
    """Somebody spoke to the desk in a group without saying who they are: as the group itself, or `as_channel`."""

    key: str
    address: Address
    as_channel: bool


@dataclass(frozen=True, slots=True)
class MembershipChange:
    """The channel reports that a chat can no longer (or again) be reached, or has a new id."""

    key: str
    address: Address
    reachable: bool
    new_chat: str | None = None


@dataclass(frozen=True, slots=True)
class MemberLeft:
    """Somebody is in a group no more: they went, or were taken out."""

    key: str
    address: Address
    sender: Sender


@dataclass(frozen=True, slots=True)
class GroupRights:
    """What we may do in a group: keep `topics`, `pin` a message, `delete` any."""

    topics: bool = False
    pin: bool = False
    delete: bool = False


class DeskAway(Exception):
    """The desk cannot take an event in at present (its database is away): it must be brought again."""


class FileRefused(Exception):
    """A file that a person sent cannot be fetched.

    `reason`: too_big | gone | unavailable; where it was named by its path also unnamed | missing | folder.
    """

    def __init__(
        self, reason: Literal["too_big", "gone", "unavailable", "unnamed", "missing", "folder"]
    ) -> None:
        super().__init__(reason)
        self.reason = reason


Event = Incoming | Faceless | MembershipChange | MemberLeft
