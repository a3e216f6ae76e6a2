"""A round for outages: the card in the group follows the number of affected, once a round however many join."""

from __future__ import annotations

from datetime import timedelta

from itgov_bot.desk.desk import Desk
from itgov_bot.outbox import announcements
from itgov_bot.storage import outages, tickets

LOOKED_BACK = timedelta(minutes=3)
"""Longer than the time between two rounds; a card that would say the same is not sent again."""


async def show_affected(desk: Desk) -> None:
    for one in await outages.grown_since(desk.session, desk.now - LOOKED_BACK):
        ticket = await tickets.get(desk.session, one)
        news = announcements.News(desk.session, desk.now, desk.calendar(ticket.service))
        await announcements.changed(news, one, desk.service(ticket.service))
