"""«Deshacer» the last order of an agent as one, be it of one case or of several."""

from collections.abc import Sequence

from itgov_bot.actions import Action
from itgov_bot.conversation.flows.at_ticket import brief, confirm, remember_own, without_undo
from itgov_bot.conversation.turn import RECENT_REPLIES, Turn
from itgov_bot.desk import people, support
from itgov_bot.desk.tickets.undoing import last_done, undo_all
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.addressee import Whom
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.understanding.language.cases.undoing import undo_ordered, undo_told
from itgov_bot.wording.agents.tickets import undo as words


async def press(turn: Turn, ticket: Ticket) -> None:
    """The button under one case: of that one alone."""
    if not await _undo(turn, [ticket]):
        await without_undo(turn, ticket)


async def press_all(turn: Turn, ticket: Ticket) -> None:
    """The button under what was done to several, of which this is one."""
    done = await last_done(turn.desk, turn.person)
    await _undo(turn, done if ticket.id in {one.id for one in done} else [ticket])


async def takes_back(turn: Turn) -> bool:
    """A reader: «deshágalo», «me equivoqué», where what they did last was done to cases."""
    if not undo_told(turn.text) or await _is_of_something_else(turn):
        return False
    if done := await last_done(turn.desk, turn.person):
        return await _undo(turn, done)
    if is_ordered := undo_ordered(turn.text):
        turn.say(words.nothing_to_undo())
    return is_ordered


async def takes_back_in_group(turn: Turn) -> bool:
    """The same in the desk's group, where it answers no message: of one that does, the case is meant."""
    is_of_message = turn.incoming.reply_to_ref is not None
    if is_of_message or not undo_told(turn.text) or not await support.is_group(turn.desk, turn.incoming):
        return False
    return may_work_tickets(turn.roles) and await takes_back(turn)


async def _is_of_something_else(turn: Turn) -> bool:
    """What can be called back was offered last of the guard, or of a plan."""
    offered = await turn.offered_last(RECENT_REPLIES)
    last = next((one for one in offered if one.label == words.UNDO), None)
    return last is not None and not last.data.startswith(Action.AGENT.data())


async def _undo(turn: Turn, tickets: Sequence[Ticket]) -> bool:
    undone, deed = await undo_all(turn.desk, tickets, turn.person)
    if deed is None:
        brief(turn, tickets[0], words.nothing_to_undo(tickets[0]))
        return False
    left = [one for one in tickets if one.id not in {back.id for back in undone}]
    requesters = [await people.get(turn.desk, one.requester) for one in undone]
    for ticket in undone:
        await remember_own(turn, ticket, Whom.DONE)
    await confirm(turn, undone[0], words.undone(undone, requesters, deed, left))
    return True
