"""The pages of the queue and of the agents' work: made, turned and narrowed by buttons. Each press checks the role."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from itgov_bot.actions import number_in
from itgov_bot.conversation.flows.agents.queue import group
from itgov_bot.conversation.flows.agents.several import in_words as bulk_orders
from itgov_bot.conversation.flows.at_ticket import instead, show_again, show_card
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import queue
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.people import may_administer, may_work_tickets
from itgov_bot.domain.summary import GROUPING, Split
from itgov_bot.domain.tickets.queue import ALL, Page, QueueFilter
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Reply
from itgov_bot.wording import general
from itgov_bot.wording.agents.queue import listing as words
from itgov_bot.wording.agents.queue import ways as queue_ways
from itgov_bot.wording.agents.queue import workload as load_words
from itgov_bot.wording.agents.queue.code import filter_of
from itgov_bot.wording.agents.tickets import prompts


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
        await _show(turn, rest, show_card)


async def _turn_page(turn: Turn, rest: str) -> None:
    code, _, page = rest.rpartition(":")
    await instead(turn, await page_of(turn, _filter(turn, code), number_in(page) or 0))


async def _turn_found(turn: Turn, rest: str) -> None:
    """A page of a search, by a button of an older version."""
    query, _, page = rest.rpartition(":")
    await instead(
        turn, await page_of(turn, replace(ALL, words=tuple(query.lower().split())), number_in(page) or 0)
    )


async def _ask_ways(turn: Turn, code: str) -> None:
    page = await find_page(turn, wanted := _filter(turn, code), 0)
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
    await instead(turn, await load_of(turn, number_in(page) or 0))


async def _show(turn: Turn, number: str, show: Callable[[Turn, Ticket], Awaitable[None]]) -> None:
    if ticket := await lookup.find(turn.desk, number):
        await show(turn, ticket)
    else:
        turn.say(prompts.unknown_ticket(number))


PRESSES: Mapping[str, Callable[[Turn, str], Awaitable[None]]] = {
    "f": _turn_page,
    "q": _turn_found,
    "by": _ask_ways,
    "in": _ask_part,
    "load": _turn_load,
    "pick": lambda turn, code: bulk_orders.pick(turn, _filter(turn, code)),
    "cards": group.press_cards,
    "now": lambda turn, number: _show(turn, number, show_again),
}


async def page_of(turn: Turn, wanted: QueueFilter, number: int) -> Reply:
    return as_told(turn, await find_page(turn, wanted, number))


async def find_page(turn: Turn, wanted: QueueFilter, number: int) -> Page:
    return await queue.page(turn.desk, wanted, turn.person, number)


def as_told(turn: Turn, page: Page) -> Reply:
    return words.queue(page, turn.desk.calendars.general, turn.now)


async def load_of(turn: Turn, number: int) -> Reply:
    work = await queue.workload(turn.desk)
    return load_words.workload(work, number, turn.desk.calendars.general, turn.now)


def _filter(turn: Turn, code: str) -> QueueFilter:
    return filter_of(code, turn.desk.reference.processes.offices)
