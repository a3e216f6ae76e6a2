"""Words and files that go to whoever is at the other end of a ticket, with the way to take them back."""

from dataclasses import replace

from itgov_bot.conversation.flows.agents.card.answer import begin_answer
from itgov_bot.conversation.flows.agents.card.steps import is_shown_first
from itgov_bot.conversation.flows.agents.on_duty import obeyed
from itgov_bot.conversation.flows.at_ticket import keep_note
from itgov_bot.conversation.flows.hearing.heard import Heard
from itgov_bot.conversation.flows.hearing.where import Told
from itgov_bot.conversation.form_types import new_token
from itgov_bot.conversation.state import PassedOn
from itgov_bot.conversation.turn import RECENT_REPLIES, Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.paging import reach_of
from itgov_bot.desk.tickets.requesting import (
    add_files,
    add_message,
    add_of_affected,
    others_count_on,
    tell_details,
)
from itgov_bot.desk.tickets.view import view
from itgov_bot.desk.tickets.working import answer_requester
from itgov_bot.domain.tickets.addressee import Addressee, Whom
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.matters import Matter, MatterKind
from itgov_bot.domain.tickets.paging import Reach
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.cases.notes import noted
from itgov_bot.wording.city import call_the_line
from itgov_bot.wording.names import name_of
from itgov_bot.wording.on_ticket import PLACE_NOT_SAID
from itgov_bot.wording.staff.tickets import going_on as words

IN_VAIN = 2
"""Calls after which somebody who waits is told how else to reach people."""


async def pass_on(turn: Turn, told: Told) -> None:
    """To whoever is at the other end, with the way out."""
    ticket, to = told.ticket, await _reader(turn, told.matter)
    if told.matter.is_of_desk and await _stays_at_desk(turn, told):
        return
    if told.matter.is_of_desk:
        await answer_requester(turn.desk, ticket, turn.person, told.text, told.files, private=True)
    elif is_of_another(turn, told.matter):
        await add_of_affected(turn.desk, ticket, turn.person, told.text, told.files)
    else:
        await add_told(turn, told)
    token = await remember(turn, told)
    count, is_over = 0 if told.text else len(told.files), Heard.FIXED in told.message.says
    to_resolve = told.matter.is_of_desk and is_over
    said = words.passed(ticket, to, turn.city, count=count, to_resolve=to_resolve).carrying(token)
    if told.matter.kind is MatterKind.URGENT and not is_over:
        said = await with_nobody_yet(turn, ticket, said, also=words.STILL_NOBODY)
    if is_over and told.matter.kind is MatterKind.ASKED and not others_count_on(ticket):
        said = words.asks_if_done(said, ticket)
    if ticket.may_reopen and not is_over and not is_of_another(turn, told.matter):
        said = words.asks_if_fails(said, ticket)
    if ticket.is_outage and is_of_another(turn, told.matter):  # an answer to it is for the desk
        said = replace(said, addressee=str(Addressee(Whom.AFFECTED)))
    turn.say(said, ticket=ticket.id)


async def with_nobody_yet(turn: Turn, ticket: Ticket, said: Reply, also: str = "") -> Reply:
    """Of an urgent ticket for which the guard is called in vain, with the telephone: told once, it is what is left."""
    calls = [event for event in await lookup.timeline(turn.desk, ticket) if event.kind is EventKind.PAGED]
    if ticket.assignee is not None or len(calls) < IN_VAIN:
        return said
    said = replace(said, text=f"{said.text} {also}".rstrip())
    line = call_the_line(turn.city)
    is_told = any(line in one.text for one in await turn.last_replies(RECENT_REPLIES))
    return said if is_told else words.with_line(said, turn.city)


async def _stays_at_desk(turn: Turn, told: Told) -> bool:
    """What is no message for its requester, or may be none: a note, an order, words that are shown before they go."""
    if (inside := noted(told.text)) is not None:
        await keep_note(turn, told.ticket, inside, told.files)
        return True
    if turn.pressed is not None:  # «Preguntárselo a Ana»
        return False
    if not told.files and await obeyed(turn, told):
        return True
    is_doubted = await is_shown_first(turn, told.text, told.ticket.requester, with_files=bool(told.files))
    if is_doubted:
        await begin_answer(turn, told.ticket, told.text, told.files)
    return is_doubted


async def add_told(turn: Turn, told: Told) -> None:
    if told.text:
        await add_message(turn.desk, told.ticket, turn.person, told.text)
    await add_files(turn.desk, await lookup.get(turn.desk, told.ticket.id), turn.person, told.files)


async def keep_details(turn: Turn, told: Told) -> None:
    ticket, found, to = told.ticket, told.message.details, await _reader(turn, told.matter)
    if found.place:
        known = ticket.place if ticket.place != PLACE_NOT_SAID else None
        found = replace(found, place=turn.completed(known, found.place))
    await tell_details(turn.desk, ticket, turn.person, told.text, place=found.place, contact=found.contact)
    await add_files(turn.desk, await lookup.get(turn.desk, ticket.id), turn.person, told.files)
    token = await remember(turn, told)
    said = words.details_kept(ticket, to, turn.city, place=found.place, contact=found.contact)
    turn.say(said.carrying(token), ticket=ticket.id)


async def remember(turn: Turn, told: Told) -> str:
    """So that the words can be taken back, by a button with this token, and that a later edit of the message is known to
    belong to the ticket."""
    ticket, found = told.ticket, told.message.details
    passed = PassedOn(
        ticket.number,
        told.text,
        told.files,
        token=new_token(),
        waiting_for=ticket.waiting_for if ticket.state is State.WAITING else None,
        place=ticket.place if found.place else None,
        contact=ticket.contact if found.contact else None,
    )
    turn.state.passes_on(passed)
    await lookup.remember(
        turn.desk, turn.incoming.address, turn.incoming.message_ref, ticket, _to(turn, told.matter)
    )
    return passed.token


def is_of_another(turn: Turn, matter: Matter) -> bool:
    """Somebody else's ticket, to which they are no agent: what they say is for the desk, and no part of what its requester
    reads."""
    return not matter.is_of_desk and matter.ticket.requester != turn.person.id


def _to(turn: Turn, matter: Matter) -> Addressee | None:
    """Where another shape of the message goes; None for its requester's own words."""
    if is_of_another(turn, matter):
        return Addressee(Whom.AFFECTED)
    return Addressee(Whom.TOLD, matter.ticket.requester) if matter.is_of_desk else None


async def _reader(turn: Turn, matter: Matter) -> str | None:
    """Who reads the words; None when nobody of the guard is known who could."""
    if matter.kind is MatterKind.URGENT and await nobody_is_called(turn, matter.ticket):
        return None
    whole = await view(turn.desk, matter.ticket)
    if matter.is_of_desk:
        return name_of(whole.requester)
    return words.reader_of(whole)


async def nobody_is_called(turn: Turn, ticket: Ticket) -> bool:
    return ticket.assignee is None and await reach_of(turn.desk, ticket) is Reach.NOBODY
