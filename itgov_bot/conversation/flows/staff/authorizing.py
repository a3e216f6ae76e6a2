"""Consent, kept with the case of whoever pressed beside the notice."""

from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people


async def authorize(turn: Turn, name: str | None = None) -> None:
    """They pressed to send beside the notice. `name` is how they called themselves."""
    turn.person = await people.record_consent(turn.desk, turn.person, turn.incoming.sender)
    if name and not turn.is_registered:
        turn.person = await people.update_profile(turn.desk, turn.person, name=name)
