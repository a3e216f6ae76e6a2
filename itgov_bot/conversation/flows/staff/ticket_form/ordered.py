"""What is ordered of a draft in words: send it, put something else in its place; and correcting a part of it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff.ticket_form import reaching
from itgov_bot.conversation.flows.staff.ticket_form.changing import (
    Pressed,
    fix,
    fix_service,
    only_mine,
    press_send,
    put_place,
    take_words,
    undo,
)
from itgov_bot.conversation.flows.staff.ticket_form.form import go_next
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.understanding.language.cases.review_words import Order, ReviewOrder, review_order
from itgov_bot.understanding.language.people.contacts import contact_in
from itgov_bot.understanding.language.people.names import sensible_name
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import ticket_form as words
from itgov_bot.wording.staff.tickets import BY_THIS_CHAT

Ordered = Callable[[Turn, TicketForm, ReviewOrder], Awaitable[None]]


def _like(pressed: Pressed) -> Ordered:
    """An order that is no more than a press."""

    async def done(turn: Turn, form: TicketForm, _order: ReviewOrder) -> None:
        await pressed(turn, form)

    return done


async def _place(turn: Turn, form: TicketForm, order: ReviewOrder) -> None:
    await put_place(turn, form, order.value)


async def _name(turn: Turn, form: TicketForm, order: ReviewOrder) -> None:
    told = reaching.place_and_contact(turn, turn.text)
    name = sensible_name(order.value, turn.understanding.words.known)
    if name and not (told.place or told.contact):
        await go_next(turn, replace(form, name=name))
    else:
        await take_words(turn, form, turn.text)


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
    Order.SEND: _like(press_send),
    Order.PLACE: _place,
    Order.NAME: _name,
    Order.BY_CHAT: _by_chat,
    Order.FIX: _like(fix),
    Order.CONTACT: _contact,
    Order.TEXT: _text,
    Order.SERVICE: _like(fix_service),
    Order.NO_FILES: _no_files,
    Order.UNDO: _like(undo),
    Order.MINE: _like(only_mine),
}


# Correcting a part of it


async def take_fix(turn: Turn, form: TicketForm, answer: Answer) -> None:
    order = review_order(answer.text)
    if answer.value == "files":
        await go_next(turn, replace(form, files=()))
    elif answer.value == "service":
        await fix_service(turn, form)
    elif answer.value in ("text", "place", "contact"):
        await forms.go(turn, form, answer.value)
    elif order:
        await correct(turn, form, order)
    elif turn.introduced(answer.text).is_alone:
        await take_words(turn, form, answer.text)
    else:
        await forms.ask_again(turn, form, form_words.choose_one())


async def correct(turn: Turn, form: TicketForm, order: ReviewOrder) -> None:
    """An order where a part is being corrected: before it is sent it is shown again."""
    if order.order is Order.SEND:
        await go_next(turn, form)
    else:
        await ORDERED[order.order](turn, form, order)
