"""Whether an agent's words are for the desk alone."""

import re

_NOTE = re.compile(
    r"(?:/\s?/+|nota\s?:|\(?\s?nota interna\s?\)?\s?[:.–—-]|\(?interno\)?\s?:|s[oó]lo (?:para )?la mesa\s?:)\s*",
    re.IGNORECASE,
)


def noted(text: str) -> str | None:
    """The words of «// es la tercera vez», «nota interna: …»; None for words that may leave the desk."""
    said = text.lstrip()
    mark = _NOTE.match(said)
    return said[mark.end() :] if mark else None
