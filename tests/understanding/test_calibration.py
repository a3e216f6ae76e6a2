"""What is measured with authors kept out is data; it must be of the phrases that are there."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from itgov_bot.understanding import Understanding, VocabularyError
from itgov_bot.understanding.cache import BUILT, CODE, fingerprint_of_said
from itgov_bot.understanding.calibration import read_calibration, write_calibration
from itgov_bot.understanding.quality.check import check
from itgov_bot.understanding.services.counting import as_matrix, learn
from itgov_bot.understanding.services.tokens import Terms
from tests.made import DATA


def test_the_calibration_is_of_these_phrases() -> None:
    found = read_calibration(DATA)
    assert found
    assert found.fitted_on == fingerprint_of_said(DATA), "phrases or words changed: run `itgov train`"


def test_it_is_written_as_it_is_read(small: Path) -> None:
    made = Understanding.calibrate(small)
    read = read_calibration(small)
    assert read
    assert (read.fitted_on, read.quality, read.trust.data()) == (
        made.fitted_on,
        made.quality,
        made.trust.data(),
    )
    assert read.judge.labels == made.judge.labels
    assert np.allclose(read.judge.weights, made.judge.weights, atol=1e-4)


def test_it_is_told_when_it_is_of_other_phrases(small: Path) -> None:
    def is_stale() -> bool:
        return any(doubt.kind == "stale" for doubt in check(small))

    assert is_stale()
    Understanding.calibrate(small)
    assert not is_stale()
    with (small / "vocabulary" / "phrases" / "SER-004.tsv").open("a", encoding="utf-8") as file:
        file.write("no sale nada en el buzón\tana\n")
    assert is_stale()


def test_a_start_with_it_reads_like_one_without(small: Path, tmp_path: Path) -> None:
    without = Understanding.train(small, tmp_path / "without").match("la impresora no imprime")
    Understanding.calibrate(small)
    assert Understanding.train(small, tmp_path / "with").match("la impresora no imprime") == without


def test_a_judge_of_other_kinds_is_not_used(small: Path, tmp_path: Path) -> None:
    made = Understanding.calibrate(small)
    write_calibration(small, replace(made, judge=replace(made.judge, labels=("outage",))))
    trained = Understanding.train(small, tmp_path)
    assert trained.model.urgency.judge.labels == made.judge.labels


def test_a_damaged_file_is_explained(small: Path, tmp_path: Path) -> None:
    (small / "vocabulary" / "calibration.yaml").write_text("judge: 5\n", "utf-8")
    with pytest.raises(VocabularyError, match="itgov train"):
        Understanding.train(small, tmp_path)


def test_many_texts_at_once_are_counted_like_one() -> None:
    texts = [
        "El correo no abre",
        "no abre la impresora",
        "el correo, correo!",
        "ñandú",
        "",
        "no abre el wifi",
    ]
    features, matrix = learn(texts, Terms({"correo": "email"}))
    alone = as_matrix([features.row(text) for text in texts], len(features))
    columns = np.eye(len(features), dtype=np.float32)
    assert abs(matrix.weighed(columns) - alone.weighed(columns)).max() < 1e-6
    assert "wemail" in features


def test_all_code_that_a_model_is_made_from_is_there() -> None:
    assert [part for part in CODE if not any(BUILT.parent.glob(part))] == []
