"""One outage, one case: «¿es lo mismo?» before a case is opened, those who are affected, and `/caidas`."""

from __future__ import annotations

from typing import Any

from itgov_bot.conversation.context import Turn
from itgov_bot.conversation.flows.staff import rating
from itgov_bot.desk import outages
from itgov_bot.desk.people import record_consent
from itgov_bot.desk.tickets import timeline, view
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import Draft, Ticket, parse_number
from itgov_bot.storage import outages as stored
from itgov_bot.storage import tickets
from itgov_bot.understanding import RequestType
from itgov_bot.wording.agents import outages as outage_words
from itgov_bot.wording.staff import outages as words
from itgov_bot.wording.staff import tickets as ticket_words


async def asked_if_same(
    turn: Turn, origin: str, text: str, service: str | None, *, opens: bool = False, **more: Any
) -> bool:
    """True when an outage is known that this may belong to: the person is asked, and the rest waits for the press.

    `opens`: when none is known, this turn goes on to open a case. `origin` says how it goes on when it is not the same
    (see `same.GO_ON`). `more` is what that needs, and `place`, `files` and `form` (its name) of what is being filled in.
    """
    read = turn.interpret(text)
    report = turn.understanding.words.outages.report(
        text,
        service,
        str(more.get("place") or ""),
        read.exception,
        is_fault=read.request_type is RequestType.INCIDENT,
    )
    known = await outages.find_known(
        turn.desk, turn.understanding, report, turn.person, turn.talk.other_outages, opens=opens
    )
    if known is None:
        return False
    if turn.talk.form:
        turn.talk.form.asked_at = turn.now.isoformat()  # the question is a step of what is being filled in
    turn.talk.report = {"origin": origin, "case": known.number, "text": text, "service": service, **more}
    counted = await stored.is_affected(turn.desk.session, known.id, turn.person.id)
    turn.say(words.ask_same(turn.city, known, counted=counted, consented=turn.has_consented))
    return True


# Those who are affected


async def show_if_affected(turn: Turn, asked: str) -> bool:
    """How an outage goes, for somebody who is counted in it; False when they are not."""
    number = parse_number(asked, turn.desk.local_year)
    ticket = await tickets.by_number(turn.desk.session, number) if number else None
    if ticket is None or not await stored.is_affected(turn.desk.session, ticket.id, turn.person.id):
        return False
    events = await timeline(turn.desk, ticket)
    progress = [event for event in events if event.kind is EventKind.OUTAGE_NEWS]
    turn.say(words.state(await view(turn.desk, ticket), progress[-1] if progress else None))
    return True


async def press_still(turn: Turn, number: str) -> None:
    """«Sigue fallando para mí»: its requester opens the case again, everybody else gets one of their own, once."""
    outage = await tickets.by_number(turn.desk.session, number)
    if outage is None or not await stored.is_affected(turn.desk.session, outage.id, turn.person.id):
        turn.say(ticket_words.no_such_ticket(number))
    elif outage.requester == turn.person.id:
        await rating.press_reopen(turn, number)
    elif outage.is_live:
        turn.say(words.still_open(outage))
    elif own := await stored.linked(turn.desk.session, outage.id, turn.person.id):
        turn.say(ticket_words.opened(await view(turn.desk, own), reached=False))
    else:
        await _open_linked(turn, outage)


async def _open_linked(turn: Turn, outage: Ticket) -> None:
    turn.person = await record_consent(turn.desk, turn.person, turn.incoming.sender)
    place = await stored.place_of(turn.desk.session, outage.id, turn.person.id)
    draft = Draft(
        text=words.still_text(outage),
        service=outage.service,
        place=place or turn.person.dependencia or ticket_words.PLACE_NOT_SAID,
        contact=turn.person.contact or ticket_words.BY_THIS_CHAT,
    )
    ticket = await outages.open_linked(turn.desk, outage, turn.person, draft)
    turn.talk.topic.ticket = ticket.number
    turn.say(ticket_words.opened(await view(turn.desk, ticket), reached=False), ticket=ticket.id)


# The list


async def list_outages(turn: Turn, _rest: str) -> None:
    """`/caidas`: those of now and the last ten."""
    current, past = await outages.known_outages(turn.desk)
    names = {service.id: service.label for service in turn.desk.reference.catalog.services}
    calendar = turn.desk.calendars.general
    agent = may_work_tickets(turn.roles)
    turn.say(outage_words.listing(current, past, names, calendar, turn.now, agent=agent))
