"""What is to be told to somebody, and to whom: «dígale a Rosa que ya subo», «avísele al del 3 que mañana»."""

from dataclasses import dataclass, replace

from itgov_bot.patterns import regex

from ..folding import even
from .asking import as_question, asked_of, spoken_to
from .frames import VERBS
from .tokens import Token, tokens
from .verbs import ORDERED, verb_of

TELLING = frozenset(f"{verb}{ORDERED}" for verb in ("preguntar", *VERBS["TELL"].split()))
_BEFORE = frozenset(
    {"y", "e", "ya", "por", "favor", "porfa", "tambien", "luego", "despues", "me", "de", "una"}
)
_THAT = frozenset({"que", "si", ":"})
_TITLES = frozenset(
    {"la", "el", "don", "dona", "senor", "senora", "doctor", "doctora", "ingeniero", "ingeniera"}
)
_KEPT = regex(
    r"^\W*(?:(?:por favor|porfa|y|ya|luego|me)\W+)*(?:mand|envi|respond|contest|pas|pong|escrib)\w+le"
    r"(?: (?P<whom>al? .+?))?,? (?P<text>(?:con )?(?:la|el|esa) (?:respuesta|plantilla|texto|mensaje)s? .+"
    r"|con (?:la|el) de .+)"
)
"""«Mándele a Rosa la respuesta de la placa», which is kept."""
_MAY_BE_ASKED = regex(
    r"si (?:ya |le |me |se |nos )*(?:puede|tiene|esta|hay|sabe|quiere|va|es|fue)\w*\b(?!.*\b(?:me|nos) \w+[ea]\b)[^,;.]*"
)
"""«Dígale que si puede mandar la foto»; «que si sigue igual me avise» tells."""
MOST_NAMES = 5
"""Words between «dígale a» and «que»."""


@dataclass(frozen=True, slots=True)
class Told:
    """`whom` is "" where only «le» stands; `is_named`: they are called by a name, not described; `text` goes to them, and
    begins at `start`."""

    whom: str
    text: str
    is_named: bool = False
    start: int = 0


def telling(text: str) -> Told | None:
    """None where it does not begin with such an order, or nothing is to be told. What somebody is to be asked is told as the
    question that it is."""
    if asked := asked_of(text):
        is_named = asked.whom[:1].isupper()
        return Told(asked.whom, asked.text, is_named=is_named, start=asked.start)
    if spoken := spoken_to(text):
        told = telling(spoken.text)
        return replace(told, start=spoken.start) if told else None
    found = tokens(text)
    if kept := _KEPT.fullmatch(even(text)):
        begin, end = kept.span("whom")
        return _told(text, [one for one in found if begin <= one.start < end], kept.start("text"))
    at = next((at for at, one in enumerate(found) if one.word not in _BEFORE), len(found))
    verb = verb_of(found[at].word) if at < len(found) else None
    if verb is None or verb[0] not in TELLING or not verb[1].endswith(("le", "les")):
        return None
    ahead = found[at + 1 :]
    that = next((at for at, one in enumerate(ahead[: MOST_NAMES + 2]) if one.word in _THAT), None)
    if that is None or that + 1 >= len(ahead) or (that and ahead[0].word not in ("a", "al")):
        return None
    asks = verb[0].startswith("preguntar")
    is_kept = ahead[that].word == "si" or (asks and is_what(text, ahead[that]))
    told = _told(text, ahead[:that], ahead[that + (not is_kept)].start)
    asks = asks or (told is not None and _MAY_BE_ASKED.fullmatch(even(told.text)) is not None)
    return replace(told, text=as_question(told.text)) if told and asks else told


def is_what(text: str, token: Token) -> bool:
    """«Qué versión tiene», as it was written."""
    return text[token.start : token.end].lower() == "qué"


def _told(text: str, whom: list[Token], begin: int) -> Told | None:
    called = whom[1:]
    while called and called[0].word in _TITLES:
        called = called[1:]
    if not called:
        return Told("", text[begin:].strip(), start=begin) if not whom else None
    name = text[called[0].start : called[-1].end]
    is_named = name[:1].isupper() and whom[0].word == "a"
    return Told(name, text[begin:].strip(), is_named=is_named, start=begin)
