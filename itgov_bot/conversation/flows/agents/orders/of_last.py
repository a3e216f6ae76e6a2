"""What is ordered and asked in private of the case just spoken of, without naming it: «ponlo en espera», right after «cojo
el 1»; «ese mismo es de Darío»; «¿quién lo tiene?»."""

from itgov_bot.conversation.flows.agents.card.answer import begin_answer
from itgov_bot.conversation.flows.agents.card.colleagues import known_to
from itgov_bot.conversation.flows.agents.orders.by_name import HERE, ask_which
from itgov_bot.conversation.flows.agents.orders.table import can_follow, do
from itgov_bot.conversation.flows.agents.orders.under_card import obeyed_in_parts
from itgov_bot.conversation.flows.at_ticket import keep_note, show_card
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import matters
from itgov_bot.desk.tickets import giving_back
from itgov_bot.desk.tickets.requesting import live_ticket
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.understanding.language.cases.notes import noted
from itgov_bot.understanding.language.duty.asked import is_of_rota
from itgov_bot.understanding.language.orders import Order, Ordered, cases_named, order_in
from itgov_bot.understanding.language.queue.mentions import asks_of_it, names_it

_OF_ANY = frozenset({Order.KEEP, Order.NEWS, Order.UNDO})
"""What is ordered of no case, or of the last deed."""
_OF_SPOKEN = frozenset({Order.TAKE, Order.REOPEN})
"""Of what they have in hand already these are not ordered."""


async def asked_of_last(turn: Turn) -> bool:
    """A reader. Of what they opened themselves they speak as anybody does. Where nothing was spoken
    of, it is what they have in hand; of several it is asked which."""
    if turn.files.kept or turn.text.startswith("/"):
        return False
    if is_of_rota(turn.text) or cases_named(turn.text):
        return False
    is_asked = asks_of_it(turn.text)
    ordered = None if is_asked else await _ordered(turn)
    if not (is_asked or ordered):
        return False
    last = await spoken_of(turn)
    if last and last.requester == turn.person.id:
        return False
    if last is None:
        return await _of_those_in_hand(turn, ordered)
    return await _done(turn, last, ordered)


async def _ordered(turn: Turn) -> Ordered | None:
    """What surely is an order, or words for whoever opened it."""
    if inside := noted(turn.text):
        return Ordered(Order.NOTE, text=inside)
    found = order_in(turn.text, *await known_to(turn))
    if found is None or found.order in _OF_ANY or not (names_it(turn.text) or found.text):
        return None
    return found if found.is_sure or found.order is Order.ANSWER else None


async def spoken_of(turn: Turn) -> Ticket | None:
    """That of the last message here, or what it went into."""
    last = await matters.last_spoken_of(turn.desk, turn.incoming.address)
    return await live_ticket(turn.desk, last) if last else None


async def _of_those_in_hand(turn: Turn, ordered: Ordered | None) -> bool:
    had = await giving_back.in_hand(turn.desk, turn.person)
    if not had or (ordered and ordered.order in _OF_SPOKEN):
        return False
    if len(had) > 1:
        await ask_which(turn, had, f"el {HERE} {turn.text}")
        return True
    return await _done(turn, had[0], ordered)


async def _done(turn: Turn, ticket: Ticket, ordered: Ordered | None) -> bool:
    """Words for whoever opened it are shown first: nobody was named."""
    if ordered is None:
        await show_card(turn, ticket)
    elif not can_follow(ordered.order, ticket):
        return False
    elif noted(turn.text):
        await keep_note(turn, ticket, ordered.text)
    elif ordered.order is Order.ANSWER:
        await begin_answer(turn, ticket, ordered.text)
    else:
        return await obeyed_in_parts(turn, ticket, turn.text) or await do(turn, ticket, ordered)
    return True
