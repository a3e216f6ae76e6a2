"""Where a message falls into pieces: several problems, and what comes after a turn («pero …»)."""

import re
from collections.abc import Sequence

from itgov_bot.patterns import regex

from ..introducing.introduction import introduction
from ..request_type import is_told_or_asked

MIN_PROBLEM_WORDS = 2
MAX_PROBLEMS = 8
"""A shorter piece is no problem of its own; of a longer message the first ones count."""
_SEVERAL = regex(
    r"\b(?:adem[aá]s|tambi[eé]n|tampoco|aparte|de paso|otra (?:cosa|vaina)|por otr[oa] (?:lado|parte)|y lo otro|segund[oa]"
    r"|por [uú]ltimo|encima|para colmo|dos cosas|ni|also)\b",
    re.IGNORECASE,
)
_WORKS = regex(
    r"\b(?:bien|perfect[oa]s?|normal|excelente|fine|works)\b|\bya (?:est[aá]n?|qued[oó]) (?:instalad|list|hech|configurad)"
    r"|\best[aá]n? (?:conectad|prendid|encendid|enchufad|instalad)[oa]s?\b"
    r"|\bs[ií](?: (?:est|sirve|abre|entra|hay|funciona|carga|prende|imprime|teng|pued|llega|sale)|\W*$)",
    re.IGNORECASE,
)
_NOT = regex(r"\b(?:no|ni|nunca|tampoco|sin|not|doesn't|isn't)\b", re.IGNORECASE)
_BESIDE = regex(
    r"\b(?:no es|no son|lo que|pero|sino|but|ya (?:est[aá]|tengo|l[oa])|excepto|menos|aunque)\b",
    re.IGNORECASE,
)
_TURN = regex(r"\b(?:pero|sino(?: que)?|lo que pasa es que|sin embargo|aunque|es que|solo que)\b|[;.!?]+")
_PROBLEM = regex(r"[.!?,]?\s(?:y|e|ni|and|also|pero)\s|[.!?,]\s|[;\n]", re.IGNORECASE)

_SAYS_NOTHING = regex(
    r"(?:con |y )*(?:q|que|quien|nada|ya|todo|igual|resulta|resulta y sucede|sucede|ahora|mira|mire|si|en serio|bueno)"
    r"(?: (?:mas|que|si|en serio|ya|nada|todo|hubo|tal))*",
    re.IGNORECASE,
)
_BACKGROUND = regex(
    r"(?:y |pues |es que |pero )*(?:yo|uno|nosotros|ac[aá]|aqu[ií]|como|porque|ya que)(?: yo| aqu[ií]| ac[aá])? (?:no|ni)"
    r" (?:tengo|tenemos|hay|us[oa]|usamos|manej\w+|cuento|contamos)\b",
    re.IGNORECASE,
)
"""«Yo no tengo computador»: beside what somebody asks for it only says how they are placed."""
_ASKS_FOR = regex(
    r"\b(?:necesit\w+|quier\w+|quisier\w+|solicit\w+|requier\w+|ped(?:ir\w*|[ií])|pid\w+)\b", re.IGNORECASE
)

_CLAUSE = regex(
    r"[.;:!?]+(?=\s|$)|[,\n()]|\b(?:pero|aunque|sino|sin embargo|solo que|but|however)\b"
    r"|\s(?:y|e|and|porque|eh|entonces|o sea|(?:lo que pasa )?es que|mire|mira|vea|oye)\s"
)
MIN_CLAUSE_WORDS = 2
MAX_CLAUSES = 12
"""Of a longer message the first and the last ones speak."""


def problems(text: str) -> tuple[str, ...]:
    """The pieces of a message that may each tell of a problem, in their order; a piece without a verb of its own takes
    the beginning of the one before it («no tengo internet ni correo» → «no tengo correo»); what is well is none, and
    neither is who writes, from where, and how to reach them."""
    found: list[str] = []
    matter = introduction(text, ()).matter if _PROBLEM.search(text) else text
    for piece in (piece.strip(" ,.;:¿?¡!") for piece in _PROBLEM.split(matter)):
        if _SAYS_NOTHING.fullmatch(piece):
            continue
        said = piece.split()
        before = found[-1].split() if found else []
        if 0 < len(said) <= MIN_PROBLEM_WORDS < len(before) and not is_told_or_asked(piece):
            said = before[: -len(said)] + said
        if len(said) >= MIN_PROBLEM_WORDS and not _tells_what_works(piece):
            found.append(" ".join(said))
    return _telling(found)


def _telling(found: Sequence[str]) -> tuple[str, ...]:
    """Without what is only told beside a wish; of many those that tell or ask something by their own words."""
    is_wished = any(_ASKS_FOR.search(one) for one in found)
    telling = [one for one in found if not (is_wished and _BACKGROUND.match(one))]
    if len(telling) > MAX_PROBLEMS:
        telling = [one for one in telling if is_told_or_asked(one)] or telling
    return tuple(telling[:MAX_PROBLEMS])


_NOT_THEN = (
    r"(?:dicho|es|era|ya|as[ií]|no|o|vamos|despu[eé]s|luego|ma[nñ]ana|d[eé]j|cancel|olv[ií]d|quit|borr)\w*"
)
_WANTED_FIRST = (
    r"(?:necesit|quier|quisier|lo del?\b|una?\b|el\b|la\b|ay[uú]d|arr[eé]gl|m[ií]r|me (?:ayud|pued))"
)
_FIRST = regex(
    r"^\W{0,9}(?:(?:no|ay|uy|espere|espera|oiga|bueno|pues|entonces|ya|perd[oó]n|disculpe|y)\W+)*"
    rf"(?:(?:mejor|m[aá]s bien)(?! {_NOT_THEN})(?: primero)?|(?:primero|antes)(?= {_WANTED_FIRST}))\b",
    re.IGNORECASE,
)


def put_first(text: str) -> str | None:
    """What is to come before what was told: «no espere, mejor primero un tóner»."""
    found = _FIRST.match(text)
    return text[found.end() :].strip(" ,.;:") or None if found else None


def announces_several(text: str) -> bool:
    """Whether words say that there is more than one matter ("además", "otra cosa", "ni")."""
    return _SEVERAL.search(text) is not None


def sets_apart(text: str) -> bool:
    """Whether one thing is said beside another that is not meant («no es la red, es el correo», «pero»)."""
    return _BESIDE.search(text) is not None


def clauses(folded: str) -> tuple[str, ...]:
    """The clauses of a folded text, in their order, each with what it says of its own."""
    found = [piece.strip() for piece in _CLAUSE.split(folded)]
    telling = [piece for piece in found if len(piece.split()) >= MIN_CLAUSE_WORDS]
    half = MAX_CLAUSES // 2
    return tuple(telling if len(telling) <= MAX_CLAUSES else (*telling[:half], *telling[-half:]))


def after_turn(folded: str) -> str | None:
    """What a folded text says last, after «pero» or the end of a sentence; None when it has no turn."""
    parts = [part for part in _TURN.split(folded) if part.strip()]
    return parts[-1] if len(parts) > 1 else None


def _tells_what_works(piece: str) -> bool:
    """Whether something is said to be well («el wifi sí está bien»)."""
    return _WORKS.search(piece) is not None and _NOT.search(piece) is None
