"""The ways to several cases at once: rows that are picked, an order in words, a command with several numbers."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.bulk import agent_named, go_on, numbers_in, show
from itgov_bot.conversation.form_types import BulkForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.tickets.bulk import MAX_AT_ONCE
from itgov_bot.domain.tickets.queue import QueueFilter
from itgov_bot.understanding.language.bulk_asked import BulkAsked, bulk_asked
from itgov_bot.wording.agents import bulk as words
from itgov_bot.wording.agents.queue_code import code_of

Command = Callable[[Turn, str], Awaitable[None]]


async def pick(turn: Turn, wanted: QueueFilter) -> None:
    """The queue with a mark before each case that is pressed."""
    form = BulkForm(step="pick", code=code_of(wanted))
    turn.state.start(form)
    await show(turn, await forms.question(turn, form))


async def asked(turn: Turn, text: str) -> bool:
    """«Asignar 12, 15 y 20 a Ana»; False where the words are no such order."""
    order = bulk_asked(text)
    if order is None:
        return False
    numbers = numbers_in(turn, order.numbers)
    if len(numbers) > MAX_AT_ONCE:
        turn.say(words.too_many(MAX_AT_ONCE))
        return True
    form = BulkForm(step="sure", tickets=numbers, deed=order.deed, what=order.text)
    turn.state.start(form)
    await go_on(turn, await _with_names(turn, form, order))
    return True


async def _with_names(turn: Turn, form: BulkForm, order: BulkAsked) -> BulkForm:
    """Whom or what the order names; what it does not name is asked."""
    into = numbers_in(turn, [order.into])
    to = await agent_named(turn, order.to) if order.to else None
    return replace(form, to=to, into=into[0] if into else None)


def ordered(verb: str, for_one: Command) -> Command:
    """A command for a ticket or for several: `/asignar 12`, `/asignar 12, 15 y 20 a Ana`."""

    async def command(turn: Turn, rest: str) -> None:
        if not await asked(turn, f"{verb} {rest}"):
            await for_one(turn, rest)

    return command
