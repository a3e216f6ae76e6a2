"""What a short message says about something that is going on: that it still fails, that it is done, who comes and when.

The rules are narrow on purpose: what tells of a problem by itself says nothing here, also for somebody with a case.
Which case is meant, and whether one is, is decided in `conversation/flows/staff/going_on`.
"""

import re
from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache

from itgov_bot.patterns import regex

from ..courtesy import without_courtesy
from ..folding import OF_A_TURN, any_of, plain, word_set, words_like
from ..request_type import is_told_or_asked, tells_a_fault
from . import who_comes
from .instead import corrects
from .presence import tells_reach, tells_when_there, urges
from .who_comes import LEAD

MAX_WORDS = 18
"""What is longer tells a story of its own."""
MAX_THANKS_WORDS = 9


class Says(StrEnum):
    """What is said of something that goes on."""

    STATE = "state"
    """«¿Cómo va mi caso?»"""
    WAITS = "waits"
    """«¿Ya viene alguien?», «nadie ha venido»."""
    STILL = "still"
    """«Sigue igual», «no quedó», «a mí no me volvió»."""
    FIXED = "fixed"
    """«Ya volvió», «gracias, ya quedó»."""
    COMES = "comes"
    """«Voy saliendo», «estoy revisando»."""
    TAKES = "takes"
    """«Listo, yo voy», «lo tomo yo»."""
    CANNOT = "cannot"
    """«No puedo ir, estoy de viaje»: that a person cannot come, never that something does not work."""
    GUARD = "guard"
    """«Que la tome la guardia»."""
    KEEPS = "keeps"
    """«Lo sigo yo»."""
    SEEN = "seen"
    """«Dice que la clave es incorrecta», «error 0x800»."""
    DONE = "done"
    """«Ya lo reinicié», «listo»."""
    BUT = "but"
    """«Pero ahora no me deja adjuntar»."""
    THANKS = "thanks"
    """«Excelente servicio»."""
    CHANGES = "changes"
    """«Cambien el teléfono por…», «me pasé al piso 4»: where somebody is, or how to reach them, is another from now on."""
    REACH = "reach"
    """«Mi teléfono es el …»: how to reach them, and nothing else."""
    CORRECTS = "corrects"
    """«Me equivoqué, no es la impresora, es el computador»."""
    REMIND = "remind"
    """«Recuérdeles otra vez»."""
    AWAY = "away"
    """«A las 12 salgo a almorzar», «me voy para la casa», «vengan mañana»: when somebody is there to be helped."""
    URGES = "urges"
    """«Es que me urge porque …»."""


_MENDED = (
    r"se (?:arreglo|soluciono|resolvio|compuso|normalizo|corrigio|destrabo|desbloqueo|restablecio|recupero)"
)
_GOOD = (
    r"(?:volvi\w*|quedo|sirve|sirvio|funcion(?:a|o|ando)|abre|abrio|entra|entro|imprime|imprimio|conecta|conecto|carga|cargo"
    r"|prende|prendio|enciende|encendio|arranca|arranco|reconoce|reconocio|pude|puedo|vinieron|arreglaron|me dej[ao]"
    r"|esta (?:bien|normal|andando|funcionando|imprimiendo|cargando|abriendo|entrando|arreglad\w+|solucionad\w+)"
    r"|(?:hay|llego (?:el|la)?) ?(?:internet|red|sistema|servicio|correo|senal)"
    rf"|{_MENDED}|(?:lo |la )?(?:solucione|arregle|resolvi|logre))"
)
_WORKED = r"(?:hecho|arreglado|solucionado|resuelto|servido|funcionado|quedado|ayudado|mejorado)"
_THING = r"(?:caso|ticket|problema|solicitud|reporte|requerimiento)"
_NOT_GOOD = r"(?:(?!(?:no|ni|nada|nadie|tampoco|casi|solo|quien|viene)\b)\w+ ){0,3}?"
_DOWN = r"(?:lent\w+|pegad\w+|caid\w+|bloquead\w+|danad\w+)"
_FAILS = (
    r"(?:apag|reinici|bloque|congel|tranc|peg|desconect|ray|manch|titil|parpade|calent|atasc|trab|cerr|cierr|quem|ca|ca[iy]"
    r"|desconfigur|colg|cuelg|borr|rebot|rechaz|son|pit|chill)"
)
_CALL = r"(?:llaman|atienden|responden|ayudan|contestan|resuelven)"
_COME = r"(?:ha|han) (?:venido|llegado|llamado|respondido|contestado|atendido|dicho|escrito|avisado|vuelto)"


def _begins(block: str) -> re.Pattern[str]:
    return regex(rf"{LEAD}(?:{any_of(block)})\b")


_STATE = words_like(
    rf"""
    (?:como|en que|que) (?:va|esta|quedo|paso con|hay de|se sabe de) (?:lo de )?(?:mi|el) {_THING}
    (?:como va|que paso con|en que (?:va|quedo)) lo (?:mio|del? \w+)
    (?:que|cual) numero (?:de caso )?(?:me|nos) (?:dio|dieron|quedo|toco)|cual es (?:el|mi) numero (?:de(?:l| mi)?) caso
    (?:estado|seguimiento) (?:de|a|al|del) ?(?:mi|mis)? ?casos?|quien (?:tiene|lleva|atiende) (?:mi|el) {_THING}
    quien(?:es)? (?:me|nos|lo|la) (?:esta|estan|va a|van a) (?:atend|ayud|resolv|arregl|revis)\w+(?= (?:ahora|el caso)\b|$)
    quien(?:es)? (?:es|son|sera) (?:el|la|los) que (?:me|nos|lo|la) (?:va|van|esta|estan|toco)
    (?:por|con) quien (?:estoy|esta) siendo atendid\w+|quien es (?:mi|el) (?:tecnico|ingeniero) (?:que me toco|asignado)
    """
)
_MY_TICKETS = regex(r"(?:(?:y|ver|quiero|saber|de|sobre|que hay de) ){0,4}mis? casos?")
_WAITS = regex(
    r"(?:(?:y|ya|hola|pero|oiga|oye|buenas|disculpe|perdon|que|sera|me|dicen|gracias|es|inge\w*) ){0,5}(?:"
    + any_of(
        rf"""
        cuanto (?:mas )?(?:se )?(?:demoran?|tardan?|falta|van a demorar|esperamos|mas)
        en cuanto (?:tiempo|llega\w*)|para cuando
        (?:lo|la) tomaron|quien (?:lo (?:tiene|tomo)|viene|va a venir)|(?:lo )?vieron|que ha pasado|hay alguien|alguien ahi
        alguien (?:lo |la )?(?:esta )?(?:revisando|mirando|atendiendo|tomo)|alguien(?: viene)?(?! \w)
        (?:vienen?|van? a venir|llegan?|mandaron|mandan)(?: (?:a )?(?:alguien|ya|en camino|hoy|o no))?(?! \w)
        (?:cuando|a que hora) (?:vienen?|van|van a venir|llegan?|estaria|arreglan|vuelve|regresa|(?:me|nos) (?:van|{_CALL}))
        van? para largo|(?:falta|se demoran?|demoran?) mucho|hay para rato|(?:como )?para cuando
        (?:alguna|hay|tienen|que) (?:novedad|noticia|razon|respuesta|avance)\w*
        (?:todavia |aun )?nadie (?:me |nos |lo |la )?(?:contesta|responde|aparece|atiende|llama|viene|llega|da razon)
        (?:no |sera que no )?hay (?:nadie|alguien) (?:que|para) \w+
        (?:necesito |necesitamos )?(?:a )?alguien (?:ya|por favor|porfa\w*)
        (?:no (?:me |nos )?(?:contestan|responden|dan razon|aparecen))(?! \w)
    (?:todavia |aun )?(?:nadie|no) (?:me |nos )?{_COME}|nada que (?:me |nos )?(?:vienen|llegan|{_CALL})
        (?:los |lo )?(?:salieron|mandaron)(?! \w)
        (?:seguimos|sigo) esperando|volvieron|(?:les?|los) avisaron|avisaron
        cuant[oa]s (?:casos |personas )?(?:tengo|hay|van|faltan|estan|quedan) (?:por delante|antes|adelante|primero|delante)
        """
    )
    + r")\b"
)
_IS_IT_BACK = regex(
    r"(?:(?:y|ya|hola|pero|buenas) ){0,4}(?:hay|volvio|regreso|llego|arreglaron|quedo)"
    r"(?: (?:el|la|lo del?|los|las))?(?: \w+){0,2}"
)
"""A question: told with the same words, it is back."""
_STILL = words_like(
    rf"""
    sig(?:ue|o|uen) (?:\w+ ){{0,3}}?(?:igual(?:it[oa]s?)?|mal[oa]?s?|fallando|sin|en las mismas|lo mismo|molestando|{_DOWN})
    seguimos (?:igual(?:it[oa]s?)?|mal|en las mismas|lo mismo)
    siguen? (?:\w+ )?{_FAILS}(?:ando|iendo|yendo)(?:se|me|nos)?|(?:todavia|aun) (?:se|me) (?:me )?{_FAILS}\w*
    (?:se (?:me )?)?volvi(?:o|eron) a {_FAILS}[aei]r(?:se|me)?
    siguen? (?:con|saliendo|haciendo|dando|mostrando|botando) (?:el|la|los|las|un|una|es[aeo]s?|lo)\b
    sigue la misma|(?:todavia|aun) sin|no (?:me |nos |le )?(?:han|ha) {_WORKED}
    sigue (?:la falla|el problema|el error|el mismo \w+|pasando)|persiste
    nada (?:todavia|aun|de nada)(?! mas)
    (?:todavia|aun) (?:no|nada|sigue|falla|tampoco)\b(?! (?:me |nos )?{_COME})
    (?:otra vez|de nuevo|nuevamente) (?:lo mismo|igual|con lo mismo|fallo|fallando|(?:se|me|se me) (?:cayo|fue|dano|bloqueo))
    volvio a (?:pasar|fallar|salir|danarse|caerse|irse|quedarse|bloquearse)
    lo mismo (?:de (?:ayer|antes|siempre|hoy)|otra vez)
    no (?:me |nos |le |se |lo |la ){{0,3}}(?:qued[oe]|sirvio|funciono|arregl(?:o|aron)|solucion(?:o|aron)|resolvio)
    no (?:me |nos |le |se |lo |la ){{0,3}}(?:volvio|ha vuelto|ayudo|mejoro)
    y nada(?! \w)|tampoco|y ya no(?! \w)
    (?:qued[oe]|esta|amanecio) (?:igual|peor|mal|en las mismas)|a mi (?:todavia |aun )?(?:no|nada|tampoco)
    (?:aqui|aca|en mi \w+) (?:todavia|aun|no ha vuelto|no volvio|no ha llegado|sigue|nada)
    """
)
_FIXED = _begins(
    rf"""
    (?:a (?:mi|nosotros) |nosotros |(?:por )?(?:aqui|aca) |en (?:la|el|mi) \w+ )?(?:ya|por fin|al fin) {_NOT_GOOD}{_GOOD}
    quedo(?! \w)
    quedo (?:muy )?(?:bien|listo|perfecto|funcionando|solucionado|arreglado)
    (?:el|la|los|las|mi) \w+ ya {_NOT_GOOD}{_GOOD}
    (?:todo )?(?:volvio|funciona|funcionando|solucionado|arreglado|resuelto|regreso)(?: (?:el|la) \w+)?(?! \w)
    ya (?:me|nos) (?:llego|entro|dio)(?! \w)
    todo (?:bien|ok|en orden|perfecto)|falsa alarma|{_MENDED} (?:sol[oa]|por si)
    (?:(?!no\b)\w+ ){{1,7}}y (?:ya )?(?:funciono|sirvio|prendio|imprimio|abrio|entro|conecto)(?: bien)?(?! \w)
    (?:nosotros |aqui |aca )?ya (?:tengo|tenemos) (?:internet|red|sistema|servicio|correo|senal|acceso)
    """
)
_SO = r"(?:ah|ay|uy|ok|si|no|pues|bueno|gracias|que pena)"
_WAS = regex(
    rf"(?:{_SO} )*(?:ya|listo)(?: (?:ya|listo|esta|quedo|vi|supe|encontre|lo vi))*"
    r" (?:que )?(?:era|eran|fue) (?:que|el|la|los|las|un|una|solo|cosa|culpa|mi|por)\b"
)
"""«Ya listo, era que tenía una grapa»: whoever knows what it was has it mended."""
_SEES = r"(?:(?:me|le|solo|ahora|ahi|aqui|la pantalla|el mensaje|el error) ){0,3}(?:que )?"
_SEEN = _begins(
    rf"""
    {_SEES}(?:dice|sale|salio|aparece|aparecio|muestra|mostro|arroja|bota|pone) \w+
    (?:(?:el|un|con|da|dio|me) ){{0,3}}(?:error|mensaje|codigo|aviso)
    """
)
_DEEDS = word_set(
    """hice hicimos hecho apague saque busque coloque marque verifique descargue cargue entregue toque desenchufe
    enchufe probe intente reinicie prendi cambie envie mande desconecte conecte borre instale desinstale cerre abri
    actualice revise mire llame puse quite escribi espere confirme subi baje ensaye trate oprimi presione active
    desactive adjunte firme lleve llamaron contactaron escribieron"""
)
_DONE = _begins(
    r"(?:(?:lo|la|los|las|le|les|me|se|eso|nos|todo|tambien) ){0,3}"
    rf"(?:{'|'.join(sorted(_DEEDS))}|(?:deje|hable)(?= (?:con|en|el|la|un|una)\b))(?! de\b)"
)
_BARE_DONE = regex(r"(?:ya|listo|hecho|ya listo|listo ya|ya esta|ya mismo|hecho ya)")
_BUT = regex(r"(?:(?:gracias|muchas|ok|listo|bueno|si|ya) ){0,3}pero ")
_THANKS = words_like(
    r"""
    gracias|grasias|graci|grcs|agradec\w+|muy amables?|excelente|felicit\w+|buen[oa]? (?:servicio|atencion|trabajo)
    regular|mas o menos|atendieron (?:muy )?(?:bien|rapid\w*)
    muy (?:bien|buen[oa]|rapid[oa]s?|eficientes?)|que (?:bien|rapidez|rapidos?|eficiencia)|de lujo|genial|perfecto|impecable
    """
)
_CHANGES = _begins(
    r"""
    (?:cambi|corri|correg|actuali|modifi|anot|pon|pong)\w* (?:el |la |mi )?(?:telefono|celular|cel|numero|contacto|extension)
    (?:cambi|corri|correg|actuali|modifi)\w* (?:el |la |mi )?(?:lugar|sitio|ubicacion|piso|oficina)
    (?:ahora )?(?:me|nos) (?:pase|pasamos|mude|mudamos|traslade|trasladamos|movi|movimos) (?:para )?(?:al?|en)
    (?:me|nos) (?:llam|ubic|contact|busc|escrib)\w+ (?:por favor |porfa |mejor |ahora )?(?:al?|en|por)
    (?:llam|ubiqu|contact|busqu|escrib)\w+(?:me|nos) (?:por favor |porfa |mejor |ahora )?(?:al?|en|por)
    """
)
_REMIND = _begins(
    r"""
    (?:(?:quiero|puede|pueden|por favor|porfa) )?recuerd(?:e|en|a)(?:les?|selos?)(?! (?:que|la clave)\b)
    (?:mand|envi|hag|pon)\w+ (?:un |otro )?recordatorio|vuelv\w+ a recordar\w*
    """
)


def _thanks(text: str) -> bool:
    """Thanks alone: those that end a report, or a request, belong to it."""
    said, matter = plain(text), without_courtesy(text)
    is_short = len(said.split()) <= MAX_THANKS_WORDS and not tells_a_fault(said)
    return is_short and _THANKS.search(said) is not None and (matter == text or not is_told_or_asked(matter))


def _is_back(said: str) -> object:
    return (_FIXED.match(said) or _WAS.match(said)) and not _STILL.search(said)


_RULES: dict[Says, Callable[[str], object]] = {
    Says.STATE: lambda said: _STATE.search(said) or _MY_TICKETS.fullmatch(said),
    Says.WAITS: _WAITS.match,
    Says.STILL: _STILL.search,
    Says.FIXED: _is_back,
    Says.COMES: who_comes.COMES.search,
    Says.TAKES: who_comes.takes,
    Says.CANNOT: who_comes.CANNOT.search,
    Says.GUARD: who_comes.leaves_to_guard,
    Says.KEEPS: who_comes.KEEPS.search,
    Says.SEEN: _SEEN.match,
    Says.DONE: lambda said: _DONE.match(said) or _BARE_DONE.fullmatch(said),
    Says.BUT: _BUT.match,
    Says.CHANGES: _CHANGES.match,
    Says.REACH: tells_reach,
    Says.CORRECTS: corrects,
    Says.REMIND: _REMIND.match,
    Says.AWAY: tells_when_there,
    Says.URGES: urges,
}


_ONLY_TOLD = frozenset({Says.FIXED, Says.DONE, Says.TAKES, Says.KEEPS, Says.CANNOT, Says.GUARD})


_NO_AND = regex(
    r"^\W*(?:ah? |ay |uy |pues )?no(?: (?:se[nñ]or\w*|inge\w*|gracias))?\s*[,;.:!\n]\s*", re.IGNORECASE
)
"""«No, quedó bien» answers whether it still fails; «no quedó bien» says that it does."""


@lru_cache(OF_A_TURN)
def what_is_said(text: str) -> frozenset[Says]:
    """Empty for what says nothing of the kind, as a report does."""
    after_no = plain(_NO_AND.sub("", text, count=1)) if _NO_AND.match(text) else ""
    said = after_no if _FIXED.match(after_no) else plain(without_courtesy(text))
    if not said or len(said.split()) > MAX_WORDS:
        return frozenset()
    found = {one for one, reads in _RULES.items() if reads(said)} | (
        {Says.THANKS} if _thanks(text) else set()
    )
    if who_comes.IN_DOUBT.search(said):
        found -= {Says.TAKES, Says.KEEPS, Says.COMES}
    if "?" in text:  # «¿ya volvió?» asks what «ya volvió» tells
        found -= _ONLY_TOLD | {Says.AWAY, Says.URGES}
        found |= {Says.WAITS} if _IS_IT_BACK.fullmatch(said) else set()
    return frozenset(found)
