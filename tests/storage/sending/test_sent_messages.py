"""What stands in a chat: the ticket that an answer finds, and the message that shows a card."""

from itgov_bot.domain.people import Person
from itgov_bot.storage.database import Database
from itgov_bot.storage.sending import sent_messages
from itgov_bot.storage.sending.sent_messages import About
from tests.storage.made import MINUTE, NOW, a_ticket, chat


async def test_old_messages_are_forgotten(database: Database) -> None:
    async with database.transaction() as session:
        for ref, at in (("7", NOW), ("8", NOW + MINUTE)):
            await sent_messages.remember(session, [About(chat("ana"), ref, None, f"ticket:{ref}")], at)
        await sent_messages.forget_before(session, NOW + MINUTE)
        assert await sent_messages.showing(session, chat("ana"), "ticket:7") is None
        assert await sent_messages.showing(session, chat("ana"), "ticket:8") == ("8", None)


async def test_an_answer_to_a_message_finds_its_case(database: Database, ana: Person) -> None:
    ticket = await a_ticket(database, ana)
    async with database.transaction() as session:
        await sent_messages.remember(session, [About(chat("ana"), "7", ticket.id)], NOW)
        assert await sent_messages.about(session, chat("ana"), "7") == (ticket.id, None)
        assert await sent_messages.about(session, chat("beto"), "7") is None
        assert await sent_messages.about(session, chat("ana"), "8") is None


async def test_the_newest_shape_of_a_card_counts(database: Database, ana: Person) -> None:
    group = chat("-100")
    async with database.transaction() as session:
        assert await sent_messages.showing(session, group, "ticket:1") is None
        await sent_messages.remember(session, [About(group, "7", None, "ticket:1", "a")], NOW)
        await sent_messages.remember(session, [About(group, "7", None, "ticket:1", "b")], NOW + MINUTE)
        assert await sent_messages.showing(session, group, "ticket:1") == ("7", "b")
        await sent_messages.remember(session, [About(group, "9", None, "ticket:1", "c")], NOW + 2 * MINUTE)
        assert await sent_messages.showing(session, group, "ticket:1") == ("9", "c")
        assert await sent_messages.showing(session, group, "ticket:2") is None
        assert await sent_messages.showing(session, chat("ana"), "ticket:1") is None
