"""Which figure the words of a question tell: what became of the cases, how long it took, how they were rated."""

from collections.abc import Sequence

from itgov_bot.domain.summary import Figure, Part, Split
from itgov_bot.patterns import regex
from itgov_bot.understanding.language.folding import words_like

from .asked import Asked, Wanted

RATED_LOW = words_like(
    r"""
    mal(?:[oa]s?)?|baj[oa]s?|pesim\w+|negativ\w+|peor(?:es)?|quej\w+|critic\w+|reclam\w+|unos
    (?:un|una|de|con|nota|notas|pus\w+|calific\w+|dio|dieron|sac\w+) (?:un |una |de |nota )*[12]|(?:[12]|una|dos) estrellas?
    """
)
_SOLVED = (
    r"(?:resuelt|resuelv|resolv|resol|(?<!como )cerr|cierr|atend|atiend|terminad|productiv|arregl|evacu|despach)\w*"
    r"|solucion\w+|restablec\w+|desbloque\w+|repar(?:o|ar|aron|amos|ad[oa]s?)|salieron|salido|list[oa]s"
)
_WORKED_ON = rf"(?:{_SOLVED}|(?:contest|respond|respuest|asign|tom|cog|toc)\w*)"
_BETWEEN = r"(?:(?:se|l[oa]s?|les?|nos|ha[ns]?|hemos|fue|fueron|esta[n]?|quedaron|sido|alcanz\w+ a|pud\w+|logr\w+) )*"
NOT_SOLVED = words_like(
    rf"""
    (?:no|ni|nunca|tampoco) {_BETWEEN}{_WORKED_ON}
    (?:sin|por|falta[n]?|faltaron) (?:(?:por|que|de|se) )*(?:{_WORKED_ON}|hacer|dueno)
    (?:nadie|ninguno) {_BETWEEN}{_WORKED_ON}
    """
)
"""What was not solved waits, whatever is said of solving."""
FAILS = r"(?:dana|dano|danan|danaron|fall|averi|malogr)\w*|problemas?|molest\w+|lata|guerra"
"""What is told of a case that somebody opened because something failed."""
COUNTED = (
    (Figure.CANCELLED, words_like(r"cancel\w+|anul\w+|desist\w+")),
    (Figure.REOPENED, words_like(r"reab\w+|devolv\w+|devuelt\w+|reopen\w*")),
    (
        Figure.OVERDUE,
        words_like(
            r"""
            vencid\w*|vencen?|vencer(?:se|an)?|atrasad\w+|retrasad\w+|demorad[oa]s?|fuera de (?:tiempo|plazo|termino)
            (?:pasaron|pasados?|pasad[oa]s) (?:del?|de la) (?:tiempo|fecha)
            """
        ),
    ),
    (Figure.URGENT, words_like(r"urgentes?|emergencias?")),
    (Figure.WAITING, words_like(r"en espera|detenid\w+|esperando (?:al? usuario|respuesta del)")),
    (
        Figure.BACKLOG,
        NOT_SOLVED,
    ),
    (
        Figure.SOLVED,
        words_like(_SOLVED),
    ),
    (
        Figure.BACKLOG,
        words_like(
            r"""
            pendientes?|represad\w+|cola|fila|siguen?|viv[oa]s?|backlog|encima|carga\w*|en curso|quedan?|faltan?
            ocupad\w+|llen[oa]s?|trabajo|esperan\w*
            viej\w+|antigu\w+|edad|nadie
            """
        ),
    ),
    (
        Figure.RECEIVED,
        words_like(
            r"nuev[oa]s|abrieron|salen|entr\w+|lleg\w+|recib\w+|ingres\w+|pus\w+|puest\w+|registr\w+|demanda\w*"
            r"|escrib\w+|busca[n]?|contacta[n]?|report(?:o|a|aron|an|aban)|solicit(?:o|a|aron|an)|pid(?:io|ieron|en)|abrio|hubo"
            rf"|{FAILS}"
        ),
    ),
)
"""In this order: «sin resolver» is not yet solved, and what happened to a case says more than that there is some."""
DURATION = words_like(
    r"""
    (?:cuant[oa]s?|que) (?:tiempos?|dias|horas)|demor(?:a|an|amos|o|aron|ando|ar|arse|e|en)
    tard(?:a|an|amos|aron|o|ando|arse)|que tan rapid[oa]s?
    (?:mas|menos) (?:rapid|lent|agil|demorad)(?:[oa]s?|es)?|mas agil
    tiempo (?:promedio|medio|tipico|normal|usual)|(?:promedio|mediana) de tiempo|tiempos? de (?:solucion|atencion|resolucion)
    """
)
"""Not how many, but how long."""
IS_OF_SOLVING = words_like(r"promedio|medi[oa]|mediana|tipico|normal|usual|en|con|caso")
OPEN = words_like(r"abiert[oa]s?|tienen?")
"""Where no time is told: what somebody has is what they have to do."""
_STANDS_NOW = regex(
    r"^(?=.*\b(?:hay|tenemos|estan|estamos con|siguen|quedan)\b)"
    r".*\b(?:hoy|ahora|ahorita|al dia|en este momento|a la fecha)\b"
)
"""«Hay abiertos hoy» are those of this moment; «abiertos hoy» came today."""
OF_AGE = {Figure.RECEIVED: Figure.BACKLOG, Figure.URGENT: Figure.URGENT_NOW}
"""What is old and not said to be over is live."""
_OF_URGENT = {Figure.BACKLOG: Figure.URGENT_NOW, Figure.RECEIVED: Figure.URGENT}
COUNTED_URGENT = dict(COUNTED)[Figure.URGENT]


def told_figure(said: str) -> Figure | None:
    """The figure that a part of a sentence tells by itself; that it is of urgent ones is no figure of its own."""
    told = (figure for figure, rule in COUNTED if figure is not Figure.URGENT and rule.search(said))
    return next(told, Figure.BACKLOG if OPEN.search(said) else None)


def figure_of(asked: Asked, said: str, parts: Sequence[Part]) -> Figure:
    if asked.kind is Wanted.RATINGS:
        return Figure.RATED_LOW if RATED_LOW.search(said) else Figure.RATED
    told = [figure for figure, rule in COUNTED if rule.search(said)]
    found = next((figure for figure in told if figure is not Figure.URGENT), None)
    if Figure.URGENT in told:
        return Figure.URGENT if found is None else _OF_URGENT.get(found, found)
    if found is None and OPEN.search(said) and (not asked.times or _STANDS_NOW.search(said)):
        return Figure.BACKLOG
    was_solved = any(one.by is Split.WAY for one in parts)
    return Figure.SOLVED if was_solved and found in (None, Figure.RECEIVED) else found or Figure.RECEIVED
