"""Is somebody only leaving for a moment, or back again? «Espere que me llaman», «ya volví»: that answers nothing."""

from itgov_bot.patterns import regex

from ..folding import plain

MAX_PAUSE_WORDS = 12
"""What is longer tells something."""
_COMPANY = (
    r"(?:ay|uy|ah|ok|listo|bueno|pues|perdon|disculpe|disculpa|hola|oiga|oye|mire|por favor|porfa|gracias|y|ya|que|eh|un"
    r"|ahi|ahora|aqui|si|buenas)"
)
_WHILE = (
    r"(?:momento|momentico|momentito|minuto|minutico|minutos|segundo|segundito|rato|ratico|tantico|toque)"
)
_CALLED = (
    r"(?:(?:que|porque|pues|es que) )*(?:me (?:estan? )?(?:llam|busc|habl|neces)\w*(?: (?:el|la|mi) \w+)?"
    r"|(?:me )?(?:entro|entra) (?:una )?llamada|(?:esta )?s(?:ue|o)n\w+ el (?:telefono|celular)"
    r"|(?:estoy|ando) (?:ocupad[oa]|atendiendo|en (?:una )?(?:reunion|llamada))(?: \w+){0,3}|contesto(?: \w+){0,3}"
    r"|atiendo(?: \w+){0,3}|voy (?:al bano|por un cafe|a almorzar|y vuelvo)|ya (?:vuelvo|regreso|vengo))"
)
_WAITS = (
    r"(?:esper\w+|aguant\w+|d[ae]me|denme|regal[ae]me)"
    rf"(?: (?:un|una|unos|dos|tres|cinco|\d{{1,2}}|ahi|me|tantico|{_WHILE}))*"
)
_PROMISES = (
    r"(?:ahorita|ahora|luego|ya|despues|enseguida) (?:se |te |le |les )?(?:lo |la )?"
    r"(?:digo|aviso|escribo|confirmo|averiguo|miro|busco)"
)
_COMES_BACK = (
    r"(?:ya )?(?:volvi|regrese|estoy (?:de )?(?:vuelta|regreso)|vuelvo|regreso|ya vengo)"
    rf"(?: (?:ya|ahora|enseguida|en|un|unos|de|\d{{1,2}}|{_WHILE}))*"
    r"|(?:aqui|ya) (?:estoy|sigo)(?: (?:otra vez|de nuevo|aqui))?|sigo aqui|ahora (?:sigo|continuo)"
    r"|(?:i m|i am|im) back|(?:hold on|one moment|wait)(?: please)?"
)
_PAUSE = regex(
    rf"(?:{_COMPANY} )*(?:{_PROMISES}|{_WAITS}(?: {_CALLED})?|{_CALLED}|un {_WHILE}|{_COMES_BACK})"
    rf"(?: (?:{_COMPANY}|{_CALLED}|{_COMES_BACK}))*"
)


def is_pause(text: str) -> bool:
    """Whether the words say from end to end that somebody goes for a moment, or is there again."""
    said = plain(text)
    return len(said.split()) <= MAX_PAUSE_WORDS and _PAUSE.fullmatch(said) is not None
