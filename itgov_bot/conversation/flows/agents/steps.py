"""The steps of an agent's form: each knows its case, and checks the role again when the answer comes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from itgov_bot.conversation import forms
from itgov_bot.conversation.form_types import (
    AgentFlow,
    AgentForm,
    EscalationForm,
    ResolutionForm,
    TicketedForm,
)
from itgov_bot.conversation.turn import Answer, Step, Turn
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.messages import Reply
from itgov_bot.storage import tickets
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import general

LONGEST_ANSWER = 3000

F = TypeVar("F", AgentForm, EscalationForm, ResolutionForm)

Ask = Callable[[Turn, F, Ticket], Awaitable[Reply]]
Take = Callable[[Turn, F, Ticket, Answer], Awaitable[None]]


async def begin(turn: Turn, flow: AgentFlow, step: str, ticket: Ticket) -> None:
    form = AgentForm(flow=flow, step=step, ticket=ticket.number, holder=ticket.assignee)
    await forms.start(turn, form)


async def ticket_of_form(turn: Turn, form: TicketedForm) -> Ticket:
    ticket = await tickets.by_number(turn.desk.session, form.ticket)
    if ticket is None:
        raise LookupError(f"no ticket {form.ticket}")
    return ticket


def step(ask: Ask[F], take: Take[F], *, verbatim: bool = True) -> Step[F]:
    """`verbatim`: whatever is written is the answer, also when it reads like a question."""

    async def asked(turn: Turn, form: F) -> Reply:
        return await ask(turn, form, await ticket_of_form(turn, form))

    async def taken(turn: Turn, form: F, answer: Answer) -> None:
        if not may_work_tickets(turn.roles):
            forms.finish(turn)
            turn.say(general.not_for_your_role())
        elif len(answer.text) > LONGEST_ANSWER:
            turn.say(form_words.too_long(LONGEST_ANSWER))
        else:
            await take(turn, form, await ticket_of_form(turn, form), answer)

    return Step(asked, taken, verbatim=verbatim)
