"""A command that was called wrongly is answered in Spanish, whatever the library says of it."""

import pytest

from itgov_bot.__main__ import app
from itgov_bot.cli import usage


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("role", "revoke"), "falta ROL."),
        (("role", "revoke", "agente"), "falta PERSONA."),
        (("restore",), "falta ARCHIVO."),
        (("nada",), "no hay una orden «nada»."),
        (("role", "nada"), "no hay una orden «nada»."),
        (("kpi", "--nada"), "no hay una opción --nada."),
        (("kpi", "--yeer", "2026"), "no hay una opción --yeer, sino --year."),
        (("role", "grnt"), "no hay una orden «grnt», sino 'grant'."),
        (("kpi", "--year"), "falta el valor de --year."),
        (("kpi", "--json=2"), "--json no lleva un valor."),
        (("role", "list", "de", "más"), "sobra «de más»."),
    ],
)
def test_a_wrong_call_is_told_in_spanish(words: tuple[str, ...], line: str) -> None:
    with pytest.raises(Exception) as raised:  # noqa: PT011 - the library's exceptions have no public name
        app(list(words), standalone_mode=False)
    assert usage.told(raised.value) == line


def test_what_is_no_wrong_call_is_not_told() -> None:
    assert usage.told(ValueError("x")) is None
