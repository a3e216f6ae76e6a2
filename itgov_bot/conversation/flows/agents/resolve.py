"""«Resolver»: of what kind it was, how it was solved, and what was done, as indicators 6, 7 and 8 count it."""

from __future__ import annotations

from itgov_bot.conversation import forms
from itgov_bot.conversation.context import Turn
from itgov_bot.conversation.flows.agents.steps import begin as begin_form
from itgov_bot.conversation.flows.agents.steps import keep, step, value
from itgov_bot.conversation.flows.agents.tickets import attempt
from itgov_bot.conversation.forms import Answer, Flow
from itgov_bot.desk.tickets import resolve_ticket
from itgov_bot.domain.tickets.ticket import Kind, Solution, Ticket
from itgov_bot.messages import Reply
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.agents import confirmations as done_words
from itgov_bot.wording.agents import prompts as words
from itgov_bot.wording.labels import KINDS, SOLUTIONS


async def begin(turn: Turn, ticket: Ticket) -> None:
    await begin_form(turn, SOLVE, "kind", ticket)


async def _ask_kind(turn: Turn, ticket: Ticket) -> Reply:
    return words.ask_kind(ticket, turn.choice)


async def _take_kind(turn: Turn, _ticket: Ticket, answer: Answer) -> None:
    await _take_one(turn, answer, "kind", {one.value: KINDS[one] for one in Kind}, "solution")


async def _ask_solution(turn: Turn, ticket: Ticket) -> Reply:
    return words.ask_solution(ticket, turn.choice)


async def _take_solution(turn: Turn, _ticket: Ticket, answer: Answer) -> None:
    await _take_one(turn, answer, "solution", {one.value: SOLUTIONS[one] for one in Solution}, "what")


async def _take_one(turn: Turn, answer: Answer, name: str, known: dict[str, str], then: str) -> None:
    """By its button, or by its word."""
    typed = answer.text.strip().lower()
    meant = (
        answer.value if answer.value in known else next((key for key in known if known[key] == typed), None)
    )
    if meant is None:
        turn.say(form_words.choose_one())
        return
    keep(turn, name, meant)
    await forms.go(turn, then)


async def _ask_what(turn: Turn, ticket: Ticket) -> Reply:
    return words.ask_outcome(ticket, turn.incoming.is_group)


async def _take_what(turn: Turn, ticket: Ticket, answer: Answer) -> None:
    if not answer.text:
        turn.say(form_words.needs_text())
        return
    kind, solution = Kind(str(value(turn, "kind"))), Solution(str(value(turn, "solution")))
    forms.finish(turn)
    deed = resolve_ticket(turn.desk, ticket, turn.person, answer.text, kind=kind, solution=solution)
    if await attempt(turn, ticket, deed):
        turn.say(done_words.solved(ticket), ticket=ticket.id)


SOLVE = Flow(
    "ag_solve",
    "la solución",
    {
        "kind": step(_ask_kind, _take_kind),
        "solution": step(_ask_solution, _take_solution),
        "what": step(_ask_what, _take_what),
    },
)
