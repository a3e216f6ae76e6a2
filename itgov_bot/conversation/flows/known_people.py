"""Which person is meant by what somebody wrote: a user name, a number, or a name, perhaps in part or with a slip."""

import re
from collections.abc import Callable, Sequence

from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people, support
from itgov_bot.domain.people import Person
from itgov_bot.patterns import regex
from itgov_bot.understanding.language.folding import plain
from itgov_bot.understanding.language.fuzzy import closest, near
from itgov_bot.understanding.language.orders.verbs import verb_of
from itgov_bot.wording.admins import role_lists
from itgov_bot.wording.admins import roles as words
from itgov_bot.wording.names import agent_name, name_of

_SHOWN_BEFORE = regex(r"(?:usuario|n[uú]mero)\s+", re.IGNORECASE)
"""How the bot shows an identifier."""


async def known_person(turn: Turn, asked: str) -> Person | None:
    """By @user name, by the identifier or the name that the bot shows; None when it is nobody or may be two, which is
    said."""
    found = await called(turn, asked)
    if len(found) == 1:
        return found[0]
    turn.say(role_lists.which_person(asked, found) if found else words.person_not_known(asked))
    return None


async def called(turn: Turn, asked: str) -> list[Person]:
    known = await by_identifier(turn, asked)
    if known is None and asked.startswith("@"):
        known = await people.find_person(turn.desk, turn.person.channel, asked)
    if known:
        return [known]
    return [] if asked.startswith("@") or asked.isdecimal() else await _named(turn, asked)


async def by_identifier(turn: Turn, asked: str) -> Person | None:
    """By the number, or the word that the terminal has in its place; also as it is shown: «Usuario 7», «número 7»."""
    alone = _SHOWN_BEFORE.sub("", asked.strip())
    return await people.find_by_identifier(turn.desk, turn.person.channel, alone)


async def _named(turn: Turn, asked: str) -> list[Person]:
    """Who is shown by that name, perhaps in part, or has that very user name; or that identifier, in another channel."""
    everybody = await people.with_names(turn.desk)
    alike = set(near(asked, [name_of(one) for one in everybody]))
    same = asked.lower()
    ids = [one for one in everybody if one.user == asked]
    return ids or [one for one in everybody if name_of(one) in alike or (one.username or "").lower() == same]


def is_by_identifier(person: Person, asked: str) -> bool:
    """Called by what is theirs alone, and no name that may have been another's."""
    return _SHOWN_BEFORE.sub("", asked.strip()) == person.user


# Of the desk


def agent_named(asked: str, agents: Sequence[Person]) -> Person | None:
    """The one agent who is shown by that name, perhaps in part or with a slip, or who has told none and has that user name;
    nobody when it may be two."""
    known = [(agent_name(one), one) for one in agents]
    known += [(one.username, one) for one in agents if one.username and not one.name]
    shown = [name for name, _ in known]
    name = closest(asked, shown)
    return known[shown.index(name)][1] if name and shown.count(name) == 1 else None


async def person_meant(turn: Turn, asked: str) -> Person | None:
    """Anybody who wrote to the bot, by user name or number; the desk's people also by the name they are shown by."""
    is_name = not asked.startswith("@") and not asked.isdecimal()
    named = agent_named(asked, await support.agents(turn.desk)) if is_name else None
    return named or await known_person(turn, asked)


async def is_certain(turn: Turn, asked: str, person: Person) -> bool:
    """By number, or one of the desk's people: a user name that a stranger goes by may have been another's."""
    return is_by_identifier(person, asked) or person in await support.agents(turn.desk)


async def names_known(turn: Turn) -> Callable[[str], bool]:
    """Whether words name somebody: an agent, perhaps in part or with a slip (no verb is one: «dar»), or anybody else from
    end to end."""
    agents = await support.agents(turn.desk)
    others = {
        plain(name)
        for one in await people.with_names(turn.desk)
        for name in (name_of(one), name_of(one).split()[0], one.username)
        if name
    }
    return lambda words: (
        plain(words) in others or (verb_of(plain(words)) is None and agent_named(words, agents) is not None)
    )
