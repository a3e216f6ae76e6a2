"""What is said to the summary of a case, and to the questions of its form, against the tables in `cases/`."""

import pytest

from itgov_bot.understanding.language.cases.review_words import announces_another, review_order
from itgov_bot.understanding.language.people.data_refusal import data_refusal
from tests.rows import each_row

from .tables import cases


@each_row(("text", "order", "value"), cases("review_orders"))
def test_orders_under_a_summary(text: str, order: str, value: str) -> None:
    found = review_order(text)
    assert (found.order if found else "-") == order
    assert (found.value if found and found.value else "-") == value


@each_row(("text", "refusal"), cases("data_refusals"))
def test_refusals(text: str, refusal: str) -> None:
    assert (data_refusal(text) or "-") == refusal


@pytest.mark.parametrize(
    ("text", "another"),
    [("la impresora tampoco", True), ("otra cosa: no hay red", True), ("no abre desde ayer", False)],
)
def test_another_problem_is_announced(text: str, another: bool) -> None:
    assert announces_another(text) is another
