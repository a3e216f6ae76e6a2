"""What an administrator wants to know at a glance: is anything stuck?"""

from itgov_bot.desk.desk import Desk
from itgov_bot.domain.health import Health
from itgov_bot.storage import health


async def measure(desk: Desk) -> Health:
    return Health(
        counts=await health.counts(desk.session, desk.now),
        receiver=await health.of_receiver(desk.session, desk.now) if desk.feed else None,
        vitals=await health.vitals(desk.session, desk.now),
        installation=desk.installation,
    )
