"""A group where much happens at once: within Telegram's limits nobody waits for their own question."""

import asyncio

from itgov_bot.channels.telegram.channel import STATED_LIMITS
from itgov_bot.messages import Address
from itgov_bot.outbox.posting import post
from itgov_bot.replies import Reply
from tests.emulator import Group, Person
from tests.journeys.desk import GROUP_ID, RunningDesk
from tests.waits import NO_LIMITS

AGENTS, BACKLOG = 10, 60
PATIENCE_SECONDS = 5.0


async def with_agents(desk: RunningDesk) -> tuple[Group, list[Person]]:
    agents = [desk.telegram.person(50 + number, f"Agente {number}") for number in range(AGENTS)]
    desk.group.chat.members |= {one.id: "member" for one in agents}
    return await desk.has_group(*agents), agents


async def without_limits(desk: RunningDesk) -> None:
    """What still waits need not be waited for."""
    desk.limits, desk.telegram.flood.is_on = NO_LIMITS, False
    await desk.restart()
    await desk.settled()


async def tell_much(desk: RunningDesk) -> None:
    """More than the group takes in three minutes: of words and cards."""
    here = Address("telegram", str(GROUP_ID))
    async with desk.app.work.begin() as at:
        for number in range(BACKLOG):
            card = f"ticket:{900 + number}" if number % 2 else None
            await post(at.session, here, Reply(f"novedad {number}", card=card), at.now)


async def until_all_are_asked(group: Group) -> None:
    """Each has a question of their own."""
    while sum("¿Qué le digo" in one.text for one in group.inbox.items) < AGENTS:  # noqa: ASYNC110
        await asyncio.sleep(0.01)


async def test_ten_agents_do_not_wait_for_their_question_in_a_rush(desk: RunningDesk) -> None:
    group, agents = await with_agents(desk)
    await desk.opens_case(desk.ana)
    card = await group.receives("SAUS-")
    desk.limits, desk.telegram.flood.is_on = STATED_LIMITS, True
    await desk.restart()
    await tell_much(desk)
    async with asyncio.timeout(PATIENCE_SECONDS):
        await asyncio.gather(*(one.presses("Responder", card) for one in agents))
        await until_all_are_asked(group)
    assert desk.telegram.flood.refused == 0
    await without_limits(desk)
    group.ignores_rest()
