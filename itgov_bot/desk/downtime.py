"""For how long services were down in a span of time, as indicator 9 will count it; planned maintenance apart."""

from dataclasses import dataclass
from datetime import timedelta

from itgov_bot.desk.desk import Desk
from itgov_bot.domain import downtime
from itgov_bot.domain.calendar import Span
from itgov_bot.storage import maintenance, outages


@dataclass(frozen=True, slots=True)
class Unavailable:
    """`unplanned` is what counts against availability; `planned` was announced, whether or not it was needed."""

    unplanned: timedelta
    planned: timedelta


async def unavailable(desk: Desk, span: Span) -> Unavailable:
    """Of a span that goes on: until now."""
    until = min(span[1], desk.now)
    down = await outages.down_between(desk.session, span[0], until)
    planned = [one.down for one in await maintenance.between(desk.session, span[0], until)]
    counted = (span[0], until)
    return Unavailable(downtime.downtime(down, planned, counted), downtime.planned_time(planned, counted))
