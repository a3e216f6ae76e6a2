"""The guard in the words of whoever works at the desk: they are answered with who is on duty, or with a swap, and never with
office hours."""

from itgov_bot.conversation.flows.agents import duty, duty_swaps
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.understanding.language.duty_asked import DutyAsked, duty_asked


async def asked_in_words(turn: Turn) -> bool:
    """A reader: «¿quién está de guardia?», «no puedo estar de guardia el sábado»."""
    asked = duty_asked(turn.text) if may_work_tickets(turn.roles) and not turn.files.kept else None
    if asked is DutyAsked.CANNOT:
        await duty_swaps.begin(turn)
    elif asked:
        await duty.show(turn, "")
    return asked is not None
