"""`FiguresReader`: what is asked of the figures, in an order («/kpi 8 marzo»), in a sentence, or as what goes on from the
last question («¿y en abril?»). Only for those who may see them: the conversation sees to that."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from itgov_bot.domain.indicators import PeriodKind
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.understanding.language.folding import fold, plain, word_set
from itgov_bot.understanding.language.managing.indicator_names import IndicatorNames
from itgov_bot.understanding.language.questions import is_question
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.understanding.language.time.stretch_rules import ORDINAL
from itgov_bot.understanding.language.time.stretches import find_times

from .asked import OF_ALL, OF_CASES, OF_INDICATORS, Asked, Aspect, Wanted, year_of
from .kinds import FigureRanker
from .said import (
    ASKS_A_COUNT,
    ASKS_WHAT_THERE_IS,
    ASKS_WHY,
    ASPECTS,
    ORDERS,
    RECORDS,
    SENDS_AS_FILE,
    SETS_AGAINST,
    SETTLED_OF,
    SETTLES,
    SURELY_OF_CASES,
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
MAX_ASKED = 3
"""Questions of one message."""

_IS_NO_TIME = re.compile(r"\d{3,}|\d[-/.]\d{3,}|\d[/.]\d|20\d\d-\d")
"""What looks like a time or a number and is none."""
_FILLING = word_set(
    "a ah ahora al aja ano asi bueno como con cual cuanto cuantos dame de del deme el ella en entonces es esa ese eso "
    "esta este estuvo favor fue indicador indicadores kpi la las le lo los me mes mismo muestrame muestre muestreme no "
    "numero numeros o ok para pero por porfa pues que quedo salio se si solo tal tambien un una va vale vamos van ver y ya"
)


_QUESTION = re.compile(
    r"(?:[,;?.]+\s*(?:(?:y|e|tambien|ademas)\s+)*|\s+(?:y|e)\s+(?:(?:tambien|ademas|de paso)\s+)*)"
    r"(?!¿?\s*por ?que\W*$)"
    r"(?=¿?\s*(?:(?:a|de|con|en|por) )?(?:cuant\w+|cual(?:es)?|que|quien(?:es)?|como|cuando|dig?[ag]?me|d[ae]me|muestr\w+"
    r"|pas[ae]\w*me|mand\w*me|compar\w+|hay|hubo)\b)"
)
"""Where a further question begins."""
_LINKED = re.compile(
    r"\W*(?:(?:ah|aja|ok|bueno|listo|vale|gracias|perfecto)\W+)*"
    r"(?:y|e|pero|ahora|entonces|tambien|igual|lo mismo|el mismo|la misma|eso mismo)\b"
)
"""What leans on the question before it."""
_BEST_OR_WORST = re.compile(
    r"\W{0,9}(?:y |pero )?(?:(?:cual )?(?:fue |es )?(?:el|la) )?(?:mas )?(?:mejor|peor|buen|mal|alt|baj)\w*"
    r"(?: (?:mes|periodo|dato|valor))?\W*"
)
_ASKS_ANEW = re.compile(r"\W*(?:como|cuant\w+|cual(?:es)?)\b")
"""And what is a question of its own."""
_ASKS_HOW = re.compile(r"\b(?:como|cuant\w+|cual(?:es)?)\b")
"""The same after a count of cases, of which nobody asks how it is."""
_ASKS_HOW_IT_GOES = re.compile(r"\bcomo (?:va[n]?|vamos|esta[n]?|estamos|anda|andamos)\b")
_OF_ONE = (OF_INDICATORS | {Wanted.CASES, Wanted.RATINGS}) - {Wanted.OWNER, Wanted.MISSING}
"""What is likest to be asked where the average or the why of an indicator is."""
_PARTS: Mapping[PeriodKind, str] = {"quarter": "trimestre", "half": "semestre"}
_ORDINAL_ALONE = re.compile(rf"\b(?:el|del)\s+{ORDINAL}\b(?=\W*$)")


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
        if there_is_none := self.names.beyond(fold(text)):
            return Asked(Wanted.INDICATOR, there_is_none, text=text)
        text = said = self.kinds.written_out(text)
        times = find_times(text, today)
        if not any(letter.isalpha() for letter in times.words):
            return None
        kind, margin = self.kinds.likeliest(text)
        named = self.names.named(times.rest)
        if SURELY_OF_CASES.search(said):
            kind, margin = Wanted.CASES, max(margin, SURE)
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

    def sentences(self, text: str, today: date) -> tuple[Asked, ...]:
        """The same of what may ask for several things: each by itself, and what leans on the one before as such."""
        pieces, found = _QUESTION.split(fold(text)), list[Asked]()
        for piece in pieces if len(pieces) > 1 else ():
            goes_on = self.follow_up(piece, found[-1], today) if found else None
            if asked := goes_on or self.sentence(piece, today):
                found.append(asked)
        whole = self.sentence(text, today)
        distinct = {(one.kind, one.indicators, one.aspect, one.text) for one in found}
        if len(distinct) < 2 or not _are_sure(found, whole):
            return (whole,) if whole else ()
        return _sharing(found[:MAX_ASKED])

    def follow_up(self, text: str, last: Asked, today: date) -> Asked | None:
        """The last question with another time, or of another indicator; None when other words are said as well."""
        is_linked = _LINKED.match(fold(text)) is not None
        times = find_times(_whole_part(text, last), today, year_of(last))
        kind, aspect, rest = _attribute(fold(times.rest.replace("§", " ")))
        asks_anew = _ASKS_HOW.search if last.kind in OF_CASES else _ASKS_ANEW.match
        is_anew = kind is None and not is_linked and asks_anew(fold(text)) is not None
        if len(text.split()) > MAX_FOLLOW_UP_WORDS or is_anew:
            return None
        if aspect is Aspect.WHY and self._names_any(fold(text)):
            return None
        if last.aspect is Aspect.SPREAD and _BEST_OR_WORST.fullmatch(fold(text)):
            return replace(last, goes_on=True)  # it tells both
        named = self.names.named(rest)
        numbers = named.numbers or self.names.numbered(rest)
        others = [
            word
            for at, word in enumerate(plain(rest).split())
            if at not in named.places and word not in _FILLING and not (word.isdigit() and numbers)
        ]
        if last.kind in OF_ALL and _ASKS_HOW_IT_GOES.search(fold(text)) and not (others or numbers or kind):
            last = replace(last, kind=Wanted.BOARD)  # of all of them, and no more of those alone
        if aspect is Aspect.WHY and last.kind is Wanted.BOARD and not (others or numbers):
            return replace(last, kind=Wanted.FELL, goes_on=True)  # of all of them, which ones fell
        if others or not (times.told or numbers or kind) or (kind and not (numbers or last.indicators)):
            return None
        if any(number not in self.names.known for number in numbers):
            return None
        if numbers and not is_linked:  # named by itself, it is asked for by itself
            last = Asked(Wanted.INDICATOR)
        # Its text goes on being that of the question: what is counted, and of what, stands there.
        asked = replace(
            last,
            kind=kind or _going_on(last, times.told, numbers),
            aspect=aspect or (None if kind else last.aspect),
            goes_on=True,
            times=times.told or last.times,
            indicators=numbers or last.indicators,
        )
        return self._settled(asked)

    def _names_any(self, said: str) -> bool:
        return bool(self.names.named(said).numbers or self.names.numbered_in_words(said))

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
        is_against = kind in (Wanted.FELL, Wanted.ROSE) and ORDERS[Wanted.COMPARE].search(said) is not None
        times = (
            () if is_against and len(asked.times) == 1 else asked.times
        )  # each is set against the one before it
        return replace(asked, kind=kind, indicators=asked.indicators or of_post, times=times)

    def _of_post(self, said: str, kind: Wanted | None) -> tuple[int, ...]:
        return self.names.of_owner(said) if kind is None or kind in OF_INDICATORS else ()

    def _settled(self, asked: Asked) -> Asked:
        """An indicator that is named is meant, and two times or two indicators that are told are set side by side."""
        kind = asked.kind
        if kind is Wanted.INDICATOR and not asked.indicators:
            kind = Wanted.BOARD
        elif kind in OF_ALL | {Wanted.PICTURE} and asked.indicators:
            kind = Wanted.INDICATOR
        if kind is Wanted.INDICATOR and len(asked.times) > 1 and asked.aspect is None:
            kind = Wanted.COMPARE
        names_any = kind in OF_INDICATORS or kind in (Wanted.RECORD, Wanted.EXPORT)
        return replace(asked, kind=kind, indicators=asked.indicators if names_any else ())


def _are_sure(found: Sequence[Asked], whole: Asked | None) -> bool:
    """Each is likelier than nothing, and of several kinds none is as sure as that all of it is one question."""
    margins, kinds = [one.margin for one in found], {one.kind for one in found}
    is_one = len(kinds) > 1 and whole is not None and whole.margin > max(margins)
    return min(margins) >= 0 and not is_one


def _sharing(found: Sequence[Asked]) -> tuple[Asked, ...]:
    """The one time that is told is that of all; what is asked of no indicator is of the one that is named beside it."""
    told = [one.times for one in found if one.times]
    times = told[0] if len(told) == 1 else ()
    numbers = next((one.indicators for one in found if one.indicators), ())
    return tuple(
        replace(
            one,
            times=one.times or times,
            kind=Wanted.INDICATOR if one.aspect and not one.indicators and numbers else one.kind,
            indicators=one.indicators or (numbers if one.aspect else ()),
            goes_on=False,
        )
        for one in found
    )


def _going_on(last: Asked, told: Sequence[Stretch], numbers: Sequence[int]) -> Wanted:
    """What is asked of the other time, or of the other indicator."""
    if numbers and last.kind not in (Wanted.COMPARE, Wanted.OWNER):
        return Wanted.INDICATOR
    is_of_one = len(told) + len(numbers) == 1
    return Wanted.INDICATOR if last.kind is Wanted.COMPARE and is_of_one else last.kind


def _attribute(rest: str) -> tuple[Wanted | None, Aspect | None, str]:
    """The one thing that is asked of what was spoken of («¿y la meta?», «¿y el responsable?»), and the other words."""
    if aspect := aspect_of(rest):
        return Wanted.INDICATOR, aspect, ASPECTS[aspect].sub(" ", rest)
    if (rule := ORDERS[Wanted.OWNER]).search(rest):
        return Wanted.OWNER, None, rule.sub(" ", rest)
    return None, None, rest


def _whole_part(text: str, last: Asked) -> str:
    """«¿Y el segundo?», after a quarter or a half, is one as well."""
    kinds = {one.period.kind for one in last.times if one.period}
    noun = next((_PARTS[kind] for kind in kinds if kind in _PARTS), None)
    return _ORDINAL_ALONE.sub(rf"\g<0> {noun}", fold(text)) if noun else text


def _is_fault(text: str, said: str) -> bool:
    """«Se dañó el archivo»: it is told, and nothing is asked of it."""
    return tells_a_fault(text) and not (is_question(text) or ASKS_A_COUNT.search(said))


def _compares(said: str) -> bool:
    return any(rule.search(said) for rule in (ORDERS[Wanted.COMPARE], SETTLES[Wanted.COMPARE], SETS_AGAINST))


def _settled_by_words(asked: Asked, said: str) -> Wanted:
    """The kind that its words tell, where they tell one of what it is like."""
    if ASKS_WHAT_THERE_IS.search(said):
        return Wanted.HELP
    is_of_one = asked.kind in _OF_ONE and asked.aspect in (Aspect.SPREAD, Aspect.WHY)
    if asked.indicators and (is_of_one or asked.aspect is Aspect.HISTORY):
        return Wanted.INDICATOR
    if asked.kind is Wanted.COMPARE and len(asked.times) == 1 and not (asked.indicators or _compares(said)):
        return Wanted.BOARD
    if asked.kind in OF_ALL and len(asked.times) > 1 and ORDERS[Wanted.COMPARE].search(said):
        return Wanted.COMPARE
    several = len(asked.indicators) > 1
    if several and asked.kind in OF_INDICATORS and SETS_AGAINST.search(said):
        return Wanted.COMPARE
    told = (kind for kind, rule in SETTLES.items() if rule.search(said))
    kind = next((one for one in told if asked.kind in SETTLED_OF.get(one, Wanted)), asked.kind)
    if kind is Wanted.INDICATOR and not asked.indicators:
        return asked.kind
    is_alone = len(asked.indicators) == 1 and len(asked.times) < 2
    likest = kind is asked.kind is Wanted.COMPARE
    return Wanted.INDICATOR if likest and is_alone and ASKS_WHY.search(said) else kind
