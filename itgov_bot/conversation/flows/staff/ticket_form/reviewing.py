"""The summary, with the privacy notice for who has not accepted it; what is answered to it, pressed and ordered of the
draft; and correcting a part of it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff.ticket_form import sending
from itgov_bot.conversation.flows.staff.ticket_form.changing import (
    in_question,
    is_floor,
    put_place,
    take_words,
)
from itgov_bot.conversation.flows.staff.ticket_form.form import DraftDeed, draft_of, go_next
from itgov_bot.conversation.flows.steps import reaching
from itgov_bot.conversation.flows.steps.consent import refuse
from itgov_bot.conversation.flows.steps.gathered import with_files, with_words
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.cases.review_words import Order, ReviewOrder, review_order
from itgov_bot.understanding.language.introducing.said_alone import Asked
from itgov_bot.understanding.language.people.contacts import contact_in
from itgov_bot.understanding.language.people.names import sensible_name
from itgov_bot.understanding.language.where.parts import with_other_office
from itgov_bot.wording.on_ticket import BY_THIS_CHAT
from itgov_bot.wording.staff.asked import services as service_words
from itgov_bot.wording.staff.ticket_form import questions as words
from itgov_bot.wording.staff.ticket_form import summary


def ask_confirm(turn: Turn, form: TicketForm) -> Reply:
    shown = summary.Shown(
        draft_of(form, turn.local_now),
        None if form.is_proposed else turn.desk.service(form.service),
        files=len(form.files),
        name=form.name,
        with_service=not form.is_proposed,
        is_old_place=form.is_old_place and not turn.is_registered,
        asks_floor=reaching.is_bare(turn, form.place),
        asks_office=is_floor(form.place),
        may_undo=bool(form.before),
        is_first=sending.is_first_in_line(turn, form),
        is_danger=turn.urgent_danger(form.text) is not None,
    )
    return summary.summary(turn.city, turn.person, shown, form.choice)


async def take_confirm(turn: Turn, form: TicketForm, answer: Answer) -> None:
    if answer.files:
        await _keep_files(turn, form, answer)
    elif answer.value in PRESSED:
        await PRESSED[answer.value](turn, form)
    elif order := review_order(answer.text):
        await ORDERED[order.order](turn, form, order)
    elif turn.answers.yes_or_no(answer.text) is not None or says_nothing(answer.text):
        await forms.choose_again(turn, form)
    else:
        await take_words(turn, form, answer.text)


def says_nothing(text: str) -> bool:
    """A bare number or sign, and no telephone; no text at all is a file that was refused, and the summary is simply shown
    again."""
    return bool(text) and not any(char.isalpha() for char in text) and reaching.contact_told(text) is None


async def _keep_files(turn: Turn, form: TicketForm, answer: Answer) -> None:
    form = with_files(turn, form, answer.files)
    turn.say(words.files_kept(len(answer.files)))
    await go_next(turn, with_words(form, answer.text) if answer.text else form)


async def take_fix(turn: Turn, form: TicketForm, answer: Answer) -> None:
    """Which part of it."""
    order = review_order(answer.text)
    if answer.value in PRESSED:
        await PRESSED[answer.value](turn, form)
    elif order:
        await correct(turn, form, order)
    elif turn.introduced(answer.text).is_alone:
        await take_words(turn, form, answer.text)
    else:
        await forms.choose_again(turn, form)


async def correct(turn: Turn, form: TicketForm, order: ReviewOrder) -> None:
    """An order where a part is being corrected: before it is sent it is shown again."""
    if order.order is Order.SEND:
        await go_next(turn, form)
    else:
        await ORDERED[order.order](turn, form, order)


# What is pressed


async def press_send(turn: Turn, form: TicketForm) -> None:
    """The notice stands beside the button: to press it is to accept."""
    await sending.send(turn, replace(form, is_authorized=True))


def ask_for(step: str) -> DraftDeed:
    """Asks it once more."""
    return lambda turn, form: forms.go(turn, form, step)


async def fix_service(turn: Turn, form: TicketForm) -> None:
    turn.say(service_words.ANY_SERVICE_HINT)
    await forms.go(turn, in_question(form, turn.interpret(form.text)), "service")


async def _undo(turn: Turn, form: TicketForm) -> None:
    """Where nothing was added, «quítelo» is of some part: which, is asked."""
    turn.say(words.undone(bool(form.before)))
    if form.before:
        await go_next(turn, replace(form, text=form.before, before=""))
    else:
        await forms.go(turn, form, "fix")


PRESSED: Mapping[str | None, DraftDeed] = {
    "send": press_send,
    "fix": ask_for("fix"),
    "drop": lambda turn, _form: forms.drop(turn),
    "no": refuse,
    "undo": _undo,
    "me": lambda turn, form: go_next(turn, replace(form, exception=None, ordinary=True)),
    "text": ask_for("text"),
    "service": fix_service,
    "place": ask_for("place"),
    "contact": ask_for("contact"),
    "files": lambda turn, form: go_next(turn, replace(form, files=())),
}
"""By the value of the button, under the summary or the question what is to be corrected."""


# What is ordered in words

Ordered = Callable[[Turn, TicketForm, ReviewOrder], Awaitable[None]]


def _as_pressed(value: str) -> Ordered:
    """An order that is no more than a press."""
    return lambda turn, form, _order: PRESSED[value](turn, form)


async def _office(turn: Turn, form: TicketForm, order: ReviewOrder) -> None:
    """Site and floor stay."""
    told = reaching.told_in(turn, order.value, Asked.PLACE)
    place = told.place and with_other_office(form.place, told.place, turn.understanding.words.known)
    await (go_next(turn, replace(form, place=place)) if place else forms.go(turn, form, "place"))


async def _name(turn: Turn, form: TicketForm, order: ReviewOrder) -> None:
    told = reaching.told_in(turn, turn.text)
    name = told.name or sensible_name(order.value, turn.understanding.words.known)
    if name:
        await go_next(turn, reaching.with_told(turn, form, replace(told, name=name, more="")))
    else:
        await take_words(turn, form, turn.text)


async def _by_chat(turn: Turn, form: TicketForm, _order: ReviewOrder) -> None:
    """The contact is taken out, unless another one stands beside that."""
    await go_next(turn, replace(form, contact=contact_in(turn.text) or BY_THIS_CHAT))


async def _contact(turn: Turn, form: TicketForm, order: ReviewOrder) -> None:
    told = reaching.told_at_review(turn, turn.text, Asked.REACH)
    if told.contact:
        await go_next(turn, reaching.with_told(turn, form, told))
    elif contact := reaching.contact_told(order.value):
        await go_next(turn, replace(form, contact=contact))
    else:
        await forms.go(turn, form, "contact")


async def _no_files(turn: Turn, form: TicketForm, _order: ReviewOrder) -> None:
    turn.say(words.files_taken_out(len(form.files)))
    await go_next(turn, replace(form, files=()))


ORDERED: Mapping[Order, Ordered] = {
    Order.SEND: _as_pressed("send"),
    Order.PLACE: lambda turn, form, order: put_place(turn, form, order.value),
    Order.OFFICE: _office,
    Order.NAME: _name,
    Order.BY_CHAT: _by_chat,
    Order.FIX: _as_pressed("fix"),
    Order.CONTACT: _contact,
    Order.TEXT: _as_pressed("text"),
    Order.SERVICE: _as_pressed("service"),
    Order.NO_FILES: _no_files,
    Order.UNDO: _as_pressed("undo"),
    Order.MINE: _as_pressed("me"),
}
