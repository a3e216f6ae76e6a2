"""The night that passed, told to the managers and coordinators who want one message of it in the morning."""

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.night import watchers
from itgov_bot.domain.facts import NightPassed
from itgov_bot.domain.people import UrgentNews
from itgov_bot.outbox.posting import post
from itgov_bot.wording.managers import night as words


async def tell(desk: Desk, fact: NightPassed) -> None:
    reply = words.morning(fact.span, fact.cases, desk.calendars.general, desk.now)
    for person in await watchers(desk, UrgentNews.MORNING):
        await post(desk.session, person.address, reply, desk.now)
