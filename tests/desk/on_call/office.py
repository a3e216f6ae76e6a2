"""The desk as time goes by, with a guard. Its fixtures are in `conftest`."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.on_call import (
    everybody_on_duty,
    set_order,
    watch,
)
from itgov_bot.domain.facts import (
    DutyFact,
)
from itgov_bot.domain.people import Person
from itgov_bot.domain.rota import DutySpan
from itgov_bot.storage import people
from tests.made import city
from tests.storage.made import sender

BOGOTA = ZoneInfo("America/Bogota")
REFERENCE = replace(city(), rota=replace(city().rota, steps=1))
"""One step rotates, on Mondays at eight; holes are warned of three days ahead."""


def at(day: int, hour: int = 12, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=BOGOTA)


TUESDAY = at(10)
NIGHT = DutySpan(at(14, 20), at(15, 8))


@dataclass
class Office:
    """The desk as time goes by, with people by their user name."""

    desk: Desk

    async def person(self, user: str) -> Person:
        return await people.get_or_create(self.desk.session, sender(user), user, self.desk.now)

    async def team(self, *users: str) -> list[Person]:
        return [await self.person(user) for user in users]

    async def takes_turns(self, *users: str) -> None:
        order = await self.team(*users)
        await set_order(self.desk, order, order[0])
        self.desk.facts.clear()

    async def reach(self, user: str, reachable: bool) -> None:
        await people.set_reachable(self.desk.session, "telegram", user, reachable)

    def is_now(self, when: datetime) -> None:
        self.desk = replace(self.desk, now=when)

    async def on_duty(self, *when: datetime) -> list[str]:
        """Who would be called first at each of these instants; a dash for nobody."""
        found = [await everybody_on_duty(self.desk, one) for one in when]
        return [one[0][1].user if one else "-" for one in found]

    async def by_week(self, count: int = 4) -> list[str]:
        return await self.on_duty(*(self.desk.now + timedelta(days=7 * week) for week in range(count)))

    async def round(self, when: datetime) -> list[DutyFact]:
        """What time makes due at an instant, as the round of the rota does it."""
        self.is_now(when)
        self.desk.facts.clear()
        await watch.admit_rota_of_file(self.desk)
        await watch.close_unanswered_swaps(self.desk)
        await watch.tell_hand_overs(self.desk)
        await watch.warn_of_holes(self.desk)
        return [one for one in self.desk.facts if isinstance(one, DutyFact)]
