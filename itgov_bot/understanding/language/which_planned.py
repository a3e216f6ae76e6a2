"""Which of what is planned words mean («lo de la plaza», «el del sábado»): by the day that they name, and by the words that
it has itself."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from itgov_bot.patterns import regex

from .folding import plain, word_set
from .time.clock import DAYS

Id = TypeVar("Id", bound=Hashable)

OF_ITS_DAY, OF_A_WORD, OF_ANOTHER_DAY = 5, 2, 1
"""What it weighs that its day is named, or one of its words; «para el sábado», and a day behind the first, may be its new
day."""
SHORTEST, STEM = 3, 5
_SAYS_NOTHING = word_set(
    f"""
    evento eventos acto alcalde despacho acompanamiento mantenimiento mantenimientos programado cambio hacer vamos para este
    esta esos contacto favor hora horas noche tarde manana dia desde hasta sera cancele cancelo corra mueva mover pasa pasar
    senor todo todos alla ponga vaya manda mande ahora tiene hay como donde cuando quien proximo semana fecha sitio lugar
    las los del con por que una uno hay van voy ese esa eso hoy mas dos sus son fue ser era mes les nos muy sin pal ahi
    {" ".join(DAYS)}
    """
)
_DAY = regex(
    rf"(?P<to>\b(?:para|pal?|al?) (?:el )?)?(?:\b(?:{'|'.join(DAYS)}|hoy|manana)\b"
    r"|\b(?:el|del|para el|dia) (?P<number>[12]?\d|3[01])\b(?! ?(?:pm|am|:)))"
)


@dataclass(frozen=True, slots=True)
class Planned(Generic[Id]):
    """One of them, its own words, and its day."""

    id: Id
    words: str
    day: date


def which_planned(text: str, planned: Sequence[Planned[Id]], today: date) -> list[Id]:
    """Those that the words fit best; none where nothing of them is named."""
    said = plain(text)
    own, days = _telling(said), _days(said)
    scores = {
        one.id: OF_A_WORD * len(own & _telling(plain(one.words))) + _of_day(days, one.day, today)
        for one in planned
    }
    best = max(scores.values(), default=0)
    return [one for one, score in scores.items() if score == best] if best else []


def _telling(said: str) -> frozenset[str]:
    return frozenset(
        _stem(word) for word in said.split() if len(word) >= SHORTEST and word not in _SAYS_NOTHING
    )


def _stem(word: str) -> str:
    """«La fumigación» is what «fumigan»."""
    return word[:STEM]


@dataclass(frozen=True, slots=True)
class _Named:
    word: str
    number: str | None
    weight: int

    def is_day(self, day: date, today: date) -> bool:
        if self.number:
            return day.day == int(self.number)
        if self.word in _AHEAD:
            return day == today + timedelta(days=_AHEAD[self.word])
        return DAYS.index(self.word) == day.weekday()


_AHEAD = {"hoy": 0, "manana": 1}


def _days(said: str) -> list[_Named]:
    found = list(_DAY.finditer(said))
    return [
        _Named(one[0].split()[-1], one["number"], OF_ANOTHER_DAY if one["to"] or at else OF_ITS_DAY)
        for at, one in enumerate(found)
    ]


def _of_day(named: Sequence[_Named], day: date, today: date) -> int:
    return max((one.weight for one in named if one.is_day(day, today)), default=0)
