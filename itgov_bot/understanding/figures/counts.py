"""What is counted, where a sentence surely asks for a count: which figure of cases or ratings, parted by what, of which
words it says nothing more."""

from dataclasses import replace
from datetime import date

from itgov_bot.domain.days import Days
from itgov_bot.domain.indicators import Period
from itgov_bot.domain.indicators.period import KIND_OF
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.summary import OF_NOW, CountQuestion, Figure, Part, Split
from itgov_bot.patterns import regex
from itgov_bot.understanding.language.folding import fold, words_like
from itgov_bot.understanding.language.time.stretches import find_times

from .asked import Asked, Wanted
from .figure_words import (
    COUNTED,
    COUNTED_URGENT,
    DURATION,
    IS_OF_SOLVING,
    NOT_SOLVED,
    OF_AGE,
    OPEN,
    RATED_LOW,
    figure_of,
    told_figure,
)
from .left_over import left_over, rest_of_age
from .part_words import BY_WHICH_CHANNEL, IS_OF_A_QUESTION, PARTED, split_told, told_parts
from .settles import OF_COUNTS

_RATER = words_like(
    r"(?<!a )quien(?:es)? (?:(?:nos|ha|han|mas|peor|mal) )*(?:calific(?:o|a|aron|ado)|puso|pusieron|puesto|dio|dieron)"
)
"""Who is asked for are those who rate, and no agents."""
_URGENT = (Figure.URGENT, Figure.URGENT_NOW)
_BY_MONTH = words_like(
    r"(?:por|cada|al|mes a|que|cual(?:es)?(?: fue)?(?: el)?) mes(?:es)?|mensual(?:es|mente)?|mes con (?:mas|menos)"
)
_EXPLAINED = (
    NOT_SOLVED,
    *(rule for _, rule in PARTED),
    RATED_LOW,
    DURATION,
    OPEN,
    IS_OF_SOLVING,
    IS_OF_A_QUESTION,
    *(rule for _, rule in COUNTED),
    _BY_MONTH,
    words_like(
        r"como cerr\w+"
        r"|graf\w+|barras|curva|torta|dibuj\w+|compar\w+|diferencias?|mas|menos|frente|anterior|pasad[oa]|igual|rapid[oa]s?|lent[oa]s?|mejor|peor"
    ),
)
_BESIDE = regex(r"\s(?:y|e|contra|vs|versus)\s|,")
_WHICH = words_like(
    r"""
    desde cuando|por ?que|cuales|cual es|que casos|list(?:a|ado|ame|eme)|relacion de|muestr\w+ (?:los |las )?\w+|detall\w+
    (?:casos?|tickets?) (?:\w+ )?mas (?:viej|antigu|demorad|atrasad)\w+
    comentarios?|opinion(?:es)?|que (?:\w+ )?(?:dicen?|opinan?|piensan?|escrib\w+|comentan?)
    dijeron|dicho|escrito|comentado|quejas?|felicitaciones
    """
)
_AND_WHICH = words_like(
    r"y (?:desde cuando|por ?que|cuales|quien(?:es)? l[oa]s? (?:tiene[n]?|pidio|pidieron)|de quien(?:es)?)"
)
"""After how many, which."""
_WHO_RATES = words_like(
    r"calific\w+|notas?|estrellas?|encuestas?|pus\w+|puesto|dio|dieron|punt(?:aj|u)\w+|opin\w+|piens\w+|satisf\w+|usuari[oa]s?|gente|funcionari[oa]s|personas?|personal|ciudadan[oa]s|clientes?|publico|todos"
)
_HOW_MANY = words_like(r"cuant\w+|numero de|cantidad|total")
_RATE = words_like(
    r"(?:tasa|indice|porcentaje|nivel|proporcion|avance) de (?:casos )?(?:resol|resuel|soluc|aten|cierr|cerr)\w+"
)
"""Of those that came, so many that were solved."""
_LEAST = words_like(r"(?<!mas o )menos(?! de\b)")
_ANY_DAY = date(2026, 1, 1)
"""Which stretch is told is no matter here, only that it is one."""


def count_questions(asked: Asked) -> tuple[CountQuestion, ...]:
    """One for each figure that is set beside another («cuántos entraron y se cerraron»)."""
    question = count_question(asked)
    halves = _BESIDE.split(find_times(asked.text, _ANY_DAY).rest)
    figures = dict.fromkeys(figure for half in halves if (figure := told_figure(half)))
    if question.beside and not (question.is_figure_told or asked.counted or question.by or question.about):
        return tuple(replace(question, figure=figure) for figure in (Figure.RECEIVED, Figure.SOLVED))
    is_one = (
        asked.kind is Wanted.RATINGS
        or asked.counted
        or len(question.told) > 1
        or question.by
        or question.is_duration
        or len(figures) < 2
    )
    return (question,) if is_one else tuple(replace(question, figure=figure) for figure in figures)


MONTH_DAYS = 28


def as_count(asked: Asked, today: date) -> Asked:
    """«¿Entraron más casos que el año pasado?», «esta semana contra la anterior»: a comparison of cases, or of what is no
    month of the indicators, is a count of the times that are told; one alone, or none, beside the one that goes on. Anything
    else as it is."""
    is_short = any((one.last - one.first).days + 1 < MONTH_DAYS for one in asked.times)
    is_of_counts = is_short or OF_COUNTS.search(fold(asked.text)) is not None
    if asked.kind is not Wanted.COMPARE or asked.indicators or not is_of_counts:
        return asked
    months = [Stretch.of(Period.of("MENSUAL", today).previous()), Stretch.of(Period.of("MENSUAL", today))]
    told = asked.times or tuple(months)
    if len(told) == 1 and is_short:
        told = (told[0].previous(), *told)
    elif len(told) == 1 and told[0].last < today and told[0].period:
        frequency = next(name for name, kind in KIND_OF.items() if kind == told[0].period.kind)
        told = (*told, Stretch.of(Period.of(frequency, today)))
    return replace(asked, kind=Wanted.CASES, times=told)


def count_question(asked: Asked) -> CountQuestion:
    """Without a time it is left open: who counts knows what is usual."""
    days = tuple(days_of(one) for one in asked.times)
    beside = days if len(days) > 1 else ()
    if asked.counted:
        return replace(asked.counted, days=days[0] if days else asked.counted.days, beside=beside)
    said, age = rest_of_age(fold(asked.text))
    by_channel = split_told(said) is Split.CHANNEL and BY_WHICH_CHANNEL.search(said) is not None
    said, parts = (said, ()) if by_channel else told_parts(said)
    is_duration = asked.kind is Wanted.CASES and bool(DURATION.search(said))
    is_rate = _RATE.search(said) is not None
    figure = Figure.SOLVED if is_rate else figure_of(asked, said, parts)
    if age:
        figure = OF_AGE.get(figure, figure)
    said = _RATE.sub(" | ", said)
    explained = (*_EXPLAINED, _WHO_RATES, _WHICH) if asked.kind is Wanted.RATINGS else _EXPLAINED
    about, is_strange = left_over(find_times(said, _ANY_DAY).rest, explained)
    if figure not in _URGENT and COUNTED_URGENT.search(said):
        about = (*about, "urgentes")  # nobody counts how many of them were solved
    is_among = (among := OF_THOSE.search(said)) is not None
    about = (among[0],) if among else about
    is_of_rater = asked.kind is Wanted.RATINGS and _RATER.search(said) is not None
    by = None if is_of_rater else split_told(said)
    return CountQuestion(
        figure,
        days[0] if days else None,
        by,
        about,
        age,
        is_strange=is_among or (is_strange and asked.kind is Wanted.CASES and not is_duration),
        is_duration=is_duration,
        lists=by is None and not is_duration and _asks_which(figure, said, parts),
        told=parts,
        beside=beside,
        by_month=_BY_MONTH.search(said) is not None,
        is_figure_told=told_figure(said) is not None,
        is_least=by is not None and _LEAST.search(said) is not None,
        of_received=is_rate or (figure in OF_NOW and bool(days) and NOT_SOLVED.search(said) is not None),
    )


def _asks_which(figure: Figure, said: str, parts: tuple[Part, ...]) -> bool:
    """Each of them is wanted, not how many they are, or that as well."""
    tells = figure is Figure.RATED_LOW or Part(Split.AGENT, None) in parts or _WHICH.search(said) is not None
    return tells and (_AND_WHICH.search(said) is not None or not _HOW_MANY.search(said))


OF_THOSE = words_like(r"de (?:es[oa]s|est[oa]s|ell[oa]s|l[oa]s mism[oa]s)")
"""Nobody counts among what was counted before."""


def days_of(stretch: Stretch) -> Days:
    return Days(stretch.first, stretch.last)
