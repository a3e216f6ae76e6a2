"""How a word sounds here: what is written by ear and what is written right become one."""

from functools import lru_cache

from itgov_bot.patterns import regex

# Spelling → sound, in this order. Coast typing swaps b/v, s/c/z, ll/y, drops h and writes k for c and qu.
_SOUNDS = tuple(
    (regex(pattern), sound)
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


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """How a word sounds here, so that "serbidor" and "servidor" are one."""
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word
