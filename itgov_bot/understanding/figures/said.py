"""The words that say by themselves which figure is wanted: all there is of an order («/kpi rojos»), and what settles a
sentence. On folded text."""

import re
from collections.abc import Mapping

from itgov_bot.understanding.language.folding import words_like

from .asked import Aspect, Figure

ORDERS: Mapping[Figure, re.Pattern[str]] = {
    Figure.HELP: words_like(r"ayuda|help|ejemplos?|opciones|como se usa"),
    Figure.RECORD: words_like(r"registr(?:ar|o|e)|reportar|cargar|corregir|anotar|ingresar"),
    Figure.MISSING: words_like(
        r"faltan?|faltantes?|pendientes?|sin (?:dato|reporte|registro|medicion|valor)\w*|sin (?:reportar|registrar|medir)|vaci[oa]s?"
    ),
    Figure.COMPARE: words_like(
        r"compar\w+|contra|vs|versus|frente al?|respecto al?|diferencias?|variacion|lado a lado"
    ),
    Figure.EXPORT: words_like(
        r"export\w+|excel|xlsx?|csv|pdf|descarg\w+|archivos?|hoja (?:de calculo|electronica)|imprimi\w+"
    ),
    Figure.OWNER: words_like(r"responsables?|duen[oa]s?|encargad[oa]s?|quien(?:es)?"),
    Figure.RED: words_like(
        r"roj[oa]s?|amarill[oa]s?|(?:bajo|debajo de) (?:la )?meta|por debajo|no cumplen?|incumpl\w+|critic[oa]s?|mal|peores|peor"
    ),
    Figure.GREEN: words_like(r"verdes?|cumplen?|cumplid[oa]s?|sobre (?:la )?meta|por encima|mejores|bien"),
    Figure.OUTAGES: words_like(r"caidas?|interrupcion(?:es)?"),
    Figure.RATINGS: words_like(r"calificacion(?:es)?|comentarios?|estrellas"),
    Figure.SUMMARY: words_like(r"resumen|novedades"),
    Figure.CASES: words_like(r"casos?|tickets?"),
    Figure.BOARD: words_like(
        r"todos?|todas?|tablero|semaforo|actual(?:es)?|ahora|generales|general|indicador(?:es)?|kpis?"
    ),
}
"""In an order; the first that is said counts."""

ASPECTS: Mapping[Aspect, re.Pattern[str]] = {
    Aspect.FORMULA: words_like(
        r"formulas?|se (?:calcula|mide|saca|halla|divide)|que mide|de donde sale|como sale|definicion|significa"
    ),
    Aspect.TARGET: words_like(
        r"metas?(?! del? plan)|exige[n]?|nos piden|a cuanto (?:hay|debe|tenemos) que llegar"
    ),
}

SETTLES: Mapping[Figure, re.Pattern[str]] = {
    Figure.EXPORT: words_like(
        r"""
        (?:en|a|al|un|el|como) (?:un )?(?:excel|xlsx?|csv|pdf|archivo(?: plano)?|hoja de calculo|hoja electronica|documento)
        export(?:ar|e|es|eme|ame|alo|elo)|descarg(?:ar|a|ue|ueme|uelo|arlo|ame|able)|base de datos
        """
    ),
    Figure.MISSING: words_like(
        r"""
        sin (?:valor|dato|datos|reportar|registrar|medir|medicion|reporte|llenar|alimentar)|huecos?|vaci[oa]s?|en blanco
        (?:no|ya|aun|todavia) (?:lo |la |los |las |se |ha[n]? )*(?:registr|report|carg|sub|alimen|entreg|mand)\w*
        faltan? .{0,20}(?:reportar|registrar|cargar|dato|datos|medir)
        """
    ),
    Figure.OWNER: words_like(
        r"""
        responsables?|duen[oa]s?|encargad[oa]s?|quien(?:es)? (?:lo |la |me |nos )?(?:responden?|llevan?|reportan?|miden?|alimentan?)
        con quien (?:hablo|reviso|me)|a quien (?:le|se|llamo|cito)|de quien (?:es|depende)|quien .{0,12}(?:reportar|entregar|responder)
        """
    ),
    Figure.RED: words_like(
        r"en rojo|incumpl\w+|(?:bajo|debajo de) (?:la )?meta|no (?:cumplen|alcanzan|llegan a la meta)"
    ),
    Figure.OUTAGES: words_like(
        r"caidas?|cortes?|interrupcion(?:es)?|indisponib\w+|se cayo|por fuera|fuera de linea"
    ),
}
"""In a sentence that surely asks for some figure, these words tell which, whatever else it is like."""

SENDS_AS_FILE = words_like(
    r"(?:pero|lo mismo|eso|esto|ese|esa|todo|lo|me lo|mandem\w*|mandam\w*|pasem\w*|pasam\w*|enviem\w*) .{0,25}"
    r"(?:en|a|como) (?:un )?(?:excel|xlsx?|csv|pdf|archivo|hoja de calculo|documento)"
)
"""«Eso en Excel»: short as it is, it asks for nothing else."""
WANTS_HELP_OF_DESK = words_like(
    r"""
    mi (?:caso|casos|solicitud|ticket|requerimiento|pc|pece|equipo|computador\w*|portatil|correo|clave|usuario|impresora|oficina|puesto)
    lo mio|instal\w+|no me|se me|no puedo|no (?:abre|prende|imprime|carga|funciona|sirve|sale)|nesesito soporte|necesito soporte
    """
)
"""Whoever says so has a problem of their own, or a case."""


def first_said(text: str, words: Mapping[Figure, re.Pattern[str]]) -> Figure | None:
    return next((kind for kind, rule in words.items() if rule.search(text)), None)


def aspect_of(text: str) -> Aspect | None:
    return next((aspect for aspect, rule in ASPECTS.items() if rule.search(text)), None)
