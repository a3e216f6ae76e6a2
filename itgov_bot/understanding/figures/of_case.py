"""What is asked of the case that is before a manager: who has it, why it stands still, of whom and of where it is."""

import re
from enum import StrEnum

from itgov_bot.patterns import regex
from itgov_bot.understanding.language.folding import fold, words_like

from .pointed import LEAD

MAX_WORDS = 9


class OfIt(StrEnum):
    """What is asked of a case."""

    STANDS = "stands"
    """Who has it, since when, how long it has been open."""
    WHY = "why"
    """Why it stands still: which nobody wrote down."""
    TOLD = "told"
    """All that happened."""
    PLACE = "place"
    """Of which dependencia and site it is."""
    PERSON = "person"
    """Who told of it."""
    DONE = "done"
    """Something is to be done with it."""


_SO = (
    r"(?: (?:ya|asi|abiert[oa]|cerrad[oa]|resuelt[oa]|pendiente|esperando|espera|en|la|fila|cola|sin|atender|resolver"
    r"|parad[oa]|tomar|es[eoa]|este|el|caso|ahora|hoy|entonces|de|tiempo|dias|atendiendo|viendo|resolviendo|trabajando|tener"
    r"|dueno|tiene|lleva|tenga|cogio|cogido|tomo|tomado|ha|han|atendido|atiende|esta))*"
)
"""What else is said of how a case stands; any other word is of something else."""
_THIS = r"(?:es[ea]|est[ea]|el|la|eso|es[ea] caso|est[ea] caso)"
_PLACE = r"(?:sede|dependencia|oficina|secretaria|edificio|area|lugar|parte)"
_OF_IT: tuple[tuple[OfIt, re.Pattern[str]], ...] = (
    (
        OfIt.PLACE,
        words_like(
            rf"""
            (?:{_THIS} )?(?:es )?(?:de|en|a) (?:que|cual) {_PLACE}(?: \w+){{0,3}}
            (?:{_THIS} )?(?:de )?donde (?:es|fue|queda|viene|paso|salio)(?: {_THIS})?(?: caso)?
            (?:que|cual) {_PLACE} (?:es|lo \w+|tiene)
            """
        ),
    ),
    (
        OfIt.PERSON,
        words_like(
            rf"""
            quien(?:es)? (?:l[oa]s? |nos )?(?:report|puso|pus|abri|pidi|solicit|llam|radic|cre|cont)\w*(?: {_THIS})?
            (?:{_THIS} )?de quien (?:es|fue)(?: {_THIS})?|(?:quien|como) (?:es|se llama) (?:el|la) (?:usuari|solicitant)\w+
            """
        ),
    ),
    (
        OfIt.WHY,
        words_like(
            r"""
            por ?que(?: (?:fue|paso|eso|asi|seria))?
            por ?que (?!.*\b(?:roj|cumpl|meta|dat|baj|sub|cambi))(?:nadie|no|todavia|aun|sigue|esta|se ha)\b(?: \w+){0,6}
            por ?que (?:\w+ ){0,3}(?:demor\w+|tard\w+|parad[oa]|quiet[oa]|asi)(?: tanto| mucho)?
            """
        ),
    ),
    (
        OfIt.STANDS,
        words_like(
            rf"""
            quien (?:l[oae] |se l[oa] )?(?:tiene|lleva|atiende|atendio|cogio|tomo|resolvio|cerro|esta|anda){_SO}
            a quien (?:se )?(?:l[oe] )+\w+|(?:ya )?l[oa] (?:tiene|cogio|tomo|atendio) (?:alguien|alguno)
            (?:alguien|nadie) (?:ya )?(?:l[oa]|se){_SO}|ya (?:tiene|hay) (?:dueno|quien|alguien){_SO}
            (?:desde cuando|hace cuanto){_SO}(?: (?:l[oa]|se) \w+)?
            cuant[oa]s?(?: tiempo| dias)? (?:lleva|tiene|hace|ha estado){_SO}
            cuando (?:l[oa] |se )?(?:abri|lleg|entr|report|tom|cog|asign|pid|puso|resolvi|cerr)\w*
            """
        ),
    ),
    (
        OfIt.TOLD,
        words_like(
            r"""
            que (?:le |se )?(?:l[eo] )?(?:han?|hemos) hecho|que (?:le )?(?:ha pasado|paso)|en que (?:va|quedo|anda|esta)
            (?:toda )?(?:la |su )?historia(?:l)?|como (?:va|sigue|quedo)(?: eso| ese)?
            """
        ),
    ),
)
_DOES = (
    r"(?:(?:re)?asign|pas|d[eia]|mand|cierr|cerr|resuelv|resolv|prioric|prioriz|escal|pong|cancel|tom|anul|devuelv|reabr"
    r"|atiend|apur|muev|cambi)"
)
_DONE = regex(
    rf"(?:(?:por favor|quiero que|necesito que|que|hay que) )?(?:{_DOES}\w*?(?:selo|sela|lo|la)|l[oa] {_DOES}\w*)"
    r"(?: (?:a|al|como|para|pa|ya|hoy|de|con|urgente|rapido|primero|en)\b.{0,40})?"
)


def asked_of_it(text: str) -> OfIt | None:
    """What is asked of the case that is before them."""
    said = re.sub(rf"^{LEAD}", "", fold(text)).strip(" ¿?¡!.")
    if len(said.split()) > MAX_WORDS:
        return None
    first, _, second = said.partition(" y ")
    told = _told_of_it(said) or (_told_of_it(first) if _told_of_it(second) else None)
    return told or (OfIt.DONE if _DONE.fullmatch(said) else None)


def _told_of_it(said: str) -> OfIt | None:
    return next((what for what, rule in _OF_IT if rule.fullmatch(said)), None)
