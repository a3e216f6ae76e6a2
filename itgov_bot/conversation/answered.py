"""The ticket of the message that somebody answers, in private or in a group."""

import re
from collections.abc import Sequence
from html import unescape

from itgov_bot.conversation import forms
from itgov_bot.conversation.form_types import TicketedForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.tickets.ticket import Ticket, parse_number
from itgov_bot.understanding.language.follow_up import mentioned_numbers

_MARK = re.compile(r"</?\w+[^>]*>")


async def ticket_of_answered(turn: Turn) -> Ticket | None:
    """By what is kept of the message, or else by the number that stands in it. Who may write to it is not asked here.

    The text counts for a message that the desk does not know: cut off while it left, forwarded, or long ago.
    """
    here, ref, text = turn.incoming.address, turn.incoming.reply_to_ref, turn.incoming.reply_to_text
    if ticket := await lookup.of_message(turn.desk, here, ref):
        return ticket
    if not text or await lookup.is_ours(turn.desk, here, ref):
        return None
    form = turn.state.form
    if isinstance(form, TicketedForm) and form.ticket in text:  # most likely the question of the form
        return None
    return await _only_visible(turn, mentioned_numbers(text))


async def question_stands(turn: Turn) -> bool:
    """Whose question is answered is the form that is asked, whichever was begun last.

    False when it is the question of a form about another ticket that is over: its words are for nobody else.
    """
    answered = turn.incoming.reply_to_text
    if not answered or turn.state.form is None:
        return True
    for form in reversed(turn.state.forms):
        question = await forms.flow_of(turn, form).ask(turn, form)
        if _letters(question.text) == _letters(answered):
            turn.state.bring_forward(form)
            return True
    numbers = mentioned_numbers(answered)
    form = turn.state.form
    return not (numbers and isinstance(form, TicketedForm) and form.ticket not in numbers)


def _letters(text: str) -> str:
    """What a channel keeps of a text, whatever it does with its marks."""
    return "".join(char for char in unescape(_MARK.sub("", text)) if char.isalnum())


async def _only_visible(turn: Turn, numbers: Sequence[str]) -> Ticket | None:
    """Of several tickets it is the one that is theirs."""
    found = [await lookup.find(turn.desk, parse_number(one, turn.desk.local_year)) for one in numbers]
    tickets = [one for one in found if one]
    own = [one for one in tickets if one.requester == turn.person.id]
    named = own or tickets
    return named[0] if len(named) == 1 else None
