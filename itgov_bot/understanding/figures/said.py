"""The words that say by themselves which figure is wanted: all there is of an order («/kpi rojos»), and what settles a
sentence. On folded text."""

import re
from collections.abc import Mapping

from itgov_bot.understanding.language.folding import fold, words_like
from itgov_bot.understanding.language.request_type import tells_a_fault

from .asked import Aspect, Wanted

_FELL = r"empeor(?:o|aron|ando|ados?)|desmejor\w+|retroced\w+|bajaron|bajando|cayeron"
_ROSE = r"mejor(?:o|aron|ando|ados?)|subieron|subiendo|avanzaron"

ORDERS: Mapping[Wanted, re.Pattern[str]] = {
    Wanted.HELP: words_like(r"ayuda|help|ejemplos?|opciones|como se usa"),
    Wanted.MISSING: words_like(
        r"faltan?|faltantes?|pendientes?|vaci[oa]s?|sin (?:dato|reporte|registro|medicion|valor|reportar|registrar|medir)s?"
    ),
    Wanted.RECORD: words_like(r"registr(?:ar|o|e)|reportar|cargar|corregir|anotar|ingresar"),
    Wanted.COMPARE: words_like(
        r"compar\w+|contra|vs|versus|frente al?|respecto al?|diferencias?|variacion|lado a lado"
    ),
    Wanted.EXPORT: words_like(
        r"export\w+|excel|xlsx?|csv|pdf|descarg\w+|archivos?|hoja (?:de calculo|electronica)|imprimi\w+"
    ),
    Wanted.PICTURE: words_like(r"imagen(?:es)?|fotos?|dibujos?|grafic[oa]s?"),
    Wanted.OWNER: words_like(
        r"responsables?|duen[oa]s?|encargad[oa]s?|quien(?:es)?(?: (?:responden?|llevan?|reportan?|miden?)(?: por)?)?"
    ),
    Wanted.FELL: words_like(_FELL),
    Wanted.ROSE: words_like(_ROSE),
    Wanted.RED: words_like(
        r"""
        roj[oa]s?|amarill[oa]s?|(?:bajo|debajo de) (?:la )?meta|por debajo|no cumplen?|incumpl\w+|critic[oa]s?
        mal|peor(?:es)?
        """
    ),
    Wanted.GREEN: words_like(r"verdes?|cumplen?|cumplid[oa]s?|sobre (?:la )?meta|por encima|mejores|bien"),
    Wanted.OUTAGES: words_like(r"caidas?|interrupcion(?:es)?"),
    Wanted.RATINGS: words_like(r"calificacion(?:es)?|comentarios?|estrellas"),
    Wanted.SUMMARY: words_like(r"resumen|novedades"),
    Wanted.CASES: words_like(r"casos?|tickets?"),
    Wanted.BOARD: words_like(
        r"todos?|todas?|tablero|semaforo|actual(?:es)?|ahora|generales|general|indicador(?:es)?|kpis?"
    ),
}
"""In an order; the first that is said counts."""

ASPECTS: Mapping[Aspect, re.Pattern[str]] = {
    Aspect.WHY: words_like(
        r"por ?que\b.{0,80}|a que se debe.{0,80}|(?:cual es )?(?:la|el) (?:razon|motivo|causa)\b.{0,80}"
    ),
    Aspect.HISTORY: words_like(
        r"""
        (?:quien(?:es)?|cuando) (?:l[oa]s? |se )?(?:registr|report|anot|carg|subi|corrigi|cambi|modific)(?:o|eron|aron)
        quien(?:es)? (?:l[oa]s? )?(?:acept|aprob)(?:o|aron)
        (?:historial|historia) de(?: l[oa]s)? (?:registros?|cambios?|correcciones)
        """
    ),
    Aspect.SPREAD: words_like(
        r"""
        (?:en )?promedios?(?! (?:de )?(?:l[oa]s? )?(?:tiempos?|dias|horas|casos|tickets|demora))
        (?:la )?media (?:de|del)(?! hora)
        (?:mejor|peor)(?:es)? (?:mes|trimestre|semestre|ano|periodo|resultado|valor|dato|momento|vez)(?:es)?
        (?:mes|trimestre|semestre|ano|periodo|valor|resultado) (?:mas (?:alt|baj|floj|buen|mal)[oa]|en que mejor|en que peor)
        (?:valor |dato )?(?:maximo|minimo)|(?:mas (?:alto|bajo)|mejor|peor) (?:que ha|que hemos) \w+
        (?:cuando|en que (?:mes|trimestre|ano)) .{0,20}(?:mejor|peor|mas alto|mas bajo)
        """
    ),
    Aspect.FORMULA: words_like(
        r"formulas?|se (?:calcula|mide|saca|halla|divide)|que mide|de donde sale|como sale|definicion|significa"
    ),
    Aspect.TARGET: words_like(
        r"metas?(?! del? plan)|exige[n]?|nos piden|a cuanto (?:hay|debe|tenemos) que llegar"
    ),
}

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
    {_CASES} (?:\w+ )?(?:por|cada) (?!ciento)\w+|{_CASES} .{{0,25}}(?:contra|vs|frente|que)
    (?:subieron|bajaron|dispararon) .{{0,10}}{_CASES}|cuant[oa]s (?:casos |tickets )?(?:se )?(?:{_MOVED})
    (?:mas|menos) rapid[oa]s? .{{0,20}}quien|quien .{{0,20}}(?:mas|menos) rapid[oa]s?
    """
)
"""Of cases, where figures are compared, and not of indicators."""
SURELY_OF_CASES = words_like(
    r"""
    quien(?:es)? (?:\w+ ){0,4}(?:demora|tarda|resuelve|resolvio|cierra|cerro|atiende|atendio)n? (?:\w+ )?(?:mas|menos)
    por (?:donde|cual medio|que medio|que via|que canal) (?:\w+ ){0,4}(?:mas|menos)
    """
)
"""Nothing else is asked so."""
SETTLES: Mapping[Wanted, re.Pattern[str]] = {
    Wanted.PICTURE: words_like(
        r"(?:trece|tod[oa]s|indicadores|tablero) .{0,20}(?:en|como) (?:una? )?(?:sol[oa] |mism[oa] )?(?:imagen|foto|dibujo)"
    ),
    Wanted.FELL: words_like(rf"(?:{_WHICH}(?:{_FELL})|que (?:se |nos )?(?:{_FELL}|cayo))(?!.* o )"),
    Wanted.ROSE: words_like(rf"(?:{_WHICH}(?:{_ROSE})|que (?:se |nos )?(?:{_ROSE}))(?!.* o )"),
    Wanted.COMPARE: words_like(
        r"""
        compar[aeo]\w*|(?:frente al?|respecto (?:al?|de)|diferencias?)(?!.{0,9} metas?)|lado a lado|mejor o peor
        (?:mas|menos) .{0,15} que (?:antes|ahora|en|el|hace)|que hace un ano
        """
    ),
    Wanted.SUMMARY: words_like(
        r"""
        (?:resum\w+|recuento|consolidado|balance|sintesis)\b(?:(?=.*\b(?:casos|caidas|mesa)\b)|(?!.*\bindicador))
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
        sin (?:valor|dato|datos|reportar|registrar|medir|medicion|reporte|llenar|alimentar)|huecos?|vaci[oa]s?|en blanco
        (?:no|ya|aun|todavia) (?:l[oa]s? |se |ha[n]? |sido |esta[n]? )*(?:registr|report|carg|sub|alimen|entreg|mand)\w*
        faltan? .{0,20}(?:reportar|registrar|cargar|dato|datos|medir)
        """
    ),
    Wanted.OWNER: words_like(
        r"""
        responsables?|duen[oa]s?|encargad[oa]s?|con quien (?:hablo|reviso|me)|a quien (?:le|se|llamo|cito)
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
    Wanted.RATINGS: frozenset({Wanted.CASES}),
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
SENDS_AS_FILE = words_like(
    r"(?:pero|lo mismo|eso|esto|ese|esa|todo|lo|me lo|mandem\w*|mandam\w*|pasem\w*|pasam\w*|enviem\w*) .{0,25}"
    r"(?:en|a|como) (?:un )?(?:excel|xlsx?|csv|pdf|archivo|hoja de calculo|documento)"
)
"""«Eso en Excel»: short as it is, it asks for nothing else."""
WANTS_HELP_OF_DESK = words_like(
    r"""
    mis? (?:casos?|solicitud|ticket|requerimiento|pc|equipo|computador\w*|portatil|correo|clave|usuario|impresora)
    mi (?:oficina|puesto)|lo mio|instal\w+|no me|se me|no puedo|no (?:abre|prende|imprime|carga|funciona|sirve|sale)
    ne[cs]esito soporte
    """
)
"""Whoever says so has a problem of their own, or a case."""


FORMATS = {
    "pdf": words_like(r"pdf|pedeefe"),
    "xlsx": words_like(r"excel|xlsx?|hoja (?:de calculo|electronica)"),
    "csv": words_like(r"csv|(?:archivo )?plano"),
}
"""Of files that are taken away."""
_OF_CASES = words_like(r"casos?|tickets?|solicitudes|requerimientos")
_OF_INDICATORS = words_like(r"indicador(?:es)?|kpis?|tablero|metas?|mediciones|lecturas|avances?")


def is_of_cases(text: str) -> bool | None:
    """Whether a file that is asked for is one of cases, and not of indicators; None where it is not said."""
    said = fold(text)
    if _OF_INDICATORS.search(said):
        return False
    return True if _OF_CASES.search(said) else None


_FILE = words_like(r"excel|xlsx?|csv|archivos?|hoja (?:de calculo|electronica)")
_TO_HAVE = words_like(
    r"(?:(?:d[ae]|mand|envi|pas|gener|baj|descarg|sac|export|regal|compart)\w*|necesito|quiero|quisiera|puede[ns]?) .*"
    r"|(?:los )?(?:casos|tickets) .*en (?:excel|csv|un archivo)"
)
_EXPORTS = re.compile(r"(?:(?:por favor|porfa|quiero|necesito|me) )*(?:export|descarg)\w*\b")


def wants_file_of_cases(text: str, *, of_cases_alone: bool) -> bool:
    """«Mándeme el excel de los casos de este mes»; with `of_cases_alone` also «exportar noviembre» and «lo de noviembre
    en Excel», of who is given no other file."""
    said = fold(text)
    if tells_a_fault(text) or is_of_cases(text) is False or len(said.split()) > MAX_FILE_WORDS:
        return False
    is_file = _FILE.search(said) is not None and _TO_HAVE.fullmatch(said) is not None
    return (begins_export(text) or is_file) and (bool(is_of_cases(text)) or of_cases_alone)


def begins_export(text: str) -> bool:
    return _EXPORTS.match(fold(text)) is not None


MAX_FILE_WORDS = 16


def wants_help(text: str) -> bool:
    """Whether somebody tells of a problem or a wish of their own, whatever indicator its words may name."""
    return tells_a_fault(text) or WANTS_HELP_OF_DESK.search(fold(text)) is not None


_VALUE = re.compile(r"\b(\d{1,3}(?:[.,]\d)?) ?(?:%|por ?ciento)")


def value_told(text: str) -> float | None:
    """Of «el 128 % de qué es»."""
    found = _VALUE.search(fold(text))
    return float(found[1].replace(",", ".")) if found else None


_OF_FILES = words_like(
    r"""
    (?:export|descarg|mand|envi|gener|baj|sac|saqu|regal|compart|pas[ae])\w*|necesito|quiero|quisiera|d[ae]me\w*|mejor|solo
    excel|xlsx?|csv|pdf|pedeefe|archivos?|documentos?|planos?|hojas?|calculo|formato|indicador(?:es)?|kpis?
    """
)


def without_file_words(text: str) -> str:
    """What is left says of which cases it is."""
    return _OF_FILES.sub(" ", fold(text))


_OTHER_WAY = words_like(
    r"(?:mand|envi|pas|reenvi|compart|hag)\w* .{0,20}(?:por|al?|a mi) (?:el |mi )?(?:correo|e-?mail|mail|whatsapp|drive)"
)


def by_another_way(text: str) -> bool:
    """Whether a file is to go by mail, or by something else than this chat."""
    return _OTHER_WAY.search(fold(text)) is not None


def is_of_some(text: str) -> bool:
    """Whether a file of indicators is asked for of those alone that stand somehow: «los rojos en Excel»."""
    return any(ORDERS[kind].search(fold(text)) for kind in (Wanted.RED, Wanted.GREEN, Wanted.MISSING))


def format_told(text: str) -> str | None:
    """The one format that a file is asked for in."""
    told = [name for name, rule in FORMATS.items() if rule.search(fold(text))]
    return told[0] if len(told) == 1 else None


def asks_a_count(text: str) -> bool:
    """How often or how long something failed is asked by who wants figures, and not told by whom it fails."""
    return ASKS_A_COUNT.search(fold(text)) is not None


def first_said(text: str, words: Mapping[Wanted, re.Pattern[str]]) -> Wanted | None:
    return next((kind for kind, rule in words.items() if rule.search(text)), None)


def aspect_of(text: str) -> Aspect | None:
    return next((aspect for aspect, rule in ASPECTS.items() if rule.search(text)), None)
