"""What an administrator says of a message that was not understood, and of what was learnt."""

import pytest

from itgov_bot.understanding.language.managing.taught import lesson_to_go, service_told, taught
from tests.understanding.language.tables import cases


@pytest.mark.parametrize(("text", "says"), cases("taught"))
def test_what_it_is_and_whether_it_may_wait(text: str, says: str) -> None:
    assert (taught(text) or "-") == says


@pytest.mark.parametrize(("text", "name", "is_told"), cases("services_told"))
def test_the_name_of_a_service_without_what_leads_to_it(text: str, name: str, is_told: str) -> None:
    assert service_told(text) == (name, is_told == "yes")


@pytest.mark.parametrize(("text", "which"), cases("lessons_to_go"))
def test_which_lesson_is_to_go(text: str, which: str) -> None:
    said = lesson_to_go(text)
    assert ("-" if said is None else said) == which
