"""The test of the guard, ordered in words."""

from collections.abc import Callable

from ..folding import fold, plain, word_set, words_like
from ..word_rows import rows

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
