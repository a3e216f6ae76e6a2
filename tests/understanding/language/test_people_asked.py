"""People and their roles in words: every row of `cases/people_asked.tsv`; and roles by the words people have for them."""

import pytest

from itgov_bot.domain.people import Role
from itgov_bot.understanding.language.people.roles_asked import people_asked, role_named
from tests.rows import each_row

from .tables import cases


@each_row(("text", "what", "role", "who"), cases("people_asked"))
def test_what_is_wanted(text: str, what: str, role: str, who: str) -> None:
    asked = people_asked(text)
    found = (asked.what, asked.role or "-", asked.who or "-") if asked else ("-", "-", "-")
    assert found == (what, role, who)


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("Agentes", Role.AGENT),
        ("cordinador", Role.COORDINATOR),
        ("administradora", Role.ADMIN),
        ("jefe", Role.MANAGER),
        ("responsable", Role.OWNER),
        ("funcionario", None),
        ("jefazo", None),
    ],
)
def test_a_role_by_its_words(word: str, role: Role | None) -> None:
    assert role_named(word) is role
