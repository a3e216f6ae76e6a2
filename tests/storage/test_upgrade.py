"""A database that an older version filled goes on: what waits leaves, topics are where they were, and forms half done."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlmodel import SQLModel

from itgov_bot.jobs import presence
from itgov_bot.replies import Choice, MenuEntry, Reply
from itgov_bot.storage import conversations, ratings, tickets
from itgov_bot.storage.database import MIGRATIONS, Database, upgrade
from itgov_bot.storage.sending import cards, outbox, sent_messages, topics
from itgov_bot.storage.sending.outbox_items import MenuItem, ReplyItem, TopicItem, WebhookItem
from itgov_bot.storage.sending.topics import Topic
from tests.databases import sqlite_url
from tests.storage.made import MINUTE, NOW, chat

GROUP = chat("-100")
CARD = Reply("Caso: nuevo", (Choice("Lo tomo", "tk:1:take"),), card="ticket:1")
FACT = '{"id": "d1", "event": "ticket.opened", "text": "ñandú"}'
OUTBOX = (
    ("reply", '{"text": "hola", "choices": [], "attachment": null, "chart": null, "card": null, "columns": 1}'),
    ("reply", json.dumps({"text": CARD.text, "choices": [{"label": "Lo tomo", "data": "tk:1:take"}],
                          "attachment": None, "chart": None, "card": "ticket:1", "columns": 1, "export": None})),
    ("menu", "caso\tAbrir un caso\nkpi\tIndicadores: metas y semáforo"),
    ("topic", '{"title": "✅ SAUS-2026-000001 · ñandú", "closed": true}'),
    ("webhook", FACT),
)  # fmt: skip
TALK = {
    "form": {"flow": "ticket", "step": "place", "token": "t", "values": {"text": "ñandú"}},
    "paused": None,
}
THREADS = {
    1: "77",
    2: f"opening@{NOW.isoformat()}",
    3: f"refused@{NOW.isoformat()}",
    4: "78",
}


async def filled_by_the_first_version(url: str) -> None:
    """With the statements of that version, not with today's code."""
    database = Database(url)
    async with database._engine.begin() as connection:
        await connection.run_sync(upgrade, "0001")

        async def add(table: str, **values: Any) -> None:
            names = ", ".join(f'"{name}"' for name in values)
            marks = ", ".join(f":{name}" for name in values)
            statement = text(f'INSERT INTO "{table}" ({names}) VALUES ({marks})')
            await connection.run_sync(lambda sync: sync.execute(statement, values))

        at = NOW if connection.dialect.name == "postgresql" else NOW.strftime("%Y-%m-%d %H:%M:%S.%f")
        await add(
            "person", id=1, channel="telegram", user="1", chat="1", name="Ana", reachable=True, created_at=at
        )
        for ticket, thread in THREADS.items():
            await add(
                "ticket", id=ticket, number=f"SAUS-2026-00000{ticket}", state="new", requester_id=1, text="x",
                place="", contact="", channel="telegram", urgent=False, priority="normal", is_outage=False,
                opened_at=at, attended_from=at, updated_at=at,
            )  # fmt: skip
            await add("topic", ticket_id=ticket, channel="telegram", chat="-100", thread=thread)
        for kind, body in OUTBOX:
            await add(
                "outbox", channel="telegram", chat="-100", kind=kind, body=body, urgent=False, ticket_id=1,
                posted_at=at, due_at=at, attempts=0, card="ticket:1" if "ticket:1" in body else None,
            )  # fmt: skip
        shown = '{"title": "SAUS-2026-000001 · ñandú", "closed": true}'
        for ref, card, fingerprint in (("topic:77", "topic:1", shown), ("9", "ticket:1", "abc")):
            await add(
                "sent_message", channel="telegram", chat="-100", ref=ref, ticket_id=1, card=card,
                fingerprint=fingerprint, sent_at=at,
            )  # fmt: skip
        await add("talk", person_id=1, chat="1", state=json.dumps(TALK), updated_at=at)
    await database.close()


async def test_what_waits_in_an_older_database_leaves(empty_url: str) -> None:
    await filled_by_the_first_version(empty_url)
    database = Database(empty_url)
    await database.migrate()
    async with database.transaction() as session:
        found = await outbox.ready(session, ["telegram"], NOW, 10)
        assert [waiting.item for waiting in found] == [
            ReplyItem(Reply("hola")),
            ReplyItem(CARD),
            MenuItem((MenuEntry("caso", "Abrir un caso"), MenuEntry("kpi", "Indicadores: metas y semáforo"))),
            TopicItem("✅ SAUS-2026-000001 · ñandú", closed=True),
            WebhookItem(FACT),
        ]
        assert await cards.last(session, GROUP, "ticket:1") == CARD
        assert await sent_messages.showing(session, GROUP, "ticket:1") == ("9", "abc")
        assert await sent_messages.showing(session, GROUP, "topic:1") is None
    await database.close()


async def test_topics_of_an_older_database_are_what_they_were(empty_url: str) -> None:
    await filled_by_the_first_version(empty_url)
    database = Database(empty_url)
    await database.migrate()
    async with database.transaction() as session:
        found = {ticket: await topics.find(session, ticket, GROUP) for ticket in THREADS}
        assert found == {
            1: Topic("77", "SAUS-2026-000001 · ñandú", closed=True),
            2: Topic(opening_since=NOW),
            3: Topic(refused_until=NOW + timedelta(hours=1)),
            4: Topic("78"),
        }
        assert await topics.begin(session, 2, GROUP, found[2], NOW + 3 * MINUTE)
        await topics.set_opened(session, 2, GROUP, NOW + 3 * MINUTE, "80", "SAUS-2026-000002")
        assert await topics.find(session, 2, GROUP) == Topic("80", "SAUS-2026-000002")
    await database.close()


async def test_a_conversation_of_an_older_database_goes_on(empty_url: str) -> None:
    """As it was written; `tests/conversation/test_state.py` reads such a row."""
    await filled_by_the_first_version(empty_url)
    database = Database(empty_url)
    await database.migrate()
    async with database.reading() as session:
        assert await conversations.load(session, 1, "1") == TALK
    await database.close()


SOLVED = {
    # what was told of it: who had it, whose «resolved» it was, where it stands → who solved it
    1: ({"assignee_id": 2}, 2, "resolved", 2),
    2: ({"assignee_id": 2}, 3, "closed", 3),
    3: ({"assignee_id": 1}, 1, "resolved", 1),  # an agent's own
    4: ({"assignee_id": 2}, 1, "resolved", None),  # its requester said that it works again
    5: ({}, 1, "closed", None),
    6: ({"assignee_id": 2}, 2, "reopened", None),
}


async def test_who_solved_the_tickets_of_an_older_database_is_read_from_what_happened(empty_url: str) -> None:
    database = Database(empty_url)
    async with database._engine.begin() as connection:
        await connection.run_sync(upgrade, "0005")
        at = NOW if connection.dialect.name == "postgresql" else NOW.strftime("%Y-%m-%d %H:%M:%S.%f")

        async def add(table: str, **values: Any) -> None:
            names, marks = ", ".join(f'"{one}"' for one in values), ", ".join(f":{one}" for one in values)
            statement = text(f'INSERT INTO "{table}" ({names}) VALUES ({marks})')
            await connection.run_sync(lambda sync: sync.execute(statement, values))

        for person in (1, 2, 3):
            await add(
                "person", id=person, channel="telegram", user=f"{person}", chat=f"{person}", name="Ana",
                reachable=True, created_at=at,
            )  # fmt: skip
        for ticket, (had, actor, state, _) in SOLVED.items():
            await add(
                "ticket", id=ticket, number=f"SAUS-2026-00000{ticket}", state=state, requester_id=1, text="x",
                place="", contact="", channel="telegram", urgent=False, priority="normal", is_outage=False,
                opened_at=at, attended_from=at, updated_at=at, **had,
            )  # fmt: skip
            for kind, by in (("resolved", 2), ("reopened", 1), ("resolved", actor)):
                await add("ticket_event", ticket_id=ticket, kind=kind, at=at, actor_id=by, data="{}")
    await database.migrate()
    async with database.reading() as session:
        found = {number: await tickets.get(session, number) for number in SOLVED}
    await database.close()
    assert {number: one.solved_by for number, one in found.items()} == {
        number: solved for number, (*_, solved) in SOLVED.items()
    }
    assert all(one.opened_by is None for one in found.values())


RATED = {
    # who solved it, where it stands, what it is rated → the ratings that are kept
    1: (2, "resolved", 4, [4]),
    2: (None, "reopened", 1, [1]),
    3: (1, "closed", 5, []),  # an agent's own
    4: (2, "closed", None, []),
}


async def test_the_ratings_of_an_older_database_are_those_of_its_last_solutions(empty_url: str) -> None:
    database = Database(empty_url)
    async with database._engine.begin() as connection:
        await connection.run_sync(upgrade, "0011")
        at = NOW if connection.dialect.name == "postgresql" else NOW.strftime("%Y-%m-%d %H:%M:%S.%f")

        async def add(table: str, **values: Any) -> None:
            names, marks = ", ".join(f'"{one}"' for one in values), ", ".join(f":{one}" for one in values)
            statement = text(f'INSERT INTO "{table}" ({names}) VALUES ({marks})')
            await connection.run_sync(lambda sync: sync.execute(statement, values))

        for person in (1, 2):
            await add(
                "person", id=person, channel="telegram", user=f"{person}", chat=f"{person}", name="Ana",
                reachable=True, created_at=at, urgent_news="off",
            )  # fmt: skip
        for ticket, (solver, state, stars, _) in RATED.items():
            await add(
                "ticket", id=ticket, number=f"SAUS-2026-00000{ticket}", state=state, requester_id=1, text="x",
                place="", contact="", channel="telegram", urgent=False, priority="normal", is_outage=False,
                opened_at=at, attended_from=at, updated_at=at, rating=stars, solved_by=solver,
                resolved_at=None if state == "reopened" else at,
            )  # fmt: skip
            await add("ticket_event", ticket_id=ticket, kind="resolved", at=at, actor_id=2, data="{}")
    await database.migrate()
    async with database.reading() as session:
        found = {number: await ratings.of(session, number) for number in RATED}
    await database.close()
    assert {number: [one.stars for one in said] for number, said in found.items()} == {
        number: kept for number, (*_, kept) in RATED.items()
    }
    assert {one.solved_at for said in found.values() for one in said} == {NOW}


async def test_what_an_older_version_was_sending_when_it_ended_leaves_again(empty_url: str) -> None:
    database = Database(empty_url)
    async with database._engine.begin() as connection:
        await connection.run_sync(upgrade, "0006")
        at = NOW if connection.dialect.name == "postgresql" else NOW.strftime("%Y-%m-%d %H:%M:%S.%f")
        row = text(
            "INSERT INTO outbox (channel, chat, kind, body, urgent, posted_at, due_at, claimed_at, claim, attempts) "
            "VALUES ('telegram', 'ana', 'reply', :body, false, :at, :at, :at, 'old', 1)"
        )
        values = {"body": Reply("hola").to_json(), "at": at}
        await connection.run_sync(lambda sync: sync.execute(row, values))
    await database.migrate()
    await presence.arrive(database)
    async with database.reading() as session:
        [waiting] = await outbox.ready(session, ["telegram"], NOW, 9)
    assert waiting.item == ReplyItem(Reply("hola"))
    await database.close()


async def test_from_every_state_that_was_released_it_is_the_same_to_the_newest(tmp_path: Path) -> None:
    """Somebody may have skipped any number of versions."""
    scripts = ScriptDirectory(str(MIGRATIONS))
    for script in scripts.walk_revisions():
        url = sqlite_url(tmp_path / f"{script.revision}.db")
        await filled_by_the_first_version(url)
        database = Database(url)
        async with database._engine.begin() as connection:
            await connection.run_sync(upgrade, script.revision)
        await database.migrate()
        async with database.reading() as session:
            made = await (await session.connection()).run_sync(
                lambda sync: compare_metadata(MigrationContext.configure(sync), SQLModel.metadata)
            )
            assert made == [], script.revision
            assert [(await tickets.get(session, one)).text for one in THREADS] == ["x"] * len(THREADS)
        await database.close()
