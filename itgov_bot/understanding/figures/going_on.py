"""What goes on from the last question of indicators, outages or counts with another time, indicator or aspect: «¿y en
abril?», «¿y la meta?»."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from itgov_bot.domain.indicators import Period, PeriodKind
from itgov_bot.domain.indicators.period import KIND_OF
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.patterns import regex
from itgov_bot.understanding.language.folding import fold, plain, word_set, words_like
from itgov_bot.understanding.language.managing.indicator_names import IndicatorNames
from itgov_bot.understanding.language.time.short_years import with_years_alone
from itgov_bot.understanding.language.time.stretch_rules import ORDINAL
from itgov_bot.understanding.language.time.stretches import find_times

from .asked import OF_ALL, OF_CASES, OF_INDICATORS, Asked, Aspect, Wanted, year_of
from .counts import count_question
from .orders import ASPECTS, ORDERS, aspect_of
from .settling import settled

MAX_FOLLOW_UP_WORDS = 9
_FILLING = word_set(
    "a ah ahora al aja ano asi bueno cifra como con cual cuanto cuantos dame dato de del deme el ella en entonces es esa "
    "ese eso esta este estuvo favor fue indicador indicadores kpi la las le lo los me mes mismo muestrame muestre muestreme "
    "no numero numeros o ok para pero por porcentaje porcentajes porfa pues que quedo resultado salio se si solo tal "
    "tambien un una va vale valor vamos van ver y ya"
)


_LINKED = regex(
    r"^\W*(?:(?:ah|aja|ok|bueno|listo|vale|gracias|perfecto)\W+)*"
    r"(?:y|e|pero|ahora|entonces|tambien|igual|lo mismo|el mismo|la misma|eso mismo)\b"
)
"""What leans on the question before it."""
_BEST_OR_WORST = regex(
    r"\W{0,9}(?:y |pero )?(?:(?:cual )?(?:fue |es )?(?:el|la) )?(?:mas )?(?:mejor|peor|buen|mal|alt|baj)\w*"
    r"(?: (?:mes|periodo|dato|valor))?\W*"
)
_ASKS_ANEW = regex(r"\W*(?:como|cuant\w+|cual(?:es)?)\b")
"""And what is a question of its own."""
_ASKS_HOW = regex(r"\b(?:como|cuant\w+|cual(?:es)?)\b")
"""The same after a count of cases, of which nobody asks how it is."""
_ASKS_HOW_IT_GOES = regex(r"\bcomo (?:va[n]?|vamos|esta[n]?|estamos|anda|andamos)\b")
_THAT_YEAR = regex(r"\b(?:(?:en|de|d|del) )?(?:es[ea]|aquel|dicho|el mismo|ese mismo) ano\b")
_PARTS: Mapping[PeriodKind, str] = {"quarter": "trimestre", "half": "semestre"}
_ORDINAL_ALONE = regex(rf"\b(?:el|del)\s+{ORDINAL}\b(?=\W*$|\s+del? (?:20\d\d|ano)\b)")


_THE_ONE_BEFORE = regex(
    r"\W{0,9}(?:y )?(?:en )?(?:la|el) (?:(?:semana|mes|trimestre|ano) )?(?:anterior(?: a es[ea])?|previ[oa]|de antes)\W*"
)


_THE_ONE_AFTER = regex(
    r"\W{0,9}(?:y )?(?:en )?(?:la|el) (?:(?:semana|mes|trimestre|semestre|ano) )?"
    r"(?:siguiente|proxim[oa]|que sigue|de despues)\W*"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the words tell. `said`: all of them, folded; `is_more`: some tell something else as well."""

    said: str
    times: tuple[Stretch, ...]
    kind: Wanted | None
    aspect: Aspect | None
    numbers: tuple[int, ...]
    is_more: bool

    @property
    def is_why(self) -> bool:
        return self.aspect is Aspect.WHY

    @property
    def is_of_all(self) -> bool:
        """No indicator is named, and nothing else told."""
        return not (self.is_more or self.numbers)


def gone_on(names: IndicatorNames, text: str, last: Asked, today: date) -> Asked | None:
    """The last question with another time, or of another indicator; None when other words are said as well. Of outages, the
    one that was looked at is no second time."""
    last = replace(last, times=last.times[:1]) if last.kind is Wanted.OUTAGES else last
    told = _told(names, text, last, today)
    again = _of_what_is_seen(told.said, last)
    if again is None and _is_of_its_own(names, told, last):
        return None
    again = again or next((change(last) for is_so, change in _CHANGES if is_so(told, last)), None)
    return replace(again, goes_on=True) if again else _with_other(names, told, last)


def _told(names: IndicatorNames, text: str, last: Asked, today: date) -> _Told:
    times = find_times(in_full(text, last, today), today, year_of(last))
    kind, aspect, rest = _attribute(fold(times.rest.replace("§", " ")))
    named = names.named(rest)
    numbers = named.numbers or names.numbered(rest)
    is_more = any(
        at not in named.places and word not in _FILLING and not (word.isdigit() and numbers)
        for at, word in enumerate(plain(rest).split())
    )
    return _Told(fold(text), tuple(times.told), kind, aspect, tuple(numbers), is_more)


def _is_of_its_own(names: IndicatorNames, told: _Told, last: Asked) -> bool:
    asks_anew = _ASKS_HOW.search if last.kind in OF_CASES else _ASKS_ANEW.match
    is_anew = told.kind is None and not is_linked(told.said) and asks_anew(told.said) is not None
    is_long = len(told.said.split()) > MAX_FOLLOW_UP_WORDS
    return is_long or is_anew or (told.is_why and _names_any(names, told.said))


def _before_it(last: Asked) -> Asked:
    return replace(last, times=(min(last.times, key=lambda one: one.first).previous(),))


def _after_it(last: Asked) -> Asked:
    latest = max(last.times, key=lambda one: one.last)
    begins = latest.last + timedelta(days=1)
    if latest.period is None:
        return replace(last, times=(Stretch(begins, begins + (latest.last - latest.first)),))
    frequency = next(name for name, kind in KIND_OF.items() if kind == latest.period.kind)
    return replace(last, times=(Stretch.of(Period.of(frequency, begins)),))


def _is_how_all_go(told: _Told, last: Asked) -> bool:
    is_how = last.kind in OF_ALL and _ASKS_HOW_IT_GOES.search(told.said) is not None
    return is_how and told.is_of_all and not told.kind


_CHANGES: Sequence[tuple[Callable[[_Told, Asked], object], Callable[[Asked], Asked]]] = (
    # What was told of it says both already.
    (
        lambda told, last: last.aspect is Aspect.SPREAD and _BEST_OR_WORST.fullmatch(told.said),
        lambda last: last,
    ),
    (lambda told, last: last.times and _THE_ONE_BEFORE.fullmatch(told.said), _before_it),
    (lambda told, last: last.times and _THE_ONE_AFTER.fullmatch(told.said), _after_it),
    # Of all of them, which ones fell.
    (
        lambda told, last: told.is_why and told.is_of_all and last.kind is Wanted.BOARD,
        lambda last: replace(last, kind=Wanted.FELL),
    ),
)
"""Words that are a question by themselves: whether they are it, and what is asked then."""


def _with_other(names: IndicatorNames, told: _Told, last: Asked) -> Asked | None:
    """The same question of the times and the indicators that are told."""
    numbers, kind = told.numbers, told.kind
    if told.is_more or not (told.times or numbers or kind) or (kind and not (numbers or last.indicators)):
        return None
    if any(number not in names.known for number in numbers):
        if told.aspect is not Aspect.FORMULA or not last.indicators:
            return None
        numbers = ()  # «¿de dónde sale el 90?» is of the one that is looked at
    if _is_how_all_go(told, last):
        last = replace(last, kind=Wanted.BOARD)  # of all of them, and no more of those alone
    elif numbers and not is_linked(told.said):  # named by itself, it is asked for by itself
        last = Asked(Wanted.INDICATOR)
    # Its text goes on being that of the question: what is counted, and of what, stands there.
    asked = replace(
        last,
        kind=kind or _going_on(last, told.times, numbers),
        aspect=told.aspect or (None if kind else last.aspect),
        goes_on=True,
        times=told.times or last.times,
        indicators=numbers or last.indicators,
    )
    return settled(asked)


_HOW_MUCH = regex(
    r"\W{0,9}(?:(?:y|e|al fin|pero) )*(?:en )?"
    r"(?:cuanto|(?:que|cual) (?:valor|resultado|porcentaje|fue el (?:valor|resultado)))"
    r" (?:(?:fue lo que|es lo que|nos|se|le|ha|tiene|tuvo) )*(?:dio|dado|va|vamos|vale|es|fue|esta|quedo|lleva|llevamos)?\W*"
)
_OF_HOW_MANY = regex(
    r"\W{0,9}(?:y |eso )?(?:(?:con|sobre|de|entre|son) )+cuant[oa]s (?:\w+ )?"
    r"(?:encuestas|calificaciones|notas|respuestas|personas|casos|horas|solicitudes)?"
    r"(?: (?:es|son|fue|sale|salio|se saca))?\W*"
)
"""«¿Con cuántas encuestas?», of a value: what it is made of."""
_EVIDENCE = words_like(
    r"(?:con )?(?:que|cual|el|la|su|los|las) (?:soportes?|evidencias?|respaldos?|adjuntos?)"
    r"(?: (?:tiene|trae|hay|es|fue|sub\w+|mand\w+))?"
)
_FILE = words_like(r"(?:el|su|que) archivos?")
_SHOW = words_like(r"muestr\w+|mostr\w+|ver\w*|abr\w+|tiene|con|cual es")
_DRAWN = regex(
    r"\W{0,9}(?:(?:y|pero|ahora|mejor|eso|todo|por favor) )*(?:\w+l[oa]s? )?(?:eso |todo )?(?:en|como|con) (?:una? )?"
    r"(?:grafic\w+|imagen|dibujo|barras)\W*"
)


def _of_what_is_seen(said: str, last: Asked) -> Asked | None:
    """«¿Cuánto dio?», «¿con qué soporte?», of the indicator that is looked at; «en una gráfica», of what was listed."""
    is_one = len(last.indicators) == 1
    if last.kind in OF_ALL and _DRAWN.fullmatch(said):
        return replace(last, kind=Wanted.PICTURE, times=tuple(one for one in last.times if one.is_year))
    if is_one and (_HOW_MUCH.fullmatch(said) or _DRAWN.fullmatch(said)):
        return replace(last, kind=Wanted.INDICATOR, aspect=None)
    if is_one and _OF_HOW_MANY.fullmatch(said):
        return replace(last, kind=Wanted.INDICATOR, aspect=Aspect.WHY)
    is_of_file = _FILE.search(said) is not None and last.aspect is Aspect.HISTORY
    is_of_evidence = _EVIDENCE.search(said) is not None or is_of_file
    if not (is_one and is_of_evidence):
        return None
    rest = ASPECTS[Aspect.HISTORY].sub(" ", _SHOW.sub(" ", _FILE.sub(" ", _EVIDENCE.sub(" ", said))))
    others = [word for word in plain(rest).split() if word not in _FILLING]
    return None if others else replace(last, kind=Wanted.INDICATOR, aspect=Aspect.HISTORY)


def _names_any(names: IndicatorNames, said: str) -> bool:
    return bool(names.named(said).numbers or names.numbered_in_words(said))


_AND_BEFORE = words_like(
    r"(?:frente|respecto|compar\w+|contra|vs|versus|con|que|y|o|mejor|peor) (?:que |con |a |de )?(?:la|el|al|del)"
    r" (?:anterior|previ[oa]|pasad[oa]|de antes|de atras|antepasad[oa])"
)
"""The stretch before the one that is told."""


def is_linked(text: str) -> bool:
    """«Y …», «ahora …»: it leans on what was said before."""
    return _LINKED.match(fold(text)) is not None


def with_one_before(told: tuple[Stretch, ...], said: str) -> tuple[Stretch, ...]:
    """«La semana pasada frente a la anterior» tells two."""
    return (told[0].previous(), *told) if len(told) == 1 and _AND_BEFORE.search(said) else told


_OF_THEM = words_like(r"les?|sus?|(?:de|con|a|por) (?:el|ella|ell[oa]s|es[ea])")
"""Whom the question before was of."""


def of_whom(text: str, last: Asked | None) -> str:
    """«¿Y qué nota le pusieron?»: with the name that was said before, where this is of cases and says none."""
    if last is None or last.kind not in OF_CASES or not _OF_THEM.search(fold(text)):
        return text
    before, own = count_question(last).about, count_question(Asked(Wanted.RATINGS, text=text)).about
    return text if own or not before else f"{text} de {' y '.join(before)}"


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


def in_full(text: str, last: Asked, today: date) -> str:
    """«¿Y el segundo?», after a quarter or a half, is one as well; «ese año», the one that was spoken of; «en el 23», of
    indicators, is a year."""
    if (year := year_of(last)) is not None:
        text = _THAT_YEAR.sub(f" de {year}", fold(text))
    if last.kind in OF_INDICATORS:
        text = with_years_alone(fold(text), today)
    kinds = {one.period.kind for one in last.times if one.period}
    noun = next((_PARTS[kind] for kind in kinds if kind in _PARTS), None)
    return _ORDINAL_ALONE.sub(rf"\g<0> {noun}", fold(text)) if noun else text
