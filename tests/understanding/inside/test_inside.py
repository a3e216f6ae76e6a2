"""What an agent writes under a case: a note, words that are shown before they go, or words that go at once."""

from pathlib import Path

import pytest

from itgov_bot.settings import ROOT
from itgov_bot.understanding import Understanding
from itgov_bot.understanding.inside.kinds import PERSON, Around, Book, read_books
from itgov_bot.understanding.inside.likely import Likely
from itgov_bot.understanding.inside.reading import InsideReader
from itgov_bot.understanding.language.cases.notes import is_marked, is_remark, noted
from itgov_bot.understanding.language.folding import plain
from itgov_bot.understanding.language.orders import Order
from itgov_bot.understanding.language.people.called import colleague_called
from itgov_bot.understanding.language.secrets import carries_secret
from tests.rows import each_row

CASES = Path(__file__).parent / "cases"
AROUND = Around(("Darío Pérez", "@dperez", "Marta", "Ana Gil"), "Ana Ruiz")
GO_AT_ONCE, LEAVE, GUESSED = 0.9, 0.05, 0.8
"""Of words for the person at least so many go without a press; of words for the desk at most so many go at all.
Of what fits no frame at least so many are what they are guessed to be."""


def cases(name: str) -> list[list[str]]:
    _, _, *rows = (CASES / f"{name}.tsv").read_text("utf-8").splitlines()
    return [row.split("\t") for row in rows]


@each_row(("said", "note"), [(said, note) for said, _, note in cases("notes")])
def test_a_mark_keeps_words_inside_for_sure(said: str, note: str) -> None:
    assert (noted(said) or "-") == note


@each_row(("said", "name"), [(said, name) for said, _, name in cases("to_team")])
def test_a_colleague_who_is_spoken_to_is_told_from_one_who_is_told_of(said: str, name: str) -> None:
    assert (colleague_called(said, AROUND.names) or "-") == name


def test_words_for_the_desk_are_shown_and_those_for_the_person_go(understanding: Understanding) -> None:
    rows = [
        (said, which in ("shown", "yes"))
        for said, which, _ in [*cases("notes"), *cases("to_team")]
        if which != "note"
    ]
    shown = {said: understanding.inside.may_stay(said, AROUND) for said, _ in rows}
    leaving = [said for said, stays in rows if stays and not shown[said]]
    asked = [said for said, stays in rows if not stays and shown[said]]
    assert len(leaving) <= LEAVE * sum(stays for _, stays in rows), leaving
    assert len(asked) <= (1 - GO_AT_ONCE) * sum(not stays for _, stays in rows), asked


def test_what_was_asked_for_is_shown_less_often(understanding: Understanding) -> None:
    said = "la señora Gloria le recibe el portátil"
    awaited = [
        row[0] for row in cases("to_team") if understanding.inside.may_stay(row[0], AROUND, is_awaited=True)
    ]
    assert len(awaited) < sum(understanding.inside.may_stay(row[0], AROUND) for row in cases("to_team"))
    assert not understanding.inside.may_stay(said, AROUND, is_awaited=True)


def test_what_fits_no_frame_is_guessed_and_a_problem_of_their_own_never(understanding: Understanding) -> None:
    inside = understanding.inside
    read = {"card": inside.order_guessed, "private": inside.asked_in_private}
    found = [(said, kind, read[where](said, AROUND) or "-") for said, where, kind in cases("guesses")]
    assert [one for one in found if one[1] == "-" != one[2]] == []
    wrong = [one for one in found if one[1] != one[2]]
    assert len(wrong) <= (1 - GUESSED) * sum(kind != "-" for _, kind, _ in found), wrong


def test_what_is_said_while_a_yes_is_awaited(understanding: Understanding) -> None:
    inside = understanding.inside
    read = [
        (said, kind, inside.rather(said, AROUND, (PERSON, Order.ANSWER)) or "-")
        for said, kind in cases("instead")
    ]
    assert [one for one in read if one[1] == "-" != one[2]] == []
    wrong = [one for one in read if one[1] != one[2]]
    assert len(wrong) <= (1 - GUESSED) * len(read), wrong


def test_no_case_is_a_phrase() -> None:
    phrases = {plain(one.text) for book in read_books(ROOT / "data").values() for one in book}
    assert [
        said
        for name in ("notes", "to_team", "guesses", "drafts", "instead")
        for said, *_ in cases(name)
        if plain(said) in phrases
    ] == []


def test_a_city_without_phrases_shows_what_is_marked_or_speaks_to_a_colleague() -> None:
    reader = InsideReader({})
    assert reader.may_stay("Darío, este es suyo", AROUND)
    assert reader.may_stay("lo dañó un compañero //", AROUND)
    assert not reader.may_stay("reinicie el equipo", AROUND)


@pytest.mark.parametrize(
    ("reason", "is_one"),
    [
        ("era la fuente, se cambió", False),
        ("falta la firma del jefe", False),
        ("no era nada", False),
        ("lo abrió dos veces", False),
        ("la señora no sabe prenderlo", True),
        ("ese señor siempre molesta", True),
        ("perdió la garantía, no le digan", True),
        ("se cambió la fuente (nota interna)", True),
    ],
)
def test_a_reason_in_which_colleagues_talk_is_shown_first(reason: str, is_one: bool) -> None:
    assert is_remark(reason) is is_one
    assert is_one or not is_marked(reason)


@pytest.mark.parametrize(
    ("said", "carries"),
    [
        ("la clave del administrador es Mar1nero", True),
        ("La contraseña nueva es: Temporal9", True),
        ("pass: x9!k", True),
        ("entre con la clave Verano2025 y la cambia", True),
        ("el PIN de la tableta es 4471", True),
        ("su clave es la misma del correo", False),
        ("la clave vence cada 90 días", False),
        ("¿cuál es la clave del switch?", False),
        ("ya le cambié la contraseña", False),
        ("la clave es muy corta", False),
        ("el pin lo escoge usted", False),
    ],
)
def test_a_key_in_words_is_seen(said: str, carries: bool) -> None:
    assert carries_secret(said) is carries


def test_what_is_written_beside_a_draft(understanding: Understanding) -> None:
    """Of words that no author wrote at least so many are known, and few of those that need no asking are something else."""
    found = [(said, kind, understanding.inside.likely(Book.DRAFTS, said)) for said, kind in cases("drafts")]
    wrong = [(said, kind, likely) for said, kind, likely in found if not likely or likely.best != kind]
    surely_wrong = [one for one in wrong if not one[2] or one[2].is_sure]
    assert len(wrong) <= (1 - GUESSED) * len(found), wrong
    assert len(surely_wrong) <= LEAVE * len(found), surely_wrong


def test_a_city_without_such_phrases_hears_nothing_beside_a_draft() -> None:
    assert InsideReader({}).likely(Book.DRAFTS, "ya no hace falta") == Likely()
