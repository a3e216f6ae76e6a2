"""What the words of managers are about, whichever of them are used: the groups of `figures.yaml`."""

import re
from pathlib import Path

from itgov_bot.records import dataclass
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.word_file import FOLDER, WordFile

FILE = "figures.yaml"


@dataclass(frozen=True)
class Concepts:
    """By name, the words that speak of it."""

    rules: tuple[tuple[str, re.Pattern[str]], ...] = ()

    def told(self, text: str) -> list[str]:
        """One word for each concept that a text speaks of."""
        said = fold(text)
        return [f"concepto{name.replace('_', '')}" for name, rule in self.rules if rule.search(said)]


def read_concepts(data: Path) -> Concepts:
    """None where a city has no such file. Raises VocabularyError."""
    if not (data / FOLDER / FILE).exists():
        return Concepts()
    file = WordFile(data, FILE, ("concepts",))
    groups = file.groups("concepts")
    rules = ((name, file.pattern("|".join(ways), f"`concepts`, «{name}»")) for name, ways in groups.items())
    return Concepts(tuple(rules))
