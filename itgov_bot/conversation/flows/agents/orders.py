"""What an agent orders of a case in words: in an answer to its card («asígnalo a Ana», «ya quedó, era la clave»), by its
number («pásele el 2 a Darío»), or behind a command (`/resolver 12 se cambió el cable`). What was named and is not known
goes to nobody unasked."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents import bulk_orders, canned, resolve, triage
from itgov_bot.conversation.flows.agents.answer import begin_answer, begin_void, let_wait, reopen, send_answer
from itgov_bot.conversation.flows.agents.asked_first import colleague_having
from itgov_bot.conversation.flows.agents.colleagues import agent_meant, names_of_agents
from itgov_bot.conversation.flows.agents.steps import (
    Readers,
    choose_again,
    is_shown_first,
    requester_alone,
    step,
    told_of_end,
)
from itgov_bot.conversation.flows.agents.ticket_buttons import ACTS, may_follow, press_act, press_take
from itgov_bot.conversation.flows.agents.tickets import brief, keep_note, say_overtaken
from itgov_bot.conversation.form_types import OrderForm
from itgov_bot.conversation.turn import Answer, Flow, Turn
from itgov_bot.desk import people
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets import giving_back, lookup
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.duty.asked import is_of_rota
from itgov_bot.understanding.language.orders import (
    NumberedOrder,
    Order,
    Ordered,
    numbered_order,
    order_in,
    without_whom,
)
from itgov_bot.understanding.language.queue.bulk import bulk_of
from itgov_bot.understanding.language.queue.parts import Parts
from itgov_bot.wording.agents import confirmations, prompts

Obey = Callable[[Turn, Ticket, Ordered], Awaitable[bool]]
"""Does it with what was said; False where what was named is not known."""


async def obeyed(turn: Turn, ticket: Ticket, text: str) -> bool:
    """Whether the words were an order; then it is done, or it is asked what was meant."""
    ordered = await ordered_of(turn, ticket, text)
    if ordered is None or not (ordered.is_sure or can_follow(ordered.order, ticket)):
        return False
    if not await do(turn, ticket, ordered):
        await begin_answer(turn, ticket, text)
    return True


_INSTEAD = frozenset(
    {
        Order.TAKE,
        Order.RELEASE,
        Order.ASSIGN,
        Order.ESCALATE,
        Order.PRIORITY,
        Order.WAIT,
        Order.RESUME,
        Order.SERVICE,
        Order.UNDO,
    }
)
"""Deeds whose words are no answer to anybody, nor what was done."""


async def orders_instead(turn: Turn, ticket: Ticket) -> bool:
    """Whether the words are surely an order, though something else was asked."""
    ordered = await ordered_of(turn, ticket, turn.text)
    return ordered is not None and ordered.is_sure and ordered.order in _INSTEAD


async def ordered_of(turn: Turn, ticket: Ticket, text: str) -> Ordered | None:
    """What words order of the ticket that they speak of."""
    names = await names_of_agents(turn, besides=ticket.requester)
    return order_in(text, names, names_service(turn)) or await _told_to_requester(turn, ticket, text)


async def _told_to_requester(turn: Turn, ticket: Ticket, text: str) -> Ordered | None:
    """«Dígale a Beto que ya casi», where Beto opened the ticket."""
    requester = await people.get(turn.desk, ticket.requester)
    shorter = without_whom(text, requester.name or "" if requester else "")
    found = order_in(shorter) if shorter != text else None
    return found if found and found.order is Order.ANSWER else None


def names_service(turn: Turn) -> Callable[[str], bool]:
    return lambda said: bool(turn.services_named(said))


def can_follow(order: Order, ticket: Ticket) -> bool:
    _, needed = ACTS.get(ORDERS[order][0], (None, None))
    return may_follow(needed, ticket)


async def do(turn: Turn, ticket: Ticket, ordered: Ordered, agreed: int | None = None) -> bool:
    """False where what was named is not known. `agreed`: the id of the colleague about whom they were asked, and said
    yes."""
    is_taken_off = ordered.order is Order.RELEASE and ticket.assignee not in (None, turn.person.id)
    button, obey = ORDERS[
        Order.ASSIGN if is_taken_off else ordered.order
    ]  # a colleague's goes to somebody else
    if not can_follow(ordered.order, ticket):
        await say_overtaken(turn, ticket)
    elif obey and not is_taken_off and (ordered.named or ordered.text):
        having = await colleague_having(turn, ticket, button)
        if having is None or having.id == agreed:
            return await obey(turn, ticket, ordered)
        await _ask_about(turn, ticket, ordered, having.id)
    elif button == "take":
        await press_take(turn, ticket.number)
    else:
        await press_act(turn, f"{ticket.number}:{button}")
    return True


# A colleague has it


async def _ask_about(turn: Turn, ticket: Ticket, ordered: Ordered, holder: int) -> None:
    """What was said is kept until they say yes."""
    form = OrderForm(step="sure", ticket=ticket.number, holder=holder, order=ordered.order)
    await forms.start(turn, replace(form, whom=ordered.named, draft=ordered.text))


async def _ask_sure(turn: Turn, form: OrderForm, ticket: Ticket) -> Reply:
    holder = await people.get(turn.desk, form.holder)
    asked = prompts.colleague_has_it(ticket, holder, ORDERS[form.order][0], form.choice)
    readers = _READERS.get(form.order)
    return prompts.with_readers(asked, await readers(turn, ticket)) if readers else asked


_READERS: dict[Order, Readers] = {
    Order.WAIT: requester_alone,
    Order.SOLVE: told_of_end,
    Order.CANCEL: told_of_end,
}
"""Whoever reads what was told."""


async def _take_sure(turn: Turn, form: OrderForm, ticket: Ticket, answer: Answer) -> None:
    plainly = turn.answers.yes_or_no(answer.text) if answer.text else answer.value == "yes"
    if plainly is None:
        await choose_again(turn, form)
        return
    forms.finish(turn)
    if not plainly:
        brief(turn, ticket, confirmations.left_alone(ticket))
    elif not await do(turn, ticket, Ordered(form.order, form.whom, form.draft), agreed=form.holder):
        brief(turn, ticket, prompts.not_an_agent(form.whom))


ORDER = Flow("ag_order", OrderForm, "lo que pidió", {"sure": step(_ask_sure, _take_sure)})

# The deeds


def _always(does: Callable[[Turn, Ticket, Ordered], Awaitable[None]]) -> Obey:
    """What names nothing that may be unknown."""

    async def obey(turn: Turn, ticket: Ticket, ordered: Ordered) -> bool:
        await does(turn, ticket, ordered)
        return True

    return obey


async def _solve(turn: Turn, ticket: Ticket, ordered: Ordered) -> None:
    await resolve.with_words(turn, ticket, ordered.text)


async def _wait(turn: Turn, ticket: Ticket, ordered: Ordered) -> None:
    await let_wait(turn, ticket, ordered.text)


async def _note(turn: Turn, ticket: Ticket, ordered: Ordered) -> None:
    await keep_note(turn, ticket, ordered.text, ())


async def _answer(turn: Turn, ticket: Ticket, ordered: Ordered) -> None:
    """«Dígale que …» is not how it would be said to them: it is shown first."""
    text = ordered.text
    if ordered.is_sure and not await is_shown_first(turn, text, ticket.requester, is_awaited=True):
        await send_answer(turn, ticket, text, ())
    else:
        await begin_answer(turn, ticket, text)


async def _void(turn: Turn, ticket: Ticket, ordered: Ordered) -> None:
    await begin_void(turn, ticket, ordered.text)


async def _reopen(turn: Turn, ticket: Ticket, ordered: Ordered) -> None:
    await reopen(turn, ticket, ordered.text)


async def _escalate(turn: Turn, ticket: Ticket, ordered: Ordered) -> None:
    await (await triage.escalating(turn, ticket, ordered.named, ordered.text))()


async def _keep(turn: Turn, ticket: Ticket, ordered: Ordered) -> None:
    await canned.keep_ordered(turn, ordered.text, ticket.service)


async def _remind(turn: Turn, ticket: Ticket, ordered: Ordered) -> bool:
    """The colleague reads it with the case; whoever opened it does not."""
    colleague = await agent_meant(turn, ordered.named)
    if colleague:
        await keep_note(turn, ticket, ordered.text or prompts.reminder(), (), colleague.id)
    return colleague is not None


async def _assign(turn: Turn, ticket: Ticket, ordered: Ordered) -> bool:
    deed = await triage.handing(turn, ticket, ordered.named, ordered.text)
    if deed:
        await deed()
    return deed is not None


async def _sort(turn: Turn, ticket: Ticket, ordered: Ordered) -> bool:
    deed = await triage.sorting(turn, ticket, ordered.named)
    if deed:
        await deed()
    return deed is not None


async def _merge(turn: Turn, ticket: Ticket, ordered: Ordered) -> bool:
    """The number of a ticket that is not there is told."""
    number = await lookup.number_meant(turn.desk, ordered.named)
    if other := await lookup.find(turn.desk, number):
        await triage.join(turn, ticket, other)
    elif number:
        brief(turn, ticket, prompts.unknown_ticket(number))
    return number is not None


ORDERS: dict[Order, tuple[str, Obey | None]] = {
    Order.TAKE: ("take", None),
    Order.RELEASE: ("release", None),
    Order.HAND: ("sort", _sort),
    Order.ASSIGN: ("assign", _assign),
    Order.SERVICE: ("service", _sort),
    Order.PRIORITY: ("priority", _sort),
    Order.MERGE: ("merge", _merge),
    Order.SOLVE: ("solve", _always(_solve)),
    Order.WAIT: ("wait", _always(_wait)),
    Order.RESUME: ("resume", None),
    Order.CANCEL: ("annul", _always(_void)),
    Order.ESCALATE: ("escalate", _always(_escalate)),
    Order.REOPEN: ("reopen", _always(_reopen)),
    Order.UNDO: ("undo", None),
    Order.KEEP: ("keep", _always(_keep)),
    Order.REMIND: ("note", _remind),
    Order.NOTE: ("note", _always(_note)),
    Order.ANSWER: ("answer", _always(_answer)),
}
"""The button that asks for what was not said, and what is done with what was."""

# Of cases by their numbers


async def asked_in_words(turn: Turn) -> bool:
    """A reader: «cerrar 2: se cambió el tóner», «el 4 y el 5 páselos a Ana», of who works tickets."""
    if not may_work_tickets(turn.roles) or is_of_rota(turn.text):
        return False
    if await bulk_orders.asked(turn, turn.text):
        return True
    asked = numbered_order(turn.text, await names_of_agents(turn), names_service(turn))
    if asked is None or await is_own(turn, asked):
        return False
    await each(turn, asked)
    return True


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
