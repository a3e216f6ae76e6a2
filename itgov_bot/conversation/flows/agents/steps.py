"""The steps of an agent's form: each knows its ticket, and checks the role again when the answer comes."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import TypeGuard, TypeVar

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents import ready
from itgov_bot.conversation.flows.agents.colleagues import (
    colleague_addressed,
    may_stay_inside,
    names_another,
)
from itgov_bot.conversation.flows.agents.tickets import act, brief, keep_note, say_role_is_lost
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
from itgov_bot.domain.canned import Use
from itgov_bot.domain.people import Person, may_work_tickets
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.cases.notes import is_remark, noted
from itgov_bot.understanding.language.cases.solutions import may_be_solution
from itgov_bot.understanding.language.orders import tells_of_work
from itgov_bot.understanding.language.secrets import carries_secret
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.agents import confirmations, prompts
from itgov_bot.wording.names import name_of

MAX_ANSWER = 3000
"""In characters."""

F = TypeVar("F", AgentForm, ResolutionForm, OrderForm, GuessForm)

SURE = "_sure"
"""How the step is named at which words are shown before they go."""
MIN_LETTERS = 8

Ask = Callable[[Turn, F, Ticket], Reply | Awaitable[Reply]]
Take = Callable[[Turn, F, Ticket, Answer], Awaitable[None]]
Preview = Callable[[Turn, F, Ticket, Answer], Awaitable[str | None]]
"""What is shown of words before they go; None when they go at once."""
Readers = Callable[[Turn, Ticket], Awaitable[Sequence[Person]]]
"""Whoever is told in the words of the answer."""


def begin(flow: AgentFlow, step: str) -> Callable[[Turn, Ticket], Awaitable[None]]:
    """What a button does that opens a form of one step."""

    async def begun(turn: Turn, ticket: Ticket) -> None:
        form = AgentForm(flow=flow, step=step, ticket=ticket.number, holder=ticket.assignee)
        await forms.start(turn, form)

    return begun


async def choose_again(turn: Turn, form: F) -> None:
    """The answer fits none of the choices: they are shown once more."""
    await forms.ask_again(turn, form, form_words.choose_one())


async def finish(turn: Turn, ticket: Ticket, action: Awaitable[Ticket], done: Reply) -> None:
    """The form is over: does what it was filled in for, and says `done`. Words that are not needed any more are given
    back."""
    words = _words_given(turn)
    forms.finish(turn)
    await act(turn, ticket, action, done, words)


def _words_given(turn: Turn) -> str:
    """Those of the message, or the draft that was shown before."""
    form = turn.state.form
    draft = form.draft if isinstance(form, AgentForm | ResolutionForm) else ""
    return draft if turn.incoming.pressed or turn.pressed else turn.text


async def ticket_of_form(turn: Turn, form: TicketedForm) -> Ticket:
    ticket = await lookup.find(turn.desk, form.ticket)
    if ticket is None:
        raise LookupError(f"no ticket {form.ticket}")
    return ticket


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
        elif inside and not _is(form, "ag_note"):  # whatever is asked, it never leaves the desk
            await keep_note(turn, await ticket_of_form(turn, form), inside, answer.files)
        else:
            await take(turn, form, await ticket_of_form(turn, form), answer)

    return Step(asked, taken, verbatim=True, passing=passing)


async def _with_readers(turn: Turn, question: Reply, readers: Sequence[Person]) -> Reply:
    """It is kept who was named: nobody else reads the answer unasked."""
    if isinstance(turn.state.form, AgentForm | ResolutionForm):
        turn.state.keep(replace(turn.state.form, named=tuple(one.id for one in readers)))
    return prompts.with_readers(question, readers)


def written(
    name: str,
    ask: Ask[F],
    take: Take[F],
    *,
    files: bool = False,
    preview: Preview[F] | None = None,
    readers: Readers | None = None,
    use: Use | None = None,
    hands_over: Callable[[Turn, F, Ticket], Awaitable[None]] | None = None,
    solves: Callable[[Turn, F, Ticket], Awaitable[None]] | None = None,
) -> dict[str, Step[F]]:
    """A step whose answer is words (with `files`, a file alone is one too), and the one at which they are shown first
    where `preview` has something to show, or somebody else reads them than was named. With a `use`, its question may offer
    words at hand. `hands_over`: gives the ticket to the colleague to whom they speak. `solves`:
    resolves it with them."""
    sure = f"{name}{SURE}"

    async def taken(turn: Turn, form: F, ticket: Ticket, answer: Answer) -> None:
        if use and answer.value and (said := await ready.chosen(turn, ticket, answer.value)):
            answer = replace(answer, text=said)
        if not answer.text and not (files and answer.files):
            turn.say(form_words.needs_text())
        elif preview and await preview(turn, form, ticket, answer):
            await forms.go(turn, replace(form, draft=answer.text, files=answer.files), sure)
        elif await is_read_by_others(turn, form, ticket):
            await forms.go(turn, replace(form, draft=answer.text), sure)
        else:
            await take(turn, form, ticket, answer)

    async def is_read_by_others(turn: Turn, form: F, ticket: Ticket) -> bool:
        now = {one.id for one in await readers(turn, ticket)} if readers else set()
        return not now <= set(form.named)

    async def asked_if_sure(turn: Turn, form: F, ticket: Ticket) -> Reply:
        shown = await preview(turn, form, ticket, Answer(text=form.draft)) if preview else None
        to = await colleague_addressed(turn, form.draft, form.reader) if _is_answer(form) else None
        is_told = tells_of_work(form.draft) and may_be_solution(form.draft)
        may_solve = solves is not None and ticket.is_live and is_told
        return prompts.are_you_sure(
            shown or form.draft, form.choice, may_be_note=_is_answer(form), may_solve=may_solve, to=to
        )

    async def taken_if_sure(turn: Turn, form: F, ticket: Ticket, answer: Answer) -> None:
        plainly = turn.answers.yes_or_no(answer.text) if answer.text else None
        said = answer.value if plainly is None else "yes" if plainly else "no"
        if said == "yes" and await is_read_by_others(turn, form, ticket):
            await forms.ask(turn, form)
        elif said == "yes":
            await take(turn, form, ticket, Answer(text=form.draft, files=form.files))
        elif said == "no":
            forms.finish(turn)
            brief(turn, ticket, confirmations.not_sent(ticket))
        elif said == "note":
            forms.finish(turn)
            await keep_note(turn, ticket, form.draft, form.files)
        elif said == "hand" and hands_over:
            await hands_over(turn, form, ticket)
        elif said == "solve" and solves:
            await solves(turn, form, ticket)
        elif answer.value or not answer.text or (_is_answer(form) and turn.incoming.is_group):
            await taken(turn, form, ticket, answer)
        else:  # other words do nothing that cannot be taken back before they are shown as well
            await forms.go(turn, replace(form, draft=answer.text), sure)

    return {
        name: step(ask, taken, passing=False, readers=readers),
        sure: step(asked_if_sure, taken_if_sure, passing=False, readers=readers),
    }


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


def _is_answer(form: F) -> TypeGuard[AgentForm]:
    return _is(form, "ag_answer")


def _is(form: TicketedForm, flow: AgentFlow) -> bool:
    return isinstance(form, AgentForm) and form.flow == flow


async def reader_of(turn: Turn, form: F, ticket: Ticket) -> Person | None:
    """Whose words are answered: its requester, where no other person was meant."""
    meant = form.reader if isinstance(form, AgentForm) else None
    return await people.get(turn.desk, meant or ticket.requester)


async def answer_in_doubt(turn: Turn, form: AgentForm, ticket: Ticket, answer: Answer) -> str | None:
    """The question before an answer goes that may be a slip or for the desk, or that waits to be shown; None when it goes
    at once."""
    reader, text, with_files = await reader_of(turn, form, ticket), answer.text, bool(answer.files)
    is_shown = (bool(text) and text == form.draft) or await is_shown_first(
        turn, text, reader.id if reader else ticket.requester, with_files=with_files, is_awaited=True
    )
    secret = carries_secret(text)
    return (
        prompts.send_this(ticket, text, name_of(reader), len(form.files), secret=secret) if is_shown else None
    )


async def slip_to_requester(turn: Turn, form: F, ticket: Ticket, answer: Answer) -> str | None:
    """The same of what was done, why, or what is awaited, which the requester is told. What was pressed was done before."""
    text = answer.text
    is_other = isinstance(form, ResolutionForm) and not (answer.value or may_be_solution(text))
    is_shown = text == form.draft or is_slip(text) or is_remark(text) or is_other
    if is_shown or await names_another(turn, text, ticket.requester):
        return prompts.do_this(ticket, form.flow, text, is_solution=not is_other)
    return None
