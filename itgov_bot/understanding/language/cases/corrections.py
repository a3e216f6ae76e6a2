"""What an agent puts right of a case, or of what they told of it last: «me equivoqué, no fue la fuente, fue el cable»,
«corrija el lugar del 5: es el CAD», «la solución quedó mal, era el cable», «perdón, no a las 3, a las 4»."""

from dataclasses import dataclass
from enum import StrEnum

from itgov_bot.patterns import regex

from ..folding import even, plain, words_like
from ..orders import telling
from .instead import denied

MAX_CHARS = 300
"""Who writes more tells something."""


class Of(StrEnum):
    """What it is of, as far as they named it."""

    ANYTHING = "anything"
    PLACE = "place"
    SERVICE = "service"
    DEED = "deed"
    """What was done, awaited or told."""


@dataclass(frozen=True, slots=True)
class Correction:
    """`what` it is, as it was written; `old`: the last folded word of what it is not, "" where they did not say."""

    of: Of
    what: str
    old: str = ""
    is_marked: bool = False
    """They say that they were mistaken."""

    @property
    def tells_of_past(self) -> bool:
        """«Fue el cable»: what was done, and no more what or where it is."""
        return _PAST.match(plain(self.what)) is not None

    @property
    def bare(self) -> str:
        """Without the verb that stands before it: «es el CAD» → «CAD»."""
        return self.what[_LEAD_OF_BARE.match(even(self.what)).end() :]  # type: ignore[union-attr]

    @property
    def thing(self) -> str:
        """«Fue la banda» → «la banda»."""
        return self.what[_VERB.match(even(self.what)).end() :]  # type: ignore[union-attr]


_MARK = (
    r"me (?:equivoque|confundi)|(?:ah|ay|uy|oh|ups|mmm) no|rectifico|enmiendo"
    r"|perdon\w*|disculp\w*|que pena|mentiras?|corri(?:jo|jan?|ge|jalo|gelo)|correccion|digo"
    r"|quise decir|mejor dicho|(?:lo |la |los )?(?:dije|puse|escribi|anote|cerre) mal"
    r"|(?:lo que (?:hice|puse|dije|escribi)|eso|ahi|la solucion|el cierre|lo)?"
    r" ?(?:no (?:fue|era) eso|(?:esta|estaba|quedo|quedaron) (?:mal|malo|errado|equivocad[oa]))"
)
_LEAD = regex(
    rf"^\W*(?:(?:ay|uy|no|ojo|oiga|oye|pero|ah|eh|y|es que|mejor|mas bien|{_MARK})\b[\s,.;:]*(?:que (?=\w))?)*"
)
_MARKED = regex(rf"\b(?:{_MARK})\b")
_CHANGES = (
    r"(?:corrij|corrig|correg|cambi|actuali|arregl|rectifi|modifi|edit|ajust|reemplac|reemplaz|pong|ponle)\w*"
)
_ASPECT = {
    Of.PLACE: r"(?:lugar|sitio|sede|ubicacion|direccion|localizacion)",
    Of.SERVICE: r"(?:servicio|categoria|clasificacion)",
    Of.DEED: r"(?:soluci[oó]n|cierre|respuesta|espera|motivo|lo que (?:yo )?(?:hice|puse|dije|escribi|se hizo|conteste"
    r"|respondi)|lo (?:hecho|escrito|dicho))",
}
_BEFORE_IT = r"(?:(?:me|por favor|porfa|en|el|la|lo de|del?|de) )*"
_ORDERED = {
    of: regex(rf"\b{_CHANGES} {_BEFORE_IT}{said}\b[^:,.;]*?(?P<end>[:,.;]| (?:por|a|es|era|fue|esta)\b|$)")
    for of, said in _ASPECT.items()
}
_IS_WRONG = r"(?:esta|estaba|quedo|es|puse|puso) (?:mal[oa]?|errad[oa]|equivocad[oa]|otr[oa])"
_WRONG = {
    of: regex(
        rf"\b(?:{said}\b.{{0,40}}?\b{_IS_WRONG}|me (?:equivoque|confundi) (?:de|en|con) (?:el |la )?{said})\b[\s,.;:]*"
    )
    for of, said in _ASPECT.items()
}
_ORDERED_BEHIND = regex(
    rf"[\s,.;:]+(?:por favor |y )?(?:{_CHANGES[:-3]}\w*l[oae]|corrijalo|corrijame eso)(?: por favor| porfa)?\W*$"
)
_IS_AT = regex(
    r"\b(?:que |pero )?(?:ahora )?(?:esta|queda|trabaja|se paso|lo pasaron|es)(?: es| ahora| ya)* (?=(?:en|al?|para)\b)"
)
_VERB = regex(r"(?:(?:sino|que|era|eran|fue|fueron|es|son|esta|estaba|por|a que|lo que)\b[\s:]*)*")
_LEAD_OF_BARE = regex(
    r"(?:(?:sino|que|era|fue|es|esta|estaba|queda|quedo|va|seria|ahora|por|en|a|al|del?|el|la|lo)\b[\s:]*)*"
)
_PAST = words_like(
    r"""
    (?:sino |que |ya )*(?:era|eran|fue|fueron|estaba|estaban|tenia|faltaba|habia|hubo|toco)
    (?:sino |que |ya )*(?:se (?:le |les |lo |la )?\w+(?:o|aron|ieron)|(?:le|les|lo|la) \w+[ei]|\w{2,}(?:aron|[ai]mos))
    hice|puse
    """
)
_NO_THIS = regex(r"\bno (?:el |la |los |las |un |una )?(?P<old>(?!es\b|fue\b|era\b)\w+) ?, (?=\w)")
"""«Perdón, no cable, adaptador»."""
_SAYS_NO = regex(
    r"^\W*(?:no ?, (?=\w)|(?:no,? )*(?:mejor|mas bien) (?=(?:a|en|el|la|las|manana|hoy|pasado)\b))"
)
_RATHER = regex(r"^\W*(?:(?:no|perdon|ay|uy|mentira|mejor)\b\W*)+")
"""Before what is told to somebody once more: «no no, dígale que mañana»."""
_TIMES = regex(r"\b(?:vez|veces)\b")
"""«No es la primera vez, es la tercera» corrects nothing."""
_TRAILS = regex(r"(?:[\s,.;:]+(?:por favor|porfa|gracias|perdon|disculpe|me equivoque|que pena))+\W*$")


def correction_in(text: str) -> Correction | None:
    """None where nothing is put right. The case itself stands no more in the text."""
    if len(text) > MAX_CHARS or "?" in text or _TIMES.search(even(text)):
        return None
    said = even(text)
    rather = _RATHER.match(said)
    if rather and (told := telling(text[rather.end() :])):
        return Correction(Of.DEED, told.text)  # «mejor dígale que a las 5»
    of, start = _aspect(said)
    behind = _ORDERED_BEHIND.search(said) or _TRAILS.search(said)
    end = behind.start() if behind else len(text)
    lead = _LEAD.match(said)
    is_marked = bool(_MARKED.search(said))
    start = start if start is not None else lead.end() if lead and is_marked else 0
    if no := denied(text[:end]):
        return _correction(of, text[no.end : end], no.old, is_marked=is_marked)
    if is_marked and (this := _NO_THIS.search(said, 0, end)):
        return _correction(of, text[this.end() : end], this["old"], is_marked=True)
    if of is Of.ANYTHING and behind and (at := _IS_AT.search(said[:end])):
        return _correction(Of.PLACE, text[at.end() : end])
    is_told = is_marked or of is not Of.ANYTHING or _SAYS_NO.match(said)
    start = start or (lead.end() if lead and is_told else 0)
    return _correction(of, text[start:end], is_marked=is_marked) if is_told else None


def _aspect(said: str) -> tuple[Of, int | None]:
    """What is named of it, and where it is told what that is."""
    for of in _ASPECT:
        if found := _WRONG[of].search(said):
            return of, found.end()
        if found := _ORDERED[of].search(said):
            return of, found.start("end")
    return Of.ANYTHING, None


def _correction(of: Of, what: str, old: str = "", *, is_marked: bool = False) -> Correction | None:
    what = what.strip(' ,.;:«»"')
    return Correction(of, what, old, is_marked) if what else None
