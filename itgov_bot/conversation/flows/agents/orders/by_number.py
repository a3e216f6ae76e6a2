"""What is ordered of cases by their numbers («pásele el 2 a Darío», «tomo el 4 y anote que falta canaleta»), by who opened
them («dígale a Rosa que ya subo»), or behind a command (`/resolver 12 se cambió el cable`)."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from itgov_bot.conversation.flows.agents.card.buttons import press_act
from itgov_bot.conversation.flows.agents.card.colleagues import known_to, names_of_agents
from itgov_bot.conversation.flows.agents.orders.table import ORDERS, do
from itgov_bot.conversation.flows.agents.orders.told_to import told_to_all, told_to_named
from itgov_bot.conversation.flows.agents.orders.under_card import Deed, do_each, do_part
from itgov_bot.conversation.flows.agents.several import in_words as bulk_orders
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets import giving_back, lookup
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.understanding.language.duty.asked import is_of_rota
from itgov_bot.understanding.language.orders import (
    NumberedOrder,
    Order,
    Ordered,
    cases_named,
    in_deeds,
    numbered_order,
    order_in,
)
from itgov_bot.understanding.language.queue.bulk import bulk_of
from itgov_bot.understanding.language.queue.parts import Parts
from itgov_bot.wording.agents.tickets import prompts


async def orders_by_number(turn: Turn) -> bool:
    """A reader: «cerrar 2: se cambió el tóner», «el 4 y el 5 páselos a Ana»."""
    if is_of_rota(turn.text):
        return False
    first, *others = await _parts(turn)
    asked = numbered_order(first, *await known_to(turn))
    if others and asked and not await is_own(turn, asked):
        await _do_parts(turn, asked, first, others)
        return True
    if await bulk_orders.asked(turn, turn.text):
        return True
    if asked is None:
        return await told_to_all(turn) or await told_to_named(turn, turn.text)
    if is_theirs := not await is_own(turn, asked):
        await each(turn, asked)
    return is_theirs


async def is_ordered(turn: Turn) -> bool:
    """Whether the words surely order something of cases by their numbers, whatever place stands in them."""
    first, *_ = await _parts(turn)
    asked = numbered_order(first, *await known_to(turn))
    return asked is not None and asked.ordered.is_sure


async def _parts(turn: Turn) -> tuple[str, ...]:
    """The first names the case, the others go on with it."""
    known = await known_to(turn)

    def first(said: str) -> Ordered | None:
        found = numbered_order(said, *known)
        return found.ordered if found else None

    def then(said: str) -> Ordered | None:
        return None if cases_named(said) else order_in(said, *known)

    return in_deeds(turn.text, first, then)


async def _do_parts(turn: Turn, asked: NumberedOrder, first: str, others: Sequence[str]) -> None:
    """The others are done to all the cases that the first one names."""
    meant = [await lookup.meant(turn.desk, one) for one in asked.numbers]
    tickets = [one for one in meant if one]
    deeds: list[Deed] = [(first, partial(_each_known, turn, asked))]
    for part in others:
        one = partial(do_part, turn, tickets[0], part) if len(tickets) == 1 else None
        deeds.append((part, one or partial(_do_to_all, turn, asked.numbers, part)))
    await do_each(turn, deeds, tickets[0] if len(tickets) == 1 else None)


async def _each_known(turn: Turn, asked: NumberedOrder) -> bool:
    await each(turn, asked)
    return True


async def _do_to_all(turn: Turn, numbers: tuple[str, ...], part: str) -> bool:
    ordered = order_in(part, *await known_to(turn))
    if ordered:
        await each(turn, NumberedOrder(ordered, numbers))
    return ordered is not None


async def is_own(turn: Turn, asked: NumberedOrder) -> bool:
    """One that they opened themselves: they speak of it as anybody does."""
    tickets = [await lookup.meant(turn.desk, one) for one in asked.numbers]
    return all(one is not None and one.requester == turn.person.id for one in tickets)


async def each(turn: Turn, asked: NumberedOrder) -> None:
    """Several at once where there is such a deed; otherwise one after the other."""
    bulk = bulk_of(asked)
    if bulk and bulk.is_of_several:
        await bulk_orders.begin(turn, Parts((bulk,)))
        return
    for written in asked.numbers:
        number = await lookup.number_meant(turn.desk, written)
        ticket = await lookup.find(turn.desk, number)
        if ticket is None:
            turn.say(prompts.unknown_ticket(number or written))
        elif not await do(turn, ticket, asked.ordered):
            turn.say(prompts.not_an_agent(asked.ordered.named), ticket=ticket.id)


def by_number(order: Order) -> Callable[[Turn, str], Awaitable[None]]:
    """A command with the number of a ticket behind it, and perhaps with the words: `/resolver 12`, `/asignar 12 Ana`,
    `/asignar 12, 15 y 20 a Ana`."""

    async def command(turn: Turn, rest: str) -> None:
        button, _ = ORDERS[order]
        said = f"{_SPOKEN.get(order, order)} {rest}"
        if not rest and (had := await giving_back.in_hand(turn.desk, turn.person)):
            turn.say(prompts.which_of_yours(had, button))
        elif not (rest and may_work_tickets(turn.roles) and await _several(turn, order, said)):
            await _one(turn, order, *await _split(turn.desk, rest), rest)

    return command


async def _several(turn: Turn, order: Order, said: str) -> bool:
    if order in _SPOKEN and await bulk_orders.asked(turn, said):
        return True
    asked = numbered_order(said, await names_of_agents(turn))
    if asked is None or not (len(asked.numbers) > 1 or asked.ordered.order is Order.TAKE):
        return False
    await each(turn, asked)
    return True


_SPOKEN = {Order.ASSIGN: "asignar", Order.SOLVE: "resolver", Order.MERGE: "juntar", Order.TAKE: "tomar"}


async def _one(turn: Turn, order: Order, number: str | None, words: str, rest: str) -> None:
    ticket = await lookup.find(turn.desk, number) if may_work_tickets(turn.roles) else None
    if ticket is None or not words:
        await press_act(turn, f"{number or rest}:{ORDERS[order][0]}")
    elif not await do(turn, ticket, _told(order, words)):
        turn.say(prompts.not_an_agent(words), ticket=ticket.id)


def _told(order: Order, words: str) -> Ordered:
    """What stands behind a command and a number: whom or what it names, or else what is told."""
    if order not in (Order.ASSIGN, Order.MERGE, Order.ESCALATE):
        return Ordered(order, text=words)
    who, _, why = words.removeprefix("a ").partition(":")
    return Ordered(order, who.strip(), why.strip())


async def _split(desk: Desk, rest: str) -> tuple[str | None, str]:
    """The number of a ticket and what stands behind it: «12 se cambió el cable», «SAUS-2026-000012: Ana»."""
    first, _, words = rest.partition(" ")
    if number := await lookup.number_meant(desk, rest):
        return number, ""
    return await lookup.number_meant(desk, first.rstrip(":,.;")), words.strip(" :,")
