"""What `RunningDesk` arranges by deeds, for the stories that are about how it is said and what comes of it."""

from tests.emulator import Group, Person
from tests.journeys.desk import RunningDesk


async def greets(*people: Person) -> None:
    """They write for the first time, and have a message of the desk before them."""
    for person in people:
        await person.writes("/start")
        await person.receives("mesa de servicio")


async def tells(person: Person, what: str, *expected: str) -> None:
    """What somebody writes, and what they read of it, a message each."""
    await person.writes(what)
    for one in expected:
        await person.receives(one)


async def gives(desk: RunningDesk, role: str, person: Person) -> None:
    await desk.knows(desk.admin, person)
    await desk.admin.writes(f"/rol dar {role} {person.id}")
    await desk.admin.receives("ahora tiene el rol")
    await person.receives("Ahora tiene el rol")


async def uses_group(desk: RunningDesk, group: Group) -> None:
    await desk.knows(desk.admin)
    await desk.admin.writes_in(group, "/mesa")
    await group.receives("grupo de la mesa")
    await desk.admin.presses("Sí, usar este grupo", in_group=group)
    await group.receives("desde ahora los casos nuevos llegan a este grupo")
