"""The methods of the Bot API that the emulator performs, one table per subject."""

from collections.abc import Callable
from typing import Any

from ..world import World
from . import answering, chats, commands, editing, sending, topics, updating

Handler = Callable[[World, dict[str, Any]], Any]  # getUpdates alone returns an awaitable

HANDLERS: dict[str, Handler] = {
    **updating.METHODS,
    **sending.METHODS,
    **editing.METHODS,
    **answering.METHODS,
    **chats.METHODS,
    **topics.METHODS,
    **commands.METHODS,
}
