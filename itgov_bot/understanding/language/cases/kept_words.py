"""Answers that the desk keeps: the words to be kept in an order to keep them, and which of them is meant."""

import re

from itgov_bot.patterns import regex

from ..folding import plain, word_set

_QUOTED = regex(r"[«“\"](?P<text>.+?)[»”\"]", re.DOTALL)
_BEHIND = regex(
    r":(?!//|\d)\s*(?P<text>\S.*)|\bdos puntos\s+(?P<then>\S.*)|\s[-–—]\s(?P<dash>\S.*)", re.DOTALL
)
_SAYING = regex(r"\bque (?:diga|dice)(?: que)?\s+(?P<text>\S.*)", re.DOTALL | re.IGNORECASE)
_CALLED = regex(
    r"\b(?:llamada|se llama|con el nombre(?: de)?|titulada"
    r"|(?:respuestas?|plantilla|texto|mensaje|frase)(?: \w+(?: \w+)?)??"
    r" (?:pa(?:ra)?|de(?:l)?|como|sobre|con)(?: lo del?)?(?: (?:el|la|los|las))?)\s+«?(?P<name>[\w ]{2,30}?)»?\s*:",
    re.IGNORECASE,
)
_NO_TITLE = word_set(
    """
    a algun alguna cuando de despues dia el ella en esta este guardar hoy la las lo los luego manana mas me mi mis noche
    nombre otra otro para plantilla pregunten proxima que respuesta rato se siempre tarde todas todos tenerla uno usar
    usarla uso vez voz y ya
    """
)
"""What only says when or by whom it is to be used."""
_NO_NAME = word_set(
    """a al borre borra borrar borrala borrelo bote bota con cual cuando de del descarte descarta deje dejar desde el
    ella elimine elimina eliminar eliminela ese esa eso este esta esto favor frase guarda guardada guardadas guardado
    guardados hay la las lista listas lo los mala mas me mensaje mensajes mi necesito no nuestra para pa plantilla
    plantillas por porfa que quiero quite quita quitar quitala quitela rapida rapidas respuesta respuestas retire
    retirar saca saque sacala sacar se sera ser si sirve su suprima texto textos todas todo tener tenemos tengo un
    una usa use uses usen va ver ya y"""
)


_NAMED = regex(
    r"(?:con )?(?:(?:la|el|una|esa) (?:respuestas?|plantilla|texto|mensaje)(?: (?:guardad[oa]|list[oa]|rapid[oa]))*"
    r" (?:del?|para|sobre|que dice|llamad[oa])|(?:la|el) (?:guardad[oa] )?(?:del?|que dice))"
    r"(?: (?:el|la|los|las))? (?P<label>\w+(?: \w+){0,5})"
)


def kept_named(text: str) -> str | None:
    """How a kept answer is called that is to be sent: «la de reinicio», «con la respuesta de clave restablecida»; None
    where these are words of their own."""
    found = _NAMED.fullmatch(plain(text))
    return found["label"] if found else None


def text_to_keep(text: str) -> str:
    """What stands in quotes or behind a colon, with the name that it was given before it; empty where nothing does."""
    named = _CALLED.search(text)
    found = _BEHIND.search(text) or _QUOTED.search(text) or _SAYING.search(text)
    said = next((one for one in found.groupdict().values() if one), "").strip() if found else ""
    said = said.strip('«»“”" ')
    title = named["name"].strip() if named else ""
    return f"{title}: {said}" if said and set(plain(title).split()) - _NO_TITLE else said


def words_of_kept(text: str) -> frozenset[str]:
    """What an answer that is kept may be told by: «borre la del tóner» → toner."""
    return frozenset(plain(text).split()) - _NO_NAME
