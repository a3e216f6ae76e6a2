"""One of several choices, said in other words than its label."""

from itgov_bot.understanding.language.answering.picks import (
    is_something_new,
    label_meant,
    position_said,
    was_another,
)
from tests.rows import each_row

from .tables import cases


def _place(written: str) -> int | None:
    return None if written == "none" else int(written)


@each_row(("said", "count", "place"), cases("positions"))
def test_a_place_in_the_list(said: str, count: str, place: str) -> None:
    assert position_said(said, int(count)) == _place(place)


@each_row(("said", "labels", "place"), cases("labels_meant"))
def test_a_word_that_one_label_alone_has(said: str, labels: str, place: str) -> None:
    assert label_meant(said, labels.split("|")) == _place(place)


@each_row(("said", "new", "another"), cases("something_new"))
def test_none_of_them_but_something_new(said: str, new: str, another: str) -> None:
    assert (is_something_new(said), was_another(said)) == (new == "yes", another == "yes")
