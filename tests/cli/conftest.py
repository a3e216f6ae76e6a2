"""The commands read the city's data once: they do not change between the tests."""

import os
from collections.abc import Iterator

import pytest

from tests.made import load_once


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("itgov_bot.cli.inputs.load", load_once)


@pytest.fixture(autouse=True)
def _same_permissions() -> Iterator[None]:
    """A command makes its whole process private; the tests after it go on as before."""
    before = os.umask(0o022)
    yield
    os.umask(before)
