"""Words that fit no frame of an order, but are like those of one: it is offered, and never done unasked. Under a card they
may as well be for its person; with the number of a case they are for the bot."""

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.card.answer import begin_answer, send_answer
from itgov_bot.conversation.flows.agents.card.buttons import press_act
from itgov_bot.conversation.flows.agents.card.colleagues import around, known_to
from itgov_bot.conversation.flows.agents.card.steps import step
from itgov_bot.conversation.flows.agents.orders.by_number import each, is_own
from itgov_bot.conversation.flows.agents.orders.table import ORDERS, can_follow, do
from itgov_bot.conversation.flows.agents.orders.under_card import obeyed
from itgov_bot.conversation.flows.at_ticket import brief, keep_note
from itgov_bot.conversation.form_types import GuessForm
from itgov_bot.conversation.turn import Answer, Flow, Turn
from itgov_bot.desk import people
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.requesting import live_ticket
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.duty.asked import is_of_rota
from itgov_bot.understanding.language.orders import NumberedOrder, Order, Ordered, filled, filled_by_number
from itgov_bot.understanding.language.queue.left_out import unused
from itgov_bot.wording.agents.several import asked as bulk
from itgov_bot.wording.agents.tickets import confirmations, guesses


async def offered_order(turn: Turn, ticket: Ticket, text: str, reader: int) -> bool:
    """Whether what would be shown to the agent before it goes to `reader` is rather an order of the ticket that goes on."""
    live = await live_ticket(turn.desk, ticket)
    order = turn.understanding.inside.order_guessed(text, await around(turn, reader))
    if order is None or not can_follow(order, live):
        return False
    await ask(turn, live, text, order, reader)
    return True


async def ask(turn: Turn, ticket: Ticket, text: str, order: Order, reader: int | None) -> None:
    """Whether words are that order of the ticket, or go to `reader`, or stay as a note; without one, whether they are."""
    await forms.start(turn, _form(ticket, text, order, reader))


async def numbered_order_guessed(turn: Turn) -> bool:
    """A reader: «mute al 13 hasta que responda Movistar»."""
    if is_of_rota(turn.text):
        return False
    kind = turn.understanding.inside.asked_in_private(turn.text, await around(turn, None))
    if kind is None or kind not in set(Order):
        return False
    if part := unused(turn.text, is_one=True):
        turn.say(bulk.not_read(part))
        return True
    asked = await _numbered(turn, Order(kind), turn.text)
    if asked is None or await is_own(turn, asked):
        return False
    ticket = await lookup.meant(turn.desk, asked.numbers[0])
    if ticket:
        await forms.start(turn, _form(ticket, turn.text, Order(kind)))
    return ticket is not None


def _form(ticket: Ticket, text: str, order: Order, reader: int | None = None) -> GuessForm:
    return GuessForm(step="which", ticket=ticket.number, draft=text, order=order, reader=reader)


async def _filled(turn: Turn, form: GuessForm, ticket: Ticket) -> Ordered:
    return filled(form.order, form.draft, *await known_to(turn, besides=ticket.requester))


async def _numbered(turn: Turn, order: Order, text: str) -> NumberedOrder | None:
    return filled_by_number(order, text, *await known_to(turn))


async def _ask(turn: Turn, form: GuessForm, ticket: Ticket) -> Reply:
    button, _ = ORDERS[form.order]
    if form.reader:
        ordered = await _filled(turn, form, ticket)
        return guesses.under_card(
            ticket, button, ordered, form.draft, await people.get(turn.desk, form.reader), form.choice
        )
    asked = await _numbered(turn, form.order, form.draft)
    ordered = asked.ordered if asked else await _filled(turn, form, ticket)
    return guesses.of_numbers(ticket, button, ordered, asked.numbers if asked else (), form.choice)


async def _take(turn: Turn, form: GuessForm, ticket: Ticket, answer: Answer) -> None:
    """Other words are read as if they were the first."""
    agrees = turn.decided(answer)
    forms.finish(turn)
    if agrees:
        await _obey(turn, form, ticket)
    elif answer.value == "send":
        await send_answer(turn, ticket, form.draft, (), form.reader)
    elif answer.value == "note":
        await keep_note(turn, ticket, form.draft)
    elif agrees is False:
        brief(turn, ticket, confirmations.left_alone(ticket))
    elif not await obeyed(turn, ticket, answer.text):
        await begin_answer(turn, ticket, answer.text, answer.files, form.reader)


async def _obey(turn: Turn, form: GuessForm, ticket: Ticket) -> None:
    """What was named and is not known is asked."""
    asked = None if form.reader else await _numbered(turn, form.order, form.draft)
    if asked:
        await each(turn, asked)
    elif not await do(turn, ticket, await _filled(turn, form, ticket)):
        await press_act(turn, f"{ticket.number}:{ORDERS[form.order][0]}")


GUESS = Flow("ag_guess", GuessForm, "lo que pidió", {"which": step(_ask, _take, passing=False)})
