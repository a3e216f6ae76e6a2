"""What is counted, where a sentence surely asks for a count: which figure of cases or ratings, parted by what."""

from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.summary import CountQuestion, Days, Figure, Split
from itgov_bot.understanding.language.folding import fold, words_like

from .asked import Asked, Wanted

_RATED_LOW = words_like(r"mal[oa]s?|baj[oa]s?|peor(?:es)?|quej\w+|critic\w+|reclam\w+|unos")
_COUNTED = (
    (Figure.REOPENED, words_like(r"reab\w+|devolv\w+|reopen\w*")),
    (
        Figure.OVERDUE,
        words_like(
            r"""
            vencid\w*|vencen?|vencer(?:se|an)?|atrasad\w+|fuera de tiempo
            (?:pasaron|pasados?|pasad[oa]s) (?:de|del) (?:tiempo|fecha)
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
            r"resuelt\w+|resolv\w+|resol\w+|solucion\w+|cerr\w+|cierr\w+|atend\w+|terminad\w+|productiv\w+"
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
        words_like(r"abrieron|entr\w+|lleg\w+|recib\w+|ingres\w+|pus\w+|puest\w+|registr\w+|demanda\w*"),
    ),
)
"""In this order: «sin resolver» is not yet solved, and what happened to a case says more than that there is some."""
_OPEN = words_like(r"abiert[oa]s?")
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
    (Split.CHANNEL, words_like(r"canal(?:es)?|por donde|por que medio|telefono|telegram|whatsapp|llamadas?")),
    (
        Split.SERVICE,
        words_like(r"servicios?|que (?:mas )?piden|de que|tipos?|temas?|mas (?:pedid|solicitad)\w+"),
    ),
)
_IS_OF_A_QUESTION = words_like(
    r"por|cada|que|cual(?:es)?|quien(?:es)?|mas|de mayor a menor|top|ranking|sin|encima|carga\w*|nadie"
)


def count_question(asked: Asked) -> CountQuestion:
    """Without a time it is left open: who counts knows what is usual."""
    said = fold(asked.text)
    days = days_of(asked.times[0]) if asked.times else None
    return CountQuestion(_figure(asked, said), days, _split(said))


def days_of(stretch: Stretch) -> Days:
    return Days(stretch.first, stretch.last)


def _figure(asked: Asked, said: str) -> Figure:
    if asked.kind is Wanted.RATINGS:
        return Figure.RATED_LOW if _RATED_LOW.search(said) else Figure.RATED
    found = next((figure for figure, rule in _COUNTED if rule.search(said)), None)
    if found is None and _OPEN.search(said) and not asked.times:
        return Figure.BACKLOG
    return found or Figure.RECEIVED


def _split(said: str) -> Split | None:
    parted = next((split for split, rule in _PARTED if rule.search(said)), None)
    return parted if parted and _IS_OF_A_QUESTION.search(said) else None
