"""All of `data/` that a model is made from, read and checked together: by a training, and by `itgov check`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .calibration import Calibration, read_calibration
from .figures.kinds import read_managers
from .inside.kinds import Book, read_books
from .services.phrases import Phrase, read_phrases
from .services.subjects import Subjects, read_subjects
from .words import Words, read_words


@dataclass(frozen=True)
class Material:
    subjects: Subjects
    words: Words
    phrases: Sequence[Phrase]
    calibration: Calibration | None
    managers: Sequence[Phrase]
    books: Mapping[Book, Sequence[Phrase]]


def read_material(data: Path) -> Material:
    """Raises VocabularyError with a line that names the file and says what to mend."""
    subjects = read_subjects(data)
    words, phrases = read_words(data, subjects.ids), read_phrases(data, subjects.ids)
    return Material(subjects, words, phrases, read_calibration(data), read_managers(data), read_books(data))
