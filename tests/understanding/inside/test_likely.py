"""What the desk's own people say, by the books of phrases that have rankers of their own: mostly heard, and never in a wrong
way without a question."""

from enum import StrEnum

import pytest

from itgov_bot.settings import ROOT
from itgov_bot.understanding import Understanding
from itgov_bot.understanding.inside.asks import Asks
from itgov_bot.understanding.inside.called import CalledSays
from itgov_bot.understanding.inside.events import EventSays
from itgov_bot.understanding.inside.kinds import Around, Book, read_books
from itgov_bot.understanding.inside.likely import OTHER, Likely, likely_of
from itgov_bot.understanding.inside.owners import OwnerSays
from itgov_bot.understanding.inside.reading import InsideReader
from itgov_bot.understanding.inside.sight import SightSays
from itgov_bot.understanding.inside.team import TeamSays
from itgov_bot.understanding.language.folding import plain
from tests.understanding.inside.test_inside import AROUND, cases

HEARD, OFFERED, WRONG = 0.75, 0.85, 0.05
"""Of the sentences at least so many are what they are taken for, or among the two that are offered; and at most so many
are surely taken for something else."""
BOOKS = {
    Book.CALLED: "called",
    Book.TEAM: "team",
    Book.OWNERS: "owners",
    Book.SIGHT: "sight",
    Book.ASKS: "asks",
    Book.EVENTS: "events",
}


@pytest.mark.parametrize("book", BOOKS)
def test_sentences_of_nobody_who_taught_it_are_heard(understanding: Understanding, book: Book) -> None:
    rows = cases(BOOKS[book])
    read = [(said, kind, understanding.inside.likely(book, said, AROUND)) for said, kind in rows]
    found = [(said, kind, one) for said, kind, one in read if one]
    assert len(found) == len(rows)
    missed = [one for one in found if one[2].best != one[1]]
    unheard = [one for one in missed if one[1] not in one[2].kinds[:2]]
    wrong = [one for one in missed if one[2].is_sure and one[2].best != OTHER]
    assert len(missed) <= (1 - HEARD) * len(rows), missed
    assert len(unheard) <= (1 - OFFERED) * len(rows), unheard
    assert len(wrong) <= WRONG * len(rows), wrong


@pytest.mark.parametrize(
    ("book", "kinds"),
    [
        (Book.CALLED, CalledSays),
        (Book.TEAM, TeamSays),
        (Book.OWNERS, OwnerSays),
        (Book.SIGHT, SightSays),
        (Book.ASKS, Asks),
        (Book.EVENTS, EventSays),
    ],
)
def test_every_kind_of_a_book_is_known(book: Book, kinds: type[StrEnum]) -> None:
    assert {phrase.detail for phrase in read_books(ROOT / "data")[book]} == set(kinds)


@pytest.mark.parametrize("book", BOOKS)
def test_no_case_is_a_phrase(book: Book) -> None:
    phrases = {plain(phrase.text) for phrase in read_books(ROOT / "data")[book]}
    assert [said for said, _ in cases(BOOKS[book]) if plain(said) in phrases] == []


def test_a_problem_of_their_own_is_something_else() -> None:
    assert likely_of({"take": 0.1, "own": 0.6, "other": -0.3}, 0.4).kinds == (OTHER, "take")


def test_what_is_hardly_likelier_is_not_sure() -> None:
    assert not likely_of({"take": 0.3, "decline": 0.1, "other": -1, "own": -1}, 0.4).is_surely("take")


def test_a_city_without_a_book_is_told_nothing() -> None:
    assert InsideReader({}).likely(Book.CALLED, "ya voy", Around()) == Likely()
