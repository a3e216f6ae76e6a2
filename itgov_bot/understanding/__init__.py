"""Understanding: hurried Spanish → the right service, or an honest "no". Pure: no SQL, no await, no wording."""

from .engine import Understanding
from .phrases import Phrase
from .problems import VocabularyError
from .result import About, Act, Candidate, Decision, Heard, Part, Smalltalk, Understood

__all__ = [
    "About",
    "Act",
    "Candidate",
    "Decision",
    "Heard",
    "Part",
    "Phrase",
    "Smalltalk",
    "Understanding",
    "Understood",
    "VocabularyError",
]
