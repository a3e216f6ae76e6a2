"""Words that waited for a press which says what they are."""

from collections.abc import Awaitable, Callable, Mapping
from enum import StrEnum
from typing import TypeVar

from itgov_bot.conversation.turn import Turn
from itgov_bot.wording import forms as words

Kind = TypeVar("Kind", bound=StrEnum)


async def read_as(turn: Turn, kind: str, rows: Mapping[Kind, Callable[[Turn], Awaitable[None]]]) -> None:
    """What is done with words of that kind; an old button is answered kindly."""
    held, deed = turn.take_held(), next((one for name, one in rows.items() if name == kind), None)
    if held.text and deed:
        turn.text = held.text
        await deed(turn)
    else:
        turn.say(words.old_button_no_form())
