"""What is counted, where a sentence surely asks for a count: which figure of cases or ratings, parted by what, of which
words it says nothing more."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from itgov_bot.domain.days import Days
from itgov_bot.domain.indicators import Period
from itgov_bot.domain.indicators.period import KIND_OF
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.summary import CountQuestion, Figure, Part, Split
from itgov_bot.domain.tickets.ticket import CameBy, Solution
from itgov_bot.understanding.language.folding import fold, words_like
from itgov_bot.understanding.language.time.stretches import find_times

from .asked import Asked, Wanted
from .left_over import left_over, rest_of_age
from .said import OF_COUNTS

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
            r"|arregl\w+|repar(?:o|ar|aron|amos|ad[oa]s?)|evacu\w+|salieron|salido|list[oa]s"
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
            r"|escrib\w+|busca[n]?|contacta[n]?"
        ),
    ),
)
"""In this order: «sin resolver» is not yet solved, and what happened to a case says more than that there is some."""
_DURATION = words_like(
    r"""
    (?:cuant[oa]s?|que) (?:tiempos?|dias|horas)|demor\w+|tard(?:a|an|amos|aron|o|ando|arse)|que tan rapid[oa]s?
    (?:mas|menos) (?:rapid|lent|agil)(?:[oa]s?|es)?|mas agil
    tiempo (?:promedio|medio|tipico|normal|usual)|(?:promedio|mediana) de tiempo|tiempos? de (?:solucion|atencion|resolucion)
    """
)
"""Not how many, but how long."""
_IS_OF_SOLVING = words_like(r"promedio|medi[oa]|mediana|tipico|normal|usual|en|con|caso")
_OPEN = words_like(r"abiert[oa]s?|tienen?")
"""Where no time is told: what somebody has is what they have to do."""
_PARTED = (
    (Split.OFFICE, words_like(r"dependencias?|oficinas?|secretarias?|areas?|despachos?")),
    (Split.SITE, words_like(r"sedes?|edificios?")),
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
        Split.WAY,
        words_like(
            r"(?:formas?|maneras?|tipos?|modos?) de (?:solucion|atencion|resolver(?:los?)?|atender(?:los?)?)"
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
_IN_PERSON = r"(?:de (?:manera|forma) )?(?:en persona|presencial(?:es|mente)?|personalmente)"
_CAME_BY: Mapping[str, re.Pattern[str]] = {
    CameBy.CALL: words_like(r"(?:por )(?:la |el )?(?:llamadas?|telefon\w+)|telefonic\w+"),
    CameBy.MAIL: words_like(r"por (?:el )?(?:correos?|e-?mail|mail)(?: electronico)?"),
    CameBy.WHATSAPP: words_like(r"(?:por )?(?:el )?(?:whats?app|wasap|wpp)"),
    CameBy.IN_PERSON: words_like(_IN_PERSON),
    "telegram": words_like(r"(?:por )?(?:el )?(?:telegram|bot|chat)"),
}
"""How a case came, as it keeps it."""
_THE_PLACE = r"(?:a |en |al )?(?:el |su |los )?(?:sitio|puesto|escritorio|oficina|terreno)s?"
_ON_SITE = (
    rf"en (?:el )?(?:sitio|puesto|terreno)|in situ|(?:yendo|ir|fueron|fuimos|fue|va[n]?|voy|ido) {_THE_PLACE}"
    rf"|desplaz\w+(?: {_THE_PLACE})?"
)
_SOLVED_BY: Mapping[str, re.Pattern[str]] = {
    Solution.REMOTE: words_like(
        r"(?:por |via |con |de manera |de forma |en )?(?:acceso |soporte )?remot(?:[oa]s?|amente)|a distancia|de lejos"
        r"|desde (?:la mesa|lejos)|sin (?:ir|moverse|desplaz\w+)(?: al (?:sitio|puesto))?"
    ),
    Solution.ON_SITE: words_like(_ON_SITE),
}
"""How a case was solved; what is told so has been solved."""
_SOLVED_IN_PERSON = {**_SOLVED_BY, Solution.ON_SITE: words_like(f"{_ON_SITE}|{_IN_PERSON}")}
"""The same where solving is spoken of: else it came in person."""
_IS_OF_A_QUESTION = words_like(
    r"por|cada|que|cual(?:es)?|quien(?:es)?|mas|de mayor a menor|top|ranking|sin|encima|carga\w*|nadie"
)


_OF_AGE = {Figure.RECEIVED: Figure.BACKLOG, Figure.URGENT: Figure.URGENT_NOW}
"""What is old and not said to be over is live."""
_URGENT = (Figure.URGENT, Figure.URGENT_NOW)
_OF_URGENT = {Figure.BACKLOG: Figure.URGENT_NOW, Figure.RECEIVED: Figure.URGENT}
_COUNTED_URGENT = dict(_COUNTED)[Figure.URGENT]
_BY_MONTH = words_like(
    r"(?:por|cada|al|mes a|que|cual(?:es)?(?: fue)?(?: el)?) mes(?:es)?|mensual(?:es|mente)?|mes con (?:mas|menos)"
)
_EXPLAINED = (
    _RATED_LOW,
    _DURATION,
    _OPEN,
    _IS_OF_SOLVING,
    _IS_OF_A_QUESTION,
    *(rule for _, rule in _COUNTED),
    *(rule for _, rule in _PARTED),
    _BY_MONTH,
    words_like(
        r"graf\w+|barras|curva|torta|dibuj\w+|compar\w+|diferencia|mas|menos|rapid[oa]s?|lent[oa]s?|mejor|peor"
    ),
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
    figures = dict.fromkeys(figure for half in halves if (figure := told_figure(half)))
    is_one = (
        asked.kind is Wanted.RATINGS
        or asked.counted
        or question.by
        or question.is_duration
        or len(figures) < 2
    )
    return (question,) if is_one else tuple(replace(question, figure=figure) for figure in figures)


def as_count(asked: Asked, today: date) -> Asked:
    """«¿Entraron más casos que el año pasado?»: a comparison of cases, and of no indicator, is a count of the times that are
    told; one alone, or none, beside the one that goes on. Anything else as it is."""
    if asked.kind is not Wanted.COMPARE or asked.indicators or not OF_COUNTS.search(fold(asked.text)):
        return asked
    months = [Stretch.of(Period.of("MENSUAL", today).previous()), Stretch.of(Period.of("MENSUAL", today))]
    told = asked.times or tuple(months)
    if len(told) == 1 and told[0].last < today and told[0].period:
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
    said, parts = _told_parts(said)
    is_duration = asked.kind is Wanted.CASES and bool(_DURATION.search(said))
    figure = _figure(asked, said, parts)
    if age:
        figure = _OF_AGE.get(figure, figure)
    explained = (*_EXPLAINED, _WHO_RATES, _WHICH) if asked.kind is Wanted.RATINGS else _EXPLAINED
    about, is_strange = left_over(find_times(said, _ANY_DAY).rest, explained)
    if figure not in _URGENT and _COUNTED_URGENT.search(said):
        about = (*about, "urgentes")  # nobody counts how many of them were solved
    is_among = (among := OF_THOSE.search(said)) is not None
    about = (among[0],) if among else about
    is_of_rater = asked.kind is Wanted.RATINGS and _RATER.search(said) is not None
    by = None if is_of_rater else _split(said)
    tells = figure is Figure.RATED_LOW or _WHICH.search(said) is not None
    return CountQuestion(
        figure,
        days[0] if days else None,
        by,
        about,
        age,
        is_strange=is_among or (is_strange and asked.kind is Wanted.CASES and not is_duration),
        is_duration=is_duration,
        lists=by is None and not is_duration and tells and not _HOW_MANY.search(said),
        told=parts,
        beside=beside,
        by_month=_BY_MONTH.search(said) is not None,
        is_figure_told=told_figure(said) is not None,
    )


def _told_parts(said: str) -> tuple[str, tuple[Part, ...]]:
    """The folded words without those for the way by which cases came and were solved; and those ways."""
    is_of_solving = any(rule.search(said) for rule in (*_SOLVED_BY.values(), dict(_COUNTED)[Figure.SOLVED]))
    ways = _SOLVED_IN_PERSON if is_of_solving else _SOLVED_BY
    rules = [(Split.WAY, ways), (Split.CHANNEL, _CAME_BY)]
    found = list[Part]()
    for by, rule_of in rules:
        for key, rule in rule_of.items():
            if rule.search(said):
                found.append(Part(by, str(key)))
                said = rule.sub(" ", said)
    return said, tuple(found)


OF_THOSE = words_like(r"de (?:es[oa]s|est[oa]s|ell[oa]s|l[oa]s mism[oa]s)")
"""Nobody counts among what was counted before."""


def told_figure(said: str) -> Figure | None:
    """The figure that a part of a sentence tells by itself; that it is of urgent ones is no figure of its own."""
    told = (figure for figure, rule in _COUNTED if figure is not Figure.URGENT and rule.search(said))
    return next(told, Figure.BACKLOG if _OPEN.search(said) else None)


def days_of(stretch: Stretch) -> Days:
    return Days(stretch.first, stretch.last)


def _figure(asked: Asked, said: str, parts: Sequence[Part]) -> Figure:
    if asked.kind is Wanted.RATINGS:
        return Figure.RATED_LOW if _RATED_LOW.search(said) else Figure.RATED
    told = [figure for figure, rule in _COUNTED if rule.search(said)]
    found = next((figure for figure in told if figure is not Figure.URGENT), None)
    if Figure.URGENT in told:
        return Figure.URGENT if found is None else _OF_URGENT.get(found, found)
    if found is None and _OPEN.search(said) and not asked.times:
        return Figure.BACKLOG
    was_solved = any(one.by is Split.WAY for one in parts)
    return Figure.SOLVED if was_solved and found in (None, Figure.RECEIVED) else found or Figure.RECEIVED


def _split(said: str) -> Split | None:
    parted = next((split for split, rule in _PARTED if rule.search(said)), None)
    return parted if parted and _IS_OF_A_QUESTION.search(said) else None
