"""Ending what runs in the background."""

import asyncio

import pytest

from itgov_bot import tasks


async def test_a_loop_that_once_swallowed_its_cancel_ends_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tasks, "ASKED_AGAIN_SECONDS", 0.01)
    swallowed: list[str] = []

    async def stubborn() -> None:
        while True:
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                if swallowed:
                    raise
                swallowed.append("once")

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    async with asyncio.timeout(5):
        await tasks.ended([task])
    assert task.cancelled()
    assert swallowed == ["once"]


async def test_what_is_over_and_nothing_at_all_are_ended() -> None:
    over = asyncio.create_task(asyncio.sleep(0))
    await over
    await tasks.ended([over])
    await tasks.ended([])
