"""What an agent writes to a case's message: words to the requester, or with // a note. And the answers to forms in a group.

In a group the rest of the talk is the agents' own: it is neither sent nor kept.
"""

from __future__ import annotations

import re

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents import answer as writing
from itgov_bot.conversation.form_types import Form
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.desk.tickets.requesting import live_ticket
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import sent_messages, tickets
from itgov_bot.wording import general
from itgov_bot.wording.staff import tickets as ticket_words

_NOTE = re.compile(r"\s*(?://|nota(?: interna)?\s*:)\s*", re.IGNORECASE)


async def written_in_group(turn: Turn) -> None:
    """Outsiders and ordinary talk are not answered."""
    if not may_work_tickets(turn.roles):
        return
    ref = turn.incoming.reply_to_ref
    about = await sent_messages.about(turn.desk.session, turn.incoming.address, ref) if ref else None
    if about and about[0] is not None:
        await answer_ticket(turn, await tickets.get(turn.desk.session, about[0]))
    elif (form := turn.state.form) and _is_for_form(turn, form, to_question=about is not None):
        await forms.take(turn, form, Answer(text=turn.text, files=tuple(turn.files.kept)))


def _is_for_form(turn: Turn, form: Form, *, to_question: bool) -> bool:
    """An answer to our question, not a word said much later. In a topic too: the rest there is the agents' own talk."""
    if form.is_idle(turn.now) or turn.incoming.is_edit:
        return False
    return to_question


async def answer_ticket(turn: Turn, ticket: Ticket) -> None:
    """To the requester of the case that goes on; a reply that begins with // stays inside."""
    ticket = await live_ticket(turn.desk, ticket)
    for name, problem in turn.files.refused:
        turn.say(general.file_refused(name, problem, turn.parts.max_file_mb))
    internal = _NOTE.match(turn.text)
    text = turn.text[internal.end() :] if internal else turn.text
    if turn.incoming.is_edit and text:
        text = ticket_words.corrected(text)
    if not text and not turn.files.kept:
        return
    if internal:
        await writing.keep_note(turn, ticket, text, turn.files.kept)
    else:
        await writing.send_answer(turn, ticket, text, turn.files.kept)
