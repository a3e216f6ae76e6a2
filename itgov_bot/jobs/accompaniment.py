"""Rounds of the events that are accompanied: reminders before them, and on the next working day how it was."""

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets import accompaniment


async def remind_of_events(desk: Desk) -> None:
    """Each reminder once, whatever the clock does."""
    for ticket in await accompaniment.coming_soon(desk):
        await accompaniment.remind_of(desk, ticket)


async def ask_how_events_were(desk: Desk) -> None:
    await accompaniment.ask_how_it_was(desk)
