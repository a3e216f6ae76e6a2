"""Moves of a ticket that need words: it waits for something, is voided, or is opened again."""

from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.card import ready
from itgov_bot.conversation.flows.agents.card.colleagues import names_another
from itgov_bot.conversation.flows.agents.card.steps import (
    SURE,
    begin,
    is_slip,
    requester_alone,
    step,
    told_of_end,
)
from itgov_bot.conversation.flows.agents.card.written import Written, slip_to_requester
from itgov_bot.conversation.flows.at_ticket import act
from itgov_bot.conversation.form_types import AgentForm
from itgov_bot.conversation.turn import Answer, Flow, Turn
from itgov_bot.desk import people
from itgov_bot.desk.tickets.requesting import reopen_ticket
from itgov_bot.desk.tickets.working import take_and_wait, void_ticket
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.cases.notes import is_remark
from itgov_bot.understanding.language.cases.solutions import tells_no_solution
from itgov_bot.understanding.language.secrets import carries_secret
from itgov_bot.wording.agents.tickets import confirmations, prompts


def _ask_wait(turn: Turn, form: AgentForm, ticket: Ticket) -> Reply:
    return forms.typed(turn, prompts.ask_wait(ticket, form.choice))


async def _take_wait(turn: Turn, form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    what = prompts.WAITS.get(answer.value or "", answer.text)
    if not what or (not answer.value and is_slip(what)):
        await forms.choose_again(turn, form)
    elif what != form.draft and is_remark(what):
        await forms.go(turn, replace(form, draft=what), f"what{SURE}")
    else:
        forms.finish(turn)
        await _wait(turn, ticket, what)


async def let_wait(turn: Turn, ticket: Ticket, what: str) -> None:
    """What is awaited is said already; what may be a note is shown first."""
    what = await ready.with_marks(turn, ticket, what)
    if is_remark(what):
        await begin("ag_wait", f"what{SURE}")(turn, ticket, what)
    else:
        await _wait(turn, ticket, what)


async def _wait(turn: Turn, ticket: Ticket, what: str) -> None:
    private = not turn.incoming.is_group
    waiting = take_and_wait(turn.desk, ticket, turn.person, what, private=private)
    reader = await people.get(turn.desk, ticket.requester)
    await act(turn, ticket, waiting, confirmations.waits(ticket, reader, what), what)


async def _take_why(turn: Turn, _form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    forms.finish(turn)
    await _void(turn, ticket, answer.text)


async def begin_void(turn: Turn, ticket: Ticket, why: str) -> None:
    """With the reason said already; one that may be a slip, that colleagues give each other, or that several people read is
    shown first."""
    is_of_desk = is_remark(why) or tells_no_solution(why) or await names_another(turn, why, ticket.requester)
    if is_slip(why) or carries_secret(why) or is_of_desk or len(await told_of_end(turn, ticket)) > 1:
        await show_void(turn, ticket, why)
    else:
        await _void(turn, ticket, why)


async def show_void(turn: Turn, ticket: Ticket, why: str) -> None:
    """With a reason that is shown first."""
    await begin("ag_annul", f"why{SURE}")(turn, ticket, why)


async def _void(turn: Turn, ticket: Ticket, why: str) -> None:
    voiding = void_ticket(turn.desk, ticket, turn.person, why)
    requester = await people.get(turn.desk, ticket.requester)
    await act(turn, ticket, voiding, confirmations.voided(ticket, requester, why), why)


def _ask_why_again(turn: Turn, form: AgentForm, ticket: Ticket) -> Reply:
    return forms.typed(turn, prompts.ask_why_reopened(ticket, form.choice))


async def _take_why_again(turn: Turn, form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    """It needs no reason: what it was opened for may say enough."""
    if not answer.text and answer.value != "skip":
        await forms.choose_again(turn, form)
        return
    forms.finish(turn)
    await reopen(turn, ticket, answer.text)


async def reopen(turn: Turn, ticket: Ticket, why: str) -> None:
    reopening = reopen_ticket(turn.desk, ticket, turn.person, why)
    await act(turn, ticket, reopening, confirmations.reopened(ticket, why), why)


WAIT = Flow(
    "ag_wait",
    AgentForm,
    "lo que se espera",
    Written(ask=_ask_wait, take=_take_wait, preview=slip_to_requester, readers=requester_alone).steps("what")
    | {"what": step(_ask_wait, _take_wait, readers=requester_alone)},
)
VOID = Flow(
    "ag_annul",
    AgentForm,
    "la cancelación",
    Written(
        ask=lambda _turn, _form, ticket: prompts.ask_reason(ticket),
        take=_take_why,
        preview=slip_to_requester,
        readers=told_of_end,
    ).steps("why"),
)
REOPEN = Flow(
    "ag_reopen", AgentForm, "la reapertura", {"why": step(_ask_why_again, _take_why_again, passing=False)}
)
