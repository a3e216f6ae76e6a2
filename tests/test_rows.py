"""A table that is one test hides none of its rows."""

import pytest

from tests.rows import each_row


def test_every_row_that_fails_is_told_by_its_words() -> None:
    @each_row(("text", "length"), [("sí", 2), ("tal vez", 2), ("no", 2), ("nunca", 3)])
    def table(text: str, length: int) -> None:
        assert len(text) == length

    with pytest.raises(pytest.fail.Exception) as failed:
        table()
    told = str(failed.value)
    assert told.startswith("2 of 4 rows:")
    assert "('tal vez', 2)" in told
    assert "('nunca', 3)" in told
    assert "'sí'" not in told


def test_what_breaks_in_a_row_is_told_and_fixtures_reach_every_one() -> None:
    @each_row(("divisor",), [(1,), (0,)])
    def table(number: int, divisor: int) -> None:
        assert number // divisor == number

    with pytest.raises(pytest.fail.Exception, match=r"1 of 2 rows:\n\(0,\): ZeroDivisionError"):
        table(number=7)


def test_an_empty_table_is_a_mistake() -> None:
    @each_row(("text",), [])
    def table(text: str) -> None: ...

    with pytest.raises(AssertionError, match="empty"):
        table()
