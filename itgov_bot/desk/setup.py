"""How far the desk is set up, and the page that is only a test."""

from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.on_call import duty_plan
from itgov_bot.desk.page_ways import ways_of
from itgov_bot.desk.people import grants, who_work
from itgov_bot.domain.people import Grant, Person, Role
from itgov_bot.domain.rota import INSTANT, DutySpan
from itgov_bot.domain.setup import Setup
from itgov_bot.domain.ways import WayKind
from itgov_bot.messages import Address
from itgov_bot.storage import marks

PAGE_HEARD = "page_heard"
"""Where it is kept when somebody last said that a test page arrived."""


async def measure(desk: Desk, reader: Person) -> Setup:
    held = await grants(desk)
    plan = await duty_plan(desk, DutySpan(desk.now, desk.now + INSTANT))
    group = await support.group_described(desk)
    return Setup(
        reader=reader,
        administrators=_count([one for one in held if one.person.channel == reader.channel], Role.ADMIN),
        coordinators=_count(held, Role.COORDINATOR),
        agents=_count(held, Role.AGENT),
        group=group[0] if group else None,
        has_topics=bool(group and group[1]),
        rights=await support.rights_in_group(desk),
        guard=not plan.rota.is_empty,
        unreachable=tuple(one for _, one in plan.on_duty(desk.now) if one.id not in plan.reachable),
        nameless=tuple(one for one in await who_work(desk) if not one.name),
        page_heard=await marks.last(desk.session, PAGE_HEARD),
    )


def _count(held: list[Grant], role: Role) -> int:
    return sum(one.role is role for one in held)


async def mailboxes(desk: Desk, person: Person) -> list[Address]:
    """Where a page of theirs goes besides the chat."""
    ways = (await ways_of(desk, [person.id])).get(person.id, [])
    return [way.to for way in ways if way.kind is WayKind.MAIL]


async def page_was_heard(desk: Desk) -> None:
    await marks.renew(desk.session, PAGE_HEARD, desk.now)
