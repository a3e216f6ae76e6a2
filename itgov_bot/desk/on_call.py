"""The duty ladder: who is called at night, first and next."""

from __future__ import annotations

from datetime import datetime

from itgov_bot.desk.desk import Desk
from itgov_bot.domain.facts import PutOnDuty
from itgov_bot.domain.people import Person, Role
from itgov_bot.storage import duty, people


async def put_on_duty(desk: Desk, person: Person, step: int, by: Person) -> None:
    """Whoever is paged must be able to take the ticket, so the ladder gives the role."""
    await duty.put_on_duty(desk.session, person.id, step)
    await people.grant(desk.session, person.id, Role.ON_CALL, by.id, desk.now)
    desk.facts.append(PutOnDuty(person, step, by))


async def take_off_duty(desk: Desk, person: Person) -> bool:
    """False when they were not on the ladder. The role stays."""
    return await duty.take_off_duty(desk.session, person.id)


async def everybody_on_duty(desk: Desk, at: datetime | None = None) -> list[tuple[int, Person]]:
    """The ladder as it was written down: the step and the person, also those who cannot be reached.

    `at` is the instant for which it is asked, or now.
    """
    return await duty.ladder(desk.session)
