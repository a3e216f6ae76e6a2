"""The steps of an agent's form: each knows its case, and checks the role again when the answer comes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from itgov_bot.conversation import forms
from itgov_bot.conversation.context import Turn
from itgov_bot.conversation.forms import Answer, Flow, Step
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.messages import Reply
from itgov_bot.storage import tickets
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import general

LONGEST_ANSWER = 3000

Ask = Callable[[Turn, Ticket], Awaitable[Reply]]
Take = Callable[[Turn, Ticket, Answer], Awaitable[None]]


async def begin(turn: Turn, flow: Flow, step: str, ticket: Ticket, **values: object) -> None:
    """`holder` and `thread` say who had the case and where it was asked."""
    kept = {
        "ticket": ticket.number,
        "text": ticket.number,
        "holder": ticket.assignee,
        "thread": turn.incoming.address.thread,
        **values,
    }
    await forms.start(turn, flow, step, kept)


def step(ask: Ask, take: Take, *, verbatim: bool = True) -> Step:
    """`verbatim`: whatever is written is the answer, also when it reads like a question."""

    async def asked(turn: Turn) -> Reply:
        return await ask(turn, await ticket_of_form(turn))

    async def taken(turn: Turn, answer: Answer) -> None:
        if not may_work_tickets(turn.roles):
            forms.finish(turn)
            turn.say(general.not_for_your_role())
        elif len(answer.text) > LONGEST_ANSWER:
            turn.say(form_words.too_long(LONGEST_ANSWER))
        else:
            await take(turn, await ticket_of_form(turn), answer)

    return Step(asked, taken, verbatim=verbatim)


async def ticket_of_form(turn: Turn) -> Ticket:
    assert turn.talk.form is not None
    ticket = await tickets.by_number(turn.desk.session, str(turn.talk.form.values["ticket"]))
    assert ticket is not None
    return ticket


def value(turn: Turn, name: str) -> object:
    assert turn.talk.form is not None
    return turn.talk.form.values.get(name)


def keep(turn: Turn, name: str, what: object) -> None:
    assert turn.talk.form is not None
    turn.talk.form.values[name] = what
