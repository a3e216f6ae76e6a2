"""Stretches of time as people ask for them: «2023», «2023-T2», «marzo», «el mes pasado», «últimos 6 meses», «de enero a junio».

Pure: the day on which it is asked is an argument.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from itgov_bot.domain.indicators import Frequency, Period, PeriodKind
from itgov_bot.domain.indicators.period import KIND_OF, MONTHS_IN
from itgov_bot.domain.indicators.stretch import Stretch

from .days import month_number
from .folding import fold

MAX_CHARS = 300
"""Read of a text."""
MAX_BACK = 40
"""So many of «últimos N» are looked back at."""

NUMBERS = {
    name: number
    for number, name in enumerate(
        [
            "un",
            "dos",
            "tres",
            "cuatro",
            "cinco",
            "seis",
            "siete",
            "ocho",
            "nueve",
            "diez",
            "once",
            "doce",
            "trece",
            "catorce",
            "quince",
        ],
        1,
    )
} | {"uno": 1, "una": 1}
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"
_ORDINALS = {
    **dict.fromkeys(("primer", "primero", "1er", "1ro", "1o", "i", "1"), 1),
    **dict.fromkeys(("segundo", "2do", "2o", "ii", "2"), 2),
    **dict.fromkeys(("tercer", "tercero", "3er", "3ro", "3o", "iii", "3"), 3),
    **dict.fromkeys(("cuarto", "4to", "4o", "iv", "4"), 4),
}
_ORDINAL = rf"(?:{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
_MONTH = (
    r"(?:ene(?:ro)?|feb(?:rero)?|mar(?:zo)?|abr(?:il)?|may(?:o)?|jun(?:io)?|jul(?:io)?|ago(?:sto)?|sep(?:t(?:iembre)?)?"
    r"|set(?:iembre)?|oct(?:ubre)?|nov(?:iembre)?|dic(?:iembre)?)"
)
_THIS, _LAST = (
    r"(?:este|esta|presente|actual|en curso|corriente)",
    r"(?:pasad[oa]|anterior|que paso|que acaba de pasar)",
)
_YEAR = r"(?:\s*(?:del?|-|/|,)?\s*(?:la vigencia\s+)?(?P<year>20\d\d|este ano|presente ano|(?:el |l )?ano (?:pasado|anterior)|antepasado))?"
_KINDS: dict[str, PeriodKind] = {"mes": "month", "trim": "quarter", "sem": "half", "ano": "year"}
_KIND = r"(?P<kind>mes(?:es)?|trim(?:estres?)?|semestres?|anos?|vigencias?)"


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

    for rule, stretch_of in _RULES:
        said = rule.sub(lambda found, of=stretch_of: _kept(found, of, _Asked(today, inherited), told), said)
    order = [int(number) for number in re.findall(r"§(\d+)", said)]
    told = [told[number] for number in order]
    said = re.sub(r"§\d+", "§", said)
    return _joined(said, told, today)


@dataclass(frozen=True)
class _Asked:
    """When it is asked, and the year that is said of the last of several months («marzo y abril de 2025»)."""

    today: date
    year: int | None


_StretchOf = Callable[[re.Match[str], _Asked], Stretch | None]


def _kept(found: re.Match[str], stretch_of: _StretchOf, asked: _Asked, told: list[Stretch]) -> str:
    try:
        stretch = stretch_of(found, asked)
    except (ValueError, OverflowError):
        stretch = None
    if stretch is None:
        return found[0]
    told.append(stretch)
    return f" §{len(told) - 1} "


# The single ways of telling it


def _written(found: re.Match[str], _asked: _Asked) -> Stretch:
    """`2023-06`, `2023-Q1`, `2023-T1`, `2023-S1`, `2023`."""
    year, kind, number, month = found["year"], found["kind"], found["number"], found["month"]
    tail = f"-{int(month):02d}" if month else f"-{'Q' if kind in 'tq' else 'H'}{number}" if kind else ""
    return Stretch.of(Period.parse(f"{year}{tail}"))


def _month(found: re.Match[str], asked: _Asked) -> Stretch:
    number = month_number(found["month"]) or 0
    year = _year(found["year"], asked)
    if year is None:
        year = asked.today.year - (number > asked.today.month)
    return Stretch.of(Period("month", year, number))


def _month_in_numbers(found: re.Match[str], _asked: _Asked) -> Stretch:
    return Stretch.of(Period("month", int(found["year"]), int(found["month"])))


def _part_of_year(found: re.Match[str], asked: _Asked) -> Stretch:
    """«Segundo trimestre», «T2», «1er semestre del año pasado», «el último trimestre del año pasado»."""
    kind: PeriodKind = "quarter" if found["part"][0] in "tq" else "half"
    told = found["ordinal"]
    ordinal = 12 // MONTHS_IN[kind] if told.startswith("ultim") else _ORDINALS[told]
    year = _year(found["year"], asked) or asked.today.year
    period = Period(kind, year, ordinal)
    is_ahead = found["year"] is None and asked.year is None and period.first_day > asked.today
    return Stretch.of(Period(kind, year - 1, ordinal) if is_ahead else period)


def _this(found: re.Match[str], asked: _Asked) -> Stretch:
    return Stretch.of(_now(_kind(found["kind"]), asked.today))


def _same_last_year(_found: re.Match[str], asked: _Asked) -> Stretch:
    return Stretch.of(Period("month", asked.today.year - 1, asked.today.month))


def _one_before(found: re.Match[str], asked: _Asked) -> Stretch:
    return Stretch.of(_now(_kind(found["kind"]), asked.today).previous())


def _two_before(found: re.Match[str], asked: _Asked) -> Stretch:
    return Stretch.of(_now(_kind(found["kind"]), asked.today).previous().previous())


def _last_ones(found: re.Match[str], asked: _Asked) -> Stretch:
    """«Últimos 6 meses»: with the one that runs."""
    number = min(_number(found["number"]), MAX_BACK)
    if found["kind"].startswith(("dia", "semana")):
        days = number * (7 if found["kind"].startswith("semana") else 1)
        return Stretch(asked.today - timedelta(days=days - 1), asked.today)
    last = first = _now(_kind(found["kind"]), asked.today)
    for _ in range(number - 1):
        first = first.previous()
    return Stretch.between(first, last)


def _week(ago: int) -> _StretchOf:
    def of(_found: re.Match[str], asked: _Asked) -> Stretch:
        monday = asked.today - timedelta(days=asked.today.weekday() + 7 * ago)
        return Stretch(monday, min(monday + timedelta(days=6), asked.today))

    return of


def _day(ago: int) -> _StretchOf:
    def of(_found: re.Match[str], asked: _Asked) -> Stretch:
        day = asked.today - timedelta(days=ago)
        return Stretch(day, day)

    return of


def _dated(found: re.Match[str], asked: _Asked) -> Stretch:
    month = _month(found, asked).first
    return Stretch(
        month.replace(day=int(found["day"])), month.replace(day=int(found["last"] or found["day"]))
    )


def _since_monday(_found: re.Match[str], asked: _Asked) -> Stretch:
    return _week(0)(_found, asked) or Stretch(asked.today, asked.today)


_RULES: tuple[tuple[re.Pattern[str], _StretchOf], ...] = tuple(
    (re.compile(pattern), of)
    for pattern, of in (
        (
            r"(?<![\d-])(?P<year>20\d\d)\s?-\s?(?:(?P<kind>[tqsh])(?P<number>[1-4])|(?P<month>\d{1,2}))(?![\d-])",
            _written,
        ),
        (r"(?<![\d-])(?P<year>20\d\d)\s?(?P<month>)(?P<kind>[tqsh])(?P<number>[1-4])\b", _written),
        (r"(?<!\d)(?P<month>0?[1-9]|1[0-2])[/-](?P<year>20\d\d)(?!\d)", _month_in_numbers),
        (r"(?<!\d)(?P<year>20\d\d)/(?P<month>0?[1-9]|1[0-2])(?!\d)", _month_in_numbers),
        (
            rf"\b(?:el|del|al)\s+(?:dia\s+)?(?P<day>[0-3]?\d)(?:\s+al\s+(?P<last>[0-3]?\d))?\s+de\s+(?P<month>{_MONTH})\b{_YEAR}",
            _dated,
        ),
        (
            r"\best[ea]\s+mismo\s+mes\s+del?\s+(?:l\s+)?ano\s+(?:pasado|anterior)|\bmismo\s+mes\s+del?\s+ano\s+(?:pasado|anterior)|\bhace un ano\b",
            _same_last_year,
        ),
        (rf"\b(?:el\s+)?mes\s+de\s+(?P<month>{_MONTH})\b\.?{_YEAR}", _month),
        (rf"\b(?P<month>{_MONTH})\b\.?{_YEAR}", _month),
        (
            rf"\b(?P<ordinal>{_ORDINAL}|ultimo)\.?\s*(?P<part>trim(?:estre)?|semestre|sem)\b\.?{_YEAR}(?<!ultimo trimestre)(?<!ultimo semestre)(?<!ultimo trim)",
            _part_of_year,
        ),
        (rf"\b(?P<part>trim(?:estre)?|semestre)\s+(?P<ordinal>[1-4]|i{{1,3}}|iv)\b{_YEAR}", _part_of_year),
        (rf"\b(?P<part>[tqsh])(?P<ordinal>[1-4])\b{_YEAR}", _part_of_year),
        (
            rf"\b(?:lo que (?:va|llevamos|corre) (?:corrido )?del?|en lo corrido del?|(?:en )?lo que va)\s*{_KIND}(?: en curso)?\b",
            _this,
        ),
        (
            rf"\b(?:ulti(?:mos|mas))\s+(?P<number>{_NUMBER})\s+(?P<kind>dias|semanas|meses|trimestres|semestres|anos)\b",
            _last_ones,
        ),
        (
            rf"\b(?P<number>{_NUMBER})\s+ultim[oa]s\s+(?P<kind>dias|semanas|meses|trimestres|semestres|anos)\b",
            _last_ones,
        ),
        (rf"\bhace dos {_KIND}\b", _two_before),
        (rf"\b{_KIND} antepasado\b", _two_before),
        (rf"\b(?:el |del? |la )?{_KIND}\s+{_LAST}\b", _one_before),
        (rf"\b(?:el |la )?(?:anterior|pasad[oa]|ultim[oa])\s+{_KIND}\b", _one_before),
        (rf"\b{_THIS}\s+(?:mismo\s+)?{_KIND}\b", _this),
        (rf"\b(?:el\s+)?{_KIND}\s+(?:actual|en curso|presente|corriente)\b", _this),
        (
            r"\b(?:desde|de|del)\s+(?:el\s+)?lunes(?:\s+(?:a|hasta)\s+(?:la fecha|hoy))?\b|\b(?:en )?lo que va de (?:la )?semana\b",
            _since_monday,
        ),
        (r"\besta\s+(?:misma\s+)?semana\b|\bde la semana\b(?! pasada| anterior)", _week(0)),
        (r"\b(?:la\s+)?semana\s+(?:pasada|anterior|que paso)\b|\bultima semana\b", _week(1)),
        (
            r"\b(?:a la fecha(?: de hoy)?|(?:al )?dia de hoy|hoy(?: mismo)?|esta (?:manana|tarde|noche))\b",
            _day(0),
        ),
        (r"\b(?:ayer|anoche)\b", _day(1)),
        (
            r"\b(?:vigencia|ano|en el|del|de|en)\s+(?P<year>20\d\d)\b(?P<kind>)(?P<number>)(?P<month>)",
            _written,
        ),
        (r"(?<![\d.,/-])(?P<year>20\d\d)(?![\d./-])(?P<kind>)(?P<number>)(?P<month>)", _written),
    )
)
"""The longer ways first: what one has taken the next ones do not see."""

_ANY_TIME = re.compile(
    rf"20\d\d|\b(?:{_MONTH}|[tqsh][1-4]|mes(?:es)?|trim\w*|sem\w*|anos?|vigencia|hoy|ayer|anoche|lunes|fecha|dias?|esta)\b"
)
"""Without one of these no rule is tried."""
_SECOND_ONE = re.compile(
    rf"\b{_ORDINAL}\s+(?P<noun>trimestre|semestre)\b[^§.;]*?\b(?:y|contra|vs|con|al?)\s+(?:el\s+|del\s+)?"
    r"(?:primero|segundo|tercero|cuarto)\b(?!\s+(?:trim|sem))"
)
"""«El primer trimestre y el segundo»."""
_FILLING = re.compile(r"\b(?:en|de|del|el|la|los|las|al?|para|por|durante|todo|toda|mes|periodo|y)\b")
_SPAN = re.compile(
    r"\bentre\s+§\s+[ye]\s+§|\b(?:desde|del?)\s+§\s+(?:al?|hasta)\s+§|§\s+(?:al?|hasta|-|–)\s+§"
)
_DIFFERENCE = re.compile(r"\b(?:diferencia|compar\w*|vari\w*|cambi\w*)\b")
_SINCE = re.compile(r"\bdesde\s+(?:el\s+)?§(?:\s+(?:a|hasta)\s+(?:ahora|la fecha))?")


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


def _year(told: str | None, asked: _Asked) -> int | None:
    if not told:
        return asked.year
    if told.isdigit():
        return int(told)
    return asked.today.year - (
        2 if "antepasado" in told else 1 if "pasado" in told or "anterior" in told else 0
    )


_YEAR_LAST = re.compile(
    rf"(?:{_MONTH}|{_ORDINAL})\b\.?(?:\s+(?:trimestre|semestre))?\s*(?:y|e|,|a|al|con|contra|vs\.?|hasta|frente a|versus)\s+.*?"
    r"(?P<year>20\d\d|ano (?:pasado|anterior))\W*$"
)


def _year_said_last(said: str) -> int | None:
    """Of «marzo y abril de 2025», for March."""
    found = _YEAR_LAST.search(said)
    return int(found["year"]) if found and found["year"].isdigit() else None


def _kind(told: str) -> PeriodKind:
    return next((kind for begins, kind in _KINDS.items() if told.startswith(begins)), "year")


def _now(kind: PeriodKind, today: date) -> Period:
    frequency: Frequency = next(name for name, of in KIND_OF.items() if of == kind)
    return Period.of(frequency, today)


def _number(told: str) -> int:
    return NUMBERS.get(told) or max(1, int(told))
