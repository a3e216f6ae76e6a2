"""How a handler says that it cannot begin: `bot.py` knows it without loading the handler's library."""


class StartFailed(Exception):
    """The bot can't work with these settings; the text is meant for the operator and holds no secret."""
