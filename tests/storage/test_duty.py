"""The desk's chats."""

from itgov_bot.messages import Address
from itgov_bot.storage import duty
from itgov_bot.storage.database import Database


async def test_the_support_group_is_set_replaced_and_followed(database: Database) -> None:
    async with database.transaction() as session:
        assert await duty.desk_chat(session, "support") is None
        await duty.set_desk_chat(session, "support", Address("telegram", "-1"), "Mesa")
        await duty.set_desk_chat(session, "support", Address("telegram", "-2"), "Mesa SAUS")
        await duty.move_desk_chat(session, "telegram", "-1", "-100")
        assert await duty.desk_chat(session, "support") == Address("telegram", "-2")
        await duty.move_desk_chat(session, "telegram", "-2", "-100")
        assert await duty.desk_chat(session, "support") == Address("telegram", "-100")


async def test_a_lost_group_is_forgotten_once(database: Database) -> None:
    async with database.transaction() as session:
        await duty.set_desk_chat(session, "support", Address("telegram", "-1"), "Mesa")
        assert await duty.forget_desk_chat(session, "telegram", "-2") is None
        assert await duty.forget_desk_chat(session, "telegram", "-1") == "Mesa"
        assert await duty.forget_desk_chat(session, "telegram", "-1") is None
        assert await duty.desk_chat(session, "support") is None
