"""One figure that is told instead of another: «la ext no es 1180 es 1108», «al 300…, no al 301…»."""

import re
from dataclasses import dataclass

from itgov_bot.patterns import regex

_FIGURE = r"\+?\d(?:[\s.\-]?\d){1,12}(?![\d\w])"
_LABEL = r"(?:(?:el|la|al?|ext(?:ensi[oó]n)?|cel(?:ular)?|tel(?:[eé]fono)?|n[uú]mero)\b\.?\s+)*"
_IS = r"(?:(?:y|pero|que|ahora|mejor|es|era|ser[ií]a|sino)\s+)*"
_DENIED = regex(
    rf"\s?\b(?:(?:y|ya)\s+)?no\s+(?:(?:es|era|al?)\s+)?{_LABEL}{_FIGURE}(?:[\s,.;]*{_IS}(?={_LABEL}{_FIGURE})|\W*$)"
    rf"|\b{_FIGURE}\s+no(?:\s*[,.;]\s*|\s+(?=es|era|sino|que)){_IS}(?={_LABEL}{_FIGURE})"
    rf"|\s?\ben\s+(?:vez|lugar)\s+del?\s+{_LABEL}{_FIGURE}",
    re.IGNORECASE,
)
_ANY = regex(_FIGURE)


@dataclass(frozen=True, slots=True)
class Denied:
    """`rest`: the words without the figure that is none, which stood from `start` to `end`."""

    rest: str
    start: int
    end: int

    def shifted(self, start: int, end: int) -> tuple[int, int]:
        """Where in the whole text a stretch of the rest stands; what was taken out at its side or inside belongs to it."""
        added = self.end - self.start - 1
        last = self.end if end == self.start else end + added if end > self.start else end
        return start + added if start > self.start else start, last


def figure_denied(text: str) -> Denied | None:
    """None where no figure is told instead."""
    found = _DENIED.search(text)
    if found is None:
        return None
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    return Denied(rest, *found.span()) if _ANY.search(rest) else None
