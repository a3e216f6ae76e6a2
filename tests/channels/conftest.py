"""Shared by the tests of the Telegram channel."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.channels.rigs import TelegramRig, telegram_rig


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[TelegramRig]:
    async with telegram_rig(tmp_path) as made:
        yield made
