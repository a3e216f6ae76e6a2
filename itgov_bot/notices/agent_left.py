"""An agent left: the desk, who coordinates it and who administers it hear at once what becomes of what they had."""

from collections.abc import Awaitable, Callable, Sequence

from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.domain.facts import AgentLeft
from itgov_bot.domain.people import Person
from itgov_bot.messages import Address
from itgov_bot.replies import Reply
from itgov_bot.wording.agents import agent_left as words


async def told(desk: Desk, fact: AgentLeft) -> Sequence[tuple[Address, Reply]]:
    """Who took the role away reads it in the answer."""
    if not fact.tickets and fact.why == "role":
        return []
    told = words.left(fact)
    heard = dict.fromkeys(await _places(desk, fact), told)
    heard |= {one.address: told for one in await _others(desk, fact, support.coordinators)}
    if fact.why != "role":
        of_role = words.left(fact, may_take_role=True)
        heard |= {one.address: of_role for one in await _others(desk, fact, support.administrators)}
    return list(heard.items())


async def _places(desk: Desk, fact: AgentLeft) -> list[Address]:
    """Its own group knows who is not in it any more."""
    return await support.places(desk) if fact.tickets or fact.why == "erased" else []


async def _others(
    desk: Desk, fact: AgentLeft, who: Callable[[Desk], Awaitable[list[Person]]]
) -> list[Person]:
    knows = {fact.person.id, fact.by.id if fact.by else 0}
    return [one for one in await who(desk) if one.id not in knows]
