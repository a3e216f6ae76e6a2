"""The queue as agents see it: a page of it by filter and words, what it can be narrowed to, and each agent's work."""

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil

from itgov_bot.desk import people, support
from itgov_bot.desk import summary as figures
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.on_call import everybody_on_duty
from itgov_bot.domain.calendar import Span
from itgov_bot.domain.days import Days
from itgov_bot.domain.people import Person
from itgov_bot.domain.summary import Figure, Share, Split
from itgov_bot.domain.tickets.queue import PAGE, Line, Load, Page, QueueFilter, Workload
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.patterns import regex
from itgov_bot.storage import outages
from itgov_bot.storage.counted import queue, searching
from itgov_bot.storage.counted import summary as counted
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.where.floors import numbered_place

MIN_STEM_CHARACTERS = 5
MOST_LOOKED_AT = 200
"""Cases among which one is found that is named by its person or its words."""


async def page(desk: Desk, wanted: QueueFilter, person: Person, number: int) -> Page:
    """Where there are fewer pages, the last one."""
    if wanted.words:
        return await _searched(desk, wanted, person, number)
    found, total = await some(desk, wanted, person, PAGE, number * PAGE)
    if not found and number:  # the queue became shorter meanwhile
        number = max(0, ceil(total / PAGE) - 1)
        found, total = await some(desk, wanted, person, PAGE, number * PAGE)
    return await _page(desk, wanted, found, number, total)


async def some(
    desk: Desk, wanted: QueueFilter, person: Person, limit: int, offset: int
) -> tuple[list[Ticket], int]:
    """So many of the tickets in the order of the queue, and how many there are in all; words are not looked at."""
    within = _within(desk, wanted)
    return await queue.page(
        desk.session, wanted, person.id, desk.now, limit=limit, offset=offset, within=within
    )


def _within(desk: Desk, wanted: QueueFilter) -> Span | None:
    return wanted.days.span(desk.calendars.general.zone) if wanted.days else None


async def _searched(desk: Desk, wanted: QueueFilter, person: Person, number: int) -> Page:
    ids, is_cut = await _found(desk, wanted, person)
    number = max(0, min(number, ceil(len(ids) / PAGE) - 1))
    found = await queue.by_ids(desk.session, ids[number * PAGE : (number + 1) * PAGE])
    return replace(await _page(desk, wanted, found, number, len(ids)), is_cut=is_cut)


async def live(desk: Desk, wanted: QueueFilter, person: Person, limit: int = MOST_LOOKED_AT) -> list[Ticket]:
    """The first live ones of those that are asked for, by words as well."""
    if not wanted.words:
        return (await some(desk, wanted, person, limit, 0))[0]
    ids, _ = await _found(desk, wanted, person)
    return [one for one in await queue.by_ids(desk.session, ids[:limit]) if one.is_live]


async def _found(desk: Desk, wanted: QueueFilter, person: Person) -> tuple[list[int], bool]:
    """The tickets in which every word occurs, without regard to accents and to the plural: the live ones first. And
    whether there may be more."""
    wanted_words = replace(wanted, words=tuple(_stem(word) for word in wanted.words))
    named = {word: _named(desk, word) for word in wanted_words.words}
    known = await searching.search(
        desk.session, wanted_words, person.id, desk.now, named, _within(desk, wanted)
    )
    ids = await asyncio.to_thread(_matching, known, wanted_words.words, _names_of(desk, named))
    return ids, len(known) >= searching.MOST_FOUND


def _stem(word: str) -> str:
    """«Impresoras» is found where somebody wrote «impresora»."""
    if len(word) <= MIN_STEM_CHARACTERS or not word.endswith("s"):
        return word
    return word.removesuffix("es") if word.endswith(("res", "nes", "des", "les")) else word.removesuffix("s")


def _named(desk: Desk, word: str) -> searching.Named:
    services, offices = desk.reference.catalog.services, desk.reference.processes.offices
    return searching.Named(
        frozenset(one.id for one in services if word in fold(f"{one.id} {one.name} {one.label}")),
        frozenset(one for one in offices if word in fold(one)),
    )


def _names_of(desk: Desk, named: Mapping[str, searching.Named]) -> Mapping[str, str]:
    """How the services are called that a word may have meant."""
    services = [
        service for found in named.values() for one in found.services if (service := desk.service(one))
    ]
    return {one.id: f"{one.name} {one.label}" for one in services}


def _matching(known: Sequence[tuple[int, str]], words: Sequence[str], names: Mapping[str, str]) -> list[int]:
    """Beside the event loop: they may be many."""
    found, rules = [], _rules(words)
    for ticket, said in known:
        called = " ".join(name for service, name in names.items() if service in said)
        folded = fold(f"{said} {called}")
        if all(rule.search(folded) for rule in rules):
            found.append(ticket)
    return found


def _rules(words: Sequence[str]) -> list[re.Pattern[str]]:
    """A number is found whole, and as that of its floor: «piso 3» is neither the floor 2 nor in the extension 4300."""
    rules = list[re.Pattern[str]]()
    for before, word in zip(("", *words), words, strict=False):
        if place := numbered_place(before, word):
            rules[-1] = place
        else:
            rules.append(regex(rf"(?<!\d)0*{word}(?!\d)" if word.isdigit() else re.escape(word)))
    return rules


async def _page(desk: Desk, wanted: QueueFilter, found: list[Ticket], number: int, total: int) -> Page:
    counts = await outages.counts(desk.session, [one.id for one in found if one.is_outage])
    agents = [known for agent in wanted.agents if (known := await people.find(desk, agent))]
    lines = [await _line(desk, replace(one, affected=counts.get(one.id, 0))) for one in found]
    services = [one for service in wanted.services if (one := desk.service(service))]
    return Page(wanted, lines, number, total, desk.local_now.date(), agents, services)


async def _line(desk: Desk, ticket: Ticket) -> Line:
    requester = await people.get(desk, ticket.requester)
    if requester is None:
        raise LookupError(f"no requester of {ticket.number}")
    return Line(ticket, requester, await people.get(desk, ticket.assignee), desk.service(ticket.service))


async def parts(desk: Desk, by: Split, *, limit: int, offset: int) -> list[Share]:
    """What the live tickets can be narrowed to by the same, the most first."""
    shares = await figures.shares(desk, Figure.BACKLOG, this_week(desk), by, limit=limit, offset=offset)
    return list(shares.parts)


def this_week(desk: Desk) -> Days:
    return Days.week_of(desk.local_now.date())


async def workload(desk: Desk) -> Workload:
    """Everybody who works on tickets, also with none; and whoever still has some and does not any more."""
    loads = await queue.loads(desk.session, desk.now)
    span = this_week(desk).span(desk.calendars.general.zone)
    solvers = await counted.parts(
        desk.session, Figure.SOLVED, span, Split.AGENT, desk.now, limit=len(loads) + 100
    )
    solved = {int(part.key): many for part, many in solvers if part.key}
    on_duty = {person.id for _, person in await everybody_on_duty(desk)}
    agents = {one.id: one for one in await support.agents(desk)}
    for one in loads.keys() - agents.keys() - {None}:
        agents |= {known.id: known for known in [await people.get(desk, one)] if known}
    found = [
        replace(
            loads.get(one.id, Load(None)),
            agent=one,
            solved=solved.get(one.id, 0),
            on_duty=one.id in on_duty,
        )
        for one in agents.values()
    ]
    return Workload(
        loads.get(None, Load(None)),
        sorted(found, key=lambda load: (-load.live, -load.solved)),
        desk.reference.agreements.targets.enabled,
    )
