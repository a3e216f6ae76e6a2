"""Shared by all tests: what is costly to make is made once, and each test has a database of its own."""

import gc
import os
import re
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import settings

from itgov_bot.logs import set_up_logging
from itgov_bot.replies import MAX_LABEL, Choice, Reply
from itgov_bot.storage.database import Database
from itgov_bot.understanding import Understanding
from tests import made
from tests.databases import copied, share_compiled, template

# Properties are checked for what holds, not for how fast a loaded machine is. The longer search is for a change of
# the rules themselves: HYPOTHESIS_PROFILE=long.
settings.register_profile("desk", deadline=None, max_examples=50)
settings.register_profile("long", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "desk"))

share_compiled()

# The tests and the programs they start are compiled once, not at every run and start, whatever the environment says.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# What is imported stays, and looking through it for garbage takes a tenth of the collection's time.
gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end, and need not be looked through again and again for garbage; what a test
    leaves is little."""
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _short_logs() -> None:
    """As in production: the library's own picture of an exception takes seconds to draw."""
    set_up_logging("debug")


@pytest.fixture(scope="session", autouse=True)
def words_are_right() -> Iterator[None]:
    """Whatever any test hears the desk say: its buttons fit on a phone, and no hour ends with two stops."""

    def label_fits(choice: Choice) -> None:
        assert len(choice.label) <= MAX_LABEL, f"a label of {len(choice.label)} characters: {choice.label}"

    def reads_well(reply: Reply) -> None:
        assert (found := SLIPS.search(reply.text)) is None, f"{found[0]!r} in {reply.text!r}"

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Choice, "__post_init__", also(Choice.__post_init__, label_fits))
        patched.setattr(Reply, "__post_init__", also(Reply.__post_init__, reads_well))
        yield


SLIPS = re.compile(
    r"\bm\.\.(?!\.)|\bEn en\b|\b12:00 p\. m\.|(?<!Plataforma de )[Mm]esa de servicio\b(?! \(SAUS)|\banulad[oa]"
)
"""Names as the catalogue prints them are none."""
T = TypeVar("T")


def also(first: Callable[[T], None], then: Callable[[T], None]) -> Callable[[T], None]:
    def both(one: T) -> None:
        first(one)
        then(one)

    return both


@pytest.fixture(scope="session")
def models() -> Path:
    return made.trained_models()


@pytest.fixture(scope="session")
def understanding(models: Path) -> Understanding:
    """The understanding of the real data."""
    return made.understanding(made.DATA, models)


@pytest.fixture(scope="session")
def migrated() -> Path:
    return template()


@pytest.fixture
async def database(tmp_path: Path, migrated: Path) -> AsyncIterator[Database]:
    """Migrated, and of this test alone. (The tests of `storage/` have it twice: on PostgreSQL too.)"""
    opened = Database(copied(migrated, tmp_path))
    yield opened
    await opened.close()
