"""What an agent writes for a solution: what was done, or rather why nothing was, a delay, or a word to a colleague."""

import re

from itgov_bot.patterns import regex

from ..folding import plain, words_like
from .for_person import speaks_to_person
from .handled import kind_told, way_told

_DONE = r"""
    qued(?:o|aron)|ya (?:esta|estan|sirve|funciona|imprime|abre|entra|prende|salio|volvio|se pudo)|operativ\w+|normalidad
    (?:reinici|cambi|configur|reconfigur|instal|reinstal|desinstal|actuali[zc]|limpi|arregl|repar|reempla[zc]|restablec)\w*
    (?:habilit|activ|desbloque|cre|ajust|conect|corr[ei]g|elimin|borr|migr|recuper|entreg|solucion|liber|funcion|verifi)\w*
    """
_FIXED = words_like(_DONE)
_TOLD = words_like(
    _DONE
    + r"""
    se (?:le |les |lo |la )?\w+(?:o|aron|ieron)
    (?:era|eran|fue|estaba|tenia|faltaba|hacia falta|no habia|no era|no estaba) .+
    (?:le|les|lo|la) (?:\w+[ei]|hice|puse)|con (?:un|una|el|la|los|las) .+
    por (?:el )?(?:usuario|solicitante|proveedor)
    (?:hice|puse|di|pude|explique|capacit\w+|indique|oriente) .+|prob(?:e|amos)|revis(?:e|amos)
    """
)
_NOT = (
    r"(?:(?:no|nunca|jamas|tampoco|ni)"
    r"(?:\ (?:se|me|nos|le|lo|la|ha|han|(?:volvio|volvieron|vuelto)\ a|quiso|quisieron))*)"
)
_NONE_FOUND = regex(
    rf"""
    (?:(?:ya|que|porque|pues|es\ que|el|la|esa?|este|esta|usuari[oa]|senora?|funcionari[oa]|doctora?)\ )*
    (?: {_NOT}\ (?:contest|respond|aparec|llam|escrib|atend|atiend|firm|autoriz|envi|mand|dej|asist
          |insist|report|recib|colabor)(?:a|e|o|an|en|io|[aei]r|aron|ieron)?\b
      | {_NOT}\ (?:dio|da|dan|dieron|estuvo|hubo|hay|procede|aplica|corresponde|compete)\b
      | no\ (?:es\ (?:de|para|tema|asunto|competencia)|nos\ (?:toca|corresponde|compete))\b.*
      | (?:no|ya\ no)\ (?:l[oa]s?\ )?(?:necesit|requier|quier|us|trabaj|labor|exist)\w*
      | (?:ya\ )?no\ (?:va|van|aplica)(?!\ a\b)(?:\ mas)?\b
      | se\ (?:(?:jubil|retir|pension|traslad|arrepint|desist|muri)\w*|fue\ del?)
      | (?:desisti|renunci|fallec|muri)\w*\b
      | sin\ (?:solucion|resolver|solucionar|respuesta|arreglo|contacto|atender|repuesto|presupuesto|garantia)\b
      | (?:por|falta\ de)\ (?:inactividad|abandono|respuesta|presupuesto|garantia|repuestos?)\b
    )""",
    re.VERBOSE,
)
_DELAY = words_like(
    r"""
    (?:un|deme un|dame un|deme|espere un|espera un) (?:segund\w*|moment\w*|minut\w*|ratic?o|tantico|chance)
    esper(?:e|a|ar|eme|ame|en|ese)|aguant(?:e|a|eme|ame)|ya (?:voy|vamos|subo|bajo|paso|llego|le aviso|casi|mismo)
    (?:ahora|ahorita|luego|despues|mas tarde) (?:voy|subo|bajo|paso|l[oae]s?|te|me|vemos)
    estoy (?:en|mirando|revisando|viendo|ocupad[oa]|haciendo|probando|esperando|subiendo|bajando)
    voy (?:subiendo|bajando|en camino|a .+)|(?:en|dentro de) (?:un rato|un ratico|un momento|\d+ minutos|media hora)
    todavia no|aun no|falta\b(?! de).*|pendiente\b.*|manana (?:voy|le|lo|la|subo|paso)
    """
)
_SPEAKS = regex(
    r"^(?:hola|oiga|oye|parce\w*|mij[oa]|mano|jef[ea]|compa|hermano|companer[oa]s?|muchach[oa]s|quien|alguien|alguno|que)\b"
    r"|\b(?:le digo|digame|pregunt\w+|avis(?:e|a|eme|ame)|llam(?:e|a|eme|ame|enlo|enla))\b"
)


def tells_no_solution(text: str) -> bool:
    """Why it is closed without one: nobody answers, nobody needs it any more, it is not the desk's."""
    said = plain(text)
    return _NONE_FOUND.match(said) is not None and _FIXED.search(said) is None


def may_be_solution(text: str) -> bool:
    """Whether it tells what was done or what it was, in however few words: no question, delay or word to somebody does."""
    said = plain(text)
    if "?" in text or tells_no_solution(text) or _SPEAKS.search(said) or _DELAY.search(said):
        return False
    return bool(_TOLD.search(said) or kind_told(text) or way_told(text))


WORK = words_like(
    r"""
    era|eran|fue|fueron|estaba|tenia|toco|hubo|habia|faltaba|se (?:le |les |lo )?\w+(?:o|aron|ieron)|le \w+[ei]|lo \w+[ei]
    \w+(?:amos|imos)|cambio de|con (?:un|el|la)|desde|ya (?:le|les|la|lo) \w+|confirmo|estoy|puse|hice
    (?:reinici|cambi|limpi|instal|reinstal|desinstal|actualic|conect|configur|ajust|cre|resete|desbloque|habilit|activ|mand|quit|revis|prob|arregl|dej)[eo]
    """
)
"""What was done: «ya quedó» alone may be said to whoever waits for it."""
_REPAIR = regex(
    r"(?:ya |listo |ok )*se (?:le |les |lo |la )?\w+(?:o|aron|ieron) .*\b(?:quedo|quedaron|funciona|imprime|solucionado)\b.*"
)


def tells_of_repair(text: str) -> bool:
    """«Se le cambió el tóner y quedó»: how it was solved, told as in a report; it may be for whoever waits, too."""
    said = plain(text)
    return _REPAIR.fullmatch(said) is not None and not speaks_to_person(said)


def tells_of_work(text: str) -> bool:
    """What was done, in whatever words."""
    return "?" not in text and WORK.search(plain(text)) is not None
