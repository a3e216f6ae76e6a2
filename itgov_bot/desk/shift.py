"""How the desk stands now, in a few numbers: kept in sight in its group (`notices/news`)."""

from datetime import timedelta

from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.on_call import everybody_on_duty
from itgov_bot.domain.facts import ShiftStands
from itgov_bot.domain.tickets.queue import Load, Shift
from itgov_bot.storage import marks
from itgov_bot.storage.counted import queue

EVERY = timedelta(minutes=5)
"""Edits count among the messages that a group may get in a minute, and nobody reads it more often."""
LOOKED = "shift"
"""Where it is kept when it was looked at last."""


async def show_shift(desk: Desk) -> None:
    """A round: not more often than EVERY, by whichever process is there first. A clock that jumps back holds nothing up."""
    if await support.group(desk) is None:
        return
    last = await marks.last(desk.session, LOOKED)
    if last and abs(desk.now - last) < EVERY:
        return
    await show_shift_now(desk)


async def show_shift_now(desk: Desk) -> None:
    """In a group that is new to it, too."""
    await marks.renew(desk.session, LOOKED, desk.now)
    desk.facts.append(ShiftStands(await shift(desk)))


async def shift(desk: Desk) -> Shift:
    loads = await queue.loads(desk.session, desk.now)
    return Shift(
        live=sum(one.live for one in loads.values()),
        urgent=sum(one.urgent for one in loads.values()),
        waiting=sum(one.waiting for one in loads.values()),
        late=sum(one.late for one in loads.values()),
        free=loads.get(None, Load(None)).live,
        on_duty=[person for _, person in await everybody_on_duty(desk)],
        has_targets=desk.reference.agreements.targets.enabled,
    )
