"""One outage, one ticket: «¿es lo mismo?» before one is opened, also of what is planned; and what its buttons do."""

from dataclasses import dataclass, replace

from itgov_bot.actions import number_in
from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff.outages.affected import (
    join,
    join_known,
    leave,
    make_urgent,
    show_if_affected,
)
from itgov_bot.conversation.state import PendingReport
from itgov_bot.conversation.turn import Again, Answer, Turn
from itgov_bot.desk import maintenance, outages
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.maintenance import MaintenanceView
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import ExceptionKind, Ticket
from itgov_bot.understanding.outages.report import OutageReport
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import maintenance as maintenance_words
from itgov_bot.wording.staff.outages import known as words
from itgov_bot.wording.staff.tickets import changed as ticket_words


@dataclass(frozen=True, kw_only=True)
class Report:
    """What may belong to an outage that is known: told on the way, or in the form of `flow`. `place` is where it is, if not
    where they work; `said` are the words that were the answer of its step, if not those of the turn."""

    text: str
    service: str | None = None
    place: str | None = None
    files: tuple[StoredFile, ...] = ()
    flow: str | None = None
    said: str | None = None


async def known_outage(turn: Turn) -> bool:
    """A reader of free text: what may belong to an outage that is known is asked after."""
    return await asked_if_same(turn, Report(text=turn.text, service=turn.sure_service(turn.text)))


async def asked_if_same(turn: Turn, told: Report, *, opens: bool = False) -> bool:
    """True when an outage is known that this may belong to: the person is asked, and the rest waits for the press.

    `opens`: when none is known, this turn goes on to open a ticket.
    """
    told = replace(told, place=told.place or turn.person.dependencia)
    read = turn.outage_told(told.text, told.service, told.place)
    others = turn.state.other_outages
    known = await outages.find_known(turn.desk, turn.understanding, read, turn.person, others, opens=opens)
    planned = None if known else await _planned(turn, read)
    about = known.number if known else _cause(planned.maintenance.id) if planned else None
    if about is None:
        return False
    if turn.state.form:  # the question is a step of what is being filled in
        turn.state.keep(replace(turn.state.form, asked_at=turn.now))
    turn.state.report = pending = _pending(turn, about, told)
    if planned:
        turn.say(maintenance_words.explains(planned))
    elif known:
        await _ask_same(turn, known, pending.subject.exception)
    return True


def with_more(report: PendingReport, told: str) -> PendingReport:
    """With what was told beside the answer; that it is the same is in no words of theirs."""
    text = f"{report.subject.text}\n{told}".strip()
    return replace(
        report,
        subject=replace(report.subject, text=text),
        said=f"{report.said}\n{told}".strip(),
        beside=f"{report.beside}\n{told}".strip(),
    )


def _pending(turn: Turn, about: str, told: Report) -> PendingReport:
    """What waits for the answer, with what it tells of the person."""
    said_of_self = turn.introduced(told.text)
    turn.keep_introduced(said_of_self)
    exception = turn.interpret(told.text).exception
    return PendingReport(
        ticket=about,
        subject=replace(turn.state.subject, text=told.text, service=told.service, exception=exception),
        place=told.place if told.flow else said_of_self.place or told.place,
        files=told.files,
        pressed=turn.pressed,
        said=turn.text if told.said is None else told.said,
        flow=told.flow,
    )


async def _ask_same(turn: Turn, known: Ticket, exception: ExceptionKind | None) -> None:
    """Its requester, who tells it as an outage once more, is offered that it becomes urgent."""
    if known.requester == turn.person.id and exception and not known.urgent:
        turn.say(words.offer_again(await view(turn.desk, known)))
        return
    counted = await outages.is_affected(turn.desk, known, turn.person)
    told = turn.desk.public_text(known)
    turn.say(words.ask_same(turn.city, known, told, counted=counted, consented=turn.has_consented))


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
        leave(turn, report)
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
        await join_known(turn, number)
    elif report is None or report.ticket != number:
        turn.say(form_words.old_button_no_form())
    elif what == "yes":
        await join(turn, report)
    elif what == "urgent":
        await make_urgent(turn, report)
    else:
        await _go_on(turn, report)


def is_another(turn: Turn, report: PendingReport) -> None:
    """That outage is not asked after any more."""
    turn.state.report = None
    turn.state.other_outages = [*turn.state.other_outages, report.ticket]


async def _go_on(turn: Turn, report: PendingReport) -> None:
    """It is something else: what led to the question is done again."""
    form = turn.state.form
    is_another(turn, report)
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
