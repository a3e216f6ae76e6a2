"""Who is meant by words about the guard, and what is answered of an urgent ticket to who asks the desk."""

from collections.abc import Callable

from itgov_bot.conversation.flows.admins.roles import is_by_identifier, known_person
from itgov_bot.conversation.flows.agents.colleagues import agent_named
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import on_call, people, support
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.view import held_since
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.duty.asked_of_case import AskedAtDuty
from itgov_bot.understanding.language.folding import plain
from itgov_bot.wording.agents import duty_told as words
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


async def answer(turn: Turn, ticket: Ticket, about: AskedAtDuty) -> Reply:
    if about is AskedAtDuty.ON_DUTY:
        others = [one for one in await support.coordinators(turn.desk) if one.id != turn.person.id]
        return words.on_duty(ticket, await on_call.view(turn.desk), others, turn.desk.local_now)
    since = held_since(await lookup.timeline(turn.desk, ticket))
    return words.told(await view(turn.desk, ticket), about, since)


async def colleague_named(turn: Turn, asked: str) -> Person | None:
    """The colleague who is to go on, and can be reached."""
    others = [one for one in await support.agents(turn.desk) if one.id != turn.person.id and one.reachable]
    return agent_named(asked, others)
