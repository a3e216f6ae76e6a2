"""A data folder of an earlier version still starts: its answers lack what is new, and write one part as a list."""

from pathlib import Path

import yaml

from itgov_bot.settings import ROOT
from itgov_bot.understanding.language.answering.answers import read_answers


def test_answers_of_an_earlier_version_are_read(tmp_path: Path) -> None:
    file = tmp_path / "vocabulary" / "answers.yaml"
    file.parent.mkdir()
    content = yaml.safe_load((ROOT / "data" / "vocabulary" / "answers.yaml").read_text(encoding="utf-8"))
    content["unsure"] = content["unsure"]["words"]
    del content["every"], content["onward"]
    file.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    answers = read_answers(tmp_path)
    assert answers.is_unsure("no sé")
    assert answers.yes_or_no("sí") is True
    assert not answers.wants_every("las dos")
    assert not answers.is_going_on("sigamos")
