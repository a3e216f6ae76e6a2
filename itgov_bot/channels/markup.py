"""Reads the HTML subset of replies the way Telegram does: which characters show, and which are tags. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from itgov_bot.patterns import regex

_TAGS = "b|strong|i|em|u|ins|s|strike|del|tg-spoiler|span|a|code|pre|blockquote|tg-emoji"
_TOKEN = regex(
    rf"(?P<tag><(?P<slash>/?)(?P<name>(?i:{_TAGS}))(?:\s[^<>]*)?>)"
    r"|&(?:(?P<named>lt|gt|amp|quot)(?![A-Za-z])|#x(?P<hex>[0-9A-Fa-f]{1,6})|#(?P<decimal>[0-9]{1,7}));?"
    r"|.",
    re.DOTALL | re.ASCII,
)
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


@dataclass(frozen=True, slots=True)
class Token:
    """A tag (`opens` or `closes` it, shows nothing) or one character (`text`), with its `source`."""

    source: str
    text: str = ""
    opens: str = ""
    closes: str = ""


def tokens(html: str) -> Iterator[Token]:
    """What is no tag of Telegram's is text, so nothing that a person wrote can disappear."""
    for match in _TOKEN.finditer(html):
        source = match.group()
        if match["tag"]:
            name = match["name"].lower()
            yield Token(source, closes=name) if match["slash"] else Token(source, opens=name)
        elif len(source) == 1:
            yield Token(source, source)
        elif character := _decoded(match):
            yield Token(source, character)
        else:
            yield from (Token(one, one) for one in source)


def plain_text(html: str) -> str:
    """The text as it shows, without markup."""
    return "".join(token.text for token in tokens(html))


def visible_length(html: str) -> int:
    """How long Telegram says the text is: what shows, in UTF-16 units."""
    return utf16_length(plain_text(html))


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def without_lone_surrogates(text: str) -> str:
    """Half a character can't be encoded, so it can't be sent."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _decoded(match: re.Match[str]) -> str:
    if match["named"]:
        return _NAMED[match["named"]]
    code = int(match["hex"], 16) if match["hex"] else int(match["decimal"])
    valid = 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF
    return chr(code) if valid else ""
