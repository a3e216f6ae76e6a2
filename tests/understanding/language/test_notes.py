"""What an agent writes for the desk alone, what only looks like it, and what may go at once."""

from itgov_bot.understanding.language.notes import may_be_note, noted
from tests.rows import each_row

from .tables import cases


@each_row(("said", "which", "inside"), cases("notes"))
def test_words_for_the_desk_are_told_from_an_answer(said: str, which: str, inside: str) -> None:
    note = noted(said)
    assert ("note" if note is not None else "shown" if may_be_note(said) else "goes") == which
    assert (note or "-") == inside
