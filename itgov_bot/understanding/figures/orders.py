"""The words that say by themselves which figure is wanted: all there is of an order («/kpi rojos»), and the one thing that
is asked of an indicator. On folded text."""

import re
from collections.abc import Mapping

from itgov_bot.patterns import regex
from itgov_bot.understanding.language.folding import fold, words_like

from .asked import Aspect, Wanted

FELL = r"empeor(?:o|aron|ando|ados?)|desmejor\w+|retroced\w+|bajaron|bajando|cayeron"
ROSE = r"mejor(?:o|aron|ando|ados?)|subieron|subiendo|avanzaron"

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
    Wanted.FELL: words_like(FELL),
    Wanted.ROSE: words_like(ROSE),
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
    Aspect.DUE: words_like(
        r"(?:cuando|hasta cuando|para cuando|que dia|en que fecha|hasta que (?:dia|fecha)) (?:\w+ ){0,6}?"
        r"(?:venc|plazo|cierr|registrar|reportar|entregar|toca|proxim)\w*|plazos?|fecha (?:limite|de (?:cierre|entrega))"
    ),
    Aspect.HISTORY: words_like(
        r"""
        (?:quien(?:es)?|cuando) (?:l[oa]s? |se )?(?:registr|report|anot|carg|subi|corrigi|cambi|modific)(?:o|eron|aron)
        quien(?:es)? (?:l[oa]s? )?(?:acept|aprob)(?:o|aron)
        quien(?:es)? (?:pidi|solicit|hiz|orden|autoriz)(?:o|aron|eron|ieron) (?:la |el |es[ea] )?(?:correccion|cambio|ajuste)
        (?:historial|historia) de(?: l[oa]s)? (?:registros?|cambios?|correcciones)
        """
    ),
    Aspect.MET: words_like(
        r"(?:en )?(?:cuant[oa]s|que|cual(?:es)?)(?: fueron| son)?(?: l[oa]s)?"
        r" (?:meses|trimestres|semestres|veces|periodos)\b.{0,45}?\b(?:in)?cumpl\w+(?: con)?(?: la| su)?(?: meta)?"
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
        r"formulas?|se (?:calcula|mide|saca|halla|divide)|como (?:l[oa]s? )?(?:calcul|mid|sac|hall)\w+"
        r"|que mide|de donde sal(?:e|io|en)|como sale|definicion|significa"
    ),
    Aspect.TARGET: words_like(
        r"metas?(?! del? plan)|exige[n]?|nos piden|a cuanto (?:hay|debe|tenemos) que llegar"
    ),
}


def first_said(text: str, words: Mapping[Wanted, re.Pattern[str]]) -> Wanted | None:
    return next((kind for kind, rule in words.items() if rule.search(text)), None)


def aspect_of(text: str) -> Aspect | None:
    return next((aspect for aspect, rule in ASPECTS.items() if rule.search(text)), None)


_VALUE = regex(r"\b(\d{1,3}(?:[.,]\d)?) ?(?:%|por ?ciento)")
_FROM_WHERE = regex(r"\bde donde (?:sal\w+|sac\w+|vino) (?:ese|el|este) (\d{1,3}(?:[.,]\d)?)\b")


_BARE_VALUE = regex(
    r"\b(?:dio|da|salio|sale|esta en|tiene|quedo en|bajo a|subio a) (?:un )?(\d{1,3}(?:[.,]\d)?)\b"
)


def value_given(text: str) -> float | None:
    """Of «¿por qué dio 128 en marzo?»: its sign may be left out."""
    found = _VALUE.search(fold(text)) or _BARE_VALUE.search(fold(text))
    return float(found[1].replace(",", ".")) if found else None


def asks_from_where(said: str) -> bool:
    """«¿De dónde salió ese 75?»: nobody asks that of anything else."""
    return _FROM_WHERE.search(said) is not None


def value_told(text: str) -> float | None:
    """Of «el 128 % de qué es», «¿de dónde salió ese 75?»."""
    found = _VALUE.search(fold(text)) or _FROM_WHERE.search(fold(text))
    return float(found[1].replace(",", ".")) if found else None
