"""Words without a case that read like more about one: the person says which, or that it is something new."""

from __future__ import annotations

from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.urgency import exception_now
from itgov_bot.domain.tickets.ticket import LIVE, State
from itgov_bot.storage import tickets
from itgov_bot.understanding.language.follow_up import reads_as_follow_up
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import my_tickets as words

SHOWN = 6


async def ask_which(turn: Turn) -> bool:
    """True when it was asked. What must be paged goes its own way, whatever else it reads like."""
    if not reads_as_follow_up(turn.text):
        return False
    states = sorted({*LIVE, State.RESOLVED})
    own = await tickets.of_requester(turn.desk.session, turn.person.id, states, limit=SHOWN)
    if not own or exception_now(turn.desk, turn.understanding, turn.text, None):
        return False
    turn.state.held_text = turn.text
    turn.say(words.which_ticket(own, turn.text))
    return True


async def press_fresh(turn: Turn, _rest: str) -> None:
    """It was something new after all."""
    held, turn.state.held_text = turn.state.held_text, None
    if held:
        turn.read_anew(held)
    else:
        turn.say(form_words.old_button_no_form())
