"""A case for those who answer for the desk: read only."""

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.tickets.look import Look
from itgov_bot.domain.tickets.ticket import Solution, State, Ticket


async def look(desk: Desk, ticket: Ticket) -> Look:
    scrub = desk.reference.scrubber.scrub
    outcome = ticket.outcome if _is_of_desk(ticket) else None
    return Look(
        view=await view(desk, ticket),
        facts=await lookup.timeline(desk, ticket),
        outcome=scrub(outcome or ""),
        comment=scrub(ticket.rating_comment or ""),
    )


def _is_of_desk(ticket: Ticket) -> bool:
    """Why somebody cancelled, or how they helped themselves, are words of theirs."""
    return ticket.state is not State.CANCELLED and ticket.solution is not Solution.SELF
