"""What needs words: answering, an internal note, what is awaited, why a ticket is voided."""

from __future__ import annotations

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.steps import begin, step
from itgov_bot.conversation.flows.agents.tickets import attempt
from itgov_bot.conversation.form_types import AgentForm
from itgov_bot.conversation.turn import Answer, Flow, Turn
from itgov_bot.desk.tickets.working import answer_requester, note, void_ticket, wait_for
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.messages import Reply
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.agents import confirmations as done_words
from itgov_bot.wording.agents import prompts as words


async def begin_answer(turn: Turn, ticket: Ticket) -> None:
    await begin(turn, "ag_answer", "what", ticket)


async def begin_note(turn: Turn, ticket: Ticket) -> None:
    await begin(turn, "ag_note", "what", ticket)


async def begin_wait(turn: Turn, ticket: Ticket) -> None:
    await begin(turn, "ag_wait", "what", ticket)


async def begin_void(turn: Turn, ticket: Ticket) -> None:
    await begin(turn, "ag_annul", "why", ticket)


# What is done, also by an answer to a case's message


async def send_answer(turn: Turn, ticket: Ticket, text: str, files: list[StoredFile]) -> None:
    """Words and files to the requester."""
    await answer_requester(turn.desk, ticket, turn.person, text, files, private=not turn.incoming.is_group)
    turn.say(done_words.answer_sent(ticket), ticket=ticket.id)


async def keep_note(turn: Turn, ticket: Ticket, text: str, files: list[StoredFile]) -> None:
    """For the desk alone, its files too."""
    await note(turn.desk, ticket, turn.person, text, files)
    turn.say(done_words.noted(ticket), ticket=ticket.id)


# The forms


async def _ask_answer(turn: Turn, _form: AgentForm, ticket: Ticket) -> Reply:
    return words.ask_answer(ticket, turn.incoming.is_group)


async def _take_answer(turn: Turn, _form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    if _is_empty(turn, answer):
        return
    forms.finish(turn)
    await send_answer(turn, ticket, answer.text, list(answer.files))


async def _ask_note(turn: Turn, _form: AgentForm, ticket: Ticket) -> Reply:
    return words.ask_note(ticket, turn.incoming.is_group)


async def _take_note(turn: Turn, _form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    if _is_empty(turn, answer):
        return
    forms.finish(turn)
    await keep_note(turn, ticket, answer.text, list(answer.files))


def _is_empty(turn: Turn, answer: Answer) -> bool:
    if answer.text or answer.files:
        return False
    turn.say(form_words.needs_text())
    return True


async def _ask_wait(turn: Turn, form: AgentForm, ticket: Ticket) -> Reply:
    return words.ask_wait(ticket, turn.incoming.is_group, form.choice)


async def _take_wait(turn: Turn, _form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    what = words.WAITS.get(answer.value or "", answer.text)
    if not what:
        turn.say(form_words.needs_text())
        return
    forms.finish(turn)
    if await attempt(turn, ticket, wait_for(turn.desk, ticket, turn.person, what)):
        turn.say(done_words.waits(ticket), ticket=ticket.id)


async def _ask_why(turn: Turn, _form: AgentForm, ticket: Ticket) -> Reply:
    return words.ask_reason(ticket, "void", turn.incoming.is_group)


async def _take_why(turn: Turn, _form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    if not answer.text:
        turn.say(form_words.needs_text())
        return
    forms.finish(turn)
    if await attempt(turn, ticket, void_ticket(turn.desk, ticket, turn.person, answer.text)):
        turn.say(done_words.voided(ticket), ticket=ticket.id)


ANSWER = Flow("ag_answer", AgentForm, "su respuesta", {"what": step(_ask_answer, _take_answer)})
NOTE = Flow("ag_note", AgentForm, "su nota interna", {"what": step(_ask_note, _take_note)})
WAIT = Flow("ag_wait", AgentForm, "lo que se espera", {"what": step(_ask_wait, _take_wait)})
VOID = Flow("ag_annul", AgentForm, "la anulación", {"why": step(_ask_why, _take_why)})
