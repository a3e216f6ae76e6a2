"""Stretches of time as people ask for them: «2023», «2023-T2», «marzo», «el mes pasado», «últimos 6 meses», «de enero a
junio». Pure: the day on which it is asked is an argument.
"""

import re
from dataclasses import dataclass
from datetime import date

from itgov_bot.domain.indicators import Period
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.patterns import regex

from ..folding import fold
from .days import MONTH
from .short_years import with_whole_years
from .stretch_rules import ORDINAL, RULES, StretchOf, When

MAX_CHARS = 300
"""Read of a text."""

_ANY_TIME = regex(
    rf"20\d\d|\b(?:{MONTH}|[tqsh][1-4]|mes(?:es)?|trim\w*|sem\w*|anos?|vigencia|hoy|ayer|anoche|lunes|fecha|dias?|esta)\b"
)
"""Without one of these no rule is tried."""
_SECOND_ONE = regex(
    rf"\b{ORDINAL}\s+(?P<noun>trimestre|semestre)\b[^§.;]*?\b(?:y|contra|vs|con|al?)\s+(?:el\s+|del\s+)?"
    r"(?:primero|segundo|tercero|cuarto)\b(?!\s+(?:trim|sem))"
)
"""«El primer trimestre y el segundo»."""
_FIRST_ONE = regex(
    rf"\b{ORDINAL}(?=\s+(?:y|o|contra|vs|con|al?)\s+(?:el\s+|del\s+)?{ORDINAL}\s+(?P<noun>trimestre|semestre)\b)"
)
"""«El primer y segundo semestre»."""
_THAT_OF_YEAR = regex(r"§\s+(?:con|contra|vs\.?|versus|frente al?|y)\s+(?:el|la|lo|l)\s+(?:del?\s+)?§")
"""«Julio con el de 2023»: July twice."""
_ONE_BEFORE_IT = regex(
    r"§(?P<link>\s+(?:que|con|contra|vs\.?|versus|frente al?|y|o)\s+(?:(?:en )?(?:el|la|l)\s+)?)(?:pasad[oa]|anterior)\b"
)
"""«Este mes que el pasado», «octubre contra el anterior»."""
_FILLING = regex(r"\b(?:en|de|del|desde|el|la|lo|los|las|al?|para|por|durante|todo|toda|mes|periodo|y)\b")
_SPAN = regex(r"\bentre\s+§\s+[ye]\s+§|\b(?:desde|del?)\s+§\s+(?:al?|hasta)\s+§|§\s+(?:al?|hasta|-|–)\s+§")
_DIFFERENCE = regex(r"\b(?:diferencia|compar\w*|vari\w*|cambi\w*)\b")
_SINCE = regex(r"\bdesde\s+(?:el\s+)?§(?:\s+(?:a|hasta)\s+(?:ahora|la fecha))?")


_YEAR_SAID = regex(r"(?<![\d.,/-])20\d\d(?![\d./])|\bano (?:pasado|anterior|antepasado)\b")
_YEAR_AGAINST = regex(
    r"\b(?:contra|con|vs\.?|versus|frente al?|respecto (?:al?|de)|que)\s+(?:el |la |lo |l )?(?:del? |ano )*"
    r"(?:20\d\d|ano (?:pasado|anterior|antepasado))"
)
"""A year that is set against something else is none of its months."""


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


def find_times(text: str, today: date, year: int | None = None) -> Times:
    """Every stretch that a text tells. A year that is said once is that of every month; where none is said it is `year`,
    the one spoken of, or else the last one in which the stretch has begun."""
    said = with_whole_years(fold(text)[:MAX_CHARS].replace("§", " "), today)
    if not _ANY_TIME.search(said):
        return Times((), said)
    said = _FIRST_ONE.sub(r"\g<0> \g<noun>", _SECOND_ONE.sub(r"\g<0> \g<noun>", said))
    own = _year_said_once(said, today)
    found = _find(said, When(today, own or year))
    if own and len(set(found.told)) < len(found.told):  # «marzo de 2023 contra marzo» are two
        return _joined(_find(said, When(today, None)), today)
    return _joined(_without_their_year(found, own), today)


def _find(said: str, when: When) -> Times:
    """In their order, each by itself."""
    told = list[Stretch]()
    for rule, stretch_of in RULES:
        said = _taken(said, rule, stretch_of, when, told)
    order = [int(number) for number in re.findall(r"§(\d+)", said)]
    return Times(tuple(told[number] for number in order), re.sub(r"§\d+", "§", said))


def _without_their_year(found: Times, year: int | None) -> Times:
    """«En 2023, marzo y abril» are two months, and no year."""
    whole = Stretch.of_year(year) if year else None
    parts = [one for one in found.told if one.period and not one.is_year and one.first.year == year]
    if whole is None or not parts or whole not in found.told:
        return found
    at, pieces = found.told.index(whole), found.rest.split("§")
    rest = "§".join([*pieces[:at], f"{pieces[at]} {pieces[at + 1]}", *pieces[at + 2 :]])
    return Times((*found.told[:at], *found.told[at + 1 :]), rest)


def _taken(said: str, rule: re.Pattern[str], stretch_of: StretchOf, when: When, told: list[Stretch]) -> str:
    """The text without what this rule reads, each with its place among the told ones."""

    def keep(found: re.Match[str]) -> str:
        try:
            told.append(stretch_of(found, when))
        except (ValueError, OverflowError):  # on no calendar
            return found[0]
        return f" §{len(told) - 1} "

    return rule.sub(keep, said)


def _joined(times: Times, today: date) -> Times:
    """«De enero a junio» is one stretch, and «desde marzo» goes on until today."""
    said, told = times.rest, list(times.told)
    if (found := _ONE_BEFORE_IT.search(said)) and (of := told[at := said[: found.start()].count("§")].period):
        told.insert(at + 1, Stretch.of(of.previous()))
        said = f"{said[: found.start()]}§{found['link']}§{said[found.end() :]}"
    if (found := _THAT_OF_YEAR.search(said)) and told[at := said[: found.start()].count("§")].period:
        told[at + 1] = _in_year_of(told[at], told[at + 1])
    while (found := _SPAN.search(said)) and not _DIFFERENCE.search(said):
        at = said[: found.start()].count("§")
        told[at : at + 2] = [_around(told[at], told[at + 1])]
        said = f"{said[: found.start()]}§{said[found.end() :]}"
    for found in list(_SINCE.finditer(said)):
        at = said[: found.start()].count("§")
        told[at] = _around(told[at], Stretch(today, today))
    return Times(tuple(told), said)


def _in_year_of(part: Stretch, year: Stretch) -> Stretch:
    """The same month, or quarter, of a year that is told alone."""
    if part.period is None or part.is_year or not year.is_year:
        return year
    return Stretch.of(Period(part.period.kind, year.first.year, part.period.ordinal))


def _around(one: Stretch, other: Stretch) -> Stretch:
    return Stretch(min(one.first, other.first), max(one.last, other.last))


def _year_said_once(said: str, today: date) -> int | None:
    """Of «marzo y abril de 2025», for March too."""
    years = {one if one.isdigit() else one.split()[-1] for one in _YEAR_SAID.findall(said)}
    if len(years) != 1 or _YEAR_AGAINST.search(said):
        return None
    [year] = years
    return int(year) if year.isdigit() else today.year - (2 if year == "antepasado" else 1)
