"""What is kept comes back as it was: instants in UTC, any text that a person can write."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.exc import StatementError

from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.messages import Address, Incoming, IncomingFile, Sender
from itgov_bot.storage import people, ticket_events, tickets
from itgov_bot.storage.database import Database
from itgov_bot.storage.sending import outbox
from itgov_bot.storage.sending.outbox_items import WebhookItem
from tests.storage.made import NOW, a_ticket, chat

BOGOTA = ZoneInfo("America/Bogota")

TEXTS = [
    "ñandú, ¿cómo así? «Ítem» – “comillas” …",
    "👩🏽‍💻🇨🇴 no prende ❤️",
    "مرحبا 你好 हिन्दी",
    "e\u0301 no es é",
    "\u202etxt.exe\u202c \u200b\ufeff",
    "tab\t y línea\n y \r\n y \x01\x1b[31m",
    "'; DROP TABLE ticket; -- \\ \" % _ {} :name $1",
    "x" * 10_000,
    "😀" * 10_000,
]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text[:12]))
async def test_any_text_is_kept_to_the_letter(database: Database, ana: Person, text: str) -> None:
    ticket = await a_ticket(database, ana, text)
    async with database.transaction() as session:
        await ticket_events.append(
            session, TicketEvent(ticket.id, EventKind.MESSAGE_ADDED, NOW, ana.id, {"text": text})
        )
        await people.record_consent(session, ana.id, "1", text, NOW)
        await outbox.post(session, chat("ana"), WebhookItem(text), NOW)
    async with database.reading() as session:
        assert (await tickets.get(session, ticket.id)).text == text
        assert (await ticket_events.timeline(session, ticket.id))[0].data == {"text": text}
        assert (await people.get(session, ana.id)).name == text
        assert (await outbox.ready(session, ["telegram"], NOW, 1))[0].item == WebhookItem(text)


@pytest.mark.parametrize("bad", list("\x00\ud83d\udfff"), ids=ascii)
async def test_what_no_database_takes_is_left_out_where_it_comes_in(
    database: Database, ana: Person, bad: str
) -> None:
    said = f"no{bad} abre{bad}"
    file = IncomingFile("document", said, said, said, None)
    incoming = Incoming(
        f"telegram:{bad}1",
        Sender("telegram", "1", said, said),
        Address("telegram", "1"),
        text=said,
        pressed=said,
        files=(file,),
        group_title=said,
    )
    clean = "no abre"
    assert (incoming.key, incoming.text, incoming.pressed, incoming.group_title) == (
        "telegram:1",
        *[clean] * 3,
    )
    assert (incoming.sender.name, incoming.sender.username) == (clean, clean)
    assert incoming.files == (IncomingFile("document", clean, clean, clean, None),)
    async with database.transaction() as session:
        await people.record_consent(session, ana.id, "1", incoming.sender.name, NOW)
        await people.get_or_create(session, incoming.sender, "1", NOW)
    assert (await a_ticket(database, ana, incoming.text)).text == clean


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 12, 31, 23, 59, 59, 999999, BOGOTA),
        datetime(2026, 3, 2, 8, tzinfo=UTC),
        datetime(2026, 3, 2, 8, tzinfo=ZoneInfo("Asia/Tokyo")),
        datetime(1999, 1, 1, tzinfo=UTC),
    ],
)
async def test_an_instant_comes_back_in_utc(database: Database, ana: Person, moment: datetime) -> None:
    async with database.transaction() as session:
        await people.record_consent(session, ana.id, "1", "Ana", moment)
    async with database.reading() as session:
        found = (await people.get(session, ana.id)).consent_at
    assert found == moment
    assert found.utcoffset() == timedelta(0)


async def test_an_instant_of_another_zone_is_compared_as_the_instant_it_is(database: Database) -> None:
    async with database.transaction() as session:
        await outbox.post(session, chat("ana"), WebhookItem("{}"), NOW.astimezone(BOGOTA))
        assert await outbox.ready(session, ["telegram"], NOW - timedelta(seconds=1), 1) == []
        assert len(await outbox.ready(session, ["telegram"], NOW.astimezone(BOGOTA), 1)) == 1


async def test_an_instant_without_an_offset_is_refused(database: Database, ana: Person) -> None:
    async def keep() -> None:
        async with database.transaction() as session:
            await people.record_consent(session, ana.id, "1", "Ana", datetime(2026, 3, 2, 8))  # noqa: DTZ001

    with pytest.raises((StatementError, ValueError), match="without an offset"):
        await keep()
