"""The steps of an agent's form: each knows its ticket, and checks the role again when the answer comes."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Protocol, TypeGuard, TypeVar

from itgov_bot.actions import number_in
from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.card.colleagues import may_stay_inside
from itgov_bot.conversation.flows.at_ticket import brief, keep_note, say_role_is_lost, ticket_of_form
from itgov_bot.conversation.form_types import (
    AgentFlow,
    AgentForm,
    Form,
    GuessForm,
    OrderForm,
    ResolutionForm,
    TicketedForm,
)
from itgov_bot.conversation.turn import Answer, Step, Turn
from itgov_bot.desk import people
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.people import Person, may_work_tickets
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.cases.notes import noted
from itgov_bot.understanding.language.message.put_right import put_right
from itgov_bot.understanding.language.secrets import carries_secret
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.agents.tickets import confirmations, prompts

MAX_ANSWER = 3000
"""In characters."""

F = TypeVar("F", AgentForm, ResolutionForm, OrderForm, GuessForm)

SURE = "_sure"
"""How the step is named at which words are shown before they go."""
MIN_LETTERS = 8

Ask = Callable[[Turn, F, Ticket], Reply | Awaitable[Reply]]
Take = Callable[[Turn, F, Ticket, Answer], Awaitable[None]]
Readers = Callable[[Turn, Ticket], Awaitable[Sequence[Person]]]
"""Whoever is told in the words of the answer."""


class Begin(Protocol):
    """Opens a form of one step, perhaps with words that are said already: they are shown, or asked about."""

    async def __call__(self, turn: Turn, ticket: Ticket, draft: str = "") -> None: ...


def begin(flow: AgentFlow, step: str) -> Begin:
    async def begun(turn: Turn, ticket: Ticket, draft: str = "") -> None:
        form = AgentForm(flow=flow, step=step, ticket=ticket.number, holder=ticket.assignee, draft=draft)
        await forms.start(turn, form)

    return begun


def _words_given(turn: Turn) -> str:
    """Those of the message, or the draft that was shown before."""
    form = turn.state.form
    draft = form.draft if isinstance(form, AgentForm | ResolutionForm) else ""
    return draft if turn.incoming.pressed or turn.pressed else turn.text


def step(ask: Ask[F], take: Take[F], *, passing: bool = True, readers: Readers | None = None) -> Step[F]:
    """Whatever is written is the answer, also when it reads like a question. Most are answered by one press. The `readers`
    of the answer are named with the question."""

    async def asked(turn: Turn, form: F) -> Reply:
        ticket = await ticket_of_form(turn, form)
        reply = ask(turn, form, ticket)
        question = reply if isinstance(reply, Reply) else await reply
        return await _with_readers(turn, question, await readers(turn, ticket)) if readers else question

    async def taken(turn: Turn, form: F, answer: Answer) -> None:
        inside = noted(answer.text)
        if not may_work_tickets(turn.roles):
            words = _words_given(turn)
            forms.finish(turn)
            await say_role_is_lost(turn, words)
        elif len(answer.text) > MAX_ANSWER:
            turn.say(form_words.too_long(MAX_ANSWER))
        elif answer.value == form_words.LEFT or _leaves(turn, form, answer):
            forms.finish(turn)
            ticket = await ticket_of_form(turn, form)
            brief(turn, ticket, confirmations.left_alone(ticket))
        elif inside and not _is(form, "ag_note"):  # whatever is asked, it never leaves the desk
            await keep_note(turn, await ticket_of_form(turn, form), inside, answer.files)
        else:
            await take(turn, form, await ticket_of_form(turn, form), answer)

    return Step(asked, taken, verbatim=True, passing=passing)


def _leaves(turn: Turn, form: TicketedForm, answer: Answer) -> bool:
    """«No», where one of several is to be chosen."""
    is_passing = isinstance(form, AgentForm) and forms.step_of(turn, form).passing
    return is_passing and not answer.value and turn.agreed(answer) is False


def yes_or_no(ask: Ask[F], does: Callable[[Turn, F, Ticket], Awaitable[None]]) -> Step[F]:
    """A question that is answered by a yes, which `does` it, or by a no, which leaves the ticket alone."""

    async def taken(turn: Turn, form: F, ticket: Ticket, answer: Answer) -> None:
        if draft := put_right(form.draft, answer.text, turn.understanding.words.known):
            await forms.go(turn, replace(form, draft=draft), form.step)
            return
        agrees = turn.agreed(answer)
        if agrees is None:
            await forms.choose_again(turn, form)
            return
        forms.finish(turn)
        if agrees:
            await does(turn, form, ticket)
        else:
            brief(turn, ticket, confirmations.left_alone(ticket))

    return step(ask, taken)


def page_turned(answer: Answer) -> int | None:
    """Which page of the choices was pressed, from 0; None where something else is answered."""
    value = answer.value or ""
    return number_in(value[4:]) or 0 if value.startswith("page") else None


async def _with_readers(turn: Turn, question: Reply, readers: Sequence[Person]) -> Reply:
    """It is kept who was named: nobody else reads the answer unasked."""
    if isinstance(turn.state.form, AgentForm | ResolutionForm):
        turn.state.keep(replace(turn.state.form, named=tuple(one.id for one in readers)))
    return prompts.with_readers(question, readers)


async def requester_alone(turn: Turn, ticket: Ticket) -> Sequence[Person]:
    person = await people.get(turn.desk, ticket.requester)
    return [person] if person else []


async def told_of_end(turn: Turn, ticket: Ticket) -> Sequence[Person]:
    """Whoever is told how it ends."""
    return await lookup.readers(turn.desk, ticket)


def is_slip(text: str) -> bool:
    """So few letters may be the number of a button, or were meant for somebody else."""
    return sum(char.isalpha() for char in text) < MIN_LETTERS


async def is_shown_first(
    turn: Turn, text: str, reader: int, *, with_files: bool = False, is_awaited: bool = False
) -> bool:
    """An answer to `reader` that may be a slip or for the desk, which it hardly is beside a file; or that tells a key."""
    if not text or (is_slip(text) and not with_files) or carries_secret(text):
        return bool(text)
    return await may_stay_inside(turn, text, reader, is_awaited=is_awaited or with_files)


def is_doubting(form: Form) -> TypeGuard[AgentForm]:
    """Whether words for somebody else wait for a yes before they go."""
    return isinstance(form, AgentForm) and form.flow == "ag_answer" and form.step.endswith(SURE)


def _is(form: TicketedForm, flow: AgentFlow) -> bool:
    return isinstance(form, AgentForm) and form.flow == flow
