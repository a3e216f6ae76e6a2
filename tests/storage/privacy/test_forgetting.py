"""Forgetting somebody touches what may be about them, and nothing of anybody else's."""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from time import monotonic

import pytest
from sqlalchemy import insert, select
from sqlmodel import SQLModel, col

from itgov_bot.domain.people import Person, Role
from itgov_bot.replies import Choice, Reply
from itgov_bot.storage import conversations, people, roles, tickets
from itgov_bot.storage.database import Database, Session
from itgov_bot.storage.privacy import forgetting
from itgov_bot.storage.privacy.withholding import WITHHELD, Words, words_of
from itgov_bot.storage.sending import cards, outbox
from itgov_bot.storage.sending.outbox_items import ReplyItem
from itgov_bot.storage.tables import OutboxRow
from tests.storage.made import NOW, a_person, a_ticket, chat

LONGEST_PAUSE_SECONDS = 2.0
"""What it takes is 0.04; a machine that does much else at once takes longer, and what is unbounded longer than this."""


async def named(session: Session, person: Person, name: str) -> Words:
    await people.record_consent(session, person.id, "1", name, NOW)
    return words_of(await people.get(session, person.id), [], [])


async def texts_to(session: Session, to: str) -> list[str]:
    return [one.text for one in await outbox.last_replies(session, chat(to), 99)]


async def test_messages_of_others_stay_as_they_were(database: Database, ana: Person, beto: Person) -> None:
    case = await a_ticket(database, beto)
    page = Reply("Su caso: text. Llame a Su caso", (Choice("Su caso", "page:1"),))
    async with database.transaction() as session:
        words = await named(session, ana, "Su caso")
        await outbox.post(session, chat("guard"), ReplyItem(page), NOW, urgent=True, ticket=case.id)
        await outbox.post(session, chat("beto"), ReplyItem(page), NOW)
        await forgetting.replies_about(session, ana.id, words)
        for to in ("guard", "beto"):
            assert await outbox.last_replies(session, chat(to), 9) == [page]


async def test_what_the_desk_read_of_somebody_goes(database: Database, ana: Person, beto: Person) -> None:
    own, worked = await a_ticket(database, ana), await a_ticket(database, beto)
    carla = await a_person(database, "carla")
    async with database.transaction() as session:
        words = await named(session, ana, "Ana María Pérez")
        await roles.grant(session, carla.id, Role.AGENT, None, NOW)
        await tickets.put(session, worked.id, assignee_id=ana.id)
        for to, ticket in (("carla", None), ("guard", own.id), ("beto", worked.id)):
            told = ReplyItem(Reply(f"<b>{to}</b>: Ana María Pérez"))
            await outbox.post(session, chat(to), told, NOW, urgent=True, ticket=ticket)
        await forgetting.replies_about(session, ana.id, words)
        for to in ("carla", "guard", "beto"):
            assert await texts_to(session, to) == [f"<b>{to}</b>: {WITHHELD}"]


async def test_what_an_agent_had_begun_to_write_goes(database: Database, ana: Person) -> None:
    carla = await a_person(database, "carla")
    form = {"flow": "for_somebody", "name": "Ana María Pérez", "contact": "3157778899", "requester": ana.id}
    async with database.transaction() as session:
        await roles.grant(session, carla.id, Role.AGENT, None, NOW)
        await people.keep_details(session, ana.id, contact="3157778899", dependencia=None)
        words = await named(session, ana, "Ana María Pérez")
        await conversations.keep(session, carla.id, "carla", {"forms": [form]}, NOW)
        await forgetting.talks_about(session, ana.id, words)
        await session.flush()
        session.expire_all()
        kept = await conversations.load(session, carla.id, "carla")
        assert kept == {"forms": [{**form, "name": WITHHELD, "contact": WITHHELD}]}


@pytest.mark.parametrize("body", ['{"(borrado)": "palabras de Ana"}', "no json", "[]"])
async def test_a_message_that_cannot_be_read_breaks_nothing_and_is_not_repeated(
    database: Database, body: str
) -> None:
    async with database.transaction() as session:
        await outbox.post(session, chat("ana"), ReplyItem(Reply("hola", card="c")), NOW)
        [row] = (await session.execute(select(OutboxRow))).scalars()
        row.body = body
        await session.flush()
        assert await outbox.last_replies(session, chat("ana"), 9) == []
        assert await cards.last(session, chat("ana"), "c") is None
    with pytest.raises(ValueError, match="no reply") as failure:
        Reply.from_json(body)
    assert "Ana" not in str(failure.value)


async def test_many_messages_of_others_hold_nobody_up(database: Database, ana: Person) -> None:
    beto, carla = await a_person(database, "beto"), await a_person(database, "carla")
    body = ReplyItem(Reply("Su caso: " + "palabras y palabras, " * 40)).to_body()
    row = {"kind": "reply", "body": body, "posted_at": NOW, "due_at": NOW, "urgent": False, "attempts": 0}
    rows = [{**row, "channel": "telegram", "chat": beto.chat} for _ in range(20_000)]
    rows += [{**row, "channel": "telegram", "chat": carla.chat} for _ in range(forgetting.MOST + 100)]
    async with database.transaction(long=True) as session:
        await roles.grant(session, carla.id, Role.AGENT, None, NOW)
        await session.execute(insert(SQLModel.metadata.tables["outbox"]), rows)
    async with database.transaction() as session:
        words = await named(session, ana, "Su caso")
        longest = await longest_pause(forgetting.replies_about(session, ana.id, words))
        of_beto = col(OutboxRow.chat) == beto.chat
        kept = (await session.execute(select(col(OutboxRow.body)).where(of_beto).distinct())).scalars().all()
    assert kept == [body]
    assert longest < LONGEST_PAUSE_SECONDS


async def longest_pause(work: Coroutine[None, None, None]) -> float:
    """Of the event loop, in seconds, while something is done."""
    done = asyncio.create_task(work)
    longest, last = 0.0, monotonic()
    while not done.done():
        await asyncio.sleep(0.005)
        longest, last = max(longest, monotonic() - last), monotonic()
    await done
    return longest


async def test_what_was_erased_is_in_no_log(tmp_path: Path) -> None:
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'desk.db'}")
    await database.migrate()
    async with database.transaction() as session:
        await outbox.post(session, chat("ana"), ReplyItem(Reply("zarzaparrilla")), NOW)
    async with database.transaction() as session:
        await forgetting.own_replies(session, "telegram", "ana")
    log = tmp_path / "desk.db-wal"
    assert b"zarzaparrilla" in log.read_bytes()
    assert await database.empty_log()
    assert b"zarzaparrilla" not in log.read_bytes() + (tmp_path / "desk.db").read_bytes()
    await database.close()


async def test_the_log_stays_while_somebody_reads_it(tmp_path: Path) -> None:
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'desk.db'}")
    await database.migrate()
    async with database.reading() as reader:
        await reader.execute(select(OutboxRow))
        async with database.transaction() as session:
            await outbox.post(session, chat("ana"), ReplyItem(Reply("hola")), NOW)
        assert not await database.empty_log()
    await database.close()
