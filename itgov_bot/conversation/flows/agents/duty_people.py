"""Who is meant by an order about the guard, and whether that is certain."""

from collections.abc import Callable

from itgov_bot.conversation.flows.admins.roles import is_by_identifier, known_person
from itgov_bot.conversation.flows.agents.colleagues import agent_named
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people, support
from itgov_bot.domain.people import Person
from itgov_bot.understanding.language.folding import plain
from itgov_bot.wording.names import name_of


async def person_meant(turn: Turn, asked: str) -> Person | None:
    """Anybody who wrote to the bot, by user name or number; the desk's people also by the name they are shown by."""
    is_name = not asked.startswith("@") and not asked.isdecimal()
    named = agent_named(asked, await support.agents(turn.desk)) if is_name else None
    return named or await known_person(turn, asked)


async def is_certain(turn: Turn, asked: str, person: Person) -> bool:
    """By number, or one of the desk's people: a user name that a stranger goes by may have been another's."""
    return is_by_identifier(person, asked) or person in await support.agents(turn.desk)


async def names_known(turn: Turn) -> Callable[[str], bool]:
    """Whether words name somebody: an agent, perhaps in part or with a slip, or anybody else from end to end."""
    agents = await support.agents(turn.desk)
    others = {
        plain(name)
        for one in await people.with_names(turn.desk)
        for name in (name_of(one), name_of(one).split()[0], one.username)
        if name
    }
    return lambda words: plain(words) in others or agent_named(words, agents) is not None
