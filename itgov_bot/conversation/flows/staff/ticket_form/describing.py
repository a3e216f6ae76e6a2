"""What happens, and of which service it is when that is unclear."""

from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff.ticket_form.beginning import as_told
from itgov_bot.conversation.flows.staff.ticket_form.form import choose_or_add, go_next
from itgov_bot.conversation.flows.staff.ticket_form.reviewing import correct
from itgov_bot.conversation.flows.steps import reaching
from itgov_bot.conversation.flows.steps.gathered import with_files
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.domain.catalog import Service
from itgov_bot.replies import Reply
from itgov_bot.understanding import Wish
from itgov_bot.understanding.language.cases.review_words import review_order
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.understanding.services.names import told_apart
from itgov_bot.wording.staff.oneself.introducing import noted
from itgov_bot.wording.staff.ticket_form import questions as words

MIN_LETTERS = 3
"""Letters of a description."""
MAX_OFFERED = 9


# What happens


async def take_text(turn: Turn, form: TicketForm, answer: Answer) -> None:
    order = review_order(answer.text) if form.text and not tells_a_fault(answer.text) else None
    form = replace(with_files(turn, form, answer.files), ordinary=False)
    told = None if form.text else reaching.who_or_where(turn, answer.text)
    if told:
        turn.say(noted(told.name, told.place, told.contact))
        kept = reaching.Told(told.place, told.contact, told.name)
        await forms.ask(turn, reaching.with_told(turn, form, kept))
    elif order:
        await correct(turn, form, order)
    elif not form.text and _tells_nothing(turn, answer.text):
        await forms.ask_again(turn, form, words.NOTHING_TOLD)
    elif len(answer.text) >= MIN_LETTERS:
        await go_next(turn, as_told(turn, replace(form, text=answer.text, before="")))
    elif answer.files and not answer.text:
        turn.say(words.file_kept_tell_more(len(form.files)))
    else:
        turn.say(words.TOO_SHORT)


def _tells_nothing(turn: Turn, text: str) -> bool:
    """«Dale», «ábrame uno nuevo entonces»: it is wanted, and nothing is said of it."""
    read = turn.interpret(text)
    is_opening = read.wish is Wish.OPEN and read.named is None and read.decision == "none"
    return is_opening or turn.answers.yes_or_no(text) is True


# Which service, when it is unclear


def ask_service(turn: Turn, form: TicketForm) -> Reply:
    return words.ask_service(_offered(turn, form), form.choice)


def _offered(turn: Turn, form: TicketForm) -> list[Service]:
    offered = [turn.desk.service(one) for one in form.offered]
    return [one for one in offered if one]


async def take_service(turn: Turn, form: TicketForm, answer: Answer) -> None:
    wanted = answer.value if answer.value is not None else answer.text
    if answer.value == "unknown" or turn.answers.is_unsure(wanted):
        await _leave_to_desk(turn, form)
        return
    meant = _services_meant(turn, form, wanted)
    if len(meant) == 1 and _is_named(turn, form, wanted, meant[0]):
        await go_next(turn, replace(form, service=meant[0], is_sorted=True))
    elif meant:  # what was only guessed is shown before it is taken
        await forms.go(turn, replace(form, offered=meant), "service")
    else:
        await choose_or_add(turn, form, answer.text)


async def _leave_to_desk(turn: Turn, form: TicketForm) -> None:
    """Whoever sorts it reads which ones were in question; the names of services tell nothing of what happens."""
    noted = words.in_question(_offered(turn, form))
    tried = form.tried if noted in form.tried else f"{form.tried}\n{noted}".strip()
    await go_next(turn, replace(form, tried=tried, service=None, is_sorted=True))


def _is_named(turn: Turn, form: TicketForm, wanted: str, service_id: str) -> bool:
    """By its number, or by words of its name; among those in question also by what tells it apart."""
    named = [one.id for one in turn.services_named(wanted)]
    is_apart = not named and told_apart(_offered(turn, form), wanted) is not None
    return turn.desk.service(wanted) is not None or is_apart or named == [service_id]


def _services_meant(turn: Turn, form: TicketForm, wanted: str) -> tuple[str, ...]:
    """By its number, by its name, among those in question, or by what was understood; several when it may be more
    than one."""
    if service := turn.desk.service(wanted):
        return (service.id,)
    if named := turn.services_named(wanted):
        return tuple(one.id for one in named[:MAX_OFFERED])
    if service := told_apart(_offered(turn, form), wanted):
        return (service.id,)
    understood = turn.interpret(wanted)
    sure = {"answer": 1, "choose": max(2, understood.offered), "none": 0}[understood.decision]
    return tuple(one.service for one in understood.candidates[:sure])
