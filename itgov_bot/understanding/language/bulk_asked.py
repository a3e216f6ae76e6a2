"""One order for several cases: «asignar 12, 15 y 20 a Ana», «cerrar 12 y 15: se reinició», «juntar 12 y 15 en el 20»."""

import re
from dataclasses import dataclass

from itgov_bot.domain.tickets.bulk import BulkDeed

_NUMBER = r"(?:saus[\s_-]*)?(?:20\d\d[\s_-]+)?#?\d{1,6}"
_SEPARATOR = r"\s*(?:,|;|/|\by\b|\be\b|\s)\s*(?:(?:el|la|los)\s+)?"
_ORDER = re.compile(
    r"\W*(?:por favor,?\s+)?(?:hay que\s+|quiero\s+|necesito\s+)?(?P<verb>[^\W\d]+)\s+(?:todos\s+)?(?:(?:el|los?|las?)\s+)?"
    rf"(?:casos?\s+|tickets?\s+)?(?P<numbers>{_NUMBER}(?:{_SEPARATOR}{_NUMBER})*)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ONE = re.compile(_NUMBER, re.IGNORECASE)
_VERBS = (
    (
        BulkDeed.ASSIGN,
        re.compile(r"(?:re)?as[ií]gn\w+|p[aá]s[aeá]\w*|dar|d[eé](?:le|les|los)|entreg\w+", re.IGNORECASE),
    ),
    (BulkDeed.CLOSE, re.compile(r"(?:cerr|cierr|resolv|resuelv|solucion|finaliz|termin)\w+", re.IGNORECASE)),
    (BulkDeed.MERGE, re.compile(r"(?:fusion|junt|agrup|combin)\w+|un(?:ir|e|a|amos)\w*", re.IGNORECASE)),
)
_TO = re.compile(r"\s*(?:,\s*)?(?:a|para|al agente|a la agente)\s+(?P<who>.+)", re.IGNORECASE | re.DOTALL)
_INTO = re.compile(
    rf"\s*(?:en|con|al|dentro de|hacia)\s+(?:(?:el|la|uno)\s+)?(?:caso\s+)?(?P<number>{_NUMBER})\W*",
    re.IGNORECASE,
)
_BECAUSE = re.compile(r"\s*(?:[:,.;–-]|con\b|porque\b|:)\s*(?P<text>.+)", re.IGNORECASE | re.DOTALL)
_QUOTES = " .\"'«»“”"


@dataclass(frozen=True, slots=True)
class BulkAsked:
    """`numbers` as they were written, at least two of them (or one, into another). `to` is a name, `into` a number."""

    deed: BulkDeed
    numbers: tuple[str, ...]
    to: str = ""
    text: str = ""
    into: str = ""


def bulk_asked(said: str) -> BulkAsked | None:
    """None where it is no order, or one for a single case."""
    order = _ORDER.fullmatch(said.strip())
    deed = next((one for one, verb in _VERBS if order and verb.fullmatch(order["verb"])), None)
    if order is None or deed is None:
        return None
    asked = _told(deed, tuple(dict.fromkeys(_ONE.findall(order["numbers"]))), order["rest"])
    return asked if asked and len({*asked.numbers, *filter(None, [asked.into])}) > 1 else None


def _told(deed: BulkDeed, numbers: tuple[str, ...], rest: str) -> BulkAsked | None:
    """None where what stands behind the numbers is no part of such an order."""
    bare = BulkAsked(deed, numbers)
    if not rest.strip(_QUOTES):
        return bare
    if deed is BulkDeed.ASSIGN:
        found = _TO.fullmatch(rest)
        return BulkAsked(deed, numbers, to=found["who"].strip(_QUOTES)) if found else None
    if deed is BulkDeed.MERGE:
        found = _INTO.fullmatch(rest)
        return BulkAsked(deed, numbers, into=found["number"]) if found else None
    found = _BECAUSE.fullmatch(rest)
    return BulkAsked(deed, numbers, text=found["text"].strip(_QUOTES)) if found else None
