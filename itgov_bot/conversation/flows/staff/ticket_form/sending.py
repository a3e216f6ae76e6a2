"""«Enviar»: a known outage and an exception of the ANS come first, then the mailbox; then the ticket is opened."""

from collections.abc import Sequence
from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff.outages import known as outages
from itgov_bot.conversation.flows.staff.ticket_form.form import choose_or_add, draft_of
from itgov_bot.conversation.flows.steps import verify_email
from itgov_bot.conversation.flows.steps.consent import authorize
from itgov_bot.conversation.flows.steps.gathered import with_words
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.accompaniment import who_was_asked
from itgov_bot.desk.tickets.paging import reach_if_urgent
from itgov_bot.desk.tickets.requesting import open_ticket
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import LIVE, Draft, ExceptionKind, Ticket
from itgov_bot.domain.tickets.urgency import Next, Told
from itgov_bot.understanding.language.answering.leading import Led, led_by
from itgov_bot.understanding.language.cases.whom_it_hits import hits_only_me, hits_others, is_not_urgent
from itgov_bot.wording.staff.oneself.registration import offered_with
from itgov_bot.wording.staff.tickets import changed as ticket_words


async def send(turn: Turn, form: TicketForm, *, is_confirmed: bool = False) -> None:
    """Opens the case, unless it is a known outage, or how urgent it is must be asked first; `is_confirmed`: the guard is
    called, which nothing holds up. What is sent is no mere proposal any more."""
    form = replace(form, is_proposed=False)
    turn.state.keep(form)
    told = outages.Report(
        text=form.text, service=form.service, place=form.place, files=form.files, flow=form.flow
    )
    if await outages.asked_if_same(turn, told, opens=True):
        return
    step = None if is_confirmed else _next_step(turn, form)
    if step is Next.HOW_MANY:
        await forms.go(turn, form, "many")
    elif step is Next.GUARD:
        await forms.go(turn, replace(form, exception=_told(turn, form).exception), "urgent")
    elif verify_email.is_missing(turn) and not is_confirmed:
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


def _told(turn: Turn, form: TicketForm) -> Told:
    """What the person answered, or else what their words tell."""
    if form.ordinary or form.exception:
        return Told(None if form.ordinary else form.exception)
    if danger := turn.urgent_danger(form.text):  # smoke is not asked whom it hits
        return Told(danger)
    return turn.urgency_told(form.text, form.service)


def _next_step(turn: Turn, form: TicketForm) -> Next:
    return turn.next_step(_told(turn, form), form.service)


def is_first_in_line(turn: Turn, form: TicketForm) -> bool:
    """Without being asked; the summary says so."""
    return _next_step(turn, form) is Next.FIRST_IN_LINE


def _draft(turn: Turn, form: TicketForm) -> Draft:
    draft = draft_of(form, turn.local_now)
    is_first = is_first_in_line(turn, form)
    return replace(draft, exception=ExceptionKind.SERVICE_OUTAGE) if is_first else draft


async def open_and_say(turn: Turn, draft: Draft, files: Sequence[StoredFile]) -> None:
    """Opens the ticket and says to its requester what comes next."""
    ticket = await open_ticket(turn.desk, turn.person, draft, files)
    reach, asked = await reach_if_urgent(turn.desk, ticket), await who_was_asked(turn.desk, ticket)
    turn.state.subject.ticket = ticket.number
    turn.state.report, turn.state.other_outages = None, []
    reply = ticket_words.opened(await view(turn.desk, ticket), reach, asked)
    may_offer = draft.is_place_told and await _may_offer_registration(turn, ticket)
    turn.say(offered_with(reply) if may_offer else reply, ticket=ticket.id)


async def _may_offer_registration(turn: Turn, ticket: Ticket) -> bool:
    """Once, beside the first ticket; not to somebody who reports an emergency."""
    if ticket.urgent or turn.is_registered:
        return False
    return await lookup.count_own(turn.desk, turn.person) == 1


async def take_urgent(turn: Turn, form: TicketForm, answer: Answer) -> None:
    led = led_by(answer.text, turn.answers)
    more = with_words(form, answer.text) if answer.text else form
    if answer.value == "yes" or (led and led.says):
        await send(turn, more, is_confirmed=True)
    elif answer.value == "no" or _is_ordinary(answer.text, led):
        await send(turn, replace(more, exception=None, ordinary=True))
    else:
        await choose_or_add(turn, form, answer.text)


def _is_ordinary(text: str, led: Led | None) -> bool:
    """«Solo a mí», «no, tranquilo, mañana lo ven»."""
    return hits_only_me(text) or is_not_urgent(text) or (led is not None and not led.says)


async def take_how_many(turn: Turn, form: TicketForm, answer: Answer) -> None:
    """«Somos como quince» is as good as the button, and stays with what happens."""
    said = turn.answers.yes_or_no(answer.text)
    more = with_words(form, answer.text) if answer.text and said is None else form
    if answer.value == "many" or hits_others(answer.text):
        await send(turn, replace(more, exception=ExceptionKind.SERVICE_OUTAGE))
    elif (
        answer.value == "me" or said is False or _is_ordinary(answer.text, led_by(answer.text, turn.answers))
    ):
        await send(turn, replace(more, exception=None, ordinary=True))
    else:
        await choose_or_add(turn, form, answer.text)
