"""Where the desk reads what concerns it: its group, or its agents; and who watches over it."""

from __future__ import annotations

from itgov_bot.desk.desk import Desk
from itgov_bot.domain.people import Person, Role
from itgov_bot.messages import Address
from itgov_bot.storage import duty, people

SUPPORT = "support"
"""The purpose under which the agents' group is kept."""


async def places(desk: Desk, ticket: int) -> list[Address]:
    """The ticket's topic in the agents' group, or the group; without one, every agent in private."""
    if group := await duty.desk_chat(desk.session, SUPPORT, ticket):
        return [group]
    return [agent.address for agent in await reachable(desk, Role.AGENT)]


async def coordinators(desk: Desk) -> list[Person]:
    """The administrators who can be reached."""
    return await reachable(desk, Role.ADMIN)


async def reachable(desk: Desk, role: Role) -> list[Person]:
    return [person for person in await people.with_role(desk.session, role) if person.reachable]
