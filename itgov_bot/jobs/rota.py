"""Rounds of the guard's rota: its hand-over, holes that are coming, requests for swaps that nobody answered."""

from __future__ import annotations

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.on_call import watch


async def follow_rota(desk: Desk) -> None:
    """In this order: whoever the file names is counted on, and what was agreed on is handed over."""
    await watch.admit_rota_of_file(desk)
    await watch.close_unanswered_swaps(desk)
    await watch.tell_hand_overs(desk)
    await watch.warn_of_holes(desk)
