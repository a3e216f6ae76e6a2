"""What agents ask of the queue in words, and orders for several cases."""

from datetime import date

import pytest

from itgov_bot.understanding.language.cases.undoing import undo_told
from itgov_bot.understanding.language.queue.asked import Cue, queue_asked
from itgov_bot.understanding.language.queue.bulk import BulkAsked
from itgov_bot.understanding.language.queue.parts import Parts, parts_asked
from itgov_bot.understanding.language.queue.told import asks_for_load, cases_asked
from itgov_bot.wording.agents.queue.code import code_of, filter_of
from tests.rows import each_row
from tests.understanding.language.tables import cases

TODAY = date(2026, 11, 26)
"""A Thursday."""


@each_row(("text", "wanted", "left"), cases("queue"))
def test_what_of_the_queue_is_asked_for(text: str, wanted: str, left: str) -> None:
    asked = queue_asked(text, TODAY, is_asked=True)
    assert code_of(asked.cut) == wanted
    assert (", ".join(f"{'+' if run.is_of else ''}{run.words}" for run in asked.runs) or "-") == left
    assert filter_of(code_of(asked.cut), ()) == asked.cut


@each_row(("text", "asks"), cases("queue_told"))
def test_whether_a_sentence_asks_for_cases(text: str, asks: str) -> None:
    """Who asks for the load is told that alone."""
    assert asks_for_load(text) is (asks == "load")
    cue = queue_asked(text, TODAY).cue
    assert asks == "load" or cue == (None if asks == "-" else Cue(asks))


@each_row(("text", "wanted", "left"), cases("queue_read"))
def test_what_is_asked_for_in_a_whole_sentence(text: str, wanted: str, left: str) -> None:
    asked = queue_asked(text, TODAY)
    assert asked.cue is not None
    assert (code_of(asked.cut), ", ".join(run.words for run in asked.runs) or "-") == (wanted, left)


@pytest.mark.parametrize(
    ("text", "rules_out"),
    [
        ("cuántos abiertos hay en Manga?", True),
        ("los de Manga sin resolver", True),
        ("qué queda de impresoras?", True),
        ("los de Manga", False),
        ("los resueltos de Manga", False),
    ],
)
def test_what_is_over_may_be_ruled_out(text: str, rules_out: bool) -> None:
    assert queue_asked(text, TODAY).is_of_open is rules_out


@each_row(("text", "named", "bare"), cases("case_asked"))
def test_which_case_is_asked_for(text: str, named: str, bare: str) -> None:
    found = (" ".join(cases_asked(text, is_bare=is_bare)) or "-" for is_bare in (False, True))
    assert tuple(found) == (named, bare)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("deshacer", True),
        ("deshágalo", True),
        ("no, deshaga eso por favor", True),
        ("me equivoqué", True),
        ("uy me equivoqué de casos, deshágalos", True),
        ("deshaz lo último", True),
        ("ups, eso no era, devuélvalo", False),
        ("uy no, me equivoqué, devuelva eso", True),
        ("mentiras, échelo para atrás", True),
        ("deje todo como estaba", True),
        ("me equivoqué, sepárelos", True),
        ("separe los archivos por mes", False),
        ("devuélvalo a la mesa", False),
        ("deshaga los cambios y guarde", False),
        ("me equivoqué de contraseña y se bloqueó", False),
        ("¿cómo deshago un cambio en Word?", False),
    ],
)
def test_what_is_to_be_called_back(text: str, is_told: bool) -> None:
    assert undo_told(text) is is_told


AGENTS = ("ana", "ruiz", "dario", "carla", "alba", "marta")


@each_row(("text", "deed", "which", "rest"), cases("bulk"))
def test_an_order_for_all_that_words_describe(text: str, deed: str, which: str, rest: str) -> None:
    asked = parts_asked(text, AGENTS)
    if deed == "-":
        assert asked is None or (isinstance(asked, Parts) and not asked.orders[0].which)
    else:
        assert isinstance(asked, Parts)
        [order] = asked.orders
        assert (order.deed, order.which) == (deed, which)
        assert (order.to or order.text or order.into or "-") == rest


def test_how_many_there_are_is_heard() -> None:
    asked = parts_asked("cierre los tres de la impresora", AGENTS)
    assert isinstance(asked, Parts)
    assert asked.orders[0].count == 3


PEOPLE = ("dario", "carla", "perez", "luis")


@each_row(("text", "read", "but"), cases("parts"))
def test_an_order_is_read_in_parts_or_not_done(text: str, read: str, but: str) -> None:
    found = parts_asked(text, PEOPLE)
    if isinstance(found, Parts):
        left = [number for one in found.but for number in one.numbers]
        left += [f"({one.which})" for one in found.but if one.which]
        assert " ".join(map(_told, found.orders)) == read
        assert (" ".join(left) or "-") == but
    else:
        assert (f"?{found.words}" if found else "-") == read


def _told(order: BulkAsked) -> str:
    cases = " ".join(order.numbers) or f"{order.which}{'*' * order.is_all}"
    told = f"«{order.text}»" if order.text else ""
    return f"{order.deed}[{cases}]{order.to}{order.level}{'/'.join(order.among)}{told}"
