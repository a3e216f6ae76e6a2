"""A copy of a whole database goes into either engine, with every row and with the next numbers."""

from pathlib import Path

from sqlalchemy import select
from sqlmodel import SQLModel

from itgov_bot.domain.people import Person
from itgov_bot.replies import Reply
from itgov_bot.storage import snapshot
from itgov_bot.storage.database import Database
from itgov_bot.storage.sending import outbox
from itgov_bot.storage.sending.outbox_items import ReplyItem
from tests.storage.made import NOW, a_person, a_ticket, chat


async def rows(database: Database) -> dict[str, list[tuple[object, ...]]]:
    async with database.reading() as session:
        return {
            table.name: [
                tuple(row)
                for row in await session.execute(select(table).order_by(*table.primary_key.columns))
            ]
            for table in SQLModel.metadata.sorted_tables
        }


async def test_what_was_taken_is_put_back_whole_and_goes_on(
    database: Database, ana: Person, tmp_path: Path
) -> None:
    ticket = await a_ticket(database, ana)
    async with database.transaction() as session:
        await outbox.post(session, chat("1"), ReplyItem(Reply("ñandú")), NOW, ticket=ticket.id)
    before = await rows(database)
    await snapshot.take(database, tmp_path / "copy.db")
    assert snapshot.problems(tmp_path / "copy.db") == []
    await a_ticket(database, await a_person(database, "beto"))
    await snapshot.put(tmp_path / "copy.db", database)
    assert await rows(database) == before
    beto = await a_person(database, "beto")
    assert beto.id > ana.id
    assert (await a_ticket(database, beto)).number > ticket.number
