"""What is put right of what was told before: «no es la impresora, es el escáner», «no, mejor un monitor», «perdón, es el
wifi», «cambie mouse por teclado», «me equivoqué, es en Manga».

The frames are few and tell what it is instead; who asks for a thing alone, or for anything that it may be, looks at that.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from itgov_bot.patterns import regex

from ..folding import even, plain, word_set
from ..fuzzy import same_word
from ..people.figures_denied import figure_denied

MAX_WORDS = 20
"""What is longer tells something."""
_MARKS = r"no|perdon\w*|disculp[ae]|mentiras?|digo|corrijo|me (?:equivoque|confundi)|quise decir|mejor dicho|mas bien|mejor"
_LEAD = rf"(?:(?:{_MARKS}|ay|uy|ah|eh|oiga|oye|espere|espera|un momento|bueno|pero|que pena|es que|que|y) )*"
_IS = r"(?:es|era|son|eran|seria)"
_ARTICLE = r"(?:el|la|los|las|lo|un|una|mi)"
_TO_IT = rf"(?:(?:{_IS}|sino|mas bien|quiero|necesito|lo que necesito es|quise decir|digo) )"
_NOT_THIS = regex(
    rf"{_LEAD}no {_IS} (?:(?:de|del|{_ARTICLE}) )*(?P<old>\w+)(?: \w+){{0,4}}? {_TO_IT}(?:que )?"
    rf"(?P<what>(?:{_ARTICLE}|con|por|del?) .+)"
)
_RATHER = regex(
    rf"(?=(?:(?:ay|uy|ah|eh|oiga|oye|espere|bueno|pero|que pena) )*(?:{_MARKS})\b){_LEAD}{_TO_IT}{{0,2}}"
    rf"(?P<what>{_ARTICLE} .+)"
)
_THIS_NOT = regex(
    rf"{_LEAD}(?:el|la|los|las|por|con)(?: el| la)? \w+ no (?:(?:sino|es|era) )?"
    r"(?P<what>(?:el|la|los|las|mi|un|una|con|por|del?) .+)"
)
_THING = regex(rf"{_ARTICLE}(?! (?:primer|segund|tercer)\w*\b)(?: \w+){{1,7}}")
_ENDS = word_set("perdon gracias porfa favor por disculpe que pena")
_ANOTHER = regex(
    r"\b(?:tambien|ademas|otro|otra|aparte|primero|no|si|esta|estan|tiene|hay|que"
    r"|es|era|son|eran|fue|dice|se llama|pong\w+|anot\w+|agreg\w+|cambi\w+|apunt\w+)\b"
)
"""Words of more than a thing: a sentence takes the place of none."""
_OF_KIND = word_set("el la los las lo")
_OF = word_set("de del")
_ARTICLES = word_set("el la los las lo un una mi")
_NOWHERE = word_set("en de del para pa por con a al")


@dataclass(frozen=True, slots=True)
class Instead:
    """`what` it is, in the person's words; `old`: the folded word of what it is not, "" where they did not say."""

    what: str
    old: str = ""

    @property
    def is_one_of_many(self) -> bool:
        """«Un monitor»."""
        return plain(self.what.split()[0]) in ("un", "una")


def said_instead(text: str) -> Instead | None:
    """None where no thing is named instead of another: «no, es que el jefe no está», «no, el segundo piso»."""
    said = plain(text).split()
    while said and said[-1] in _ENDS:
        said.pop()
    if not said or len(said) > MAX_WORDS or "?" in text:
        return None
    ways = (way.fullmatch(" ".join(said)) for way in (_NOT_THIS, _RATHER))
    found = next((one for one in ways if one and _THING.fullmatch(one["what"])), None)
    if found is None or _ANOTHER.search(found["what"]):
        return None
    return Instead(_own(text, said, found["what"]), found.groupdict().get("old") or "")


def _own(text: str, said: list[str], what: str) -> str:
    """In the letters that the person wrote, where each word stands by itself."""
    words, count = text.split(), len(what.split())
    own = words[len(said) - count : len(said)]
    return " ".join(own).strip(" ,.;:!") if plain(" ".join(own)) == what else what


def corrected_matter(text: str) -> str | None:
    """What it is instead, thing or not and however much is told of it, of «no es la impresora, es el computador que no la
    ve», «el wifi no, el cable»; in folded words. None where nothing is corrected."""
    said = plain(text)
    found = _NOT_THIS.fullmatch(said) or _THIS_NOT.fullmatch(said)
    return found["what"] if found else None


_IS_OF = rf"(?:{_IS}|fue|fueron|va|corresponde|pertenece|queda|quedo|esta|estaba)"
_OF_TIME = r"(?:a las?|el|en|hoy|manana|para el|hasta el)"
_BUT_IS = rf"(?=(?:sino|mas bien|se (?:le |les )?\w+o|{_IS_OF})\b)"
_DENIED = regex(
    rf"\bno (?:{_IS_OF}|de|en) (?P<old>\w+(?: \w+){{0,6}}?)(?: ?[,;.:])? {_BUT_IS}"
    rf"|\bno {_OF_TIME} (?P<then>\w+(?: \w+){{0,4}}?) ?[,;.:] (?=(?:(?:sino|mejor|es) )*{_OF_TIME}\b)"
)
_DENIED_BEHIND = regex(r"(?: ?[,;]| y) no (?:es |era |en |de |del |la |el |lo )*\w+(?: \w+){0,2}\W*$")


@dataclass(frozen=True, slots=True)
class Denied:
    """What it is not: its last folded word, and where that ends, behind which it is told what it is."""

    old: str
    end: int


def denied(text: str, start: int = 0) -> Denied | None:
    """The last of what is denied, where something is said instead."""
    found = list(_DENIED.finditer(even(text), start))
    if not found:
        return None
    old = found[-1]["old"] or found[-1]["then"]
    return Denied(old.split()[-1], found[-1].end())


def without_denied(text: str) -> str:
    """«No es del teléfono, es del punto de red» → «es del punto de red»; the text itself where nothing is said instead."""
    found = denied(text)
    start = found.end if found else 0
    behind = _DENIED_BEHIND.search(even(text), start)
    return text[start : behind.start() if behind else len(text)]


_SWAPPED = regex(
    rf"{_LEAD}(?:cambi|corri|corre|pon|actuali|modifi|arregl|rectifi)\w* "
    r"(?:lo de |la palabra |donde dice |el |la |los |las )*(?P<old>\w+) por (?:el |la |los |las )?(?P<new>\w+)"
    r"(?: (?:me equivoque|por favor|porfa|gracias|perdon))*"
)


_NAMES_OTHER = regex(
    rf"{_LEAD}no {_IS} (?!{_ARTICLE}\b)(?P<old>\w+) {_TO_IT}(?!{_ARTICLE}\b)(?P<new>\w+(?: \w+)?)"
)


_THIS_NOT_THAT = regex(
    rf"^{_LEAD}(?:{_IS} )?(?!{_ARTICLE}\b)(?P<new>\w+)(?: y)? no (?:{_IS} )?(?!{_ARTICLE}\b)(?P<old>\w+)"
)
"""«Es predial, no predis»."""


def swapped_words(text: str, told: str) -> str | None:
    """What was told with another word in it, of «cambie mouse por teclado», «no es AutoCAD, es ArcGIS»,
    «es predial, no predis»; None where that
    word does not stand there."""
    said = plain(text)
    found = _SWAPPED.fullmatch(said) or _NAMES_OTHER.fullmatch(said) or _THIS_NOT_THAT.fullmatch(said)
    old = next((word for word in told.split() if found and plain(word) == found["old"]), None)
    return told.replace(old.strip(" .,;:"), found["new"], 1) if found and old else None


_MISTAKEN = regex(
    r"(?:(?:ay|uy|no|oiga|hola|perdon|disculpen?|que pena|es que|y) )*"
    r"(?:me (?:equivoque|confundi)|corrijo|correccion|quise decir|(?:lo )?(?:dije|puse|escribi) mal)"
    r"(?: (?:que|pero|y|es que))* (?P<what>.+)"
)
_ANYTHING = regex(r"(?:(?:no )?(?:es|era|son|eran)|seria|el|la|los|las|en)\b.*")
_ELSEWHERE = regex(
    r"(?:(?:perdon|ay|no|pero) )*no (?:es|era|estoy|estamos) en (?:\w+ ){1,5}?(?:es|era|sino|estoy|estamos)(?: en)? .+"
)
_TIMES = regex(r"\b(?:vez|veces|dia|dias)\b|\b(?:primer|segund|tercer)[oa]?\b")
"""«No es la primera vez, es la tercera» corrects nothing."""


def corrects(said: str) -> bool:
    """Of plain folded words: one thing, or place, is said instead of another, or that they were mistaken and what it is."""
    told = _MISTAKEN.fullmatch(said)
    rest = told["what"] if told else said
    is_one_for_another = corrected_matter(rest) is not None and not _TIMES.search(rest)
    is_elsewhere = _ELSEWHERE.fullmatch(rest) is not None or figure_denied(rest) is not None
    return is_one_for_another or is_elsewhere or bool(told and _ANYTHING.fullmatch(rest))


def with_instead(told: str, said: Instead) -> str | None:
    """What was told with the right thing in the place of the wrong one; None where that does not stand there."""
    words = told.split()
    at = next((at for at, word in enumerate(words) if said.old and same_word(said.old, plain(word))), None)
    if at is None:
        return None
    first, *rest = said.what.split()
    before = plain(words[at - 1]) if at else ""
    if plain(first) in _OF_KIND and plain(rest[0]) in _OF:  # «la del correo»: the same of something else
        return _put(words, at - (before in _OF), at + 1, rest)
    if before in _ARTICLES:
        return _put(words, at - 1, at + 1, [first, *rest])
    return _put(words, at, at + 1, rest)


def told_anew(told: str, text: str) -> str | None:
    """What was told as it is put right by words of either way; None where they put nothing right."""
    said = said_instead(text)
    return (said and with_instead(told, said)) or swapped_words(text, told)


def things_told(told: str) -> Iterator[tuple[str, int]]:
    """Each «un portátil», «la impresora» of what was told, that is no place nor whose something is, and where it begins."""
    words = told.split()
    for at, (first, second) in enumerate(pairwise(words)):
        if plain(first) in _ARTICLES and not (at and plain(words[at - 1]) in _NOWHERE):
            yield f"{first} {second}".strip(" ,.;:"), at


def in_place_of(told: str, at: int, what: str) -> str:
    """With `what` instead of the thing of two words that begins there."""
    return _put(told.split(), at, at + 2, what.split())


def _put(words: list[str], start: int, end: int, new: list[str]) -> str:
    sign = words[end - 1][len(words[end - 1].rstrip(" ,.;:")) :]
    put = " ".join([*words[:start], *new]) + sign
    return " ".join([put, *words[end:]])
