"""To whom a ticket is assigned when an agent writes a colleague's name instead of pressing it."""

import pytest

from itgov_bot.conversation.flows.known_people import agent_named
from itgov_bot.domain.people import Person

AGENTS = [
    Person(number, "telegram", str(number), name, str(number))
    for number, name in enumerate(
        ["Darío Puello Castro", "Carla Herrera", "Carla Mendoza", "Luis Pérez", "Luis Pérez"]
    )
]


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Darío Puello Castro", "Darío Puello Castro"),
        ("dario", "Darío Puello Castro"),
        ("dario puelo", "Darío Puello Castro"),
        ("Carla Herrera", "Carla Herrera"),
        ("carla mendosa", "Carla Mendoza"),
        ("carla", None),
        ("luis perez", None),
        ("Marta", None),
        ("", None),
        ("12", None),
    ],
)
def test_a_colleague_is_meant_by_name_if_it_can_be_only_one(asked: str, name: str | None) -> None:
    found = agent_named(asked, AGENTS)
    assert (found.name if found else None) == name
