"""What every flow of an agent needs: showing a ticket, doing something to it, and what is said to who comes too late."""

from collections.abc import Awaitable
from dataclasses import replace
from typing import TypeVar

from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.changes import Overtaken
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.tickets.moves import MoveNotAllowed
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.messages import Reply
from itgov_bot.wording.agents import prompts, ticket_card

T = TypeVar("T")


async def attempt(turn: Turn, ticket: Ticket, action: Awaitable[T]) -> T | None:
    """None when somebody was faster or the ticket stands elsewhere; the agent is told who did it."""
    try:
        return await action
    except (MoveNotAllowed, Overtaken):
        await say_overtaken(turn, ticket)
        return None


async def act(turn: Turn, ticket: Ticket, action: Awaitable[Ticket], done: Reply) -> None:
    """Does it and says `done`, unless somebody was faster."""
    if await attempt(turn, ticket, action):
        await confirm(turn, ticket, done)


async def confirm(turn: Turn, ticket: Ticket, done: Reply) -> None:
    """Of words in a group a sign on them is enough; what became of it stands on the card."""
    if turn.incoming.pressed is None:
        await turn.acknowledge(done, ticket=ticket.id)
    else:
        brief(turn, ticket, done)


def brief(turn: Turn, ticket: Ticket, reply: Reply) -> None:
    """What a press led to, or why it did not. In a group a toast, without the buttons that the card has; in private the
    message has them."""
    if turn.incoming.is_group and turn.incoming.pressed is not None:
        turn.toast(replace(reply, choices=()), ticket=ticket.id)
    else:
        turn.say(reply, ticket=ticket.id)


async def say_overtaken(turn: Turn, ticket: Ticket) -> None:
    current, who = await lookup.as_left(turn.desk, ticket)
    brief(turn, current, prompts.overtaken(current, who, turn.person.id))


async def show_card(turn: Turn, ticket: Ticket) -> None:
    """A message of its own where it was asked for: the group's card stays where it is."""
    turn.say(ticket_card.without_card(ticket_card.card(await view(turn.desk, ticket))), ticket=ticket.id)


async def instead(turn: Turn, reply: Reply, ticket: int | None = None) -> None:
    """Puts a reply in the place of the message whose button was pressed, so that the chat does not fill up."""
    ref = turn.incoming.press_ref
    card = await lookup.card_at(turn.desk, turn.incoming.address, ref, ticket) if ref else None
    turn.say(replace(reply, card=card), ticket=ticket)
