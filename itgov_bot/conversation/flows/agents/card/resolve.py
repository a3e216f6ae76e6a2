"""«Resolver»: what was done, in words or by one press.

Of what kind it was, and how it was solved, is guessed as indicators 6, 7 and 8 count it; the agent reads the guess with what
was done, and changes it with one press, also later.
"""

from collections.abc import Awaitable
from dataclasses import replace
from datetime import datetime

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.card import ready
from itgov_bot.conversation.flows.agents.card.outages import ended_at, of_view, solution_as_read
from itgov_bot.conversation.flows.agents.card.steps import SURE, step, told_of_end
from itgov_bot.conversation.flows.agents.card.written import Written
from itgov_bot.conversation.flows.at_ticket import attempt, instead, ticket_of_form
from itgov_bot.conversation.form_types import ResolutionForm
from itgov_bot.conversation.turn import Answer, Flow, Turn
from itgov_bot.desk import people
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.view import view
from itgov_bot.desk.tickets.working import resolve_ticket, sort_solution
from itgov_bot.domain.canned import Use
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.outages import ImpossibleSpan
from itgov_bot.domain.tickets.ticket import OF_DESK, Kind, Solution, Ticket
from itgov_bot.domain.tickets.undoing import UNDO_FOR
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.cases.handled import first_way_told, kind_told
from itgov_bot.understanding.language.time.times import find_end
from itgov_bot.wording.agents.tickets import confirmations, prompts
from itgov_bot.wording.agents.tickets import outages as outage_words

_TOLD_AT_DESK = frozenset({EventKind.NOTED, EventKind.ANSWERED, EventKind.WAITING})


async def begin(turn: Turn, ticket: Ticket) -> None:
    await forms.start(
        turn, ResolutionForm(step="until" if ticket.is_outage else "what", ticket=ticket.number)
    )


async def with_words(turn: Turn, ticket: Ticket, what_was_done: str) -> None:
    """What was done is said already: it is solved, unless the words are shown first, or an outage's end is not known."""
    form = ResolutionForm(step="until", ticket=ticket.number)
    what_was_done = await ready.with_marks(turn, ticket, what_was_done)
    if ticket.is_outage:
        await forms.start(turn, replace(form, draft=what_was_done))
    elif await _is_shown_first(turn, form, ticket, what_was_done):
        await forms.start(turn, replace(form, step=f"what{SURE}", draft=what_was_done))
    else:
        await _solve(turn, ticket, what_was_done)


async def with_end(turn: Turn, ticket: Ticket, until: datetime | None, what_was_done: str) -> None:
    """That it is back is said, perhaps since when, and what was done: it is asked what is missing, and all of it shown."""
    form = ResolutionForm(step="until", ticket=ticket.number, draft=what_was_done)
    known = await ended_at(turn, ticket, Answer(text=turn.text)) if until and ticket.is_outage else None
    if ticket.is_outage and known is None:
        await forms.start(turn, form)
    else:
        await forms.start(turn, replace(form, until=known, step=f"what{SURE}" if what_was_done else "what"))


async def put_end_right(turn: Turn, form: ResolutionForm) -> bool:
    """Another hour than was told before, while it is asked what was done; the words stay."""
    if not form.step.startswith("what") or find_end(turn.text, turn.local_now) is None:
        return False
    until = await ended_at(turn, await ticket_of_form(turn, form), Answer(text=turn.text))
    await forms.go(turn, replace(form, until=until or form.until), form.step)
    return True


async def _is_shown_first(turn: Turn, form: ResolutionForm, ticket: Ticket, text: str) -> bool:
    """Words that may be a slip, or that several people read."""
    is_of_many = len(await told_of_end(turn, ticket)) > 1
    return (
        is_of_many
        or await solution_as_read(turn, replace(form, draft=""), ticket, Answer(text=text)) is not None
    )


async def _take_until(turn: Turn, form: ResolutionForm, ticket: Ticket, answer: Answer) -> None:
    """Said here, so that those who are told of the solution read when it came back."""
    until = await ended_at(turn, ticket, answer)
    if until is None:
        return
    known = replace(form, until=until)
    shown = form.draft and await _is_shown_first(turn, known, ticket, form.draft)
    if form.draft and not shown:
        await _take_what(turn, known, ticket, Answer(text=form.draft))
    else:
        await forms.go(turn, known, f"what{SURE}" if shown else "what")


async def _ask_what(turn: Turn, form: ResolutionForm, ticket: Ticket) -> Reply:
    """With when it came back, which may be put right here."""
    asked = prompts.ask_outcome(ticket)
    if form.until is None:
        return asked
    return replace(asked, text=outage_words.with_end(asked.text, await view(turn.desk, ticket), form.until))


async def _take_what(turn: Turn, form: ResolutionForm, ticket: Ticket, answer: Answer) -> None:
    forms.finish(turn)
    try:
        await _solve(turn, ticket, await ready.with_marks(turn, ticket, answer.text), form.until)
    except ImpossibleSpan as refused:  # its beginning was corrected meanwhile
        turn.state.start(form)
        turn.say(outage_words.impossible(await view(turn.desk, ticket), refused.problem))
        await forms.go(turn, form, "until")


async def _solve(turn: Turn, ticket: Ticket, what_was_done: str, until: datetime | None = None) -> None:
    kind, way = await guessed(turn, ticket, what_was_done)
    solving = resolve_ticket(
        turn.desk, ticket, turn.person, what_was_done, kind=kind, solution=way, until=until
    )
    if solved := await attempt(turn, ticket, solving, what_was_done):
        requester = await people.get(turn.desk, ticket.requester)
        turn.say(confirmations.solved(solved, requester, just_now=True), ticket=ticket.id)


async def guessed(turn: Turn, ticket: Ticket, what_was_done: str) -> tuple[Kind, Solution]:
    """By what was done, by what the desk wrote while it was handled, and by the service."""
    by_service = ticket.kind or turn.desk.reference.kinds.get(ticket.service or "")
    kind = kind_told(what_was_done, by_service) or kind_told(ticket.text) or Kind.OTHER
    events = reversed(await lookup.timeline(turn.desk, ticket))
    at_desk = [one.words() for one in events if one.kind in _TOLD_AT_DESK]
    usual = Solution.ON_SITE if kind is Kind.HARDWARE else Solution.REMOTE
    return kind, first_way_told([what_was_done, *at_desk]) or usual


# Afterwards


async def set_kind(turn: Turn, ticket: Ticket, which: str) -> None:
    if which in set(Kind):
        await _sort(turn, ticket, sort_solution(turn.desk, ticket, turn.person, kind=Kind(which)))


async def set_way(turn: Turn, ticket: Ticket, which: str) -> None:
    if which in set(OF_DESK):
        await _sort(turn, ticket, sort_solution(turn.desk, ticket, turn.person, solution=Solution(which)))


async def _sort(turn: Turn, ticket: Ticket, sorting: Awaitable[Ticket]) -> None:
    """The confirmation says from then on what was said."""
    if solved := await attempt(turn, ticket, sorting):
        just_now = turn.now - solved.solved_at <= UNDO_FOR
        requester = await people.get(turn.desk, ticket.requester)
        await instead(turn, confirmations.solved(solved, requester, just_now=just_now), ticket.id)


SOLVE = Flow(
    "ag_solve",
    ResolutionForm,
    "la solución",
    {
        "until": step(of_view(outage_words.ask_until), _take_until),
        **Written(
            ask=_ask_what,
            take=_take_what,
            preview=solution_as_read,
            readers=told_of_end,
            use=Use.SOLVE,
        ).steps("what"),
    },
)
