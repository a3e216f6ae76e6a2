"""When somebody who waits for help is there, how they are reached, and that they are in a hurry: said to whoever comes,
over folded words."""

from itgov_bot.patterns import regex

from ..folding import plain, word_set, words_like
from ..request_type import tells_a_fault

_SOME = r"(?:un|unos|\d{1,2}|cinco|diez|quince|veinte|treinta|media)"
_WHEN = (
    rf"(?:en (?:{_SOME} )?(?:minut\w+|min|momentico|momento|rato|horas?)|a las? \w+|hasta las? \w+|tipo \w+"
    r"|a (?:almorzar|comer|desayunar)|al (?:almuerzo|bano|medio ?dia)|(?:hoy |manana )?(?:en|por) la (?:manana|tarde)"
    r"|manana|mas tarde|despues|temprano|antes|el (?:lunes|martes|miercoles|jueves|viernes))"
)
_GOES = r"(?:salgo|salimos|vuelvo|volvemos|regreso|llego|llegamos|entro|subo|bajo|estoy|estamos|estare|estaremos|voy)"
_THERE = words_like(
    rf"""
    (?:me|nos) (?:voy|vamos|retiro|retiramos)(?: (?:ya|hoy|ahora))?(?= (?:a|para|pa|de|temprano|y)\b|$)
    {_GOES} (?:\w+ ){{0,3}}?{_WHEN}
    (?:a las|tipo) \w+ (?:me voy|salgo|salimos|vuelvo|llego|entro)
    (?:vengan?|pasen?|suban?|bajen?) (?:\w+ ){{0,2}}?{_WHEN}
    (?:(?:aqui|aca|ahi) )?(?:l[oa]s?|les?) esper(?:o|amos)(?! que)
    (?:aqui|aca|ahi) (?:estoy|estamos|estare|estaremos)(?: (?:pendientes?|atent[oa]s?|esperando\w*))?$|no (?:aguanto|doy) mas
    """
)
_HURRY = words_like(
    r"""
    (?:me|nos) urgen? (?:\w+ )?(?:porque|pues|ya que|por|para)|es (?:muy )?urgente (?:porque|pues|ya que)
    (?:lo|la|los|eso) necesito (?:ya|urgente|para|hoy|con urgencia)
    tengo (?:que|una|un) (?:entregar|presentar|audiencia|reunion|sustentar|enviar|radicar|plazo)
    """
)
_WAYS = word_set("numero telefono tel celular cel movil whatsapp extension ext contacto")
_CALLS = regex(r"(?:llam|ubi[cq]|contact|bus[cq]|escrib|mar[cq]|locali[cz])\w+")
_BESIDE = word_set(
    """a acaso actual cierto avisarles ponerles agrego agreguen agregue ah ahi ahora al algo anote anoten apunte
    apunten ay buenas buenos cosa cualquier de decir decirle decirles dejar dejarles dejo del di dias directo
    disculpe disculpen doy el en era es este falto favor gracias hola la le les lo mas me mejor mi mio muchas nos
    nuevo o oficina oiga olvido otra otro para paso perdon personal poner ponerle por porfa pueden puede que queda
    quedo se seria si tambien tardes un uy va y"""
)


_ME = r"(?:me|nos)"
_WISH = r"(?:puede[ns]?|podrian?|podrias|quisiera|quiero|necesito|prefiero|sera que|es posible|hay forma)"
_CALL_ME = words_like(
    rf"""
    (?:{_ME} )?{_WISH} (?:\w+ ){{0,3}}?(?:(?:llamar|marcar){_ME}|{_ME} (?:llam|marqu|marc|timbr)\w+|una llamada)
    {_ME} {_WISH} (?:\w+ )?(?:llamar|marcar|timbrar)
    (?<!no )(?:llam(?:e|en|a)|marqu(?:e|en)|timbr(?:e|en)){_ME}
    (?<!no )que {_ME} (?:llamen?|marquen?|timbren?)
    (?<!no )(?<!si )(?<!cuando ){_ME} llaman?(?= (?:por favor|porfa|al|a este|a mi|es|mejor)\b)
    """
)


_WHO_CALLS = words_like(
    r"(?:llam|marqu|marc|timbr)\w+ (?:un|una|algun|alguien|el|la|los)\b(?! (?:numero|celular|telefono|fijo|tarde|manana))"
)


_WHY_CALLED = regex(
    r"\b(?:casi |yo )?no (?:se|puedo|veo|alcanzo)(?: \w+){0,2} (?:escribir|leer|teclear|chatear)\b"
    r"|\b(?:me cuesta|se me dificulta) escribir\b|\bescrib\w+ (?:muy |tan |bien )?(?:lento|despacio|mal)\b"
)


def without_why_called(text: str) -> str:
    """Folded, without why somebody would not write: «casi no sé escribir» is no matter of the desk."""
    return _WHY_CALLED.sub(" ", plain(text))


def names_who_calls(text: str) -> bool:
    """«Que me llame un ingeniero» rather wants a person than a call."""
    return _WHO_CALLS.search(plain(text)) is not None


def asks_to_be_called(text: str) -> bool:
    """«¿Me pueden llamar?», «llámenme al 300…»: instead of writing."""
    return _CALL_ME.search(plain(text)) is not None


def tells_reach(said: str) -> bool:
    """«Otra cosa, el teléfono mío es el 300…», and nothing else: every word is of such an announcement."""
    words = [word for word in said.split() if not any(char.isdigit() for char in word)]
    named = [word for word in words if word in _WAYS or _CALLS.fullmatch(word)]
    return len(words) < len(said.split()) and bool(named) and {*words} <= _BESIDE | {*named}


def tells_when_there(said: str) -> bool:
    """«A las 12 salgo a almorzar», «me voy para la casa», «vengan mañana»."""
    return _THERE.search(said) is not None and not tells_a_fault(said)


def urges(said: str) -> bool:
    """«Es que me urge, tengo que entregar un informe»."""
    return _HURRY.search(said) is not None
