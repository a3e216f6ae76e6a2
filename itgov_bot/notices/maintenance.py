"""Who hears what of planned maintenance. Every kind of fact about it has its row."""

from collections.abc import Awaitable, Callable, Sequence

from itgov_bot.desk import maintenance as maintenance_desk
from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.domain.facts import MaintenanceFact
from itgov_bot.domain.maintenance import MaintenanceKind, MaintenanceView
from itgov_bot.messages import Address
from itgov_bot.records import dataclass
from itgov_bot.replies import Reply
from itgov_bot.storage import maintenance as stored
from itgov_bot.wording import maintenance as staff
from itgov_bot.wording.agents import maintenance as agents

Audience = Callable[[Desk, MaintenanceFact], Awaitable[list[Address]]]
Words = Callable[[MaintenanceView, MaintenanceFact], Reply]


async def desk_side(desk: Desk, _fact: MaintenanceFact) -> list[Address]:
    """The agents' group; without one, every agent in private."""
    return await support.places(desk)


async def concerned(desk: Desk, fact: MaintenanceFact) -> list[Address]:
    """Who has an open ticket of that service, or had one when it was announced: they were told then."""
    one = fact.maintenance
    if one.plan.service is None:
        return []
    found = await stored.concerned(desk.session, one.plan.service, one.announced_at)
    return [person.address for person in found if person.reachable]


async def announcer(desk: Desk, fact: MaintenanceFact) -> list[Address]:
    """Who announced it; the desk, where they cannot be reached."""
    person = (await maintenance_desk.view(desk, fact.maintenance)).announced_by
    return [person.address] if person and person.reachable else await support.places(desk)


@dataclass(frozen=True, slots=True)
class Notice:
    to: Audience
    says: Words


NOTICES: dict[MaintenanceKind, tuple[Notice, ...]] = {
    MaintenanceKind.ANNOUNCED: (Notice(desk_side, agents.announced), Notice(concerned, staff.announced)),
    MaintenanceKind.MOVED: (Notice(desk_side, agents.moved), Notice(concerned, staff.moved)),
    MaintenanceKind.CANCELLED: (Notice(desk_side, agents.cancelled), Notice(concerned, staff.cancelled)),
    MaintenanceKind.COMES_TOMORROW: (Notice(desk_side, agents.comes_tomorrow),),
    MaintenanceKind.BEGAN: (Notice(desk_side, agents.began),),
    MaintenanceKind.SHOULD_BE_OVER: (
        Notice(announcer, agents.ask_if_over),
        Notice(desk_side, agents.should_be_over),
    ),
    MaintenanceKind.ENDED: (Notice(desk_side, agents.ended), Notice(concerned, staff.ended)),
}


async def told(desk: Desk, fact: MaintenanceFact) -> Sequence[tuple[Address, Reply]]:
    """Each place hears once, by the first notice that is for it; whoever did it knows."""
    view = await maintenance_desk.view(desk, fact.maintenance)
    heard: dict[Address, Reply] = {}
    for notice in NOTICES[fact.kind]:
        for address in await notice.to(desk, fact):
            heard.setdefault(address, notice.says(view, fact))
    if fact.by:
        heard.pop(fact.by.address, None)
    return list(heard.items())
