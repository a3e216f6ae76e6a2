"""A strict Telegram Bot API emulator for tests: see README.md."""

from .groups import Group
from .inbox import BotMessage, Button, Toast
from .ledger import Call
from .people import Person, Sent
from .server import TOKEN, TelegramEmulator

__all__ = ["TOKEN", "BotMessage", "Button", "Call", "Group", "Person", "Sent", "TelegramEmulator", "Toast"]
