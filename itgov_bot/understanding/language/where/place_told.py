"""The place that words tell: said as one («estoy en …», «piso 2 …»), or in passing; without what leads to it and
goes on after it."""

import re
from functools import lru_cache

from itgov_bot.patterns import regex

from ..folding import OF_A_TURN, plain, word_set
from ..people.contacts import find_contact, reads_as_contact
from ..request_type import tells_a_fault
from .clauses import GERUND, OTHER_CLAUSE
from .floors import ORDINAL, spelled
from .offices import DEPARTMENT
from .places import MAX_PLACE_CHARS, PLACE, has_place_word, is_named_first, names_a_place, tells_something

MAX_TOLD_CHARS = 400
"""What is longer is a story, in which a place is told in passing at most."""
MAX_PLACE_WORDS = 16
MAX_BARE_WORDS = 7
"""Of a place that does not begin with its kind: «Aduana, piso 2»."""
_WHERE = regex(
    r"\b(?:(?:estoy|estamos|me encuentro|nos encontramos|queda|es|ubicad[oa]s?|aqu[ií]|ac[aá]|vengan|suban|bajen"
    r"|trabajo"
    r"|trabajamos|(?:me|nos)\s+(?:pas|mud|traslad|mov)(?:[eéií]|amos|imos|aron|ieron))\s+)(?:(?:aqu[ií]|ac[aá]|ubicad[oa]s?)\s+)?(?:en|al?)\s+(?P<place>[^.;!?\n]+)",
    re.IGNORECASE,
)
BUSY = word_set(
    "reunion reuniones llamada clase clases capacitacion comite audiencia camino vacaciones permiso licencia almuerzo "
    "teletrabajo espera proceso cierre cierres mora crisis apuros paro brigada empalme inventario comision sesion receso "
    "pausa plena pleno medio mitad vigencia licitacion emergencia problemas ello eso esto"
)
_LONG_NUMBER = regex(r"\d{4}")
_LEFT_OVER = frozenset(["y", "desde", "con", "por", "a", "al", "en", "el", "la", "mi"])
_SIGNS = " \n\t,.;:-–¡!"
_GOES_ELSEWHERE = regex(
    rf"(?<![\s,])[\s,]+(?:{OTHER_CLAUSE})\b.*"
    r"|(?<![\s,])[\s,]+quien (?:lo |la )?(?:pide|solicita|necesita|reporta|requiere)\b.*"
    r"|(?<!\s)\s+(?:a|para|pa)\s+\w+[aei]r(?:l[oae]s?|me|nos)?\b(?! y\b).*"
    r"|(?<!\s)\s+sin\s.*|(?<![\s,.;])[\s,.;]+(?:(?:yo\s+)?soy|me llamo|mi nombre es)\b.*"
    r"|(?<![\s,.;])[\s,.;]+(?:(?:y|pero)\s+)?no\s+(?:me\s+)?(?:s[eé]|recuerdo|tengo)\s+(?:cu[aá]l\s+es\s+)?(?:mi|la|el)\b.*"
    r"|(?<![\s,.;])[\s,.;]+(?:y\s+)?(?:pregunt|busqu|av[ií]s|d[ií]ga)\w+\s+(?:por|al?)\b.*",
    re.DOTALL | re.IGNORECASE,
)
"""What goes on after the place."""
_HEAD = regex(r"^\s*(?:(?:y|es|s[ií]|hola|aqu[ií]|ac[aá])[\s,]+)*en\s+", re.IGNORECASE)
_AFTER_IN = rf"(?:cad|cap|cdv|sede|{PLACE})"
_AFTER_OF = (
    r"(?:cad|cap|cdv|sedes?|edificio|pisos?|casa de justicia|biblioteca|hospital|puesto de salud|centro de salud"
    r"|colegio|institucion educativa|alcaldia local|localidad|ventanilla|inspeccion|comisaria|corregimiento)"
)
"""Of what else it is said whose it is, not where: «el portal de la alcaldía», «el evento del despacho»."""
_GOES_ON = (
    rf"(?: (?!(?:{GERUND}|y|e|ni|o|que|no|se|esta|estan|hay|sin|nadie|ninguno|desde|porque|pero|con|por|para|ya|a|quedo"
    r"|quedaron"
    r"|tiene|tienen|fallo|fallan?|cayo|funciona|sirven?|podemos|puede|pueden|hoy|ahora|nada|es|son|necesit\w+|donde"
    r"|electronica)\b)\w+)"
)
_ARTICLE = r"(?:(?:el|la|los|las|mi|nuestra|nuestro|todo|toda|primer|segundo|tercer|cuarto|quinto) )*"
_TOLD = regex(
    rf"\b(?:en|desde) (?:las oficinas de )?(?P<where>{_ARTICLE}{_AFTER_IN}\b(?! electronica){_GOES_ON}{{0,12}}"
    rf"(?: \| {_AFTER_IN}\b{_GOES_ON}{{0,4}})*)"
    rf"|(?:^|\b(?:de|del|toda|todo|todas) ){_ARTICLE}(?P<of>{_AFTER_OF}\b(?! electronica){_GOES_ON}{{0,6}}"
    rf"(?: \| {_AFTER_IN}\b{_GOES_ON}{{0,4}})*)"
    rf"|^(?:(?:aqui|aca|alla|buenas|buenos|hola|tardes|dias) (?:\| )?)*en (?:la |el )?(?P<whose>{DEPARTMENT}"
    rf"(?: (?:y )?(?:{DEPARTMENT}|humano|interno|coactivo|publico|general|de(?= {DEPARTMENT})))*)"
    r"(?= (?:no|se|hay|tenemos|nadie|ninguno)\b)"
    rf"|(?<! de)(?<! la)(?<! el)(?<! a)(?<!del)(?:^| )(?P<numbered>(?:piso|oficina|ventanilla) \d{{1,4}}\b{_GOES_ON}{{0,4}})"
)
"""Over folded words with a `|` where a sign parts them."""
_HANGING = regex(r"(?: (?:\||de|del|la|el|los|las|en|al))+$")
_SCOPE = regex(r"(?:en )?(?:toda|todo|todas|todos|ninguna|ningun|varias|varios) (?:(?:la|el|las|los) )?")
_WHICHEVER = regex(
    r"(?:en )?(?:(?:la|el|las|los|una|un|mi|nuestra|esta|otra) )?"
    r"(?:alcaldia|entidad|ciudad|distrito|sedes?|edificios?|oficinas?|dependencias?|pisos?|puesto|escritorio|lugar|sitio)?"
    r"(?: de siempre)?"
)
"""It does not say which one."""


@lru_cache(OF_A_TURN)
def place_told(text: str) -> str | None:
    """Where somebody or something is, in the words of any message; None when it does not say."""
    return place_said(text) or _told_in_passing(text)


def place_said(text: str) -> str | None:
    """The place that words are there to tell: «estoy en …», or «piso 2 …» from the first word on."""
    text = " ".join(text.split())
    if len(text) > MAX_TOLD_CHARS:
        return None
    if found := _WHERE.search(text):
        named = without_rest(found["place"])
        if _is_occupation(named):
            return None
        return to_go_to(named) if named and is_place_alone(named, MAX_PLACE_WORDS) else None
    named = without_rest(text)
    most = MAX_PLACE_WORDS if is_named_first(named) else MAX_BARE_WORDS if has_place_word(named) else 0
    return to_go_to(named) if names_a_place(named) and is_place_alone(named, most) else None


def place_behind(text: str) -> str | None:
    """What stands behind «estoy en», «me pasaron a»."""
    return place_said(text) if _WHERE.search(text) else None


def _is_occupation(named: str) -> bool:
    """«En reunión», «en clase»: nobody can be found there."""
    return not BUSY.isdisjoint(plain(named).split()) and not has_place_word(named)


def is_place_alone(named: str, most_words: int) -> bool:
    """Nothing but a place of so many words: no fault, no telephone, no story."""
    if tells_something(named) or tells_a_fault(named) or _has_contact(named):
        return False
    return len(named) <= MAX_PLACE_CHARS and 0 < len(plain(named).split()) <= most_words


def _has_contact(named: str) -> bool:
    """The numbers of two offices are no telephone: «de la oficina 204 a la 310»."""
    return reads_as_contact(named) and (
        find_contact(named) is not None or _LONG_NUMBER.search(named) is not None
    )


def without_rest(text: str) -> str:
    """Without what goes on after the place, and what hangs about it."""
    words = _GOES_ELSEWHERE.sub("", _HEAD.sub("", text)).strip(_SIGNS)
    while (cut := words.rpartition(" "))[2].lower() in _LEFT_OVER:
        words = cut[0].strip(_SIGNS)
    return words


def _told_in_passing(text: str) -> str | None:
    """What stands after «en», «desde» and the like in a report."""
    words, folded, starts = spelled(text).split(), "", []
    for word in words:
        starts.append(len(folded))
        folded += f"{plain(word)} " + ("| " if word[-1] in ",.;:!?()" else "")
    for found in _TOLD.finditer(folded):
        begin, end = found.span(found.lastgroup or 0)
        end -= len(hanging.group()) if (hanging := _HANGING.search(folded[begin:end])) else 0
        said = [word for word, start in zip(words, starts, strict=True) if begin <= start < end]
        if place := to_go_to(" ".join(said).strip(" ,.;:!?()")):
            return place
    return None


_FILLERS = regex(
    r"(?:(?:bueno|pues|aj[aá]|mejor dicho|quise decir|corrijo|o sea|digo"
    r"|me (?:equivoqu[eé]|confund[ií])(?=\W+(?:es|era|queda)\b)"
    r"|perd[oó]n|espere|no|s[ií]|creo que|me parece que|no s[eé]|nosotr[oa]s"
    r"|hola|buen[oa]s|d[ií]as|tardes|noches|es|est[aá]|ser[ií]a"
    r"|queda|quedamos|estoy|estamos|me encuentro|nos encontramos|trabajo|ubicad[oa]s?|aqu[ií]|ac[aá]|all[aá]"
    r"|(?:para|pal?)(?!\s+(?:\w+[aeií]r(?:me|nos|l[aeo])?|dentro|que|cuando)\b)"
    r"|ah[ií]|en|desde|por"
    r"|vengan|que vengan|a|al(?!\s+(?:lado|fondo|frente)\b)|donde siempre|ah|ay|y|disculpe"
    r"|(?:yo )?soy del?|somos del?|trabajamos|laboro"
    r"|i(?:['’]| a)?m|i work|we(?:['’]| a)re|we work|at|in|the|it(?:['’]| i)s)(?:[\s,.:]+|$))+",
    re.IGNORECASE,
)
_ARTICLES = regex(
    rf"(?:(?:el|la|los|las)\s+)(?:de(?:l)?\s+(?:el|la|los|las)\s+|del?\s+)?(?=(?:{ORDINAL} )?(?:{PLACE})\b)",
    re.IGNORECASE,
)


def bare_place(text: str) -> str:
    """Without the words that lead to it: «es en la», «mejor dicho, aquí en»."""
    words = text.strip(" \n\t,.;:-–¡!")
    lead = _FILLERS.match(words)
    words = words[lead.end() :].strip() if lead else words
    article = _ARTICLES.match(words)
    return words[article.end() :] if article else words


def to_go_to(place: str) -> str | None:
    """A place without how much of it is meant: «toda la sede de Manga» is «sede de Manga», and «toda la alcaldía» or
    «ninguna sede» is no place where anybody can be found."""
    scope = _SCOPE.match(f"{plain(place)} ")
    named = " ".join(place.split()[len(scope[0].split()) :]) if scope else place
    return None if _WHICHEVER.fullmatch(plain(bare_place(named))) else named


def says_no_place(text: str) -> bool:
    """«Pues en mi oficina», «en la sede»: as good as no answer."""
    return bool(plain(text)) and to_go_to(text) is None
