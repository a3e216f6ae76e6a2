"""Stretches of time as people ask for them: «2023», «2023-T2», «marzo», «el mes pasado», «últimos 6 meses», «de enero a
junio». Pure: the day on which it is asked is an argument.
"""

import re
from dataclasses import dataclass
from datetime import date

from itgov_bot.domain.indicators.stretch import Stretch

from .folding import fold
from .stretch_rules import MONTH, ORDINAL, RULES, StretchOf, When

MAX_CHARS = 300
"""Read of a text."""

_ANY_TIME = re.compile(
    rf"20\d\d|\b(?:{MONTH}|[tqsh][1-4]|mes(?:es)?|trim\w*|sem\w*|anos?|vigencia|hoy|ayer|anoche|lunes|fecha|dias?|esta)\b"
)
"""Without one of these no rule is tried."""
_SECOND_ONE = re.compile(
    rf"\b{ORDINAL}\s+(?P<noun>trimestre|semestre)\b[^§.;]*?\b(?:y|contra|vs|con|al?)\s+(?:el\s+|del\s+)?"
    r"(?:primero|segundo|tercero|cuarto)\b(?!\s+(?:trim|sem))"
)
"""«El primer trimestre y el segundo»."""
_FILLING = re.compile(r"\b(?:en|de|del|desde|el|la|los|las|al?|para|por|durante|todo|toda|mes|periodo|y)\b")
_SPAN = re.compile(
    r"\bentre\s+§\s+[ye]\s+§|\b(?:desde|del?)\s+§\s+(?:al?|hasta)\s+§|§\s+(?:al?|hasta|-|–)\s+§"
)
_DIFFERENCE = re.compile(r"\b(?:diferencia|compar\w*|vari\w*|cambi\w*)\b")
_SINCE = re.compile(r"\bdesde\s+(?:el\s+)?§(?:\s+(?:a|hasta)\s+(?:ahora|la fecha))?")


_YEAR_LAST = re.compile(
    rf"(?:{MONTH}|{ORDINAL})\b\.?(?:\s+(?:trimestre|semestre))?\s*"
    r"(?:y|e|,|a|al|con|contra|vs\.?|hasta|frente a|versus)\s+.*?(?P<year>20\d\d|ano (?:pasado|anterior))\W*$"
)


@dataclass(frozen=True)
class Times:
    """What was told of time, in its order, and the folded text without it (a mark `§` where each stood)."""

    told: tuple[Stretch, ...]
    rest: str

    @property
    def words(self) -> str:
        """The rest without the marks."""
        return " ".join(self.rest.replace("§", " ").split())


def find_stretch(text: str, today: date) -> Stretch | None:
    """The one stretch that a text tells, from end to end; None when it says anything else."""
    found = find_times(text, today)
    is_all = not _FILLING.sub(" ", found.words).strip(" .,;:¿?¡!")
    return found.told[0] if is_all and len(found.told) == 1 else None


def find_times(text: str, today: date) -> Times:
    """Every stretch that a text tells. What says no year is the last one that has begun."""
    said, told = fold(text)[:MAX_CHARS].replace("§", " "), list[Stretch]()
    if not _ANY_TIME.search(said):
        return Times((), said)
    said = _SECOND_ONE.sub(r"\g<0> \g<noun>", said)
    inherited = _year_said_last(said)
    for rule, stretch_of in RULES:
        said = _taken(said, rule, stretch_of, When(today, inherited), told)
    order = [int(number) for number in re.findall(r"§(\d+)", said)]
    told = [told[number] for number in order]
    said = re.sub(r"§\d+", "§", said)
    return _joined(said, told, today)


def _taken(said: str, rule: re.Pattern[str], stretch_of: StretchOf, when: When, told: list[Stretch]) -> str:
    """The text without what this rule reads, each with its place among the told ones."""

    def keep(found: re.Match[str]) -> str:
        try:
            told.append(stretch_of(found, when))
        except (ValueError, OverflowError):  # on no calendar
            return found[0]
        return f" §{len(told) - 1} "

    return rule.sub(keep, said)


def _joined(said: str, told: list[Stretch], today: date) -> Times:
    """«De enero a junio» is one stretch, and «desde marzo» goes on until today."""
    while (found := _SPAN.search(said)) and not _DIFFERENCE.search(said):
        at = said[: found.start()].count("§")
        told[at : at + 2] = [_around(told[at], told[at + 1])]
        said = f"{said[: found.start()]}§{said[found.end() :]}"
    for found in list(_SINCE.finditer(said)):
        at = said[: found.start()].count("§")
        told[at] = _around(told[at], Stretch(today, today))
    return Times(tuple(told), said)


def _around(one: Stretch, other: Stretch) -> Stretch:
    return Stretch(min(one.first, other.first), max(one.last, other.last))


def _year_said_last(said: str) -> int | None:
    """Of «marzo y abril de 2025», for March."""
    found = _YEAR_LAST.search(said)
    return int(found["year"]) if found and found["year"].isdigit() else None
