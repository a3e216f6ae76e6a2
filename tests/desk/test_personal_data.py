"""What is kept of a person: all of it is handed over, it goes when its days are over, and what forgetting leaves."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import event, select
from sqlmodel import col

from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.desk.personal_data import forget_person, gather
from itgov_bot.desk.tickets.requesting import open_ticket
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import Draft, State
from itgov_bot.jobs.retention import let_go
from itgov_bot.messages import Address, mailbox
from itgov_bot.rendering.personal_file import as_text
from itgov_bot.replies import Reply
from itgov_bot.settings import ROOT
from itgov_bot.storage import (
    conversations,
    email_codes,
    people,
    ticket_events,
    ticket_files,
    tickets,
    unmatched,
)
from itgov_bot.storage.database import Database, Session
from itgov_bot.storage.privacy import kept_files, personal
from itgov_bot.storage.sending import outbox, sent_messages
from itgov_bot.storage.sending.outbox_items import ReplyItem
from itgov_bot.storage.sending.sent_messages import About
from itgov_bot.storage.tables import AttachmentRow, OutboxRow, SentMessageRow, TicketEventRow, UnmatchedRow
from tests.made import city
from tests.storage.made import NOW, sender

FILE = StoredFile("document", "a.txt", "text/plain", 4, "aa/a.txt")


def desk_of(session: Session) -> Desk:
    return Desk(session, NOW, city(), Calendars.of(city()))


async def somebody(desk: Desk, user: str) -> Person:
    return await people.get_or_create(desk.session, sender(user, username=user), user, desk.now)


async def test_the_file_has_what_any_table_holds(database: Database) -> None:
    async with database.transaction() as session:
        desk = desk_of(session)
        ana, beto = await somebody(desk, "ana"), await somebody(desk, "beto")
        await conversations.keep(session, ana.id, "ana", {"held_text": "una zarzaparrilla"}, NOW)
        await email_codes.add(session, ana.id, "ana@example.gov.co", "cifrado", NOW, NOW)
        await kept_files.add(session, ana.id, "ab/suelto.bin", 4, NOW)
        case = await open_ticket(desk, beto, Draft("zafiro ajeno", "SER-004", "Quibdó", "3001112233"))
        await tickets.put(session, case.id, assignee_id=ana.id)
        await ticket_events.append(
            session, TicketEvent(case.id, EventKind.ANSWERED, NOW, ana.id, {"text": "ya voy"})
        )
        await outbox.post(session, ana.address, ReplyItem(Reply("<b>Hola</b> &amp; adiós")), NOW)
        text = as_text(city().city, await gather(desk, ana), desk.calendars.general, NOW)
    for told in (
        "una zarzaparrilla",
        "ana@example.gov.co",
        "ab/suelto.bin",
        "ya voy",
        case.number,
        "Hola & adiós",
    ):
        assert told in text
    for others in ("zafiro ajeno", "Quibdó", "3001112233", "beto", "cifrado"):
        assert others not in text


def test_every_table_about_people_is_in_the_inventory() -> None:
    """A table that comes later is in the file by itself; what it is for has to be written down."""
    inventory = (ROOT / "docs" / "privacidad.md").read_text("utf-8")
    missing = [one.name for one in personal.tables_about_people() if f"`{one.name}`" not in inventory]
    assert missing == []


async def test_where_and_how_to_reach_them_goes_from_the_history(database: Database) -> None:
    async with database.transaction() as session:
        desk = desk_of(session)
        ana = await somebody(desk, "ana")
        case = await open_ticket(desk, ana, Draft("no hay red", None, "CAD", "300"))
        for kind, said in (
            (EventKind.DETAILS_TOLD, "piso 2, 3001112233"),
            (EventKind.MESSAGE_ADDED, "sigue igual"),
        ):
            await ticket_events.append(session, TicketEvent(case.id, kind, NOW, ana.id, {"text": said}))
        await forget_person(desk, ana)
        rows = (await session.execute(select(TicketEventRow))).scalars().all()
    said_now = {row.kind: row.data.get("text") for row in rows}
    assert (said_now["details_told"], said_now["message_added"]) == ("", "sigue igual")
    assert said_now.keys() >= {"erased"}


CASES = (3, 40)


async def _asked(desk: Desk, ana: Person) -> int:
    """How many statements her export takes, and writing down that her old cases are erased."""
    connection, asked = await desk.session.connection(), 0

    def count(*_told: object) -> None:
        nonlocal asked
        asked += 1

    event.listen(connection.sync_connection, "before_cursor_execute", count)
    much_later = replace(desk, now=NOW + RULES.marks_stay)
    assert len((await gather(desk, ana)).tickets) in CASES
    await forget_person(much_later, ana)
    event.remove(connection.sync_connection, "before_cursor_execute", count)
    return asked


async def test_many_cases_take_no_more_statements_than_a_few(database: Database) -> None:
    asked = []
    for number in CASES:
        async with database.transaction() as session:
            desk = desk_of(session)
            ana = await somebody(desk, f"ana{number}")
            for _ in range(number):
                case = await open_ticket(desk, ana, Draft("no imprime", None, "CAD", "ext. 300"))
                await ticket_files.attach(session, case.id, FILE, ana.id, NOW)
            asked.append(await _asked(desk, ana))
            history = (await gather(desk, ana)).tickets
            assert {len(one.files) for one in history} == {one.ticket.attachments for one in history} == {1}
            assert {one.events[-1].kind for one in history} == {EventKind.ERASED}
    assert asked[0] == asked[1]


RULES = city().agreements.retention


async def _kept(session: Session, ana: Person) -> dict[str, bool]:
    """What is still there, by the name of its rule."""
    case = (await tickets.of_requester(session, ana.id, limit=1))[0]
    is_telegram = col(OutboxRow.channel) == "telegram", col(SentMessageRow.channel) == "telegram"
    return {
        "talk_days": bool(await conversations.load(session, ana.id, "ana")),
        "message_days": bool((await session.execute(select(OutboxRow).where(is_telegram[0]))).all()),
        "mark_days": bool((await session.execute(select(SentMessageRow).where(is_telegram[1]))).all()),
        "unmatched_days": bool((await session.execute(select(UnmatchedRow))).all()),
        "contact_days": bool(case.contact or case.place),
        "file_days": bool((await session.execute(select(AttachmentRow))).all()),
    }


@pytest.mark.parametrize("rule", [one for one in dir(RULES) if one.endswith("_days")])
async def test_what_is_kept_goes_when_its_days_are_over(database: Database, rule: str) -> None:
    async with database.transaction() as session:
        desk = desk_of(session)
        ana = await somebody(desk, "ana")
        await _everything_of(desk, ana)
        days = timedelta(days=getattr(RULES, rule))
        await let_go(replace(desk, now=NOW + days - timedelta(hours=1)))
        assert (await _kept(session, ana))[rule]
        await let_go(replace(desk, now=NOW + days + timedelta(hours=1)))
        assert not (await _kept(session, ana))[rule]


async def _sent(session: Session, item: int) -> None:
    assert await outbox.claim(session, [item], "us", NOW) == {item}
    assert await outbox.mark_sent(session, [item], "us", NOW) == 1


async def _everything_of(desk: Desk, ana: Person) -> None:
    """That is over now, or was said or done."""
    session = desk.session
    await conversations.keep(session, ana.id, "ana", {"held_text": "a medias"}, NOW)
    await outbox.post(session, ana.address, ReplyItem(Reply("hola")), NOW)
    [said] = await outbox.unsent_to(session, ana.address)
    await _sent(session, said.id)
    await sent_messages.remember(session, [About(Address("telegram", "ana"), "1", None)], NOW)
    await unmatched.note(session, "el bicho raro", None, NOW)
    case = await open_ticket(desk, ana, Draft("no imprime", None, "CAD", "300"))
    await ticket_files.attach(session, case.id, FILE, ana.id, NOW)
    await tickets.put(session, case.id, state=State.CLOSED, updated_at=NOW)


async def test_letters_to_a_mailbox_go_after_a_day(database: Database) -> None:
    to = mailbox("ana@example.gov.co")
    async with database.transaction() as session:
        desk = desk_of(session)
        await outbox.post(session, to, ReplyItem(Reply("código")), NOW, expires_at=NOW)
        [letter] = await outbox.unsent_to(session, to)
        await sent_messages.remember(session, [About(to, "1", None)], NOW)
        await let_go(replace(desk, now=NOW + timedelta(days=2)))
        assert await outbox.unsent_to(session, to)  # it has still to leave
        await _sent(session, letter.id)
        await let_go(replace(desk, now=NOW + timedelta(days=2)))
        for table in (OutboxRow, SentMessageRow):
            assert (
                not (await session.execute(select(table).where(col(table.channel) == "email")))
                .scalars()
                .all()
            )
