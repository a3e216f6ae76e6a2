"""How much of a text is read: nobody writes so much, and what a machine pastes must not hold anybody up."""

from itgov_bot.patterns import regex

MAX_CHARS = 900
"""Of a longer text the beginning and the end are read, where people say what they want."""
LAST_CHARS = 300
MAX_WORD = 40
_LONG_WORD = regex(rf"(\S{{{MAX_WORD}}})\S+")


def bounded(text: str) -> str:
    """The text as far as it is read; one of a usual length stays as it is, and so does one that was bounded."""
    if len(text) > MAX_CHARS:
        text = f"{text[: MAX_CHARS - LAST_CHARS - 1]} {text[-LAST_CHARS:]}"
    return _LONG_WORD.sub(r"\1", text) if len(text) > MAX_WORD else text
