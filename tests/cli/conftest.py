"""The commands read the city's data once: they do not change between the tests."""

import pytest

from tests.made import load_once


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("itgov_bot.cli.inputs.load", load_once)
