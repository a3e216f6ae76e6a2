"""What managers ask beside the figures: the guard, what is to be accepted, how charts look, what nobody here keeps."""

import re
from enum import StrEnum

from itgov_bot.patterns import regex
from itgov_bot.understanding.language.duty.asked import asks_who_is_on_duty
from itgov_bot.understanding.language.folding import fold, words_like

MAX_CHARS = 140
"""Who writes more tells of something else."""


MAX_WORDS_OF_THAT = 7


class Beside(StrEnum):
    DUTY = "duty"
    """Who is on duty, or was."""
    CALLS = "calls"
    """How often the guard was called, and how soon somebody took it."""
    NIGHT = "night"
    """What happened in a night or a weekend that is past."""
    LATE = "late"
    """What changed after its period had closed."""
    NEW_TARGET = "target"
    """A target is to be another one."""
    ERRAND = "errand"
    """Somebody is to be told something."""
    BY_OTHER_WAY = "other_way"
    """What was shown is to go to somebody else, or by mail."""
    RULES = "rules"
    """What counts in an indicator, and whether it may pass 100 %."""
    UNCOUNTED = "uncounted"
    """What the desk does not keep."""
    DARK = "dark"
    LIGHT = "light"


_TOOK = r"(?:tom|atend|atiend|cog|respond|contest|lleg)\w*"
_OF_NIGHT = r"(?:noche|anoche|madrugada|fin de semana|finde|puente|festivo)"
_WAS_THERE = r"(?:estaba|estuvo|estaban|tenia|cubria|cubrio|le tocaba|le toco)[n]?"
_GUARD_THEN = words_like(
    r"(?:quien(?:es)?|a quien) .{0,40}(?:de guardia|la guardia|de turno)|(?:de guardia|de turno) .{0,30}quien(?:es)?"
    rf"|{_OF_NIGHT} .{{0,30}}quien(?:es)? {_WAS_THERE}|quien(?:es)? {_WAS_THERE} .{{0,30}}{_OF_NIGHT}"
)
"""Whom the guard of some night was, or who of it saw to a case."""
_THAT_NIGHT = words_like(
    r"(?:es[ea]|aquel(?:la)?|la misma) (?:noche|dia|madrugada|vez|fin de semana|turno|guardia)|entonces"
)
_WHO_MOST = words_like(
    r"""
    quien(?:es)? (?:\w+ ){0,5}mas (?:veces |horas |noches )?(?:\w+ ){0,2}(?:guardias?|turnos?)
    (?:guardias?|turnos?) .{0,20}quien(?:es)? .{0,15}mas|quien(?:es)? (?:\w+ ){0,4}(?:guardias?|turnos?) (?:\w+ ){0,2}mas
    """
)
_BY_MAIL = r"(?:por|al?) (?:el |mi )?(?:correo|e-?mail|mail|whats?app)"
_SOMEBODY = r"(?:secretari|alcald|despacho|gerente|director)\w*"
_SOLVES = r"(?:resuel|resol|solucion|atien|arregl|cierr)\w*"
_AT_ONCE = (
    r"(?:el mismo dia|de una(?: vez)?(?! (?:semana|dependencia|secretaria|oficina|persona))"
    r"|(?:en )?(?:el |la )?primer(?:a)? (?:contacto|llamada|vez|intento))"
)
_SOME_KIND = r"(?:cancelad|anulad|reabiert|repetid|duplicad|rechazad|juntad|unid|devuelt|pendient|arreglad|programad)\w*"
"""Of which it may be asked whether they count."""
_OF_DESK = r"(?:casos?|solicitud\w*|usuari\w*|gente)"
_SAYS: tuple[tuple[Beside, re.Pattern[str]], ...] = (
    (
        Beside.CALLS,
        words_like(
            rf"""
            (?:cuant|que tant)\w* .{{0,25}}(?:llam|despert|molest|activ|busc|avis)\w* .{{0,20}}guardia
            (?:cuant|que tant)\w* .{{0,15}}llamad[ao]s? .{{0,15}}guardia|llamad[ao]s (?:de|a) (?:la )?guardia
            (?:cuant|guardia) .{{0,30}}guardia .{{0,25}}{_TOOK}
            urgent\w+ .{{0,40}}(?:(?:en )?cuanto|quien(?:es)?|que tan rapido) .{{0,20}}{_TOOK}
            (?:en )?(?:cuanto|que tan rapido) .{{0,25}}{_TOOK} .{{0,20}}(?:urgent\w+|guardia)
            quien(?:es)? {_TOOK} .{{0,15}}(?:los |las )?urgent\w+
            """
        ),
    ),
    (
        Beside.NIGHT,
        words_like(
            r"(?:que tal|como (?:estuvo|fue|salio|nos fue|les fue)) .{0,20}(?:guardia|turno|noche)|"
            r"(?:que (?:paso|hubo|ocurrio|sucedio|novedad\w*|se presento)|(?:hubo|paso|ocurrio) algo|novedad\w*|como estuvo)"
            r" .{0,25}(?:noches?|anoche|madrugada|fin de semana|finde|puente|festivo)"
        ),
    ),
    (
        Beside.LATE,
        words_like(
            r"""
            (?:diferencias?|cambios?|valores?|ajustes?|periodos?) .{0,25}(?:por|sin|para|que) (?:acept|aprob|confirm)\w+
            (?:que |algo )?(?:cambi|movi|vari)\w+ .{0,25}(?:despues de|tras|luego de)(?:l| el)? (?:cierr|cerr)\w+
            (?:despues del? cierre|tras el cierre) .{0,20}cambi\w+|(?:acept|aprob)\w+ (?:las |los )?(?:diferencias|cambios)
            (?:pendientes?|algo|falta\w*|queda\w*) (?:de|por|para) acept\w+|periodos? cerrados? .{0,20}cambi\w+
            """
        ),
    ),
    (
        Beside.NEW_TARGET,
        words_like(
            r"(?:cambi|modific|ajust|sub|baj|pong|pon|actualiz|corr[ie]j)\w* (?:\w+ ){0,2}metas?\b(?=.*\d)"
        ),
    ),
    (
        Beside.ERRAND,
        words_like(
            r"(?:dig|pid|recuerd|avis|pregunt|comuni[cq]u?|inform|escrib|insist)\w*(?:le|les) (?:a|al) .{2,30}?"
            r" (?:que|si|de|por|para)"
        ),
    ),
    (
        Beside.BY_OTHER_WAY,
        words_like(
            rf"(?:mand|envi|pas|reenvi|compart|hag)\w* (?:\w+ ){{0,4}}(?:{_BY_MAIL}|al? (?:la )?{_SOMEBODY})"
        ),
    ),
    (
        Beside.RULES,
        words_like(
            rf"""
            (?<!cuantos )(?<!cuantas ){_SOME_KIND} (?:\w+ ){{0,4}}?(?:se )?(?:cuenta|entra|suma)[n]?(?! con)
            (?:se |l[oa]s )?(?:cuenta|entra|suma)[n]? (?:\w+ ){{0,3}}?{_SOME_KIND}
            que (?:(?:casos|solicitudes|cosas) )?(?:se )?(?:cuenta|entra|suma)[n]? (?:en|para|como|ahi)
            (?:puede|podria|como|por ?que|si) (?:\w+ ){{0,2}}?pas(?:ar|a|o) (?:de |del )*(?:100|cien)
            """
        ),
    ),
    (
        Beside.UNCOUNTED,
        words_like(
            rf"""
            {_SOLVES} .{{0,20}}{_AT_ONCE}|{_AT_ONCE} .{{0,25}}{_SOLVES}|tiempo de (?:primera )?respuesta
            (?:cuanto|tiempo|que tan rapido) .{{0,25}}(?:en|de) (?:tom|cog|contest|respond|asign)\w+ .{{0,10}}{_OF_DESK}
            (?:a )?que (?:dias?|horas?) (?:de la semana |del dia )?(?:\w+ ){{0,4}}(?:mas|menos)
            cuanto (?:\w+ )?(?:cuest|val|gast)\w+ .{{0,25}}(?:casos?|mesa|soporte|caidas?)
            """
        ),
    ),
    (
        Beside.DARK,
        words_like(
            r"(?:fondo|modo|tema|version) (?:mas )?(?:oscur[oa]|negr[oa]|noche|nocturn[oa]|dark)|en oscuro"
        ),
    ),
    (Beside.LIGHT, words_like(r"(?:fondo|modo|tema|version) (?:mas )?(?:clar[oa]|blanc[oa]|dia)|en claro")),
)
_OF_A_SCREEN = words_like(
    r"pantalla|computador\w*|pc|portatil|equipo|monitor|celular|word|excel|windows|correo|se (?:me )?(?:puso|quedo)"
)
"""Whose ground is no chart's."""


_ITS_CASES = regex(
    r"^\W*(?:y )?(?:(?:cual|que|muestr\w+|ver|de)(?:es)? )+(?:son |fueron )?(?:(?:el|l[oa]s|sus|es[oe]s?) )?casos?\b"
    r"(?: (?:fue|es|son|que))*(?: (?:cuentan?|pes\w+|entran?|hay detras)"
    r"| (?:lo|la|los) (?:baj|sub|afect|tumb|dan|hiz|cuent|compon|form)\w*)?\W*"
)
_ITS_CASES_TOO = words_like(
    r"""
    (?:cuales|que|muestr\w+|ver|d[ae]me) (?:son )?(?:(?:l[oa]s|es[oa]s|sus) )?casos(?: (?:son|fueron|serian))?(?: es[oa]s)?
    (?:cual|que)(?: es| fue)? (?:el )?caso (?:es )?(?:el )?que (?:me |nos )?l[oa]s? \w+
    (?:cuales|que) casos .{0,15}(?:bajan?|tumban?|afectan?|suben?|danan?|hunden|cuentan) .{2,40}
    """
)
_ITS = r"(?:l[oa]s|que|sus|cuales) casos"
_BEHIND_IT = words_like(
    rf"""
    {_ITS} (?:que )?(?:\w+ ){{0,2}}(?:detras|compon\w+|form\w+|suman?|dan|cuentan|entran|hacen) (?:\w+ ){{0,2}}es[eao]
    (?:casos )?(?:que (?:hay|estan) )?detras de(?:l| es[eao]| est[eao])|de (?:que|cuales) casos sale (?:es[eao]|el)
    {_ITS} (?:de|del|en) (?:es[eao]|ese valor|ese dato|esa cifra)|{_ITS} .{{0,12}}\d{{1,3}} ?%
    """
)
_THAT_ONE = words_like(r"es[ea]|est[ea]|asi|el (?:primero|peor|mejor)|lo (?:mide|lleva|registra)|por ese")


def asks_its_cases(text: str) -> bool:
    """Which cases make a value that was spoken of."""
    said = fold(text)
    is_whole = _ITS_CASES.fullmatch(said) or _ITS_CASES_TOO.fullmatch(said.strip(" ?¿.!"))
    return is_whole is not None or _BEHIND_IT.search(said) is not None


_OF_OUTAGE = words_like(
    r"""
    (?:a que hora|cuando|en cuanto) (?:\w+ )?qued\w+ (?:arregl|list|resuel|restabl|soluc)\w*
    quien(?:es)? (?:l[oa]s? )?(?:atend|respond|tom|cog|resolv|arregl|revis|contest|fue|solucion)\w*
    (?:en )?(?:cuanto|que tan rapid[oa]|que tanto|que tiempo)(?: \w+){0,4}? (?:tom|cog|atend|respond|contest|lleg)\w*
    (?:en )?cuant[oa]s (?:minutos|horas|dias)(?: \w+){0,4}? (?:tom|cog|atend|respond|contest|lleg)\w*
    (?:a que hora|cuando) (?:l[oa]s? |se |fue que )*(?:tom|cog|atend|report|avis|lleg|volvi|restablec|arregl|resolv|cont)\w*
    (?:a que hora|cuando) (?:l[oa]s? |se |fue que )*(?:empez|termin|acab)\w*
    a quien(?:es)? (?:se |l[oe]s? )*(?:llam|avis|despert|busc|marc)\w*|quien(?:es)? (?:\w+ )?(?:avis|report|conto)\w*
    """
)
MAX_WORDS_OF_OUTAGE = 18
LONGEST = words_like(r"mas larga|mas (?:se )?dur\w+|duro mas|peor de todas")
"""Of several outages the one that lasted longest."""
_PLACE = regex(r"\b(?:la|el) (primer|segund|tercer|cuart)[oa]?\b")
_PLACES = ("primer", "segund", "tercer", "cuart")
OTHER_ONE = words_like(r"(?:la|el|l[oa]s) otr[oa]s?|la (?:anterior|previa|de antes)")


def asks_of_outage(text: str) -> bool:
    """Who saw to the outage that was told of, how soon, at what hour, and whom the desk called."""
    said = fold(text)
    return len(said.split()) <= MAX_WORDS_OF_OUTAGE and _OF_OUTAGE.search(said) is not None


def place_among(said: str, many: int) -> int | None:
    """«La primera», of several outages in the order in which they began."""
    found = _PLACE.search(said)
    at = _PLACES.index(found[1]) if found else many
    return at if at < many > 1 else None


def is_of_that_night(text: str) -> bool:
    """«¿Quién estaba de guardia esa noche?»: of what was spoken of."""
    return _THAT_NIGHT.search(fold(text)) is not None


def asks_who_most(text: str) -> bool:
    """«¿Quién ha estado más de guardia?»"""
    return _WHO_MOST.search(fold(text)) is not None


def is_of_that(text: str) -> bool:
    """«¿Por qué está así?», «¿quién responde por ese?»: of the one that is looked at."""
    said = fold(text)
    return len(said.split()) <= MAX_WORDS_OF_THAT and _THAT_ONE.search(said) is not None


def beside_told(text: str) -> Beside | None:
    said = fold(text)
    told = next((what for what, rule in _SAYS if rule.search(said)), None) if len(said) <= MAX_CHARS else None
    if told is not Beside.CALLS and (asks_who_is_on_duty(text) or _GUARD_THEN.search(said)):
        return Beside.DUTY
    return None if told in (Beside.DARK, Beside.LIGHT) and _OF_A_SCREEN.search(said) else told
