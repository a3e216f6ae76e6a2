"""Who a word of introduction introduces, and of where they are: «habla Yeimis la de archivo», «soy el conductor de …»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from itgov_bot.patterns import regex

from ..folding import plain, word_set
from ..known import Known
from ..people.names import ROLES, TITLES, count_name, count_titles, is_capital, shown
from ..request_type import tells_a_fault
from ..where.offices import department_words
from ..where.places import has_place_word

MAX_PLACE_WORDS = 8
CUE = regex(
    r"\b(?:(?P<strong>me llamo|mi nombre (?:completo )?es|(?:le|les|te) (?:habla|escribe|saluda)"
    r"|quien (?:les? )?(?:escribe|habla)(?: es)?|my name is"
    r"|(?P<verb>habla|escribe|firma(?:do)?|(?:quien )?reporta|contacto)"
    r"|me dicen|de parte de(?:l)?|att(?:e)?\b\.?|atentamente|cordialmente)|(?P<soy>(?:yo )?soy"
    r"|somos|(?:les? )?escribo|(?:yo )?(?:trabajo|laboro))"
    r"|(?P<english>i(?: a|['’]?)m|i work|we work|we(?: a|['’])re)|(?P<here>aqu[ií]|ac[aá]))(?=\s|$)",
    re.IGNORECASE,
)
ROLE = ROLES | word_set("the la el los las una un de yo otra vez aqui aca")
FROM = word_set("de del desde en at in from")
_PEOPLE = (ROLES | TITLES) - word_set("el la social publico publica nueva nuevo secretaria")
_ARTICLES = word_set("el la los las un una")
_OF = word_set("de del")
_STOPS = word_set(
    "y e o ni no me se nos les le necesito necesitamos requiero quiero quisiera solicito tengo tenemos estoy estamos porque "
    "pero pues que para con sin desde hace olvide perdi ayuda urgente mi mis ya es esta estan hay cuando como por a al tuve "
    "cual donde si muy ahora hoy ayer buenas buenos hola gracias trabajo reporto informo escribo llame llamo solicitamos "
    "queria podrian pueden puede"
)
_ORDERS = regex(r"\w{3,}(?:[aei]|[ae]n)me$")
"""«Ayúdame», «colabórenme»."""
_TIE = regex(
    r"(?:(?:por|de|con|en) )?(?:contrato (?:de|por) )?(?:prestacion de servicios|apoyo a la gestion|apoyo(?= en)|ops|cps"
    r"|planta(?! baja)|carrera(?: administrativa)?|libre nombramiento(?: y remocion)?|provisionalidad)(?= |$)"
)
"""How somebody is tied to the city, which is no office."""
_DOES = regex(r"\w{2,}(?:[tds]ora?|ista|[ae]nte|ari[oa]|log[oa])")
"""What somebody is called by what they do: «tutora», «archivista», «bibliotecario»."""
_PARTS = word_set(
    "area grupo equipo unidad division seccion programa fondo proceso sistema comite puesto escuela museo instituto"
)
"""Of an office, so that they may begin its name."""


@dataclass(frozen=True, slots=True)
class Introduced:
    """`end`: where in the text the words of it end."""

    name: str | None
    place: str | None
    end: int


def introduced_by(cue: re.Match[str], said: str, known: Known) -> Introduced | None:
    """What stands right after a word of introduction in a piece of a message; None where that introduces nobody."""
    words = list(re.finditer(r"\S+", said[cue.end() :]))
    spoken = [word[0] for word in words]
    if not spoken:
        return Introduced(None, None, cue.end()) if cue["strong"] and not _is_of_matter(said, cue) else None
    titles = count_titles(spoken)
    name = _name_after(said, cue, spoken, titles, known)
    at = titles + len(name) + _count_role(spoken, titles, len(name), is_of_oneself=_is_of_oneself(cue))
    begin, end = _where(spoken, at, needs_from=not cue["here"], known=known)
    place = " ".join(spoken[begin:end]).strip(" .,")
    last = max(end, at) - 1
    return (
        Introduced(shown(name) or None, place or None, cue.end() + words[last].end())
        if name or place
        else None
    )


def _is_of_matter(said: str, cue: re.Match[str]) -> bool:
    """«El teclado no escribe»: with words before it, such a verb is what happens."""
    return cue["verb"] is not None and bool(plain(said[: cue.start()]))


def _name_after(
    said: str, cue: re.Match[str], spoken: Sequence[str], titles: int, known: Known
) -> Sequence[str]:
    """After «aquí», and after what may as well belong to the matter, a name must be one that the city knows, unless it is
    told whose it is. «El vigilante» is what somebody does."""
    words = spoken[titles:]
    if cue["soy"] and words and plain(words[0]) in ROLE:
        return ()
    name = words[: count_name(words, known, is_introduced=not (cue["here"] or cue["english"]))]
    if not name or known.is_given(name[0]):
        return name
    if _is_of_oneself(cue) and not is_capital(name[0]) and _is_what_they_do(spoken, titles):
        return ()
    is_whose = _tells_whose(words[len(name) :], known)
    is_doubtful = cue["here"] or _is_of_matter(said, cue)
    is_small = cue["verb"] and not is_capital(name[0])
    return () if is_doubtful or (is_small and not is_whose) else name


def _tells_whose(words: Sequence[str], known: Known) -> bool:
    """«… la secretaria de», «… de tesorería»: after a name that may be none."""
    first, *rest = [*map(plain, words[:3])] or [""]
    if first in _ARTICLES:
        return bool(rest) and rest[0] in ROLES | _OF
    return first in _OF and names_where(" ".join(words[1:4]), known)


def _count_role(spoken: Sequence[str], titles: int, named: int, *, is_of_oneself: bool) -> int:
    """How many words after the name say what they do and how they are tied to the city."""
    begin = at = titles + named
    if is_of_oneself and not named and _is_what_they_do(spoken, at) and plain(spoken[at]) not in FROM:
        at += 1
    while at < len(spoken) and plain(spoken[at]) in ROLE - FROM:
        at += 1
    two = [*map(plain, spoken[at : at + 2])]
    if is_of_oneself and at > begin and len(two) > 1 and two[0] not in FROM | _STOPS and two[1] in _OF:
        at += 1  # «consultora externa de …»
    tie = _TIE.match(" ".join(map(plain, spoken[at:])))
    return at - begin + (len(tie[0].split()) if tie else 0)


def _is_of_oneself(cue: re.Match[str]) -> bool:
    """«Soy», after which may come what somebody does."""
    return plain(cue[0]).endswith("soy")


def _is_what_they_do(spoken: Sequence[str], at: int) -> bool:
    """«La mensajera de …», «tutora en …»."""
    is_led = at > 0 and plain(spoken[at - 1]) in _ARTICLES
    is_of = at + 1 < len(spoken) and plain(spoken[at + 1]) in FROM
    return at < len(spoken) and ((is_led and is_of) or _DOES.fullmatch(plain(spoken[at])) is not None)


def _where(spoken: Sequence[str], at: int, *, needs_from: bool, known: Known) -> tuple[int, int]:
    """From which to which word it is told where they are of; twice the same for nowhere."""
    words = spoken[at:]
    if not words or not (plain(words[0]) in FROM if needs_from else _is_named(words)):
        return at, at
    count = 0
    for place, word in enumerate(words[: MAX_PLACE_WORDS + 2]):
        folded = plain(word)
        goes_on = folded == "y" and _is_named(words[place + 1 : place + 2])
        is_over = folded in _STOPS and not goes_on
        if (place and is_over) or tells_a_fault(word) or _ORDERS.fullmatch(folded):
            break
        count = place + 1
    while count and plain(words[count - 1]) in (*FROM, "la", "el", "los", "las", "y", ""):
        count -= 1
    return at + _led(words[:count], known), at + count


def _led(words: Sequence[str], known: Known) -> int:
    """How many words lead to the place and are none: «de la camioneta de participación» is of «participación», and «del
    concejal Ruiz» tells of a person."""
    thing = next((at for at, word in enumerate(words) if plain(word) not in FROM | _ARTICLES), len(words))
    if _is_somebody(words[thing:], known):
        of = next((at for at, word in enumerate(words) if at > thing and plain(word) in _OF), len(words))
        return of + 1 if names_where(" ".join(words[of + 1 :]), known) else len(words)
    if thing + 2 >= len(words) or plain(words[thing + 1]) not in _OF | {"en"}:
        return 0
    is_place = names_where(words[thing], known) or words[thing][0].isupper() or plain(words[thing]) in _PARTS
    return 0 if is_place or not names_where(" ".join(words[thing + 2 :]), known) else thing + 1


def _is_somebody(words: Sequence[str], known: Known) -> bool:
    """«Doctora Pérez», «concejal Ruiz»: and no «secretaría de», nor «jefe de»."""
    titled = len(words) > 1 and plain(words[0]) in _PEOPLE and plain(words[1]) not in FROM
    return titled and not names_where(words[1], known)


def names_where(said: str, known: Known) -> bool:
    return department_words(said) > 0 or has_place_word(said) or known.names_a_site(said)


def _is_named(words: Sequence[str]) -> bool:
    return bool(words) and (words[0][0].isupper() or department_words(words[0]) > 0)
