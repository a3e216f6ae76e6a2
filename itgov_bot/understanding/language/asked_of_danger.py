"""What is asked of a danger that was told: whether something may be done now, and whether what came is to be trusted.
What to do is told anyway (`first_aid.yaml`)."""

import re

from itgov_bot.patterns import regex

from .folding import fold, plain

SHORT = 80
"""Characters; what is longer tells of something."""
_LEADS = (
    r"(?:(?:y|pero|entonces|ahora|ay|por favor|porfa|bueno|listo|pues|que (?:hago|hacemos|toca)|oye|ey|no|de una vez|mejor|o"
    r"|sera que|una pregunta|seguro|usted dice|dizque) )*"
)
_THEM = r"(?:(?:yo|me|te|se|lo|la|los|las|le|les|ya|de una vez|mejor|mas bien|tambien|otra vez|ahi|eso|no) )*"
_I_DO = (
    r"(?:abro|borro|elimino|contesto|respondo|prendo|enciendo|apago|uso|seco|conecto|desconecto|enchufo|desenchufo|toco|pago"
    r"|consigno|giro|transfiero|llamo|reinicio|formateo|cargo|destapo|limpio|sacudo|volteo|saco|quito|entro|meto|pongo|cuelgo"
    r"|instalo|desinstalo|reenvio|guardo|muevo|bajo|descargo|bloqueo|doy|sigo|lleno|diligencio|acepto|firmo|hago)"
)
_TO_DO = (
    r"(?:abr|borr|elimin|contest|respond|prend|encend|apag|us|sec|conect|desconect|enchuf|desenchuf|toc|pag|consign|transfer"
    r"|llam|reinici|format|carg|destap|limpi|sacud|volte|sac|quit|entr|met|pon|colg|instal|reenvi|guard|mov|baj|descarg"
    r"|bloque|trabaj|segu|mand|llen|diligenci|acept|firm)[a-z]*r(?:l[oae]s?|me)?"
)
_TRY = r"(?:vuelvo|vuelve|intento|trato|empiezo|pruebo|dejo)(?: (?:a|de))?"
_ALLOWED = r"(?:puedo|podemos|debo|toca|tengo que|hay que|conviene|es bueno|es malo|es peligroso)"
_IF_MAY = regex(
    rf"{_LEADS}(?:{_THEM}{_I_DO}(?: \w+){{0,4}}"
    rf"|(?:y )?si {_THEM}(?:{_TRY} )?(?:{_I_DO}|{_TO_DO})(?: \w+){{0,6}}"
    rf"|{_THEM}{_ALLOWED} {_THEM}(?:volver a |seguir )?(?:{_TO_DO}|usandol[oa]|trabajando)(?: \w+){{0,6}})"
)
_I_DID = (
    r"(?:abri|borre|elimine|conteste|respondi|prendi|encendi|apague|use|seque|conecte|desconecte|enchufe|desenchufe|toque"
    r"|pague|consigne|gire|transferi|llame|reinicie|formatee|destape|limpie|saque|quite|entre|meti|puse|colgue|instale"
    r"|desinstale|reenvie|guarde|movi|baje|descargue|bloquee|cambie|di|mande|llene|hice)"
)
_RIGHT = (
    r"(?:(?:es|s|e)ta|estuvo|estara|hice|hicimos|es|sera|fue) (?:\w+ )?(?:bien|mal|buen[oa]|mal[oa]|correcto|suficiente)"
    r"|(?:con eso )?(?:basta|alcanza|sirve)"
)
_IF_RIGHT = regex(
    rf"{_LEADS}(?:{_THEM}{_I_DID}(?: \w+){{0,5}} (?:{_RIGHT})"
    rf"|(?:{_RIGHT})(?: \w+){{0,2}} (?:que|si|haber(?:l[oae]s?)?|de|en|al) (?:\w+ ){{0,6}}\w+)"
    r"(?: (?:asi|o no|o que|cierto|verdad|eso))*"
)
_IT = (
    r"(?:(?:y|pero|oiga|entonces|sera que|ese|esa|eso|esto|este|el|la|si|ustedes|link|enlace|correo|mensaje|pagina|llamada"
    r"|numero|persona|senora?) )*"
)
_TRUE = (
    r"(?:confiable|segur[oa]|verdad|real|ciert[oa]|legal|oficial|fals[oa]|estafa|peligros[oa]|virus|buen[oa]|mal[oa]|normal"
    r"|trampa|mentira|phishing|(?:de|por parte de) (?:ustedes|uds|la alcaldia|sistemas|informatica|la mesa))"
)
_FROM_YOU = (
    r"(?:lo |la |me lo )?(?:mandaron|enviaron|mandan|envian|escribieron|llamaron) (?:ustedes|uds)"
    r"|(?:ustedes|uds) (?:lo|la|me) (?:mandaron|enviaron|mandan|envian|escribieron|llamaron)"
)
_IF_TRUE = regex(
    rf"{_IT}(?:(?:sera|es|son|era|sea|seria|sale|viene|fue)(?: (?:de|algo|muy))? {_TRUE}|{_FROM_YOU})"
    r"(?: (?:eso|esto|o no|o que|verdad|cierto|o es \w+|ese \w+|esa \w+))*"
)
_PARTS_OF_IT = regex(r"[,;.?¿!\n]+")


def asks_if_may(text: str) -> bool:
    """«¿Lo abro o no?», «¿y si la vuelvo a prender?», «ya lo apagué, ¿está bien?»: whether it may be done or was well done,
    and nothing else."""
    said = plain(text)
    is_asked = "?" in text or re.search(r"\bo no\b|^\W*(?:entonces|que hago)\b", fold(text)) is not None
    is_of_doing = _IF_MAY.fullmatch(said) or _IF_RIGHT.fullmatch(said)
    return is_asked and len(text) <= SHORT and is_of_doing is not None


def asks_if_trusted(text: str) -> bool:
    """«¿Es de ustedes?», «…, ¿es confiable?»: of what came, also behind what is told of it."""
    last = [one for one in _PARTS_OF_IT.split(text) if one.strip()][-1:]
    is_asked = "?" in text or re.search(r"\b(?:sera|o no|es verdad|ustedes)\b", fold(text)) is not None
    return (
        is_asked and bool(last) and len(last[0]) <= SHORT and _IF_TRUE.fullmatch(plain(last[0])) is not None
    )
