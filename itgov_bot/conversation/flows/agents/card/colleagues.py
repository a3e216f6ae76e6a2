"""A colleague who was named: instead of pressed, by @user name or number or by the name that the bot shows; or in words
that are for the desk and not for whoever would read them."""

from collections.abc import Callable, Sequence

from itgov_bot.conversation.flows.known_people import agent_named
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people, queue, support
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.understanding.inside.kinds import Around, Book
from itgov_bot.understanding.inside.likely import Likely
from itgov_bot.understanding.language.cases.instead import without_denied
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.orders import LEAST_BUSY, with_least_busy
from itgov_bot.understanding.language.people.called import colleague_called, names_colleague
from itgov_bot.wording.agents.tickets import prompts

SHORTEST = 2
"""Letters: «de» in a name calls nobody."""


async def colleague_meant(turn: Turn, asked: str, among: Sequence[Person]) -> Person | None:
    """One of these people; None when it is none of them, or may be two."""
    found = await people.find_person(turn.desk, turn.person.channel, asked)
    return found if found in among else agent_named(asked, among)


async def agent_meant(turn: Turn, named: str) -> Person | None:
    """One of the agents, by their name; «el que menos tenga» is whoever has the least."""
    if LEAST_BUSY in with_least_busy(named):
        return (await least_busy(turn))[0]
    return await colleague_meant(turn, named, await support.agents(turn.desk))


async def least_busy(turn: Turn) -> list[Person]:
    """The desk's own agents, those first who have the least."""
    work = await queue.workload(turn.desk)
    has = {one.agent.id: one.live for one in work.agents if one.agent}
    able = await support.reachable(turn.desk, Role.AGENT) or await support.agents(turn.desk)
    return sorted(able, key=lambda one: has.get(one.id, 0))


async def around(turn: Turn, reader: int | None) -> Around:
    """Who may be named in words that `reader` (an id) would get. They are looked for once a turn, whoever asks."""
    if reader not in turn.around:
        turn.around[reader] = await _around(turn, reader)
    return turn.around[reader]


async def likely(turn: Turn, book: Book, reader: int | None = None) -> Likely:
    """What the words of the turn are by a book, of whoever may be named in them."""
    return turn.understanding.inside.likely(book, turn.text, await around(turn, reader))


async def _around(turn: Turn, reader: int | None) -> Around:
    others = [one for one in await support.agents(turn.desk) if one.id not in (turn.person.id, reader)]
    names = [
        name
        for one in others
        for name in (one.name or one.username, one.username and f"@{one.username}")
        if name
    ]
    names += [
        one.name for one in await people.with_live_tickets(turn.desk) if one.name
    ]  # «Beto, ya voy», under the case of somebody else
    would_read = await people.get(turn.desk, reader)
    return Around(tuple(names), would_read.name or "" if would_read else "")


async def may_stay_inside(turn: Turn, text: str, reader: int, *, is_awaited: bool = False) -> bool:
    """Whether an answer to `reader` may be meant for the desk. `is_awaited`: they were asked what to tell that person."""
    return turn.understanding.inside.may_stay(text, await around(turn, reader), is_awaited=is_awaited)


async def names_another(turn: Turn, text: str, reader: int | None) -> bool:
    """Whether such words name a colleague, and not to tell `reader` who comes."""
    return names_colleague(text, (await around(turn, reader)).names)


async def colleague_addressed(turn: Turn, text: str, reader: int | None) -> Person | None:
    """The agent to whom such words speak: perhaps the ticket is to be theirs."""
    called = colleague_called(text, (await around(turn, reader)).names)
    return await colleague_meant(turn, called, await support.agents(turn.desk)) if called else None


async def names_of_agents(turn: Turn, besides: int | None = None) -> list[str]:
    """The words by which agents are called, folded; those of the requester (`besides`, an id) are not told from them."""
    agents = [one for one in await support.agents(turn.desk) if one.id != besides]
    requester = await people.get(turn.desk, besides)
    theirs = set(fold(requester.name or "").split()) if requester else set()
    return [
        word
        for one in agents
        for word in fold(one.name or one.username or "").split()
        if word not in theirs and len(word) > SHORTEST
    ]


async def known_to(turn: Turn, besides: int | None = None) -> tuple[list[str], Callable[[str], bool]]:
    """What an order may name: how agents are called, but for what the requester is called (`besides`, an id); and whether
    words name a service."""
    return await names_of_agents(turn, besides), lambda said: bool(turn.services_named(without_denied(said)))


# One who has the ticket


async def asked_first(turn: Turn, ticket: Ticket, what: str, agreed: str = "") -> bool:
    """Whoever takes, ends or gives away a colleague's ticket, or lets it wait, is asked first, and that one hears of it.
    Whether the agent was asked. `agreed`: the id of the colleague about whom they were asked, and said yes."""
    holder = await colleague_having(turn, ticket, what)
    if holder is None or agreed == str(holder.id):
        return False
    turn.say(prompts.colleague_has_it(ticket, holder, what), ticket=ticket.id)
    return True


async def colleague_having(turn: Turn, ticket: Ticket, what: str) -> Person | None:
    """The colleague about whom it is asked before `what` is done."""
    having = ticket.assignee
    if what not in prompts.OF_COLLEAGUE or not ticket.is_live or having in (None, turn.person.id):
        return None
    return await people.get(turn.desk, having)
