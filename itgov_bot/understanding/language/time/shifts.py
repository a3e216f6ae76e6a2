"""By how much something is moved from when it was: «media hora antes», «se retrasa dos horas»."""

from datetime import timedelta

from itgov_bot.patterns import regex

from ..folding import fold
from .lengths import find_length

_EARLIER = regex(r"\b(?:antes|antecitos?|mas temprano|adelant\w+)\b")
_LATER = regex(
    r"\b(?:despues|mas tarde|retras\w+|retraz\w+|atras\w+|demor\w+|corri\w+|corren?|aplaz\w+|pospus\w+|tarde)\b"
)
_SMALL = regex(r"\b(hor|minut|dia)(?:ita|ito)(s?)\b")
_WHOLE = {"hor": "hora", "minut": "minuto", "dia": "dia"}


def find_shift(text: str) -> timedelta | None:
    said = _SMALL.sub(lambda found: _WHOLE[found[1]] + found[2], fold(text))
    length = find_length(said)
    if length is None:
        return None
    if _EARLIER.search(said):
        return -length
    return length if _LATER.search(said) else None
