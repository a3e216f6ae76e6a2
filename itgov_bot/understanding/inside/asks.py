"""What anybody asks of the desk itself while they wait or in anger: the kinds of `asks.tsv`, and the wish that each is."""

from collections.abc import Mapping
from enum import StrEnum

from itgov_bot.understanding.interpretation import Wish
from itgov_bot.understanding.language.request_type import tells_a_fault

from .likely import OTHER, Likely

SURER_BY = 0.7
"""So much likelier than the next one must a kind be where the words are taken for something else as well."""
SUREST_BY = 1.0
MAX_WORDS = 24
"""What is longer tells a story of its own."""


class Asks(StrEnum):
    BOSS = "boss"
    """Whoever is above those who answer is to know of it."""
    PERSON = "person"
    """They would rather tell it to somebody."""
    CALL = "call"
    """They are to be called."""
    COMING = "coming"
    """When somebody comes, or calls."""
    DEBT = "debt"
    """Whether they must pay for what was stolen, lost or broken."""
    OTHER = OTHER


WISH_OF: Mapping[Asks, Wish] = {
    Asks.BOSS: Wish.COMPLAINT,
    Asks.PERSON: Wish.PERSON,
    Asks.CALL: Wish.PERSON,
    Asks.COMING: Wish.WHEN,
    Asks.DEBT: Wish.COST,
}


def asked_surely(text: str, likely: Likely) -> Asks:
    """Who tells a fault beside it reports that, unless they want it to go to whoever is above, or nothing but this is
    likely: «¿y no hay nadie que venga?»"""
    kind = Asks(likely.best) if likely.is_sure and len(text.split()) <= MAX_WORDS else Asks.OTHER
    is_it = kind is Asks.BOSS or likely.lead >= SUREST_BY or not tells_a_fault(text)
    return kind if is_it else Asks.OTHER
