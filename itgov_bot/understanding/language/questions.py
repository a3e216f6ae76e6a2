"""Does somebody ask something, and what for: readable rules on folded text."""

from itgov_bot.patterns import regex

from .folding import fold, plain, words_like

_OPENING = words_like(
    r"""
    hola|buen\w+|dias|tardes|noches|ing|inge\w*|disculp\w+|una pregunta|pregunta|por ?favor|oye|ey|y|es que|cordial
    saludo|saludos|una consulta|consulta|me permito consultar|quisiera saber|quiero saber|me gustaria saber
    """
)
_ASKED = words_like(
    r"""
    como|donde|cuand\w*|que|q|cual|cuales|quien|quienes|kien|cuant\w*|por ?que|a que|a quien|hasta cuando|hasta que|puedo
    se puede|es posible|sera que|ustedes|tienen|existe|para que|de quien|hay (?:algun|alguien|curso|manual|forma)
    """
)
_CLEARLY_ASKED = regex(
    r"(y )?(a )?(que (hora|horario|dia|es|significa|pasa si)|cual|cuando|cuanto|como|donde|por donde|quien|hasta que)\b"
)
_ASKED_AT_THE_END = regex(r"¿|[,.;:!\n](?=[^,.;:!¿\n]*$)")
"""Where the question begins: at its own mark, or else after the last stop."""
_WHO_ANSWERS = words_like(
    r"""
    quien(?:es)? (?:responden?|se encargan?|es (?:el|la) (?:responsable|encargad[oa])|manejan?|lleva|pagan?|arregla|repara)
    quien(?:es)? (?:ve|da|entrega|firma|autoriza|tramita|coordina|dirige|atiende) (?:el|la|lo|los|las|eso|un)
    (?:a|con) quien (?:le |se )?(?:pido|reporto|busco|llevo|acudo|dirijo|hablo|pregunto|entrego|solicito|toca|corresponde)
    que (?:oficina|dependencia|area|secretaria)
    """
)
_INFORMATION = words_like(
    r"""
    que (?:hago|debo hacer|se hace|hacemos) (?:si|cuando)|como (?:reporto|solicito|pido|hago para (?:pedir|solicitar))
    cuanto tiempo (?:estuvo|duro)|quien responde por|a quien le (?:reporto|aviso)
    """
)


def is_question(text: str) -> bool:
    """A whole message: it ends with a question mark, or begins with a question word after the greeting."""
    return fold(text).rstrip().endswith("?") or begins_as_question(text)


def begins_as_question(text: str) -> bool:
    """A question word after the greeting; «¿me pueden ayudar…?» only asks politely for something."""
    rest = fold(text)
    while (opening := _OPENING.search(rest)) and not _tidy(rest[: opening.start()]):
        rest = rest[opening.end() :]
    begins = _ASKED.search(rest)
    return bool(begins and not _tidy(rest[: begins.start()]))


def told_before_question(text: str) -> str:
    """What is told before something is asked, in «se cayó el internet, ¿ya saben?»: the whole text where nothing is
    asked, an empty one where nothing is told."""
    if not is_question(text):
        return text
    asked = _ASKED_AT_THE_END.search(text)
    return "" if asked is None or begins_as_question(text) else text[: asked.start()].strip()


def told_beside_question(text: str) -> str:
    """The same, or what is told after it: «¿hasta qué hora atienden? es que se me dañó el mouse»."""
    return told_before_question(text) if is_question(text) else text.rpartition("?")[2].strip()


def is_clearly_asked(text: str) -> bool:
    """Where any words are an answer ("Aduana, donde queda caja"), only what cannot be read otherwise is a question."""
    return "?" in text or _CLEARLY_ASKED.match(plain(text)) is not None


def wants_information(text: str) -> bool:
    """How something is done, or what happens in case of a fault; nobody tells that there is one."""
    return _INFORMATION.search(fold(text)) is not None


def asks_who_answers(text: str) -> bool:
    """«¿Quién responde por el archivo?»: a question for the process model."""
    return _WHO_ANSWERS.search(plain(text)) is not None


def _tidy(before: str) -> str:
    return before.strip(" ,.:;¿¡!?")


_MEANING = words_like(
    r"""
    (?:a )?cual(?:es)?|como (?:asi|que)|que (?:es|son|significa|quiere decir|diferencia)|a que se refiere\w*
    no (?:se|entiendo|entendi) (?:que|cual|cuales|a que|la diferencia|eso)|explique\w*|en que se diferencia\w*
    """
)


def asks_meaning(text: str) -> bool:
    """«¿Cuál cable?», «¿cómo así que dependencia?»: what the desk meant by what it asked."""
    return _MEANING.search(plain(text)) is not None and is_question(text)


_WHOM = words_like(
    r"(?:a|con|de) quien(?:es)?|quien(?:es)?|a donde|adonde|donde|que (?:numero|oficina|dependencia)|como hago"
)
_BARE_MEANING = regex(
    r"(?:(?:y|eh|ay|oiga|perdon|pero|eso) )*(?:como asi|no (?:te |le )?entiendo|no entendi|que significa"
    r"|explique(?:me|melo)?)"
    r"(?: (?:eso|bien|por favor|porfa|la pregunta))*"
)
_OF_STEP = {
    "place": words_like(r"dependencias?|lugar|sede|ubicacion|donde es"),
    "contact": words_like(r"contacto|telefono|extension|avis\w+"),
    "confirm": words_like(r"autori[sz]\w+|ley|boton|resumen"),
}


def asks_meaning_of(text: str, step: str) -> bool:
    """«¿Cómo así que dependencia?» where that is what a form asks, at one of these steps; «¿cómo así?» is of any."""
    of_step, said = _OF_STEP.get(step), plain(text)
    is_bare = _BARE_MEANING.fullmatch(said) is not None
    return of_step is not None and (is_bare or (asks_meaning(text) and of_step.search(said) is not None))


MAX_WHOM_WORDS = 10


def asks_whom(text: str) -> bool:
    """«Bueno, ¿y entonces a quién le digo?»: of what was spoken of before, so that few words are enough."""
    return len(plain(text).split()) <= MAX_WHOM_WORDS and _WHOM.search(plain(text)) is not None


_GOES_ON_WITH = regex(
    r"(?:(?:ah|ay|oiga|bueno|pero|ya|que|es que) )*(?:y )?(?:(?:el|la|los|las|lo del?) (?:\w+ ){1,4}?(?:tambien|tampoco)"
    r"|tambien (?:\w+ ?){1,5}|(?<=y )(?:el|la|los|las|lo del?) (?:\w+ ?){1,3})"
)


def goes_on_with(text: str) -> bool:
    """«Ah, y el aire también»: one thing more, of which the same is said as before."""
    return _GOES_ON_WITH.fullmatch(plain(text)) is not None
