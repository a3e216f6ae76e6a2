"""Whoever ends their turn of duty hands over what is open: their words stay with it, and who goes on is one press away."""

from collections.abc import Sequence

from itgov_bot.conversation.flows.agents.card.colleagues import likely
from itgov_bot.conversation.flows.at_ticket import is_named
from itgov_bot.conversation.flows.hearing.message import going_on
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets.working import note
from itgov_bot.domain.tickets.matters import MatterKind
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.understanding.inside.called import CalledSays
from itgov_bot.understanding.inside.kinds import Book
from itgov_bot.understanding.inside.team import TeamSays
from itgov_bot.understanding.language.answering.picks import only_label_told_of
from itgov_bot.wording.agents.duty import handover as words

_HELD = frozenset({MatterKind.GUARD, MatterKind.HELD})
MIN_TOLD = 4
"""Words: fewer tell nobody anything («entrego turno»)."""


async def hands_over(turn: Turn) -> bool:
    """A reader, before what is said of one case alone."""
    if turn.state.form or not turn.text or turn.files.kept or turn.text.startswith("/"):
        return False
    if not (await likely(turn, Book.TEAM)).is_surely(TeamSays.HANDOVER):
        return False
    if (await likely(turn, Book.CALLED)).is_surely(CalledSays.DECLINE):
        return False  # «que la tome la guardia»: somebody is called at once
    await hand_over(turn)
    return True


async def hand_over(turn: Turn) -> None:
    held = await _meant(turn, await _held(turn))
    if len(turn.text.split()) >= MIN_TOLD:
        for one in held:
            await note(turn.desk, one, turn.person, turn.text)
    turn.say(words.handed_over(held) if held else words.NOTHING_OPEN)


async def _held(turn: Turn) -> list[Ticket]:
    """The urgent ones that they have, and outages."""
    found = [one.ticket for one in await going_on(turn) if one.kind in _HELD]
    return [one for one in found if not one.event_at and (one.urgent or one.is_outage)]


async def _meant(turn: Turn, held: Sequence[Ticket]) -> Sequence[Ticket]:
    """Those that are named; else all of them."""
    if named := [one for one in held if await is_named(turn, one)]:
        return named
    at = only_label_told_of(turn.text, [f"{one.text} {one.place}" for one in held]) if len(held) > 1 else None
    return held if at is None else held[at : at + 1]
