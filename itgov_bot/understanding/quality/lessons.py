"""What a new phrase would change: tried on what was learnt before and on the phrases that are nearest to it."""

from collections.abc import Sequence
from typing import Literal

from rapidfuzz import fuzz, process

from itgov_bot.records import dataclass
from itgov_bot.understanding.engine import Understanding
from itgov_bot.understanding.interpretation import Interpretation
from itgov_bot.understanding.services.phrases import OTHERS, Phrase
from itgov_bot.understanding.services.tokens import words

TRIED = 120
"""A phrase only counts in messages that are like it: so many of the nearest are read with and without it."""
Turn = Literal["better", "worse", "other"]


@dataclass(frozen=True, slots=True)
class Change:
    """A message that would be read otherwise: the services offered for it before and after (none: no card)."""

    text: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    turn: Turn


def effect_of(understanding: Understanding, phrase: Phrase, known: Sequence[Phrase]) -> tuple[Change, ...]:
    """The changes, those for the worse first; the phrase itself is none of them. Nothing is applied."""
    with_it = understanding.with_learned([*understanding.learned, phrase])
    tried = [*understanding.learned, *_nearest(phrase, [each for each in known if not each.is_urgency])]
    said = {each.text: each for each in tried if each.text != phrase.text}
    pairs = ((each, understanding.match(text), with_it.match(text)) for text, each in said.items())
    found = [_change(each, old, new) for each, old, new in pairs if _offered(old) != _offered(new)]
    return tuple(sorted(found, key=lambda change: ("worse", "other", "better").index(change.turn)))


def _nearest(phrase: Phrase, known: Sequence[Phrase]) -> list[Phrase]:
    """By their words, in any order: those that may be near enough for the phrase to have a say."""
    asked, said = " ".join(words(phrase.text)), [" ".join(words(each.text)) for each in known]
    found = process.extract(asked, said, scorer=fuzz.token_sort_ratio, limit=TRIED)
    return [known[place] for _, _, place in found]


def _change(phrase: Phrase, old: Interpretation, new: Interpretation) -> Change:
    was_right, is_right = (_is_right(phrase, found) for found in (old, new))
    turn: Turn = "other" if was_right == is_right else "better" if is_right else "worse"
    return Change(phrase.text, _offered(old), _offered(new), turn)


def _is_right(phrase: Phrase, found: Interpretation) -> bool:
    offered = _offered(found)
    return not offered if phrase.subject in OTHERS else phrase.subject in offered


def _offered(found: Interpretation) -> tuple[str, ...]:
    return tuple(each.service for each in found.candidates[: found.offered])
