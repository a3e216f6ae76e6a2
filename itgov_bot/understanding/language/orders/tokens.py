"""What an agent wrote, token by token: folded, with what is short written out, and the numbers of cases in
digits."""

from collections.abc import Sequence
from dataclasses import dataclass

from itgov_bot.patterns import regex

from ..figures import BEFORE_CASE, spoken_at
from ..folding import fold
from ..fuzzy import same_word
from ..respelling import SHORT
from .verbs import verb_of

_TOKEN = regex(r"@?\w+(?:[.\-]\w+)*|#|[^\w\s]+|\n")
_QUOTES = frozenset("«»\"'“”*_`")
_SHORT = SHORT | {
    "porq": "porque",
    "m": "me",
    "=": "es",
    "na": "nada",
    "pal": "para",
    "xfa": "porfa",
    "tmb": "tambien",
}


@dataclass(frozen=True, slots=True)
class Token:
    word: str
    start: int
    end: int
    numbers: tuple[str, ...] = ()
    """Of cases, where it stands for them."""


def tokens(text: str) -> list[Token]:
    found = ((fold(one[0]), one.start(), one.end()) for one in _TOKEN.finditer(text))
    return _in_digits(
        [Token(_SHORT.get(word, word), start, end) for word, start, end in found if not set(word) <= _QUOTES]
    )


def _in_digits(tokens: list[Token]) -> list[Token]:
    """«El treinta y tres» is «el 33»."""
    words, found, at = [one.word for one in tokens], list[Token](), 0
    while at < len(tokens):
        is_led = bool(at) and words[at - 1] in BEFORE_CASE
        number, end = spoken_at(words, at) if is_led else (0, at)
        if number:
            found.append(Token(str(number), tokens[at].start, tokens[end - 1].end))
        else:
            found.append(tokens[at])
        at = end if number else at + 1
    return found


def is_sign(word: str) -> bool:
    return not (word[:1].isalnum() or word[:1] in "@#")


def is_name(word: str, names: Sequence[str]) -> bool:
    """A verb is no mistyped name: «marca» is not Marta."""
    if word.startswith("@") or word in names:
        return True
    return verb_of(word) is None and any(word[0] == one[0] and same_word(word, one) for one in names)
