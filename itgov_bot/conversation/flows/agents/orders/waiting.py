"""What an agent writes in private while a yes is awaited of them, and that is no answer to it: an order, a question or a
remark instead. It is read as if nothing had been asked; an answer is a yes, a no, or says otherwise what waits."""

from typing import TypeGuard

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.card.colleagues import around
from itgov_bot.conversation.flows.agents.orders import guessed as guesses
from itgov_bot.conversation.flows.agents.orders import of_last
from itgov_bot.conversation.flows.agents.orders.said import tell_last_words
from itgov_bot.conversation.flows.agents.orders.table import can_follow, ordered_of
from itgov_bot.conversation.flows.agents.orders.under_card import INSTEAD, obeyed, orders_instead
from itgov_bot.conversation.flows.at_ticket import show_card, ticket_of_form
from itgov_bot.conversation.form_types import AgentForm, Form, GuessForm, WorkForm
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.understanding.inside.kinds import INSIDE, PERSON, SAID, STATE
from itgov_bot.understanding.inside.likely import OTHER
from itgov_bot.understanding.language.cases.notes import noted
from itgov_bot.understanding.language.message.put_right import put_right, wants_it_otherwise
from itgov_bot.understanding.language.orders import Order
from itgov_bot.understanding.language.questions import begins_as_question, is_question
from itgov_bot.understanding.language.queue.mentions import may_mention

MIN_ELSE_WORDS = 2
"""Of what is no kind of phrase at all: one word may be a slip."""


def awaits_yes(form: Form) -> TypeGuard[WorkForm]:
    """Words that somebody will read were shown, or it was asked whether something is done."""
    return isinstance(form, WorkForm) and (form.step.endswith("sure") or isinstance(form, GuessForm))


async def ordered_instead(turn: Turn, form: Form) -> bool:
    """Of the case that was spoken of last, be it another one: what is ordered of it, or asked, is done."""
    is_asked_whom = isinstance(form, AgentForm) and form.order is Order.ASSIGN
    if not isinstance(form, WorkForm) or not (is_asked_whom or awaits_yes(form)) or _is_answer(turn, form):
        return False
    of_form = await ticket_of_form(turn, form)
    ticket = await of_last.spoken_of(turn) or of_form
    if ticket.id != of_form.id or begins_as_question(turn.text):
        return await of_last.asked_of_last(turn)
    kind = await kind_instead(turn, form) if awaits_yes(form) and not may_mention(turn.text) else None
    if kind in (STATE, SAID):
        await (tell_last_words if kind == SAID else show_card)(turn, ticket)
        return True
    if not await orders_instead(turn, ticket) and not await _orders_rather(turn, form, ticket):
        return False
    return await obeyed(turn, ticket, turn.text)


async def _orders_rather(turn: Turn, form: WorkForm, ticket: Ticket) -> bool:
    """«Ya quedó» is an order, and what they are told as well."""
    ordered = await ordered_of(turn, ticket, turn.text)
    if ordered is None or not ordered.is_sure or ordered.order in (form.order, Order.ANSWER):
        return False
    return ordered.order in INSTEAD or await kind_instead(turn, form) is not None


async def offered_instead(turn: Turn, form: Form) -> bool:
    """«Listo ese, se le cambió el fusor»: what is rather an order, or a remark to be kept, is asked about instead."""
    kind = await kind_instead(turn, form) if awaits_yes(form) else None
    order = Order.NOTE if kind == INSIDE else next((one for one in Order if one == kind), None)
    if not awaits_yes(form) or order is None or is_question(turn.text) or may_mention(turn.text):
        return False
    ticket = await of_last.spoken_of(turn) or await ticket_of_form(turn, form)
    if ticket.requester == turn.person.id or not can_follow(order, ticket):
        return False
    forms.give_up(turn, form)
    await guesses.ask(turn, ticket, turn.text, order, None if order is Order.NOTE else ticket.requester)
    return True


async def is_instead(turn: Turn, form: Form) -> bool:
    """Whether the words are something else, whatever that is."""
    return awaits_yes(form) and await kind_instead(turn, form) is not None


async def answers_own_question(turn: Turn, ticket: Ticket) -> bool:
    """Under the card of a ticket of which they were asked: a no, or what puts right what waits, answers that; a yes may be
    no more than a nod to a colleague."""
    asked = [one for one in turn.state.forms if awaits_yes(one) and one.ticket == ticket.number]
    if not asked or turn.yes_or_no(turn.text) or not _is_answer(turn, asked[-1]):
        return False
    turn.state.bring_forward(asked[-1])
    await forms.take(turn, asked[-1], Answer(text=turn.text))
    return True


async def kind_instead(turn: Turn, form: WorkForm) -> str | None:
    """The kind that the words are rather than what the form awaits; None where they may answer it."""
    if _is_answer(turn, form) or turn.files.kept or noted(turn.text) is not None:
        return None
    ticket = await ticket_of_form(turn, form)
    reader = form.reader if isinstance(form, AgentForm | GuessForm) else None
    awaited = _awaited(form)
    kind = turn.understanding.inside.rather(
        turn.text, await around(turn, reader or ticket.requester), awaited
    )
    is_asked = is_question(turn.text) and PERSON not in awaited[:1]
    is_else = not awaited and len(turn.text.split()) >= MIN_ELSE_WORDS
    return kind or (OTHER if is_asked or is_else else None)


def _awaited(form: WorkForm) -> tuple[str, ...]:
    """The kinds of what says otherwise what waits; nothing does of what is only done or left."""
    if isinstance(form, GuessForm):
        return (PERSON, Order.ANSWER) if form.reader else ()
    if form.order is Order.ANSWER:
        return PERSON, Order.ANSWER
    return (form.order, INSIDE, PERSON) if form.order and form.step.endswith("_sure") else ()


def _is_answer(turn: Turn, form: WorkForm) -> bool:
    """A yes or a no, or what waits is put right."""
    if turn.agreed(Answer(text=turn.text)) is not None or wants_it_otherwise(turn.text):
        return True
    return put_right(form.draft, turn.text, turn.understanding.words.known) is not None
