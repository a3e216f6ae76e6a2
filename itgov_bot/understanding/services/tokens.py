"""Folded text → the tokens the model counts: words, usual forms of expressions, and how words sound."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from itgov_bot.understanding.language.folding import fold

_WORD = re.compile(r"[a-z0-9]+(?:[.@/+#_-][a-z0-9]+)*\+*|[a-z0-9]+")
_ADDRESS = re.compile(r"\S*@[\w.-]*")
# Spelling → sound, in this order. Coast typing swaps b/v, s/c/z, ll/y, drops h and writes k for c and qu.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ph", "f"),
        ("ch", "C"),
        ("h", ""),
        ("qu(?=[ei])|q", "k"),
        ("gu(?=[ei])", "G"),
        ("g(?=[ei])", "j"),
        ("G", "g"),
        ("c(?=[ei])|z|x", "s"),
        ("c", "k"),
        ("v", "b"),
        ("ll|y(?=[aeiou])", "y"),
        ("y", "i"),
        ("w", "u"),
        ("m(?=[bp])", "n"),
        (r"(.)\1+", r"\1"),
        ("(?<=[aeiou])d(?=o$|os$|a$|as$)", ""),
    )
)


def words(text: str) -> list[str]:
    """The words of a text; product codes and versions stay in one piece, any mail address is the same word."""
    return _WORD.findall(fold(_ADDRESS.sub(" buzoncorreo ", text)))


@lru_cache(maxsize=10_000)
def sound(word: str) -> str:
    """How a word sounds here, so that "serbidor" and "servidor" are one."""
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word


class Terms:
    """What people say → what it is: single words and expressions of several words, the longest first."""

    def __init__(self, meanings: Mapping[str, str]) -> None:
        self._meanings = {tuple(words(said)): words(meant) for said, meant in meanings.items()}
        self._longest = max((len(said) for said in self._meanings), default=0)
        self._firsts = {said[0] for said in self._meanings if said}

    def apply(self, spoken: Sequence[str]) -> list[str]:
        """The same words with every known expression put in its usual form."""
        result: list[str] = []
        place = 0
        while place < len(spoken):
            taken, meant = self._at(spoken, place)
            result.extend(meant)
            place += taken
        return result

    def _at(self, spoken: Sequence[str], place: int) -> tuple[int, list[str]]:
        if spoken[place] in self._firsts:
            for length in range(min(self._longest, len(spoken) - place), 0, -1):
                meant = self._meanings.get(tuple(spoken[place : place + length]))
                if meant is not None:
                    return length, meant
        return 1, [spoken[place]]
