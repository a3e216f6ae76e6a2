"""`FiguresReader`: what is asked of the figures, in an order («/kpi 8 marzo»), in a sentence, or as what goes on from the
last question («¿y en abril?»). Only for those who may see them: the conversation sees to that."""

import re
from dataclasses import dataclass, replace
from datetime import date

from itgov_bot.understanding.language.folding import fold, plain, word_set
from itgov_bot.understanding.language.indicator_names import IndicatorNames
from itgov_bot.understanding.language.questions import is_question
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.understanding.language.stretches import find_times

from .asked import OF_ALL, OF_INDICATORS, Asked, Wanted
from .kinds import FigureRanker
from .said import (
    ASKS_A_COUNT,
    ASKS_WHAT_THERE_IS,
    ASKS_WHY,
    ORDERS,
    RECORDS,
    SENDS_AS_FILE,
    SETS_AGAINST,
    SETTLED_OF,
    SETTLES,
    WANTS_HELP_OF_DESK,
    aspect_of,
    first_said,
)

LEAST = -0.8
"""By so much less likely than nothing may a figure be, and is answered after all: who may see them mostly asks for them."""
LEAST_OF_NAMED = -1.2
"""The same where an indicator is named in several words."""
LEAST_OF_FAULT = 0.6
"""The same where a fault is told, or something of one's own."""
SURE = 1.0
"""What is told by words that are said of nothing else."""
MAX_CHARS = 300
MAX_FOLLOW_UP_WORDS = 9

_IS_NO_TIME = re.compile(r"\d{3,}|\d[-/.]\d{3,}|\d[/.]\d|20\d\d-\d")
"""What looks like a time or a number and is none."""
_FILLING = word_set(
    "a ah ahora al aja ano asi bueno como con cual cuanto cuantos dame de del deme el ella en entonces es esa ese eso "
    "esta este estuvo favor fue indicador indicadores kpi la las le lo los me mes mismo muestrame muestre muestreme no "
    "numero numeros o ok para pero por porfa pues que quedo salio se si solo tal tambien un una va vale vamos van ver y ya"
)


@dataclass(frozen=True)
class FiguresReader:
    """`kinds` is None where nothing says how a city's managers ask: then only orders are read."""

    names: IndicatorNames
    kinds: FigureRanker | None = None

    def order(self, text: str, today: date) -> Asked | None:
        """What follows `/kpi`: a few words, each of which counts; None when it says nothing that is known."""
        times = find_times(text, today)
        words, rest = times.words, fold(times.words)
        kind = first_said(rest, ORDERS)
        numbers = self.names.named(rest).numbers or self.names.numbered(rest) or self._of_post(rest, kind)
        asked = Asked(kind or Wanted.BOARD, numbers, times.told, aspect_of(rest), text)
        if _IS_NO_TIME.search(rest):
            return None
        if kind or numbers or asked.aspect or not words:
            return self._settled(asked)
        if not any(letter.isalpha() for letter in words):
            return None
        if likely := self.names.likely(words):
            return self._settled(replace(asked, indicators=likely))
        return self.sentence(text, today)

    def sentence(self, text: str, today: date) -> Asked | None:
        """What a manager wrote in words; None when it asks for no figure."""
        if self.kinds is None or len(text) > MAX_CHARS:
            return None
        text = said = self.kinds.written_out(text)
        times = find_times(text, today)
        if not any(letter.isalpha() for letter in times.words):
            return None
        kind, margin = self.kinds.likeliest(text)
        named = self.names.named(times.rest)
        margin = max(margin, SURE) if ASKS_WHAT_THERE_IS.search(said) else margin
        if margin < self._least(text, said, named.places) and not SENDS_AS_FILE.search(said):
            return None
        if kind is Wanted.EXPORT and _is_fault(text, said) and not SETTLES[kind].search(said):
            return None
        numbers = self.names.numbered_in_words(fold(times.rest)) or named.numbers
        if not numbers and kind is Wanted.COMPARE:
            numbers = tuple(one for one in self.names.numbered(times.words) if one in self.names.known)
        asked = Asked(kind, numbers, times.told, aspect_of(said), text, margin)
        return self._settled(self._sharpened(asked, said))

    def follow_up(self, text: str, last: Asked, today: date) -> Asked | None:
        """The last question with another time, or of another indicator; None when other words are said as well."""
        times = find_times(text, today)
        rest = fold(times.rest.replace("§", " "))
        named = self.names.named(rest)
        numbers = named.numbers or self.names.numbered(rest)
        others = [
            word
            for at, word in enumerate(plain(rest).split())
            if at not in named.places and word not in _FILLING and not (word.isdigit() and numbers)
        ]
        if others or not (times.told or numbers) or len(text.split()) > MAX_FOLLOW_UP_WORDS:
            return None
        if any(number not in self.names.known for number in numbers):
            return None
        goes_on = (
            last.kind if not numbers or last.kind in (Wanted.COMPARE, Wanted.OWNER) else Wanted.INDICATOR
        )
        goes_on = (
            Wanted.INDICATOR if goes_on is Wanted.COMPARE and len(times.told) + len(numbers) == 1 else goes_on
        )
        # Its text goes on being that of the question: what is counted, and of what, stands there.
        asked = replace(
            last,
            kind=goes_on,
            goes_on=True,
            times=times.told or last.times,
            indicators=numbers or last.indicators,
        )
        return self._settled(asked)

    def _least(self, text: str, said: str, named: frozenset[int]) -> float:
        if _is_fault(text, said) or WANTS_HELP_OF_DESK.search(said):
            return LEAST_OF_FAULT
        return LEAST_OF_NAMED if len(named) > 1 else LEAST

    def _sharpened(self, asked: Asked, said: str) -> Asked:
        """By the words that settle it, and by who answers for what."""
        kind = _settled_by_words(asked, said)
        if kind is Wanted.RECORD and not RECORDS.search(said):
            kind = Wanted.INDICATOR
        of_post = () if asked.indicators else self._of_post(said, kind)
        return replace(asked, kind=kind, indicators=asked.indicators or of_post)

    def _of_post(self, said: str, kind: Wanted | None) -> tuple[int, ...]:
        return self.names.of_owner(said) if kind is None or kind in OF_INDICATORS else ()

    def _settled(self, asked: Asked) -> Asked:
        """An indicator that is named is meant, and two times or two indicators that are told are set side by side."""
        kind = asked.kind
        if kind is Wanted.INDICATOR and not asked.indicators:
            kind = Wanted.BOARD
        elif kind in OF_ALL | {Wanted.PICTURE} and asked.indicators:
            kind = Wanted.INDICATOR
        if kind is Wanted.INDICATOR and len(asked.times) > 1:
            kind = Wanted.COMPARE
        names_any = kind in OF_INDICATORS or kind in (Wanted.RECORD, Wanted.EXPORT)
        return replace(asked, kind=kind, indicators=asked.indicators if names_any else ())


def _is_fault(text: str, said: str) -> bool:
    """«Se dañó el archivo»: it is told, and nothing is asked of it."""
    return tells_a_fault(text) and not (is_question(text) or ASKS_A_COUNT.search(said))


def _settled_by_words(asked: Asked, said: str) -> Wanted:
    """The kind that its words tell, where they tell one of what it is like."""
    if ASKS_WHAT_THERE_IS.search(said):
        return Wanted.HELP
    several = len(asked.indicators) > 1
    if several and asked.kind in OF_INDICATORS and SETS_AGAINST.search(said):
        return Wanted.COMPARE
    told = (kind for kind, rule in SETTLES.items() if rule.search(said))
    kind = next((one for one in told if asked.kind in SETTLED_OF.get(one, Wanted)), asked.kind)
    if kind is Wanted.INDICATOR and not asked.indicators:
        return asked.kind
    is_of_one = len(asked.indicators) == 1 and len(asked.times) < 2
    likest = kind is asked.kind is Wanted.COMPARE
    return Wanted.INDICATOR if likest and is_of_one and ASKS_WHY.search(said) else kind
