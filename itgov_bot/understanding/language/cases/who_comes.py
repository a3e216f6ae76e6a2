"""What whoever may come says of it, over plain folded words: that they come or take it, cannot, keep it, or leave it to the
guard."""

from itgov_bot.patterns import regex

from ..folding import words_like

LEAD = (
    r"(?:(?:gracias|muchas|listo|hola|buen[oa]s?|dias|tardes|noches|ok|okay|si|no|ing\w*|senor\w*|ya|y|es|que|oiga|oye"
    r"|mire|disculpe|perdon|pues|aja|eche|vea|doctor\w*|pero|uy|ay|tranquil\w+|mentira) ){0,6}"
)
"""Greetings and fillers before what is said."""
COMES = words_like(
    r"""
    (?:voy|vamos) (?:saliendo|para alla|pa alla|en camino|llegando|subiendo|bajando|de camino|entrando|por el|por la)
    (?:voy|vamos) a (?:revisar|mirar|ir|ver|llamar\w*)|ya (?:voy|vamos|llegue|llegamos|salgo|sali|salimos|la tomo|lo tomo)
    en camino|(?:llego|llegamos|salgo) (?:en|a|para|como)|(?:lo|la) (?:estoy|estamos) (?:revisando|mirando|validando)
    (?:llego|llegamos) (?:un (?:poco|poquito) |algo )?(?:tarde\w*|demorad\w+|retrasad\w+)
    voy (?:tarde|demorad\w+|retrasad\w+)
    estoy (?:llegando|conectandome|conectad[oa]|afuera|abajo|en el sitio|en sitio|saliendo)
    de?me (?:\d+|cinco|diez|quince|unos) minut\w+
    (?:estoy|estamos) (?:revisando|llegando|mirando|validando)
    """
)
_GO = (
    r"(?:ir|asistir|llegar|salir|atender\w*|tomar\w*|seguir\w*|continuar|acompanar\w*|encargar\w*|cubrir\w*|venir|hoy|ahora"
    r"|ahorita|ese|esa|esta noche|manana|con (?:ese|eso|el caso)|estoy|ando|tengo otr[oa]|en este momento|por ahora)"
)
IT = r"(?:lo|la|los|las|eso|ese|esa)"
_TAKES = words_like(
    rf"""
    yo (?:ya |si )?(?:voy|llego|salgo)(?! a (?:pedir|preguntar|avisar|reportar|decir)\w*)|voy yo|(?:si|ya) voy(?! a\b)|voy ya
    (?:yo )?{IT} (?:tomo|atiendo|cojo|asumo|reviso|recibo|acepto|cubro|hago|miro|resuelvo)(?: yo| ya)?(?! (?:con|el|la)\b)
    (?:me|yo me) (?:encargo|hago cargo|ocupo|apunto)|yo (?:asisto|acompano|tomo|atiendo|cubro)|(?:si|yo) puedo(?: ir)?(?! \w)
    cuent(?:e|en|a) conmigo|confirmo(?: que)?(?: yo)?(?: si)? (?:voy|asisto|asistencia)|dej(?:e|en)m?(?:el|al)o a mi
    """
)
_TAKES_ALONE = regex(rf"{LEAD}(?:(?:yo )?confirmo|confirmad[oa]|voy|yo|tomad[oa])(?: gracias| listo)?")
IN_DOUBT = words_like(
    r"si (?:puedo|alcanzo|logro)|tal vez|quiza\w*|de pronto|a lo mejor|no se si|creo que|alguien"
)
"""What is no promise to come."""
CANNOT = words_like(
    rf"""
    (?:no|ya no|tampoco) (?:{IT} |le |les )?(?:voy a )?(?:puedo|podre|podria|poder|alcanzo|logro)(?: (?:yo|ya))?$
    no (?:{IT} |le |les )?(?:voy a )?(?:puedo|podre|podria|poder|alcanzo a|alcanzo)(?: a)? (?:\w+ )?{_GO}
    (?:yo )?no voy(?! a\b)|no (?:yo )?{IT} (?:tomo|atiendo|cojo|acepto|asumo)|no me encargo
    no (?:asisto|acepto|confirmo|cuenten conmigo)
    (?:estoy|ando|sigo|me encuentro) (?:de (?:viaje|vacaciones|permiso|licencia)|enferm[oa]|incapacitad[oa]|hospitalizad[oa])
    (?:estoy|ando|me encuentro) (?:\w+ )?(?:fuera|por fuera)(?: de (?:la ciudad|cartagena|linea))?|no estoy disponible
    me (?:queda|es) imposible|no me es posible|no tengo como (?:ir|llegar)
    """
)
_GUARD = words_like(
    rf"""
    (?:{IT} )?(?:tom[ea]|atiend[ea]|coj[ea]|coge|siga|sigue|llev[ea]|cubr[ea]|haga|hace|asum[ea]) (?:mejor )?la guardia
    la guardia(?: que)?(?: {IT})? (?:tom[ea]|atiend[ea]|siga|sigue|coj[ea]|se encargue|se encarga)
    (?:pas|mand|dej|entreg)\w+ (?:eso |ese )?a la guardia|llam(?:e|en|ar) a la guardia|a la guardia(?! \w)
    """
)
_GUARD_ALONE = regex(rf"{LEAD}(?:que )?(?:mejor )?(?:a )?la guardia(?: por favor| porfa\w*| mejor)?")
KEEPS = words_like(
    rf"""
    (?:yo )?{IT} (?:sigo|continuo|termino)(?: yo)?|sigo yo|continuo yo
    yo (?:sigo|continuo)(?: con (?:el|la|eso|ese|esto)\b)?$
    me (?:quedo|lo quedo)(?: yo)? con (?:el|ese|eso)|me lo quedo
    """
)


def takes(said: str) -> object:
    return (_TAKES.search(said) or _TAKES_ALONE.fullmatch(said)) and not CANNOT.search(said)


def leaves_to_guard(said: str) -> object:
    return _GUARD.search(said) or _GUARD_ALONE.fullmatch(said)
