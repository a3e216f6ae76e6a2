"""Opening and closing formulas. Whoever reads what a message is about sets them aside first.

«Buenas tardes, el mouse no funciona. Quedo atenta, mil gracias» tells that the mouse does not work. A formula is a line
of a lexicon over folded words; «por favor» is none, for it asks.
"""

from collections.abc import Sequence
from functools import lru_cache

from itgov_bot.patterns import regex

from .folding import OF_A_TURN, any_of, plain

MAX_CLOSING_WORDS = 40
"""So many of the last words are looked at for what closes a message."""
MIN_WORDS_LEFT = 2
"""What is shorter is no matter of its own: «ok gracias» stays as it is."""

_DAY = r"(?:dias?|tardes?|noches?|semana|fin de semana|jornada|resto (?:de|del) (?:dia|tarde|semana))"
_KIND = r"(?:buen[oa]?s?|feliz|lind[oa]|bonit[oa]|excelente|bendecid[oa]|muy)"
_HELPED = (
    r"(?:ayuda|colaboracion|atencion|respuesta|gestion|apoyo|tiempo|paciencia|servicios?|soporte|amabilidad)"
)
_YOUR = r"(?:(?:toda|su|sus|la|tu|tan|mucho|pronta|amable|valiosa|gran|oportuna|rapida) )*"
_HELP = rf"{_HELPED}(?: y {_YOUR}{_HELPED})*"
_SORRY_FOR = r"(?:molestia|molestadera|hora|demora)"
_YOU = r"(?:(?:se|les?|los?|las?|te|me) )*"

_BOTH = rf"""
    (?:hola|(?:buen[oa]s )?(?:dias|tardes|noches)|buenas) (?:otra vez|de nuevo|nuevamente|again)(?=[|]| $)
    (?:muchas |mil |muchisimas |infinitas |y )?gracias(?: (?:a ustedes|de antemano))?(?: por {_YOUR}{_HELP})?(?! por )
    (?:many )?thanks|thank you(?: (?:so|very) much)?
    (?:(?:un|cordial|atento|cordiales) )*saludos?(?: cordial(?:es)?)?(?: a tod[oa]s)?
    (?:{_KIND} )+{_DAY}(?: (?:a |para )?(?:tod[oa]s|ustedes))?
    (?:muchas |mil )?bendiciones|de antemano
    {_YOU}agrade(?:zco|cemos|ciendo) {_YOUR}{_HELP}|{_YOU}agradezco (?:mucho|de antemano)
    (?:disculpen?|perdonen?|perdon|que pena)(?: con (?:ustedes|usted))?(?: (?:por )?(?:la|tanta) {_SORRY_FOR})?
    (?:disculpen?|perdonen?|que pena) (?:que )?(?:los |las |le |les )?molest\w+
    """
"""At either end."""
_BUSY = r"""
    (?:y |que |es que |porque )?(?:estoy|ando|sigo|voy) en (?:una |plena )?(?:reunion|clase|audiencia|llamada)(?: ahora| ya)?
    """
"""At the end of a report, that somebody has no time: it is no part of what fails, and yet worth passing on."""
_WHOM = r"""
    (?:(?:mis?|querid[oa]s?) )*(?:senor(?:es|as?|itas?)?|companer[oa]s?|amig[oa]s?|muchachos|ing(?:e|enier[oa]s?)?)
    (?:doctor(?:es|as?)?|respetad[oa]s?|estimad[oa]s?|apreciad[oa]s?|mani|mi gente|mi amor|mij[oa]|nin[oa]|vecin[oa])
    (?:equipo|gente|personal|grupo) (?:de(?: la)? )?(?:soporte|sistemas|informatica|tecnologia)|mesa de (?:ayuda|servicios?)
    """
"""To whom it is said: at the beginning, or after another formula."""
_OPENING = r"""
    (?:muy |mui )?(?:hola|buen[oa]?s?|hello|hi|hey)|dias|tardes|noches
    (?:espero|esperando) (?:que )?(?:se encuentren?|esten?)(?: muy)? bien
    reciban?(?: (?:de mi parte|un|mi|cordial|atento|respetuoso|saludo))*
    por favor|porfa(?:vor)?|please|oiga|oye|mire|vea|aja|eche
    (?:q(?:ue)? (?:mas|hubo|tal)|quiubo)(?: pues| mano| pana)?(?=[|]| $)|ahora si en serio
    (?:otra vez|de nuevo|nuevamente) yo|(?:soy |aqui )?yo (?:otra vez|de nuevo|nuevamente)
    """
_CLOSING = rf"""
    (?:quedo|quedamos|estare|estaremos) (?:muy )?(?:atent[oa]s?|pendientes?)(?: (?:a|de|por) {_YOUR}{_HELP})?
    {_YOU}agradezco|{_YOU}agradeceria|agradecid[oa]s?
    (?:que )?(?:tengan?|pasen?|les? deseo) (?:(?:un|una) )?(?:{_KIND} )+{_DAY}|que esten?(?: muy)? bien
    (?:que )?(?:mi )?dios (?:(?:me|se|los|las|les?|te) )*(?:bendiga|pague|cuide|multiplique)
    muy (?:amables?|gentiles|eficientes?|rapid[oa]s?|buen servicio)|excelente (?:servicio|atencion)
    un abrazo|abrazos|hasta luego|chao
    """


def _any(*blocks: str) -> str:
    """One formula, over folded words: after each stands a space, before it a bar where a sign parts them."""
    return rf"(?:{any_of(*blocks).replace(' ', '[|]? ')})[|]? "


_OPENS = regex(rf"(?:{_any(_BOTH, _WHOM, _OPENING, _CLOSING)}|[|] )+")
_CLOSES = regex(
    rf"(?:^|(?<= ))(?:[|] |y )?{_any(_BOTH, _CLOSING, _BUSY)}(?:{_any(_BOTH, _WHOM, _CLOSING, _BUSY)}|[|] |y )*$"
)
_SIGN = regex(r"[,.;:!?)\-–—]$")


def count_opening(words: Sequence[str]) -> int:
    """How many words of a sentence only open it."""
    found = _OPENS.match(_marked(words))
    return found[0].count(" ") if found else 0


@lru_cache(OF_A_TURN)
def without_courtesy(text: str) -> str:
    """What stands between the formulas, as it was written; the whole text where they are all that it says."""
    words = text.split()
    begin = count_opening(words)
    last = words[max(begin, len(words) - MAX_CLOSING_WORDS) :]
    closing = _CLOSES.search(_marked(last))
    left = words[begin : len(words) - (closing[0].count(" ") if closing else 0)]
    is_matter = len(plain(" ".join(left)).split()) >= MIN_WORDS_LEFT
    return " ".join(left) if is_matter and len(left) < len(words) else text


def _marked(words: Sequence[str]) -> str:
    return "".join(f"{_joined(word)}{'|' if _SIGN.search(word) else ''} " for word in words)


def _joined(word: str) -> str:
    return plain(word).replace(" ", "_")
