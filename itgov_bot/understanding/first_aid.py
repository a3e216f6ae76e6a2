"""Which remedy fits a report, by its service and by the words that tell what is wrong; and what is dangerous."""

from collections.abc import Callable
from functools import lru_cache

from itgov_bot.domain.first_aid import Danger, FirstAid, Remedy

from .language.folding import plain
from .language.fuzzy import same_word
from .language.sounds import sound

REST = "*"
"""Ends a word of a cue that is only the beginning of the word."""
NEAR = 6
"""Words, between two of what tells a danger: in a long story they mean nothing together."""
BESIDE = "+"
"""Begins a word that stands right behind the one before it: «tiene mi clave», not «tiene Office y mi clave venció»."""
Same = Callable[[str, str], bool]
OR = "|"
"""Between words of which any may stand there."""


def remedy_for(aid: FirstAid, text: str, service: str) -> Remedy | None:
    """The first that fits. None where something in the words forbids to propose any."""
    said = plain(text).split()
    if danger_in(aid, text) or _any(aid.never, said):
        return None
    fits = (one for one in aid.remedies if service in one.services and _any(one.cues, said))
    return next(fits, None)


def danger_in(aid: FirstAid, text: str, service: str | None = None) -> Danger | None:
    """The first that the words tell. `service`: the one that is meant, where it is known; of others than those of a danger
    nothing is to be unplugged."""
    said = plain(text).split()
    possible = (one for one in aid.dangers if not (service and one.services and service not in one.services))
    return next((one for one in possible if _is_in(one, said)), None)


def goes_on_with(aid: FirstAid, told: str, text: str) -> bool:
    """Whether words are more of the danger that was told before: «puse la clave también», after what was in the mail."""
    danger, said = danger_in(aid, told), plain(text).split()
    if danger is None or danger.services:
        return False
    return any(_tells((*one.cues, *one.deeds), said) for one in aid.dangers if not one.services)


def _is_in(danger: Danger, said: list[str]) -> bool:
    """Its words may be written by ear, and no more: «color» is no «olor», nor «tanto» a «tinto»."""
    if _tells(danger.unless, said):
        return False
    return (_tells(danger.deeds, said) and _tells(danger.baits, said)) or _tells(danger.cues, said)


def _tells(cues: tuple[str, ...], said: list[str]) -> bool:
    return any(_is_told(cue.split(), said, _sound_alike, NEAR) for cue in cues)


def _any(cues: tuple[str, ...], said: list[str]) -> bool:
    return any(_is_told(cue.split(), said, same_word, len(said)) for cue in cues)


def _is_told(cue: list[str], said: list[str], is_same: Same, reach: int) -> bool:
    """Whether the words of the cue stand there in their order, at most `reach` others between two of them."""
    starts = (at for at, word in enumerate(said) if _is_word(cue[0], word, is_same))
    return any(len(cue) == 1 or _goes_on(cue[1:], said[at + 1 :], is_same, reach) for at in starts)


def _goes_on(cue: list[str], said: list[str], is_same: Same, reach: int) -> bool:
    wanted = cue[0].removeprefix(BESIDE)
    within = said[:1] if wanted != cue[0] else said[: reach + 1]
    near = (at for at, word in enumerate(within) if _is_word(wanted, word, is_same))
    return any(len(cue) == 1 or _goes_on(cue[1:], said[at + 1 :], is_same, reach) for at in near)


def _is_word(wanted: str, word: str, is_same: Same) -> bool:
    """`wanted` may be several, any of which it is."""
    return any(
        word.startswith(one) if is_beginning else is_same(one, word) for one, is_beginning in _any_of(wanted)
    )


@lru_cache(8192)
def _any_of(wanted: str) -> tuple[tuple[str, bool], ...]:
    return tuple((plain(one), one.endswith(REST)) for one in wanted.split(OR))


def _sound_alike(one: str, other: str) -> bool:
    return sound(one) == sound(other)
