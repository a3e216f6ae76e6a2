"""Words about a ticket of one's own: its number in a sentence, «cómo va mi caso», or what reads like more about one."""

from __future__ import annotations

from itgov_bot.conversation.flows.staff import my_tickets
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.tickets.ticket import LIVE, State, Ticket, parse_number
from itgov_bot.understanding.language.follow_up import (
    asks_after_case,
    is_waiting,
    mentioned_number,
    reads_as_follow_up,
)
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import my_tickets as words

SHOWN = 6


async def answered(turn: Turn) -> bool:
    """A reader of a question after a ticket of theirs. What must be paged goes its own way."""
    if named := await _named(turn):
        await _about(turn, named)
        return True
    asked = asks_after_case(turn.text) or is_waiting(turn.text)
    if not asked or turn.exception_now(turn.text) or not await lookup.count_own(turn.desk, turn.person, LIVE):
        return False
    await my_tickets.show_state(turn, "")
    return True


async def _named(turn: Turn) -> Ticket | None:
    """The ticket whose number stands in the message, if this person may see it."""
    written = mentioned_number(turn.text)
    return await my_tickets.visible(turn, parse_number(written, turn.desk.local_year) if written else None)


async def _about(turn: Turn, ticket: Ticket) -> None:
    """A question after it shows it; anything else may be meant for it, which only the person knows."""
    if "?" in turn.text or asks_after_case(turn.text) or len(turn.text.split()) <= 3:
        await my_tickets.open_by_number(turn, ticket.number)
    else:
        _hold(turn, [ticket])


async def ask_which(turn: Turn) -> bool:
    """A reader of what seems to go on with a ticket: the person says with which, or that it is something new.

    What must be paged goes its own way, whatever else it reads like.
    """
    if not reads_as_follow_up(turn.text):
        return False
    own = await lookup.own(turn.desk, turn.person, LIVE | {State.RESOLVED}, limit=SHOWN)
    is_asked = bool(own) and not turn.exception_now(turn.text)
    if is_asked:
        _hold(turn, own)
    return is_asked


def _hold(turn: Turn, tickets: list[Ticket]) -> None:
    """The words wait until the person says which of these tickets they are for."""
    turn.state.held_text = turn.text
    turn.say(words.which_ticket(tickets, turn.text))


async def press_fresh(turn: Turn, _rest: str) -> None:
    """It was something new after all."""
    held, turn.state.held_text = turn.state.held_text, None
    if held:
        turn.read_anew(held)
    else:
        turn.say(form_words.old_button_no_form())
