"""Telling what happened in a transaction: once, in its order, and not to whoever did it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.desk.people import grant_role
from itgov_bot.desk.tickets.requesting import add_files, cancel_ticket, open_ticket
from itgov_bot.desk.tickets.working import answer_requester, assign_ticket, note, take_ticket, wait_for
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import Draft, Ticket
from itgov_bot.messages import Sender
from itgov_bot.notices.tell import tell
from itgov_bot.storage import people, roles, tickets
from itgov_bot.storage.database import Database
from itgov_bot.storage.sending import outbox
from itgov_bot.storage.sending.outbox_items import ReplyItem
from itgov_bot.unit_of_work import UnitOfWork
from tests.made import city

NOW = datetime(2026, 11, 10, 15, tzinfo=UTC)
ONE = StoredFile("photo", "una.png", "image/png", 10, "1/una.png")
TWO = StoredFile("document", "dos.pdf", "application/pdf", 10, "1/dos.pdf")


class Office:
    """A desk with one agent, and what was told since it was last asked."""

    def __init__(self, desk: Desk, ana: Person, carla: Person) -> None:
        self.desk, self.ana, self.carla = desk, ana, carla
        self._read = 0

    async def opens(self) -> Ticket:
        ticket = await open_ticket(self.desk, self.ana, Draft("no abre", "SER-004", "Aduana", "300"))
        await self.told()
        return ticket

    async def opens_taken(self) -> Ticket:
        taken = await take_ticket(self.desk, await self.opens(), self.carla)
        await self.told()
        return taken

    async def told(self) -> list[tuple[str, str]]:
        """The first line of each message, by its reader."""
        await tell(self.desk)
        waiting = await outbox.ready(self.desk.session, ["test"], NOW, 100)
        new = [one for one in waiting if one.id > self._read]
        self._read = max([self._read, *(one.id for one in new)])
        return [
            (one.address.chat, one.item.reply.text.splitlines()[0])
            for one in new
            if isinstance(one.item, ReplyItem)
        ]


@pytest.fixture
async def office(database: Database) -> AsyncIterator[Office]:
    async with database.transaction() as session:
        ana, carla = [
            await people.get_or_create(session, Sender("test", name, name), name, NOW)
            for name in ("ana", "carla")
        ]
        await roles.grant(session, carla.id, Role.AGENT, None, NOW)
        yield Office(Desk(session, NOW, city(), Calendars.of(city())), ana, carla)


async def test_an_answer_with_files_is_told_in_its_order_and_the_card_once(office: Office) -> None:
    ticket = await office.opens()
    await answer_requester(office.desk, ticket, office.carla, "mire", [ONE, TWO])
    number = f"<b>{ticket.number}</b>"
    assert await office.told() == [
        ("ana", f"💬 <b>Agente 2</b>, de la mesa, sobre {number}:"),
        ("ana", f"📎 {number} · Agente 2: dos.pdf"),
        ("carla", f"🛠 {number} · en proceso"),
    ]
    assert await office.told() == []


async def test_an_answer_that_is_a_file_alone_shows_on_the_card(office: Office) -> None:
    ticket = await office.opens()
    await answer_requester(office.desk, ticket, office.carla, "", [ONE])
    assert await office.told() == [
        ("ana", f"📎 <b>{ticket.number}</b> · Agente 2: una.png"),
        ("carla", f"🛠 <b>{ticket.number}</b> · en proceso"),
    ]


async def test_files_that_came_at_once_are_counted_at_once_and_wake_the_ticket(office: Office) -> None:
    ticket = await wait_for(office.desk, await office.opens_taken(), office.carla, "una foto")
    await office.told()
    woken = await add_files(office.desk, ticket, office.ana, [ONE, replace(ONE, path="1/tres.png")])
    assert woken.attachments == 2
    told = [text for _, text in await office.told()]
    assert [text for text in told if "📎" in text] == [f"📎 <b>{ticket.number}</b> · Usuario ana: 2 archivos"]
    assert told[-1] == f"🛠 <b>{ticket.number}</b> · en proceso"


async def test_an_internal_file_is_told_to_nobody(office: Office) -> None:
    ticket = await office.opens()
    await note(office.desk, ticket, office.carla, "mirar", [ONE])
    assert await office.told() == []


async def test_whoever_did_it_is_not_told(office: Office) -> None:
    ticket = await office.opens_taken()
    await assign_ticket(office.desk, ticket, office.carla, office.carla)
    assert [who for who, _ in await office.told()] == ["ana", "carla"]  # Carla's is the card
    await cancel_ticket(office.desk, await tickets.get(office.desk.session, ticket.id), office.ana)
    assert [text for who, text in await office.told() if who == "ana"] == []


async def test_work_that_fails_tells_nothing(database: Database) -> None:
    work = UnitOfWork(database, city(), Calendars.of(city()), lambda: NOW)
    async with work.begin() as desk:
        ana = await people.get_or_create(desk.session, Sender("test", "ana", "Ana"), "ana", NOW)
        await grant_role(desk, ana, Role.AGENT, None)
    with pytest.raises(OSError, match="disk full"):
        await _fails(work, ana)
    async with database.reading() as session:
        waiting = await outbox.ready(session, ["test"], NOW, 10)
    [told] = [one.item for one in waiting]
    assert isinstance(told, ReplyItem)
    assert told.reply.text.startswith("Ahora tiene el rol <b>")


async def _fails(work: UnitOfWork, ana: Person) -> None:
    async with work.begin() as desk:
        await grant_role(desk, ana, Role.ADMIN, None)
        raise OSError("disk full")
