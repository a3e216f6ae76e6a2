"""Telegram as a channel: sends, edits, fetches files and sets menus over the Bot API."""

from itgov_bot.channels.telegram.bot import TelegramBot, make_bot
from itgov_bot.channels.telegram.channel import TelegramChannel

__all__ = ["TelegramBot", "TelegramChannel", "make_bot"]
