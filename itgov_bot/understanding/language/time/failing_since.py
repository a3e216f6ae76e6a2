"""Since when something fails, as whoever reports it tells beside all else: «desde las 7», «hace una hora»."""

from datetime import datetime, timedelta

from itgov_bot.patterns import regex

from ..folding import fold
from .times import find_start

LONGEST = timedelta(days=7)
"""What is told as older is rather when somebody asked for something: the report alone begins it."""
_FAILED = (
    r"(?:se (?:nos |me )?(?:cayo|cayeron|fue|fueron|dano|danaron|apago|apagaron|perdio|tumbo|desconecto)"
    r"|empezo|empezaron|comenzo|arranco|inicio|dejo de \w+|dejaron de \w+|quedamos|fallo|paso)"
)
_REST = r"[^,;\n?!]{1,45}"
_LENGTH = (
    r"(?:(?:ya|como|mas de|casi|mas o menos) )*"
    r"(?:\d+|una?|media|hora|dos|tres|cuatro|cinco|seis|diez|quince|veinte|treinta|cuarenta)\b"
)
_DAY = r"(?:las?|el|hoy|ayer|anoche|antier|esta|hace|\d+)\b"
_TOLD = regex(
    rf"\bdesde (?:(?:que|como|eso de|mas o menos|a) )*{_DAY}(?:{_REST})?"
    rf"|\b(?:hace|llev(?:a|an|amos|o)|van|vamos) {_LENGTH}(?:{_REST})?"
    rf"|\b{_FAILED}\b[^,;\n?!]{{0,30}}?\b(?:a|de) las? {_REST}"
    rf"|\b(?:a|de) las? [^,;\n?!]{{1,28}}? {_FAILED}\b"
)


def failing_since(text: str, now: datetime) -> datetime | None:
    """`now`: when it is told, local time. None where it is not told, or cannot be."""
    for told in _TOLD.finditer(fold(text)):
        found = find_start(told[0], now)
        if found and now - found <= LONGEST:
            return found
    return None
