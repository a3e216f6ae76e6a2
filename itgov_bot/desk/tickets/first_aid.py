"""What a person solved with what was proposed to them, before a case was sent: a ticket that is solved from the start."""

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets.changes import move, record
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.moves import Move
from itgov_bot.domain.tickets.ticket import Draft, Solution, Ticket
from itgov_bot.storage import tickets


async def open_self_solved(desk: Desk, requester: Person, draft: Draft, tried: str) -> Ticket:
    """Counted, and rated by who solved it; nobody is called for it. It keeps nothing personal, for nobody was asked to
    consent: the `draft` has neither their place nor a contact but this chat."""
    number = await tickets.next_number(desk.session, desk.local_year)
    opened = await tickets.add(
        desk.session, number, draft, requester.id, requester.channel, desk.now, desk.now
    )
    solved = await move(
        desk, opened, Move.RESOLVE, outcome=tried, solution=Solution.SELF, resolved_at=desk.now
    )
    return await record(desk, solved, EventKind.SELF_SOLVED, requester.id, text=tried)
