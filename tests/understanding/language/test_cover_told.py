"""Who covers whom is told by how it is written, and what leaves something open is never done unseen."""

from pathlib import Path

import pytest

from itgov_bot.understanding.language.duty.cover_told import CoverTold, cover_told
from itgov_bot.understanding.language.folding import fold

KNOWN = {"carla", "dario", "luis", "luis torres"}


def rows() -> list[list[str]]:
    lines = (Path(__file__).parent / "cases" / "covers.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("# ")][1:]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_who_covers_whom(row: list[str]) -> None:
    text, by, instead, when, unread, plain = row
    told = cover_told(text, lambda words: fold(words) in KNOWN)
    assert told == CoverTold(by, instead, when, unread, plain == "plain")


def test_of_three_people_nothing_is_read() -> None:
    assert cover_told("a carla con dario y luis el sábado", lambda words: fold(words) in KNOWN) is None
