"""The single ways of telling a stretch of time, and which stretch each is: one table. Used by `stretches`."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from itgov_bot.domain.indicators import Frequency, Period, PeriodKind
from itgov_bot.domain.indicators.period import KIND_OF, MONTHS_IN
from itgov_bot.domain.indicators.stretch import Stretch

from ..figures import UNITS
from ..folding import patterns_of
from .days import MONTH, month_number

MAX_BACK = 40
"""So many of «últimos N» are looked back at."""
NUMBERS = {UNITS[number]: number for number in range(1, 16)}
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"
_ORDINALS = {
    **dict.fromkeys(("primer", "primero", "1er", "1ro", "1o", "i", "1"), 1),
    **dict.fromkeys(("segundo", "2do", "2o", "ii", "2"), 2),
    **dict.fromkeys(("tercer", "tercero", "3er", "3ro", "3o", "iii", "3"), 3),
    **dict.fromkeys(("cuarto", "4to", "4o", "iv", "4"), 4),
}
ORDINAL = rf"(?:{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
_THIS = r"(?:este|esta|presente|actual|en curso|corriente)"
_OVER = (
    r"que (?:(?:se|nos) ){0,2}(?:fue|paso|acabo|termino|cerro)|que acaba de (?:pasar|terminar|cerrar|acabar)"
)
_GONE = rf"(?:pasad[oa]|anterior|{_OVER})"
_YEAR_GONE = r"ano\s+(?:pasado|anterior)"
_YEAR = (
    r"(?:\s*(?:del?|-|/|,)?\s*(?:la vigencia\s+)?"
    rf"(?P<year>20\d\d|este ano|presente ano|(?:el |l )?{_YEAR_GONE}|antepasado|l? ?ano\b(?! \w*pasad| anterior)))?"
)
_KINDS: dict[str, PeriodKind] = {"mes": "month", "trim": "quarter", "sem": "half", "ano": "year"}
_KIND = r"(?P<kind>mes(?:es)?|trim(?:estres?)?|semestres?|anos?|vigencias?)"
_KINDS_OF_MANY = r"(?P<kind>dias|semanas|meses|trimestres|semestres|anos)"
_OF_YEAR = rf"\s+(?:en |del? )(?:el )?(?P<year>(?:ano |la vigencia )?20\d\d|{_YEAR_GONE}|este ano|ano)\b"
_NO_PARTS = r"(?P<kind>)(?P<number>)(?P<month>)"


@dataclass(frozen=True)
class When:
    """When it is asked, and the year of months and parts that say none («marzo y abril de 2025»)."""

    today: date
    year: int | None


StretchOf = Callable[[re.Match[str], When], Stretch]
"""May raise ValueError: a day that is on no calendar."""


def _written(found: re.Match[str], _when: When) -> Stretch:
    """`2023-06`, `2023-Q1`, `2023-T1`, `2023-S1`, `2023`."""
    year, kind, number, month = found["year"], found["kind"], found["number"], found["month"]
    tail = f"-{int(month):02d}" if month else f"-{'Q' if kind in 'tq' else 'H'}{number}" if kind else ""
    return Stretch.of(Period.parse(f"{year}{tail}"))


def _month(found: re.Match[str], when: When) -> Stretch:
    number = month_number(found["month"]) or 0
    return Stretch.of(_begun(Period("month", _year(found["year"], when), number), found["year"], when))


def _month_in_numbers(found: re.Match[str], _when: When) -> Stretch:
    return Stretch.of(Period("month", int(found["year"]), int(found["month"])))


def _part_of_year(found: re.Match[str], when: When) -> Stretch:
    """«Segundo trimestre», «T2», «1er semestre del año pasado», «el último trimestre del año pasado»."""
    kind: PeriodKind = "quarter" if found["part"][0] in "tq" else "half"
    told = found["ordinal"]
    ordinal = 12 // MONTHS_IN[kind] if told.startswith("ultim") else _ORDINALS[told]
    return Stretch.of(_begun(Period(kind, _year(found["year"], when), ordinal), found["year"], when))


def _begun(period: Period, year_said: str | None, when: When) -> Period:
    """What says no year of its own has begun: else it is that of the year before."""
    is_ahead = year_said is None and period.first_day > when.today
    return Period(period.kind, when.today.year - 1, period.ordinal) if is_ahead else period


def _this(found: re.Match[str], when: When) -> Stretch:
    return Stretch.of(_now(_kind(found["kind"]), when.today))


def _same_last_year(_found: re.Match[str], when: When) -> Stretch:
    return Stretch.of(Period("month", when.today.year - 1, when.today.month))


def _one_before(found: re.Match[str], when: When) -> Stretch:
    return Stretch.of(_now(_kind(found["kind"]), when.today).previous())


def _that_closed(found: re.Match[str], when: When) -> Stretch:
    """«Cómo cerramos el año»: the one that closed; in its last month the one that is closing."""
    now = _now("year", when.today)
    return Stretch.of(now if when.today.month == MONTHS_IN["year"] else now.previous())


def _of_talk(found: re.Match[str], when: When) -> Stretch:
    """«En el año», «del mes»: in January the year that closed, of which everybody still speaks."""
    kind = _kind(found["kind"])
    return _one_before(found, when) if kind == "year" and when.today.month == 1 else _this(found, when)


def _two_before(found: re.Match[str], when: When) -> Stretch:
    return Stretch.of(_now(_kind(found["kind"]), when.today).previous().previous())


def _last_ones(found: re.Match[str], when: When) -> Stretch:
    """«Últimos 6 meses»: with the one that runs."""
    number = min(_number(found["number"]), MAX_BACK)
    if found["kind"].startswith(("dia", "semana")):
        days = number * (7 if found["kind"].startswith("semana") else 1)
        return Stretch(when.today - timedelta(days=days - 1), when.today)
    last = first = _now(_kind(found["kind"]), when.today)
    for _ in range(number - 1):
        first = first.previous()
    return Stretch.between(first, last)


def _of_year(found: re.Match[str], when: When) -> Stretch:
    """«Los dos últimos meses del 2023», «los primeros tres trimestres del año»: of this one, the last that have begun."""
    year, kind = _year(found["year"], when), _kind(found["kind"])
    if found["kind"].startswith(("dia", "semana", "ano")):
        raise ValueError(found["kind"])
    many, begun = _number(found["number"]), _now(kind, min(when.today, date(year, 12, 31))).ordinal
    first, last = (1, many) if found["which"] == "primer" else (begun - many + 1, begun)
    return Stretch.between(
        Period(kind, year, max(1, first)), Period(kind, year, min(last, 12 // MONTHS_IN[kind]))
    )


def _week(ago: int) -> StretchOf:
    def of(_found: re.Match[str], when: When) -> Stretch:
        monday = when.today - timedelta(days=when.today.weekday() + 7 * ago)
        return Stretch(monday, min(monday + timedelta(days=6), when.today))

    return of


def _day(ago: int) -> StretchOf:
    def of(_found: re.Match[str], when: When) -> Stretch:
        day = when.today - timedelta(days=ago)
        return Stretch(day, day)

    return of


def _dated(found: re.Match[str], when: When) -> Stretch:
    month = _month(found, when).first
    return Stretch(
        month.replace(day=int(found["day"])), month.replace(day=int(found["last"] or found["day"]))
    )


def _year(told: str | None, when: When) -> int:
    if not told:
        return when.year or when.today.year
    if told[-4:].isdigit():
        return int(told[-4:])
    back = 2 if "antepasado" in told else 1 if "pasado" in told or "anterior" in told else 0
    return when.today.year - back


def _kind(told: str) -> PeriodKind:
    return next((kind for begins, kind in _KINDS.items() if told.startswith(begins)), "year")


def _now(kind: PeriodKind, today: date) -> Period:
    frequency: Frequency = next(name for name, of in KIND_OF.items() if of == kind)
    return Period.of(frequency, today)


def _number(told: str) -> int:
    return NUMBERS.get(told) or max(1, int(told))


_RULES = rf"""
written          (?<![\d-])(?P<year>20\d\d)\s?-\s?(?:(?P<kind>[tqsh])(?P<number>[1-4])|(?P<month>\d{{1,2}}))(?![\d-])
written          (?<![\d-])(?P<year>20\d\d)\s?(?P<month>)(?P<kind>[tqsh])(?P<number>[1-4])\b
month_in_numbers (?<!\d)(?P<month>0?[1-9]|1[0-2])[/-](?P<year>20\d\d)(?!\d)
month_in_numbers (?<!\d)(?P<year>20\d\d)/(?P<month>0?[1-9]|1[0-2])(?!\d)
dated            \b(?:el|del|al)\s+(?:dia\s+)?(?P<day>[0-3]?\d)(?:\s+al\s+(?P<last>[0-3]?\d))?\s+de\s+
                 (?P<month>{MONTH})\b{_YEAR}
same_last_year   \b(?:est[ea]\s+)?mismo\s+mes\s+del?\s+(?:l\s+)?{_YEAR_GONE}|\bhace un ano\b
month            \b(?:el\s+)?mes\s+de\s+(?P<month>{MONTH})\b\.?{_YEAR}
month            \b(?P<month>{MONTH})\b\.?{_YEAR}
part_of_year     \b(?P<ordinal>{ORDINAL}|ultimo)\.?\s*(?P<part>trim(?:estre)?|semestre|sem)\b\.?{_YEAR}
                 (?<!ultimo trimestre)(?<!ultimo semestre)(?<!ultimo trim)
part_of_year     \b(?P<part>trim(?:estre)?|semestre)\s+(?P<ordinal>[1-4]|i{{1,3}}|iv)\b{_YEAR}
part_of_year     \b(?P<part>[tqsh])(?P<ordinal>[1-4])\b{_YEAR}
this             \b(?:lo que (?:va|llevamos|corre) (?:corrido )?del?|en lo corrido del?|(?:en )?lo que va)\s*
                 {_KIND}(?: en curso)?\b
of_year          \b(?P<which>ultim|primer)[oa]s\s+(?P<number>{_NUMBER})\s+{_KINDS_OF_MANY}{_OF_YEAR}
of_year          \b(?P<number>{_NUMBER})\s+(?P<which>ultim|primer)[oa]s\s+{_KINDS_OF_MANY}{_OF_YEAR}
last_ones        \bultim[oa]s\s+(?P<number>{_NUMBER})\s+{_KINDS_OF_MANY}\b
last_ones        \b(?P<number>{_NUMBER})\s+ultim[oa]s\s+{_KINDS_OF_MANY}\b
that_closed      \b(?P<closed>cerr(?:amos|o|aron)|termin(?:amos|o|aron)|acab(?:amos|o|aron)|nos fue)\s+(?:en |con )?el ano\b
                 (?!\s+(?:pasado|anterior|que|(?:de )?20\d\d))
two_before       \bhace dos {_KIND}\b
two_before       \b{_KIND} antepasado\b
one_before       \b(?:el |del? |la )?{_KIND}\s+{_GONE}\b
one_before       \b(?:el |la )?(?:anterior|pasad[oa]|ultim[oa])\s+{_KIND}\b
this             \b{_THIS}\s+(?:mismo\s+)?{_KIND}\b
this             \b(?:el\s+)?{_KIND}\s+(?:actual|en curso|presente|corriente)\b
this_week        \b(?:desde|del?)\s+(?:el\s+)?lunes(?:\s+(?:a|hasta)\s+(?:la fecha|hoy))?\b
                 |\b(?:en )?lo que va de (?:la )?semana\b
this_week        \besta\s+(?:misma\s+)?semana\b|\bde la semana\b(?! pasada| anterior)
last_week        \b(?:la\s+)?semana\s+(?:pasada|anterior|que paso)\b|\bultima semana\b
today            \b(?:a la fecha(?: de hoy)?|(?:al )?dia de hoy|hoy(?: mismo)?|esta (?:manana|tarde|noche))\b
yesterday        \b(?:ayer|anoche)\b
of_talk          \b(?:del|en el)\s+(?P<kind>mes|trimestre|semestre|ano)\b
                 (?!\s+(?:que viene|proximo|siguiente|pasado|anterior|en que|mas|(?:de )?20\d\d))
written          \b(?:vigencia|ano|en el|del|de|en)\s+(?P<year>20\d\d)\b{_NO_PARTS}
written          (?<![\d.,/-])(?P<year>20\d\d)(?![\d./-]){_NO_PARTS}
"""
"""The longer ways first: what one has taken the next ones do not see."""
_STRETCHES: dict[str, StretchOf] = {
    "written": _written,
    "month_in_numbers": _month_in_numbers,
    "dated": _dated,
    "same_last_year": _same_last_year,
    "month": _month,
    "part_of_year": _part_of_year,
    "this": _this,
    "of_year": _of_year,
    "last_ones": _last_ones,
    "that_closed": _that_closed,
    "two_before": _two_before,
    "one_before": _one_before,
    "this_week": _week(0),
    "last_week": _week(1),
    "today": _day(0),
    "yesterday": _day(1),
    "of_talk": _of_talk,
}
RULES = tuple((pattern, _STRETCHES[means]) for means, pattern in patterns_of(_RULES))
