"""`/mesa`: the queue by filter, page and words, each agent's work, a ticket's card. The role is checked at each press."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace

from itgov_bot.actions import number_in
from itgov_bot.conversation.flows.agents import bulk_orders, group
from itgov_bot.conversation.flows.agents.colleagues import around
from itgov_bot.conversation.flows.agents.queue_names import is_called, with_names
from itgov_bot.conversation.flows.agents.tickets import instead, show_again, show_card
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import queue, support
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.people import (
    may_administer,
    may_see_indicators,
    may_see_summaries,
    may_work_tickets,
)
from itgov_bot.domain.summary import GROUPING, Split
from itgov_bot.domain.tickets.queue import ALL, Page, QueueFilter
from itgov_bot.replies import Reply
from itgov_bot.understanding.figures.settles import asks_a_count
from itgov_bot.understanding.inside.kinds import QUEUE, STATE, WORKLOAD
from itgov_bot.understanding.language.duty.asked import DutyAsked, duty_asked
from itgov_bot.understanding.language.orders import cases_named
from itgov_bot.understanding.language.queue.asked import Cue, queue_asked
from itgov_bot.understanding.language.queue.told import asks_for_load, cases_asked
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.wording import general
from itgov_bot.wording.agents import prompts, queue_ways
from itgov_bot.wording.agents import queue as words
from itgov_bot.wording.agents import workload as load_words
from itgov_bot.wording.agents.queue_code import filter_of

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
        turn.say(await _load(turn, 0))
    elif not await bulk_orders.asked(turn, rest):
        asked = queue_asked(rest, turn.desk.local_now.date(), is_asked=True)
        turn.say(await _page(turn, await with_names(turn, asked), 0))


async def asked_in_words(turn: Turn) -> bool:
    """A reader: «los de hacienda sin asignar», «¿cuánto tiene cada uno?», «¿cómo va el 5?», «asignar 12 y 15 a Ana», of who
    works tickets."""
    if not may_work_tickets(turn.roles) or duty_asked(turn.text) is DutyAsked.COVER_ME:
        return False
    if asks_for_load(turn.text):
        turn.say(await _load(turn, 0))
        return True
    return await _some_asked(turn) or await ordered_in_bulk(turn) or await _queue_asked(turn)


async def ordered_in_bulk(turn: Turn) -> bool:
    """A reader: «resolver 1 y 2: ya quedó», «los de Hacienda a Carla», of who works tickets."""
    return may_work_tickets(turn.roles) and await bulk_orders.asked(turn, turn.text)


async def _queue_asked(turn: Turn) -> bool:
    asked = queue_asked(turn.text, turn.desk.local_now.date())
    if asked.cue is None or (may_see_summaries(turn.roles) and counts_of_some_time(turn)):
        return False
    page = await _found(turn, await with_names(turn, asked), 0)
    is_meant = _is_meant(turn.text, asked.cue, page)
    if is_meant:
        turn.say(_told(turn, page))
    return is_meant


def counts_of_some_time(turn: Turn) -> bool:
    """«¿Cuántos se resolvieron esta semana?» is answered with a number."""
    asked = queue_asked(turn.text, turn.desk.local_now.date())
    return bool(asked.cut.days) and asks_a_count(turn.text)


async def _some_asked(turn: Turn) -> bool:
    """The cases of some numbers, those of somebody else: how one's own goes is told as to anybody. To who sees the
    indicators a bare number is one of those."""
    return await _show(turn, cases_asked(turn.text, is_bare=not may_see_indicators(turn.roles)))


async def _show(turn: Turn, asked: Sequence[str]) -> bool:
    found = [await lookup.meant(turn.desk, one) for one in asked[:MOST_SHOWN]]
    others = [one for one in found if one and one.requester != turn.person.id]
    for ticket in others:
        await show_card(turn, ticket)
    return bool(others)


async def guessed_in_words(turn: Turn) -> bool:
    """A reader: the same in words of no known shape, which are like those of such questions."""
    if not may_work_tickets(turn.roles):
        return False
    kind = turn.understanding.inside.asked_in_private(turn.text, await around(turn, None))
    if kind == STATE:
        return await _show(turn, cases_named(turn.text))
    if kind == WORKLOAD:
        await show_load(turn)
    elif kind == QUEUE:
        await show_asked(turn)
    return kind in (WORKLOAD, QUEUE)


async def show_load(turn: Turn) -> None:
    turn.say(await _load(turn, 0))


async def show_asked(turn: Turn) -> None:
    """The cases that words ask for which surely ask for some."""
    turn.say(_told(turn, await _guessed(turn)))


async def _guessed(turn: Turn) -> Page:
    """Words that are found nowhere were none to look for."""
    asked = queue_asked(turn.text, turn.desk.local_now.date(), is_asked=True)
    page = await _found(turn, await with_names(turn, asked), 0)
    return page if page.lines else await _found(turn, replace(page.wanted, words=()), 0)


def _is_meant(text: str, cue: Cue, page: Page) -> bool:
    """Whether the names in the words are known, as far as that is needed; nor is a problem a question about cases."""
    words = page.wanted.words
    if cue is Cue.SURE or not words:
        return cue is Cue.SURE or page.wanted != ALL
    is_person = any(is_called(one.requester, words) for one in page.lines)
    return (is_person or (cue is Cue.FOUND and bool(page.lines))) and not tells_a_fault(text)


async def press_desk(turn: Turn, rest: str) -> None:
    """`desk:NUMBER` opens a ticket; what begins with a word of `PRESSES` does what it says there."""
    what, _, more = rest.partition(":")
    if what == "here" and may_administer(turn.roles) and turn.incoming.is_group:
        await group.use_here(turn)
    elif what == "here" or not may_work_tickets(turn.roles):
        turn.say(general.not_for_your_role(may_administer if what == "here" else may_work_tickets))
    elif what in PRESSES:
        await PRESSES[what](turn, more)
    else:
        await _open(turn, rest)


async def _turn_page(turn: Turn, rest: str) -> None:
    code, _, page = rest.rpartition(":")
    await instead(turn, await _page(turn, _filter(turn, code), number_in(page) or 0))


async def _turn_found(turn: Turn, rest: str) -> None:
    """A page of a search, by a button of an older version."""
    query, _, page = rest.rpartition(":")
    await instead(
        turn, await _page(turn, replace(ALL, words=tuple(query.lower().split())), number_in(page) or 0)
    )


async def _ask_ways(turn: Turn, code: str) -> None:
    page = await _found(turn, wanted := _filter(turn, code), 0)
    has_targets = turn.desk.reference.agreements.targets.enabled
    await instead(turn, queue_ways.ask(wanted, words.named(page), has_targets=has_targets))


async def _ask_part(turn: Turn, rest: str) -> None:
    by, page, code = (*rest.split(":", 2), "", "")[:3]
    wanted, number = _filter(turn, code), number_in(page) or 0
    if by in GROUPING:
        split, limit = Split(by), queue_ways.PARTS
        parts = await queue.parts(turn.desk, split, limit=limit, offset=number * limit)
        await instead(turn, queue_ways.ask_part(wanted, split, parts, number))
    else:
        await instead(turn, queue_ways.ask_state(wanted))


async def _turn_load(turn: Turn, page: str) -> None:
    await instead(turn, await _load(turn, number_in(page) or 0))


async def _pick(turn: Turn, code: str) -> None:
    await bulk_orders.pick(turn, _filter(turn, code))


async def _renew(turn: Turn, number: str) -> None:
    if ticket := await lookup.find(turn.desk, number):
        await show_again(turn, ticket)
    else:
        turn.say(prompts.unknown_ticket(number))


PRESSES: Mapping[str, Callable[[Turn, str], Awaitable[None]]] = {
    "f": _turn_page,
    "q": _turn_found,
    "by": _ask_ways,
    "in": _ask_part,
    "load": _turn_load,
    "pick": _pick,
    "cards": group.press_cards,
    "now": _renew,
}


async def _page(turn: Turn, wanted: QueueFilter, number: int) -> Reply:
    return _told(turn, await _found(turn, wanted, number))


async def _found(turn: Turn, wanted: QueueFilter, number: int) -> Page:
    return await queue.page(turn.desk, wanted, turn.person, number)


def _told(turn: Turn, page: Page) -> Reply:
    return words.queue(page, turn.desk.calendars.general, turn.now)


async def _load(turn: Turn, number: int) -> Reply:
    work = await queue.workload(turn.desk)
    return load_words.workload(work, number, turn.desk.calendars.general, turn.now)


def _filter(turn: Turn, code: str) -> QueueFilter:
    return filter_of(code, turn.desk.reference.processes.offices)


async def _open(turn: Turn, asked: str) -> None:
    if ticket := await lookup.find(turn.desk, asked):
        await show_card(turn, ticket)
    else:
        turn.say(prompts.unknown_ticket(asked))
