"""How a person is named to others."""

from __future__ import annotations

from itgov_bot.domain.people import Person


def name_of(person: Person | None) -> str:
    """How somebody is called; people who gave no name have their user name or number."""
    if person is None:
        return "La mesa"
    return person.name or (f"@{person.username}" if person.username else f"Usuario {person.user}")


def giver(person: Person | None) -> str:
    """Who gave or took a role, or invited; nobody means that it was done at the machine."""
    return name_of(person) if person else "la instalación"
