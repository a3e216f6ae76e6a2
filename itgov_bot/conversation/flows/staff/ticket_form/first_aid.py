"""What anybody can try while their case is begun, shown once beside its card; and how that went."""

from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff.ticket_form.form import TELLING, of_draft
from itgov_bot.conversation.flows.staff.tickets.own import in_time
from itgov_bot.conversation.form_types import Form, TicketForm, UrgentForm, is_proposal
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.first_aid import open_self_solved
from itgov_bot.desk.tickets.requesting import add_message, confirm_works
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.first_aid import Remedy
from itgov_bot.domain.tickets.ticket import Draft, Ticket
from itgov_bot.replies import Reply
from itgov_bot.understanding import RequestType
from itgov_bot.understanding.first_aid import remedy_for
from itgov_bot.understanding.language.asked_of_danger import asks_if_may, asks_if_trusted
from itgov_bot.understanding.language.asked_of_desk import asks_what_to_do
from itgov_bot.understanding.language.cases.follow_up import Says, what_is_said
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.wording.on_ticket import BY_THIS_CHAT
from itgov_bot.wording.staff import first_aid as words
from itgov_bot.wording.staff.tickets import changed as ticket_words


def beside(turn: Turn, text: str, service: Service, card: Reply) -> Reply:
    """The card of a report with what may help; nothing is proposed for what is dangerous, is urgent, hits many, or is no
    fault."""
    if turn.state.subject.is_aided or turn.danger_in(text, service.id):
        return card
    remedy = _remedy(turn, text, service.id)
    turn.state.subject.is_aided = remedy is not None
    return words.beside(card, remedy) if remedy else card


async def asked_in_form(turn: Turn, form: Form) -> bool:
    """A reader in a form: «¿y mientras tanto qué hago?», «¿lo abro o no?»"""
    if not isinstance(form, TicketForm | UrgentForm) or not form.text:
        return False
    is_told = (
        asks_if_trusted(turn.text) and turn.danger_in(turn.text) is not None
    )  # answered with the warning
    if not (is_told or _answered(turn, form.text, form.service)):
        return False
    if not is_proposal(form):
        await forms.ask(turn, form)
    return True


async def asked_what_to_do(turn: Turn) -> bool:
    """A reader: the same, of the case that was sent, or of what was told last."""
    sent, subject = await spoken_of(turn), turn.state.subject
    text, service = (sent.text, sent.service) if sent else (subject.text, subject.service)
    return bool(text) and _answered(turn, text, service)


def _answered(turn: Turn, text: str, service: str | None) -> bool:
    """What to do, by what was told; and whether something may be done, after a danger."""
    may, is_trusted = asks_if_may(turn.text), asks_if_trusted(turn.text)
    wants_to_do = asks_what_to_do(turn.text)
    danger = turn.danger_in(text, service) if wants_to_do or may or is_trusted else None
    if danger and (may or (is_trusted and not danger.is_of_things)):
        turn.say(words.answered(danger))
    elif wants_to_do:
        remedy = _remedy(turn, text, service) if service and not danger else None
        turn.say(words.meanwhile(danger, remedy))
    else:
        return False
    return True


async def spoken_of(turn: Turn) -> Ticket | None:
    """Their own live case that was spoken of last."""
    sent = await lookup.find(turn.desk, turn.state.subject.ticket)
    return sent if sent and sent.requester == turn.person.id and sent.is_live else None


def _remedy(turn: Turn, text: str, service: str) -> Remedy | None:
    read = turn.interpret(text, service)
    is_fault = read.request_type is RequestType.INCIDENT and (read.exception is None or read.doubtful)
    if not is_fault or turn.state.other_outages:
        return None
    return remedy_for(turn.desk.reference.first_aid, text, service)


async def press(turn: Turn, rest: str) -> None:
    """`aid:printer:works`, or `…:same`; also once the case was sent."""
    key, _, what = rest.partition(":")
    remedies = turn.desk.reference.first_aid.remedies
    remedy = next((one for one in remedies if one.key == key), None)
    form, sent = turn.state.form, await lookup.find(turn.desk, turn.state.subject.ticket)
    if remedy and isinstance(form, TicketForm) and form.service in remedy.services:
        await (_works(turn, form, remedy) if what == "works" else _same(turn, form, remedy))
    elif remedy and sent and sent.requester == turn.person.id and sent.service in remedy.services:
        await _told_of_sent(turn, sent, remedy, works=what == "works")
    else:
        turn.say(words.GONE)


@of_draft(*TELLING)
async def works_told(turn: Turn, form: TicketForm) -> bool:
    """A reader in a form: «ya imprimió, gracias» is no more about what fails; nothing is sent."""
    said = what_is_said(turn.text) if form.text else frozenset()
    if Says.FIXED not in said or Says.BUT in said or tells_a_fault(turn.text):
        return False
    remedy = _remedy(turn, form.text, form.service) if form.service else None
    await (_works(turn, form, remedy) if remedy else forms.drop(turn, may_come_back=True))
    return True


async def _works(turn: Turn, form: TicketForm, remedy: Remedy) -> None:
    """Nothing is sent any more."""
    draft = Draft(form.text, form.service, words.PLACE_NOT_ASKED, BY_THIS_CHAT, is_place_told=False)
    forms.finish(turn)
    ticket = await open_self_solved(turn.desk, turn.person, draft, remedy.tried)
    turn.state.subject = Subject(service=form.service, ticket=ticket.number)
    turn.say(words.solved(ticket), ticket=ticket.id)
    forms.offer_put_off(turn)


async def _same(turn: Turn, form: TicketForm, remedy: Remedy) -> None:
    """The form goes on, with what was tried beside its words."""
    turn.say(words.NOTED)
    await forms.ask(turn, replace(form, tried=words.tried(remedy), is_proposed=False))


async def _told_of_sent(turn: Turn, ticket: Ticket, remedy: Remedy, *, works: bool) -> None:
    if not ticket.is_live:
        turn.say(ticket_words.not_live(ticket))
    elif not works:
        await add_message(turn.desk, ticket, turn.person, words.tried(remedy))
        turn.say(words.NOTED, ticket=ticket.id)
    elif solved := await in_time(turn, ticket, confirm_works(turn.desk, ticket, turn.person, remedy.tried)):
        turn.say(words.solved(solved), ticket=ticket.id)
