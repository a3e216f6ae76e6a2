"""What an agent writes to a ticket's message (words to the requester, or with // a note), and to a form in a group.

In a group the rest of the talk is the agents' own: it is neither sent nor kept.
"""

import re

from itgov_bot.conversation import forms
from itgov_bot.conversation.answered import question_stands, ticket_of_answered
from itgov_bot.conversation.flows.agents.answer import begin_answer, keep_note, send_answer
from itgov_bot.conversation.flows.agents.orders import obeyed
from itgov_bot.conversation.flows.agents.steps import is_slip
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.requesting import live_ticket
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import general
from itgov_bot.wording.staff import tickets as ticket_words

_NOTE = re.compile(r"\s*(?://|nota(?: interna)?\s*:)\s*", re.IGNORECASE)


async def written_in_group(turn: Turn) -> None:
    """Outsiders and ordinary talk are not answered."""
    if not may_work_tickets(turn.roles):
        return
    form = turn.state.form
    if ticket := await ticket_of_answered(turn):
        await answer_ticket(turn, ticket)
    elif form is None or form.is_idle(turn.now) or turn.incoming.is_edit:
        return
    elif await _is_to_us(turn):  # in a topic too, the rest is the agents' own talk
        await _answer_question(turn)


async def _answer_question(turn: Turn) -> None:
    """Of whichever form it is the question: an agent may have begun several."""
    if not await question_stands(turn):
        turn.say(form_words.question_is_over())
    elif form := turn.state.form:
        await forms.take(turn, form, Answer(text=turn.text, files=tuple(turn.files.kept)))


async def _is_to_us(turn: Turn) -> bool:
    """An answer to a message of ours, also to one whose id was never learnt."""
    here, ref = turn.incoming.address, turn.incoming.reply_to_ref
    return turn.incoming.reply_to_text is not None or await lookup.is_ours(turn.desk, here, ref)


async def answer_ticket(turn: Turn, ticket: Ticket) -> None:
    """To the requester of the ticket that goes on; a reply that begins with // stays inside."""
    ticket = await live_ticket(turn.desk, ticket)
    for name, problem in turn.files.told:
        turn.say(general.file_refused(name, problem, turn.parts.max_file_mb))
    internal = _NOTE.match(turn.text)
    text = turn.text[internal.end() :] if internal else turn.text
    if turn.incoming.is_edit and text:
        text = ticket_words.corrected(text)
    if not text and not turn.files.kept:
        return
    if internal:
        await keep_note(turn, ticket, text, turn.files.kept)
    elif not turn.files.kept and not turn.incoming.is_edit and await obeyed(turn, ticket, text):
        return
    elif is_slip(text) and not turn.files.kept:
        await begin_answer(turn, ticket, text)
    else:
        await send_answer(turn, ticket, text, turn.files.kept)
