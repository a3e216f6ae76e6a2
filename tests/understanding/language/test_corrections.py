"""What an agent puts right of a case, or of what they told of it."""

from itgov_bot.understanding.language.cases.corrections import correction_in
from tests.rows import each_row

from .tables import cases


@each_row(("said", "of", "old", "what"), cases("corrections"))
def test_what_is_put_right(said: str, of: str, old: str, what: str) -> None:
    found = correction_in(said)
    read = (found.of, found.old or "-", found.what) if found else ("-", "-", "-")
    assert read == (of, old, what)


@each_row(
    ("said", "is_past", "bare"),
    [
        ("perdón, es el CAD", False, "CAD"),
        ("no fue el disco, se le cambió la memoria", True, "se le cambió la memoria"),
        ("no fue el fusor, fue la banda", True, "banda"),
    ],
)
def test_what_was_done_is_told_from_what_it_is(said: str, is_past: bool, bare: str) -> None:
    found = correction_in(said)
    assert (found and found.tells_of_past, found and found.bare) == (is_past, bare)
