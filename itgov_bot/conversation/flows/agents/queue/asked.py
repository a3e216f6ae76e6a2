"""`/mesa`: the queue by filter and words, each agent's work, a ticket's card."""

from collections.abc import Sequence
from dataclasses import replace

from itgov_bot.conversation.flows.agents.card.colleagues import around
from itgov_bot.conversation.flows.agents.queue import group
from itgov_bot.conversation.flows.agents.queue.pages import as_told, find_page, load_of, page_of
from itgov_bot.conversation.flows.agents.several import in_words as bulk_orders
from itgov_bot.conversation.flows.agents.several.named import is_called, with_names
from itgov_bot.conversation.flows.at_ticket import show_card
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import support
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.people import may_see_indicators, may_see_summaries
from itgov_bot.domain.tickets.queue import ALL, Page
from itgov_bot.understanding.figures.settles import asks_a_count
from itgov_bot.understanding.inside.kinds import QUEUE, STATE, WORKLOAD
from itgov_bot.understanding.language.duty.asked import is_of_rota
from itgov_bot.understanding.language.orders import cases_named
from itgov_bot.understanding.language.queue.asked import Cue, QueueAsked, queue_asked
from itgov_bot.understanding.language.queue.told import asks_for_load, cases_asked
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.wording.agents.queue.listing import NOTHING_DUE

MOST_SHOWN = 3
"""Cards that are asked for at once."""


async def desk(turn: Turn, rest: str) -> None:
    """`/mesa`, `/mesa 123`, `/mesa los de Ana`, `/mesa carga`; in a group that is not the desk's yet, the offer to make it
    so."""
    if turn.incoming.is_group and not await support.is_group(turn.desk, turn.incoming):
        await group.offer(turn)
    elif ticket := await lookup.meant(turn.desk, rest):
        await show_card(turn, ticket)
    elif asks_for_load(rest):
        turn.say(await load_of(turn, 0))
    elif not await bulk_orders.asked(turn, rest):
        asked = queue_asked(rest, turn.desk.local_now.date(), is_asked=True)
        turn.say(await page_of(turn, await with_names(turn, asked), 0))


async def asks_of_queue(turn: Turn) -> bool:
    """A reader: «los de hacienda sin asignar», «¿cuánto tiene cada uno?», «¿cómo va el 5?», «asignar 12 y 15 a Ana»."""
    if asks_for_load(turn.text):
        turn.say(await load_of(turn, 0))
        return True
    return await some_asked(turn) or await ordered_in_bulk(turn) or await _queue_asked(turn)


async def ordered_in_bulk(turn: Turn) -> bool:
    """A reader: «resolver 1 y 2: ya quedó», «los de Hacienda a Carla»."""
    return not is_of_rota(turn.text) and await bulk_orders.asked(turn, turn.text)


async def _queue_asked(turn: Turn) -> bool:
    asked = queue_asked(turn.text, turn.desk.local_now.date())
    if asked.cue is None or (may_see_summaries(turn.roles) and counts_of_some_time(turn)):
        return False
    page = await find_page(turn, await with_names(turn, _as_due(turn, asked)), 0)
    is_meant = _is_meant(turn.text, asked.cue, page)
    if is_meant:
        turn.say(as_told(turn, page))
    return is_meant


def _as_due(turn: Turn, asked: QueueAsked) -> QueueAsked:
    """Where the city has set no times nothing becomes due, which is said with what is open."""
    if not asked.cut.due or turn.desk.reference.agreements.targets.enabled:
        return asked
    turn.say(NOTHING_DUE)
    return replace(asked, cut=replace(asked.cut, due=False, days=None))


def counts_of_some_time(turn: Turn) -> bool:
    """«¿Cuántos se resolvieron esta semana?» is answered with a number."""
    asked = queue_asked(turn.text, turn.desk.local_now.date())
    return bool(asked.cut.days) and not asked.cut.due and asks_a_count(turn.text)


async def some_asked(turn: Turn) -> bool:
    """The cases of some numbers, those of somebody else: how one's own goes is told as to anybody. To who sees the
    indicators a bare number is one of those."""
    return await _show(turn, cases_asked(turn.text, is_bare=not may_see_indicators(turn.roles)))


async def _show(turn: Turn, asked: Sequence[str]) -> bool:
    found = [await lookup.meant(turn.desk, one) for one in asked[:MOST_SHOWN]]
    others = [one for one in found if one and one.requester != turn.person.id]
    for ticket in others:
        await show_card(turn, ticket)
    return bool(others)


async def may_ask_of_queue(turn: Turn) -> bool:
    """A reader: the same in words of no known shape, which are like those of such questions."""
    kind = turn.understanding.inside.asked_in_private(turn.text, await around(turn, None))
    if kind == STATE:
        return await _show(turn, cases_named(turn.text))
    if kind == WORKLOAD:
        await show_load(turn)
    elif kind == QUEUE:
        await show_asked(turn)
    return kind in (WORKLOAD, QUEUE)


async def show_load(turn: Turn) -> None:
    turn.say(await load_of(turn, 0))


async def show_asked(turn: Turn) -> None:
    """The cases that words ask for which surely ask for some."""
    turn.say(as_told(turn, await _guessed(turn)))


async def _guessed(turn: Turn) -> Page:
    """Words that are found nowhere were none to look for."""
    asked = queue_asked(turn.text, turn.desk.local_now.date(), is_asked=True)
    page = await find_page(turn, await with_names(turn, asked), 0)
    return page if page.lines else await find_page(turn, replace(page.wanted, words=()), 0)


def _is_meant(text: str, cue: Cue, page: Page) -> bool:
    """Whether the names in the words are known, as far as that is needed; nor is a problem a question about cases."""
    words = page.wanted.words
    if cue is Cue.SURE or not words:
        return cue is Cue.SURE or page.wanted != ALL
    is_person = any(is_called(one.requester, words) for one in page.lines)
    return (is_person or (cue is Cue.FOUND and bool(page.lines))) and not tells_a_fault(text)
