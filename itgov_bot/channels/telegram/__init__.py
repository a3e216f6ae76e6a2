"""Telegram as a channel: sends, edits, fetches files and sets menus over the Bot API."""

from itgov_bot.channels.telegram.bot import make_bot
from itgov_bot.channels.telegram.channel import TelegramChannel

__all__ = ["TelegramChannel", "make_bot"]
