"""Looking at what the bot sent: the same for a person's private chat and for a group."""

from collections.abc import Container

from .inbox import BotMessage, Inbox
from .world import World

PATIENCE = 20.0
"""Seconds; only a test that fails, or a machine with much else to do, waits that long."""

A_WHILE = 0.1


class Reader:
    """Somebody with an inbox, read strictly in order."""

    world: World

    @property
    def inbox(self) -> Inbox[BotMessage]:
        raise NotImplementedError

    async def receives(
        self,
        containing: str | None = None,
        *,
        matching: str | None = None,
        edited: bool | None = None,
        thread: int | None = None,
        timeout: float = PATIENCE,  # noqa: ASYNC109 - the word every test expects
    ) -> BotMessage:
        """The next unseen message or edit, which must be the one described."""
        message = await self.inbox.next(containing, matching, timeout)
        if edited is not None and message.edited != edited:
            raise AssertionError(
                f"{self.inbox.owner} received {message}; expected {'an edit' if edited else 'no edit'}"
            )
        if thread is not None and message.thread != thread:
            raise AssertionError(f"{self.inbox.owner} received {message}; expected it in thread {thread}")
        return message

    async def receives_nothing(self, within: float | None = None) -> None:
        """In so many seconds; unless they are told, until the bot has nothing more to say, where it tells that."""
        if within is None and self.world.bot_settled:
            await self.world.bot_settled()
            within = 0
        await self.inbox.nothing(A_WHILE if within is None else within)

    def ignores_rest(self) -> None:
        self.inbox.see_all()

    @property
    def last(self) -> BotMessage:
        """The message seen last."""
        if not self.inbox.seen:
            raise AssertionError(f"{self.inbox.owner} has seen no message yet")
        return self.inbox.seen[-1]


def with_buttons(inbox: Inbox[BotMessage], there: Container[int]) -> BotMessage:
    """The latest message that is still there and, as last seen, has buttons."""
    superseded: set[int] = set()
    for message in reversed(inbox.seen):
        if message.message_id not in there:
            continue
        if message.message_id not in superseded and message.buttons:
            return message
        superseded.add(message.message_id)
    unseen = "".join(f"\n  unseen: {message}" for message in inbox.unseen)
    raise AssertionError(f"{inbox.owner} has seen no message with buttons{unseen}")
