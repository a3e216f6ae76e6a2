"""Whoever opened a case is asked in whatever words it is ordered, and never reads the order."""

from itgov_bot.understanding.language.orders import order_in, telling
from tests.rows import each_row

from .tables import cases


@each_row(("said", "whom", "text"), cases("asking"))
def test_whom_what_is_asked(said: str, whom: str, text: str) -> None:
    found = telling(said)
    assert ((found.whom or "-", found.text) if found else ("-", "-")) == (whom, text)


def test_somebody_elses_question_is_none_of_theirs() -> None:
    assert order_in("ni idea, pregúntele al vigilante") is None
