"""«Resolver»: of what kind it was, how it was solved, and what was done, as indicators 6, 7 and 8 count it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.outages import ended_at, solution_as_read
from itgov_bot.conversation.flows.agents.steps import choose_again, finish, step, told_of_end, written
from itgov_bot.conversation.form_types import ResolutionForm
from itgov_bot.conversation.turn import Answer, Flow, Turn
from itgov_bot.desk.tickets.view import view
from itgov_bot.desk.tickets.working import resolve_ticket
from itgov_bot.domain.tickets.outages import ImpossibleSpan
from itgov_bot.domain.tickets.ticket import OF_DESK, Kind, Solution, Ticket
from itgov_bot.messages import Reply
from itgov_bot.wording.agents import confirmations, prompts
from itgov_bot.wording.agents import outages as outage_words
from itgov_bot.wording.labels import KINDS, SOLUTIONS

W = TypeVar("W", Kind, Solution)


async def begin(turn: Turn, ticket: Ticket) -> None:
    await forms.start(turn, ResolutionForm(step="kind", ticket=ticket.number))


def _ask_kind(_turn: Turn, form: ResolutionForm, ticket: Ticket) -> Reply:
    return prompts.ask_kind(ticket, form.choice)


async def _take_kind(turn: Turn, form: ResolutionForm, _ticket: Ticket, answer: Answer) -> None:
    if kind := _meant(answer, KINDS):
        await forms.go(turn, replace(form, kind=kind), "solution")
    else:
        await choose_again(turn, form)


def _ask_solution(_turn: Turn, form: ResolutionForm, ticket: Ticket) -> Reply:
    return prompts.ask_solution(ticket, form.choice)


async def _take_solution(turn: Turn, form: ResolutionForm, ticket: Ticket, answer: Answer) -> None:
    if solution := _meant(answer, {one: SOLUTIONS[one] for one in OF_DESK}):
        await forms.go(turn, replace(form, solution=solution), "until" if ticket.is_outage else "what")
    else:
        await choose_again(turn, form)


def _meant(answer: Answer, labels: Mapping[W, str]) -> W | None:
    """By its button, or by its word; None when it was neither."""
    typed = answer.text.strip().lower()
    return next((one for one, label in labels.items() if one.value == answer.value or label == typed), None)


async def _ask_until(turn: Turn, form: ResolutionForm, ticket: Ticket) -> Reply:
    return outage_words.ask_until(await view(turn.desk, ticket), form.choice)


async def _take_until(turn: Turn, form: ResolutionForm, ticket: Ticket, answer: Answer) -> None:
    """Said here, so that those who are told of the solution read when it came back."""
    if until := await ended_at(turn, ticket, answer):
        await forms.go(turn, replace(form, until=until), "what")


def _ask_what(turn: Turn, _form: ResolutionForm, ticket: Ticket) -> Reply:
    return prompts.ask_outcome(ticket, turn.incoming.is_group)


async def _take_what(turn: Turn, form: ResolutionForm, ticket: Ticket, answer: Answer) -> None:
    if form.kind is None or form.solution is None:
        await forms.go(turn, form, "solution" if form.kind else "kind")
        return
    solving = resolve_ticket(
        turn.desk,
        ticket,
        turn.person,
        answer.text,
        kind=form.kind,
        solution=form.solution,
        until=form.until,
    )
    try:
        await finish(turn, ticket, solving, confirmations.solved(ticket, answer.text))
    except ImpossibleSpan as refused:  # its beginning was corrected meanwhile
        turn.state.start(form)
        turn.say(outage_words.impossible(await view(turn.desk, ticket), refused.problem))
        await forms.go(turn, form, "until")


SOLVE = Flow(
    "ag_solve",
    ResolutionForm,
    "la solución",
    {
        "kind": step(_ask_kind, _take_kind),
        "solution": step(_ask_solution, _take_solution),
        "until": step(_ask_until, _take_until),
        **written("what", _ask_what, _take_what, preview=solution_as_read, readers=told_of_end),
    },
)
