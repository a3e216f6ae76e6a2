"""Deeds that are for some roles alone: in a table, each stands with its gate."""

from collections.abc import Awaitable, Callable
from typing import Concatenate, ParamSpec

from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.people import Gate
from itgov_bot.wording import general

P = ParamSpec("P")


def only(
    gate: Gate, deed: Callable[Concatenate[Turn, P], Awaitable[None]], *, in_private: bool = False
) -> Callable[Concatenate[Turn, P], Awaitable[None]]:
    """Whoever else wants it is told whose it is. A button outlives a role, so it is looked at each time. `in_private`: in a
    group it is nobody's."""

    async def done(turn: Turn, /, *args: P.args, **kwargs: P.kwargs) -> None:
        if gate(turn.roles) and not (in_private and turn.incoming.is_group):
            await deed(turn, *args, **kwargs)
        else:
            turn.say(general.not_for_your_role(gate))

    return done
