"""Whether an agent's sentence asks for one case or a few by their numbers, or for what each agent has."""

from itgov_bot.patterns import regex

from ..figures import CASE_NUMBER, cases_in_digits
from ..folding import fold, words_like
from ..request_type import tells_a_fault

MAX_CHARS = 120
"""Who writes more tells something."""

_NOUN = r"(?:casos?|tickets?|tiquetes?)"
_NUMBER = rf"(?:#?\d{{1,6}}|{CASE_NUMBER})"
_SHEET = r"(?:estado|estatus|detalles?|ficha|info(?:rmacion)?|historia(?:l)?|datos|resumen|novedades)"
_LEADS = rf"\b(?:el|la|al|del|ese|los|y|e|ver|abrir|abre|abra|{_SHEET}|mostrar|muestreme|muestrame) "
_NAMED = regex(
    rf"(?:{_LEADS}|\b(?P<noun>{_NOUN} (?:numero |no\.? )?)|(?=#|saus)|^(?=\d{{1,6}}\?$))(?P<number>(?<![\w#-])#?\d{{1,6}}"
    rf"|{CASE_NUMBER})(?![\w/:%-])"
    r"(?! (?!y\b|e\b|ya\b|que\b|porfa|por\b|si\b|no\b|se\b|est|en\b|l[oa]\b|hoy\b|ahora|gracias|tiene|va\b|qued"
    r"|como\b|cual|cuando|donde|quien|de qu|a qu|sigue|q\b|aja|ah\b|pues|o\b|porque|todavia|aun|lleg|cerr|resolv)\w)"
)
"""A number behind which stands nothing that it counts: «el 5 de la lista» and «3 computadores» are no cases."""
_LEAD = (
    r"(?:(?:y|por favor|porfa|porfavor|oye|oiga|a ver|hola|buenos dias|me|puede|puedes"
    r"|quiero|necesito|mira|bueno|parce\w*|aja|eche) )*"
)
_ASKS = words_like(
    r"""
    como|que|q|quien|donde|cuando|cual|cuanto|(?:ya )?(?:contesto|respondio|escribio|llamo)(?: \w+){0,3} del
    estado|estatus|status|detalles?|historial?|info(?:rmacion)?|datos|novedad(?:es)?|avances?|seguimiento
    """
)
_OF_CALENDAR = words_like(
    r"trabaj\w+|atiend\w+|abren|festivos?|horario|turnos?|guardia|hasta|quincena|reunion"
)
_SHOWS = regex(
    rf"{_LEAD}(?:muestr\w+|ver|veamos|busc\w+|busque\w*|encuentr\w+|ubi\w+|abr[aei]\w*|mir[ae]\w*|consult\w+|leer|lea|dime|digame|saber|regal[ae]\w*|cuent[ae]\w*|chismose\w+|pas[ae]me|{_SHEET})\b"
)
_ALONE = regex(rf"{_LEAD}(?:el )?{_NOUN} (?:numero |no\.? )?{_NUMBER}|{_LEAD}(?:y )?(?:el |la )?{_NUMBER}\?")

_EACH = r"cada (?:un[oa]|quien|cual|agente|tecnic[oa]|companer[oa])"
_BUSY = (
    "(?:carga|ocupa|desocupa|full|libre|llen|suave|embala|apreta|alivia|desahoga|copa|colga|enreda|relaja)"
)
_LOAD = words_like(
    rf"""
    carga (?:de (?:trabajo|la mesa|los agentes|cada (?:uno|agente))|del (?:equipo|grupo)|por agente|tiene {_EACH})
    cuant[oa]s? (?:\w+ ){{0,2}}(?:tiene|lleva|carga|atiende) {_EACH}|cuant[oa]s? (?:\w+ )?tiene encima
    (?:esta|va|anda) (?:repartid|distribuid)\w+ (?:el |la |los )?(?:trabaj|carga|casos)\w*
    (?:estamos|vamos|andamos) de (?:carga|trabajo)|cuanta carga
    quien (?:esta|anda) (?:libre|desocupa\w+|full|suave)
    (?:distribucion|reparto) (?:de |del )?(?:los )?(?:trabajo|carga|casos)(?: activos)?(?: por (?:agente|persona))?
    quien (?:tiene|lleva) (?:mas|menos)(?: (?:casos|carga|trabajo))?
    (?:reparto|casos|trabajo) (?:de casos )?por (?:agente|persona)
    (?:esta|anda|quien esta|quien anda) (?:muy|mas|menos) {_BUSY}\w*
    """
)
_LOAD_ALONE = regex(r"(?:(?:la|ver|mostrar|muestr\w+|como esta|y) )*carga")
_OF_ONESELF = words_like(r"(?<!a )mi (?!lista|grupo|equipo de)\w+|no \w+|se (?:me|nos)")


def cases_asked(text: str, *, is_bare: bool) -> tuple[str, ...]:
    """The numbers of the cases that are asked for, as they were written: «¿cómo va el caso 5?»; with `is_bare`, also
    without the word («¿cómo va el 5?»). None for other words, nor for an order."""
    said = cases_in_digits(fold(text).strip(" ¿.!"))
    if len(said) > MAX_CHARS or _OF_CALENDAR.search(said) or tells_a_fault(said):
        return ()
    asks = said.endswith("?") or _ASKS.search(said) or _SHOWS.match(said) or _ALONE.fullmatch(said)
    found = list(_NAMED.finditer(said)) if asks else []
    is_named = any(one["noun"] or one["number"].startswith("saus") for one in found)
    return tuple(one["number"] for one in found) if is_named or is_bare else ()


def asks_for_load(text: str) -> bool:
    """«Carga», «¿cuánto tiene cada uno?»."""
    said = fold(text).strip(" ¿?.!")
    if len(said) > MAX_CHARS or _OF_ONESELF.search(said):
        return False
    return _LOAD.search(said) is not None or _LOAD_ALONE.fullmatch(said) is not None
