"""What is said in the middle of recording that is no answer: a question, to drop it, another value."""

import re

from itgov_bot.domain.indicators import Count

from ..figures import Advance, Figure, NothingToMeasure, Percentage, Ratio, read_advance, without_denied
from ..folding import fold
from ..questions import is_question

MAX_WORDS = 12
"""Who says more writes a note."""
_OPENING = r"\W*(?:(?:ay|uy|no|ah|perdon|disculpe|espere|espera|oiga|oye|un momento|una pregunta|pero|antes|y|bueno)\W+)*"
_ASKS = re.compile(
    rf"{_OPENING}(?:cual(?:es)?|cuant\w+|(?:a|de) quien(?:es)?|quien(?:es)? (?:esta|es|son|mas|puede|responde|lo|la)"
    r"|que (?:meta|formula|valor|dato|significa|periodo|hago|tengo|es|pasa|(?:me|nos) (?:toca|falta))"
    r"|como (?:se|va[n]?|vamos|quedo|iba|hago)"
    r"|se puede|puedo)\b"
)
_DROPS = re.compile(
    rf"{_OPENING}(?:(?:mejor|ya|dejelo asi|deje asi|deje eso)\W+)*"
    r"(?:borr(?:e|elo|ela|eme|ar|arlo)|anul(?:e|elo|ar|arlo)|cancel(?:e|elo|ar|arlo)|descart(?:e|elo|ar)"
    r"|olvid(?:elo|emoslo)|no (?:lo |la )?(?:registre|guarde|mande|envie|quiero registrar)\w*)\b"
)
_CUE = re.compile(
    rf"{_OPENING}(?:(?:en realidad|mejor|corrijo|correccion|me equivoque|digo|dije mal|(?:quedo|conte|sume|puse) mal)\W+)*"
    r"(?:(?:cambi\w+|corrij\w+|pong\w+|anot\w+)(?:le)? (?:(?:el|la) )?(?:valor|dato|cifra)?\W*(?:a |por )?)?"
    r"(?:(?:era[n]?|son|es|fueron|fue|dio|quedo en)\s+)?"
)
_NOTE = re.compile(
    r"\W{0,9}(?:(?:y|que|tambien)\W+)*(?:(?:va|queda|quede|deje(?:lo)?|ponga(?:le)?|agregue(?:le)?|anote(?:le)?)\W+)?"
    r"(?:con |como )?(?:la |una |de )?nota\b\W*(?:de |que |diciendo )*\S.{6,}"
)
_WHO = re.compile(
    r"\bquien(?:es)? (?:mas )?(?:(?:puede|responde|registra|sube|reporta)n?|es (?:el|la) (?:responsable|dueno))\b"
)
_VALUE_ALONE = re.compile(
    r"(?:\d[\d.,]*(?:\s*(?:de|/|sobre)\s*(?:los |las )?\d[\d.,]*)?\s*(?:%|por ?ciento)?)\W*"
)
_ANNOUNCES = re.compile(
    r"\W*(?:(?:ya|ahora|ahorita|ahi|aqui|aca|enseguida|le|les|te|lo|la|se|voy a|quiero)\W+)*"
    r"(?:mand|envi|adjunt|anex|pas|sub|carg)(?:o|ar|amos|are|e)\b"
)
_OF_EVIDENCE = re.compile(
    r"\b(?:soportes?|evidencias?|actas?|anexos?|documentos?|archivos?|fotos?|enlaces?|firmas?)\b"
)


def asks_beside(text: str) -> bool:
    """«Espere, ¿cuál es la meta?», «oiga y quién está de guardia»: nothing of it is kept as an answer."""
    said = fold(text)
    return "http" not in said and ("?" in said or "¿" in said or _ASKS.match(said) is not None)


def drops(text: str) -> bool:
    """«Bórrelo, que era del 2024»."""
    return len(text.split()) <= MAX_WORDS and _DROPS.match(fold(text)) is not None


def note_told(text: str) -> str:
    """«Va con la nota de que faltó una auditoría»: what is to be noted, at whatever question; else nothing."""
    found = _NOTE.match(fold(text))
    return text.strip() if found else ""


def asks_who(text: str) -> bool:
    """«¿Quién más puede subirlo?»: whose the indicator is."""
    return _WHO.search(fold(text)) is not None


def is_of_evidence(text: str) -> bool:
    """Speaks of what shows a value, and tells none: «todavía no hay soporte»."""
    return _OF_EVIDENCE.search(fold(text)) is not None and not re.search(r"\d", text)


def announces_evidence(text: str) -> bool:
    """«Mando el acta»: it is still to come."""
    return _ANNOUNCES.match(fold(text)) is not None


def value_instead(text: str, count: Count | None) -> Advance | None:
    """Another value than the one that was told: «en realidad eran 28 de 30», «mejor 46», «47/50». A number alone is the
    first of the two that were told, or else per cent. None for other words."""
    said = without_denied(fold(text)).strip(" .!")
    cue = _CUE.match(said)
    rest = said[cue.end() :] if cue else said
    if len(said.split()) > MAX_WORDS or is_question(text) or not _VALUE_ALONE.fullmatch(rest):
        return None
    match read_advance(rest):
        case Figure(number) if count and count.denominator:
            return Ratio(number, count.denominator)
        case Figure(number):
            return Percentage(number)
        case NothingToMeasure():
            return None
        case told:
            return told
