"""What is said beside a place, a name or a way to reach somebody: whether it tells anything of the matter."""

from itgov_bot.patterns import regex

from ..folding import plain, word_set
from ..known import Known
from ..people.names import is_order
from ..request_type import tells_a_fault
from ..where.place_told import says_no_place

MIN_WORDS = 2
_AROUND = word_set(
    "cualquier cosa duda inquietud si algo me nos le les y mi mis el la es son al a por favor porfa gracias mio mia de jefe"
    " jefa este ese numero otro tambien yo soy que atiende recibe ninguno aqui aca mejor pueden puede llamar escribir"
)
"""They tell nothing beside a fact."""
_HAS_NO_OTHER = regex(
    r"(?:(?:yo|aqui|aca|alla|pero|y|es que|porque|pues|como|la verdad) )*(?:no (?:tengo|tenemos|hay|manejo|uso|me se)|sin)"
    r"(?: (?:la|el|mi|ni|de|otro|otra|un|una|y|aqui|aca|alla|aun|todavia|numero|ext|extension|telefono|fijo|cel|celular"
    r"|linea|propio|propia))+(?: (?:en (?:mi|el|la) (?:puesto|oficina|escritorio)|asignad[oa]|aqui|aca))*"
    r"(?: (?:pero|y|entonces|mejor|anot\w+|pong\w+|llam\w+|escrib\w+|les?|dejo|doy|este|es|a|al))*"
)
"""Beside a way to reach them: «no tengo ext»."""
_ARTICLES = word_set("el la los las mi a al")
_WHEN_OR_WHOM = regex(
    r"\b(?:antes de|despues de|en la (?:manana|tarde|noche)|al medio ?dia|desde las|hasta las"
    r"|(?:pregunt|busqu|avis|llam|habl)\w* (?:por|a|con)|(?:quien|el que|la que) (?:sabe|recibe|pide|atiende))\b"
)

_OF_DRAFT = regex(
    r"\b(?:aparece|figura|correspond\w+|equivoc\w+|errad\w+|esta mal|donde dice|no es (?:ese|esa))\b"
)
"""It is the draft that is wrong."""


def tells_more(text: str) -> bool:
    """Not «ah, la oficina», nor «cualquier cosa me»."""
    words = plain(text).split()
    return len(words) >= MIN_WORDS and not _AROUND.issuperset(words) and not says_no_place(text)


def leads_to_contact(said: str, known: Known) -> bool:
    """«PÓNGALE la ext …», «no tengo extensión, mi celular es …»."""
    words = [word for word in said.split() if plain(word) not in _ARTICLES]
    return _HAS_NO_OTHER.fullmatch(plain(said)) is not None or all(is_order(word, known) for word in words)


def is_for_case(text: str) -> bool:
    """A fault, an hour, whom to ask for: whoever comes must read it."""
    if _OF_DRAFT.search(plain(text)):
        return False
    return tells_a_fault(text) or _WHEN_OR_WHOM.search(plain(text)) is not None
