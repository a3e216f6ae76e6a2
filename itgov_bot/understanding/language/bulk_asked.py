"""One order for several cases: «asignar 12, 15 y 20 a Ana», «cerrar 12 y 15: se reinició», «juntar 12 y 15 en el 20»,
«cierra todas las de Luis: ya quedó»."""

import re
from dataclasses import dataclass, replace

from itgov_bot.domain.tickets.bulk import BulkDeed

_NUMBER = r"(?:saus[\s_-]*)?(?:20\d\d[\s_-]+)?#?\d{1,6}"
_SEPARATOR = r"\s*(?:,|;|/|\by\b|\be\b|\s)\s*(?:(?:el|la|los)\s+)?"
_BEGIN = (
    r"\W*(?:por favor,?\s+)?(?:hay que\s+|quiero\s+|necesito\s+)?(?:yo\s+)?(?P<verb>[^\W\d]+)\s+"
    r"(?:a\s+(?P<first>@?[^\W\d]+(?:\s+(?!tod|l[oa]s?\b|mis\b|el\b)[^\W\d]+)?)\s+)?"
)
_ORDER = re.compile(
    rf"{_BEGIN}(?:todos\s+)?(?:(?:el|los?|las?)\s+)?"
    rf"(?:casos?\s+|tickets?\s+)?(?P<numbers>{_NUMBER}(?:{_SEPARATOR}{_NUMBER})*)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_BY_WHICH = re.compile(
    rf"{_BEGIN}(?P<which>(?:tod[oa]s?\s+(?:l[oa]s?|mis)|(?:l[oa]s|mis)\s+(?:casos|tickets|tiquetes)"
    r"|l[oa]s\s+(?=(?:de|del|que|sin|en|m[ií][oa]s|urgentes|vencid[oa]s|viej[oa]s)\b))\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_ONE = re.compile(_NUMBER, re.IGNORECASE)
_VERBS = (
    (
        BulkDeed.ASSIGN,
        re.compile(
            r"(?:re)?as[ií]gn\w+|p[aá]s[aeá]\w*|dar|d[eé](?:le|les|los)|entreg\w+|tomo|cojo|agarro",
            re.IGNORECASE,
        ),
    ),
    (BulkDeed.CLOSE, re.compile(r"(?:cerr|cierr|resolv|resuelv|solucion|finaliz|termin)\w+", re.IGNORECASE)),
    (BulkDeed.MERGE, re.compile(r"(?:fusion|junt|agrup|combin)\w+|un(?:ir|e|a|amos)\w*", re.IGNORECASE)),
)
_TO = re.compile(r"\s*(?:,\s*)?(?:a|para|al agente|a la agente)\s+(?P<who>.+)", re.IGNORECASE | re.DOTALL)
_INTO_ONE = rf"(?:en|con|al|dentro de|hacia)\s+(?:(?:el|la|uno)\s+)?(?:caso\s+)?(?P<number>{_NUMBER})\W*"
_INTO = re.compile(rf"\s*{_INTO_ONE}", re.IGNORECASE)
_TO_ME = re.compile(r"\w+me|tomo|cojo|agarro", re.IGNORECASE)
ME = "mí"
_WHICH_TO = re.compile(
    r"\A(?P<which>\S.*),?\s(?:a|para)\s(?P<who>\S+(?:\s(?!a\b|para\b)\S+){0,3})", re.IGNORECASE
)
_WHICH_INTO = re.compile(rf"\A(?P<which>\S.*)\s{_INTO_ONE}", re.IGNORECASE)
_WHICH_BECAUSE = re.compile(
    r"(?P<which>[^:;,]+)(?:[:;,]|\bporque\b)\s*(?P<text>.+)", re.IGNORECASE | re.DOTALL
)
_BECAUSE = re.compile(r"\s*(?:[:,.;–-]|con\b|porque\b|:)\s*(?P<text>.+)", re.IGNORECASE | re.DOTALL)
_QUOTES = " .\"'«»“”"


@dataclass(frozen=True, slots=True)
class BulkAsked:
    """`numbers` as they were written, at least two of them (or one, into another); or `which` are meant, in the words for
    which the queue is asked. `to` is a name, or ME; `into` a number."""

    deed: BulkDeed
    numbers: tuple[str, ...]
    to: str = ""
    text: str = ""
    into: str = ""
    which: str = ""


def bulk_asked(said: str) -> BulkAsked | None:
    """None where it is no order, or one for a single case."""
    order = _ORDER.fullmatch(said.strip()) or _BY_WHICH.fullmatch(said.strip())
    deed = next((one for one, verb in _VERBS if order and verb.fullmatch(order["verb"])), None)
    if order is None or deed is None or (order["first"] and deed is not BulkDeed.ASSIGN):
        return None
    to = ME if _TO_ME.fullmatch(order["verb"]) else order["first"] or ""
    if "which" in order.re.groupindex:
        return _told_which(deed, order["which"].strip(_QUOTES), to)
    asked = _told(deed, tuple(dict.fromkeys(_ONE.findall(order["numbers"]))), order["rest"])
    if asked is None or len({*asked.numbers, *filter(None, [asked.into])}) == 1:
        return None
    return replace(asked, to=asked.to or to)


def _told_which(deed: BulkDeed, said: str, to: str) -> BulkAsked:
    """The words for which cases end where those of the deed begin."""
    bare = BulkAsked(deed, (), to=to, which=said)
    ends = {BulkDeed.ASSIGN: _WHICH_TO, BulkDeed.CLOSE: _WHICH_BECAUSE, BulkDeed.MERGE: _WHICH_INTO}
    found = None if to else ends[deed].fullmatch(" ".join(said.split()))
    if found is None:
        return bare
    told = found.groupdict()
    return replace(
        bare,
        which=found["which"].strip(_QUOTES),
        to=(told.get("who") or "").strip(_QUOTES),
        text=(told.get("text") or "").strip(_QUOTES),
        into=told.get("number") or "",
    )


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
