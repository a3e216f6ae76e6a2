"""The delivery ends when it is told to, also when it is woken at that very moment."""

import asyncio
from pathlib import Path

import pytest

from itgov_bot.outbox.delivery import Delivery
from itgov_bot.rendering.attachments import Attachments
from itgov_bot.storage.database import Database
from tests.outbox.recording import HandClock, RecordingChannel


@pytest.mark.parametrize("steps", range(6))
async def test_a_cancellation_is_never_lost_to_a_waking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    database, channel = Database("sqlite+aiosqlite:///:memory:"), RecordingChannel()
    delivery = Delivery(database, {channel.name: channel}, HandClock(), Attachments(tmp_path, tmp_path))
    monkeypatch.setattr(delivery, "start_ready", _nothing)
    running = asyncio.create_task(delivery.run_forever())
    for _ in range(5):
        await asyncio.sleep(0)
    delivery.wake()
    for _ in range(steps):
        await asyncio.sleep(0)
    running.cancel()
    await asyncio.wait({running}, timeout=0.5)
    ended = running.done()
    running.cancel()
    await database.close()
    assert ended


async def _nothing() -> int:
    return 0
