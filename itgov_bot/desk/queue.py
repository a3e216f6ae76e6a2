"""Finding tickets: the queue by filter, and a search by number, person, dependencia or words. Used by `/mesa`."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from itgov_bot.desk import people
from itgov_bot.desk.desk import Desk
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import QueueFilter, Ticket
from itgov_bot.storage import outages, queue
from itgov_bot.understanding.language.folding import fold

PAGE = 5


@dataclass(frozen=True, slots=True)
class Page:
    """Tickets with who has each, and how many there are in all. `number` counts the pages from 0."""

    lines: Sequence[tuple[Ticket, Person | None]]
    number: int
    total: int

    @property
    def pages(self) -> int:
        return ceil(self.total / PAGE)


async def page(desk: Desk, which: QueueFilter, person: Person, number: int) -> Page:
    """The first page comes after the last one."""
    found, total = await queue.page(
        desk.session, which, person.id, desk.now, limit=PAGE, offset=number * PAGE
    )
    if not found and number:  # the queue became shorter meanwhile
        return await page(desk, which, person, 0)
    return await _page(desk, found, number, total)


async def search(desk: Desk, words: str, number: int) -> Page:
    """The tickets in which every word occurs, without regard to accents: the live ones first."""
    ids = await asyncio.to_thread(_matching, await queue.searchable(desk.session), fold(words).split())
    shown = await queue.by_ids(desk.session, ids[number * PAGE : (number + 1) * PAGE])
    return await _page(desk, shown, number, len(ids))


def _matching(known: Sequence[tuple[int, bool, str]], wanted: Sequence[str]) -> list[int]:
    """Beside the event loop: they may be many."""
    folded = [(not lives, at, ticket, fold(text)) for at, (ticket, lives, text) in enumerate(known)]
    return [ticket for _, _, ticket, text in sorted(folded) if all(word in text for word in wanted)]


async def _page(desk: Desk, found: list[Ticket], number: int, total: int) -> Page:
    counts = await outages.counts(desk.session, [one.id for one in found if one.is_outage])
    whole = [replace(one, affected=counts.get(one.id, 0)) for one in found]
    return Page([(one, await people.get(desk, one.assignee)) for one in whole], number, total)
