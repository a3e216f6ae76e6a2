"""The ticket of the message that somebody answers, in private or in a group."""

from collections.abc import Sequence

from itgov_bot.conversation.form_types import TicketedForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.tickets.ticket import Ticket, parse_number
from itgov_bot.understanding.language.follow_up import mentioned_numbers


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


async def _only_visible(turn: Turn, numbers: Sequence[str]) -> Ticket | None:
    """Of several tickets it is the one that is theirs."""
    found = [await lookup.find(turn.desk, parse_number(one, turn.desk.local_year)) for one in numbers]
    tickets = [one for one in found if one]
    own = [one for one in tickets if one.requester == turn.person.id]
    named = own or tickets
    return named[0] if len(named) == 1 else None
