"""What is to be taken away as a file: whether of cases or of indicators, in which format, by which way."""

import re

from itgov_bot.patterns import regex
from itgov_bot.understanding.language.folding import fold, words_like
from itgov_bot.understanding.language.request_type import tells_a_fault

from .asked import Wanted
from .orders import ORDERS

SENDS_AS_FILE = words_like(
    r"(?:pero|lo mismo|eso|esto|ese|esa|todo|lo|me lo|mandem\w*|mandam\w*|pasem\w*|pasam\w*|enviem\w*) .{0,25}"
    r"(?:en|a|como) (?:un )?(?:excel|xlsx?|csv|pdf|archivo|hoja de calculo|documento)"
)
"""«Eso en Excel»: short as it is, it asks for nothing else."""
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


_OF_KIND = words_like(
    r"(?:l[oa]s|solo) (?:(?:casos )?(?:de|del) )?(?:soporte )?(?:de )?(?:hardware|software)"
)
_BEGINS_ANEW = regex(
    r"^\W*(?:cuant|cual|como|quien|que|casos|tickets|indicador|kpi|informe|reporte|el informe|el reporte)"
)


_DRAWN = words_like(r"grafic\w+|imagen|dibujo|tablero|pantalla")


def is_of_kind(text: str) -> bool:
    """«Los de hardware en Excel» are the cases of it, as no file of indicators is of one alone."""
    return _OF_KIND.search(fold(text)) is not None


def may_go_on(text: str) -> bool:
    """Whether it can be more of the same file, and is no question or wish of its own."""
    said = fold(text)
    return _BEGINS_ANEW.match(said) is None and _DRAWN.search(said) is None


_FILE = words_like(r"excel|xlsx?|csv|archivos?|hoja (?:de calculo|electronica)")
_TO_HAVE = words_like(
    r"(?:(?:d[ae]|mand|envi|pas|gener|baj|descarg|sac|export|regal|compart)\w*|necesito|quiero|quisiera|puede[ns]?) .*"
    r"|(?:los )?(?:casos|tickets) .*en (?:excel|csv|un archivo)"
)
_EXPORTS = regex(r"(?:(?:por favor|porfa|quiero|necesito|me) )*(?:export|descarg)\w*\b")


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


_OF_FILES = words_like(
    r"""
    (?:export|descarg|mand|envi|gener|baj|sac|saqu|regal|compart|pas[ae])\w*|necesito|quiero|quisiera|d[ae]me\w*|mejor|solo
    excel|xlsx?|csv|pdf|pedeefe|archivos?|documentos?|planos?|hojas?|calculo|formato|indicador(?:es)?|kpis?
    """
)


_COLUMNS = {
    "Urgente": regex(r"\b(?:solo )?(?:(?:los|las|casos) )*urgen(?:te|tes|cia|cias)\b", re.IGNORECASE),
    "Caída": regex(r"\b(?:solo )?(?:las? )?ca[ií]das?\b", re.IGNORECASE),
}
"""What no file is made of alone: a column of it tells it."""


def column_told(text: str) -> tuple[str, str]:
    """The column that what is asked for stands in, and the text without it; «» where there is none."""
    name = next((name for name, words in _COLUMNS.items() if words.search(text)), "")
    return name, _COLUMNS[name].sub("", text) if name else text


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
