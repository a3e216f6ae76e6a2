"""What happens after the solution: the requester rates it, and a ticket that nobody objects to closes by itself."""

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets.changes import Overtaken, move, record, remind
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind, ReminderKind
from itgov_bot.domain.tickets.moves import Move, MoveNotAllowed
from itgov_bot.domain.tickets.rating import Rating
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import notices, ratings, ticket_events, tickets


class NotTheRequester(Exception):
    """Only who opened a ticket says how its solution was."""


class NotToRate(Exception):
    """The ticket is not solved, or closed already, or they solved it themselves: there is nothing to rate."""


async def rate_ticket(desk: Desk, ticket: Ticket, by: Person, stars: int) -> Ticket:
    """One to five; it can be changed until the ticket is closed. The same number again is no fact.

    Raises NotTheRequester or NotToRate.
    """
    rated = await _set(desk, ticket, by, rating=stars)
    if ticket.rating == stars:
        return rated
    return await record(desk, rated, EventKind.RATED, by.id, rating=stars)


async def comment_rating(desk: Desk, ticket: Ticket, by: Person, text: str) -> Ticket:
    """Raises NotTheRequester or NotToRate."""
    rated = await _set(desk, ticket, by, rating_comment=text)
    return await record(desk, rated, EventKind.RATED, by.id, rating=rated.rating, comment=text)


async def close_ticket(desk: Desk, ticket: Ticket) -> bool:
    """Time closes a solved ticket. False when somebody moved it meanwhile."""
    try:
        closed = await move(desk, ticket, Move.CLOSE)
    except (MoveNotAllowed, Overtaken):
        return False
    await record(desk, closed, EventKind.CLOSED, None)
    return True


async def _set(desk: Desk, ticket: Ticket, by: Person, **columns: object) -> Ticket:
    if ticket.requester != by.id:
        raise NotTheRequester
    if not ticket.rating_counts or not await notices.rate(desk.session, ticket.id, **columns):
        raise NotToRate
    rated = await tickets.get(desk.session, ticket.id)
    if rated.rating is not None:
        said = Rating(rated.id, rated.solved_at, rated.rating, rated.rating_comment)
        await ratings.keep(desk.session, said, desk.now)
    return rated


async def tell_if_low(desk: Desk, rating: Rating) -> None:
    """To who coordinates, once; what is said of the same solution later renews what they read."""
    if await ratings.mark_told(desk.session, rating, desk.now):
        solution = await _solution(desk, rating)
        said = {"rating": rating.stars, "comment": rating.comment, "solved_at": rating.solved_at.isoformat()}
        remind(desk, rating.ticket, ReminderKind.RATED_LOW, **said, **solution)


async def _solution(desk: Desk, rating: Rating) -> dict[str, object]:
    """Who found it and what they did, as the ticket's history has it."""
    for event in await ticket_events.timeline(desk.session, rating.ticket):
        if event.kind is EventKind.RESOLVED and event.at == rating.solved_at:
            return {"people": [event.actor] if event.actor else [], "text": event.data.get("text")}
    return {}
