"""A question after planned maintenance («¿hay mantenimiento hoy?»), told apart from somebody who asks for some."""

from itgov_bot.patterns import regex

from .folding import plain, words_like
from .time.clock import DAYS

MAX_WORDS = 15

_ASKS = words_like(
    r"""
    (?:hay|habra|tienen|tenemos|hubo|sera|es por|por) (?:\w+ ){0,3}mantenimientos?
    (?:estan?|estamos|siguen?) (?:en|haciendo) (?:\w+ ){0,2}mantenimiento
    (?:hasta |a )?(?:cuando|que (?:hora|dia)) (?:\w+ ){0,6}mantenimientos?
    (?:cuanto|cuantas horas) (?:\w+ ){0,5}mantenimientos?
    mantenimientos? (?:\w+ ){0,3}(?:hasta cuando|hasta que hora|cuando|a que hora)
    mantenimientos? (?:programad|planead|previst)[oa]s?(?: (?:hoy|para|este|esta|estos|el|en) (?:\w+ ?){1,3})?$
    (?:que|cuales|cual) (?:\w+ ){0,3}mantenimientos?
    (?:cortes?|suspension\w*|paradas?|ventanas?) (?:\w+ )?(?:programad|planead|previst)[oa]s?
    (?:ya )?(?:termino|acabo|empezo|comenzo) (?:\w+ ){0,2}mantenimiento
    """
)
_WANTS_SOME = words_like(
    r"""
    computador\w*|equipos?|pcs?|portatil\w*|impresora\w*|escaner\w*|monitor\w*|ups|toner|licencia\w*|aires?|disco
    necesit\w+|solicit\w+|requier\w+|agend\w+|ped\w+|hagan|hacerle|hacerme|hacen|prest\w+|contrat\w+|mi|mis|me
    """
)


_NAMED = regex(
    r"\b(?:mantenimientos?|mttos?|ventanas? de (?:mantenimiento|trabajo)|(?:cortes?|paradas?|suspension\w*|trabajos?)"
    r" (?:(?:de|hay|tenemos|vienen) )?(?:\w+ ){0,2}(?:programad|planead|previst|anunciad)\w+)\b"
)
_POLITE = regex(
    r"(?:(?:hola|buenas|buenos dias|por favor|sera que) )*(?:me |nos |les? )?(?:puede|podria|ayuda|colabora)n?\w* (?:\w+ )?"
    r"(?:con )?(?:\w*r\b|\w+r(?:les?|me|nos)\b)"
)
_WHICH = regex(
    rf"\b(?:mantenimientos?|mttos?|ventanas?|cortes?|lo|el|la) de(?:l| la| los| las)? "
    rf"(?!mantenimiento|hoy|manana|{'|'.join(DAYS)})[a-z]\w{{2,}}"
)
_NOTHING_MORE = regex(
    r"(?:(?:un[oa]?|el|la|de|mantenimientos?|mttos?|ventanas?|trabajos?|programad[oa]s?|preventivo|nuevo|hay|vamos|hacer|a)\W*)*"
)


def names_maintenance(text: str) -> bool:
    return _NAMED.search(plain(text)) is not None


def names_which(text: str) -> bool:
    """«El mantenimiento del correo», «lo de la fibra»; not «el mantenimiento del sábado»."""
    return _WHICH.search(plain(text)) is not None


def asks_politely(text: str) -> bool:
    """«¿Pueden avisar que …?» asks nothing."""
    return _POLITE.match(plain(text)) is not None


def names_more_than_maintenance(text: str) -> bool:
    """«Un mantenimiento» says nothing of what is done."""
    return _NOTHING_MORE.fullmatch(plain(text)) is None


def asks_about_maintenance(text: str) -> bool:
    said = plain(text)
    is_short = len(said.split()) <= MAX_WORDS
    return is_short and bool(_ASKS.search(said)) and not _WANTS_SOME.search(said)
