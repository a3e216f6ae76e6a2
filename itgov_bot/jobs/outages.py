"""A round for outages: the card in the group follows the number of affected, once a round however many join."""

from __future__ import annotations

from datetime import timedelta

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets import remind
from itgov_bot.domain.tickets.events import ReminderKind
from itgov_bot.storage import outages

LOOKED_BACK = timedelta(minutes=3)
"""Longer than the time between two rounds; a card that would say the same is not sent again."""


async def show_affected(desk: Desk) -> None:
    for ticket in await outages.grown_since(desk.session, desk.now - LOOKED_BACK):
        remind(desk, ticket, ReminderKind.OUTAGE_GREW)
