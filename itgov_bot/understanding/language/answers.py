"""What a short answer says: yes, no, «déjelo así», «volver», «no sé», a figure. The words are those of `answers.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from .folding import fold, plain
from .word_file import WordFile

KEYS = ("affirmative", "negative", "leaving", "back", "unsure", "courtesy", "lead_in")
MAX_ANSWER_WORDS = 8
"""What is longer is no plain answer but a story of its own."""

Expressions = frozenset[tuple[str, ...]]
_NUMBERED = re.compile(r"(?:(?:la )?opcion )?(\d{1,2})[.)]?")
_STARS = re.compile(
    r"(?:(?:un|una|le doy|doy|califico con|mi nota es) )*([1-5])(?: (?:estrellas?|de 5|5|puntos?))?"
)


@dataclass(frozen=True)
class Answers:
    """Expressions of one or several words, folded. `courtesy` and `lead_in` say nothing by themselves."""

    affirmative: Expressions
    negative: Expressions
    leaving: Expressions
    back: Expressions
    unsure: Expressions
    courtesy: Expressions
    lead_in: Expressions

    def yes_or_no(self, text: str) -> bool | None:
        """None when it is neither, or both."""
        said = plain(text).split()
        yes, no = self._says(said, self.affirmative), self._says(said, self.negative)
        return yes if yes != no else None

    def is_leaving(self, text: str) -> bool:
        """«Cancelar», «déjelo así»: whoever is filling in something wants to be rid of it."""
        return self._says(plain(text).split(), self.leaving, self.lead_in)

    def is_going_back(self, text: str) -> bool:
        """«Volver», «quiero corregir»."""
        return self._says(plain(text).split(), self.back, self.lead_in)

    def is_unsure(self, text: str) -> bool:
        """It begins with «no sé», «ninguna de esas»."""
        said = tuple(plain(text).split())
        return any(said[: len(words)] == words for words in self.unsure)

    def _says(self, said: list[str], meaning: Expressions, besides: Expressions = frozenset()) -> bool:
        """Whether the words are such expressions and courtesies from end to end, and not courtesies alone."""
        if len(said) > MAX_ANSWER_WORDS:
            return False
        empty = self.courtesy | besides
        # By how many words from the start are explained: whether an expression with the meaning was among them.
        reached = {0: False}
        for start in range(len(said)):
            if start not in reached:
                continue
            for end in range(start + 1, len(said) + 1):
                words = tuple(said[start:end])
                if words in meaning:
                    reached[end] = True
                elif words in empty:
                    reached[end] = reached.get(end, False) or reached[start]
        return reached.get(len(said), False)


def read_answers(data: Path) -> Answers:
    """Raises VocabularyError, also where an expression means yes and no."""
    file = WordFile(data, "answers.yaml", KEYS)
    found = Answers(*(_expressions(file, key) for key in KEYS))
    for both in sorted(found.affirmative & found.negative):
        file.refuse("`negative`", f"«{' '.join(both)}» también está en `affirmative`", "deje uno")
    return found


def _expressions(file: WordFile, key: str) -> Expressions:
    found = frozenset(tuple(plain(each).split()) for each in file.words(key))
    if not found:
        file.refuse(f"`{key}`", "no tiene palabras", "escriba al menos una: [así, otra]")
    return found


def choice_number(text: str) -> int | None:
    """The place of a choice in a list, typed: «2», «2.», «la opción 2»."""
    found = _NUMBERED.fullmatch(fold(text).strip())
    return int(found[1]) if found else None


def stars_of(text: str) -> int | None:
    """A rating from 1 to 5: «4», «4 estrellas», «4/5», «⭐⭐⭐⭐»."""
    if stars := text.count("⭐"):
        return stars if stars <= 5 and not plain(text) else None
    found = _STARS.fullmatch(plain(text))
    return int(found[1]) if found else None
