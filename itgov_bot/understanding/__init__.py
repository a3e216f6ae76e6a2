"""Understanding: hurried Spanish → the right service, or an honest "no". Pure: no SQL, no await, no wording."""

from .engine import Understanding
from .interpretation import Intent, Interpretation, Part, Wish
from .language.request_type import RequestType
from .language.smalltalk import Smalltalk
from .language.word_file import VocabularyError
from .meaning.hearing import Meaning
from .services.decide import Candidate, Decision
from .services.phrases import Phrase
from .urgency.mayor_event import MayorEvent
from .urgency.reading import UrgencyReading

__all__ = [
    "Candidate",
    "Decision",
    "Intent",
    "Interpretation",
    "MayorEvent",
    "Meaning",
    "Part",
    "Phrase",
    "RequestType",
    "Smalltalk",
    "Understanding",
    "UrgencyReading",
    "VocabularyError",
    "Wish",
]
