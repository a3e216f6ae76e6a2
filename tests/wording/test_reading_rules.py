"""The rules of the computed indicators can be read by somebody who answers for them."""

import pytest

from itgov_bot.domain.indicators import RULES, Indicator
from itgov_bot.wording.managers.reading_rules import explained, rules
from tests.made import city

COMPUTED = [one for one in city().indicators if one.computed_from]


def test_every_computed_indicator_has_its_rules_and_no_other() -> None:
    assert {one.computed_from for one in COMPUTED} == {*RULES, "outages"}
    assert [one.number for one in city().indicators if rules(one)] == [1, 5, 6, 7, 8, 9]


@pytest.mark.parametrize("indicator", COMPUTED, ids=lambda one: f"{one.number}")
def test_they_say_what_counts_in_the_words_of_its_period(indicator: Indicator) -> None:
    text = explained(indicator).text
    for said in ("Arriba:", "Abajo:", "sin datos", "en curso"):
        assert said in text
    assert "{" not in text
    assert ("semestre" in text) == (indicator.frequency == "SEMESTRAL")
    assert len(text) < 4096
