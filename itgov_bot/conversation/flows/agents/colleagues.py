"""A colleague who was named instead of pressed: by @user name or number, or by the name that the bot shows."""

from collections.abc import Sequence

from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people, support
from itgov_bot.domain.people import Person
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.fuzzy import closest
from itgov_bot.understanding.language.to_team import ToTeam, meant_for_team
from itgov_bot.wording.names import agent_name

SHORTEST = 2
"""Letters: «de» in a name calls nobody."""


async def colleague_meant(turn: Turn, asked: str, among: Sequence[Person]) -> Person | None:
    """One of these people; None when it is none of them, or may be two."""
    found = await people.find_person(turn.desk, turn.person.channel, asked)
    return found if found in among else agent_named(asked, among)


async def spoken_to(turn: Turn, text: str, reader: int | None) -> ToTeam | None:
    """Whether words that `reader` (an id) would get read as meant for the desk's own people."""
    others = [one for one in await support.agents(turn.desk) if one.id not in (turn.person.id, reader)]
    names = [name for one in others for name in (one.name, one.username and f"@{one.username}") if name]
    would_read = await people.get(turn.desk, reader)
    return meant_for_team(text, names, would_read.name or "" if would_read else "")


async def is_for_team(turn: Turn, text: str, reader: int | None) -> bool:
    return await spoken_to(turn, text, reader) is not None


async def colleague_addressed(turn: Turn, text: str, reader: int | None) -> Person | None:
    """The agent to whom such words speak: perhaps the ticket is to be theirs."""
    found = await spoken_to(turn, text, reader)
    return (
        await colleague_meant(turn, found.name, await support.agents(turn.desk))
        if found and found.name
        else None
    )


async def names_of_agents(turn: Turn, besides: int | None = None) -> list[str]:
    """The words by which agents are called, folded; those of the requester (`besides`, an id) are not told from them."""
    agents = [one for one in await support.agents(turn.desk) if one.id != besides]
    requester = await people.get(turn.desk, besides)
    theirs = set(fold(requester.name or "").split()) if requester else set()
    return [
        word
        for one in agents
        for word in fold(one.name or "").split()
        if word not in theirs and len(word) > SHORTEST
    ]


def agent_named(asked: str, agents: Sequence[Person]) -> Person | None:
    """The one agent who is shown by that name, perhaps in part or with a slip; nobody when it may be two."""
    shown = [agent_name(one) for one in agents]
    name = closest(asked, shown)
    return agents[shown.index(name)] if name and shown.count(name) == 1 else None
