"""The words that settle which figure a sentence asks for, whatever else it is like. On folded text."""

import re
from collections.abc import Mapping

from itgov_bot.understanding.language.folding import fold, plain, words_like
from itgov_bot.understanding.language.questions import is_question
from itgov_bot.understanding.language.request_type import tells_a_fault

from .asked import Wanted
from .figure_words import FAILS
from .orders import FELL, ROSE

_WHICH = r"(?:cual(?:es)?|que indicador(?:es)?|indicadores|kpis?) (?:\w+ ){0,4}?"
_MOVED = (
    r"entr(?:o|an|aron)|lleg(?:o|an|aron|ando)|ingres(?:o|aron)|recib\w+|abrieron|abrio|resolvi\w+|atendi\w+"
    r"|solucion(?:o|aron|amos)|cerr(?:o|aron|amos)|arregl(?:o|aron|amos)|evacu(?:o|aron|amos)"
)
"""What is done with cases, and with nothing else that is counted."""
_CASES = r"(?:casos|tickets|solicitudes|requerimientos|trabajo)"
OF_COUNTS = words_like(
    rf"""
    (?:{_MOVED}) (?:\w+ )?(?:mas|menos)|(?:mas|menos) (?:{_CASES}|(?:{_MOVED}))|(?:de )?lo que (?:se )?(?:{_MOVED})
    (?:como|que tal) (?:va[n]?|vamos|estamos|andamos) (?:en|con|de) (?:l[oa]s )?{_CASES}
    {_CASES} (?:\w+ )?(?:por|cada) (?!ciento)\w+|{_CASES} .{{0,25}}(?:contra|vs|frente|que)
    (?:subieron|bajaron|dispararon) .{{0,10}}{_CASES}|cuant[oa]s (?:casos |tickets )?(?:se )?(?:{_MOVED})
    (?:mas|menos) rapid[oa]s? .{{0,20}}quien|quien .{{0,20}}(?:mas|menos) rapid[oa]s?
    """
)
"""Of cases, where figures are compared, and not of indicators."""
_OF_WHAT = r"(?:equipo|aparato|servicio|sistema|programa|aplicacion|sede|edificio|dependencia|oficina|secretaria|area)s?"
_SOMEBODY = r"(?:algo|algui?en|gente|personas?|usuari[oa]s?|funcionari[oa]s?|casos?|algun[oa]?s?)"
_IS_THERE = rf"(?:hay|hubo|qued\w+|tenemos|exist\w+|sigue|falta) (?:\w+ )?{_SOMEBODY} (?:\w+ ){{0,2}}"
_WHICH_CASES = r"(?:cual|cuant|quien)\w* (?:(?:casos?|tickets?|solicitudes|son l[oa]s que) )?"
_WHO_OR_WHICH = r"(?:cual(?:es)?|quien(?:es)?|que casos|l[oa]s que)"
_DEEDS = r"(?:demora|tarda|resuelve|resolvio|cierra|cerro|atiende|atendio)n?"
_SOLVING = r"(?:resol|resuel|sol|aten|cierr|cerr)\w+"
_NO_READING = r"(?!\w*(?:registr|report|carg|indicador|med|acept))"
SURELY_OF_CASES = words_like(
    rf"""
    cuant[oa]s .{{0,40}}(?:sitio|puesto) .{{0,30}}(?:remot|distancia)\w*
    cuant[oa]s .{{0,40}}(?:remot|distancia)\w* .{{0,30}}(?:sitio|puesto)
    (?:cual|l[oa]s que|que casos)\w* .{{0,20}}(?:no|sin|faltan?) (?:se |l[oa]s |han |fueron |por )*{_SOLVING}
    cuant[oa]s? (?:\w+ ){{0,3}}(?:en sitio|remot[oa]s|a distancia|presencial(?:es)?|en persona)
    (?:tasa|indice|porcentaje) de (?:casos )?{_SOLVING} (?:de|del|en) (?!solicitud|soporte|hardware|software|casos)
    por ?que (?:se |l[oa]s? )*(?:cancel|anul|reabr|devolv)\w+
    que (?:\w+ )?(?:tenemos|hay|queda|sigue|esta) (?:\w+ )?pendientes? (?:de|en|con|del) {_NO_READING}
    {_WHO_OR_WHICH} (?:(?:se|nos|han|fueron|hemos|l[oa]s) )*(?:reab|cancel|anul|devolv|devuel|escal)\w+
    (?:que|cual(?:es)?) (?:es (?:el|la) )?{_OF_WHAT} (?:(?!ca[iye])\w+ ){{0,6}}(?:mas|menos)
    (?:lo|el|la|que) (?:\w+ ){{0,3}}(?:mas|menos) (?:se |nos )*(?:{FAILS})
    (?:que|cual)\w* (?:\w+ ){{0,3}}?(?:se |nos )*(?:{FAILS}) (?:\w+ )?(?:mas|menos)
    {_IS_THERE}(?:sin|por) (?:respuesta|respond|contest|aten|resol)\w*
    {_IS_THERE}(?:vencid|demorad|atrasad|retrasad|represad)\w*
    {_WHICH_CASES}no (?:se|han?|fueron|quedaron|alcanz\w+|l[oa]s) (?:\w+ ){{0,2}}(?:res[ou]|aten|cerr|solucion|termin)\w*
    quien(?:es)? (?:\w+ ){{0,4}}{_DEEDS} (?:\w+ )?(?:mas|menos)
    por (?:donde|cual medio|que medio|que via|que canal) (?:\w+ ){{0,4}}(?:mas|menos)
    """
)
"""Nothing else is asked so."""
_ALL, _DRAWN = r"(?:trece|tod[oa]s?|indicadores|tablero|kpis?)", r"(?:imagen|foto|dibujo|grafic[oa]s?|barras)"
DRAWS = words_like(r"graf\w+|dibuj\w+|pint\w+|barras|curvas?")
SETTLES: Mapping[Wanted, re.Pattern[str]] = {
    Wanted.PICTURE: words_like(
        rf"""
        {_ALL} .{{0,20}}(?:en|como|con) (?:una? )?(?:sol[oa] |mism[oa] )?{_DRAWN}
        {_DRAWN} .{{0,12}}{_ALL}|(?:kpis?|indicadores|tablero) (?:en )?{_DRAWN}|grafi[cq]\w+ (?:\w+ )?{_ALL}
        """
    ),
    Wanted.FELL: words_like(rf"(?:{_WHICH}(?:{FELL})|que (?:se |nos )?(?:{FELL}|cayo))(?!.* o )"),
    Wanted.ROSE: words_like(rf"(?:{_WHICH}(?:{ROSE})|que (?:se |nos )?(?:{ROSE}))(?!.* o )"),
    Wanted.COMPARE: words_like(
        r"""
        compar[aeo]\w*|(?:frente al?|respecto (?:al?|de)|diferencias?)(?!.{0,9} metas?)|lado a lado|mejor o peor
        (?:mas|menos) .{0,15} que (?:antes|ahora|en|el|hace)|que hace un ano
        """
    ),
    Wanted.SUMMARY: words_like(
        r"""
        (?:resum\w+|recuento|consolidado|balance|sintesis)\b(?:(?=.*\b(?:casos|mesa)\b)|(?!.*\b(?:indicador|caidas)))
        """
    ),
    Wanted.EXPORT: words_like(
        r"""
        (?:al|el) (?:excel|csv|pdf|archivo plano)
        (?:en|a|un|como) (?:un )?(?:excel|xlsx?|csv|pdf|archivo(?: plano)?|hoja de calculo|hoja electronica|documento)
        ^(?:csv|xlsx|pdf)|pedeefe|adjunto con|impres[oa]s?
        export(?:ar|e|es|eme|ame|alo|elo)|descarg(?:ar|a|ue|ueme|uelo|arlo|ame|able)|base de datos
        """
    ),
    Wanted.MISSING: words_like(
        r"""
        (?:ya|si) (?:\w+ ){0,3}?(?:registr|report|sub|carg|aliment)(?:o|io|aron|ieron)(?! mas)
        sin (?:valor|dato|datos|reportar|registrar|medir|medicion|reporte|llenar|alimentar)|huecos?|vaci[oa]s?|en blanco
        (?:no|ya|aun|todavia) (?:l[oa]s? |se |ha[n]? |sido |esta[n]? )*(?:registr|report|carg|sub|alimen|entreg|mand)\w*
        faltan? .{0,20}(?:reportar|registrar|cargar|dato|datos|medir)
        """
    ),
    Wanted.OWNER: words_like(
        r"""
        responsables?|(?<!sin )duen[oa]s?|encargad[oa]s?|con quien (?:hablo|reviso|me)|a quien (?:le|se|llamo|cito)
        quien(?:es)? (?:lo |la |me |nos )?(?:responden?|llevan?|reportan?|miden?|alimentan?)
        de quien (?:es|depende)|quien da la cara|quien .{0,25}(?:reportar|entregar|responder)
        """
    ),
    Wanted.RED: words_like(
        r"""
        en rojo|incumpl\w+|(?:bajo|debajo de) (?:la )?metas?|no (?:cumplen|alcanzan|llegan a la meta)
        (?:quedando|quedamos|estamos) cort[oa]s|cort[oa]s (?:frente|con)|el peor|l[oa]s? peor(?:es)?
        mas (?:mal|floj[oa]s?|colgad[oa]s?|rezagad[oa]s?|lejos)|raja(?:ndo|mos)|desviacion|deficientes?
        (?:falta|faltan|brecha) .{0,15}metas?|mas de .{1,12} puntos de la meta
        """
    ),
    Wanted.OUTAGES: words_like(
        r"""
        caidas?|caid[oa]s?|cortes?|interrupcion(?:es)?|indisponib\w+|por fuera|fuera de linea|sin servicio
        se (?:nos |me )?(?:cayo|cae|fue|va|tumb[ao]|dano) (?:mucho )?(?:la|el) (?:red|internet|senal|sistema|servicio|pagina)
        """
    ),
    Wanted.RATINGS: words_like(
        r"calific\w+|estrellas?|encuest\w+|opinion(?:es)?|comentarios?|insatisfech\w+|puntua\w+|puntajes?"
        r"|(?:nos|le|les|me) (?:pus\w+|dio|dieron|puesto) (?:un |una |nota |de )*[1-5]"
    ),
    Wanted.CASES: OF_COUNTS,
    Wanted.INDICATOR: words_like(
        r"porcentajes?|proporcion|que parte|por ciento|de cada (?:cien|100|diez|10)"
    ),
}
"""In a sentence that surely asks for some figure, these words tell which, whatever else it is like."""

SETTLED_OF: Mapping[Wanted, frozenset[Wanted]] = {
    Wanted.PICTURE: frozenset({Wanted.BOARD, Wanted.INDICATOR, Wanted.GREEN, Wanted.RED, Wanted.EXPORT}),
    Wanted.RED: frozenset({Wanted.BOARD, Wanted.GREEN, Wanted.RED, Wanted.INDICATOR, Wanted.COMPARE}),
    Wanted.OUTAGES: frozenset(Wanted) - {Wanted.CASES, Wanted.COMPARE, Wanted.RED},
    Wanted.RATINGS: frozenset(
        {Wanted.CASES, Wanted.RED, Wanted.GREEN, Wanted.OWNER, Wanted.COMPARE, Wanted.SUMMARY}
    ),
    Wanted.CASES: frozenset({Wanted.BOARD, Wanted.SUMMARY, Wanted.RED, Wanted.INDICATOR}),
    Wanted.INDICATOR: frozenset({Wanted.CASES}),
}
"""Of which kinds it must be likest, where these words are said of other things too."""

SETS_AGAINST = words_like(
    r"mejor|peor|adelantad[oa]s?|atrasad[oa]s?|adelante|atras|gana[n]?|mas (?:alto|bajo)"
)
"""Of two indicators: which of them stands better."""
ASKS_A_COUNT = words_like(r"cuant[oa]s?|fechas|duracion|historico|listado|relacion de|estadisticas?|cifras?")
"""Of what failed, where it is no question: «certifíqueme cuántas horas estuvo sin servicio»."""
_OUTAGES_COUNTED = words_like(
    r"""
    (?:cuant[oa]s?|historico|listado|relacion|estadisticas?) (?:\w+ ){0,3}?(?:caidas|cortes|interrupciones)
    cuanto (?:tiempo )?(?:duro|duraron|demoro|demoraron|estuvo|tardo) (?:\w+ ){0,3}?(?:caidas?|cortes?|interrupcion|caid[oa])
    """
)


def counts_outages(text: str) -> bool:
    """«¿Cuántas caídas hubo esta semana?», «¿cuánto duró la caída de anoche?»."""
    return _OUTAGES_COUNTED.search(plain(text)) is not None


ASKS_WHY = words_like(r"por ?que|a que se debe|motivos?|razon(?:es)?|causas?|que paso")
ASKS_WHAT_THERE_IS = words_like(
    r"""
    que (?:cifras|datos|informes|reportes|numeros|estadisticas|porcentajes) .{0,15}(?:pued[eo]|podria|maneja|lleva|da)[ns]?
    que (?:le |te )?(?:puedo|se puede) (?:preguntar|consultar|pedir)
    """
)
"""Which figures there are to be had: nobody else is asked that."""

RECORDS = words_like(
    r"""
    registr\w+|report\w+|carg\w+|sub(?:ir|o|imos)|ingres\w+|met(?:o|er|emos)|anot\w+|correg\w+|rectific\w+|actualiz\w+
    pon(?:go|er)|poner|dejar|dejo|traigo|tengo|doy|dar|adjunt\w+|equivoque|cambiar
    """
)
"""Whoever records something says what they do; else an advance is only asked for."""
_RECORDED = r"(?:registr|report|carg|sub|anot|alimen|entreg|mand|pas|llen)(?:o|io|aron|ieron|ado|ido)"
ASKS_IF_RECORDED = words_like(
    rf"(?:ya|si) (?:\w+ ){{0,3}}?{_RECORDED}|{_RECORDED} ya|(?:todavia|aun) no (?:\w+ ){{0,2}}{_RECORDED}"
)
"""«¿Ya Luis registró lo del plan?»: whether it is there."""
WANTS_HELP_OF_DESK = words_like(
    r"""
    mis? (?:casos?|solicitud|ticket|requerimiento|pc|equipo|computador\w*|portatil|correo|clave|usuario|impresora)
    mi (?:oficina|puesto)|lo mio|instal\w+|no me|se me|no puedo|no (?:abre|prende|imprime|carga|funciona|sirve|sale)
    ne[cs]esito soporte
    """
)
"""Whoever says so has a problem of their own, or a case."""


def wants_help(text: str) -> bool:
    """Whether somebody tells of a problem or a wish of their own, whatever indicator its words may name."""
    return tells_a_fault(text) or WANTS_HELP_OF_DESK.search(fold(text)) is not None


def wants_own_help(text: str) -> bool:
    """The same where something may just have been shown that failed: «¿qué fue lo que se dañó?» asks about that."""
    return WANTS_HELP_OF_DESK.search(fold(text)) is not None or (
        tells_a_fault(text) and not is_question(text)
    )


_WANTS_TO_KNOW = words_like(
    r"(?:deb[aeo]\w*|tengo que|tenga que|necesit\w+|quier[oae]\w*|conviene|hay que|vale la pena) (?:yo )?"
    r"(?:saber|contar|decir|llevar|mostrar|mirar|tener en cuenta|reportar|informar)(?:le)?"
)


def wants_to_know(text: str) -> bool:
    """«Algo que yo deba saber para la reunión»: not that it takes place is told."""
    return _WANTS_TO_KNOW.search(fold(text)) is not None


def asks_a_count(text: str) -> bool:
    """How often or how long something failed is asked by who wants figures, and not told by whom it fails."""
    return ASKS_A_COUNT.search(fold(text)) is not None
