"""A file appears whole or not at all."""

from pathlib import Path

import pytest

from itgov_bot.atomic_write import written_whole


def test_it_appears_when_all_is_written(tmp_path: Path) -> None:
    target = tmp_path / "casos.csv"
    with written_whole(target) as path:
        path.write_text("a;b")
        assert not target.exists()
    assert target.read_text() == "a;b"
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "casos.csv"
    target.write_text("old")

    def fail() -> None:
        with written_whole(target) as path:
            path.write_text("ha")
            raise ValueError("no more")

    with pytest.raises(ValueError, match="no more"):
        fail()
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_two_writers_do_not_write_into_each_other(tmp_path: Path) -> None:
    target = tmp_path / "casos.csv"
    with written_whole(target) as first, written_whole(target) as second:
        first.write_text("first")
        second.write_text("second")
    assert target.read_text() == "first"
