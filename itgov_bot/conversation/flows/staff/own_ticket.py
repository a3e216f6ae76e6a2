"""Somebody asks after their own case in words: its number inside a sentence, «cómo va mi caso», «cuánto se demoran»."""

from __future__ import annotations

from itgov_bot.conversation.flows.staff import my_tickets
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.urgency import exception_now
from itgov_bot.domain.tickets.ticket import LIVE, Ticket, parse_number
from itgov_bot.storage import tickets
from itgov_bot.understanding.language.follow_up import asks_after_case, is_waiting, mentioned_number
from itgov_bot.wording.staff import my_tickets as words

SHOWN = 6


async def answered(turn: Turn) -> bool:
    """True when it was about a case of theirs and something was said. What must be paged goes its own way."""
    if named := await _named(turn):
        await _about(turn, named)
        return True
    asked = asks_after_case(turn.text) or is_waiting(turn.text)
    if not asked or exception_now(turn.desk, turn.understanding, turn.text, None):
        return False
    if not await tickets.of_requester(turn.desk.session, turn.person.id, sorted(LIVE), limit=1):
        return False
    await my_tickets.show_state(turn, "")
    return True


async def _named(turn: Turn) -> Ticket | None:
    """The case whose number stands in the message, if this person may see it."""
    written = mentioned_number(turn.text)
    number = parse_number(written, turn.desk.local_year) if written else None
    return await my_tickets.visible(turn, number) if number else None


async def _about(turn: Turn, ticket: Ticket) -> None:
    """A question after it shows it; anything else may be meant for it, which only the person knows."""
    if "?" in turn.text or asks_after_case(turn.text) or len(turn.text.split()) <= 3:
        await my_tickets.open_by_number(turn, ticket.number)
        return
    turn.state.held_text = turn.text
    turn.say(words.which_ticket([ticket], turn.text))
