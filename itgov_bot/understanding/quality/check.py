"""What is doubtful in the vocabulary: clashes, repetitions, thin services, phrases that others place elsewhere."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from itgov_bot.records import dataclass
from itgov_bot.understanding.cache import fingerprint_of_said
from itgov_bot.understanding.calibration import read_calibration
from itgov_bot.understanding.figures.kinds import read_managers
from itgov_bot.understanding.inside.kinds import read_books
from itgov_bot.understanding.language.people.personal_data import read_scrubber
from itgov_bot.understanding.services import counting, ranker
from itgov_bot.understanding.services.phrases import Phrase, read_phrases
from itgov_bot.understanding.services.ranker import fit_temperature, probabilities
from itgov_bot.understanding.services.subjects import Subjects, read_subjects
from itgov_bot.understanding.services.tokens import Terms, words
from itgov_bot.understanding.services.vocabulary import read_vocabulary

MIN_PHRASES = 60
"""A service with fewer phrases than this is understood badly."""
SURE_SHARE = 0.9
"""From this probability on another place for a phrase is worth a look."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One finding. `kind` is stale, clash, repeated, few or elsewhere; `elsewhere` is where others would put the phrase."""

    kind: str
    label: str
    text: str
    elsewhere: str = ""
    score: float = 0.0


def check(data: Path) -> list[Doubt]:
    """All doubts, the grave ones first. Raises VocabularyError when the files themselves are wrong."""
    read_scrubber(data)  # it trains nothing; a bad file is told all the same
    subjects = read_subjects(data)
    phrases = [phrase for phrase in read_phrases(data, subjects.ids) if not phrase.is_urgency]
    terms = read_vocabulary(data).terms
    return [
        *_stale(data),
        *_same_words(phrases, subjects),
        *_same_words(read_managers(data), subjects),
        *(doubt for book in read_books(data).values() for doubt in _same_words(book, subjects)),
        *_few(phrases, subjects),
        *_elsewhere(phrases, terms, subjects),
    ]


def _stale(data: Path) -> list[Doubt]:
    """The calibration was made with other phrases or words."""
    calibration = read_calibration(data)
    is_of_these = calibration and calibration.fitted_on == fingerprint_of_said(data)
    return [] if is_of_these else [Doubt("stale", "calibration.yaml", "itgov train")]


def _same_words(phrases: Sequence[Phrase], subjects: Subjects) -> list[Doubt]:
    """The same words under two labels are a clash, unless they are near-twins: then the desk is meant to ask."""
    places: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        places[" ".join(words(phrase.text))].append(phrase)
    found = []
    for same in (group for group in places.values() if len(group) > 1):
        first = same[0]
        for other in same[1:]:
            if other.label == first.label:
                found.append(Doubt("repeated", other.label, other.text))
            elif other.subject not in subjects.twins.get(first.subject, frozenset()):
                found.append(Doubt("clash", other.label, other.text, first.label))
    return sorted(found, key=lambda doubt: (doubt.kind, doubt.label))


def _few(phrases: Sequence[Phrase], subjects: Subjects) -> list[Doubt]:
    counts = Counter(phrase.label for phrase in phrases)
    return [
        Doubt("few", service, f"{counts[service]}")
        for service in subjects.ids
        if counts[service] < MIN_PHRASES
    ]


def _elsewhere(phrases: Sequence[Phrase], terms: Terms, subjects: Subjects) -> list[Doubt]:
    """Phrases that a ranker trained on the other authors surely places elsewhere."""
    _, matrix = counting.learn((phrase.text for phrase in phrases), terms)
    truth = [phrase.subject for phrase in phrases]
    labels, scores = ranker.out_of_voice(matrix, truth, [phrase.voice for phrase in phrases])
    places = np.array([labels.index(subject) for subject in truth])
    chances = probabilities(scores, fit_temperature(scores, places))
    found = []
    for phrase, place, chance in zip(phrases, places, chances, strict=True):
        best = int(np.argmax(chance))
        near = subjects.twins.get(phrase.subject, frozenset())
        if best != place and chance[best] >= SURE_SHARE and labels[best] not in near:
            found.append(
                Doubt("elsewhere", phrase.label, phrase.text, labels[best], round(float(chance[best]), 4))
            )
    return sorted(found, key=lambda doubt: -doubt.score)
