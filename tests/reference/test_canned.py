"""`canned.yaml`: a city may have none; a mistake is explained; every mark is filled in, and what is kept loses the names."""

from pathlib import Path

import pytest

from itgov_bot.domain.canned import MARKS, Use, emptied, filled, unknown_marks
from itgov_bot.reference import DataError, load
from itgov_bot.settings import ROOT

FILE = "canned.yaml"
KNOWN = {"nombre": "Ana", "caso": "SAUS-2026-000001", "agente": "Carla Ruiz"}


def test_a_city_may_have_none(folder: Path) -> None:
    (folder / FILE).unlink()
    assert load(folder).canned == ()


def test_there_is_something_at_hand_for_every_use() -> None:
    found = load(ROOT / "data").canned
    for use in Use:
        assert [one for one in found if use in one.uses and not one.services], use
    assert all("{" not in filled(one.text, KNOWN) for one in found)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{nombre}. Ya", "{apellido}. Ya", "respuesta looking: «{apellido}» no se llena con nada; use {nombre}"),
        ("{caso}; apenas", "{caso; apenas", "respuesta looking: «{» no se llena con nada"),
        ("key: toner", "key: jam", "jam: `key: jam` está dos veces"),
        ("for: [answer], label: Ya", "for: [], label: Ya", "respuesta looking: la lista `uses` está vacía"),
        ("services: [SER-025], label: Se cambió", "services: [SER-099], label: Se cambió", "el servicio «SER-099» no está"),
        ("label: Se cambió el tóner", f"label: {'x' * 31}", "`label` tiene 31 caracteres"),
        ("label: Se cambió el tóner", "lable: Se cambió el tóner", "¿quiso escribir `label`?"),
    ],
)  # fmt: skip
def test_a_mistake_is_explained(folder: Path, old: str, new: str, said: str) -> None:
    text = (folder / FILE).read_text(encoding="utf-8")
    assert old in text
    (folder / FILE).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(folder)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("Hola, {nombre}: {caso}, {agente}", []),
        ("{ nombre }", ["{ nombre }"]),
        ("{nombre", ["{"]),
        ("}", ["}"]),
    ],
)
def test_marks_that_nothing_fills_are_found(text: str, unknown: list[str]) -> None:
    assert unknown_marks(text) == unknown


def test_what_was_written_for_one_is_kept_for_others() -> None:
    text = "Ana, quedó listo su caso SAUS-2026-000001. Carla Ruiz"
    kept = emptied(text, KNOWN)
    assert kept == "{nombre}, quedó listo su caso {caso}. {agente}"
    assert filled(kept, KNOWN) == text
    assert all(f"{{{mark}}}" in kept for mark in MARKS)
    assert emptied("La analista ya lo vio", KNOWN) == "La analista ya lo vio"
