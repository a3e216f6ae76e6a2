"""Tables that are written as text: rows of words, and rows of patterns."""

import pytest

from itgov_bot.understanding.language.folding import fold, patterns_of, plain, rows_of
from itgov_bot.understanding.language.word_rows import rows

ROWS = dict(
    rows(
        """
phone  telefono celular / de del (cual deme) +name
where  donde piso
       oficina / queda
whom   llame / a +whatever
""",
        frozenset({"por", "favor"}),
        frozenset({"servicio"}),
    )
)


@pytest.mark.parametrize(
    ("means", "said", "name"),
    [
        ("phone", "deme el telefono de carla", None),  # «el» is neither beside nor a name next to one
        ("phone", "deme telefono de carla ruiz por favor", ("carla", "ruiz")),
        ("phone", "telefono de", ()),
        ("phone", "telefono de servicio", None),
        ("phone", "telefono", None),
        ("where", "oficina queda", ()),
        ("where", "queda lejos oficina", None),
        ("whom", "llame a quien sea", ()),
    ],
)
def test_a_row_fits_words(means: str, said: str, name: tuple[str, ...] | None) -> None:
    assert ROWS[means].fits(said.split()) == name


def test_a_row_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="telefono"):
        rows("phone  telefono +nobody", frozenset())


def test_a_row_goes_on_in_the_lines_that_begin_with_spaces() -> None:
    table = "\none  a\n     b\ntwo  c\n"
    assert rows_of(table) == (("one", "a b"), ("two", "c"))
    [(one, pattern), _] = patterns_of(table, before="x", after="!")
    assert (one, pattern.pattern) == ("one", "x(?:ab)!")


@pytest.mark.parametrize("text", ["Ñandú  ÁGIL…", "buenaaas 👍", ""])
def test_what_was_folded_is_folded_the_same_again(text: str) -> None:
    assert fold(text) == fold(fold(text))
    assert plain(text) == plain(plain(text)) == plain(fold(text))
