"""The words of `data/vocabulary` that the city may change, each file in the hands of its reader."""

from collections.abc import Collection
from pathlib import Path

from itgov_bot.records import dataclass

from .figures.concepts import Concepts, read_concepts
from .language.answering.answers import Answers, read_answers
from .language.folding import plain
from .language.known import Known
from .language.managing.indicator_names import IndicatorNames, read_indicator_names
from .language.people.personal_data import read_given_names
from .outages.words import OutageWords, read_outage_words
from .services.vocabulary import Vocabulary, read_vocabulary
from .urgency.cues import Cues, read_cues


@dataclass(frozen=True)
class Words:
    """What people call things, how they answer, what tells of urgency, what of an outage, the city's proper names,
    and what its indicators are called."""

    vocabulary: Vocabulary
    cues: Cues
    answers: Answers
    outages: OutageWords
    known: Known
    indicators: IndicatorNames
    concepts: Concepts


def read_words(data: Path, services: Collection[str]) -> Words:
    """`services`: the ids of the catalogue. Raises VocabularyError with one line that says what to mend."""
    outages = read_outage_words(data, services)
    known = Known(frozenset(map(plain, read_given_names(data))), outages.sites, outages.systems)
    names, concepts = read_indicator_names(data), read_concepts(data)
    return Words(read_vocabulary(data), read_cues(data), read_answers(data), outages, known, names, concepts)
