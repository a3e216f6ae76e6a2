"""How words are tried: by one reader after the other, in sections of those whose roles they are for."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import Concatenate, Generic, ParamSpec

from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.people import Gate, Role
from itgov_bot.records import dataclass

P = ParamSpec("P")


@dataclass(frozen=True)
class Section(Generic[P]):
    """Readers that follow each other. A reader says something and returns True, or returns False and the next one is tried.

    `only`: whose roles they are for; of anybody else they are not asked.
    """

    readers: tuple[Callable[Concatenate[Turn, P], Awaitable[bool]], ...]
    only: Gate | None = None


def readers_of(
    sections: Sequence[Section[P]], roles: frozenset[Role]
) -> Iterator[Callable[Concatenate[Turn, P], Awaitable[bool]]]:
    """Those that may read what somebody with these roles writes, in their order."""
    for section in sections:
        if section.only is None or section.only(roles):
            yield from section.readers


async def first(sections: Sequence[Section[[]]], turn: Turn) -> bool:
    """Tries the readers in their order; True when one answered."""
    for reader in readers_of(sections, turn.roles):
        if await reader(turn):
            return True
    return False
