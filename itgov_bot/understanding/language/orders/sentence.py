"""What an agent wrote as clauses, and the stretches of it that stand in a slot or beside an order, as they were written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from itgov_bot.patterns import regex

from ..folding import plain, words_like
from .clauses import Clause

_FILLING = words_like(
    r"""
    listo(?: el pollo)?|por fin|ay|uy|hola|oye|bueno|gracias|por favor|porfa|ok|ya|buen[oa]s(?: dias| tardes)?|me equivoque
    jaja\w*|muchachos|companeros|caso|eso es todo|dale|no
    """
)
_BEFORE, _BEHIND = '¿¡(«"“{', regex(r"[^\w\s.,;:¿¡(«“{]*")
"""Signs that belong to the words beside them."""
_FREE, _STUCK = ("text", "why"), regex(r"[^\w\s.,;:]*")
"""Of what somebody reads no sign is lost: a key may end in one."""


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    clauses: Sequence[Clause]

    def span(self, clauses: Sequence[Clause]) -> str:
        """With the signs at both ends."""
        if not clauses:
            return ""
        start, end = clauses[0].start, clauses[-1].stop
        behind = _BEHIND.match(self.text, end)
        return self.text[len(self.text[:start].rstrip(_BEFORE)) : behind.end() if behind else end]

    def slot(self, at: int, match: re.Match[str], name: str) -> str:
        """What stands in a slot of the frame that a clause fits."""
        if not match.re.groupindex.get(name) or not match[name]:
            return ""
        first, last = (match.string[:place].count(" ") for place in match.span(name))
        words = self.clauses[at].words[first:last]
        if not words:
            return ""
        behind = _STUCK.match(self.text, words[-1].end) if name in _FREE else None
        return self.text[words[0].start : behind.end() if behind else words[-1].end]

    def says_what_before(self, at: int, match: re.Match[str]) -> bool:
        """«Pregúntele qué versión tiene»: the word before what is told is part of it."""
        first = match.string[: match.start("text")].count(" ")
        words = self.clauses[at].words[first - 1 : first]
        return any(self.text[one.start : one.end].lower() == "qué" for one in words)

    def beside(self, at: int, said: str) -> str:
        """What the other clauses tell, with what was `said` in this one."""
        before = [one for one in self.clauses[:at] if not _FILLING.fullmatch(one.said)]
        after = [one for one in self.clauses[at + 1 :] if not _FILLING.fullmatch(one.said)]
        parts = (self.span(before), said, self.span(after))
        return ". ".join(part.strip(" .,;:") for part in parts if part)

    def behind(self, at: int) -> str:
        return self.span(self.clauses[at + 1 :])

    def is_alone(self, at: int) -> bool:
        """All else are courtesies, and it gives no reason."""
        return all(_FILLING.fullmatch(one.said) for place, one in enumerate(self.clauses) if place != at)

    def is_bare(self, at: int) -> bool:
        """Nothing else is said but a word of asking: thanks order nothing."""
        others = (one.said for place, one in enumerate(self.clauses) if place != at)
        return all(one in ("por favor", "porfa", "hola", "") for one in others)

    @property
    def has_two_lists(self) -> bool:
        return sum(len(one.numbers_apart) for one in self.clauses) > 1

    def agent(self) -> str:
        """The one agent who is named anywhere."""
        called = [
            self.text[word.start : word.end] for one in self.clauses for word in one.words if word.read == "@"
        ]
        return called[0] if len({plain(one) for one in called}) == 1 else ""

    def others(self, at: int) -> list[str]:
        """Plain, what stands beside an order: the other clauses, and how its own goes on."""
        own = plain(self.span(self.clauses[at : at + 1]))
        goes_on = [own.partition(f" {join} ")[2] for join in ("que", "y", "porque")]
        return [plain(self.span([one])) for place, one in enumerate(self.clauses) if place != at] + goes_on
