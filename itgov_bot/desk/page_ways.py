"""By which other ways people on duty want to be called: a mailbox that they have shown to be theirs, a webhook."""

from collections.abc import Collection

from itgov_bot.desk.desk import Desk
from itgov_bot.domain.facts import WaySet, WaysForgotten
from itgov_bot.domain.people import Person
from itgov_bot.domain.ways import Way, WayKind
from itgov_bot.storage.duty import page_ways

MAX_URL = 500


async def ways_of(desk: Desk, people: Collection[int]) -> dict[int, list[Way]]:
    """By person; only the ways that this installation can use."""
    found: dict[int, list[Way]] = {}
    for way in await page_ways.of(desk.session, people):
        if way.kind in desk.installation.ways:
            found.setdefault(way.person, []).append(way)
    return found


async def set_way(desk: Desk, person: Person, kind: WayKind, address: str, by: Person) -> None:
    """Takes the place of the one of its kind. Whoever calls has shown that the address is right."""
    await page_ways.keep(desk.session, Way(person.id, kind, address))
    desk.facts.append(WaySet(person, kind, address, by))


async def forget_ways(desk: Desk, person: Person, by: Person) -> bool:
    """False when they had none."""
    were_there = await page_ways.forget(desk.session, person.id)
    if were_there:
        desk.facts.append(WaysForgotten(person, by))
    return were_there
