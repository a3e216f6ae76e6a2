"""Finding tickets: the queue by filter, and a search by number, person, dependencia or words. Used by `/mesa`."""

from __future__ import annotations

from dataclasses import replace

from itgov_bot.desk.desk import Desk
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import outages, queue
from itgov_bot.storage.queue import Which
from itgov_bot.understanding.language.folding import fold

PAGE = 5


async def page(desk: Desk, which: Which, person: int, number: int) -> tuple[list[Ticket], int]:
    """One page of the queue and how many tickets there are in all."""
    found, total = await queue.page(desk.session, which, person, desk.now, limit=PAGE, offset=number * PAGE)
    return await _with_affected(desk, found), total


async def search(desk: Desk, words: str, number: int) -> tuple[list[Ticket], int]:
    """One page of the tickets in which every word occurs, without regard to accents: the live ones first."""
    wanted = fold(words).split()
    found = [
        (not lives, at, ticket)
        for at, (ticket, lives, text) in enumerate(await queue.searchable(desk.session))
        if all(word in fold(text) for word in wanted)
    ]
    ids = [ticket for _, _, ticket in sorted(found)]
    shown = await queue.by_ids(desk.session, ids[number * PAGE : (number + 1) * PAGE])
    return await _with_affected(desk, shown), len(ids)


async def _with_affected(desk: Desk, found: list[Ticket]) -> list[Ticket]:
    counts = await outages.counts(desk.session, [one.id for one in found if one.is_outage])
    return [replace(one, affected=counts.get(one.id, 0)) for one in found]
