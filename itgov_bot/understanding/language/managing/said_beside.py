"""What is said in the middle of recording that is no answer: a question, to drop it, another value, that one
was wrong."""

import re
from dataclasses import dataclass

from itgov_bot.domain.indicators import Count
from itgov_bot.patterns import regex

from ..figures import in_digits
from ..folding import fold
from ..questions import is_question
from .advance import Figure, Percentage, Ratio, read_advance, without_denied
from .recording import ADVANCE

MAX_WORDS = 12
"""Who says more writes a note."""
_OPENING = (
    r"\W*(?:(?:ay|uy|no+|si|ah|perdon|disculpe|espere|espera|oiga|oye|un momento|una pregunta|pero|antes"
    r"|y|bueno)\W+)*"
)
_ASKS = regex(
    rf"^{_OPENING}(?:cual(?:es)?|cuant\w+|(?:a|de) quien(?:es)?|quien(?:es)? (?:esta|es|son|mas|puede|responde|lo|la)"
    r"|que (?:meta|formula|valor|dato|significa|periodo|hago|tengo|es|pasa|(?:me|nos) (?:toca|falta))"
    r"|como (?:se|va[n]?|vamos|quedo|iba|hago)"
    r"|se puede|puedo)\b|\b(?:cual|cuanto|quien) (?:es|era|fue)\W*$"
)
_DROPS = regex(
    rf"^{_OPENING}(?:(?:mejor|ya|dejelo asi|deje asi|deje eso)\W+)*"
    r"(?:borr(?:e|elo|ela|eme|ar|arlo)|anul(?:e|elo|ar|arlo)|cancel(?:e|elo|ar|arlo)|descart(?:e|elo|ar)"
    r"|dej(?:elo|emoslo)(?! asi| como| tal| en\b)|olvid(?:elo|emoslo)|(?:entonces|mejor|pues|bueno|no)\W+nada"
    r"(?:\W+(?:despues|luego|gracias|mas tarde|por ahora))*\W*$"
    r"|no (?:lo |la )?(?:registre|guarde|mande|envie|quiero registrar)\w*)\b"
)
_CUE = regex(
    rf"{_OPENING}(?:(?:en realidad|mejor|corrijo|correccion|me equivoque|digo|dije mal|(?:quedo|conte|sume|puse) mal)\W+)*"
    r"(?:(?:cambi\w+|corrij\w+|pong\w+|anot\w+|dej\w+|qued[ae]\w*|pas[ae]\w*)(?:le)? (?:mejor )?(?:(?:el|la) )?"
    r"(?:valor|dato|cifra)?\W*(?:a |por |en |con |como )?)?"
    r"(?:(?:era[n]?|son|es|fueron|fue|dio|quedo en|qued[ae] en|deben? ser|debe decir)\s+)?"
    r"(?:(?:el |un )(?=\d[\d.,]*\s*(?:%|por ?ciento)))?"
)
_WHO = regex(
    r"\bquien(?:es)? (?:mas )?(?:(?:puede|responde|registra|sube|reporta|corrige|cambia|lleva)n?"
    r"|es (?:el|la) (?:responsable|dueno))\b"
)
_VALUE_ALONE = regex(
    r"(?:\d[\d.,]*(?:\s*(?:de|/|sobre|entre)\s*(?:los |las )?\d[\d.,]*)?\s*(?:%|por ?ciento)?)\W*"
    r"(?:(?:mejor|entonces|ya|en realidad|mas bien|no mas|por favor|porfa|gracias)\W*)*"
)
_WHY = regex(
    r"\s*[,;.:]\s+(?=\D)|\s+(?:porque|por que|xq|pq|ya que|pues|es que|que|por(?! ?cien))\s+",
    re.IGNORECASE,
)
"""What may stand between another value and why it is another."""
_MISTAKEN = regex(
    r"\bme equivoque\b|\b(?:di|dije|puse|conte|sume|registre|escribi|reporte|mande|quedo|esta) (?:el dato |el valor )?mal\b"
)
MIN_WHY_LETTERS, MIN_WHY_WORDS = 8, 2


def asks_beside(text: str) -> bool:
    """«Espere, ¿cuál es la meta?», «oiga y quién está de guardia»: nothing of it is kept as an answer."""
    said = fold(text)
    return "http" not in said and ("?" in said or "¿" in said or _ASKS.search(said) is not None)


def drops(text: str) -> bool:
    """«Bórrelo, que era del 2024»."""
    return len(text.split()) <= MAX_WORDS and _DROPS.match(fold(text)) is not None


def asks_who(text: str) -> bool:
    """«¿Quién más puede subirlo?»: whose the indicator is."""
    return _WHO.search(fold(text)) is not None


@dataclass(frozen=True, slots=True)
class Instead:
    """Another value than the one that was told; `why`, in their words, "" where they did not say."""

    value: Ratio | Percentage
    why: str = ""


def value_instead(text: str, count: Count | None) -> Instead | None:
    """«En realidad eran 28 de 30», «mejor déjelo en 92 %, contaron dos más», «47/50». A number alone is the first of the two
    that were told, or else per cent. None for other words."""
    if is_question(text):
        return None
    for found in _WHY.finditer(text):
        why = text[found.end() :].strip(" ,.;")
        if _is_why(why) and (value := _value_alone(text[: found.start()], count)):
            return Instead(value, why)
    head, _, last = text.rpartition(", ")
    is_put_right = head and _MISTAKEN.search(fold(head))  # «espere, le di mal el dato, 63,5»
    value = _value_alone(text, count) or (_value_alone(last, count) if is_put_right else None)
    return Instead(value) if value else None


def _is_why(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= MIN_WHY_LETTERS and len(text.split()) >= MIN_WHY_WORDS


def _value_alone(text: str, count: Count | None) -> Ratio | Percentage | None:
    said = in_digits(without_denied(fold(text))).strip(" .!")
    cue = _CUE.match(said)
    rest = said[cue.end() :] if cue else said
    if len(said.split()) > MAX_WORDS or not _VALUE_ALONE.fullmatch(rest):
        return None
    match read_advance(rest):
        case Figure(number) if count and count.denominator and not count.denominator < number <= 100:
            return Ratio(number, count.denominator)
        case Figure(number):
            return Percentage(number)
        case Ratio() | Percentage() as told:
            return told
        case _:
            return None


_BARE_FIGURE = regex(
    r"\b(?P<verb>era|eran|es|son|fue|fueron)\s+(?P<figure>\d[\d.,]*)(?!\s*(?:de|/|%|por|\d))"
)
_CAME_TO = regex(rf"{ADVANCE.pattern}|\b(?:era|eran|es|son|fueron)\s+\d")
_VALUE_ASKED = regex(
    r"\b(?:cuanto (?:(?:nos )?(?:habia|habiamos) \w+|dio|fue|quedo|salio|teniamos|tenia|era|hubo|reporte|registre|pusimos"
    r"|puse)|que (?:valor|dato) \w+"
    r"|como (?:quedo|iba|estaba|nos fue))\b"
)
_BARE = regex(
    r"(?:(?:como (?:va|vamos|estoy|esta|quedo)|muestreme|ver|el|con|en|mi|indicador|kpi|numero) )*#?(\d{1,2})"
)
_HOW_IT_GOES = regex(
    r"^\W*(?:(?:hola|oiga|y|a ver)\W+)*(?:como (?:va[n]?|vamos|voy|esta[n]?|estoy|anda[n]?|quedo)"
    r"|en cuanto (?:va|vamos|estamos)|(?:muestr\w+|ver|quiero ver) (?:el|lo) de)\b"
)
_OWN = regex(
    r"\bmis? (?:kpis?|indicador(?:es)?|mediciones)\b"
    r"|(?:cuanto|que|cual(?:es)?|algo) (?:me |nos )?(?:falta[n]?|debo|deb(?:o|emos)|queda[n]?)\b"
    r"(?!.*\b(?:casos?|tickets?|solicitud\w*|firma\w*)\b)|(?:me|nos) (?:falta|queda) algo\b"
    r"|(?:como voy|hace cuanto no report\w+|cuanto hace que no report\w+)\b"
)
_WRONG = regex(
    r"\b(?:me equivoque|(?:ay|uy) no|en realidad|(?:conte|sume|dije|escribi|reporte) mal|perdon\W+(?:era|eran|es|son)"
    r"|(?:quedo|esta|registre|puse) mal|no (?:era|eran|es|son)|corrijo|la cifra correcta)\b"
)
_MISCOUNTED = regex(
    r"^\W*(?:(?:ay|uy|no|perdon)\W+)*(?:(?:conte|sume|registre|puse|escribi|reporte) mal"
    r"|se (?:me|nos) (?:paso|olvido) (?:contar |sumar )?(?:una?|un|dos|otr[oa])|(?:me )?falto (?:contar|sumar))\b"
)
_CORRECTS = regex(
    r"^\W{0,9}(?:(?:ay|uy|no|perdon|me equivoque|esta mal|quedo mal)\W+)*"
    r"(?:(?:yo )?(?:quiero|quisiera|necesito|debo|puedo|voy a|hay que) )?(?:lo |la )?(?:correg|corrij|rectific)\w*"
    r"(?: (?:eso|ese|esa|el dato|el valor|el avance|lo anterior))?(?: por favor)?\W*"
)


def own_asked(text: str) -> int | None:
    """Of one who answers for indicators: the number of the one asked for, 0 for all of theirs; None for other words."""
    said = fold(text).strip(" ?¿.!#")
    if number := _BARE.fullmatch(said):
        return int(number[1])
    return 0 if _OWN.search(said) else None


def asks_how_it_goes(text: str) -> bool:
    """«Cómo vamos en mantenimientos»: of one that is named."""
    return _HOW_IT_GOES.match(fold(text)) is not None


def is_value_asked(text: str) -> bool:
    """«Espere, ¿cuánto dio en 2023?»: asked in the middle of recording, and no value itself."""
    return _VALUE_ASKED.search(fold(text)) is not None


def is_correction(text: str) -> bool:
    """«Quiero corregirlo», «me equivoqué, eran 48 de 50»: what was just recorded, without saying which that is."""
    said = fold(text)
    return bool(_CORRECTS.fullmatch(said) or _MISCOUNTED.match(said)) or (
        _WRONG.search(said) is not None and _CAME_TO.search(said) is not None
    )


def figure_told(text: str) -> tuple[str, bool] | None:
    """The one number of «ay no, eran 29» and whether it tells of several things: «es 92» is rather per cent."""
    found = _BARE_FIGURE.search(without_denied(fold(text)))
    return (found["figure"].rstrip(".,"), found["verb"] in ("eran", "son", "fueron")) if found else None
