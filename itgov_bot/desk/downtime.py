"""For how long services were down in a span of time, as indicator 9 counts it; planned maintenance apart."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.maintenance import view
from itgov_bot.domain import downtime
from itgov_bot.domain.calendar import Span
from itgov_bot.domain.downtime import Unavailable
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.maintenance import MaintenanceView
from itgov_bot.domain.tickets.outages import Outage
from itgov_bot.records import dataclass
from itgov_bot.storage import maintenance, outages


async def unavailable(desk: Desk, span: Span) -> Unavailable:
    """Of a span that goes on: until now."""
    until = min(span[1], desk.now)
    down = await outages.down_between(desk.session, span[0], until)
    planned = [one.down for one in await maintenance.between(desk.session, span[0], until)]
    counted = (span[0], until)
    return Unavailable(downtime.downtime(down, planned, counted), downtime.planned_time(planned, counted))


@dataclass(frozen=True, slots=True)
class DownWithin:
    """What was down at some moment of some days, the oldest first, what had been planned, and for how long in all."""

    outages: Sequence[Outage]
    planned: Sequence[MaintenanceView]
    total: Unavailable


async def down_within(desk: Desk, of: Stretch) -> DownWithin:
    """Until now, if the days go on."""
    zone = desk.calendars.general.zone
    begins = datetime.combine(of.first, time(), zone)
    ends = min(datetime.combine(of.last + timedelta(days=1), time(), zone), desk.now)
    planned = await maintenance.between(desk.session, begins, ends)
    return DownWithin(
        await outages.between(desk.session, begins, ends),
        [await view(desk, one) for one in planned],
        await unavailable(desk, (begins, ends)),
    )
