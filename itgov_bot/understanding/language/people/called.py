"""The colleague whom an agent's words name: to whom they speak («Darío, encárguese», an «@» wherever it stands), or of whom
they speak otherwise than to tell the person who comes («Darío pasa por su puesto»)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from itgov_bot.patterns import regex

from ..folding import fold, word_set

_CALLS = r"(?:(?:oye|oiga|hey|ey|hola|epa|venga|mira|mire|porfa|uy|ay|buenas|buenos dias|por favor)(?: ,)? )*"
_TELLS_OF = word_set(
    """va van le les lo la los las se ya es esta fue y o ira puede podra quedo viene llega llego paso pasa estuvo
    sale dice dijo hizo tiene de te"""
)
_TO_COME = regex(r"\w{2,}(?:ra|ran)")
"""«Darío pasará por su puesto» tells of him as much as «Darío va»."""

_PERSON = r"(?:usted|su|sus|suy[oa]|la|lo|le|las|los|les)"
_COMES = (
    r"(?:va|ira|viene|vendra|sube|subira|baja|bajara|pasa|pasara|llega|llegara|sale|saldra|(?:esta|va) en camino|llama"
    r"|llamara|escribe|escribira|marca|atiende|atendera|ayuda|ayudara|visita|visitara|acompana|asiste|busca|lleva|instala"
    r"|entrega|recoge|espera|habla|conecta)"
)
_COLLEAGUE = r"(?:(?:el|la|mi|un|una) (?:companer[oa]|ingenier[oa]|tecnic[oa]) )?@"
_BETWEEN = r"(?:(?:ya|le|la|lo|se|me|te|mismo|tambien|ahora|ahorita|que|quien|manana|hoy) )*"
_TELLS_WHO_COMES = regex(
    r"\b(?:soy|habla|saluda|escribe|llama|atte?|atentamente|cordialmente|firma)(?: con)? @"  # by their own name
    r"|\b(?:se llama|pregunt[ea] por|habl[ea] con|busque? a|esper[ea] a|recibe a) @"
    rf"|@ (?:, [^,]+ , )?{_BETWEEN}(?:{_PERSON} (?:va a )?\w+|{_COMES}\b(?:.*\b{_PERSON}\b)?)"  # «Darío la llama»
    rf"|\b(?:{_PERSON}(?: va a)?(?: \w+)?|{_COMES}) {_COLLEAGUE}"  # «la atiende Darío»
    r"|\b(?:su|el) (?:caso|solicitud|equipo|requerimiento|ticket)\b.*@"
    r"|\bles? (?:mand|envi|asign)\w+ a @"
    rf"|@ ,? ?(?:el|ella|que|quien) {_PERSON}\b|\ba @ que {_PERSON}\b"
    r"|\b(?:mi|el|la) (?:companer[oa]|tecnic[oa]|ingenier[oa]) (?:que va (?:es|se llama) )?@"
)
_ASKED = regex(r"@[^,:]*\?")
_TOKEN = regex(r"\{\w+\}|@?\w+|[?:,]")
_SMALL = ("ito", "ita", "ico", "ica", "cito", "cita", "ecito", "ecita", "cillo", "illo", "illa", "is")
"""Endings by which friends make a name small."""
_SHORTEST_SHORT, _LONGEST_SHORT = 4, 5
"""Letters of a name that is cut: «Dani», «Sebas»."""


def short_names(first: str) -> Iterable[str]:
    """How colleagues make a folded first name small or short: «carlita», «sebas»."""
    stem = first.rstrip("aeiou")
    yield from (stem + end for end in _SMALL)
    if stem.endswith("c"):  # «Marco», «Marquitos»
        yield from (f"{stem[:-1]}qu{end}" for end in _SMALL)
    yield from (first[:size] for size in range(_SHORTEST_SHORT, min(len(first) - 1, _LONGEST_SHORT + 1)))


def names_called(names: Iterable[str]) -> dict[str, Sequence[str]]:
    """The folded words of each name (or user name with its «@»), by every form of its first one that colleagues use."""
    found: dict[str, Sequence[str]] = {}
    for words in filter(None, (fold(one).split() for one in names)):
        short = () if words[0].startswith("@") else short_names(words[0])
        found |= {one: words for one in short if one not in found} | {words[0]: words}
    return found


def colleague_called(text: str, names: Mapping[str, Sequence[str]]) -> str | None:
    """The first word of their name. `names`: as of `names_called`; what only tells of somebody («Darío le ayuda») calls
    nobody."""
    said = fold(text)
    closing = re.search(r",\s*(\w+)\W*$", said)
    ends: list[str] = re.findall(r"@\w+", said) + ([closing[1]] if closing else [])
    if called := next((one for one in ends if one in names), None):
        return names[called][0]
    first, *behind = re.sub(rf"^{_CALLS}", "", " ".join(re.findall(r"\w+|[,:]", said))).split() or [""]
    if first not in names:
        return None
    then = next((word for word in behind if word not in names[first]), "")
    return None if then in _TELLS_OF or _TO_COME.fullmatch(then) else names[first][0]


def names_colleague(text: str, names: Mapping[str, Sequence[str]]) -> bool:
    """Whether anybody is named wherever it is, unless whoever opened the case is told that they come or have it."""
    said = " ".join("@" if word in names else word for word in without_surnames(text, names))
    return _ASKED.search(said) is not None or "@" in _TELLS_WHO_COMES.sub(" ", said).split()


def begins_with(text: str, name: str) -> bool:
    """Whether the words call somebody of that name: «Ana, ¿seguro?»."""
    said = re.sub(rf"^{_CALLS}", "", " ".join(_TOKEN.findall(fold(text))))
    first = re.match(r"(?:(?:don|dona|senora?|doctora?) )?(\w+)(?: \w+)? [,:]", said)
    return first is not None and first[1] in names_called([name])


def without_surnames(text: str, names: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The folded words and signs of what is said; of a name that is written in full only its first word."""
    of_name: Sequence[str] = ()
    for word in _TOKEN.findall(fold(text)):
        if word not in of_name:
            of_name = names.get(word, ())
            yield word
