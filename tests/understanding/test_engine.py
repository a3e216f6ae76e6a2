"""Loading, training, learning and undoing, on a small desk."""

from __future__ import annotations

import timeit
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.understanding import About, Heard, Phrase, Understanding, VocabularyError
from itgov_bot.understanding.check import check
from itgov_bot.understanding.evaluation import Effect, Labelled, effect_of
from itgov_bot.understanding.features import Features, Row
from itgov_bot.understanding.learned import SURE, Learned


def load(small: Path, tmp_path: Path, *learned: Phrase) -> Understanding:
    return Understanding.load(small, tmp_path / "cache", learned)


def test_training_is_deterministic(small: Path, tmp_path: Path) -> None:
    one = Understanding.train(small, tmp_path / "one")
    other = Understanding.train(small, tmp_path / "other")
    assert one.model.features.names == other.model.features.names
    assert np.array_equal(one.model.subjects.values, other.model.subjects.values)
    assert one.model.temperature == other.model.temperature


def test_the_kept_model_reads_like_the_trained_one(small: Path, tmp_path: Path) -> None:
    trained = load(small, tmp_path)
    kept = load(small, tmp_path)
    assert list((tmp_path / "cache").glob("*.npz"))
    assert kept.understand("la impresora") == trained.understand("la impresora")


def test_a_folder_that_cannot_be_written_is_no_failure(small: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert load(small, tmp_path).understand("la impresora no imprime").best == "SER-025"


def test_a_damaged_model_is_trained_again(small: Path, tmp_path: Path) -> None:
    load(small, tmp_path)
    for file in (tmp_path / "cache").iterdir():
        file.write_bytes(b"damaged")
    assert load(small, tmp_path).understand("buzón lleno").best == "SER-004"


def test_changed_data_make_another_model(small: Path, tmp_path: Path) -> None:
    load(small, tmp_path)
    with (small / "vocabulary" / "phrases" / "SER-025.tsv").open("a", encoding="utf-8") as file:
        file.write("la fotocopiadora mancha las hojas\tana\n")
    assert load(small, tmp_path).understand("fotocopiadora mancha").best == "SER-025"
    assert len(list((tmp_path / "cache").glob("*.npz"))) == 2


def test_learned_words_count_at_once_and_can_be_taken_back(small: Path, tmp_path: Path) -> None:
    mind = load(small, tmp_path)
    taught = mind.with_learned([Phrase("el bicho del zorgluf", "SER-025")])
    assert taught.understand("el bicho ese del zorgluf").best == "SER-025"
    assert taught.understand("EL BICHO DEL ZORGLUF").decision == "answer"
    assert taught.understand("el correo no abre").best == "SER-004"
    undone = taught.with_learned([])
    assert undone.understand("el bicho ese del zorgluf") == mind.understand("el bicho ese del zorgluf")


def test_what_is_out_of_scope_can_be_learned(small: Path, tmp_path: Path) -> None:
    mind = load(small, tmp_path).with_learned([Phrase("la impresora de mi casa", "out_of_scope")])
    understood = mind.understand("la impresora de mi casa")
    assert (understood.decision, understood.about) == ("none", About.OUT_OF_SCOPE)


def test_of_two_lessons_the_later_one_counts(small: Path, tmp_path: Path) -> None:
    lessons = [Phrase("el coso gris", "SER-004"), Phrase("el coso gris", "SER-025")]
    assert load(small, tmp_path, *lessons).understand("el coso gris").best == "SER-025"


def test_learned_phrases_can_be_trained_in(small: Path, tmp_path: Path) -> None:
    lesson = Phrase("el coso gris", "SER-025")
    Understanding.train(small, tmp_path / "cache", [lesson])
    assert "w" + "coso" in load(small, tmp_path, lesson).model.features.names


def test_a_lesson_is_tried_before_it_is_applied(small: Path, tmp_path: Path) -> None:
    messages = [Labelled("el correo no abre", "service", ("SER-004",)), Labelled("hola", "smalltalk", ())]
    wrong, right = Phrase("el correo no abre", "SER-025"), Phrase("el correo no abre", "SER-004")
    mind = load(small, tmp_path)
    assert effect_of(mind, wrong, messages) == Effect(2, better=(), worse=("el correo no abre",))
    mistaken = mind.with_learned([wrong])
    assert effect_of(mistaken, right, messages) == Effect(2, better=("el correo no abre",), worse=())


@pytest.mark.timing
def test_a_thousand_learned_phrases_hold_no_message_up(small: Path, tmp_path: Path) -> None:
    lessons = [Phrase(f"la impresora {place} no imprime el papel", "SER-025") for place in range(1000)]
    features = load(small, tmp_path).model.features
    learned, text = Learned(lessons, features), "la impresora no imprime el papel 77"
    row = features.row(text)
    assert learned.nearest(text, row) == ("SER-025", SURE)
    fastest = min(timeit.repeat(lambda: learned.nearest(text, row), number=1, repeat=30))
    assert fastest < 0.005  # seconds; one by one they took ten times as long


def test_likeness_is_what_it_would_be_one_by_one(small: Path, tmp_path: Path) -> None:
    features = load(small, tmp_path).model.features
    lessons = [Phrase("clave del wifi", "SER-001"), Phrase("zorgluf", "SER-004"), Phrase("¡¿?!", "SER-025")]
    learned = Learned(lessons, features)
    half = learned.nearest("la clave de internet", features.row("la clave de internet"))
    assert half is None or half[0] == "SER-001"
    for said, subject in (("clave del wifi", "SER-001"), ("zorglufo", "SER-004")):
        assert learned.nearest(said, features.row(said)) == (subject, SURE)
    assert learned.nearest("vacaciones", features.row("vacaciones")) is None
    assert Learned([], features).nearest("hola", features.row("hola")) is None


def test_a_message_is_read_once_for_all_that_is_asked_of_it(
    small: Path, tmp_path: Path, calendar: WorkCalendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    mind, text, night = load(small, tmp_path), "se cayó el servidor", datetime(2026, 11, 10, 3, tzinfo=UTC)
    alone = Heard(mind.understand(text), mind.exception(text, night, calendar))
    assert alone.exception
    read: list[Features] = []
    row = Features.row

    def counted(features: Features, said: str) -> Row:
        read.append(features)
        return row(features, said)

    monkeypatch.setattr(Features, "row", counted)
    assert mind.hear(text, night, calendar) == alone
    assert read == [mind.model.features, mind.model.urgency.features]


@pytest.mark.parametrize("typed", ["SER-004", "ser 4", "Ser4", "SER–004"])
def test_a_typed_id_is_the_answer(small: Path, tmp_path: Path, typed: str) -> None:
    understood = load(small, tmp_path).understand(typed)
    assert (understood.decision, understood.best) == ("answer", "SER-004")


@pytest.mark.parametrize("text", ["", "   ", "😀", "ÿ" * 5000, "SER-999", "\x00\n\t"])
def test_strange_texts_are_not_understood(small: Path, tmp_path: Path, text: str) -> None:
    assert load(small, tmp_path).understand(text).decision == "none"


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("phrases/SER-004.tsv", "texto\tvoz\n", "encabezado"),
        ("phrases/SER-004.tsv", "text\tvoice\nsolo\n", "línea 2"),
        ("phrases/SER-099.tsv", "text\tvoice\nhola\tana\n", "SER-099"),
        ("terms.yaml", "terms: [", "no se puede leer"),
        ("terms.yaml", "terms: {a: [x], b: [x]}", "«x»"),
        ("terms.yaml", "costs: {press: mucho}", "no es un número"),
    ],
)
def test_bad_files_are_explained(small: Path, tmp_path: Path, file: str, content: str, said: str) -> None:
    (small / "vocabulary" / file).write_text(content, "utf-8")
    with pytest.raises(VocabularyError, match=said):
        load(small, tmp_path)


def test_the_check_finds_clashes_repetitions_and_thin_services(small: Path) -> None:
    with (small / "vocabulary" / "phrases" / "SER-025.tsv").open("a", encoding="utf-8") as file:
        file.write("El CORREO no abre\tana\nbuzón\tana\nBuzón!\tana\n")
    doubts = check(small)
    assert ("clash", "el correo no abre") in {(each.kind, each.text.lower()) for each in doubts}
    assert ("repeated", "Buzón!") in {(each.kind, each.text) for each in doubts}
    assert {each.label for each in doubts if each.kind == "few"} == {
        "SER-001",
        "SER-003",
        "SER-004",
        "SER-025",
    }
