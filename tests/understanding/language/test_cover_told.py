"""Who covers whom is told by how it is written, and what leaves something open is never done unseen."""

from itgov_bot.understanding.language.duty.cover_told import CoverTold, cover_told
from itgov_bot.understanding.language.folding import fold
from tests.rows import each_row

from .tables import cases

KNOWN = {"carla", "dario", "luis", "luis torres"}


@each_row(("text", "by", "instead", "when", "unread", "plain"), cases("covers"))
def test_who_covers_whom(text: str, by: str, instead: str, when: str, unread: str, plain: str) -> None:
    told = cover_told(text, lambda words: fold(words) in KNOWN)
    assert told == CoverTold(by, instead, when, unread, plain == "plain")


def test_of_three_people_nothing_is_read() -> None:
    assert cover_told("a carla con dario y luis el sábado", lambda words: fold(words) in KNOWN) is None
