"""Long work is shown in its chat, quick work is not, and a channel that cannot show it loses nothing."""

import asyncio
from dataclasses import dataclass, field
from typing import Literal

import pytest

from itgov_bot.messages import Address
from itgov_bot.outbox import working
from itgov_bot.replies import Chart, Export, NeverDelivered, Reply, Report
from tests.outbox.recording import RecordingChannel

CHAT = Address("telegram", "7")


@dataclass
class Showing(RecordingChannel):
    """`fails`: the chat cannot be reached."""

    fails: bool = False
    shown: list[tuple[Address, str]] = field(default_factory=list)
    often: asyncio.Event = field(default_factory=asyncio.Event)

    async def show_work(self, address: Address, kind: Literal["picture", "file"]) -> None:
        self.shown.append((address, kind))
        if len(self.shown) == 3:
            self.often.set()
        if self.fails:
            raise NeverDelivered("blocked")


@pytest.fixture
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working, "QUIET_SECONDS", 0)
    monkeypatch.setattr(working, "AGAIN_SECONDS", 0.001)


MADE = {
    "picture": Reply("", chart=Chart("t", "t.png")),
    "file": Reply("", export=Export("csv", "casos.csv")),
    "report": Reply("", report=Report("pdf", "i.pdf", 2026)),
}


@pytest.mark.usefixtures("_at_once")
@pytest.mark.parametrize("fails", [False, True])
@pytest.mark.parametrize("made", MADE)
async def test_it_is_shown_until_it_is_made(made: str, fails: bool) -> None:
    channel = Showing(fails=fails)
    async with asyncio.timeout(5), working.shown_at_work(channel, CHAT, MADE[made]):
        await channel.often.wait()
    before = len(channel.shown)
    await asyncio.sleep(0.01)
    assert len(channel.shown) == before
    assert set(channel.shown) == {(CHAT, "picture" if made == "picture" else "file")}


async def test_what_is_quick_is_not_announced() -> None:
    channel = Showing()
    for reply in (*MADE.values(), Reply("hola")):
        async with working.shown_at_work(channel, CHAT, reply):
            await asyncio.sleep(0)
    assert channel.shown == []


@pytest.mark.usefixtures("_at_once")
async def test_a_fault_in_the_making_is_not_hidden() -> None:
    with pytest.raises(OSError, match="full"):
        async with working.shown_at_work(Showing(), CHAT, MADE["file"]):
            raise OSError("full")
    async with working.shown_at_work(RecordingChannel(), CHAT, MADE["file"]):
        pass
