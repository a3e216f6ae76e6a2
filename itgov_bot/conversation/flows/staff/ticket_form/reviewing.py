"""The summary, with the privacy notice for who has not accepted it; what is said to it; correcting a part of it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff.ticket_form import reaching, sending
from itgov_bot.conversation.flows.staff.ticket_form.form import draft_of, go_next, with_files, with_words
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.replies import Reply
from itgov_bot.understanding import Interpretation
from itgov_bot.understanding.language.cases.review_words import (
    Order,
    ReviewOrder,
    corrected_matter,
    review_order,
    swapped_words,
)
from itgov_bot.understanding.language.people.contacts import contact_in
from itgov_bot.understanding.language.people.names import sensible_name
from itgov_bot.understanding.language.where.floors import floor_said
from itgov_bot.understanding.language.where.offices import department_words
from itgov_bot.understanding.processes import find_department
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import services as service_words
from itgov_bot.wording.staff import ticket_form as words
from itgov_bot.wording.staff.tickets import BY_THIS_CHAT, PLACE_NOT_SAID

MAX_CANDIDATES = 3

Pressed = Callable[[Turn, TicketForm], Awaitable[None]]
Ordered = Callable[[Turn, TicketForm, ReviewOrder], Awaitable[None]]


def ask_confirm(turn: Turn, form: TicketForm) -> Reply:
    shown = words.Shown(
        draft_of(form),
        None if form.is_proposed else turn.desk.service(form.service),
        files=len(form.files),
        name=form.name,
        with_service=not form.is_proposed,
        is_old_place=form.is_old_place and not turn.is_registered,
        asks_floor=reaching.is_bare(turn, form.place),
        asks_office=_is_floor(form.place),
        may_undo=bool(form.before),
        is_first=sending.is_first_in_line(turn, form),
    )
    return words.summary(turn.city, turn.person, shown, form.choice)


async def take_confirm(turn: Turn, form: TicketForm, answer: Answer) -> None:
    if answer.files:
        await _keep_files(turn, form, answer)
    elif answer.value in PRESSED:
        await PRESSED[answer.value](turn, form)
    elif order := review_order(answer.text):
        await ORDERED[order.order](turn, form, order)
    elif turn.answers.yes_or_no(answer.text) is not None or _says_nothing(answer.text):
        await forms.ask_again(turn, form, form_words.choose_one())
    else:
        await _take_words(turn, form, answer.text)


def _says_nothing(text: str) -> bool:
    """A bare number or sign, and no telephone; no text at all is a file that was refused, and the summary is simply shown
    again."""
    return bool(text) and not any(char.isalpha() for char in text) and reaching.contact_told(text) is None


async def _keep_files(turn: Turn, form: TicketForm, answer: Answer) -> None:
    form = with_files(turn, form, answer.files)
    turn.say(words.files_kept(len(answer.files)))
    await go_next(turn, with_words(form, answer.text) if answer.text else form)


async def _take_words(turn: Turn, form: TicketForm, text: str) -> None:
    """A place, a contact or a name by itself stands in the summary; any other words are more about the problem."""
    if swapped := swapped_words(text, form.text):
        await go_next(turn, about(turn, replace(form, text=swapped, before=form.text), swapped))
        return
    told = reaching.place_and_contact(turn, text)
    told = replace(told, contact=told.contact or reaching.bare_number(text))
    is_place = _completes(turn, form, text) or _is_place_alone(turn, text)
    place = told.place if is_place or told.contact or told.name else None
    if told.contact or told.name or place:
        kept = reaching.with_person(form, told)
        await go_next(turn, _with_place(turn, kept, place) if place else kept)
    elif matter := corrected_matter(text):
        await go_next(turn, about(turn, with_words(form, text), matter))
    elif text:
        turn.say(words.added_to_description())
        await go_next(turn, with_words(form, text))
    else:
        await forms.ask(turn, form)


def about(turn: Turn, form: TicketForm, matter: str) -> TicketForm:
    """Its service is read again, and asked where that is unclear."""
    read = turn.interpret(matter)
    if read.decision == "answer":
        return replace(form, service=read.best, is_sorted=True)
    return _in_question(form, read if read.candidates else turn.interpret(form.text))


def _in_question(form: TicketForm, read: Interpretation) -> TicketForm:
    offered = tuple(one.service for one in read.candidates[:MAX_CANDIDATES])
    return replace(form, service=None, is_sorted=False, offered=offered)


def _completes(turn: Turn, form: TicketForm, text: str) -> bool:
    """What is still missing of the place was asked beside it; and a floor by itself is always its floor."""
    is_open = reaching.is_bare(turn, form.place) or form.place == PLACE_NOT_SAID or _is_floor(form.place)
    return is_open or _is_floor(text)


def _is_floor(place: str | None) -> bool:
    return floor_said(place or "") is not None


def _with_place(turn: Turn, form: TicketForm, told: str) -> TicketForm:
    """«Secretaría de Planeación» and «piso 2 de la Aduana» are one place; another dependencia is another place."""
    is_more = reaching.is_bare(turn, form.place) and not _names_office(turn, told)
    return reaching.with_place(form, f"{form.place}, {told}" if is_more and not _is_floor(told) else told)


def _names_office(turn: Turn, place: str) -> bool:
    return place.startswith(turn.desk.reference.processes.dependencias)


def _is_place_alone(turn: Turn, text: str) -> bool:
    """Another place than the one that stands there, and no thing that is in it."""
    said = turn.introduced(text)
    if find_department(turn.desk.reference.processes, text) and department_words(text) == len(text.split()):
        return True
    return said.is_alone and said.place is not None and turn.interpret(text).decision == "none"


# The buttons


async def _press_send(turn: Turn, form: TicketForm) -> None:
    """The notice stands beside the button: to press it is to accept."""
    await sending.send(turn, replace(form, is_authorized=True), urgent=None)


async def _fix(turn: Turn, form: TicketForm) -> None:
    await forms.go(turn, form, "fix")


async def _drop(turn: Turn, _form: TicketForm) -> None:
    await forms.drop(turn)


async def _refuse(turn: Turn, form: TicketForm) -> None:
    await reaching.refuse(turn, form)


async def _undo(turn: Turn, form: TicketForm) -> None:
    """Where nothing was added, «quítelo» is of some part: which, is asked."""
    turn.say(words.undone(bool(form.before)))
    if form.before:
        await go_next(turn, replace(form, text=form.before, before=""))
    else:
        await _fix(turn, form)


async def _only_mine(turn: Turn, form: TicketForm) -> None:
    await go_next(turn, replace(form, exception=None, ordinary=True))


async def _fix_service(turn: Turn, form: TicketForm) -> None:
    turn.say(service_words.any_service_hint())
    await forms.go(turn, _in_question(form, turn.interpret(form.text)), "service")


PRESSED: Mapping[str | None, Pressed] = {
    "send": _press_send,
    "fix": _fix,
    "drop": _drop,
    "no": _refuse,
    "undo": _undo,
    "me": _only_mine,
}


# The same in words


def _like(pressed: Pressed) -> Ordered:
    """An order that is no more than a press."""

    async def done(turn: Turn, form: TicketForm, _order: ReviewOrder) -> None:
        await pressed(turn, form)

    return done


async def _place(turn: Turn, form: TicketForm, order: ReviewOrder) -> None:
    told = reaching.place_and_contact(turn, order.value)
    if order.value and told.place:
        await go_next(turn, reaching.with_place(reaching.with_person(form, told), told.place))
    else:
        await forms.go(turn, form, "place")


async def _name(turn: Turn, form: TicketForm, order: ReviewOrder) -> None:
    told = reaching.place_and_contact(turn, turn.text)
    name = sensible_name(order.value, turn.understanding.words.known)
    if name and not (told.place or told.contact):
        await go_next(turn, replace(form, name=name))
    else:
        await _take_words(turn, form, turn.text)


async def _by_chat(turn: Turn, form: TicketForm, _order: ReviewOrder) -> None:
    """The contact is taken out, unless another one stands beside that."""
    await go_next(turn, replace(form, contact=contact_in(turn.text) or BY_THIS_CHAT))


async def _contact(turn: Turn, form: TicketForm, order: ReviewOrder) -> None:
    if contact := reaching.contact_told(order.value):
        await go_next(turn, replace(form, contact=contact))
    else:
        await forms.go(turn, form, "contact")


async def _text(turn: Turn, form: TicketForm, _order: ReviewOrder) -> None:
    await forms.go(turn, form, "text")


async def _no_files(turn: Turn, form: TicketForm, _order: ReviewOrder) -> None:
    turn.say(words.files_taken_out(len(form.files)))
    await go_next(turn, replace(form, files=()))


ORDERED: Mapping[Order, Ordered] = {
    Order.SEND: _like(_press_send),
    Order.PLACE: _place,
    Order.NAME: _name,
    Order.BY_CHAT: _by_chat,
    Order.FIX: _like(_fix),
    Order.CONTACT: _contact,
    Order.TEXT: _text,
    Order.SERVICE: _like(_fix_service),
    Order.NO_FILES: _no_files,
    Order.UNDO: _like(_undo),
    Order.MINE: _like(_only_mine),
}


# Correcting a part of it


async def take_fix(turn: Turn, form: TicketForm, answer: Answer) -> None:
    order = review_order(answer.text)
    if answer.value == "files":
        await go_next(turn, replace(form, files=()))
    elif answer.value == "service":
        await _fix_service(turn, form)
    elif answer.value in ("text", "place", "contact"):
        await forms.go(turn, form, answer.value)
    elif order:
        await correct(turn, form, order)
    elif turn.introduced(answer.text).is_alone:
        await _take_words(turn, form, answer.text)
    else:
        await forms.ask_again(turn, form, form_words.choose_one())


async def correct(turn: Turn, form: TicketForm, order: ReviewOrder) -> None:
    """An order where a part is being corrected: before it is sent it is shown again."""
    if order.order is Order.SEND:
        await go_next(turn, form)
    else:
        await ORDERED[order.order](turn, form, order)
