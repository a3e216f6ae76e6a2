"""How the stories of ratings and due times solve a case: as an agent does, without the talk around it."""

from typing import Any

from itgov_bot.desk.rating import comment_rating, rate_ticket
from itgov_bot.desk.tickets.working import resolve_ticket
from itgov_bot.storage import people, tickets
from tests.emulator import BotMessage, Person
from tests.journeys.desk import RunningDesk


async def solves(
    running: RunningDesk,
    agent: Person,
    number: str,
    what: str = "Se reinició el buzón",
    **how: Any,
) -> None:
    """The case is solved and its requester is asked to rate it."""
    await running.settled()
    async with running.app.work.begin() as desk:
        by = await people.by_user(desk.session, "telegram", str(agent.id))
        ticket = await tickets.by_number(desk.session, number)
        assert by
        assert ticket
        await resolve_ticket(desk, ticket, by, what, **how)
    await running.app.settle()


async def rates(running: RunningDesk, person: Person, number: str, stars: int, comment: str) -> None:
    """Their solved case has stars, and words beside them."""
    async with running.app.work.begin() as desk:
        by = await people.by_user(desk.session, "telegram", str(person.id))
        ticket = await tickets.by_number(desk.session, number)
        assert by
        assert ticket
        await comment_rating(desk, await rate_ticket(desk, ticket, by, stars), by, comment)


async def solved_case(running: RunningDesk) -> tuple[str, BotMessage]:
    """A case of Ana, solved by Carla, with the question for its rating."""
    await running.gives("agente", running.carla)
    number = await running.opens_case(running.ana)
    await running.settled(running.carla)
    await solves(running, running.carla, number)
    asked = await running.ana.receives("está resuelto")
    await running.settled(running.carla)
    return number, asked
