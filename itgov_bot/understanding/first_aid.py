"""Which remedy fits a report, by its service and by the words that tell what is wrong; and the words of a danger."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from itgov_bot.domain.first_aid import Danger, FirstAid, Remedy
from itgov_bot.records import dataclass

from .language.folding import plain
from .language.fuzzy import same_word
from .language.sounds import sound

REST = "*"
"""Ends a word of a cue that is only the beginning of the word."""
NEAR = 6
"""Words, between two of what tells a danger: in a long story they mean nothing together."""
BESIDE = "+"
"""Begins a word that stands right behind the one before it: «tiene mi clave», not «tiene Office y mi clave venció»."""
OR = "|"
"""Between words of which any may stand there."""


Word = tuple[str, str]
"""As it is written, folded, and as it sounds."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What may stand at one place of a cue: whole words, and the beginnings of words."""

    words: tuple[str, ...]
    sounds: frozenset[str]
    beginnings: tuple[str, ...]
    is_beside: bool

    def sounds_like(self, said: Word) -> bool:
        return said[1] in self.sounds or said[0].startswith(self.beginnings)

    def is_like(self, said: Word) -> bool:
        return said[0].startswith(self.beginnings) or any(same_word(one, said[0]) for one in self.words)


Stands = Callable[[_Place, Word], bool]


def heard(text: str) -> tuple[Word, ...]:
    """Its words, for who looks in them for several things."""
    return tuple((word, sound(word)) for word in plain(text).split())


def remedy_for(aid: FirstAid, text: str, service: str) -> Remedy | None:
    """The first that fits. None where something in the words forbids to propose any."""
    said = heard(text)
    if _any(aid.never, said) or any(tells(one, said) for one in aid.dangers):
        return None
    fits = (one for one in aid.remedies if service in one.services and _any(one.cues, said))
    return next(fits, None)


def tells(danger: Danger, said: Sequence[Word]) -> bool:
    """Its words may be written by ear, and no more: «color» is no «olor», nor «tanto» a «tinto»."""
    is_told = (_tells(danger.deeds, said) and _tells(danger.baits, said)) or _tells(danger.cues, said)
    return is_told and not _tells(danger.unless, said)


def advised(danger: Danger, said: Sequence[Word]) -> Danger:
    """With the advice that fits the words."""
    fits = (one for one in danger.instead if _tells(one.about, said) and not _tells(one.unless, said))
    advice = next(fits, None)
    return replace(danger, say=advice.say, asked=advice.asked) if advice else danger


def done_with(aid: FirstAid, before: Sequence[Word], then: Sequence[Word]) -> Danger | None:
    """«Puse la clave también», «ya le mandé cien»: what was done with what came `before`, by a deed or by words of an advice
    that only both together tell."""
    return next((one for one in aid.dangers if one.deeds and _is_done(one, before, then)), None)


def _is_done(danger: Danger, before: Sequence[Word], then: Sequence[Word]) -> bool:
    if _tells(danger.unless, then):
        return False
    is_more = advised(danger, before) is danger and advised(danger, [*before, *then]) is not danger
    return is_more or _tells(danger.deeds, then)


def _tells(cues: tuple[str, ...], said: Sequence[Word]) -> bool:
    """Most messages have no word with which a cue begins, and that is one look a word."""
    begins = _beginning_of_any(cues)
    sounds, beginnings = begins.sounds, begins.beginnings
    starts = [at for at, (word, how) in enumerate(said) if how in sounds or word.startswith(beginnings)]
    return any(_is_told(_places(cue), said, starts, _Place.sounds_like, NEAR) for cue in cues if starts)


def _any(cues: tuple[str, ...], said: Sequence[Word]) -> bool:
    begins = _beginning_of_any(cues)
    starts = [at for at, word in enumerate(said) if begins.is_like(word)]
    return any(_is_told(_places(cue), said, starts, _Place.is_like, len(said)) for cue in cues if starts)


def _is_told(
    cue: tuple[_Place, ...], said: Sequence[Word], starts: Sequence[int], stands: Stands, reach: int
) -> bool:
    """Whether the words of the cue stand there in their order, at most `reach` others between two of them. `starts`: the
    places where the first may stand."""
    first, rest = cue[0], cue[1:]
    return any(
        stands(first, said[at]) and (not rest or _goes_on(rest, said, at + 1, stands, reach)) for at in starts
    )


def _goes_on(cue: tuple[_Place, ...], said: Sequence[Word], begin: int, stands: Stands, reach: int) -> bool:
    within = range(begin, min(len(said), begin + (1 if cue[0].is_beside else reach + 1)))
    return _is_told(cue, said, within, stands, reach)


@lru_cache(8192)
def _places(cue: str) -> tuple[_Place, ...]:
    return tuple(
        _place(wanted.removeprefix(BESIDE).split(OR), wanted[:1] == BESIDE) for wanted in cue.split()
    )


def _place(wanted: Sequence[str], is_beside: bool = False) -> _Place:
    words = tuple(plain(one) for one in wanted if not one.endswith(REST))
    beginnings = tuple(plain(one) for one in wanted if one.endswith(REST))
    return _Place(words, frozenset(map(sound, words)), beginnings, is_beside)


@lru_cache(1024)
def _beginning_of_any(cues: tuple[str, ...]) -> _Place:
    return _place([one for cue in cues for one in cue.split()[0].split(OR)])
