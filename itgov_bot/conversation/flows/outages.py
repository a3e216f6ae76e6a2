"""One outage, one case: «¿es lo mismo?» before a case is opened, what follows the answer, and `/caidas`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from itgov_bot.conversation import forms
from itgov_bot.conversation.context import Turn
from itgov_bot.conversation.flows import rating
from itgov_bot.conversation.talk import Topic
from itgov_bot.desk import outages
from itgov_bot.desk.people import accept_notice
from itgov_bot.desk.tickets import add_file
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.outages import Report
from itgov_bot.domain.tickets.ticket import Draft, ExceptionKind, Ticket, parse_number
from itgov_bot.outbox import announcements
from itgov_bot.outbox.outage_news import about
from itgov_bot.storage import outages as stored
from itgov_bot.storage import tickets
from itgov_bot.understanding import Act
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import outages as words
from itgov_bot.wording import tickets as ticket_words

GoOn = Callable[[Turn, dict[str, Any]], Awaitable[None]]

GO_ON: dict[str, GoOn] = {}
"""How a report goes on after «no, es otra cosa», by where it came from. Filled by each flow's module at import."""


async def asked_if_same(turn: Turn, origin: str, text: str, service: str | None, **more: Any) -> bool:
    """True when an outage is known that this may belong to: the person is asked, and the rest waits for the press.

    `more` is what `GO_ON[origin]` needs, and `place`, `files` and `form` (its name) of what is being filled in.
    """
    report = Report(
        text=text,
        service=service,
        place=str(more.get("place") or ""),
        exception=_exception(turn, text),
        is_fault=turn.mind.understand(text).act is Act.REPORT,
    )
    known = await outages.find_known(
        turn.desk, report, turn.person, lambda said: _tells_outage(turn, said), turn.talk.other_outages
    )
    if known is None:
        return False
    if turn.talk.form:
        turn.talk.form.asked_at = turn.now.isoformat()  # the question is a step of what is being filled in
    turn.talk.report = {"origin": origin, "case": known.number, "text": text, "service": service, **more}
    counted = await stored.is_affected(turn.desk.session, known.id, turn.person.id)
    turn.say(words.ask_same(known, about(known), counted=counted, consented=turn.person.has_consented))
    return True


def _exception(turn: Turn, text: str) -> ExceptionKind | None:
    """What the words tell, at any hour."""
    return turn.mind.exception(text, turn.now, turn.desk.calendars.general)


def _tells_outage(turn: Turn, text: str) -> bool:
    return _exception(turn, text) is ExceptionKind.SERVICE_OUTAGE


async def press_same(turn: Turn, rest: str) -> None:
    """`same:SAUS-2026-000001:yes`, `…:no`, and `…:see` for those who are counted."""
    number, _, what = rest.partition(":")
    if what == "see":
        if not await show_if_affected(turn, number):
            turn.say(ticket_words.no_such_ticket(number))
        return
    report = turn.talk.report
    if report is None or report["case"] != number:
        turn.say(form_words.old_button_no_form())
    elif what == "yes":
        await _join(turn, number, report)
    else:
        turn.talk.report = None
        turn.talk.other_outages = [*turn.talk.other_outages, number]
        await GO_ON[report["origin"]](turn, report)


async def _join(turn: Turn, number: str, report: dict[str, Any]) -> None:
    ticket = await tickets.by_number(turn.desk.session, number)
    assert ticket is not None
    place = str(report.get("place") or turn.person.dependencia or ticket_words.PLACE_NOT_SAID)
    try:
        joined = await outages.join(turn.desk, ticket.id, turn.person, place)
    except outages.OutageOver:
        turn.say(words.solved_meanwhile(ticket))
        return
    turn.person = await accept_notice(turn.desk, turn.person, turn.incoming.sender)
    await _keep_files(turn, ticket, report)
    _leave(turn, report)
    if joined.began:
        await announcements.changed(_news(turn, ticket), ticket.id, turn.desk.service(ticket.service))
    turn.say(words.joined(joined.ticket, is_new=joined.is_new))


async def _keep_files(turn: Turn, ticket: Ticket, report: dict[str, Any]) -> None:
    """For the desk's people alone: they may show what only their sender should see."""
    for file in [*report.get("files", []), *turn.talk.waiting_files]:
        await add_file(turn.desk, ticket, turn.person, StoredFile(**file), internal=True)
    turn.talk.waiting_files = []


def _leave(turn: Turn, report: dict[str, Any]) -> None:
    """What was being filled in is over; its words wait in case it is another matter after all."""
    turn.talk.report = None
    turn.talk.topic = Topic(text=str(report["text"]), service=report["service"])
    turn.talk.other_outages = [*turn.talk.other_outages, str(report["case"])]
    if turn.talk.form and turn.talk.form.flow == report.get("form"):
        forms.finish(turn)


# Those who are affected


async def show_if_affected(turn: Turn, asked: str) -> bool:
    """How an outage goes, for somebody who is counted in it; False when they are not."""
    number = parse_number(asked, turn.desk.local_year)
    ticket = await tickets.by_number(turn.desk.session, number) if number else None
    if ticket is None or not await stored.is_affected(turn.desk.session, ticket.id, turn.person.id):
        return False
    told = await tickets.timeline(turn.desk.session, ticket.id)
    news = [(str(one.data["text"]), one.at) for one in told if one.kind is EventKind.OUTAGE_NEWS]
    last = news[-1] if news else None
    calendar = turn.desk.calendar(ticket.service)
    turn.say(words.state(ticket, about(ticket), last, calendar, turn.now))
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
        turn.say(
            ticket_words.opened(own, turn.desk.service(own.service), _news(turn, own).calendar, turn.now, 0)
        )
    else:
        await _open_linked(turn, outage)


async def _open_linked(turn: Turn, outage: Ticket) -> None:
    turn.person = await accept_notice(turn.desk, turn.person, turn.incoming.sender)
    place = await stored.place_of(turn.desk.session, outage.id, turn.person.id)
    draft = Draft(
        text=words.still_text(about(outage), outage),
        service=outage.service,
        place=place or turn.person.dependencia or ticket_words.PLACE_NOT_SAID,
        contact=turn.person.contact or ticket_words.BY_THIS_CHAT,
    )
    ticket = await outages.open_linked(turn.desk, outage, turn.person, draft)
    service, news = turn.desk.service(ticket.service), _news(turn, ticket)
    await announcements.opened(news, ticket, service, turn.person, [], [])
    turn.talk.topic.ticket = ticket.number
    turn.say(ticket_words.opened(ticket, service, news.calendar, turn.now, 0), ticket=ticket.id)


# The list


async def list_outages(turn: Turn, _rest: str) -> None:
    """`/caidas`: those of now and the last ten."""
    current, past = await outages.known_outages(turn.desk)
    names = {service.id: service.label for service in turn.desk.reference.catalog.services}
    calendar = turn.desk.calendars.general
    agent = may_work_tickets(turn.roles)
    turn.say(words.listing(current, past, names, calendar, turn.now, agent=agent))


def _news(turn: Turn, ticket: Ticket) -> announcements.News:
    return announcements.News(turn.desk.session, turn.now, turn.desk.calendar(ticket.service))
