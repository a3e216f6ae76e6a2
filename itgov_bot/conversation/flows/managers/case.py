"""A case that a manager looks at: from a list of `/resumen`, by `/estado`, or by its number alone. Read only."""

from itgov_bot.conversation.state import LastLooked
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.looking import look
from itgov_bot.domain.people import may_see_summaries, may_work_tickets
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.wording.managers import case as words
from itgov_bot.wording.staff.tickets.changed import no_such_ticket


async def press(turn: Turn, rest: str) -> None:
    """`look:SAUS-2026-000001`, with `:log` its whole history."""
    number, _, what = rest.partition(":")
    ticket = await lookup.find(turn.desk, number)
    if ticket is None:
        turn.say(no_such_ticket(number))
    else:
        await show(turn, ticket, whole=what == "log")


async def show_if_allowed(turn: Turn, number: str) -> bool:
    """For who has no part in a case. False when they may not see it, or there is none."""
    ticket = await lookup.find(turn.desk, number) if may_see_summaries(turn.roles) else None
    if ticket:
        await show(turn, ticket)
    return ticket is not None


async def show(turn: Turn, ticket: Ticket, *, whole: bool = False) -> None:
    """Without its ticket behind the message: an answer to it goes to nobody."""
    turn.state.looked = LastLooked(turn.now, ticket.number)
    found = await look(turn.desk, ticket)
    turn.say(words.look(found, whole=whole, may_work=may_work_tickets(turn.roles)))
