"""What every deed of an agent needs: the case, its card, its news, and what is said to whoever comes too late."""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import replace

from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets.changes import Overtaken, who_moved
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.moves import MoveNotAllowed
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.messages import Reply
from itgov_bot.storage import people, sent_messages, tickets
from itgov_bot.wording.agents import prompts as words
from itgov_bot.wording.agents import ticket_card


async def person(turn: Turn, person_id: int | None) -> Person | None:
    return await people.get(turn.desk.session, person_id) if person_id else None


async def attempt(turn: Turn, ticket: Ticket, deed: Awaitable[Ticket]) -> Ticket | None:
    """None when somebody was faster or the ticket stands elsewhere; the agent is told who did it."""
    try:
        return await deed
    except (MoveNotAllowed, Overtaken):
        await say_overtaken(turn, ticket)
        return None


async def say_overtaken(turn: Turn, ticket: Ticket) -> None:
    current = await tickets.get(turn.desk.session, ticket.id)
    who = await who_moved(turn.desk, current)
    turn.say(words.overtaken(current, who, turn.person.id), ticket=current.id)


async def show_card(turn: Turn, ticket: Ticket) -> None:
    """A message of its own where it was asked for: the group's card stays where it is."""
    turn.say(ticket_card.without_card(await card_of(turn, ticket)), ticket=ticket.id)


async def card_of(turn: Turn, ticket: Ticket, *, more: bool = False) -> Reply:
    return ticket_card.card(await view(turn.desk, ticket), more=more)


async def instead(turn: Turn, reply: Reply, ticket: int | None = None) -> None:
    """Puts a reply in the place of the message whose button was pressed, so that the chat does not fill up."""
    ref, here = turn.incoming.press_ref, turn.incoming.address
    if ref is None:
        turn.say(replace(reply, card=None), ticket=ticket)
        return
    known = await sent_messages.about(turn.desk.session, here, ref)
    card = known[1] if known else None
    if card is None:
        card = f"at:{ref}"
        await sent_messages.remember(turn.desk.session, here, ref, turn.now, ticket=ticket, card=card)
    turn.say(replace(reply, card=card), ticket=ticket)
