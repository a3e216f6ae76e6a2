"""What is counted, where a sentence surely asks for a count: which figure of cases or ratings, parted by what, of which
words it says nothing more."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.summary import CountQuestion, Days, Figure, Split
from itgov_bot.domain.tickets.ticket import CameBy
from itgov_bot.understanding.language.folding import fold, words_like
from itgov_bot.understanding.language.time.stretches import find_times

from .asked import Asked, Wanted
from .left_over import left_over, rest_of_age

_RATED_LOW = words_like(
    r"mal(?:[oa]s?)?|baj[oa]s?|pesim\w+|negativ\w+|peor(?:es)?|quej\w+|critic\w+|reclam\w+|unos"
)
_RATER = words_like(
    r"(?<!a )quien(?:es)? (?:(?:nos|ha|han|mas|peor|mal) )*(?:calific(?:o|a|aron|ado)|puso|pusieron|puesto|dio|dieron)"
)
"""Who is asked for are those who rate, and no agents."""
_COUNTED = (
    (Figure.CANCELLED, words_like(r"cancel\w+|anul\w+|desist\w+")),
    (Figure.REOPENED, words_like(r"reab\w+|devolv\w+|devuelt\w+|reopen\w*")),
    (
        Figure.OVERDUE,
        words_like(
            r"""
            vencid\w*|vencen?|vencer(?:se|an)?|atrasad\w+|fuera de tiempo
            (?:pasaron|pasados?|pasad[oa]s) (?:del?|de la) (?:tiempo|fecha)
            """
        ),
    ),
    (Figure.URGENT, words_like(r"urgentes?|emergencias?")),
    (Figure.WAITING, words_like(r"en espera|detenid\w+|esperando (?:al? usuario|respuesta del)")),
    (
        Figure.BACKLOG,
        words_like(r"(?:sin|por) (?:resolver|cerrar|atender|asignar|tomar|solucion\w*|hacer)|sin dueno"),
    ),
    (
        Figure.SOLVED,
        words_like(
            r"resuelt\w+|resuelv\w+|resolv\w+|resol\w+|solucion\w+|cerr\w+|cierr\w+|atend\w+|terminad\w+|productiv\w+"
        ),
    ),
    (
        Figure.BACKLOG,
        words_like(
            r"""
            pendientes?|represad\w+|cola|fila|siguen?|viv[oa]s?|backlog|encima|carga\w*|en curso|quedan?|faltan?
            ocupad\w+|llen[oa]s?|trabajo|esperan\w*
            viej[oa]s?|antigu\w+|edad|nadie
            """
        ),
    ),
    (
        Figure.RECEIVED,
        words_like(
            r"nuev[oa]s|abrieron|entr\w+|lleg\w+|recib\w+|ingres\w+|pus\w+|puest\w+|registr\w+|demanda\w*"
        ),
    ),
)
"""In this order: «sin resolver» is not yet solved, and what happened to a case says more than that there is some."""
_DURATION = words_like(
    r"""
    (?:cuant[oa]s?|que) (?:tiempos?|dias|horas)|demor\w+|tard(?:a|an|amos|aron|o|ando|arse)|que tan rapid[oa]s?
    tiempo (?:promedio|medio|tipico|normal|usual)|(?:promedio|mediana) de tiempo|tiempos? de (?:solucion|atencion|resolucion)
    """
)
"""Not how many, but how long."""
_IS_OF_SOLVING = words_like(r"promedio|medi[oa]|mediana|tipico|normal|usual|en|con|caso")
_OPEN = words_like(r"abiert[oa]s?|tienen?")
"""Where no time is told: what somebody has is what they have to do."""
_PARTED = (
    (Split.OFFICE, words_like(r"dependencias?|oficinas?|secretarias?|areas?|despachos?")),
    (
        Split.AGENT,
        words_like(
            r"""
            agentes?|tecnic[oa]s?|ingenier[oa]s?|muchachos|cada (?:uno|quien)|quien(?:es)?
            sin asignar|sin dueno|sin tomar|nadie|encima|carga\w*
            """
        ),
    ),
    (
        Split.CHANNEL,
        words_like(r"canal(?:es)?|por donde|por que medio|por correo|telefono|telegram|whatsapp|llamadas?"),
    ),
    (
        Split.SERVICE,
        words_like(r"servicios?|que (?:mas )?piden|de que|tipos?|temas?|mas (?:pedid|solicitad)\w+"),
    ),
)
_CAME_BY: Mapping[str, re.Pattern[str]] = {
    CameBy.CALL: words_like(r"(?:por )(?:la |el )?(?:llamadas?|telefon\w+)|telefonic\w+"),
    CameBy.MAIL: words_like(r"por (?:el )?(?:correos?|e-?mail|mail)(?: electronico)?"),
    CameBy.WHATSAPP: words_like(r"(?:por )?(?:el )?(?:whats?app|wasap|wpp)"),
    CameBy.IN_PERSON: words_like(r"en persona|presencial(?:es|mente)?|personalmente"),
    "telegram": words_like(r"(?:por )?(?:el )?(?:telegram|bot|chat)"),
}
"""How a case came, as it keeps it."""
_IS_OF_A_QUESTION = words_like(
    r"por|cada|que|cual(?:es)?|quien(?:es)?|mas|de mayor a menor|top|ranking|sin|encima|carga\w*|nadie"
)


_OF_AGE = {Figure.RECEIVED: Figure.BACKLOG, Figure.URGENT: Figure.URGENT_NOW}
"""What is old and not said to be over is live."""
_URGENT = (Figure.URGENT, Figure.URGENT_NOW)
_OF_URGENT = {Figure.BACKLOG: Figure.URGENT_NOW, Figure.RECEIVED: Figure.URGENT}
_COUNTED_URGENT = dict(_COUNTED)[Figure.URGENT]
_EXPLAINED = (
    _RATED_LOW,
    _DURATION,
    _OPEN,
    _IS_OF_SOLVING,
    _IS_OF_A_QUESTION,
    *(rule for _, rule in _COUNTED),
    *(rule for _, rule in _PARTED),
)
_BESIDE = re.compile(r"\s(?:y|e|contra|vs|versus)\s|,")
_WHICH = words_like(
    r"""
    cuales|cual es|que casos|list(?:a|ado|ame|eme)|relacion de|muestr\w+ (?:los |las )?\w+|detall\w+
    (?:casos?|tickets?) (?:\w+ )?mas (?:viej|antigu|demorad|atrasad)\w+
    comentarios?|opinion(?:es)?|que (?:dicen?|opinan?|escrib\w+|comentan?)|dijeron|dicho|quejas?|felicitaciones
    """
)
_WHO_RATES = words_like(
    r"usuari[oa]s?|gente|funcionari[oa]s|personas?|personal|ciudadan[oa]s|clientes?|publico|todos"
)
_HOW_MANY = words_like(r"cuant\w+|numero de|cantidad|total")
_ANY_DAY = date(2026, 1, 1)
"""Which stretch is told is no matter here, only that it is one."""


def count_questions(asked: Asked) -> tuple[CountQuestion, ...]:
    """One for each figure that is set beside another («cuántos entraron y se cerraron»)."""
    question = count_question(asked)
    halves = _BESIDE.split(find_times(asked.text, _ANY_DAY).rest)
    figures = dict.fromkeys(figure for half in halves if (figure := _told(half)))
    is_one = asked.kind is Wanted.RATINGS or question.by or question.is_duration or len(figures) < 2
    return (question,) if is_one else tuple(replace(question, figure=figure) for figure in figures)


def count_question(asked: Asked) -> CountQuestion:
    """Without a time it is left open: who counts knows what is usual."""
    said, age = rest_of_age(fold(asked.text))
    came_by = [way for way, rule in _CAME_BY.items() if rule.search(said)]
    channel = came_by[0] if len(came_by) == 1 else None
    said = without_channel(said) if channel else said
    days = days_of(asked.times[0]) if asked.times else None
    figure, is_duration = _figure(asked, said), asked.kind is Wanted.CASES and bool(_DURATION.search(said))
    if age:
        figure = _OF_AGE.get(figure, figure)
    explained = (*_EXPLAINED, _WHO_RATES, _WHICH) if asked.kind is Wanted.RATINGS else _EXPLAINED
    about, is_strange = left_over(find_times(said, _ANY_DAY).rest, explained)
    if figure not in _URGENT and _COUNTED_URGENT.search(said):
        about = (*about, "urgentes")  # nobody counts how many of them were solved
    if among := _OF_THOSE.search(said):
        about, is_strange = (among[0],), True
    is_strange = is_strange and asked.kind is Wanted.CASES and not is_duration
    is_of_rater = asked.kind is Wanted.RATINGS and _RATER.search(said) is not None
    by = None if is_of_rater else Split.CHANNEL if len(came_by) > 1 else _split(said)
    tells = figure is Figure.RATED_LOW or _WHICH.search(said) is not None
    lists = by is None and not is_duration and tells and not _HOW_MANY.search(said)
    return CountQuestion(figure, days, by, about, age, is_strange, is_duration, lists, channel)


def without_channel(said: str) -> str:
    """The folded words without those for the way by which a case came."""
    for rule in _CAME_BY.values():
        said = rule.sub(" ", said)
    return said


_OF_THOSE = words_like(r"de (?:es[oa]s|est[oa]s|ell[oa]s|l[oa]s mism[oa]s)")
"""Nobody counts among what was counted before."""
_WHICH_ALONE = re.compile(
    r"\W*(?:y |a ver )?(?:cual(?:es)?(?: (?:casos|son|es|fueron|fue|eran|hubo))?|muestr[ea]me?l[oa]s|list[ae]mel[oa]s"
    r"|(?:d[ae]me |ver )?(?:la lista|el listado|el detalle))\W*"
)


def which_of(text: str, last: Asked) -> Asked | None:
    """«¿Cuáles fueron?»: the cases of the count that was asked for last; None for other words."""
    if not _WHICH_ALONE.fullmatch(fold(text)):
        return None
    return replace(last, text=f"cuales {_HOW_MANY.sub(' ', fold(last.text))}", goes_on=True)


_FURTHER = re.compile(
    r"\W*(?:(?:y|e|solo|ahora|pero)\s+)+(?=\S)|\W*(?=(?:(?:solo )?l[oa]s )?(?:de|del|por)\b)"
)
MAX_FURTHER_WORDS = 6


def further(text: str) -> str | None:
    """«¿Y los de Hacienda?», «y por llamada»: what a count is to be narrowed to next; None for other words."""
    said = fold(text)
    begins = _FURTHER.match(said)
    return said[begins.end() :].strip(" ?.") if begins and len(said.split()) <= MAX_FURTHER_WORDS else None


def _told(said: str) -> Figure | None:
    """The figure that a part of a sentence tells by itself; that it is of urgent ones is no figure of its own."""
    told = (figure for figure, rule in _COUNTED if figure is not Figure.URGENT and rule.search(said))
    return next(told, Figure.BACKLOG if _OPEN.search(said) else None)


def days_of(stretch: Stretch) -> Days:
    return Days(stretch.first, stretch.last)


def _figure(asked: Asked, said: str) -> Figure:
    if asked.kind is Wanted.RATINGS:
        return Figure.RATED_LOW if _RATED_LOW.search(said) else Figure.RATED
    told = [figure for figure, rule in _COUNTED if rule.search(said)]
    found = next((figure for figure in told if figure is not Figure.URGENT), None)
    if Figure.URGENT in told:
        return Figure.URGENT if found is None else _OF_URGENT.get(found, found)
    if found is None and _OPEN.search(said) and not asked.times:
        return Figure.BACKLOG
    return found or Figure.RECEIVED


def _split(said: str) -> Split | None:
    parted = next((split for split, rule in _PARTED if rule.search(said)), None)
    return parted if parted and _IS_OF_A_QUESTION.search(said) else None
