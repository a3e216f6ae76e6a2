"""A bad file of given names is told in one Spanish line; accents are no matter."""

from pathlib import Path

import pytest

from itgov_bot.understanding import VocabularyError
from itgov_bot.understanding.language.personal_data import Scrubber, read_scrubber


@pytest.mark.parametrize("name", ["ana maría", "jo", "pepe2"])
def test_a_name_is_one_word(tmp_path: Path, name: str) -> None:
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "vocabulary" / "given_names.yaml").write_text(f"given: [{name}]", "utf-8")
    with pytest.raises(
        VocabularyError, match=f"given_names.yaml, `given`: «{name}» no es un nombre; escriba"
    ):
        read_scrubber(tmp_path)


def test_names_are_those_of_the_city() -> None:
    assert Scrubber.of(["fermín"]).scrub("Fermin no tiene red") == "[nombre] no tiene red"
    assert Scrubber.of([]).scrub("Fermin no tiene red") == "Fermin no tiene red"
