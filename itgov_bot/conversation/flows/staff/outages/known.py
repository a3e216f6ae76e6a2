"""One outage, one ticket: «¿es lo mismo?» before one is opened, those who are affected."""

from dataclasses import replace

from itgov_bot.actions import number_in
from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff.steps.consent import authorize
from itgov_bot.conversation.flows.staff.tickets import rating
from itgov_bot.conversation.flows.staff.tickets.own import in_time, own_ticket
from itgov_bot.conversation.form_types import Form
from itgov_bot.conversation.state import PendingReport, Subject
from itgov_bot.conversation.turn import Again, Answer, Turn
from itgov_bot.desk import maintenance, outages
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.guard import call_guard
from itgov_bot.desk.tickets.requesting import add_message, add_of_affected, keep_files
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.maintenance import MaintenanceView
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import Draft, ExceptionKind, Ticket
from itgov_bot.domain.tickets.view import held_since
from itgov_bot.understanding import RequestType
from itgov_bot.understanding.outages.report import OutageReport
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff.outages import known as words
from itgov_bot.wording.staff.outages import maintenance as maintenance_words
from itgov_bot.wording.staff.tickets import changed as ticket_words


async def known_outage(turn: Turn) -> bool:
    """A reader of free text: what may belong to an outage that is known is asked after."""
    sure, place = turn.sure_service(turn.text), turn.person.dependencia
    return await asked_if_same(turn, turn.text, sure, place=place)


async def asked_if_same(
    turn: Turn,
    text: str,
    service: str | None,
    *,
    place: str | None,
    files: tuple[StoredFile, ...] = (),
    form: Form | None = None,
    said: str | None = None,
    opens: bool = False,
) -> bool:
    """True when an outage is known that this may belong to: the person is asked, and the rest waits for the press.

    `opens`: when none is known, this turn goes on to open a ticket. `form` is what is being filled in, and `said` the
    words that were its step's answer.
    """
    told = report_of(turn, text, service, place)
    others = turn.state.other_outages
    known = await outages.find_known(turn.desk, turn.understanding, told, turn.person, others, opens=opens)
    planned = None if known else await _planned(turn, told)
    about = known.number if known else _cause(planned.maintenance.id) if planned else None
    if about is None:
        return False
    if turn.state.form:  # the question is a step of what is being filled in
        turn.state.keep(replace(turn.state.form, asked_at=turn.now))
    pending = _pending(turn, about, text, service, place, form)
    turn.state.report = replace(pending, files=files, said=turn.text if said is None else said)
    if planned:
        turn.say(maintenance_words.explains(planned))
    elif known:
        await _ask_same(turn, known, pending.subject.exception)
    return True


def _pending(
    turn: Turn, about: str, text: str, service: str | None, place: str | None, form: Form | None
) -> PendingReport:
    """What waits for the answer, with what it tells of the person."""
    said_of_self = turn.introduced(text)
    turn.keep_introduced(said_of_self)
    exception = turn.interpret(text).exception
    return PendingReport(
        ticket=about,
        subject=replace(turn.state.subject, text=text, service=service, exception=exception),
        place=place if form else said_of_self.place or place,
        flow=form.flow if form else None,
        pressed=turn.pressed,
    )


async def _ask_same(turn: Turn, known: Ticket, exception: ExceptionKind | None) -> None:
    """Its requester, who tells it as an outage once more, is offered that it becomes urgent."""
    if known.requester == turn.person.id and exception and not known.urgent:
        turn.say(words.offer_again(await view(turn.desk, known)))
        return
    counted = await outages.is_affected(turn.desk, known, turn.person)
    told = turn.desk.public_text(known)
    turn.say(words.ask_same(turn.city, known, told, counted=counted, consented=turn.has_consented))


def report_of(turn: Turn, text: str, service: str | None, place: str | None) -> OutageReport:
    read = turn.interpret(text)
    is_fault = read.request_type is RequestType.INCIDENT
    return turn.understanding.words.outages.report(
        text, service, place or "", read.exception, is_fault=is_fault
    )


# What is planned explains it


CAUSE = "maintenance:"
"""Before the id of the maintenance that a pending report may be because of, where an outage has its number."""


def _cause(maintenance_id: int) -> str:
    return f"{CAUSE}{maintenance_id}"


async def _planned(turn: Turn, told: OutageReport) -> MaintenanceView | None:
    said_no = turn.state.other_outages
    besides = [int(one.removeprefix(CAUSE)) for one in said_no if one.startswith(CAUSE)]
    return await maintenance.find_running(turn.desk, turn.understanding, told, besides)


async def press_cause(turn: Turn, rest: str) -> None:
    """`cause:7:no` goes on with what was told; `cause:7:ok` waits, and nothing is opened."""
    number, _, what = rest.partition(":")
    report = turn.state.report
    if report is None or report.ticket != f"{CAUSE}{number}":
        turn.say(form_words.old_button_no_form())
    elif what == "no":
        await _go_on(turn, report)
    else:
        _leave(turn, report)
        one = await maintenance.find(turn.desk, number_in(number) or 0)
        is_on = one is not None and one.is_running(turn.now)
        turn.say(
            maintenance_words.waits(await maintenance.view(turn.desk, one))
            if one and is_on
            else maintenance_words.OVER_MEANWHILE
        )


async def press_same(turn: Turn, rest: str) -> None:
    """`same:SAUS-2026-000001:yes`, `…:no`, `…:urgent` for its requester, `…:see` for those who are counted, and `…:me` from
    whoever only asked what is down."""
    number, _, what = rest.partition(":")
    report = turn.state.report
    if what == "see":
        if not await show_if_affected(turn, number):
            turn.say(ticket_words.no_such_ticket(number))
    elif what == "me":
        await _join_known(turn, number)
    elif report is None or report.ticket != number:
        turn.say(form_words.old_button_no_form())
    elif what == "yes":
        await _join(turn, report)
    elif what == "urgent":
        await _make_urgent(turn, report)
    else:
        await _go_on(turn, report)


async def _go_on(turn: Turn, report: PendingReport) -> None:
    """It is something else: what led to the question is done again, and that outage is not asked after any more."""
    form = turn.state.form
    turn.state.report = None
    turn.state.other_outages = [*turn.state.other_outages, report.ticket]
    if report.flow is None:
        turn.state.subject = report.subject
        turn.again = Again(report.pressed, report.said)
    elif form is None or form.flow != report.flow:  # what was being filled in is gone
        turn.again = Again(text=report.subject.text)
    elif report.pressed:
        turn.again = Again(report.pressed)
    else:
        turn.pressed = None  # the words lead on, which may be to the next outage to be asked after
        await forms.take(turn, form, Answer(text=report.said))


async def _join_known(turn: Turn, number: str) -> None:
    ticket = await lookup.find(turn.desk, number)
    if ticket and ticket.is_outage and ticket.is_live:
        await _join(turn, PendingReport(number, Subject(service=ticket.service)))
    else:
        turn.say(form_words.old_button_no_form())


async def _join(turn: Turn, report: PendingReport) -> None:
    ticket = await lookup.find(turn.desk, report.ticket)
    if ticket is None:
        turn.say(ticket_words.no_such_ticket(report.ticket))
        return
    told_before = turn.said_before
    place = report.place or told_before.place or turn.person.dependencia or ticket_words.PLACE_NOT_SAID
    try:
        joined = await outages.join(turn.desk, ticket.id, turn.person, place)
    except outages.OutageOver:
        turn.say(words.solved_meanwhile(ticket))
        return
    await authorize(turn, told_before.name)
    files = [*report.files, *turn.state.waiting_files]  # they may show what only their sender should see
    _leave(turn, report)
    told = report.subject
    if told.text and not (joined.is_new or told.exception):  # more than that it fails is for who sees to it
        await add_of_affected(turn.desk, ticket, turn.person, told.text, files)
        turn.say(words.told_again(await view(turn.desk, joined.ticket)), ticket=ticket.id)
        return
    await keep_files(turn.desk, ticket, turn.person, files, internal=True)
    whole = await view(turn.desk, joined.ticket)
    turn.say(words.joined(whole, is_new=joined.is_new, calls_guard=joined.calls_guard))


async def _make_urgent(turn: Turn, report: PendingReport) -> None:
    ticket = await own_ticket(turn, report.ticket)
    if ticket is None:
        return
    calling = call_guard(turn.desk, ticket, turn.person, report.subject.exception)
    reach = await in_time(turn, ticket, calling, words.solved_meanwhile)
    if reach is None:
        return
    await add_message(turn.desk, await lookup.get(turn.desk, ticket.id), turn.person, report.subject.text)
    _leave(turn, report)
    current = await lookup.get(turn.desk, ticket.id)
    turn.say(ticket_words.guard_asked(await view(turn.desk, current), reach), ticket=ticket.id)


def _leave(turn: Turn, report: PendingReport) -> None:
    """What was being filled in is over; its words wait in case it is another matter after all."""
    state, told = turn.state, report.subject
    state.report, state.waiting_files = None, []
    state.subject = Subject(text=told.text, service=told.service)
    state.other_outages = [*state.other_outages, report.ticket]
    if state.form and state.form.flow == report.flow:
        forms.finish(turn)


# Those who are affected


async def show_if_affected(turn: Turn, asked: str) -> bool:
    """How an outage goes, for somebody who is counted in it; False when they are not."""
    number = await lookup.number_meant(turn.desk, asked)
    ticket = await outages.find_joined(turn.desk, number, turn.person)
    if ticket is None:
        return False
    events = await lookup.timeline(turn.desk, ticket)
    progress = [event for event in events if event.kind is EventKind.OUTAGE_NEWS]
    whole, news = await view(turn.desk, ticket), progress[-1] if progress else None
    turn.say(words.state(whole, held_since(events), news))
    return True


async def press_still(turn: Turn, number: str) -> None:
    """«Sigue fallando para mí»: its requester opens the case again, everybody else gets one of their own, once."""
    outage = await outages.find_joined(turn.desk, number, turn.person)
    if outage is None:
        turn.say(ticket_words.no_such_ticket(number))
    elif outage.requester == turn.person.id:
        await rating.press_reopen(turn, number)
    elif outage.is_live:
        turn.say(words.still_open(outage))
    elif own := await outages.linked(turn.desk, outage, turn.person):
        turn.say(ticket_words.opened(await view(turn.desk, own)))
    else:
        await _open_linked(turn, outage)


async def _open_linked(turn: Turn, outage: Ticket) -> None:
    await authorize(turn)
    draft = Draft(
        text=words.still_text(outage, turn.desk.public_text(outage)),
        service=outage.service,
        place=turn.person.dependencia or ticket_words.PLACE_NOT_SAID,
        contact=turn.said_before.contact or turn.person.contact or ticket_words.BY_THIS_CHAT,
    )
    ticket = await outages.open_linked(turn.desk, outage, turn.person, draft)
    turn.state.subject.ticket = ticket.number
    turn.say(ticket_words.opened(await view(turn.desk, ticket)), ticket=ticket.id)
