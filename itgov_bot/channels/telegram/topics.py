"""Keeps a forum topic as it should be: its title, and whether it is open."""

from collections.abc import Awaitable

from telegram import Bot
from telegram.error import BadRequest

from itgov_bot.channels.telegram.failures import says
from itgov_bot.channels.telegram.posts import chat_id
from itgov_bot.messages import Address


async def keep(bot: Bot, address: Address, title: str | None, closed: bool | None) -> None:
    """An administrator may have done the same by hand: what is so already is no failure."""
    chat, thread = chat_id(address), int(address.thread or 0)
    if closed is False:
        await _unless_so_already(bot.reopen_forum_topic(chat, thread))
    if title is not None:
        await _unless_so_already(bot.edit_forum_topic(chat, thread, name=title))
    if closed:
        await _unless_so_already(bot.close_forum_topic(chat, thread))


async def _unless_so_already(change: Awaitable[bool]) -> None:
    try:
        await change
    except BadRequest as refusal:
        if not says(refusal, "topic_not_modified"):
            raise
