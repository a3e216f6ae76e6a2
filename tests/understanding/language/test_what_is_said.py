"""Answers, ratings, questions, formulas, and what is said of a case, against the tables in `cases/`."""

import pytest

from itgov_bot.settings import ROOT
from itgov_bot.understanding.language.answering.answers import choice_number, read_answers
from itgov_bot.understanding.language.answering.leading import led_by
from itgov_bot.understanding.language.answering.pauses import is_pause
from itgov_bot.understanding.language.answering.stars import (
    is_opinion,
    stars_of,
    stars_with_words,
    stars_within,
)
from itgov_bot.understanding.language.cases.follow_up import Says, what_is_said
from itgov_bot.understanding.language.cases.one_case import others_asked
from itgov_bot.understanding.language.cases.own_orders import case_order
from itgov_bot.understanding.language.courtesy import without_courtesy
from itgov_bot.understanding.language.maintenance import asks_about_maintenance
from itgov_bot.understanding.language.message.pieces import clauses
from itgov_bot.understanding.language.questions import (
    asks_who_answers,
    is_clearly_asked,
    told_before_question,
)
from tests.rows import each_row

from .tables import cases

ANSWERS = read_answers(ROOT / "data")


def said(*facts: tuple[str, bool]) -> str:
    return ",".join(name for name, is_so in facts if is_so) or "-"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("se cayó la red en la Aduana", "se cayó la red en la Aduana"),
        ("se cayó la red en la Aduana, ¿ya saben, o lo reporto?", "se cayó la red en la Aduana,"),
        ("buenas, se cayó la red. nadie trabaja, qué pasó?", "buenas, se cayó la red. nadie trabaja"),
        ("¿se cayó la red en la Aduana?", ""),
        ("se cayó la red?", ""),
        ("cuándo vuelve la red, que nadie trabaja", ""),
    ],
)
def test_what_is_told_before_a_question(text: str, told: str) -> None:
    assert told_before_question(text) == told


@each_row(("text", "asks"), cases("maintenance"))
def test_who_asks_after_what_is_planned(text: str, asks: str) -> None:
    assert asks_about_maintenance(text) is (asks == "yes")


@each_row(("text", "says"), cases("answers"))
def test_what_an_answer_says(text: str, says: str) -> None:
    plainly = ANSWERS.yes_or_no(text)
    assert says == said(
        ("yes", plainly is True),
        ("no", plainly is False),
        ("leaving", ANSWERS.is_leaving(text)),
        ("onward", ANSWERS.is_going_on(text)),
        ("back", ANSWERS.is_going_back(text)),
        ("unsure", ANSWERS.is_unsure(text)),
        ("every", ANSWERS.wants_every(text)),
    )


@each_row(("text", "reads_as"), cases("follow_ups"))
def test_what_goes_on_about_a_case(text: str, reads_as: str) -> None:
    found = what_is_said(text)
    assert reads_as == said(*((one, one in found) for one in Says))


@each_row(("text", "order"), cases("case_orders"))
def test_what_is_ordered_of_a_case_by_its_matter(text: str, order: str) -> None:
    assert (case_order(text) or "-") == order


@each_row(("text", "matter"), cases("courtesies"))
def test_what_is_said_between_formulas(text: str, matter: str) -> None:
    assert without_courtesy(text) == matter


@each_row(("text", "pause"), cases("pauses"))
def test_who_only_goes_for_a_moment(text: str, pause: str) -> None:
    assert is_pause(text) is (pause == "yes")


@each_row(("text", "stars", "words"), cases("opinions"))
def test_ratings_with_words(text: str, stars: str, words: str) -> None:
    found = stars_with_words(text)
    assert (str(found[0]) if found else "-", (found[1] or "-") if found else "-") == (stars, words)


@each_row(("text", "says", "rest"), cases("led"))
def test_an_answer_with_anything_behind_it(text: str, says: str, rest: str) -> None:
    led = led_by(text, ANSWERS)
    assert (says, rest) == (("yes" if led.says else "no", led.rest) if led else ("-", "-"))


@each_row(("text", "stars", "words"), cases("marks"))
def test_marks_within_what_is_said(text: str, stars: str, words: str) -> None:
    tells_how = is_opinion(text) or bool({Says.FIXED, Says.THANKS} & what_is_said(text))
    found = stars_within(text, tells_how=tells_how)
    assert (str(found[0]) if found else "-", found[1] if found else "-") == (stars, words)


@each_row(("text", "reads_as"), cases("questions"))
def test_what_is_asked(text: str, reads_as: str) -> None:
    assert reads_as == said(("asked", is_clearly_asked(text)), ("who", asks_who_answers(text)))


@each_row(("text", "said_in"), cases("clauses"))
def test_what_the_clauses_are(text: str, said_in: str) -> None:
    assert " | ".join(clauses(text)) == ("" if said_in == "-" else said_in)


@each_row(("text", "stars"), cases("ratings"))
def test_ratings(text: str, stars: str) -> None:
    assert str(stars_of(text) or "-") == stars


@each_row(("text", "number"), cases("choices"))
def test_typed_choices(text: str, number: str) -> None:
    assert str(choice_number(text) or "-") == number


@each_row(("text", "asks"), cases("others_asked"))
def test_which_of_several_is_asked_after(text: str, asks: str) -> None:
    assert str(others_asked(text) or "-") == asks
