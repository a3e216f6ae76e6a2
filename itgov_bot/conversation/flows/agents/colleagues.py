"""A colleague who was named instead of pressed: by @user name or number, or by the name that the bot shows."""

from collections.abc import Sequence

from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people
from itgov_bot.domain.people import Person
from itgov_bot.understanding.language.fuzzy import closest
from itgov_bot.wording.names import agent_name


async def colleague_meant(turn: Turn, asked: str, among: Sequence[Person]) -> Person | None:
    """One of these people; None when it is none of them, or may be two."""
    found = await people.find_person(turn.desk, turn.person.channel, asked)
    return found if found in among else agent_named(asked, among)


def agent_named(asked: str, agents: Sequence[Person]) -> Person | None:
    """The one agent who is shown by that name, perhaps in part or with a slip; nobody when it may be two."""
    shown = [agent_name(one) for one in agents]
    name = closest(asked, shown)
    return agents[shown.index(name)] if name and shown.count(name) == 1 else None
