"""The buttons of a ticket's card: `take:NUMBER` and `ag:NUMBER:what`. The role is checked at each press."""

from collections.abc import Awaitable, Callable

from itgov_bot.actions import EVERY, number_in
from itgov_bot.conversation.flows import event_date
from itgov_bot.conversation.flows.agents.card import canned, outages, resolve, undo
from itgov_bot.conversation.flows.agents.card.agenda import not_going
from itgov_bot.conversation.flows.agents.card.colleagues import asked_first
from itgov_bot.conversation.flows.agents.card.holding import call_the_guard, calm, decline_call, keep, release
from itgov_bot.conversation.flows.agents.card.sorting import set_level, split
from itgov_bot.conversation.flows.agents.card.steps import begin
from itgov_bot.conversation.flows.at_ticket import act, brief, confirm, say_overtaken, show_again, show_story
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import matters as going
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.changes import Overtaken, TakenBySomebodyElse
from itgov_bot.desk.tickets.view import view
from itgov_bot.desk.tickets.working import resume_ticket, take_ticket
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.matters import MatterKind
from itgov_bot.domain.tickets.moves import Move, MoveNotAllowed, may_follow
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Reply
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import general
from itgov_bot.wording.agents.tickets import accompaniment as event_words
from itgov_bot.wording.agents.tickets import confirmations, holding, prompts
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.staff.tickets import news as ticket_news

Act = Callable[[Turn, Ticket], Awaitable[None]]


async def press_take(turn: Turn, rest: str) -> None:
    """«Lo tomo». Of two who press at once one wins and the other is told who, and asked; so is who takes a colleague's."""
    number, _, agreed = rest.partition(":")
    if number == EVERY:
        await _at_each_call(turn, press_take, "")
        return
    ticket = await _ticket(turn, number)
    if ticket is None or await asked_first(turn, ticket, "take", agreed):
        return
    turn.state.subject.ticket = ticket.number
    private, instead_of = not turn.incoming.is_group, number_in(agreed)
    try:
        taken = await take_ticket(turn.desk, ticket, turn.person, instead_of=instead_of, private=private)
    except TakenBySomebodyElse as faster:
        who = "usted" if faster.by.id == turn.person.id else agent_name(faster.by)
        brief(turn, ticket, holding.taken_by(ticket, who))
    except (MoveNotAllowed, Overtaken):
        brief(turn, ticket, holding.cannot_take(await lookup.get(turn.desk, ticket.id)))
    else:
        await confirm(turn, ticket, await _taken(turn, taken))


async def _at_each_call(turn: Turn, press: Callable[[Turn, str], Awaitable[None]], behind: str) -> None:
    """The same button, of every urgent case for which they are called and have not answered."""
    works = may_work_tickets(turn.roles)
    found = await going.going_on(turn.desk, turn.person, turn.incoming.address, works_tickets=works)
    numbers = [one.ticket.number for one in found if one.kind is MatterKind.CALLED and one.awaits]
    for number in numbers:
        await press(turn, f"{number}{behind}")
    if not numbers:
        turn.toast(form_words.old_button_no_form())


async def _taken(turn: Turn, ticket: Ticket) -> Reply:
    whole = await view(turn.desk, ticket)
    if ticket.event_at:
        return event_words.you_go(whole)
    return holding.you_took_it(ticket, agent_name(turn.person), whole.requester)


async def press_act(turn: Turn, rest: str) -> None:
    """What cannot be done where the ticket stands is said at once, not after a form was filled in."""
    number, _, act = rest.partition(":")
    what, _, behind = act.partition(":")
    if number == EVERY:
        await _at_each_call(turn, press_act, f":{act}")
        return
    ticket = await _ticket(turn, number)
    if ticket is None:
        return
    if what in SETTINGS:
        await SETTINGS[what](turn, ticket, behind)
        return
    if what not in ACTS:
        turn.toast(form_words.old_button_no_form())
        return
    does, needed = ACTS[what]
    if needed and not may_follow(needed, ticket):
        await say_overtaken(turn, ticket)
    elif not await asked_first(turn, ticket, what, agreed=behind):
        await does(turn, ticket)


async def _ticket(turn: Turn, number: str) -> Ticket | None:
    if not may_work_tickets(turn.roles):
        turn.toast(general.not_for_your_role(may_work_tickets))
        return None
    ticket = await lookup.find(turn.desk, number)
    if ticket is None:
        turn.toast(prompts.unknown_ticket(number))
    return ticket


async def _resume(turn: Turn, ticket: Ticket) -> None:
    await act(turn, ticket, resume_ticket(turn.desk, ticket, turn.person), confirmations.goes_on(ticket))


async def _files(turn: Turn, ticket: Ticket) -> None:
    """Where they were asked for."""
    found = await lookup.attachments(turn.desk, ticket)
    shown = ticket_news.files(ticket, [one.file for one in found])
    for reply in (prompts.files(ticket, found), *shown):
        await turn.tell(turn.incoming.address, reply, ticket=ticket.id)


ACTS: dict[str, tuple[Act, Move | None]] = {
    "answer": (begin("ag_answer", "what"), None),
    "note": (begin("ag_note", "what"), None),
    "wait": (begin("ag_wait", "what"), Move.WAIT),
    "annul": (begin("ag_annul", "why"), Move.CANCEL),
    "solve": (resolve.begin, Move.RESOLVE),
    "assign": (begin("ag_assign", "who"), Move.ASSIGN),
    "escalate": (begin("ag_assign", "who"), Move.ASSIGN),
    "sort": (begin("ag_sort", "which"), Move.ASSIGN),
    "service": (begin("ag_sort", "which"), Move.ASSIGN),
    "priority": (begin("ag_sort", "which"), Move.ASSIGN),
    "merge": (begin("ag_sort", "which"), Move.ASSIGN),
    "split": (split, None),
    "undo": (undo.press, None),
    "undo_all": (undo.press_all, None),
    "keep": (canned.keep_last, None),
    "date": (event_date.begin, Move.RESOLVE),
    "not_going": (not_going, None),
    "outage": (outages.begin_outage, None),
    "news": (outages.begin_news, Move.ASSIGN),
    "decline": (decline_call, None),
    "guard": (call_the_guard, None),
    "mine": (keep, None),
    "calm": (calm, None),
    "release": (release, Move.RELEASE),
    "resume": (_resume, Move.RESUME),
    "reopen": (begin("ag_reopen", "why"), Move.REOPEN),
    "more": (lambda turn, ticket: show_again(turn, ticket, more=True), None),
    "less": (show_again, None),
    "log": (show_story, None),
    "files": (_files, None),
}
"""What a button does, and the move that must be allowed where the ticket stands."""

SETTINGS: dict[str, Callable[[Turn, Ticket, str], Awaitable[None]]] = {
    "kind": resolve.set_kind,
    "way": resolve.set_way,
    "level": set_level,
}
"""What a button sets: the word that stands behind it."""
