"""The answer that begins what somebody writes, and what stands behind it: «sí, en archivo piso 2», «no, solo me pasa a mí».

`Answers` reads what is an answer from end to end; here the rest is whatever else is told in the same breath.
"""

import re
from dataclasses import dataclass
from itertools import islice

from itgov_bot.patterns import regex

from ..folding import plain
from ..questions import is_question
from ..request_type import tells_a_fault
from .answers import MAX_ANSWER_WORDS, Answers

MAX_LED_CHARS = 400
"""What is longer is a story, whatever it begins with."""
_SIGNS = regex(r"\s*[,.;:!¡\n–—]+\s*|\s+-+\s+")
_WORD = regex(r"\S+")
_AND = regex(r"^[\s,.;:!¡–—-]*(?:(?:y|pero|pues|porque|por que|es que)\s+)*", re.IGNORECASE)
_AFTER_YES = regex(
    r"(?:a|al|en|aqui|aca|alla|ahi|nosotr[oa]s|yo|mi|mis|la|el|los|las|tod[oa]s?|tambien|somos|estamos|estoy|soy|por|con"
    r"|gracias|muchas|mil|desde|un|una|y|pero|porque|ademas|igual|igualmente|lo mismo|como"
    r"|(?:nos|me|les?) (?:pasa|paso|falla|fallo|toca|afecta|sale|salio)|\w{3,}[ae]n?(?:l[oae]s?|mel[oa]|nos|sel[oa]))\b"
)
"""Behind a yes without a sign; «si me pueden ayudar» and «si no hay nadie» are none."""
_AFTER_NO = regex(
    r"(?:sol[oa]|solamente|unicamente|nada mas|yo|gracias|muchas|tranquil[oa]s?|manana|a mi|aqui|aca|pero|porque|eso lo"
    r"|lo mio|el mio|la mia|por ahora|que va|eso puede|puede esperar|no es|dejel[oa]|senor\w*|inge\w*|y)\b"
)
"""Behind a no without a sign; «no me abre», «no hay», «no es en la Aduana» tell something."""

_ORDERED = regex(r"\w{2,}(?:l[oae]s?|nos|me)$")
_WHAT_FOR = regex(r"(?:que|para|pa|porque|antes|ya)\b")
_OPENS = regex(r"(?:(?:bueno|ok|okay|listo|vale|va|ya|ah|y|por favor|bien)(?: |$))+")
"""They only begin a question or a report: «bueno, ¿y quién ve eso?», «ok, la impresora no imprime»."""


@dataclass(frozen=True, slots=True)
class Led:
    """`says`: the yes or the no, in the words of `lead`; `rest`: those behind it, as they were written."""

    says: bool
    rest: str
    lead: str = ""


def led_by(text: str, answers: Answers) -> Led | None:
    """None where the text begins with no answer, or is nothing else."""
    if len(text) > MAX_LED_CHARS or answers.yes_or_no(text) is not None:
        return None
    at_signs = [(match.start(), match.end()) for match in _SIGNS.finditer(text)]
    for end, begins in reversed(at_signs):
        if led := _led(text, end, begins, answers):
            return led
    for word in islice(_WORD.finditer(text), MAX_ANSWER_WORDS):
        said = _led(text, word.end(), word.end(), answers)
        if said and _goes_on(said, plain(text[word.end() :])):
            return said
    return None


def _goes_on(led: Led, rest: str) -> bool:
    """Whether words without a sign before them go on after an answer; «avísenles que hay pacientes» is an order."""
    if led.says and _ORDERED.search(plain(led.lead)) and _WHAT_FOR.match(rest):
        return True
    return (_AFTER_YES if led.says else _AFTER_NO).match(rest) is not None


def _led(text: str, end: int, begins: int, answers: Answers) -> Led | None:
    says = answers.yes_or_no(text[:end]) if plain(text[:end]) else None
    rest = _AND.sub("", text[begins:], count=1).strip()
    opens = _OPENS.fullmatch(plain(text[:end])) and (
        end == begins or is_question(rest) or tells_a_fault(rest)
    )
    if says is None or not plain(rest) or opens:
        return None
    return Led(says, rest, text[:end])
