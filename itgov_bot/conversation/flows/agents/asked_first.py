"""A colleague has the ticket: whoever takes, ends or gives it away, or lets it wait, is asked first, and they hear of it."""

from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.wording.agents import prompts


async def asked_first(turn: Turn, ticket: Ticket, what: str, agreed: str = "") -> bool:
    """Whether the agent was asked. `agreed`: the id of the colleague about whom they were asked, and said yes."""
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
