"""«Enviar»: a known outage and an exception of the ANS come first, then the mailbox; then the ticket is opened."""

from collections.abc import Sequence
from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff.outages import known as outages
from itgov_bot.conversation.flows.staff.steps import verify_email
from itgov_bot.conversation.flows.staff.steps.consent import authorize
from itgov_bot.conversation.flows.staff.ticket_form.form import draft_of, needs_mailbox
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.paging import reach_of
from itgov_bot.desk.tickets.requesting import open_ticket
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import LIVE, Draft, ExceptionKind, Ticket
from itgov_bot.wording.staff.oneself.registration import offered_with
from itgov_bot.wording.staff.tickets import changed as ticket_words


async def send(turn: Turn, form: TicketForm, *, urgent: bool | None) -> None:
    """Opens the case, unless it is a known outage; after hours an exception of the ANS is confirmed with one press, and
    in hours an outage that is told of many is first in line without one."""
    if await outages.asked_if_same(
        turn, form.text, form.service, place=form.place, files=form.files, form=form, opens=True
    ):
        return
    is_decided = urgent is not None or form.ordinary
    if not is_decided and (asked := _exception_asked(turn, form)):
        await forms.go(turn, *asked)
    elif not urgent and needs_mailbox(turn, form):
        await forms.go(turn, form, verify_email.present_step(form))
    else:
        await open_it(turn, form)


async def open_it(turn: Turn, form: TicketForm) -> None:
    """Consent is kept with the ticket, never before it."""
    if not (turn.has_consented or form.is_authorized):
        await forms.go(turn, form, "confirm")
        return
    draft = _draft(turn, form)
    if not draft.urgent and await _has_enough(turn):
        return
    forms.finish(turn)
    await authorize(turn, form.name)
    turn.state.subject = Subject(service=draft.service)
    await open_and_say(turn, draft, form.files)
    forms.offer_put_off(turn)


async def _has_enough(turn: Turn) -> bool:
    """Whether they have as many live cases as one person may have; it is said, and the form stays as it is."""
    most = turn.desk.reference.agreements.cases.live_per_person
    if await lookup.count_own(turn.desk, turn.person, LIVE) < most:
        return False
    turn.say(ticket_words.enough(most))
    return True


def _exception_asked(turn: Turn, form: TicketForm) -> tuple[TicketForm, str] | None:
    """The step at which the person is asked about the exception that the words tell of; None when nothing is asked."""
    if form.exception is None and _is_whom_asked(turn, form):
        return form, "many"
    now = turn.exception_now(form.text, form.service)
    return (replace(form, exception=now), "urgent") if now else None


def _is_whom_asked(turn: Turn, form: TicketForm) -> bool:
    """Where the words leave it open whom it hits; at night only what is in doubt, for the guard is asked about anyway."""
    told = turn.interpret(form.text, form.service)
    is_open = turn.desk.calendar(form.service).is_open(turn.now)
    return told.exception is not None and (told.doubtful or (is_open and told.is_whom_open))


def is_first_in_line(turn: Turn, form: TicketForm) -> bool:
    """While people attend, an outage that is told of many is urgent without being asked about; the summary says so."""
    if form.ordinary or not turn.desk.calendar(form.service).is_open(turn.now):
        return False
    if form.exception or _is_whom_asked(turn, form):
        return form.exception is ExceptionKind.SERVICE_OUTAGE
    return turn.interpret(form.text, form.service).exception is ExceptionKind.SERVICE_OUTAGE


def _draft(turn: Turn, form: TicketForm) -> Draft:
    draft = draft_of(form)
    is_first = is_first_in_line(turn, form)
    return replace(draft, exception=ExceptionKind.SERVICE_OUTAGE) if is_first else draft


async def open_and_say(turn: Turn, draft: Draft, files: Sequence[StoredFile]) -> None:
    """Opens the ticket and says to its requester what comes next."""
    ticket = await open_ticket(turn.desk, turn.person, draft, files)
    reach = await reach_of(turn.desk, ticket) if ticket.urgent else None
    turn.state.subject.ticket = ticket.number
    turn.state.report, turn.state.other_outages = None, []
    reply = ticket_words.opened(await view(turn.desk, ticket), reach)
    may_offer = draft.is_place_told and await _may_offer_registration(turn, ticket)
    turn.say(offered_with(reply) if may_offer else reply, ticket=ticket.id)


async def _may_offer_registration(turn: Turn, ticket: Ticket) -> bool:
    """Once, beside the first ticket; not to somebody who reports an emergency."""
    if ticket.urgent or turn.is_registered:
        return False
    return await lookup.count_own(turn.desk, turn.person) == 1


async def take_urgent(turn: Turn, form: TicketForm, answer: Answer) -> None:
    if answer.value == "yes":
        await send(turn, form, urgent=True)
    elif answer.value == "no":
        await send(turn, replace(form, exception=None, ordinary=True), urgent=False)
    else:
        await forms.choose_again(turn, form)


async def take_how_many(turn: Turn, form: TicketForm, answer: Answer) -> None:
    if answer.value == "many":
        await send(turn, replace(form, exception=ExceptionKind.SERVICE_OUTAGE), urgent=None)
    elif answer.value == "me":
        await send(turn, replace(form, exception=None, ordinary=True), urgent=False)
    else:
        await forms.choose_again(turn, form)
