"""The ways to several cases at once: rows that are picked, an order in words, a command with several numbers."""

from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.bulk import (
    agent_named,
    carry_out,
    go_on,
    numbers_in,
    show,
    takes_free_ones,
)
from itgov_bot.conversation.flows.agents.colleagues import names_of_agents
from itgov_bot.conversation.flows.agents.queue_names import is_called, with_names
from itgov_bot.conversation.form_types import BulkForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people, queue
from itgov_bot.domain.tickets.bulk import MAX_AT_ONCE
from itgov_bot.domain.tickets.queue import ALL, QueueFilter
from itgov_bot.understanding.language.queue.asked import Cue, queue_asked
from itgov_bot.understanding.language.queue.bulk import BulkAsked, which_asked
from itgov_bot.wording.agents import bulk as words
from itgov_bot.wording.agents.queue_code import code_of

MOST_LOOKED_AT = 200
"""Of those that words were found in."""


async def pick(turn: Turn, wanted: QueueFilter) -> None:
    """The queue with a mark before each case that is pressed."""
    form = BulkForm(step="pick", code=code_of(wanted))
    turn.state.start(form)
    await show(turn, await forms.question(turn, form))


async def asked(turn: Turn, text: str) -> bool:
    """«Cierre los tres de la impresora», «páseme los de Hacienda»; False where the words are no such order."""
    order = which_asked(text, await names_of_agents(turn), turn.desk.local_now.date())
    numbers = await _those(turn, order.which) if order else None
    if order is None or numbers is None:
        return False
    if numbers:
        await begin(turn, replace(order, numbers=numbers))
    else:
        turn.say(words.none_such(order.which))
    return True


async def begin(turn: Turn, order: BulkAsked) -> None:
    """What takes nothing from anybody is done unasked, if it was told by its numbers."""
    numbers = await numbers_in(turn, order.numbers)
    if len(numbers) > MAX_AT_ONCE:
        turn.say(words.too_many(MAX_AT_ONCE))
        return
    form = BulkForm(step="sure", tickets=numbers, deed=order.deed, what=order.text, count=order.count)
    form = await _with_names(turn, form, order)
    if not order.which and await takes_free_ones(turn, form):
        await carry_out(turn, form)
    else:
        turn.state.start(form)
        await go_on(turn, form)


async def _those(turn: Turn, which: str) -> tuple[str, ...] | None:
    """Those for which the queue would be asked so; None where the words are of no cases. Of what a requester is called
    by, the cases of that person alone: the same words may stand in others."""
    asked = queue_asked(which, turn.desk.local_now.date())
    if asked.cue is None:
        return None
    wanted = await with_names(turn, asked)
    found = await queue.live(turn.desk, wanted, turn.person, MOST_LOOKED_AT)
    owners = {one.requester: await people.get(turn.desk, one.requester) for one in found}
    called = {one.id for one in owners.values() if one and wanted.words and is_called(one, wanted.words)}
    if asked.cue is Cue.PERSON and not (found and (called or wanted != replace(ALL, words=wanted.words))):
        return None
    return tuple(one.number for one in found if not called or one.requester in called)


async def _with_names(turn: Turn, form: BulkForm, order: BulkAsked) -> BulkForm:
    """Whom or what the order names; what it does not name is asked."""
    into = await numbers_in(turn, [order.into])
    to = await agent_named(turn, order.to) if order.to else None
    return replace(form, to=to, into=into[0] if into else None)
