"""What is done with an order of a case: one row for each. What was named and is not known goes to nobody unasked."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.card import assigning, canned, outages, ready, resolve, sorting
from itgov_bot.conversation.flows.agents.card.answer import begin_answer, send_answer
from itgov_bot.conversation.flows.agents.card.buttons import ACTS, press_act, press_take
from itgov_bot.conversation.flows.agents.card.colleagues import agent_meant, colleague_having, known_to
from itgov_bot.conversation.flows.agents.card.moves import begin_void, let_wait, reopen
from itgov_bot.conversation.flows.agents.card.steps import (
    Readers,
    is_shown_first,
    requester_alone,
    told_of_end,
    yes_or_no,
)
from itgov_bot.conversation.flows.agents.orders.told_to import TO_WHICH, live_described
from itgov_bot.conversation.flows.agents.several.named import is_called
from itgov_bot.conversation.flows.at_ticket import brief, keep_note, say_overtaken
from itgov_bot.conversation.form_types import OrderForm
from itgov_bot.conversation.turn import Flow, Turn
from itgov_bot.desk import people
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.tickets.moves import may_follow
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.cases.kept_words import kept_named
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.orders import Order, Ordered, order_in, telling, without_whom
from itgov_bot.wording.agents.tickets import prompts

Obey = Callable[[Turn, Ticket, Ordered], Awaitable[bool]]
"""Does it with what was said; False where what was named is not known."""


async def ordered_of(turn: Turn, ticket: Ticket, text: str) -> Ordered | None:
    """What words order of the ticket that they speak of."""
    known = await known_to(turn, besides=ticket.requester)
    return order_in(text, *known) or await _told_to_requester(turn, ticket, text)


async def _told_to_requester(turn: Turn, ticket: Ticket, text: str) -> Ordered | None:
    """«Dígale a Beto que ya casi», where Beto opened the ticket."""
    requester = await people.get(turn.desk, ticket.requester)
    told = telling(text)
    if told and not told.whom and kept_named(told.text):
        return Ordered(Order.ANSWER, text=told.text, is_sure=False)
    if requester and told and told.whom and is_called(requester, fold(told.whom).split()):
        return Ordered(Order.ANSWER, text=told.text, is_sure=False)
    shorter = without_whom(text, requester.name or "" if requester else "")
    found = order_in(shorter) if shorter != text else None
    return found if found and found.order is Order.ANSWER else None


def can_follow(order: Order, ticket: Ticket) -> bool:
    _, needed = ACTS.get(ORDERS[order][0], (None, None))
    return needed is None or may_follow(needed, ticket)


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
    asked = prompts.colleague_has_it(ticket, holder, ORDERS[form.order][0], form.choice, form.draft)
    readers = _READERS.get(form.order)
    return prompts.with_readers(asked, await readers(turn, ticket)) if readers else asked


_READERS: dict[Order, Readers] = {
    Order.WAIT: requester_alone,
    Order.SOLVE: told_of_end,
    Order.CANCEL: told_of_end,
}
"""Whoever reads what was told."""


async def _do_after_all(turn: Turn, form: OrderForm, ticket: Ticket) -> None:
    if not await do(turn, ticket, Ordered(form.order, form.whom, form.draft), agreed=form.holder):
        brief(turn, ticket, prompts.not_an_agent(form.whom))


ORDER = Flow("ag_order", OrderForm, "lo que pidió", {"sure": yes_or_no(_ask_sure, _do_after_all)} | TO_WHICH)

# The deeds


def _always(does: Callable[[Turn, Ticket, Ordered], Awaitable[None]]) -> Obey:
    """What names nothing that may be unknown."""

    async def obey(turn: Turn, ticket: Ticket, ordered: Ordered) -> bool:
        await does(turn, ticket, ordered)
        return True

    return obey


def _with_words(does: Callable[[Turn, Ticket, str], Awaitable[None]]) -> Obey:
    """What is told is all that it takes."""
    return _always(lambda turn, ticket, ordered: does(turn, ticket, ordered.text))


async def _answer(turn: Turn, ticket: Ticket, ordered: Ordered) -> None:
    """«Dígale que …» is not how it would be said to them: it is shown first, and so is what was named by its label. Of
    «la de reinicio» that nobody kept it is asked what to say."""
    kept = await ready.called(turn, ticket, ordered.text)
    text = kept or ordered.text
    if not kept and kept_named(text):
        await press_act(turn, f"{ticket.number}:answer")  # they choose among those that there are
    elif (
        ordered.is_sure
        and not kept
        and not await is_shown_first(turn, text, ticket.requester, is_awaited=True)
    ):
        await send_answer(turn, ticket, text, ())
    else:
        await begin_answer(turn, ticket, text)


async def _news(turn: Turn, ticket: Ticket, text: str) -> None:
    """Of what is no outage everybody is whoever opened it."""
    await (outages.show_news if ticket.is_outage else begin_answer)(turn, ticket, text)


async def _escalate(turn: Turn, ticket: Ticket, ordered: Ordered) -> None:
    await (await assigning.escalating(turn, ticket, ordered.named, ordered.text))()


async def _remind(turn: Turn, ticket: Ticket, ordered: Ordered) -> bool:
    """The colleague reads it with the case; whoever opened it does not."""
    colleague = await agent_meant(turn, ordered.named)
    if colleague:
        await keep_note(turn, ticket, ordered.text or prompts.reminder(), reader=colleague.id)
    return colleague is not None


def _if_known(find: Callable[[Turn, Ticket, Ordered], Awaitable[assigning.Deed | None]]) -> Obey:
    """What is found by what was named is done."""

    async def obey(turn: Turn, ticket: Ticket, ordered: Ordered) -> bool:
        deed = await find(turn, ticket, ordered)
        if deed:
            await deed()
        return deed is not None

    return obey


_assign = _if_known(lambda turn, ticket, order: assigning.handing(turn, ticket, order.named, order.text))
_sort = _if_known(lambda turn, ticket, order: sorting.sorting(turn, ticket, order.named))


async def _merge(turn: Turn, ticket: Ticket, ordered: Ordered) -> bool:
    """The number of a ticket that is not there is told. Of one that is described it is asked whether that one is meant."""
    number = await lookup.number_meant(turn.desk, ordered.named)
    if other := await lookup.find(turn.desk, number):
        await sorting.join(turn, ticket, other)
    elif number:
        brief(turn, ticket, prompts.unknown_ticket(number))
    else:
        others = [one for one in await live_described(turn, ordered.named) if one.id != ticket.id]
        if len(others) > 1:
            await press_act(turn, f"{ticket.number}:merge")
        elif others:
            await sorting.ask_join(turn, ticket, others[0])
        return bool(others)
    return True


ORDERS: dict[Order, tuple[str, Obey | None]] = {
    Order.TAKE: ("take", None),
    Order.RELEASE: ("release", None),
    Order.HAND: ("sort", _sort),
    Order.ASSIGN: ("assign", _assign),
    Order.SERVICE: ("service", _sort),
    Order.PRIORITY: ("priority", _sort),
    Order.MERGE: ("merge", _merge),
    Order.SOLVE: ("solve", _with_words(resolve.with_words)),
    Order.WAIT: ("wait", _with_words(let_wait)),
    Order.RESUME: ("resume", None),
    Order.CANCEL: ("annul", _with_words(begin_void)),
    Order.ESCALATE: ("escalate", _always(_escalate)),
    Order.REOPEN: ("reopen", _with_words(reopen)),
    Order.UNDO: ("undo", None),
    Order.KEEP: (
        "keep",
        _always(lambda turn, ticket, order: canned.keep_ordered(turn, order.text, ticket.service)),
    ),
    Order.REMIND: ("note", _remind),
    Order.NOTE: ("note", _with_words(keep_note)),
    Order.ANSWER: ("answer", _always(_answer)),
    Order.OUTAGE: ("outage", None),
    Order.NEWS: ("news", _with_words(_news)),
}
"""The button that asks for what was not said, and what is done with what was."""
