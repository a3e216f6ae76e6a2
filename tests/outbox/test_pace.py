"""The limits of a vendor are kept before they are hit; who is at theirs holds up nobody else, and no page."""

import asyncio

import pytest

from itgov_bot.channels.contract import RateLimit
from itgov_bot.outbox import pace as pace_module
from itgov_bot.outbox.pace import HEADROOM, Pace
from tests.outbox.recording import RecordingChannel

GENEROUS = RateLimit(messages=2000, seconds=1, kept_for_urgent=1000)


class LimitedChannel(RecordingChannel):
    def __init__(self, overall: RateLimit = GENEROUS, chat: RateLimit = GENEROUS) -> None:
        super().__init__()
        self.overall_limit = overall
        self._chat = chat

    def chat_limit(self, chat: str) -> RateLimit:
        return self._chat


def sent(pace: Pace, chat: str = "ana", *, urgent: bool = False, most: int = 100) -> int:
    """How many may leave now."""
    for number in range(most):
        if pace.wait(chat, urgent=urgent):
            return number
        pace.count(chat, urgent=urgent)
    return most


async def test_a_chat_gets_no_more_in_any_period_than_its_vendor_takes() -> None:
    pace = Pace(LimitedChannel(chat=RateLimit(messages=4, seconds=0.2, kept_for_urgent=1)))
    assert sent(pace) == 3
    assert 0.1 < pace.wait("ana", urgent=False) <= 0.2
    await asyncio.sleep(0.21)
    assert sent(pace) == 3


async def test_another_chat_does_not_wait_for_it() -> None:
    pace = Pace(LimitedChannel(chat=RateLimit(messages=2, seconds=30, kept_for_urgent=1)))
    sent(pace, "ana")
    assert pace.wait("ana", urgent=False) > 0
    assert pace.wait("beto", urgent=False) == 0


async def test_the_whole_channel_has_a_limit_too() -> None:
    pace = Pace(LimitedChannel(overall=RateLimit(messages=3, seconds=30, kept_for_urgent=1)))
    assert (sent(pace, "ana"), sent(pace, "beto"), sent(pace, "beto", urgent=True)) == (2, 0, 1)


async def test_what_is_urgent_has_a_share_that_others_cannot_use_up() -> None:
    pace = Pace(LimitedChannel(chat=RateLimit(messages=20, seconds=30, kept_for_urgent=10)))
    assert (sent(pace), sent(pace, urgent=True), sent(pace)) == (10, 10, 0)


async def test_where_much_is_urgent_more_is_kept_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr(pace_module, "_now", lambda: now)
    pace = Pace(LimitedChannel(chat=RateLimit(messages=20, seconds=60, kept_for_urgent=10)))
    for _ in range(14):
        pace.count("ana", urgent=True)
        now += 5
    assert sent(pace) == 20 - (11 + HEADROOM)  # eleven are of the last minute
    assert sent(pace, urgent=True) == HEADROOM


async def test_what_is_urgent_uses_what_others_leave() -> None:
    pace = Pace(LimitedChannel(chat=RateLimit(messages=4, seconds=30, kept_for_urgent=1)))
    assert (sent(pace, urgent=True), sent(pace)) == (4, 0)


async def test_what_did_not_leave_is_not_counted() -> None:
    pace = Pace(LimitedChannel(chat=RateLimit(messages=4, seconds=30, kept_for_urgent=1)))
    for _ in range(10):
        pace.count("ana", urgent=False)
        pace.take_back("ana", urgent=False)
    assert sent(pace) == 3


async def test_idle_chats_are_forgotten() -> None:
    pace = Pace(LimitedChannel(chat=RateLimit(messages=4, seconds=0.05, kept_for_urgent=1)))
    for number in range(100):
        pace.count(f"{number}", urgent=False)
    assert len(pace._chats) == 100
    await asyncio.sleep(0.06)
    pace.count("ana", urgent=False)
    assert list(pace._chats) == ["ana"]


async def test_a_channel_without_limits_never_waits() -> None:
    pace = Pace(RecordingChannel())
    assert sent(pace, most=1000) == 1000
    assert pace._chats == {}


@pytest.mark.parametrize("kept", [0, 5, 6])
def test_a_limit_leaves_something_for_both(kept: int) -> None:
    with pytest.raises(ValueError, match="share"):
        RateLimit(messages=5, seconds=1, kept_for_urgent=kept)
