"""Another time for something that is planned, as it is told: «para el domingo a la misma hora», «media hora más», «hasta las
10». Pure: the moment of writing is an argument, always local time."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from itgov_bot.domain.calendar import Span
from itgov_bot.patterns import regex

from ..folding import fold
from .clock import DAYS
from .coming import Coming, find_coming, find_hour, nearest
from .hour_phrases import readable
from .lengths import find_length, without_lengths
from .spans import find_finish, find_span

NOON = 12
_DAY = rf"(?:{'|'.join(DAYS)}|hoy|manana|[12]?\d|3[01])"
_OLD = regex(
    rf"\b(?:del|de(?= (?:hoy|manana))|(?:previsto|programado) para(?: el)?|que era(?: el)?)"
    rf" (?:proximo )?{_DAY}(?: \d{{1,2}})?\b"
    rf"(?! (?:al?|hasta)\b)(?=.*\b(?:{_DAY}|las?|mas|hora)\b)"
    r"|,?\s*\b(?:y )?no (?:es )?(?:a las?|el|para el) [^,;.]+"
)
"""The time that it was planned for."""
_MORE = regex(
    r"\b(?:mas|otra|otros|otras|adicional\w*|ampli\w+|exti\w+|exten\w+|prolong\w+|alarg\w+|sum\w+|falta\w*|demor\w+|retras\w+"
    r"|atras\w+ en)\b"
)
_SHIFTS = regex(r"\b(?:antes|despues|mas tarde)\b")
_LASTS = regex(r"\b(?:dura\w*|duracion)\b")
_ENDS = regex(
    r"\b(?:hasta|(?:termin|acab|alarg|exti?en|prolong|demor|va)\w*(?: mas)?(?: a)?)(?= (?:las?|medianoche|mediodia|el|\d))"
)
_WEEK = regex(
    r"\b(?:(?:una|(?:la )?otra|(?:la )?proxima) semana|semana (?:entrante|siguiente|que viene)|(?:ocho|8) dias)\b"
)
_FROM = regex(r"\b(?:de|desde|entre) (?:las? )?\d")
_OTHER_HOUR = regex(r"\botra (?=(?:media )?hor)")
_IN_THE_MORNING = regex(r"\b(?:a\.? ?m\b|(?:la|en la|por la) manana\b|madrugada)|\d ?am\b")
_HALF_A_DAY = timedelta(hours=12)
_WEEKS_ON = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class _Was:
    """When it was planned for, in local time."""

    starts: datetime
    ends: datetime

    def at(self, day: date, hour: time) -> Span:
        starts = datetime.combine(day, hour, self.starts.tzinfo)
        return starts, starts + (self.ends - self.starts)


def moved_span(text: str, planned: Span, now: datetime) -> Span | None:
    """Whole again: what is not told of it stays. None where no other time is told."""
    was = _Was(*planned)
    said = _OTHER_HOUR.sub("mas una ", without_old_time(text)).replace("una media hora", "media hora")
    return (
        _longer(said, was, now)
        or (None if _FROM.search(said) else _until(said, was))
        or _from_until(said, was, now)
        or _until(said, was)
        or _a_week_on(said, was)
        or _begins(said, was, now)
    )


def without_old_time(text: str) -> str:
    """«El del sábado pasa para el domingo», without the Saturday."""
    said = _OLD.sub(" ", " ".join(fold(text).split()))
    return " ".join(said.split()).rstrip(" .")


def _longer(said: str, was: _Was, now: datetime) -> Span | None:
    length = find_length(readable(said))
    if length and (shifted := _SHIFTS.search(said)):
        by = -length if shifted[0] == "antes" else length
        return was.starts + by, was.ends + by
    if length and _MORE.search(said):
        return was.starts, max(was.ends, now.replace(second=0, microsecond=0)) + length
    return (was.starts, was.starts + length) if length and _LASTS.search(said) else None


def _from_until(said: str, was: _Was, now: datetime) -> Span | None:
    """On its day, and in the half of the day that it was in, where they are not told."""
    found, told = find_span(said, now), find_coming(without_lengths(said), now)
    if found is None:
        return None
    days = timedelta(0) if told.is_day_named else was.starts.date() - found[0].date()
    starts, ends = found[0] + days, found[1] + days
    is_early = starts.hour < NOON <= was.starts.hour and ends.hour <= NOON
    if is_early and not _IN_THE_MORNING.search(said):
        return starts + _HALF_A_DAY, ends + _HALF_A_DAY
    return starts, ends


def _until(said: str, was: _Was) -> Span | None:
    found = _ENDS.search(said)
    ends = find_finish(said[found.end() :], was.starts) if found else None
    return (was.starts, ends) if ends else None


def _a_week_on(said: str, was: _Was) -> Span | None:
    return (was.starts + _WEEKS_ON, was.ends + _WEEKS_ON) if _WEEK.search(said) else None


def _begins(said: str, was: _Was, now: datetime) -> Span | None:
    told = find_coming(without_lengths(said), now)
    if told.day is None:
        return None
    if not told.is_day_named:
        hour = find_hour(said, was.starts.date(), now)
        return was.at(was.starts.date(), _same_half(was.starts.time(), hour) or was.starts.time())
    day = nearest(told.day, said, was.starts.date())
    return was.at(day, _same_half(was.starts.time(), told) or was.starts.time())


def _same_half(was: time, told: Coming) -> time | None:
    """«Mejor a las 8» of what was at six in the evening."""
    hours = [one for one in (told.hour, told.other_hour) if one]
    alike = [one for one in hours if (one.hour < NOON) is (was.hour < NOON)]
    return next(iter(alike or hours), None) if told.other_hour else told.hour
