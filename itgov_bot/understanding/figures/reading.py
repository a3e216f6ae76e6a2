"""`FiguresReader`: what is asked of the figures, in an order («/kpi 8 marzo»), in a sentence, or as what goes on from the
last question («¿y en abril?»). Only for those who may see them: the conversation sees to that."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from itgov_bot.patterns import regex
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.managing.indicator_names import IndicatorNames
from itgov_bot.understanding.language.questions import is_question
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.understanding.language.time.stretches import find_times

from .asked import OF_INDICATORS, Asked, Wanted
from .counts import count_question
from .files import SENDS_AS_FILE
from .going_on import gone_on, of_whom, with_one_before
from .kinds import HOW_ONE_DOES, FigureRanker
from .orders import ORDERS, asks_from_where, aspect_of, first_said
from .settles import (
    ASKS_A_COUNT,
    ASKS_IF_RECORDED,
    ASKS_WHAT_THERE_IS,
    RECORDS,
    SETTLES,
    SURELY_OF_CASES,
    WANTS_HELP_OF_DESK,
)
from .settling import settled, settled_by_words

LEAST = -0.8
"""By so much less likely than nothing may a figure be, and is answered after all: who may see them mostly asks for them."""
LEAST_OF_NAMED = -1.2
"""The same where an indicator is named in several words."""
LEAST_OF_FAULT = 0.6
"""The same where a fault is told, or something of one's own."""
LIKELY_OF_ONE = 0.0
"""Of «¿cómo le va a Carla?», which is a courtesy but for the name."""
LEAST_OF_PART = -0.2
"""The same of each of several questions, where the others are sure."""
CLEARLY = 0.1
"""By so much must one question be surer than each of the several that it may be."""
SURE = 1.0
"""What is told by words that are said of nothing else."""
MAX_CHARS = 300
MAX_ASKED = 3
"""Questions of one message."""

_IS_NO_TIME = regex(r"\d{3,}|\d[-/.]\d{3,}|\d[/.]\d|20\d\d-\d")
"""What looks like a time or a number and is none."""
_ORDERED = regex(r"\W{0,3}kpis?(?: (?P<what>\S+(?: \S+){0,3}))?")
"""«Kpi imagen»: an order without its stroke."""
_QUESTION = regex(
    r"(?:(?<![,;?.])[,;?.]+\s*(?:(?:y|e|tambien|ademas)\s+){0,4}"
    r"|(?<!\s)\s+(?:y|e)\s+(?:(?:tambien|ademas|de paso)\s+){0,3})"
    r"(?!¿?\s*por ?que\W*$)"
    r"(?=(?:¿\s*)?(?:(?:a|de|con|en|por) )?(?:cuant\w+|cual(?:es)?|que|quien(?:es)?|como|cuando|dig?[ag]?me|d[ae]me"
    r"|muestr\w+|pas[ae]\w*me|mand\w*me|compar\w+|hay|hubo)\b)"
)
"""Where a further question begins."""

_SO_MANY = regex(r"\b(?:l|es|est)[oa]s (?:dos|tres|cuatro|cinco)\b", re.IGNORECASE)
"""Of which the numbers are no indicators'."""
_OF_ONE_CALLED = regex(
    r"\b(?:el|un|ese|del) (?:indicador|kpi) (?:que mide |sobre |del? )(?:(?:el|la|l[oa]s) )?"
    r"(?!(?:ti|tic|tics|gestion|tecnologias?|informatica|es[oea]|est[oea]|aqui|mesa|oficina|ano|mes|semana|trimestre|semestre"
    r"|cumplimiento|mayor|menor|mejor|peor|mas|que|arriba|abajo|hoy|ahora)\b)(?P<called>[a-z]{3,})\b"
)
_TOPIC = regex(r"^\W*(?:de|entre) (?:tod[oa]s )?l[oa]s (?:\w+ ){0,3}?que\b")
"""«De los dos que lleva Planeación, ¿cuál …?»: of which ones it is, and no question by itself."""


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
            return settled(asked)
        if not any(letter.isalpha() for letter in words):
            return None
        if likely := self.names.likely(words):
            return settled(replace(asked, indicators=likely))
        return self.sentence(text, today)

    def sentence(self, text: str, today: date) -> Asked | None:
        """What a manager wrote in words; None when it asks for no figure."""
        if self.kinds is None or len(text) > MAX_CHARS:
            return None
        if there_is_none := self.names.beyond(fold(text)):
            return Asked(Wanted.INDICATOR, there_is_none, text=text)
        asks_how = HOW_ONE_DOES.search(fold(text)) is not None
        text = said = self.kinds.written_out(text)
        times = find_times(text, today)
        if not any(letter.isalpha() for letter in times.words):
            return None
        kind, margin = self.kinds.likeliest(text)
        named = self.names.named(times.rest)
        if SURELY_OF_CASES.search(said):
            kind, margin = Wanted.CASES, max(margin, SURE)
        margin = max(margin, LIKELY_OF_ONE) if asks_how and kind is Wanted.SUMMARY else margin
        if asks_from_where(said):
            kind, margin = Wanted.BOARD, SURE
        margin = max(margin, SURE) if ASKS_WHAT_THERE_IS.search(said) else margin
        margin = max(margin, SURE) if kind is Wanted.EXPORT and SENDS_AS_FILE.search(said) else margin
        if margin < self._least(text, said, named.places) and not SENDS_AS_FILE.search(said):
            return None
        if kind is Wanted.EXPORT and _is_fault(text, said) and not SETTLES[kind].search(said):
            return None
        numbers = self.names.numbered_in_words(fold(times.rest)) or named.numbers
        if not numbers and kind is Wanted.COMPARE:
            words = _SO_MANY.sub(" ", times.words)
            numbers = tuple(one for one in self.names.numbered(words) if one in self.names.known)
        if (
            kind in OF_INDICATORS
            and not (numbers or self._of_post(said, kind))
            and (called := _called(times.words))
        ):
            return Asked(Wanted.INDICATOR, text=text, margin=max(margin, SURE), unknown=called)
        told = with_one_before(times.told, said)
        asked = Asked(kind, numbers, told, aspect_of(said), text, margin)
        return settled(self._sharpened(asked, said))

    def sentences(self, text: str, today: date) -> tuple[Asked, ...]:
        """The same of what may ask for several things: each by itself, and what leans on the one before as such."""
        if ordered := _ORDERED.fullmatch(fold(text)):
            asked = self.order(ordered["what"], today)
            if asked and (asked.kind is not Wanted.BOARD or not ordered["what"]):
                return (replace(asked, margin=SURE),)
        pieces, found = _QUESTION.split(fold(text)), list[Asked]()
        if _TOPIC.match(pieces[0]):
            pieces = [" ".join(pieces[:2]), *pieces[2:]]
        for piece in pieces if len(pieces) > 1 else ():
            last = found[-1] if found else None
            goes_on = self.follow_up(piece, last, today) if last else None
            if asked := goes_on or self.sentence(piece, today):
                found.append(replace(asked, text=of_whom(asked.text, last)))
        whole = self.sentence(text, today)
        if whole and (
            _names_several_ways(whole) or (whole.indicators and any(map(_leans_on_another, found)))
        ):
            return (whole,)
        distinct = {(one.kind, one.indicators, one.aspect, one.text) for one in found}
        if len(distinct) < 2 or not _are_sure(found, whole):
            return (whole,) if whole else ()
        return _sharing(found[:MAX_ASKED])

    def written_out(self, text: str) -> str:
        """The folded text, its hurried words as they were meant."""
        return self.kinds.written_out(text) if self.kinds else fold(text)

    def meant(self, text: str, kind: Wanted, today: date) -> Asked:
        """What was said, where somebody chose of which kind it is."""
        said = self.written_out(text)
        times = find_times(said, today)
        numbers = self.names.numbered_in_words(fold(times.rest)) or self.names.named(times.rest).numbers
        return settled(Asked(kind, numbers, times.told, aspect_of(said), said, SURE))

    def follow_up(self, text: str, last: Asked, today: date) -> Asked | None:
        """What goes on from the last question; None when other words are said as well."""
        text = self.kinds.written_out(text) if self.kinds else text
        return gone_on(self.names, text, last, today)

    def _least(self, text: str, said: str, named: frozenset[int]) -> float:
        if _is_fault(text, said) or WANTS_HELP_OF_DESK.search(said):
            return LEAST_OF_FAULT
        return LEAST_OF_NAMED if len(named) > 1 else LEAST

    def _sharpened(self, asked: Asked, said: str) -> Asked:
        """By the words that settle it, and by who answers for what."""
        kind = settled_by_words(asked, said)
        if kind is Wanted.RECORD and ASKS_IF_RECORDED.search(said):
            kind = Wanted.MISSING
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


def _called(words: str) -> str:
    """«El indicador del wifi»: the word by which one is asked for."""
    found = _OF_ONE_CALLED.search(words)
    return found["called"] if found else ""


def _names_several_ways(asked: Asked) -> bool:
    """«Cuántos por correo y cuántos por Telegram» is one question, of which they are the sides."""
    if asked.kind is not Wanted.CASES:
        return False
    kinds = [one.by for one in count_question(asked).told]
    return len(kinds) > len(set(kinds))


def _leans_on_another(asked: Asked) -> bool:
    """«…, compare los dos semestres»: of what is named before it."""
    return asked.kind is Wanted.COMPARE and not (asked.indicators or asked.times or asked.goes_on)


def _are_sure(found: Sequence[Asked], whole: Asked | None) -> bool:
    """Each is likelier than nothing, and of several kinds one is about as sure as that all of it is one question."""
    margins, kinds = [one.margin for one in found], {one.kind for one in found}
    is_one = len(kinds) > 1 and whole is not None and whole.margin > max(margins) + CLEARLY
    return min(margins) >= LEAST_OF_PART and not is_one


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


def _is_fault(text: str, said: str) -> bool:
    """«Se dañó el archivo»: it is told, and nothing is asked of it."""
    return tells_a_fault(text) and not (is_question(text) or ASKS_A_COUNT.search(said))
