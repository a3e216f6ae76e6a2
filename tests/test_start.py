"""A start loads what every start needs; a library that only some have use for comes with its first use."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from itgov_bot.settings import ROOT
from tests.databases import copied

ON_DEMAND = {
    "aiosmtplib",
    "alembic",
    "asyncpg",
    "click",
    "httpx",
    "matplotlib",
    "openpyxl",
    "prometheus_client",
    "pygments",
    "scipy",
    "sqlalchemy.dialects.postgresql",
    "sklearn",
    "telegram",
    "tornado",
}


@pytest.fixture
def home(tmp_path: Path, models: Path, migrated: Path) -> Path:
    """With a trained model and an empty database in its newest shape."""
    (tmp_path / "models").symlink_to(models, target_is_directory=True)
    copied(migrated, tmp_path)
    return tmp_path


FEW = 60
"""Patterns that something asks for while it is loaded, of the more than a thousand."""

COUNTING = """
import gc, bot
from itgov_bot.patterns import Uncompiled
from tests.test_patterns import is_compiled
loaded = [one for one in gc.get_objects() if isinstance(one, Uncompiled)]
print(len(loaded), sum(map(is_compiled, loaded)))
"""


def test_patterns_wait_for_the_first_text() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", COUNTING], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded, compiled = map(int, ran.stdout.split())
    assert loaded > 1000
    assert compiled < FEW


def test_the_first_answer_of_a_trained_home_needs_none_of_them(home: Path) -> None:
    """Nor does whatever the command line loads at once."""
    spying = (
        "import atexit, sys, bot, itgov_bot.__main__; "
        "atexit.register(lambda: print(*sys.modules, file=sys.stderr)); sys.exit(bot.main())"
    )
    ran = subprocess.run(
        [sys.executable, "-c", spying],
        cwd=ROOT,
        env={**os.environ, "ITGOV_HOME": str(home), "TELEGRAM_BOT_TOKEN": ""},
        input="la impresora no imprime\n",
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout
    assert ON_DEMAND & set(ran.stderr.split()) == set()
