"""The other ways of people on duty, what became of a call, and of two workers one."""

import asyncio
from datetime import datetime

from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.paging import Call
from itgov_bot.domain.ways import Way, WayKind
from itgov_bot.messages import Address
from itgov_bot.replies import Reply
from itgov_bot.storage.database import Database, Session
from itgov_bot.storage.duty import other_ways, page_ways, pages
from itgov_bot.storage.sending import outbox
from itgov_bot.storage.sending.outbox_items import ReplyItem
from tests.storage.made import MINUTE, NOW, a_ticket

CARLA = Address("telegram", "carla")
CALL = Call(step=1, rounds=0, people=(), next_at=NOW + MINUTE)


async def test_a_person_has_one_way_of_a_kind(database: Database, ana: Person, beto: Person) -> None:
    mail, hook = Way(ana.id, WayKind.MAIL, "a@x.co"), Way(ana.id, WayKind.WEBHOOK, "https://x.co/p")
    async with database.transaction() as session:
        for way in (Way(ana.id, WayKind.MAIL, "old@x.co"), hook, mail, Way(beto.id, WayKind.MAIL, "b@x.co")):
            await page_ways.keep(session, way)
        assert await page_ways.of(session, [ana.id]) == [mail, hook]
        assert await page_ways.of(session, []) == []
        assert await page_ways.forget(session, ana.id)
        assert not await page_ways.forget(session, ana.id)
        assert [way.person for way in await page_ways.of(session, [ana.id, beto.id])] == [beto.id]


async def test_a_page_waits_for_its_other_ways_until_they_were_used_or_it_was_taken(
    database: Database, ana: Person
) -> None:
    used, taken = [await a_ticket(database, ana) for _ in range(2)]
    async with database.transaction() as session:
        for ticket in (used, taken):
            await pages.start(session, ticket.id, CALL, NOW, NOW)
        first, second = await other_ways.awaiting(session)
        assert await other_ways.mark_used(session, first)
        assert not await other_ways.mark_used(session, first)
        await pages.stop(session, taken.id, ana.id, NOW)
        assert not await other_ways.mark_used(session, second)
        assert await other_ways.awaiting(session) == []
        assert [page.ticket for page in await other_ways.going_on(session)] == [used.id]


async def test_of_two_workers_one_decides(database: Database, other: Database, ana: Person) -> None:
    opened = [await a_ticket(database, ana) for _ in range(4)]
    async with database.transaction() as session:
        for ticket in opened:
            await pages.start(session, ticket.id, CALL, NOW, NOW)

    async def worker(one: Database) -> list[int]:
        async with one.transaction() as session:
            found = await other_ways.awaiting(session)
            await asyncio.sleep(0.02)
            return [page.ticket for page in found if await other_ways.mark_used(session, page)]

    used = await asyncio.gather(worker(database), worker(other), worker(other))
    assert sorted(ticket for mine in used for ticket in mine) == [ticket.id for ticket in opened]


async def test_what_became_of_a_call(database: Database, ana: Person) -> None:
    ticket = await a_ticket(database, ana)
    async with database.transaction() as session:
        await posted(session, CARLA, ticket.id, NOW - MINUTE)
        for chat in ("sent", "off", "behind", "lost", "waits"):
            await posted(session, Address("telegram", chat), ticket.id, NOW)
        await posted(session, Address("telegram", "behind"), ticket.id, NOW)
        for item in await outbox.ready(session, ["telegram"], NOW, 100):
            await meets_its_fate(session, item.id, item.address.chat)
        found = await other_ways.sendings(session, ticket.id, NOW)
    fates = [(one.to.chat, one.sent, one.refused, one.lost) for one in found]
    assert fates == [
        ("sent", True, False, False),
        ("off", False, True, False),
        ("behind", False, True, False),
        ("lost", False, True, True),
        ("waits", False, False, False),
        ("behind", False, True, False),
    ]


async def posted(session: Session, to: Address, ticket: int, at: datetime) -> None:
    await outbox.post(session, to, ReplyItem(Reply("page")), at, urgent=True, ticket=ticket)


async def meets_its_fate(session: Session, item: int, chat: str) -> None:
    """Of two in a chat the first one is put off, and the other one is not tried."""
    claim = "worker"
    if chat == "waits" or not await outbox.claim(session, [item], claim, NOW):
        return
    match chat:
        case "sent":
            await outbox.mark_sent(session, [item], claim, NOW)
        case "lost":
            await outbox.mark_failed(session, item, claim, "blocked", NOW)
        case "off":
            await outbox.put_off(session, item, claim, NOW + MINUTE, "502")
        case _ if not await refused_before(session, item):
            await outbox.put_off(session, item, claim, NOW + MINUTE, "502")
        case _:
            await outbox.give_back(session, item, claim)


async def refused_before(session: Session, item: int) -> bool:
    return not [
        one for one in await outbox.unsent_to(session, Address("telegram", "behind")) if one.id > item
    ]
