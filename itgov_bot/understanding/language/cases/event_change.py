"""What stands beside the new date and place of an event that is moved: the old ones, and that it is one at all. What the
words are, the book of events says (`inside/events`)."""

from itgov_bot.patterns import regex

from ..folding import fold

_NAMES = (
    r"(?:eventos?|actos?|rueda de prensa|alocucion|reunion|consejo|ceremonia|inauguracion|acompanamiento|visita|audiencia"
    r"|jornada|foro|conversatorio|cabildo|transmision|lanzamiento|encuentro|entrevista|homenaje|gala|desfile|concierto"
    r"|lo del alcalde)"
)
_EVENT = regex(rf"\b{_NAMES}\b")
_IS = r"(?:es|era|sera|seria|va|va a ser|queda|quedo|se hace|se va a hacer|empieza|comienza|inicia)"
_OLD = regex(
    rf"\b(?:ya )?no (?:{_IS} )?(?:ya )?(?:en|el|la|al|a las?|hoy|manana|para|por)\b[^,;.]{{0,60}}?"
    rf"(?=,? (?:y )?(?:sino|si no|ahora|mejor|{_IS})\b|[,;.]|$)\W*"
)
"""«Ya no es en la plaza»; «…, no a las 7»."""
_DAY = r"(?:(?:dia )?(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|\d+|hoy|manana)(?: \d+)?)"
_FROM = regex(rf"\bdel? (?:las? )?{_DAY} (?=(?:para|al?)\b)|\b(?P<named>{_NAMES}|lo) del? (?:las? )?{_DAY}\b")
"""«Del viernes al sábado»; «el acto del viernes»."""
_WHOLE = {"pal": "para el", "pa": "para"}
_SPOKEN = regex(r"\bpal?\b")


def without_old(text: str) -> str:
    """The folded words in which its new date may stand."""
    said = _SPOKEN.sub(lambda found: _WHOLE[found[0]], fold(" ".join(text.split())))
    new = _FROM.sub(lambda found: f"{found['named'] or ''} ", _OLD.sub(" ", said))
    return " ".join(new.split()).strip(" ,.;")


def names_an_event(text: str) -> bool:
    return _EVENT.search(fold(text)) is not None
