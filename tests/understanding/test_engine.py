"""Loading, training, learning and undoing, on a small desk."""

import timeit
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from itgov_bot.apart import done_apart
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.understanding import Intent, Phrase, Understanding, VocabularyError
from itgov_bot.understanding import cache as model_cache
from itgov_bot.understanding.quality.check import check
from itgov_bot.understanding.quality.lessons import Change, effect_of
from itgov_bot.understanding.services.features import Features, Row
from itgov_bot.understanding.services.learned import SURE_SHARE, Learned
from itgov_bot.understanding.services.phrases import read_phrases


def load(small: Path, tmp_path: Path, *learned: Phrase) -> Understanding:
    return Understanding.load(small, tmp_path / "cache", learned)


def test_training_is_deterministic(small: Path, tmp_path: Path) -> None:
    one = Understanding.train(small, tmp_path / "one")
    other = Understanding.train(small, tmp_path / "other")
    (signs, places), (other_signs, other_places) = one.model.features.known, other.model.features.known
    assert np.array_equal(signs, other_signs)
    assert np.array_equal(places, other_places)
    assert np.array_equal(one.model.subjects.values, other.model.subjects.values)
    assert one.model.trust.data() == other.model.trust.data()


def test_the_kept_model_reads_like_the_trained_one(small: Path, tmp_path: Path) -> None:
    trained = load(small, tmp_path)
    kept = load(small, tmp_path)
    assert list((tmp_path / "cache").glob("*.bin"))
    assert kept.match("la impresora") == trained.match("la impresora")


def test_a_model_built_with_the_program_serves_a_new_home(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model_cache, "BUILT", tmp_path / "built")
    assert not Understanding.is_trained(small, tmp_path / "cache")
    Understanding.train(small, tmp_path / "built")
    assert Understanding.is_trained(small, tmp_path / "cache")
    assert load(small, tmp_path).match("la impresora").best
    assert not (tmp_path / "cache").exists(), "it was trained again"


async def test_a_process_of_its_own_trains_for_this_one(small: Path, tmp_path: Path) -> None:
    await done_apart("itgov_bot.understanding", str(small), str(tmp_path / "cache"))
    assert Understanding.is_trained(small, tmp_path / "cache")


def test_a_folder_that_cannot_be_written_is_no_failure(small: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert load(small, tmp_path).match("la impresora no imprime").best == "SER-025"


def test_a_damaged_model_is_trained_again(small: Path, tmp_path: Path) -> None:
    load(small, tmp_path)
    for file in (tmp_path / "cache").iterdir():
        file.write_bytes(b"damaged")
    assert load(small, tmp_path).match("buzón lleno").best == "SER-004"


def test_changed_data_make_another_model(small: Path, tmp_path: Path) -> None:
    load(small, tmp_path)
    with (small / "vocabulary" / "phrases" / "SER-025.tsv").open("a", encoding="utf-8") as file:
        file.write("la fotocopiadora mancha las hojas\tana\n")
    assert load(small, tmp_path).match("fotocopiadora mancha").best == "SER-025"
    assert len(list((tmp_path / "cache").glob("*.bin"))) == 2


def test_learned_words_count_at_once_and_can_be_taken_back(small: Path, tmp_path: Path) -> None:
    understanding = load(small, tmp_path)
    taught = understanding.with_learned([Phrase("el bicho del zorgluf", "SER-025")])
    assert taught.match("el bicho ese del zorgluf").best == "SER-025"
    assert taught.match("EL BICHO DEL ZORGLUF").decision == "answer"
    assert taught.match("el correo no abre").best == "SER-004"
    undone = taught.with_learned([])
    assert undone.match("el bicho ese del zorgluf") == understanding.match("el bicho ese del zorgluf")


def test_what_is_out_of_scope_can_be_learned(small: Path, tmp_path: Path) -> None:
    understanding = load(small, tmp_path).with_learned([Phrase("la impresora de mi casa", "out_of_scope")])
    understood = understanding.match("la impresora de mi casa")
    assert (understood.decision, understood.intent) == ("none", Intent.OUT_OF_SCOPE)


def test_of_two_lessons_the_later_one_counts(small: Path, tmp_path: Path) -> None:
    lessons = [Phrase("el coso gris", "SER-004"), Phrase("el coso gris", "SER-025")]
    assert load(small, tmp_path, *lessons).match("el coso gris").best == "SER-025"


def test_learned_phrases_can_be_trained_in(small: Path, tmp_path: Path) -> None:
    lesson = Phrase("el coso gris", "SER-025")
    Understanding.train(small, tmp_path / "cache", [lesson])
    assert "w" + "coso" in load(small, tmp_path, lesson).model.features


def test_a_lesson_is_tried_before_it_is_applied(small: Path, tmp_path: Path) -> None:
    known = read_phrases(small, load(small, tmp_path).subjects.ids)
    wrong, right = Phrase("el correo no abre!", "SER-025"), Phrase("el correo no abre!", "SER-004")
    understanding = load(small, tmp_path)
    harm = Change("el correo no abre", ("SER-004",), ("SER-025",), "worse")
    assert effect_of(understanding, wrong, known)[0] == harm
    assert effect_of(understanding, right, known) == ()
    mistaken = understanding.with_learned([Phrase("El correo no abre", "SER-025")])
    mended = Change("el correo no abre", ("SER-025",), ("SER-004",), "better")
    assert mended in effect_of(mistaken, right, known)
    assert understanding.match("el correo no abre").best == "SER-004"


def test_what_was_learnt_before_may_change_too(small: Path, tmp_path: Path) -> None:
    understanding = load(small, tmp_path).with_learned([Phrase("el coso gris raro", "SER-025")])
    [change] = effect_of(understanding, Phrase("El coso gris raro", "out_of_scope"), ())
    assert (change.text, change.before, change.turn) == ("el coso gris raro", ("SER-025",), "worse")


@pytest.mark.timing
def test_a_thousand_learned_phrases_hold_no_message_up(small: Path, tmp_path: Path) -> None:
    lessons = [Phrase(f"la impresora {place} no imprime el papel", "SER-025") for place in range(1000)]
    features = load(small, tmp_path).model.features
    learned, text = Learned(lessons, features), "la impresora no imprime el papel 77"
    row = features.row(text)
    assert learned.nearest(text, row) == ("SER-025", SURE_SHARE)
    fastest = min(timeit.repeat(lambda: learned.nearest(text, row), number=1, repeat=30))
    assert fastest < 0.005  # seconds; one by one they took ten times as long


def test_likeness_is_what_it_would_be_one_by_one(small: Path, tmp_path: Path) -> None:
    features = load(small, tmp_path).model.features
    lessons = [Phrase("clave del wifi", "SER-001"), Phrase("zorgluf", "SER-004"), Phrase("¡¿?!", "SER-025")]
    learned = Learned(lessons, features)
    half = learned.nearest("la clave de internet", features.row("la clave de internet"))
    assert half is None or half[0] == "SER-001"
    for said, subject in (("clave del wifi", "SER-001"), ("zorglufo", "SER-004")):
        assert learned.nearest(said, features.row(said)) == (subject, SURE_SHARE)
    assert learned.nearest("vacaciones", features.row("vacaciones")) is None
    assert Learned([], features).nearest("hola", features.row("hola")) is None


def test_a_message_is_read_once_for_all_that_is_asked_of_it(
    small: Path, tmp_path: Path, calendar: WorkCalendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    understanding, text, night = (
        load(small, tmp_path),
        "se cayó el servidor",
        datetime(2026, 11, 10, 3, tzinfo=UTC),
    )
    urgency = understanding.urgency(text, night, calendar)
    alone = replace(
        understanding.match(text),
        exception=urgency.suspected,
        doubtful=urgency.doubtful,
        is_whom_open=urgency.is_whom_open,
    )
    read: list[Features] = []
    row = Features.row

    def counted(features: Features, said: str) -> Row:
        read.append(features)
        return row(features, said)

    monkeypatch.setattr(Features, "row", counted)
    model = understanding.model
    urgent = replace(model.urgency, kinds=replace(model.urgency.kinds))
    remembers_nothing = replace(understanding, model=replace(model, urgency=urgent))
    assert remembers_nothing.interpret(text, night, calendar) == alone
    assert read == [understanding.model.features, understanding.model.urgency.kinds.features]


@pytest.mark.parametrize("typed", ["SER-004", "ser 4", "Ser4", "SER–004"])
def test_a_typed_id_is_the_answer(small: Path, tmp_path: Path, typed: str) -> None:
    understood = load(small, tmp_path).match(typed)
    assert (understood.decision, understood.best) == ("answer", "SER-004")


@pytest.mark.parametrize("text", ["", "   ", "😀", "ÿ" * 5000, "SER-999", "\x00\n\t"])
def test_strange_texts_are_not_understood(small: Path, tmp_path: Path, text: str) -> None:
    assert load(small, tmp_path).match(text).decision == "none"


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("phrases/SER-004.tsv", "texto\tvoz\n", "encabezado"),
        ("phrases/SER-004.tsv", "text\tvoice\nsolo\n", "línea 2"),
        ("phrases/SER-099.tsv", "text\tvoice\nhola\tana\n", "SER-099"),
        ("terms.yaml", "terms: [", "no se puede leer"),
        ("terms.yaml", "terms: {a: [x], b: [x]}", "«x»"),
        ("terms.yaml", "costs: {press: mucho}", "no es un número"),
        ("terms.yaml", "termz: {}", "«termz»: esa clave no existe"),
        (
            "answers.yaml",
            "openers: [no, nop]",
            "`openers`: «False» no es un texto; escriba .* entre comillas",
        ),
        (
            "answers.yaml",
            'affirmative: {words: [si]}\nnegative: {words: ["no", si]}\nleaving: {words: [salir]}\nback: {words: [volver]}\n'
            "unsure: {words: [nose]}\nevery: {words: [ambas]}\nonward: {words: [sigamos]}\nopeners: [eche]\n"
            "courtesy: [gracias]\nclosers: [ya]\nwishes: [quiero]",
            "«si» también está en `affirmative`; deje uno",
        ),
        ("answers.yaml", "openers: si", "`openers`: se espera una lista de palabras"),
        (
            "answers.yaml",
            "openers: [eche]\ncourtesy: [gracias]\nclosers: [ya]\nwishes: [quiero]\naffirmative: {word: [si]}",
            "`affirmative`: «word» no existe; las partes que hay son words, orders, forbids, closers",
        ),
        ("cues.yaml", "cues: {down: caid*}", "falta la señal `mayor`"),
        ("cues.yaml", "cues:\n  down: '(caid'", "`down`: no se entiende"),
        ("cues.yaml", "cues:\n  down: '{rotos}'", "la parte {rotos} no existe"),
        ("cues.yaml", "cues: [caido]", "no tiene la forma de nombre y texto"),
        ("outages.yaml", "subjects:\n  network: {services: [SER-099], words: red}", "falta `application`"),
        (
            "outages.yaml",
            "subjects:\n  application: {services: [SER-099], words: app}",
            "SER-099 no está en el catálogo",
        ),
        (
            "outages.yaml",
            "subjects:\n  application: {words: app}\nsites: [tierra bomba]",
            "«tierra bomba» tiene varias",
        ),
        (
            "outages.yaml",
            "subjects:\n  application: {words: '(app'}",
            "«application», `words`: no se entiende",
        ),
        ("outages.yaml", "- red", "se esperan las claves"),
    ],
)
def test_bad_files_are_explained(small: Path, tmp_path: Path, file: str, content: str, said: str) -> None:
    (small / "vocabulary" / file).write_text(content, "utf-8")
    with pytest.raises(VocabularyError, match=said) as refused:
        load(small, tmp_path)
    assert len(str(refused.value).splitlines()) == 1


@pytest.mark.parametrize("file", ["terms.yaml", "answers.yaml", "cues.yaml", "outages.yaml"])
def test_a_missing_file_is_named(small: Path, tmp_path: Path, file: str) -> None:
    (small / "vocabulary" / file).unlink()
    with pytest.raises(VocabularyError, match=f"vocabulary/{file}: falta el archivo; cópielo"):
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
