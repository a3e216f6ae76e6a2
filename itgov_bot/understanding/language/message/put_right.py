"""Words that wait for a yes, as they are put right: «no, en 20», «mejor el jueves», «cámbielo: ya subo»."""

from itgov_bot.patterns import regex

from ..folding import even
from ..known import Known
from .taken_back import corrected_by

MOST_WORDS = 8
"""Of a correction that says no more than another day or another length of time."""
_LEAD = regex(
    r"^\W*(?:(?:ay|uy|no|perdon|disculpe|digo|mejor|mas bien|corrijo|espere|mejor dicho|que sea|es|era|hasta|para|pa)\b\W*)+"
)
_INSTEAD = regex(
    r"^\W*(?:(?:no|perdon|mejor|espere)\b\W*)*"
    r"(?:(?:cambi|correg|corrij|edit|escrib|mand|pong|reemplac)\w*l[oae](?: mejor)?(?: (?:que|por|a|asi)\b|\s*[:,])"
    r"|(?:dig|avis|escrib)\w*le(?: mejor)? que\b|(?:que diga|mejor diga|escriba mejor)(?: que)?\b\s*:?)\s*(?=\S)"
)
_WHAT_ELSE = regex(
    r"^\W*(?:(?:no|perdon|mejor|espere)\b\W*)*(?:cambi|corrij|edit|reescrib)\w*l[oae](?: (?:mejor|por favor|porfa))*\W*"
)


_NO = regex(r"^\W*(?:(?:ay|uy|no|perdon|disculpe|digo|mejor dicho|corrijo)\s*[,.;:]\s*)+(?=\S)")


def without_no(said: str) -> str:
    """«No, se le cambió el cable» → «se le cambió el cable», which is to stand instead of what waits."""
    no = _NO.match(even(said))
    return said[no.end() :] if no else said


def put_right(draft: str, said: str, known: Known) -> str | None:
    """The `draft` with what is said instead; None where the words put nothing of it right."""
    if whole := _INSTEAD.match(even(said)):
        return said[whole.end() :].strip(" «»\"'")
    lead = _LEAD.match(even(said))
    rest = said[lead.end() :] if lead else ""
    if not rest or not draft or len(rest.split()) > MOST_WORDS:
        return None
    corrected = corrected_by(draft, rest, known)
    return None if corrected == draft else corrected


def only_puts_right(said: str, known: Known) -> bool:
    """«Mejor mañana», «no, en 20»: it says no more than when, of what somebody wrote before."""
    return put_right("hoy, en una hora", said, known) is not None


def wants_it_otherwise(said: str) -> bool:
    """«Cámbielo», without saying how."""
    return _WHAT_ELSE.fullmatch(even(said)) is not None
