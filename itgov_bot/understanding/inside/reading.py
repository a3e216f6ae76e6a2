"""`InsideReader`: whether what an agent writes under a case is surely for whoever opened it. What may be for the desk is
shown before it goes; what surely is for the desk is marked (`language/notes`)."""

import re
from dataclasses import dataclass

from itgov_bot.understanding.language.bounds import bounded
from itgov_bot.understanding.language.called import colleague_called
from itgov_bot.understanding.language.notes import is_remark

from .kinds import Around, InsideRanker

SURE = -0.15
"""So much like words for the person must they be that answer a card."""
SURE_OF_AWAITED = -0.5
"""The same of words that answer the question what the person is to be told: most are what they seem."""


_CONTACT = re.compile(r"(?:[^\W\d_]+ ){1,5}\+?\d{7,13}")
"""Somebody's name and number: for whoever is to call them."""


@dataclass(frozen=True)
class InsideReader:
    """`ranker` is None where no phrases are known: then marks and names alone speak."""

    ranker: InsideRanker | None

    def may_stay(self, text: str, around: Around, *, is_awaited: bool = False) -> bool:
        """Whether words may be for the desk: a remark on the person, an order that was not read, a word to a colleague."""
        if _CONTACT.fullmatch(text.strip()):
            return False
        if is_remark(text) or colleague_called(text, around.names) is not None:
            return True
        least = SURE_OF_AWAITED if is_awaited else SURE
        return self.ranker is not None and self.ranker.for_person(bounded(text), around) < least
