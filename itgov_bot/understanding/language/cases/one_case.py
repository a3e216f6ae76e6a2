"""Which case is meant, and what is said of it as a whole: how it goes, why it is over, that it is given back."""

import re
from enum import StrEnum

from itgov_bot.patterns import regex

from ..figures import CASE_NUMBER
from ..folding import plain, word_set, words_like
from ..request_type import tells_a_fault
from .who_comes import IT, LEAD

_ASKS_AFTER = regex(
    rf"{LEAD}lo de(?:l| la| los| las| el| mi)? (?:\w+ ){{1,3}}?(?:en que|como) (?:va|quedo|esta|anda)"
    rf"|{LEAD}(?:en que|como) (?:va|quedo|esta|anda) lo de(?:l| la| los| las| el| mi)? \w+(?: \w+){{0,2}}"
    r"|y lo de(?:l| la| los| las| el| mi)? \w+(?: \w+)?"
)
_WHY_CANCELLED = regex(
    rf"{LEAD}(?:por que|porque|quien|como asi que) (?:fue que )?(?:me |nos |lo |la |los ){{0,3}}"
    r"(?:cancelaron|cancelo|anularon|cerraron sin)\b"
)
_ADD_VERB = regex(r"(?:agreg|anad|adicion|anot|complet|corrij|correg|edit|modific|actualiz|aument)\w*$")
_ADDING = word_set(
    """a al algo caso casos como con de del dato datos deseo detalle el en es favor hago hola informacion la lo los
    mas me mi mensaje mis necesito nota numero otra otro para por porfa puedo q que quiero quisiera requerimiento
    reporte se solicitud ticket un una unas unos y cosa cosas comentario ponerle poner buenas buenos dias tardes"""
)
MIN_ADDED_WORDS = 2
"""Words of what is to be added, beside those that ask to add it."""
_NUMBER = regex(rf"\b{CASE_NUMBER}\b|(?<=\bcaso )#?\d{{1,6}}\b", re.IGNORECASE)


_SEEN = (
    r"(?: (?:ya |si |no )*(?:l[oa]s? |me )*(?:vieron|revisaron|miraron|tomaron|tienen|atienden|atendieron|arreglaron"
    r"|resolvieron|va|van|esta|estan|quedo|quedaron|anda|andan|como va|como van|en que va|en que van|que paso))?"
)
_MANY = (
    r"(?:l[oa]s|mis|es[oa]s|est[oa]s)"
    r" (?:(?:otr[oa]s )?(?:dos|tres|cuatro|cinco|casos?|cosas|reportes|demas)|otr[oa]s|reportes|solicitudes)"
)
_HOW = r"(?:como|en que) (?:va|van|anda|andan|estan?|quedo|quedaron|siguen?)"
_ALL = regex(
    rf"{LEAD}(?:{_HOW} {_MANY}|(?:y )?{_MANY}{_SEEN})(?: (?:mios|casos|cosas|que abri|que reporte|gracias|por favor))*"
)
_THE_OTHER = regex(
    rf"{LEAD}(?:{_HOW} (?:el|la|lo) otr[oa](?: caso| reporte)?|(?:y )?(?:el|la|lo) otr[oa](?: caso| reporte)?{_SEEN})"
)
_AND_THAT = regex(r"(?:y|entonces) (?:el|la|los|las|lo del?)(?: la)? (?P<it>\w+(?: \w+)?)")


class Asks(StrEnum):
    """Which of their cases somebody asks after who has spoken of one."""

    ALL = "all"
    OTHER = "other"
    NAMED = "named"
    """«¿Y la impresora?»: it may be a new matter as well."""


def others_asked(text: str) -> Asks | None:
    """«¿Cómo van los dos?», «¿y el otro?», «¿y la impresora?»."""
    said = plain(text)
    if _THE_OTHER.fullmatch(said):
        return Asks.OTHER
    if _ALL.fullmatch(said):
        return Asks.ALL
    return Asks.NAMED if "?" in text and _AND_THAT.fullmatch(said) else None


_WAITED_FOR = words_like(
    r"""
    (?:lo|la|los|las) del? (?:\w+ )?(?!caso|casos|ticket|solicitud|reporte|mes|dia)[a-z]{4,}
    (?:arregl|instal|cambi|revis|repar|traig|tra[ei]|pong|configur|habilit|desbloque)\w* (?:el|la|los|las|mi|un|una) \w+
    """
)


def waits_for_a_thing(text: str) -> bool:
    """«Llevo días esperando lo del escáner», «nadie ha venido a arreglarme la impresora»; not «¿cómo va lo de mi caso?»."""
    return _WAITED_FOR.search(plain(text)) is not None


_GIVES_BACK = regex(
    rf"{LEAD}(?:(?:me equivoque|fue sin querer|mejor|entonces) )*(?:no (?:yo )?{IT} (?:tomo|atiendo|cojo|asumo)"
    r"|suelt\w+|(?:lo|la|los) (?:devuelvo|suelto|regreso|dejo libre)|devuelv(?:a|e)(?:lo|la|melo)"
    r"|que (?:lo|la) (?:tome|atienda|coja) (?:otro|otra|alguien mas))"
    r"(?: a la (?:fila|cola|mesa))?(?: por favor| porfa| gracias)?"
)


def gives_back(text: str) -> bool:
    """«Me equivoqué, no lo tomo», «suéltalo», «lo devuelvo a la fila»: of who has a case."""
    return "?" not in text and _GIVES_BACK.fullmatch(plain(text)) is not None


def asks_after(text: str) -> bool:
    """«Lo de la impresora en qué va», «¿y lo del correo?»: one thing of several that may be going on."""
    return _ASKS_AFTER.fullmatch(plain(text)) is not None


def asks_why_cancelled(text: str) -> bool:
    """«¿Por qué me lo cancelaron?»"""
    return _WHY_CANCELLED.match(plain(text)) is not None


def tells_what_to_add(text: str) -> bool:
    """«Agréguele que es en el segundo piso», and not «quiero agregar algo a mi caso»."""
    left = [word for word in plain(text).split() if word not in _ADDING and not _ADD_VERB.match(word)]
    return len(left) >= MIN_ADDED_WORDS


def mentioned_number(text: str) -> str | None:
    """The number of a case as it stands in a sentence: «el SAUS-2026-12 sigue igual», «caso 12»."""
    found = _NUMBER.search(text)
    return found[0] if found else None


def mentioned_numbers(text: str) -> list[str]:
    """Every whole number of a case in a text, each once, in its order."""
    return list(dict.fromkeys(found[0] for found in _NUMBER.finditer(text) if found[0][0] in "sS"))


_KEPT = r"(?:abiert[oa]|viv[oa]|como estaba|quiet[oa]|en pie|activ[oa]|mejor)"
_STILL_WANTED = (
    rf"(?:dej(?:e|en|a)(?:lo|la|melo|mela|nlo|nla)(?: {_KEPT})?|(?:no|nunca) (?:me )?(?:lo|la) (?:cancel|cierr|borr|anul)en?"
    r"|(?:si|siempre|todavia|aun)(?: si)? (?:lo|la) (?:necesito|necesitamos|quiero)"
    r"|me arrepenti|cambie de (?:idea|opinion)|no (?:lo |la )?(?:queria|era para|debi) cancelar\w*)"
)
_AFTER_ALL = regex(
    rf"{LEAD}(?:(?:mejor|siempre|al final|mentira|espere|espera|perdon|no|si|que|de una|ya lo pense) )*{_STILL_WANTED}"
    rf"(?: (?:si|no|que si|por favor|porfa|gracias|el caso|la solicitud|ese caso|pues|{_STILL_WANTED}))*"
)
"""«Mejor sí, déjelo abierto», right after it was cancelled."""


def wants_it_after_all(text: str) -> bool:
    return _AFTER_ALL.fullmatch(plain(text)) is not None


MAX_POINTING = 6
_POINTS = regex(
    r"(?:(?:mire|mira|vea|ve|hola|ahi|aqui|aca|buen[oa]s|dias|tardes|listo|ya|le|les|te|va|esta|mando|envio|adjunto|y) )*"
    r"(?:est[eao]s?|es[eao]s?|asi|aqui|ahi|aca|mire|vea|la foto|foto)\b"
)


_SHOWS = regex(
    r"(?:(?:mire|mira|vea|ahi|aqui|aca|listo|ya|le|les|va|esta|este|es|mando|envio|adjunto|el|la|los|las|un|una|y) )*"
    r"(?:foto|pantalla|pantallazo|captura|imagen|mensaje|aviso|error|serial|placa|etiqueta|documento|soporte|evidencia)s?"
    r"(?: (?:del?|de la|que (?:me |nos )?(?:sale|pidio|piden|pidieron|aparece)) ?\w*)*"
)
"""«La pantalla del error», «foto de la placa»: what a picture shows, which tells of no fault by itself."""


def points_at_file(text: str) -> bool:
    """«Este es el equipo», «así sale», beside a picture: it tells of nothing by itself."""
    said = plain(text)
    is_pointed = _SHOWS.fullmatch(said) or (_POINTS.match(said) and not tells_a_fault(text))
    return len(said.split()) <= MAX_POINTING and bool(is_pointed)
