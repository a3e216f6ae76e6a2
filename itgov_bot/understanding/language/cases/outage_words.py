"""What stands in words about an outage: where it is, what was done, what everybody whom it hits is to be told."""

from itgov_bot.patterns import regex

from ..duty.asked_of_case import asked_at_duty
from ..folding import even, plain, words_like
from ..questions import begins_as_question, is_question
from ..time.hours_told import where_hours
from .solutions import WORK

_PARTS = regex(r"[,;\n]+|\.(?:\s|$)")
_IS_BACK = regex(
    r"(?:ya|listo|ok|y|el|la|los|servicio|internet|red|todo|se|quedo|quedaron|volvio|volvieron|subio|hay|esta|arriba"
    r"|restablecio|arreglo|levanto|funciona\w*|sistema|correo|enlace|cierr\w+|resuelv\w+|caso|caida| )+"
)
_OF_PLACE = regex(
    r"\b(?:lo|la|los|las|el) (?:de(?:l| la| los| las)?) (?P<what>(?:sede |edificio )?\w+)|\ben (?:el |la )?(?P<there>\w+)"
)
_PLACE = regex(
    r"(?:(?<!\bno es )(?<!\bno )\ben|\b(?:lugar|sitio|ubicacion)(?: exacto| exacta)? es"
    r"|\b(?:es )?(?:solo|solamente|no ?mas|nada mas)(?: es)?)\s+(?:en )?"
    r"(?!(?:el |la |los |las )?(?:caida|caso)\b|que\b|tod[oa]s?\b)(?:el |la |los |las )?"
    r"(?P<place>(?:(?! (?:son|es|esta|estan|hay|van|se|no|los que|las que|que)\b)[^,.;:])+)"
)
_THAT = regex(
    r"(?P<whom>\b(?:los|las|el|la|gente|quien|quienes|lo|ya)\s+)?(?:\b(?:que|q)\s+(?!sepan\b|todos\b|los\b|las\b)|:\s+)"
)

_APART = words_like(
    r"""
    no|separ\w+|apart\w*|distint\w+|diferent\w+|divid\w+|part[ia]\w*|desh\w+|desun\w+|saqu\w+|sac\w+|despeg\w+|desagreg\w+
    nada que ver|independient\w+|dos (?:caidas|fallas|danos|casos|cosas)|otra (?:cosa|falla|causa|caida)|mal|me equivoque
    """
)
_TAKES_APART = words_like(
    r"""
    separ\w+|desjunt\w+|desun\w+|desagreg\w+|mal junt\w+|(?:saqu\w+|sac\w+|dej\w+) .{1,30} apart\w*
    no (?:es|era|fue|son|eran|fueron) (?:(?:l[oa]s?|el) mism\w+|iguales|duplicad\w+|repetid\w+)
    """
)

_DOWN = words_like(
    r"""
    ca(?:id\w*|yo|yeron|en?|iamos)|sin (?!que)\w+|abajo|dur\w+|volvi\w*|tumb\w+|fall\w+|indisponib\w*|demor\w+|se fue|se dano
    por fuera|interrup\w+|no (?:habia|hubo|hay|pudieron|funcion\w+|serv\w+)|arriba
    """
)

_ONE = regex(
    r"\b(?:mism[oa]s?|igual|junt\w+|un[aei](?:n)?l[oa]s?|unif\w+|fusion\w+|combin\w+|agrup\w+|peguel\w+"
    r"|(?:un solo|una sola) \w+)\b"
)


def tells_where(text: str) -> bool:
    """Not where it is asked, nor that two are one."""
    is_asked = is_question(text) or begins_as_question(text) or asked_at_duty(text) is not None
    return not (is_asked or _ONE.search(plain(text)))


_ASKS_HOW_MANY = words_like(r"cuant\w+|quien\w*|numero de|a que|donde|digame|deme|muestr\w+|listado?")


def tells_whom(text: str) -> bool:
    """«Afecta a toda la Secretaría, unas 60 personas», and not «¿cuánta gente va?»"""
    return tells_where(text) and not _ASKS_HOW_MANY.search(plain(text))


def tells_of_being_down(text: str) -> bool:
    """«¿Cuánto llevamos sin red?», and not «¿cuánto llevo con este caso?»."""
    return _DOWN.search(plain(text)) is not None


def tells_apart(text: str) -> bool:
    """«Sepárelos», «no son la misma»: and not that two are one."""
    return _APART.search(plain(text)) is not None


def tells_one(text: str) -> bool:
    """«Son la misma», «júntelas»."""
    return _ONE.search(plain(text)) is not None and not takes_apart(text)


_TWO = words_like(r"distint\w+|diferent\w+|independient\w+|nada que ver|otra (?:cosa|falla|caida)|son dos")


def are_two(text: str) -> bool:
    """«No, son distintas»: where it is asked whether two are one."""
    return takes_apart(text) or _TWO.search(plain(text)) is not None


def takes_apart(text: str) -> bool:
    """«Desjúntelos», «no eran lo mismo», «saque el de Beto aparte»: of cases that were made one."""
    return _TAKES_APART.search(plain(text)) is not None


def place_of_outage(text: str) -> str:
    """«La falla es en el rack del piso 2» → «rack del piso 2»; empty where no place is told."""
    found = _PLACE.search(even(text))
    return text[found.start("place") : found.end("place")].strip() if found else ""


def spoken_of(text: str) -> str:
    """«Volvió lo del Palacio» → «palacio»: what an outage is called by; empty where it is called by nothing."""
    found = (one["what"] or one["there"] for one in _OF_PLACE.finditer(plain(text)))
    return " ".join(found)


def what_was_done(text: str) -> str:
    """Without that it is back, and since when: «ya quedó desde las 9:55, se reinició el switch»."""
    parts = [one.strip() for one in _PARTS.split(text)]
    return ", ".join(one for one in parts if _tells_work(one))


def _tells_work(part: str) -> bool:
    said = plain(part)
    return bool(WORK.search(said)) and not (where_hours(part) or _IS_BACK.fullmatch(said))


def news_for_all(text: str) -> str:
    """«Dígales a los que están sin red que a las 2 queda» → «a las 2 queda»; empty where nothing is to be told."""
    told = next((one for one in _THAT.finditer(even(text)) if not one["whom"]), None)
    return text[told.end() :].strip() if told else ""
