"""Folded text → the tokens the model counts: words and the usual forms of expressions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy

from itgov_bot.patterns import regex
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.respelling import Respelling

_WORD = regex(r"[a-z0-9]+(?:[.@/+#_-][a-z0-9]+)*\+*|[a-z0-9]+")
_ADDRESS = regex(r"\S*@[\w.-]*")


def words(text: str) -> list[str]:
    """The words of a text; product codes and versions stay in one piece, any mail address is the same word."""
    return _WORD.findall(fold(_ADDRESS.sub(" buzoncorreo ", text)))


NO_RESPELLING = Respelling((), ())


class Terms:
    """What people say → what it is: single words and expressions of several words, the longest first; before it, with a
    `respelling`, hurried words as they were meant."""

    def __init__(self, meanings: Mapping[str, str], respelling: Respelling = NO_RESPELLING) -> None:
        self._meanings = {tuple(words(said)): words(meant) for said, meant in meanings.items()}
        self._longest = max((len(said) for said in self._meanings), default=0)
        self._firsts = {said[0] for said in self._meanings if said}
        self._own = {word for said, meant in self._meanings.items() for word in (*said, *meant)}
        self.respelling = respelling

    def respelt(self, respelling: Respelling) -> Terms:
        """The same terms for hurried words."""
        terms = copy(self)
        terms.respelling = respelling
        return terms

    def apply(self, spoken: Sequence[str]) -> list[str]:
        """The same words with every known expression put in its usual form. After them those that were respelt, as they
        were typed: a wrong guess does not silence them."""
        meant = [self._meant(word) for word in spoken]
        typed = [word for word, each in zip(spoken, meant, strict=True) if word != each]
        return [*self._usual(" ".join(meant).split()), *typed]

    def _meant(self, word: str) -> str:
        return word if word in self._own or not word.isalpha() else self.respelling.word(word)

    def _usual(self, spoken: Sequence[str]) -> list[str]:
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
