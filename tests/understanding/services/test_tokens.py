"""Words as they are typed: case, accents, held letters, expressions, sounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.sounds import sound
from itgov_bot.understanding.services.tokens import Terms, words


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("¡NO ABRE el CORREO!", ["no", "abre", "el", "correo"]),
        ("holaaaaa", ["hola"]),
        ("señal en la contraseña", ["senal", "en", "la", "contrasena"]),
        ("error 0x8004010F", ["error", "0x8004010f"]),
        ("le sale 169.254 y el rj-45", ["le", "sale", "169.254", "y", "el", "rj-45"]),
        ("escriban a juan.perez@cartagena.gov.co ya", ["escriban", "a", "buzoncorreo", "ya"]),
        ("listo 👍", ["listo", "ok"]),
        ("", []),
        ("¿?…", []),
    ],
)
def test_words(typed: str, read: list[str]) -> None:
    assert words(typed) == read


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("servidor", "serbidor"),
        ("necesito", "nesesito"),
        ("haya", "alla"),
        ("cayo", "callo"),
        ("quiero", "kiero"),
        ("computador", "conputador"),
        ("quiebre", "kiebre"),
        ("gente", "jente"),
        ("pelado", "pelao"),
    ],
)
def test_what_sounds_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_the_longest_expression_wins() -> None:
    terms = Terms({"memoria": "ram", "memoria usb": "usb", "pa": "para"})
    assert terms.apply(words("una memoria usb pa mi")) == ["una", "usb", "para", "mi"]
    assert terms.apply(words("memoria")) == ["ram"]


@given(st.text())
def test_any_text_can_be_read_and_folding_settles(text: str) -> None:
    assert fold(fold(text)) == fold(text) or fold(fold(fold(text))) == fold(fold(text))
    for word in words(text):
        assert word == word.lower()
        assert isinstance(sound(word), str)
