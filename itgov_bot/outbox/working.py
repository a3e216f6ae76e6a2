"""While a picture or a file is made, its chat sees that it is: long work must not look like silence."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Literal

from itgov_bot.channels.contract import AnyChannel, ShowsWork
from itgov_bot.messages import Address
from itgov_bot.replies import DeliveryFailure, Reply
from itgov_bot.tasks import ended

QUIET_SECONDS = 0.6
"""What is made faster than this is not announced."""
AGAIN_SECONDS = 4.0
"""Telegram shows it for five."""

Kind = Literal["picture", "file"]


@asynccontextmanager
async def shown_at_work(channel: AnyChannel, address: Address, reply: Reply) -> AsyncIterator[None]:
    """Around the making of what goes with a reply."""
    kind = _made_for(reply)
    if kind is None or not isinstance(channel, ShowsWork):
        yield
        return
    showing = asyncio.create_task(_show(channel, address, kind))
    try:
        yield
    finally:
        await ended([showing])


def _made_for(reply: Reply) -> Kind | None:
    if reply.chart:
        return "picture"
    return "file" if reply.export or reply.report else None


async def _show(channel: ShowsWork, address: Address, kind: Kind) -> None:
    await asyncio.sleep(QUIET_SECONDS)
    while True:
        with suppress(
            DeliveryFailure
        ):  # it is a courtesy: what is being made tells by itself whether it can be sent
            await channel.show_work(address, kind)
        await asyncio.sleep(AGAIN_SECONDS)
