"""What is dangerous in words: by what the city's file names (`first_aid.yaml`), or because they are like the phrases of
`dangers.tsv`; told at once or in pieces."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from itgov_bot.domain.first_aid import Danger, FirstAid
from itgov_bot.patterns import regex

from .first_aid import advised, done_with, heard, tells
from .inside.reading import InsideReader
from .language.courtesy import without_courtesy
from .language.folding import plain

SAID_OF_IT = "after"
"""The kind of what tells a danger only where one was told before: «y la puse»."""
MORE = 0.0
"""By so much words must be likelier more of what was told than harmless."""
ALARM = 0.5
"""And a danger: of ordinary words by many hands one in four hundred are then taken for one, by these phrases alone."""
TOGETHER = 0.5
"""The same of two sentences, one of which may have told it already."""
NEAR_LIKELIEST = 0.7
"""Of two sentences so much less likely is what they may be as well: what was done is worse than what came."""
NEARLY = 0.2
"""The same of one."""
MAX_PIECES = 8
LEAST_WORD = 5
"""Letters, of one word at least of what tells a danger alone: «solo a mí», «ese no» are words of nothing."""
_ENDS = regex(r"[\n.;!?]+")


_Look = tuple[Danger, bool, bool]
"""One of the file, whether words are like its phrases, and whether they are its words."""


@dataclass(frozen=True, slots=True)
class Dangers:
    """Of one turn: several readers ask for the same words, which are looked through once."""

    aid: FirstAid
    inside: InsideReader
    _looks: dict[str, Sequence[_Look]] = field(default_factory=dict, init=False)

    def told(self, text: str, service: str | None = None) -> Danger | None:
        """The first of the file that the words tell, with one sentence or with two that follow each other. `service`: the
        one that is meant, where it is known; of others than those of a danger nothing is to be unplugged, and where none is
        meant single words tell nothing of a machine: «voy por un tinto»."""
        for danger, is_like, is_told in self._look(text):
            is_of_another = service and danger.services and service not in danger.services
            if not is_of_another and (is_like or (is_told and (service or not danger.services))):
                return advised(self._worse(danger, text), heard(text))
        return None

    def _worse(self, danger: Danger, text: str) -> Danger:
        """What was done with what came, where it is told behind it."""
        first, _, then = text.partition("\n")
        is_open = then and not (danger.is_of_things or danger.deeds)
        return (done_with(self.aid, heard(first), heard(then)) if is_open else None) or danger

    def may_tell(self, text: str) -> bool:
        """Whether they would, of whatever service: known before the rest of the words is understood."""
        return any(is_like or is_told for _, is_like, is_told in self._look(text))

    def goes_on(self, before: str, text: str) -> bool:
        """Whether words are more of the danger that was told before: «y la puse», after what was in the mail; or tell one
        together with anything that was told, which neither does alone."""
        told, now = self.told(before), self.told(text)
        if told is None:
            return now is None and self.told(f"{before}\n{text}") is not None
        if now is not None:
            return now.is_of_things == told.is_of_things
        is_deed = not told.is_of_things and done_with(self.aid, heard(before), heard(text)) is not None
        return is_deed or self.inside.dangers(text).get(SAID_OF_IT, 0.0) > MORE

    def _look(self, text: str) -> Sequence[_Look]:
        if text not in self._looks:
            said, kinds = heard(text), self._kinds(text)
            self._looks[text] = [(one, one.kind in kinds, tells(one, said)) for one in self.aid.dangers]
        return self._looks[text]

    def _kinds(self, text: str) -> frozenset[str]:
        """Of each sentence the likeliest; of two together any that is near it: what was done with what came is worse than
        both. The last is put beside each that was told before it."""
        said = [one.strip() for one in _ENDS.split(text) if one.strip()][-MAX_PIECES:]
        alone = (self._above(ALARM, one, NEARLY) for one in said if _tells_something(one))
        pairs = {*pairwise(said), *((one, said[-1]) for one in said[:-1])}
        together = (self._above(TOGETHER, f"{first}, {then}", NEAR_LIKELIEST) for first, then in pairs)
        return frozenset().union(*alone, *together)

    def _above(self, least: float, text: str, near: float) -> frozenset[str]:
        """A greeting makes no danger less of one."""
        weighed = self.inside.dangers(without_courtesy(text)).items()
        kinds = {kind: by for kind, by in weighed if kind != SAID_OF_IT}
        likeliest = max(kinds.values(), default=0.0)
        return frozenset(kind for kind, by in kinds.items() if by > least and by >= likeliest - near)


def _tells_something(text: str) -> bool:
    return any(len(word) >= LEAST_WORD for word in plain(text).split())
