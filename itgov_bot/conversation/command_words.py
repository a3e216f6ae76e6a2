"""A command of a role in one word, without its slash: «mesa», «salud», «invitar»."""

from itgov_bot.actions import Action
from itgov_bot.conversation import commands
from itgov_bot.conversation.turn import Turn
from itgov_bot.understanding.language.folding import plain


def is_command(text: str) -> bool:
    """«Mesa», «resolver 12»."""
    word, _, rest = plain(text).partition(" ")
    return commands.find(word) is not None and (not rest or rest.isdigit())


def pressing(text: str) -> str | None:
    """The data of the button that runs it; None for other words."""
    word, _, rest = plain(text).partition(" ")
    return Action.COMMAND.data(word, rest) if is_command(text) else None


async def of_role(turn: Turn) -> bool:
    """A reader: the word alone, of who may use it. Those for everybody are words of many other things."""
    word = plain(turn.text)
    command = commands.find(word)
    if turn.files.kept or command is None or command.gate is None or not command.is_open_to(turn):
        return False
    await command.handler(turn, "")
    return True
