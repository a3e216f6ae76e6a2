"""An agent left: what they had is told at once, to the desk and to who coordinates it."""

from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.domain.facts import AgentLeft
from itgov_bot.outbox.posting import post
from itgov_bot.wording.agents import agent_left as words


async def tell(desk: Desk, fact: AgentLeft) -> None:
    """Who took the role away reads it in the answer."""
    if not fact.tickets and fact.why != "group":
        return
    places = await support.places(desk) if fact.tickets else []
    knows = {fact.person.id, fact.by.id if fact.by else 0}
    coordinators = [one.address for one in await support.coordinators(desk) if one.id not in knows]
    for address in dict.fromkeys([*places, *coordinators]):
        await post(desk.session, address, words.left(fact), desk.now)
