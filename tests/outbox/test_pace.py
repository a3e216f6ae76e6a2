"""The limits of a vendor are kept before they are hit; who is at theirs holds up nobody else, and no page."""

import asyncio
import time

import pytest

from itgov_bot.channels.contract import RateLimit
from itgov_bot.outbox.pace import Pace
from tests.outbox.recording import RecordingChannel

GENEROUS = RateLimit(messages=2000, seconds=1, kept_for_urgent=1000)


class LimitedChannel(RecordingChannel):
    def __init__(self, overall: RateLimit = GENEROUS, chat: RateLimit = GENEROUS) -> None:
        super().__init__()
        self.overall_limit = overall
        self._chat = chat

    def chat_limit(self, chat: str) -> RateLimit:
        return self._chat


async def seconds_for(*waits: object) -> float:
    begin = time.monotonic()
    for wait in waits:
        await wait  # type: ignore[misc]
    return time.monotonic() - begin


async def test_a_chat_gets_its_burst_and_then_its_rate() -> None:
    pace = Pace(LimitedChannel(chat=RateLimit(messages=4, seconds=0.4, kept_for_urgent=1)))
    assert await seconds_for(*(pace.after_send("ana", urgent=False) for _ in range(3))) < 0.1
    assert 0.2 < await seconds_for(*(pace.after_send("ana", urgent=False) for _ in range(2))) < 0.5


async def test_another_chat_does_not_wait_for_it() -> None:
    pace = Pace(LimitedChannel(chat=RateLimit(messages=2, seconds=30, kept_for_urgent=1)))
    await pace.after_send("ana", urgent=False)
    waiting = asyncio.create_task(pace.after_send("ana", urgent=False))
    assert await seconds_for(pace.after_send("beto", urgent=False)) < 0.1
    assert not waiting.done()
    waiting.cancel()


@pytest.mark.parametrize("step", ["before_send", "after_send"])
async def test_what_is_urgent_has_a_share_that_others_cannot_use_up(step: str) -> None:
    limit = RateLimit(messages=3, seconds=30, kept_for_urgent=2)
    pace = Pace(LimitedChannel(limit, limit))

    async def send(*, urgent: bool) -> None:
        if step == "before_send":
            await pace.before_send(urgent=urgent)
        else:
            await pace.after_send("ana", urgent=urgent)

    await send(urgent=False)
    waiting = [asyncio.create_task(send(urgent=False)) for _ in range(5)]
    await asyncio.sleep(0)
    assert await seconds_for(send(urgent=True), send(urgent=True)) < 0.1
    assert not any(task.done() for task in waiting)
    for task in waiting:
        task.cancel()


async def test_what_is_urgent_uses_what_others_leave() -> None:
    pace = Pace(LimitedChannel(RateLimit(messages=4, seconds=30, kept_for_urgent=1)))
    assert await seconds_for(*(pace.before_send(urgent=True) for _ in range(4))) < 0.1
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(pace.before_send(urgent=True), 0.1)


async def test_idle_chats_are_forgotten() -> None:
    pace = Pace(LimitedChannel(chat=RateLimit(messages=4, seconds=0.05, kept_for_urgent=1)))
    for number in range(100):
        await pace.after_send(f"{number}", urgent=False)
    assert len(pace._chats) > 1
    await asyncio.sleep(0.1)
    await pace.after_send("ana", urgent=False)
    assert list(pace._chats) == ["ana"]


async def test_a_channel_without_limits_never_waits() -> None:
    pace = Pace(RecordingChannel())
    assert await seconds_for(*(pace.after_send("ana", urgent=False) for _ in range(1000))) < 0.5
    assert pace._chats == {}


@pytest.mark.parametrize("kept", [0, 5, 6])
def test_a_limit_leaves_something_for_both(kept: int) -> None:
    with pytest.raises(ValueError, match="share"):
        RateLimit(messages=5, seconds=1, kept_for_urgent=kept)
