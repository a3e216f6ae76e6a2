"""What is ordered of one's own case by what it is about: «cancela el de la impresora», «reábrame lo del correo».

The thing that is named is the case's, and no new report of it.
"""

from enum import StrEnum

from itgov_bot.patterns import regex

from ..folding import plain, words_like

MAX_WORDS = 14
"""What is longer tells something of its own."""


class CaseOrder(StrEnum):
    CANCEL = "cancel"
    CLOSE = "close"
    REOPEN = "reopen"


_ORDERED = r"(?:a|e|an|en|ar|ir|o)(?:me|nos|se)?(?:lo|la|los|las|n)?\b"
"""How an order ends; «cerraron» tells what others did."""
_VERBS: dict[CaseOrder, str] = {
    CaseOrder.CANCEL: r"(?:cancel|anul)",
    CaseOrder.CLOSE: r"(?:cierr|cerr|finali[cz])",
    CaseOrder.REOPEN: r"(?:reabr|vuelv\w* a abr)",
}
_LEAD = (
    r"(?:(?:no|si|ya|ya no|bueno|pues|ay|oiga|oye|mejor|entonces|mire|por favor|porfa|hola|buen[oa]s|dias|tardes|y"
    r"|me|nos|le|les|pueden?|puedes|podrian?|quiero|quisiera|necesito|favor|hay que|que) )*"
)
_CASE = (
    r"(?:(?:el|la|lo|los|ese|esa|mi|este) (?:(?:caso|ticket|reporte|solicitud|requerimiento)(?: (?:ese|mio))? )?(?:del?|que)"
    r"|(?:el|ese|mi|este) (?:caso|ticket|reporte|requerimiento)|(?:la|esa|mi|esta) solicitud)\b"
)
_TAIL = r"(?: (?:por favor|porfa|gracias|y (?:deje|dejen) \w+.*))?"
_OF_A_CASE = {
    order: regex(rf"{_LEAD}{stem}{_ORDERED} {_CASE}(?: \w+){{0,5}}{_TAIL}") for order, stem in _VERBS.items()
}
_CASE_FIRST = {
    order: regex(rf"{_LEAD}{_CASE}(?: \w+){{0,6}}? (?:(?:y|que|pueden|puede|me) )*{stem}{_ORDERED}{_TAIL}")
    for order, stem in _VERBS.items()
}
_NO_ORDER = regex(
    r"\b(?:no (?:me |se |lo )?(?:deja|puedo|permite)|se (?:me )?(?:cerr|cancel)|por que|porque)"
)
"""«No me deja cancelar la solicitud», «se me cierra el de nómina»: it tells of a program."""


_NO_MORE = words_like(
    r"""
    ya no (?:lo |la |los |las |le |se |me |nos )?(?:necesit\w+|ocup\w+|requier\w+|aplica|quier\w+)
    (?:ya )?no (?:hace falta|es necesari[oa])
    ya no (?:va|van|vamos a|voy a)|dejo de (?:ser necesari[oa]|hacer falta)
    """
)


def wants_no_more(text: str) -> bool:
    """«Lo del punto de red ya no hace falta, el pasante renunció»: it is to be cancelled, and nothing works."""
    return _NO_MORE.search(plain(text)) is not None


def case_order(text: str) -> CaseOrder | None:
    """None for whatever is no such order."""
    said = plain(text)
    if len(said.split()) > MAX_WORDS or _NO_ORDER.search(said):
        return None
    for order in CaseOrder:
        if _OF_A_CASE[order].fullmatch(said) or _CASE_FIRST[order].fullmatch(said):
            return order
    return None
