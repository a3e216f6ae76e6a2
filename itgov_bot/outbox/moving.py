"""A chat goes on under another id: what waits for it and what is kept of it follow. Called by turn and delivery."""

from __future__ import annotations

from itgov_bot.storage import duty, outbox, topics
from itgov_bot.storage.database import Session


async def follow(session: Session, channel: str, old: str, new: str) -> None:
    await outbox.move_chat(session, channel, old, new)
    await duty.move_desk_chat(session, channel, old, new)
    await topics.move_chat(session, channel, old, new)
