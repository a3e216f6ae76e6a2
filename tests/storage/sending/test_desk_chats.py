"""The desk's chats."""

from itgov_bot.messages import Address
from itgov_bot.storage.database import Database
from itgov_bot.storage.sending import desk_chats


async def test_the_support_group_is_set_replaced_and_followed(database: Database) -> None:
    async with database.transaction() as session:
        assert await desk_chats.desk_chat(session, "support") is None
        await desk_chats.set_desk_chat(session, "support", Address("telegram", "-1"), "Mesa")
        await desk_chats.set_desk_chat(session, "support", Address("telegram", "-2"), "Mesa SAUS")
        await desk_chats.move_desk_chat(session, "telegram", "-1", "-100")
        assert await desk_chats.desk_chat(session, "support") == Address("telegram", "-2")
        await desk_chats.move_desk_chat(session, "telegram", "-2", "-100")
        assert await desk_chats.desk_chat(session, "support") == Address("telegram", "-100")


async def test_a_lost_group_is_forgotten_once(database: Database) -> None:
    async with database.transaction() as session:
        await desk_chats.set_desk_chat(session, "support", Address("telegram", "-1"), "Mesa")
        assert await desk_chats.forget_desk_chat(session, "telegram", "-2") is None
        assert await desk_chats.forget_desk_chat(session, "telegram", "-1") == "Mesa"
        assert await desk_chats.forget_desk_chat(session, "telegram", "-1") is None
        assert await desk_chats.desk_chat(session, "support") is None
