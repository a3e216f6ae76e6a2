"""How somebody rates what was done for them: «4», «5, muy amables», «me equivoqué, es 3», «pésimo servicio»."""

import re

from itgov_bot.patterns import regex

from ..figures import UNITS
from ..folding import fold, plain

_STAR = rf"[1-5]|{'|'.join(UNITS[1:6])}"
_CORRECTS = (
    r"(?:(?:(?:no|ay|uy|pero|y|gracias)[ ,.]+){0,3}"
    r"(?:perdon\w*|disculp\w+|(?:me )?equivoque|quise|queria|corrij\w+|en realidad|mejor|cambi\w+|pon(?:le|gan?|gale|ganle)"
    r"|dej(?:e|a)\w*|ahora si|no,? (?:era|es|fue) (?:un )?[1-5]|no,? (?:era|es))"
    r"(?:[ ,.;:]+(?:me|equivoque|quise|queria|lo|la|le|mi|al?|en|con|por|de|que|es|era|son|fue|no|decir|poner\w*|dar\w*|nota"
    r"|calificacion|pon(?:le|gan?|gale|ganle)|mejor)\b){0,5}[ ,.;:]+)?"
)
"""Of who takes back the number that they gave: «no perdón, 2», «me equivoqué, es 5», «mejor póngale un 4»."""
_GIVES = r"(?:(?:un|una|(?:les? )?(?:doy|pongo|daria)|ahora|califico con|mi nota es|(?:mi )?calificacion(?: es)?) )*"
_STARS = regex(rf"{_CORRECTS}{_GIVES}({_STAR})(?: (?:estrellas?|de (?:5|cinco)|5|puntos?))?")
_RATED = regex(
    rf"\W{{0,9}}{_CORRECTS}(?P<lead>{_GIVES})(?P<stars>{_STAR})"
    r"(?P<unit> ?(?:estrellas?|de 5|/ ?5|puntos?))?(?P<sign> ?[,.;:!\-–] ?| )(?P<words>\D.*)",
    re.DOTALL,
)
_RATES = regex(
    r"\W{0,9}(?:es que|pero|porque|por|aunque|y|muy|excelente|buen\w*|mal\w*|gracias|todo|rapid\w*|lent\w*|regular)\b"
)

_RATES_PLAINLY = regex(
    r"(?:se (?:demor|tard|port|equivoc)\w*|nadie|nunca|ahora si|ya (?:si|quedo|funciona|sirve|esta|todo|me)|(?:por|al) fin"
    r"|pesim\w*|malisim\w*|buenisim\w*|demor\w*|tard[eo]\w*|super|genial|perfect\w*|bien|ok|listo|la atencion|el servicio"
    r"|(?:me|nos|lo|los) (?:atend|dej|llam|trat|ayud|soluc|arregl)\w*|vino|vinieron|llamaron|atendieron|solucion\w*"
    r"|quedo|qued[eo] \w+|aunque|ni)\b"
)
"""After a mark and no stop: what no number of things does. «1 se demoraron mucho», and not «2 se dañaron»."""
_GIVES_IT = (
    r"doy|pongo|daria|pondria|pon(?:ga|gan|gal[ea]s?|ganl[ea]s?|l[ea]s?)|de(?:n)?les?|calific\w+(?: con)?"
)
_GIVEN = (
    r"(?:(?:le|les|lo|la|los|las|yo|se|pues|entonces|asi que|por eso) ){0,3}"
    rf"(?:{_GIVES_IT}|merec\w+|nota(?: es)?|calificacion(?: es)?|puntaje)"
)
_MARK = regex(
    rf"(?:(?:\w+ ){{0,4}}?(?P<given>{_GIVEN}) )?(?:(?:un|una|con|de|es|mi|y) ){{0,2}}(?P<stars>{_STAR})"
    r"(?P<unit> (?:estrellas?|puntos?|(?:de |sobre )?(?:5|cinco)))?"
    r"(?: (?:al?|para|pa|por) (?:(?:el|la|los|las|mi|su|todo|todos|es[ae]|est[ae]|don|dona) )?\w+){0,2}"
    r"(?: (?:porque|pero|aunque|y|por|que)\b.*)?"
    r"(?: (?:pues|gracias|nada mas|entonces|sin duda|obvio|claro|por supuesto|de una|seguro))?"
)
"""A clause that is a mark: «le doy un cinco a la ingeniera», «póngale un 3 porque se demoraron», «5 estrellas», «un 2»."""
_AT_END = regex(
    r"(?:^|[\s,.;:!–—]+)(?:(?:le|les|doy|pongo|pon(?:ga|gan|gale|ganle|le)|un|una) )*"
    rf"(?:{_STAR})(?: ?(?:estrellas?|puntos?|/ ?5|de 5))?[\s.!]*$",
    re.IGNORECASE,
)
"""A bare mark that ends what is said, and tells nothing beside itself."""
_AGREES = regex(r"(?:(?:bueno|ok|si|listo|dale|claro|va|vale|pues|ya)(?: |$))+")
_STOPS = regex(r"[,.;:!()\n–—]+")
_CORRECTED = regex(rf"\W{{0,9}}(?=\w){_CORRECTS[:-1]}{_GIVES}(?:{_STAR})\b")
_OPINION = regex(
    rf"(?:(?:la verdad|pues|que|muy|super|bastante|un|una|me parecio|fue|todo) )*(?:{_RATES_PLAINLY.pattern}"
    r"|(?:mal[oa]?s?|regular\w*|lent[oa]s?|deficiente|horrible|terrible)\b)"
)
_FAILS = regex(r"(?:no|nada|sigue|siguio|quedo|todavia|pesim\w*)\b")
"""After a mark alone: «1, no sirvió» rates, «2 no prenden» counts."""


def stars_of(text: str) -> int | None:
    """A rating from 1 to 5: «4», «4 estrellas», «4/5», «⭐⭐⭐⭐»."""
    if stars := text.count("⭐"):
        return stars if stars <= 5 and not plain(text) else None
    found = _STARS.fullmatch(plain(text))
    return _number(found[1]) if found else None


def stars_with_words(text: str) -> tuple[int, str] | None:
    """A rating and what is said beside it: «4, pero se demoraron», «5 estrellas. Muy amables»; "" when nothing is.

    «3 computadores no prenden» is no rating: without «estrellas» and the like, what follows must read as an opinion.
    """
    if (alone := stars_of(text)) is not None:
        return alone, ""
    found = _RATED.fullmatch(fold(text))
    if found is None:
        return None
    is_opinion = (
        _RATES.match(found["words"])
        or _RATES_PLAINLY.match(found["words"])
        or (found["sign"].strip() and _FAILS.match(found["words"]))
    )
    if not (found["lead"] or found["unit"] or is_opinion):
        return None
    return _number(found["stars"]), text[len(text) - len(found["words"]) :].strip()


def stars_within(text: str, *, tells_how: bool) -> tuple[int, str] | None:
    """A mark anywhere in what is said: «excelente servicio, 5, muy amable la niña», with all of it as its words. A bare
    number is one where the rest `tells_how` it went; none where two stand there, or where it counts something."""
    clauses = [said for clause in _STOPS.split(text) if (said := plain(clause))]
    marks = [found for one in clauses if (found := _MARK.fullmatch(one))]
    if (
        len(marks) != 1
        or "?" in text
        or sum(char.isdigit() for char in text) > 1 + (marks[0]["unit"] or "").count("5")
    ):
        return None
    is_alone = all(_AGREES.fullmatch(one) for one in clauses if not _MARK.fullmatch(one))
    is_mark = tells_how or is_alone or marks[0]["given"] or marks[0]["unit"]
    if not is_mark:
        return None
    return _number(marks[0]["stars"]), _AT_END.sub("", text).strip()


def corrects_stars(text: str) -> bool:
    """Of a rating in words: whether it takes back a number that was given, «me equivoqué, es 5»."""
    return _CORRECTED.match(fold(text)) is not None


def is_opinion(text: str) -> bool:
    """How somebody was attended, in plain words: «pésimo servicio», «muy mal, se demoraron mucho»."""
    return _OPINION.match(plain(text)) is not None


def _number(star: str) -> int:
    return UNITS.index(star) if star in UNITS else int(star)
