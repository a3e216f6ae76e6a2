"""The buttons of a case's card: `take:NUMBER` and `ag:NUMBER:what`. The role is checked at each press."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from itgov_bot.conversation.flows.agents import answer as writing
from itgov_bot.conversation.flows.agents import outages
from itgov_bot.conversation.flows.agents import resolve as solving
from itgov_bot.conversation.flows.agents import tickets as cases
from itgov_bot.conversation.flows.agents import triage as sorting
from itgov_bot.conversation.flows.agents.tickets import attempt
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets.changes import Overtaken, TakenBySomebodyElse
from itgov_bot.desk.tickets.lookup import timeline
from itgov_bot.desk.tickets.requesting import reopen_ticket
from itgov_bot.desk.tickets.view import view
from itgov_bot.desk.tickets.working import resume_ticket, take_ticket
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.moves import Move, MoveNotAllowed, allowed
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import tickets
from itgov_bot.wording import general
from itgov_bot.wording import timeline as timeline_words
from itgov_bot.wording.agents import confirmations as done_words
from itgov_bot.wording.agents import prompts as words
from itgov_bot.wording.names import name_of
from itgov_bot.wording.staff import ticket_news as requester_words

Act = Callable[[Turn, Ticket], Awaitable[None]]


async def press_take(turn: Turn, number: str) -> None:
    """«Lo tomo». Of two who press at once one wins and the other is told who."""
    if ticket := await _case(turn, number):
        await _take(turn, ticket)


async def press_act(turn: Turn, rest: str) -> None:
    """What cannot be done where the case stands is said at once, not after a form was filled in."""
    number, _, what = rest.partition(":")
    ticket = await _case(turn, number)
    if ticket is None or what not in ACTS:
        return
    act, needed = ACTS[what]
    if needed and not allowed(needed, ticket.state):
        await cases.say_overtaken(turn, ticket)
    else:
        await act(turn, ticket)


async def _case(turn: Turn, number: str) -> Ticket | None:
    if not may_work_tickets(turn.roles):
        turn.say(general.not_for_your_role())
        return None
    ticket = await tickets.by_number(turn.desk.session, number)
    if ticket is None:
        turn.say(words.unknown_ticket(number))
    return ticket


async def _take(turn: Turn, ticket: Ticket) -> None:
    try:
        await take_ticket(turn.desk, ticket, turn.person, private=not turn.incoming.is_group)
    except TakenBySomebodyElse as taken:
        turn.say(done_words.taken_by(ticket, name_of(taken.by)), ticket=ticket.id)
    except (MoveNotAllowed, Overtaken):
        current = await tickets.get(turn.desk.session, ticket.id)
        turn.say(done_words.cannot_take(current), ticket=ticket.id)
    else:
        turn.say(done_words.you_took_it(ticket, name_of(turn.person)), ticket=ticket.id)


async def _resume(turn: Turn, ticket: Ticket) -> None:
    if await attempt(turn, ticket, resume_ticket(turn.desk, ticket, turn.person)):
        turn.say(done_words.goes_on(ticket), ticket=ticket.id)


async def _reopen(turn: Turn, ticket: Ticket) -> None:
    if await attempt(turn, ticket, reopen_ticket(turn.desk, ticket, turn.person)):
        turn.say(done_words.reopened(ticket), ticket=ticket.id)


async def _more(turn: Turn, ticket: Ticket) -> None:
    await cases.instead(turn, await cases.card_of(turn, ticket, more=True), ticket.id)


async def _less(turn: Turn, ticket: Ticket) -> None:
    await cases.instead(turn, await cases.card_of(turn, ticket), ticket.id)


async def show_story(turn: Turn, ticket: Ticket) -> None:
    """With notes and reasons: for the desk alone."""
    whole, events = await view(turn.desk, ticket), await timeline(turn.desk, ticket)
    turn.say(timeline_words.story(whole, events, turn.person, internal=True), ticket=ticket.id)


async def _files(turn: Turn, ticket: Ticket) -> None:
    """Where they were asked for."""
    found = await tickets.attachments(turn.desk.session, ticket.id)
    await turn.tell(turn.incoming.address, words.files(ticket, found), ticket=ticket.id)
    for one in found:
        await turn.tell(turn.incoming.address, requester_words.file(ticket, one.file), ticket=ticket.id)


ACTS: dict[str, tuple[Act, Move | None]] = {
    "answer": (writing.begin_answer, None),
    "note": (writing.begin_note, None),
    "wait": (writing.begin_wait, Move.WAIT),
    "annul": (writing.begin_void, Move.CANCEL),
    "solve": (solving.begin, Move.RESOLVE),
    "assign": (sorting.begin_assign, Move.ASSIGN),
    "escalate": (sorting.begin_escalate, Move.ASSIGN),
    "service": (sorting.begin_service, Move.ASSIGN),
    "priority": (sorting.begin_priority, Move.ASSIGN),
    "merge": (sorting.begin_merge, Move.MERGE),
    "outage": (outages.begin_outage, Move.ASSIGN),
    "news": (outages.begin_news, Move.ASSIGN),
    "resume": (_resume, Move.RESUME),
    "reopen": (_reopen, Move.REOPEN),
    "more": (_more, None),
    "less": (_less, None),
    "log": (show_story, None),
    "files": (_files, None),
}
"""What a button does, and the move that must be allowed where the case stands."""
