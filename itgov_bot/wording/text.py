"""The small pieces of every sentence: escaping, dates, hours, lists."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from html import escape
from itertools import dropwhile, groupby

from itgov_bot.replies import MAX_LABEL

WEEKDAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
MONTHS = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]


_DIRECTION_MARKS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def esc(text: str) -> str:
    """People's words inside a reply. Direction marks are dropped: they would turn our own sentence around."""
    return escape(text.translate(_DIRECTION_MARKS), quote=False)


def linked(text: str, link: str | None) -> str:
    """Bold, and a press away from what it names, where it can be linked to."""
    return f'<a href="{link}">{bold(text)}</a>' if link else bold(text)


def bold(text: str) -> str:
    return f"<b>{esc(text)}</b>"


def clip(text: str, length: int) -> str:
    """One line of at most `length` characters."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def quoted(text: str, length: int) -> str:
    """«What somebody wrote», at most so many characters of it."""
    return f"«{esc(clip(text, length))}»"


def on_button(text: str) -> str:
    """What is put on a button."""
    return clip(text, MAX_LABEL)


_KINDS = {
    "Departamento": "Dpto.",
    "Oficina": "Of.",
    "Secretaría": "Sec.",
    "Dirección": "Dir.",
    "Escuela": "Esc.",
}
_RANKS = frozenset({"Administrativo", "Asesora", "Distrital", "Municipal"})
"""What stands between the kind of an office and what it is for."""


def office_label(name: str, lead: str = "") -> str:
    """A dependencia, or a place that begins with one, behind `lead` on a button: its kind is abbreviated if it must be."""
    whole = f"{lead}{name}"
    kind, *rest = name.split(" ")
    if len(whole) <= MAX_LABEL or kind not in _KINDS:
        return on_button(whole)
    told = dropwhile(_RANKS.__contains__, rest)
    return on_button(f"{lead}{' '.join([_KINDS[kind], *told])}")


def join(words: Sequence[str], last: str = "y") -> str:
    """«a, b y c»."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def number_of(count: int, one: str, many: str, none: str = "") -> str:
    """«1 caso», «3 casos»; `none` of them, where it has words of its own."""
    return none if none and not count else f"{count} {one if count == 1 else many}"


def clock(at: time | datetime) -> str:
    """«8:00 a. m.», «12:30 p. m.», and noon itself «12:00 m.», as people say it here."""
    half = "m." if (at.hour, at.minute) == (12, 0) else "a. m." if at.hour < 12 else "p. m."
    return f"{(at.hour - 1) % 12 + 1}:{at.minute:02d} {half}"


def at_clock(at: time | datetime) -> str:
    """«las 8:00 a. m.», «la 1:00 p. m.»."""
    return f"la{'' if at.hour % 12 == 1 else 's'} {clock(at)}"


def long_date(day: date) -> str:
    return f"{day.day} de {MONTHS[day.month - 1]} de {day.year}"


def day_name(day: date, today: date) -> str:
    """«hoy», «mañana lunes», «el martes 17», «el martes 17 de noviembre», with the year when it is another one."""
    ahead = (day - today).days
    name = WEEKDAYS[day.weekday()]
    if ahead == 0:
        return "hoy"
    if ahead == 1:
        return f"mañana {name}"
    if ahead == -1:
        return "ayer"
    if 0 < ahead < 7:
        return f"el {name} {day.day}"
    return f"el {full_day(day, today)}"


def when(at: datetime, now: datetime) -> str:
    """«el martes 17 a las 8:00 a. m.». Both instants in local time."""
    return f"{day_name(at.date(), now.date())} a {at_clock(at)}"


def dated(at: datetime, now: datetime) -> str:
    """«vie 20 nov 9:00 a. m.», with the year when it is another one: true on whatever day it is read. Both in local time."""
    year = f" {at.year}" if at.year != now.year else ""
    return f"{WEEKDAYS[at.weekday()][:3]} {at.day} {MONTHS[at.month - 1][:3]}{year} {clock(at)}"


def from_to(starts: datetime, ends: datetime, now: datetime) -> str:
    """«desde hoy a las 8:00 p. m. hasta mañana domingo a las 8:00 a. m.». All in local time."""
    return f"desde {when(starts, now)} hasta {when(ends, now)}"


def whole_turn(starts: datetime, ends: datetime, now: datetime) -> str:
    """The same, of what ends with its day: «hasta el final del domingo 22»."""
    if ends.time() != time(0) or ends <= starts:
        return from_to(starts, ends, now)
    last = day_name((ends - timedelta(days=1)).date(), now.date())
    return f"desde {when(starts, now)} hasta el final {f'del {last[3:]}' if last.startswith('el ') else f'de {last}'}"


def ago(now: datetime, then: datetime | None, *, never: str = "nunca") -> str:
    """«hace 12 segundos», «hace 3 minutos», «hace 2 horas», «hace 4 días»."""
    if then is None:
        return never
    seconds = max(0, int((now - then).total_seconds()))
    if seconds == 0:
        return "ahora mismo"
    size, one, many = next(unit for unit in _SPANS if seconds >= unit[0] or unit is _SPANS[-1])
    return f"hace {number_of(seconds // size, one, many)}"


_SPANS = (
    (86400, "día", "días"),
    (3600, "hora", "horas"),
    (60, "minuto", "minutos"),
    (1, "segundo", "segundos"),
)


def duration(span: timedelta) -> str:
    """«2 días y 3 horas», «45 minutos»: the two biggest parts."""
    minutes = max(0, int(span.total_seconds()) // 60)
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    parts = [(days, "día"), (hours, "hora"), (rest, "minuto")]
    said = [number_of(count, word, f"{word}s") for count, word in parts if count]
    return join(said[:2]) if said else "menos de un minuto"


def date_and_hour(at: datetime, now: datetime) -> str:
    """«sábado 5 de diciembre, 6:00 p. m.», with the year when it is another one. Both instants in local time."""
    return f"{full_day(at.date(), now.date())}, {clock(at)}"


def full_day(day: date, today: date) -> str:
    """«sábado 5 de diciembre», with the year when it is another one."""
    year = f" de {day.year}" if day.year != today.year else ""
    return f"{WEEKDAYS[day.weekday()]} {day.day} de {MONTHS[day.month - 1]}{year}"


def week_in_words(week: dict[int, tuple[time, time]]) -> str:
    """«lunes a jueves de 8:00 a. m. a 6:00 p. m. y viernes de 8:00 a. m. a 5:00 p. m.»."""
    runs = [
        (span, [day for day, _ in days])
        for span, days in groupby(sorted(week.items()), key=lambda item: item[1])
    ]
    return join([f"{days_in_words(days)} de {clock(span[0])} a {clock(span[1])}" for span, days in runs])


def days_in_words(days: list[int]) -> str:
    """«lunes a jueves»; `days` are in order (Monday is 0), without a gap where they are more than two."""
    names = [WEEKDAYS[day] for day in days]
    return f"{names[0]} a {names[-1]}" if len(names) > 2 else join(names)


def plural(weekday: str) -> str:
    """«sábados», «lunes»."""
    return weekday if weekday.endswith("s") else f"{weekday}s"


def stop(text: str) -> str:
    """The text as a sentence that ends: «8:00 a. m.» has its full stop already."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
