"""The steps of an agent's form: each knows its ticket, and checks the role again when the answer comes."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.tickets import act
from itgov_bot.conversation.form_types import (
    AgentFlow,
    AgentForm,
    EscalationForm,
    ResolutionForm,
    TicketedForm,
)
from itgov_bot.conversation.turn import Answer, Step, Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.messages import Reply
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import general

MAX_ANSWER = 3000
"""In characters."""

F = TypeVar("F", AgentForm, EscalationForm, ResolutionForm)

Ask = Callable[[Turn, F, Ticket], Reply | Awaitable[Reply]]
Take = Callable[[Turn, F, Ticket, Answer], Awaitable[None]]


def begin(flow: AgentFlow, step: str) -> Callable[[Turn, Ticket], Awaitable[None]]:
    """What a button does that opens a form of one step."""

    async def begun(turn: Turn, ticket: Ticket) -> None:
        form = AgentForm(flow=flow, step=step, ticket=ticket.number, holder=ticket.assignee)
        await forms.start(turn, form)

    return begun


async def finish(turn: Turn, ticket: Ticket, action: Awaitable[Ticket], done: Reply) -> None:
    """The form is over: does what it was filled in for, and says `done`."""
    forms.finish(turn)
    await act(turn, ticket, action, done)


async def ticket_of_form(turn: Turn, form: TicketedForm) -> Ticket:
    ticket = await lookup.find(turn.desk, form.ticket)
    if ticket is None:
        raise LookupError(f"no ticket {form.ticket}")
    return ticket


def step(ask: Ask[F], take: Take[F]) -> Step[F]:
    """Whatever is written is the answer, also when it reads like a question."""

    async def asked(turn: Turn, form: F) -> Reply:
        reply = ask(turn, form, await ticket_of_form(turn, form))
        return reply if isinstance(reply, Reply) else await reply

    async def taken(turn: Turn, form: F, answer: Answer) -> None:
        if not may_work_tickets(turn.roles):
            forms.finish(turn)
            turn.say(general.not_for_your_role())
        elif len(answer.text) > MAX_ANSWER:
            turn.say(form_words.too_long(MAX_ANSWER))
        else:
            await take(turn, form, await ticket_of_form(turn, form), answer)

    return Step(asked, taken, verbatim=True)


def written(ask: Ask[F], take: Take[F], *, files: bool = False) -> Step[F]:
    """A step whose answer is words; with `files`, a file alone is one too."""

    async def taken(turn: Turn, form: F, ticket: Ticket, answer: Answer) -> None:
        if answer.text or (files and answer.files):
            await take(turn, form, ticket, answer)
        else:
            turn.say(form_words.needs_text())

    return step(ask, taken)
