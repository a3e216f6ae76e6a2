"""A start loads what every start needs; a library that only some have use for comes with its first use."""

import subprocess
import sys

from itgov_bot.settings import ROOT

ON_DEMAND = {
    "aiosmtplib",
    "alembic",
    "asyncpg",
    "httpx",
    "matplotlib",
    "openpyxl",
    "scipy",
    "sklearn",
    "telegram",
    "tornado",
}


def test_no_library_is_loaded_before_it_is_needed() -> None:
    loading = "import sys, bot, itgov_bot.__main__; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", loading], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ON_DEMAND & set(loaded.stdout.split()) == set()
