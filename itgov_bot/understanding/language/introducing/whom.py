"""Whom to ask for, and for whom somebody writes: «pregunten por la señora Nubia», «de parte del doctor Támara»."""

import re
from dataclasses import dataclass

from itgov_bot.patterns import regex

from ..folding import plain, word_set
from ..known import Known
from ..people.names import TITLES, count_name, count_titles, is_capital

_RELATED = (
    r"(?:jef[ea]|compa[nñ]er[oa]|secretari[oa]|auxiliar|asistente|colega|don|do[nñ]a|se[nñ]ora?|se[nñ]orita|doctora?|dra?\.?"
    r"|ing\w*\.?|lic\w*\.?|profe\w*)"
)
_ASKS_FOR = regex(
    r"(?:(?:y|que|o|para\s+que)\s+)*(?:"
    r"(?:me\s+)?(?:pregunt|busqu|ll[aá]m|av[ií]s|habl|d[ií]ga|escr[ií]b|timbr|contact|comun[ií]qu|marqu)\w*\s+(?:por|al?|con)\s+"
    r"|(?:(?:el|la|mi|nuestr[oa])\s+)?(?:persona\s+de\s+)?contacto\s+(?:es|ser[ií]a|queda)\s+(?:con\s+)?"
    r"|(?:quien|la\s+persona\s+que)\s+(?:\w+\s+){0,2}?(?:pide|solicita|recibe|atiende|reporta|sabe|est[aá])\s+es\s+"
    r"|(?:con|donde)\s+(?=(?:mi|el|la|un|una)\s)"
    rf"|(?=mi\s+{_RELATED}\s))(?P<who>.+)",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE_NAME = TITLES | word_set(
    "mi a al companero companera secretaria secretario auxiliar asistente colega un una"
)


@dataclass(frozen=True, slots=True)
class Whom:
    """`who`: in their words; `end`: where in the text they end."""

    who: str
    end: int


def whom_said(said: str, known: Known) -> Whom | None:
    """None where nobody is named to be asked for."""
    found = _ASKS_FOR.match(said)
    words = list(re.finditer(r"\S+", said[found.start("who") :])) if found else []
    spoken = [word[0].rstrip(".") for word in words]
    begin = next((at for at, word in enumerate(spoken) if plain(word) not in _BEFORE_NAME), len(spoken))
    name = spoken[begin : begin + count_name(spoken[begin:], known, is_introduced=True)]
    if not (found and name):
        return None
    titled = any(plain(word) not in ("a", "al", "el", "la", "un", "una") for word in spoken[:begin])
    if not (known.is_given(name[0]) or is_capital(name[0]) or titled):
        return None
    start, end = found.start("who"), found.start("who") + words[begin + len(name) - 1].end()
    return Whom(said[start:end].strip(" ."), end)


_ON_BEHALF = regex(
    r"\b(?:(?:les?|te|me) )?(?:escrib[oe]|habl[oa]|llam[oa]|report[oa]|comunico|solicito|pido)\s+"
    r"(?P<of>(?:de parte|a nombre|en nombre)\s+del?\s+(?P<who>.+))",
    re.IGNORECASE,
)


def on_whose_behalf(said: str, known: Known) -> tuple[int, int] | None:
    """From where to where it is told for whom they write: «le escribo DE PARTE DEL DOCTOR TÁMARA»."""
    found = _ON_BEHALF.fullmatch(said)
    words = list(regex(r"\S+").finditer(said, found.start("who"))) if found else []
    spoken = [word[0] for word in words]
    titles = count_titles(spoken)
    named = titles + count_name(spoken[titles:], known, is_introduced=titles > 0)
    return (found.start("of"), words[named - 1].end()) if found and named > titles else None
