"""The test of the guard, ordered in words; and what a swap is asked with."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ..folding import fold, plain, word_set, words_like
from ..word_rows import rows
from .cover_told import names_in

MAX_CHARS = 140
_FILLING = word_set(
    "por favor porfa necesito quiero que se el la lo los las le a al de del en con mi un una y favor puede hola buenas oye"
)
_TESTS = rows(
    """
guard  prueba pruebe probar pruebo suene suena timbre timbrar / guardia (aviso llamada celular telefono si) +name
test   mande mandele manda mandale haga hagale hazle envie enviele / prueba (aviso guardia) +name
""",
    _FILLING,
)
"""«Pruebe la guardia» names it; «mándele una prueba» is of the guard where somebody of it is named."""
_TRIAL = words_like("prueba|guardia")
_NOTHING_BACK = frozenset(
    """
    ninguno|ninguna|nada|sin devolver|sin nada|no|un favor|es un favor|favor|ningun turno|ninguna guardia|no devuelvo
    """.strip().split("|")
)


def may_be_trial(text: str) -> bool:
    """Whether it is worth while to know who is named."""
    return len(text) <= MAX_CHARS and _TRIAL.search(fold(text)) is not None


def trial_ordered(text: str, is_name: Callable[[str], bool]) -> str | None:
    """Whose guard is to be tried, folded; empty for one's own, and None for no such order."""
    if "?" in text or not may_be_trial(text):
        return None
    words = plain(text).split()
    for named, row in _TESTS:
        name = row.fits(words)
        if name is not None and (named == "guard" or is_name(" ".join(name))):
            return " ".join(name)
    return None


@dataclass(frozen=True, slots=True)
class SwapTold:
    """When somebody cannot be on duty, whom they ask, and which turn they would take for it: as it was written, or empty."""

    mine: str
    who: str = ""
    theirs: str = ""


_FOR = re.compile(
    r"\b(?:por(?! las? (?:noche|tarde|mañana|manana|madrugada))|a cambio de"
    r"|yo (?:(?:le|te|les|se) )?(?:l[oa]s? )?(?:hago|tomo|cubro|pago|devuelvo|cuadro|doy|recibo)) (?:la|el|las|los)\b",
    re.IGNORECASE,
)


def swap_told(text: str, is_name: Callable[[str], bool]) -> SwapTold:
    """«La del 23 por la del 30 con Luis»."""
    names, rest = names_in(text.replace(",", " ").split(), is_name)
    mine, *theirs = _FOR.split(" ".join(rest), maxsplit=1)
    return SwapTold(mine.strip(), names[0][1] if names else "", theirs[0].strip() if theirs else "")


def takes_nothing_back(text: str) -> bool:
    """«Ninguno», to which turn is taken in return."""
    return plain(text) in _NOTHING_BACK
