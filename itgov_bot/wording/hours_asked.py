"""The plain answer to a question about hours: «Sí», «No», «Ya cerramos», and from when to when. The hours follow it."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from itertools import groupby

from itgov_bot.domain.calendar import Span, WorkCalendar
from itgov_bot.understanding.language.time.days_asked import Stretch
from itgov_bot.understanding.language.time.hours_asked import Asked, HoursAsked
from itgov_bot.wording.hours import why_not_sooner
from itgov_bot.wording.text import (
    MONTHS,
    WEEKDAYS,
    at_clock,
    capital,
    clock,
    day_name,
    days_in_words,
    full_day,
    join,
    plural,
    stop,
    week_in_words,
    when,
)

Hours = tuple[time, time]
HOLIDAYS_SHOWN = 5
NOON_ENDS = time(14)
_STRETCHES = {
    Stretch.HOLY_WEEK: "en Semana Santa",
    Stretch.THIS_WEEK: "lo que queda de la semana",
    Stretch.NEXT_WEEK: "la otra semana",
    Stretch.YEAR_END: "en esos días",
}


def answered(asked: HoursAsked, calendar: WorkCalendar, now: datetime) -> str | None:
    """The sentences that answer it; None for the hours at large, which are all there is to say."""
    told, today = _answered(asked, calendar, now), calendar.local(now).date()
    return told and f"{_named_rightly(asked, today)}{told}"


def _named_rightly(asked: HoursAsked, today: date) -> str:
    """Which day it is, where it was called another: «Ojo: mañana es sábado, no lunes.»"""
    if asked.misnamed is None:
        return ""
    (day,) = asked.days
    relative = {0: "hoy", 1: "mañana"}.get((day - today).days)
    called = relative or f"el {day.day} de {MONTHS[day.month - 1]}"
    return f"Ojo: {called} es {WEEKDAYS[day.weekday()]}, no {WEEKDAYS[asked.misnamed]}. "


def _answered(asked: HoursAsked, calendar: WorkCalendar, now: datetime) -> str | None:
    local = calendar.local(now)
    if asked.kind in _OF_HOLIDAYS:
        return _OF_HOLIDAYS[asked.kind](asked, calendar, local)
    if asked.kind is Asked.NOON:
        return _at_noon(asked, calendar)
    if asked.stretch:
        return _in_stretch(asked, calendar, local)
    if asked.weekdays:
        return " ".join(_every(asked, span, days) for span, days in _by_hours(asked.weekdays, calendar))
    days = [day for day in asked.days if day != local.date() or asked.at]
    if days:
        return _on_days(asked, days, calendar, local)
    if asked.at and not asked.days:
        return _at_that_hour(asked.at, calendar)
    return _today(asked, calendar, local)


# Now and today


def _today(asked: HoursAsked, calendar: WorkCalendar, now: datetime) -> str | None:
    span = calendar.span_of(now.date())
    if closes := calendar.closes_at(now):
        return _while_open(asked, closes, now)
    if span and now < span[0]:
        return _before_opening(asked, span)
    if asked.kind is Asked.HOURS and not asked.days:
        return None
    if span:
        closed = f"ya cerramos por hoy ({clock(span[1])})"
        yes = "Sí, " if asked.kind is Asked.CLOSED else ""
        return f"{capital(yes + closed)}. {_back(calendar, now)}"
    yes = {Asked.CLOSED: "Sí: ", Asked.OPEN: "No: ", Asked.COMES: "No: "}.get(asked.kind, "")
    tomorrow = datetime.combine(now.date() + timedelta(days=1), time(), calendar.zone)
    return f"{capital(yes + _closed_day(now.date(), 'hoy', calendar))}. {_back(calendar, now, tomorrow)}"


def _while_open(asked: HoursAsked, closes: datetime, now: datetime) -> str | None:
    hours = _until(closes, now)
    match asked.kind:
        case Asked.CLOSED:
            return stop(f"Todavía no: {hours}")
        case Asked.COMES:
            return (
                f"Todavía es hora: {stop(hours)} Cuándo llega alguien no se lo puedo prometer; "
                "los casos se atienden por orden de llegada."
            )
        case Asked.UNTIL:
            return stop(capital(hours))
        case Asked.FROM:
            return stop(f"Ya abrimos: {hours}")
        case Asked.HOURS:
            return stop(capital(hours)) if asked.days else None
    return stop(f"Sí: {hours}")


def _until(closes: datetime, now: datetime) -> str:
    """«hoy atendemos hasta las 6:00 p. m.»; a desk that never closes attends «a toda hora»."""
    if closes - now > timedelta(days=7):
        return "atendemos a toda hora"
    is_today = closes.date() == now.date()
    return (
        f"{'hoy ' if is_today else ''}atendemos hasta {at_clock(closes) if is_today else when(closes, now)}"
    )


def _before_opening(asked: HoursAsked, span: Span) -> str | None:
    hours = f"hoy atendemos de {clock(span[0])} a {clock(span[1])}"
    match asked.kind:
        case Asked.CLOSED:
            return stop(f"Todavía no hemos abierto: {hours}")
        case Asked.UNTIL | Asked.COMES:
            return stop(capital(hours))
        case Asked.FROM:
            return stop(f"Hoy abrimos a {at_clock(span[0])}")
        case Asked.HOURS:
            return stop(capital(hours)) if asked.days else None
    return stop(f"Sí: {hours}") if asked.days else stop(f"Todavía no: hoy abrimos a {at_clock(span[0])}")


def _back(calendar: WorkCalendar, now: datetime, since: datetime | None = None) -> str:
    """`since`: the holidays before it were told already."""
    opens = calendar.opens_at(now)
    return stop(f"Volvemos {when(opens, now)}{why_not_sooner(calendar, since or now, opens)}")


# Other days


def _on_days(asked: HoursAsked, days: Sequence[date], calendar: WorkCalendar, now: datetime) -> str:
    spans = {day: calendar.span_of(day) for day in days}
    told = "; ".join(_on_day(asked, day, span, calendar, now) for day, span in spans.items())
    lead = _yes_or_no(asked, [_attends(day, span, asked.at, calendar) for day, span in spans.items()])
    last = days[-1]
    is_closed = len(days) == 1 and spans[last] is None
    after = f" {_opens_after(last, calendar, now)}" if is_closed else ""
    return stop(capital(f"{lead}{told}")) + after


def _attends(day: date, span: Span | None, at: time | None, calendar: WorkCalendar) -> bool:
    return span is not None and (at is None or calendar.is_open(datetime.combine(day, at, calendar.zone)))


def _yes_or_no(asked: HoursAsked, attends: Sequence[bool]) -> str:
    """Only where it is yes for all of them, or no for all."""
    if asked.kind not in (Asked.OPEN, Asked.CLOSED, Asked.COMES) or len(set(attends)) > 1:
        return ""
    return "Sí: " if attends[0] is not (asked.kind is Asked.CLOSED) else "No: "


def _on_day(asked: HoursAsked, day: date, span: Span | None, calendar: WorkCalendar, now: datetime) -> str:
    name = day_name(day, now.date())
    if span is None:
        return _closed_day(day, name, calendar)
    hours = f"de {clock(span[0])} a {clock(span[1])}"
    if asked.at:
        is_open = _attends(day, span, asked.at, calendar)
        there = "atendemos" if is_open else "está cerrado"
        return f"{name} a {at_clock(asked.at)} {there}; {'ese día es' if is_open else 'atendemos'} {hours}"
    if asked.kind is Asked.UNTIL:
        return f"{name} atendemos hasta {at_clock(span[1])}"
    return (
        f"{name} abrimos a {at_clock(span[0])}" if asked.kind is Asked.FROM else f"{name} atendemos {hours}"
    )


def _closed_day(day: date, name: str, calendar: WorkCalendar) -> str:
    holiday = calendar.holiday(day)
    return f"{name} no atendemos" + (f", es festivo: {holiday}" if holiday else "")


def _opens_after(day: date, calendar: WorkCalendar, now: datetime) -> str:
    opens = calendar.opens_at(datetime.combine(day, time(), calendar.zone))
    return stop(f"Abrimos {when(opens, now)}")


# Days of every week, an hour of every day, days together


def _by_hours(weekdays: Sequence[int], calendar: WorkCalendar) -> Iterable[tuple[Hours | None, list[int]]]:
    """The days that have the same hours, together."""
    return ((span, list(days)) for span, days in groupby(weekdays, key=calendar.week.get))


def _every(asked: HoursAsked, span: Hours | None, weekdays: Sequence[int]) -> str:
    names = join([f"los {plural(WEEKDAYS[day])}" for day in weekdays])
    lead = _yes_or_no(asked, [span is not None])
    if span is None:
        return stop(capital(f"{lead}{names} no atendemos"))
    if asked.kind is Asked.UNTIL:
        return stop(capital(f"{names} atendemos hasta {at_clock(span[1])}"))
    if asked.kind is Asked.FROM:
        return stop(capital(f"{names} abrimos a {at_clock(span[0])}"))
    return stop(capital(f"{lead}{names} atendemos de {clock(span[0])} a {clock(span[1])}"))


def _at_that_hour(at: time, calendar: WorkCalendar) -> str:
    """Of any day: it may be open on some of them only."""
    week = {day: span for day, span in calendar.week.items() if _lies_in(at, *span)}
    if not week:
        return stop(f"No: a {at_clock(at)} está cerrado")
    if len(week) == len(calendar.week):
        return f"Sí: a {at_clock(at)} atendemos todos los días de atención."
    return stop(f"Depende del día: a {at_clock(at)} atendemos {days_in_words(sorted(week))}")


def _lies_in(at: time, opens: time, closes: time) -> bool:
    return opens <= at < closes if opens < closes else at >= opens or at < closes


def _in_stretch(asked: HoursAsked, calendar: WorkCalendar, now: datetime) -> str:
    worked = {day.weekday(): calendar.week[day.weekday()] for day in asked.days if calendar.span_of(day)}
    name = _STRETCHES.get(asked.stretch or Stretch.MONTH) or f"en {MONTHS[asked.days[0].month - 1]}"
    closed = [
        f"el {full_day(day, now.date())} ({holiday})"
        for day in asked.days
        if (holiday := calendar.holiday(day)) and day.weekday() in calendar.week
    ]
    if not worked:
        return stop(capital(f"No: {name} no atendemos"))
    lead = "Sí, " if asked.kind is Asked.OPEN else ""
    but = f" No atendemos {join(closed)}." if closed else " No hay festivos en esos días."
    return stop(capital(f"{lead}{name} atendemos {week_in_words(worked)}")) + but


# Holidays, and noon


def _attend_on_holidays(asked: HoursAsked, calendar: WorkCalendar, now: datetime) -> str:
    lead = "Sí: los festivos cerramos." if asked.says_closed else "No: los festivos no atendemos."
    following = _holidays_from(calendar, now, 1)
    return lead + (f" El próximo es el {_named(following[0], now)}." if following else "")


def _list_of_holidays(_asked: HoursAsked, calendar: WorkCalendar, now: datetime) -> str:
    following = _holidays_from(calendar, now, HOLIDAYS_SHOWN)
    if not following:
        return "En el calendario no hay festivos en el próximo año."
    return "Los próximos festivos son:\n" + "\n".join(f"• {capital(_named(one, now))}" for one in following)


def _is_holiday(asked: HoursAsked, calendar: WorkCalendar, now: datetime) -> str:
    return " ".join(_is_day_holiday(day, calendar, now) for day in asked.days)


def _is_day_holiday(day: date, calendar: WorkCalendar, now: datetime) -> str:
    name, span = day_name(day, now.date()), calendar.span_of(day)
    if holiday := calendar.holiday(day):
        return f"Sí: {name} es festivo ({holiday}) y no atendemos. {_opens_after(day, calendar, now)}"
    hours = f"atendemos de {clock(span[0])} a {clock(span[1])}" if span else "tampoco atendemos"
    return stop(f"No: {name} no es festivo; {hours}")


def _holidays_from(calendar: WorkCalendar, now: datetime, count: int) -> list[tuple[date, str]]:
    days = (now.date() + timedelta(days=ahead) for ahead in range(366))
    found = ((day, name) for day in days if (name := calendar.holiday(day)))
    return [one for one, _ in zip(found, range(count), strict=False)]


def _named(holiday: tuple[date, str], now: datetime) -> str:
    return f"{full_day(holiday[0], now.date())}: {holiday[1]}"


def _at_noon(asked: HoursAsked, calendar: WorkCalendar) -> str | None:
    if any(not _lies_in(time(12), *span) or span[1] < NOON_ENDS for span in calendar.week.values()):
        return None
    if asked.says_closed:
        return "No cerramos al mediodía: atendemos en jornada continua."
    return "Sí: atendemos en jornada continua, también al mediodía."


_OF_HOLIDAYS = {
    Asked.HOLIDAYS: _attend_on_holidays,
    Asked.WHICH_HOLIDAYS: _list_of_holidays,
    Asked.IS_HOLIDAY: _is_holiday,
}
