"""Deeds that are for some roles alone: in a table, each stands with its gate."""

from collections.abc import Awaitable, Callable
from typing import Concatenate, ParamSpec

from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.people import Gate
from itgov_bot.wording import general

P = ParamSpec("P")


def only(
    gate: Gate, deed: Callable[Concatenate[Turn, P], Awaitable[None]]
) -> Callable[Concatenate[Turn, P], Awaitable[None]]:
    """Whoever else wants it is told whose it is. A button outlives a role, so it is looked at each time."""

    async def done(turn: Turn, /, *args: P.args, **kwargs: P.kwargs) -> None:
        if gate(turn.roles):
            await deed(turn, *args, **kwargs)
        else:
            turn.say(general.not_for_your_role(gate))

    return done
