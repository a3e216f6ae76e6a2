"""What an agent orders of a case in words: in an answer to its card («asígnalo a Ana», «resuelto: …»), or behind a command
(`/resolver 12 se cambió el cable`). What was named and is not known goes to nobody unasked."""

from collections.abc import Awaitable, Callable

from itgov_bot.conversation.flows.agents import canned, resolve, triage
from itgov_bot.conversation.flows.agents.answer import begin_answer, begin_void, let_wait, reopen
from itgov_bot.conversation.flows.agents.held import asked_first
from itgov_bot.conversation.flows.agents.ticket_buttons import ACTS, may_follow, press_act, press_take
from itgov_bot.conversation.flows.agents.tickets import brief, keep_note, say_overtaken
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import giving_back, lookup
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.ticket import Ticket, parse_number
from itgov_bot.understanding.language.follow_up import asked_for_me
from itgov_bot.understanding.language.orders import Order, Ordered, order_in, order_of_number
from itgov_bot.wording.agents import prompts

Obey = Callable[[Turn, Ticket, str], Awaitable[bool]]


async def obeyed(turn: Turn, ticket: Ticket, text: str) -> bool:
    """Whether the words were an order; then it is done, or it is asked what was meant."""
    ordered = order_in(text)
    if ordered is None:
        return False
    if not await _do(turn, ticket, ordered):
        await begin_answer(turn, ticket, text)
    return True


async def _do(turn: Turn, ticket: Ticket, ordered: Ordered) -> bool:
    """False where what was named is not known."""
    button, obey = ORDERS[ordered.order]
    _, needed = ACTS.get(button, (None, None))
    if not may_follow(needed, ticket):
        await say_overtaken(turn, ticket)
        return True
    if obey and ordered.rest:
        return await asked_first(turn, ticket, button) or await obey(turn, ticket, ordered.rest)
    await (
        press_take(turn, ticket.number) if button == "take" else press_act(turn, f"{ticket.number}:{button}")
    )
    return True


async def _solve(turn: Turn, ticket: Ticket, rest: str) -> bool:
    await resolve.with_words(turn, ticket, rest)
    return True


async def _wait(turn: Turn, ticket: Ticket, rest: str) -> bool:
    await let_wait(turn, ticket, rest)
    return True


async def _note(turn: Turn, ticket: Ticket, rest: str) -> bool:
    await keep_note(turn, ticket, rest, ())
    return True


async def _void(turn: Turn, ticket: Ticket, rest: str) -> bool:
    await begin_void(turn, ticket, rest)
    return True


async def _reopen(turn: Turn, ticket: Ticket, rest: str) -> bool:
    await reopen(turn, ticket, rest)
    return True


async def _escalate(turn: Turn, ticket: Ticket, rest: str) -> bool:
    await (await triage.escalating(turn, ticket, rest))()
    return True


async def _assign(turn: Turn, ticket: Ticket, rest: str) -> bool:
    deed = await triage.handing(turn, ticket, rest)
    if deed:
        await deed()
    return deed is not None


async def _sort(turn: Turn, ticket: Ticket, rest: str) -> bool:
    deed = await triage.sorting(turn, ticket, rest)
    if deed:
        await deed()
    return deed is not None


async def _merge(turn: Turn, ticket: Ticket, rest: str) -> bool:
    """The number of a ticket that is not there is told; other words may be for somebody."""
    number = parse_number(rest, turn.desk.local_year)
    if number and not await lookup.find(turn.desk, number):
        brief(turn, ticket, prompts.unknown_ticket(number))
        return True
    return await _sort(turn, ticket, rest)


async def _keep(turn: Turn, ticket: Ticket, rest: str) -> bool:
    await canned.keep_words(turn, rest, ticket.service)
    return True


async def _hand(turn: Turn, ticket: Ticket, rest: str) -> bool:
    """«Pásalo a redes» names a service, «pásalo a Ana» a colleague: only then is who has it asked about."""
    to_colleague = await triage.handing(turn, ticket, rest)
    if to_colleague is None:
        return await _sort(turn, ticket, rest)
    if not await asked_first(turn, ticket, "assign"):
        await to_colleague()
    return True


ORDERS: dict[Order, tuple[str, Obey | None]] = {
    Order.TAKE: ("take", None),
    Order.HAND: ("sort", _hand),
    Order.ASSIGN: ("assign", _assign),
    Order.SERVICE: ("service", _sort),
    Order.PRIORITY: ("priority", _sort),
    Order.MERGE: ("merge", _merge),
    Order.SOLVE: ("solve", _solve),
    Order.WAIT: ("wait", _wait),
    Order.RESUME: ("resume", None),
    Order.CANCEL: ("annul", _void),
    Order.ESCALATE: ("escalate", _escalate),
    Order.REOPEN: ("reopen", _reopen),
    Order.UNDO: ("undo", None),
    Order.KEEP: ("keep", _keep),
    Order.NOTE: ("note", _note),
}
"""The button that asks for what was not said, and what is done with what was."""


async def asked_in_words(turn: Turn) -> bool:
    """A reader: «cerrar 2: se cambió el tóner», of who works tickets, as behind its command."""
    ordered = order_of_number(turn.text) if may_work_tickets(turn.roles) else None
    if ordered:
        await by_number(ordered[0])(turn, ordered[1])
    return ordered is not None


def by_number(order: Order) -> Callable[[Turn, str], Awaitable[None]]:
    """A command with the number of a ticket behind it, and perhaps with the words: `/resolver 12`, `/asignar 12 Ana`."""

    async def command(turn: Turn, rest: str) -> None:
        button, _ = ORDERS[order]
        if not rest and (had := await giving_back.in_hand(turn.desk, turn.person)):
            turn.say(prompts.which_of_yours(had, button))
            return
        number, words = _split(rest, turn.desk.local_year)
        ticket = await lookup.find(turn.desk, number) if may_work_tickets(turn.roles) else None
        if order is Order.ASSIGN and number and asked_for_me(rest):
            await press_take(turn, number)
        elif ticket is None or not words:
            await press_act(turn, f"{number or rest}:{button}")
        elif not await _do(turn, ticket, Ordered(order, words)):
            turn.say(prompts.not_an_agent(words), ticket=ticket.id)

    return command


def _split(rest: str, year: int) -> tuple[str | None, str]:
    """The number of a ticket and what stands behind it: «12 se cambió el cable», «SAUS-2026-000012: Ana»."""
    first, _, words = rest.partition(" ")
    if number := parse_number(rest, year):
        return number, ""
    return parse_number(first.rstrip(":,.;"), year), words.strip().removeprefix("a ").strip(" :,")
