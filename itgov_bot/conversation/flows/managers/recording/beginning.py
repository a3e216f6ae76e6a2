"""Where recording begins: by command, by button, in words; and what is still to be recorded."""

from itgov_bot.conversation.turn import Turn


async def begin(turn: Turn, rest: str) -> None:
    """`/kpi registrar`, `/kpi registrar 10`, `/kpi registrar 10 2026-Q3`: checks whose indicators they are by itself."""
    raise NotImplementedError


async def missing(turn: Turn) -> None:
    """What nobody has recorded yet, and whose it is."""
    raise NotImplementedError


async def mine(turn: Turn) -> None:
    """The indicators of an owner, each with its last reading and what is missing of it."""
    raise NotImplementedError
