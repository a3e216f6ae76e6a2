"""The single ways of telling a stretch of time, and which stretch each is: one table. Used by `stretches`."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from itgov_bot.domain.indicators import Frequency, Period, PeriodKind
from itgov_bot.domain.indicators.period import KIND_OF, MONTHS_IN
from itgov_bot.domain.indicators.stretch import Stretch

from ..figures import UNITS
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
    if told.isdigit():
        return int(told)
    back = 2 if "antepasado" in told else 1 if "pasado" in told or "anterior" in told else 0
    return when.today.year - back


def _kind(told: str) -> PeriodKind:
    return next((kind for begins, kind in _KINDS.items() if told.startswith(begins)), "year")


def _now(kind: PeriodKind, today: date) -> Period:
    frequency: Frequency = next(name for name, of in KIND_OF.items() if of == kind)
    return Period.of(frequency, today)


def _number(told: str) -> int:
    return NUMBERS.get(told) or max(1, int(told))


RULES: tuple[tuple[re.Pattern[str], StretchOf], ...] = tuple(
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
            r"\b(?:el|del|al)\s+(?:dia\s+)?(?P<day>[0-3]?\d)(?:\s+al\s+(?P<last>[0-3]?\d))?\s+de\s+"
            rf"(?P<month>{MONTH})\b{_YEAR}",
            _dated,
        ),
        (rf"\b(?:est[ea]\s+)?mismo\s+mes\s+del?\s+(?:l\s+)?{_YEAR_GONE}|\bhace un ano\b", _same_last_year),
        (rf"\b(?:el\s+)?mes\s+de\s+(?P<month>{MONTH})\b\.?{_YEAR}", _month),
        (rf"\b(?P<month>{MONTH})\b\.?{_YEAR}", _month),
        (
            rf"\b(?P<ordinal>{ORDINAL}|ultimo)\.?\s*(?P<part>trim(?:estre)?|semestre|sem)\b\.?{_YEAR}"
            r"(?<!ultimo trimestre)(?<!ultimo semestre)(?<!ultimo trim)",
            _part_of_year,
        ),
        (rf"\b(?P<part>trim(?:estre)?|semestre)\s+(?P<ordinal>[1-4]|i{{1,3}}|iv)\b{_YEAR}", _part_of_year),
        (rf"\b(?P<part>[tqsh])(?P<ordinal>[1-4])\b{_YEAR}", _part_of_year),
        (
            r"\b(?:lo que (?:va|llevamos|corre) (?:corrido )?del?|en lo corrido del?|(?:en )?lo que va)\s*"
            rf"{_KIND}(?: en curso)?\b",
            _this,
        ),
        (rf"\bultim[oa]s\s+(?P<number>{_NUMBER})\s+{_KINDS_OF_MANY}\b", _last_ones),
        (rf"\b(?P<number>{_NUMBER})\s+ultim[oa]s\s+{_KINDS_OF_MANY}\b", _last_ones),
        (
            r"\b(?P<closed>cerr(?:amos|o|aron)|termin(?:amos|o|aron)|acab(?:amos|o|aron)|nos fue)\s+(?:en |con )?el ano\b"
            r"(?!\s+(?:pasado|anterior|que|(?:de )?20\d\d))",
            _that_closed,
        ),
        (rf"\bhace dos {_KIND}\b", _two_before),
        (rf"\b{_KIND} antepasado\b", _two_before),
        (rf"\b(?:el |del? |la )?{_KIND}\s+{_GONE}\b", _one_before),
        (rf"\b(?:el |la )?(?:anterior|pasad[oa]|ultim[oa])\s+{_KIND}\b", _one_before),
        (rf"\b{_THIS}\s+(?:mismo\s+)?{_KIND}\b", _this),
        (rf"\b(?:el\s+)?{_KIND}\s+(?:actual|en curso|presente|corriente)\b", _this),
        (
            r"\b(?:desde|del?)\s+(?:el\s+)?lunes(?:\s+(?:a|hasta)\s+(?:la fecha|hoy))?\b"
            r"|\b(?:en )?lo que va de (?:la )?semana\b",
            _week(0),
        ),
        (r"\besta\s+(?:misma\s+)?semana\b|\bde la semana\b(?! pasada| anterior)", _week(0)),
        (r"\b(?:la\s+)?semana\s+(?:pasada|anterior|que paso)\b|\bultima semana\b", _week(1)),
        (
            r"\b(?:a la fecha(?: de hoy)?|(?:al )?dia de hoy|hoy(?: mismo)?|esta (?:manana|tarde|noche))\b",
            _day(0),
        ),
        (r"\b(?:ayer|anoche)\b", _day(1)),
        (
            r"\b(?:del|en el)\s+(?P<kind>mes|trimestre|semestre|ano)\b"
            r"(?!\s+(?:que viene|proximo|siguiente|pasado|anterior|en que|mas|(?:de )?20\d\d))",
            _of_talk,
        ),
        (rf"\b(?:vigencia|ano|en el|del|de|en)\s+(?P<year>20\d\d)\b{_NO_PARTS}", _written),
        (rf"(?<![\d.,/-])(?P<year>20\d\d)(?![\d./-]){_NO_PARTS}", _written),
    )
)
"""The longer ways first: what one has taken the next ones do not see."""
