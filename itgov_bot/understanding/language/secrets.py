"""Whether words carry a password, a key or a code, whoever they are for."""

from itgov_bot.patterns import regex

from .folding import fold

_WHAT = r"(?:claves?|contrase(?:n|ñ)as?|passwords?|pass|pwd|pin|credenciales)"
_SAYS = r"(?:(?:es|son|queda|quedo|seria)\b|:|=)"
_TOLD = regex(rf"\b{_WHAT}\b(?: (?!{_SAYS} )\S+){{0,6}} ?{_SAYS} ?[«\"']?(?P<value>\S+)")
_BESIDE = regex(rf"\b{_WHAT}\b(?: \w+){{0,3}} [«\"']?(?P<value>(?=\S*\d)(?=\S*[a-z])\S{{5,}})")
_IS_NO_VALUE = regex(
    r"(?:la|las|el|los|su|sus|mi|tu|un|una|que|de|del|con|por|para|lo|muy|mas|no|ya|solo|igual|incorrecta|correcta|valida"
    r"|invalida|temporal|obligatoria|personal|secreta|distinta|nueva|necesari[oa]|segura|en|a|al|si|facil|para)\W*"
)


def carries_secret(text: str) -> bool:
    """«La clave es Mar2026», «pass del admin: x1»; not «su clave es la del correo», «la clave vence cada 90 días»."""
    said = " ".join(fold(text).split())
    told = any(not _IS_NO_VALUE.fullmatch(one["value"]) for one in _TOLD.finditer(said))
    return told or _BESIDE.search(said) is not None
