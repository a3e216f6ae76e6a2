"""The data of a city, to be spoiled."""

import shutil
from pathlib import Path

import pytest

from itgov_bot.settings import ROOT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Without the sample phrases: most of the files, and read by nothing here."""
    without = shutil.ignore_patterns("phrases")
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data", ignore=without))
