"""What waits for a yes is put right by what is said to it."""

import pytest

from itgov_bot.understanding.language.message.put_right import only_puts_right, put_right, wants_it_otherwise
from tests.rows import each_row

from .tables import cases
from .test_readers import KNOWN


@each_row(("draft", "said", "right"), cases("put_right"))
def test_what_waits_is_put_right(draft: str, said: str, right: str) -> None:
    assert (put_right(draft, said, KNOWN) or "-") == right


@pytest.mark.parametrize(
    ("said", "only"),
    [("mejor el sábado", True), ("no, en 40", True), ("mejor pruebe el sábado", False), ("el sábado", False)],
)
def test_another_time_alone_is_of_what_was_written_before(said: str, only: bool) -> None:
    assert only_puts_right(said, KNOWN) is only


@pytest.mark.parametrize(("said", "is_so"), [("corríjalo por favor", True), ("cámbielo: ya voy", False)])
def test_without_other_words_they_are_asked_for(said: str, is_so: bool) -> None:
    assert wants_it_otherwise(said) is is_so
