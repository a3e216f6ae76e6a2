"""The summary, correcting a part of it, and «enviar».

A known outage, a mailbox to be shown and an exception of the ANS come first; then the ticket is opened.
"""

from collections.abc import Sequence
from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff import outages
from itgov_bot.conversation.flows.staff.ticket_form.form import draft_of, go_next, needs_mailbox, with_files
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.paging import reach_of
from itgov_bot.desk.tickets.requesting import open_ticket
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import Draft, ExceptionKind, Ticket
from itgov_bot.messages import Reply
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import services as service_words
from itgov_bot.wording.staff import ticket_form as words
from itgov_bot.wording.staff import tickets as ticket_words
from itgov_bot.wording.staff.registration import offered_with

# The summary


def ask_confirm(turn: Turn, form: TicketForm) -> Reply:
    return words.summary(draft_of(form), turn.desk.service(form.service), len(form.files), form.choice)


async def take_confirm(turn: Turn, form: TicketForm, answer: Answer) -> None:
    if answer.files:
        await forms.ask(turn, with_files(turn, form, answer.files))
    elif answer.value == "send":
        await _send(turn, form, urgent=None)
    elif answer.value == "fix":
        await forms.go(turn, form, "fix")
    elif answer.value == "drop":
        await forms.drop(turn)
    elif turn.answers.yes_or_no(answer.text) is not None or _says_nothing(answer.text):
        turn.say(form_words.choose_one())
        await forms.ask(turn, form)
    elif turn.answers.is_going_back(answer.text):
        await forms.go(turn, form, "fix")
    else:
        await _add_words(turn, form, answer.text)


def _says_nothing(text: str) -> bool:
    """A bare number or sign; no text at all is a file that was refused, and the summary is simply shown again."""
    return bool(text) and not any(char.isalpha() for char in text)


async def _add_words(turn: Turn, form: TicketForm, text: str) -> None:
    """Words at the summary are more about the problem, not lost."""
    if text:
        form = replace(form, text=f"{form.text}\n{text}", ordinary=False)
        turn.say(words.added_to_description())
    await forms.ask(turn, form)


async def take_fix(turn: Turn, form: TicketForm, answer: Answer) -> None:
    if answer.value == "files":
        await go_next(turn, replace(form, files=()))
    elif answer.value == "service":
        found = turn.interpret(form.text).candidates[:3]
        turn.say(service_words.any_service_hint())
        offered = tuple(one.service for one in found)
        await forms.go(turn, replace(form, service=None, is_sorted=False, offered=offered), "service")
    elif answer.value in ("text", "place", "contact"):
        await forms.go(turn, form, answer.value)
    elif answer.value == "back":
        await go_next(turn, form)
    else:
        turn.say(form_words.choose_one())


# «Enviar»


async def _send(turn: Turn, form: TicketForm, *, urgent: bool | None) -> None:
    """Opens the case, unless it is a known outage; after hours an exception of the ANS is confirmed with one press, and
    in hours an outage is first in line without one."""
    if await outages.asked_if_same(
        turn, form.text, form.service, place=form.place, files=form.files, form=form, opens=True
    ):
        return
    if not urgent and needs_mailbox(turn, form):
        await go_next(turn, form)
        return
    is_decided = urgent is not None or form.ordinary
    if not is_decided and (asked := _exception_asked(turn, form)):
        await forms.go(turn, *asked)
        return
    draft = _draft(turn, form)
    forms.finish(turn)
    left = [one for one in turn.state.subject.others if one != draft.service]
    turn.state.subject = Subject(service=draft.service)
    await open_and_say(turn, draft, form.files)
    _go_on_with(turn, draft.text, left)


def _exception_asked(turn: Turn, form: TicketForm) -> tuple[TicketForm, str] | None:
    """The step at which the person is asked about the exception that the words tell of; None when nothing is asked."""
    told = turn.interpret(form.text, form.service)
    if form.exception is None and told.exception and told.doubtful:
        return form, "many"
    now = turn.exception_now(form.text, form.service)
    return (replace(form, exception=now), "urgent") if now else None


def _draft(turn: Turn, form: TicketForm) -> Draft:
    """While people attend, an outage that is told is urgent without being asked about."""
    draft = draft_of(form)
    is_open = turn.desk.calendar(draft.service).is_open(turn.now)
    if form.ordinary or draft.exception or not is_open:
        return draft
    told = turn.interpret(draft.text, draft.service).exception
    return replace(draft, exception=told) if told is ExceptionKind.SERVICE_OUTAGE else draft


async def open_and_say(turn: Turn, draft: Draft, files: Sequence[StoredFile]) -> None:
    """Opens the ticket and says to its requester what comes next."""
    ticket = await open_ticket(turn.desk, turn.person, draft, files)
    reach = await reach_of(turn.desk, ticket) if ticket.urgent else None
    turn.state.subject.ticket = ticket.number
    turn.state.report, turn.state.other_outages = None, []
    reply = ticket_words.opened(await view(turn.desk, ticket), reach)
    turn.say(offered_with(reply) if await _may_offer_registration(turn, ticket) else reply, ticket=ticket.id)


async def _may_offer_registration(turn: Turn, ticket: Ticket) -> bool:
    """Once, beside the first ticket; not to somebody who reports an emergency."""
    if ticket.urgent or turn.is_registered:
        return False
    return await lookup.count_own(turn.desk, turn.person) == 1


def _go_on_with(turn: Turn, text: str, left: list[str]) -> None:
    """The message told of more than one problem: the next one is offered, with the same words."""
    if left and (service := turn.desk.service(left[0])):
        turn.state.subject = Subject(text=text, service=service.id, others=left)
        turn.say(words.next_problem(service))


async def take_urgent(turn: Turn, form: TicketForm, answer: Answer) -> None:
    if answer.value == "yes":
        await _send(turn, form, urgent=True)
    elif answer.value == "no":
        await _send(turn, replace(form, exception=None, ordinary=True), urgent=False)
    else:
        turn.say(form_words.choose_one())


async def take_how_many(turn: Turn, form: TicketForm, answer: Answer) -> None:
    if answer.value == "many":
        await _send(turn, replace(form, exception=ExceptionKind.SERVICE_OUTAGE), urgent=None)
    elif answer.value == "me":
        await _send(turn, replace(form, exception=None, ordinary=True), urgent=False)
    else:
        turn.say(form_words.choose_one())
