"""What agents ask of the queue in words, and orders for several cases."""

from itgov_bot.understanding.language.bulk_asked import bulk_asked
from itgov_bot.understanding.language.queue_asked import queue_asked
from itgov_bot.understanding.language.queue_told import (
    asks_for_all,
    asks_for_cases,
    asks_for_load,
    case_asked,
    looks_for,
)
from itgov_bot.wording.agents.queue_code import code_of, filter_of
from tests.rows import each_row
from tests.understanding.language.tables import cases


@each_row(("text", "wanted", "left"), cases("queue"))
def test_what_of_the_queue_is_asked_for(text: str, wanted: str, left: str) -> None:
    asked = queue_asked(text)
    assert code_of(asked.cut) == wanted
    assert (", ".join(f"{'+' if run.is_of else ''}{run.words}" for run in asked.runs) or "-") == left
    assert filter_of(code_of(asked.cut), ()) == asked.cut


@each_row(("text", "asks"), cases("queue_told"))
def test_whether_a_sentence_asks_for_cases(text: str, asks: str) -> None:
    assert asks_for_load(text) is (asks == "load")
    assert asks_for_cases(text) is (asks in {"cases", "all", "looks"})
    assert looks_for(text) is (asks == "looks")
    assert asks != "all" or asks_for_all(text)


@each_row(("text", "named", "bare"), cases("case_asked"))
def test_which_case_is_asked_for(text: str, named: str, bare: str) -> None:
    assert (case_asked(text, is_bare=False) or "-", case_asked(text, is_bare=True) or "-") == (named, bare)


@each_row(("text", "deed", "numbers", "rest"), cases("bulk"))
def test_an_order_for_several_cases(text: str, deed: str, numbers: str, rest: str) -> None:
    asked = bulk_asked(text)
    if deed == "-":
        assert asked is None
    else:
        assert asked
        assert (asked.deed, " ".join(asked.numbers) or f"<{asked.which}>") == (deed, numbers)
        assert (asked.to or asked.text or asked.into or "-") == rest
