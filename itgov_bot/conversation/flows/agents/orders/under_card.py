"""What words under the card of a case order of it («asígnalo a Ana», «ya quedó, era la clave»), deed by deed where they
order several («lo tomo y dígale que ya subo»): what is not understood of that is named, and goes to nobody."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from itgov_bot.conversation.flows.agents.card.answer import begin_answer, send_answer
from itgov_bot.conversation.flows.agents.card.colleagues import known_to
from itgov_bot.conversation.flows.agents.card.steps import is_shown_first
from itgov_bot.conversation.flows.agents.orders.table import can_follow, do, ordered_of
from itgov_bot.conversation.flows.agents.orders.told_to import told_to_named
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.requesting import live_ticket
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.understanding.language.cases.for_person import speaks_to_person
from itgov_bot.understanding.language.folding import plain
from itgov_bot.understanding.language.orders import Order, Ordered, in_deeds, order_in, telling
from itgov_bot.wording.agents.tickets import prompts

Deed = tuple[str, Callable[[], Awaitable[bool]]]
"""In which words it was ordered, and what does it."""


async def obeyed(turn: Turn, ticket: Ticket, text: str) -> bool:
    """Whether the words were an order; then it is done, or it is asked what was meant."""
    if await obeyed_in_parts(turn, ticket, text):
        return True
    ordered = await ordered_of(turn, ticket, text)
    if ordered is None or not (ordered.is_sure or can_follow(ordered.order, ticket)):
        return False
    if not await do(turn, ticket, ordered):
        await begin_answer(turn, ticket, text)
    return True


INSTEAD = frozenset(
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
    if len(await _parts(turn, ticket, turn.text)) > 1:
        return True
    ordered = await ordered_of(turn, ticket, turn.text)
    return ordered is not None and ordered.is_sure and ordered.order in INSTEAD


# Several deeds in one breath


async def obeyed_in_parts(turn: Turn, ticket: Ticket, text: str) -> bool:
    """Whether the words order more than one deed; then each is done."""
    parts = await _parts(turn, ticket, text)
    if len(parts) > 1:
        await do_each(turn, [(part, partial(do_part, turn, ticket, part)) for part in parts], ticket)
    return len(parts) > 1


async def _parts(turn: Turn, ticket: Ticket, text: str) -> tuple[str, ...]:
    known = await known_to(turn, besides=ticket.requester)

    def read(said: str) -> Ordered | None:
        return order_in(said, *known)

    return in_deeds(text, read, read)


async def do_each(turn: Turn, deeds: Sequence[Deed], ticket: Ticket | None) -> None:
    """What is said to somebody comes last, since it is shown first; behind a question nothing more is done."""
    undone, open_before = list[str](), {one.ref for one in turn.state.forms}
    for words, does in sorted(deeds, key=lambda one: telling(one[0]) is not None):
        is_asked = any(one.ref not in open_before for one in turn.state.forms)
        if is_asked or not await does():
            undone.append(words)
    if undone:
        turn.say(prompts.not_done(ticket, undone), ticket=ticket.id if ticket else None)


async def do_part(turn: Turn, ticket: Ticket, part: str) -> bool:
    """False where it is not understood, or what it names is not known."""
    live = await live_ticket(turn.desk, await lookup.get(turn.desk, ticket.id))
    if ordered := await ordered_of(turn, live, part):
        return await do(turn, live, ordered)
    if telling(part):
        return await told_to_named(turn, part)
    if not speaks_to_person(plain(part)):
        return False
    if await is_shown_first(turn, part, live.requester):
        await begin_answer(turn, live, part)
    else:
        await send_answer(turn, live, part, ())
    return True
