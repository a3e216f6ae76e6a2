"""What most storage tests begin with: people, cases, an instant."""

from datetime import UTC, datetime, timedelta

from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Draft, Ticket
from itgov_bot.messages import Address, Sender
from itgov_bot.storage import people, tickets
from itgov_bot.storage.database import Database, Session

NOW = datetime(2026, 3, 2, 15, 0, 0, 123456, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def sender(user: str, name: str = "", username: str | None = None) -> Sender:
    return Sender("telegram", user, name or user.title(), username)


def chat(name: str) -> Address:
    return Address("telegram", name)


async def a_person(database: Database, user: str, username: str | None = None) -> Person:
    async with database.transaction() as session:
        return await people.get_or_create(session, sender(user, username=username), user, NOW)


async def open_one(
    session: Session, requester: Person, text: str = "no abre el correo", year: int = 2026
) -> Ticket:
    number = await tickets.next_number(session, year)
    draft = Draft(text, "SER-004", "Hacienda", "ext. 12")
    return await tickets.add(session, number, draft, requester.id, "telegram", NOW, NOW)


async def a_ticket(database: Database, requester: Person, text: str = "no abre el correo") -> Ticket:
    async with database.transaction() as session:
        return await open_one(session, requester, text)
