"""What a channel is (a name and `send`), and the abilities that it may have besides.

Who needs an ability asks with `isinstance`: a mailbox has no menu, and says so by not having the method.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, Protocol, TypeVar, runtime_checkable

from itgov_bot.messages import Address, GroupRights, IncomingFile
from itgov_bot.records import dataclass
from itgov_bot.replies import Delivered, MenuEntry, Reply

Content = TypeVar("Content", contravariant=True)


class Channel(Protocol[Content]):
    """A way out of the desk: `Channel[Reply]` reaches people, `Channel[str]` programs, which take a JSON body."""

    name: str

    async def send(self, address: Address, content: Content, /, *, editing: str | None = None) -> Delivered:
        """Sends, or changes the message `editing` where the channel can.

        Raises NeverDelivered, TryLater, ChatMoved or TopicGone, whose texts hold no secret.
        """


AnyChannel = Channel[Any]
"""Whatever is posted for a channel is what it takes: `outbox.posting` sees to that."""


@runtime_checkable
class HasTopics(Protocol):
    """Its groups may have threads, one for each ticket."""

    async def open_topic(self, address: Address, title: str) -> str:
        """Opens a thread in a group and returns its id. Raises like `send`."""

    async def keep_topic(self, address: Address, title: str | None, closed: bool | None) -> None:
        """Gives a thread its title, and closes or opens it; None leaves it as it is. Raises like `send`."""


@runtime_checkable
class HasMenu(Protocol):
    """It shows the commands that a person may use."""

    async def show_menu(self, address: Address | None, entries: Sequence[MenuEntry]) -> None:
        """Sets the command menu of one chat, or (None) of everybody in private. Raises like `send`."""


@runtime_checkable
class HasFiles(Protocol):
    """People can send files by it."""

    async def fetch(self, file: IncomingFile, target: Path, limit: int) -> int:
        """Writes a file of at most `limit` bytes to `target` and returns its size. Raises FileRefused."""


@runtime_checkable
class ShowsWork(Protocol):
    """It can show, for a few seconds, that something is being made for a chat."""

    async def show_work(self, address: Address, kind: Literal["picture", "file"]) -> None:
        """Raises like `send`."""


@runtime_checkable
class KnowsRights(Protocol):
    """Its groups give us rights, or not."""

    async def rights_in(self, address: Address) -> GroupRights:
        """Raises like `send`."""


@runtime_checkable
class HasToasts(Protocol):
    """Who presses a button is shown a short answer, which is no message."""

    async def answer_press(self, press: Address, text: str) -> bool:
        """Ends the waiting of who pressed, and shows them a text of at most MAX_TOAST characters, or ("") nothing.

        False when the press can no longer be answered, or was answered before. Raises like `send`.
        """


@runtime_checkable
class Withdraws(Protocol):
    """What was sent can be taken back."""

    async def withdraw(self, address: Address, ref: str, instead: Reply) -> None:
        """Deletes a message; one that is too old for that says something else `instead`, if it still can. Raises like
        `send`."""


@runtime_checkable
class Reacts(Protocol):
    """A sign can be put on somebody's message."""

    async def react(self, address: Address, ref: str, sign: str) -> bool:
        """False when the chat or the message takes no such sign. Raises like `send`."""


@runtime_checkable
class Pins(Protocol):
    """A message can be kept in sight at the top of its chat."""

    async def pin(self, address: Address, ref: str) -> bool:
        """Without ringing for anybody. False where we may not. Raises like `send`."""


@dataclass(frozen=True, slots=True)
class RateLimit:
    """So many messages in so many seconds, of which some are kept for what is urgent."""

    messages: int
    seconds: float
    kept_for_urgent: int

    def __post_init__(self) -> None:
        if not 0 < self.kept_for_urgent < self.messages:
            raise ValueError("both the urgent messages and the others need a share of a rate limit")


@runtime_checkable
class HasLimits(Protocol):
    """Its vendor takes only so many messages; what goes beyond is put off before it is refused."""

    overall_limit: RateLimit

    def chat_limit(self, chat: str) -> RateLimit: ...
