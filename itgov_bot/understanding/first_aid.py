"""Which remedy fits a report, by its service and by the words that tell what is wrong; and what is dangerous."""

from collections.abc import Callable

from itgov_bot.domain.first_aid import Danger, FirstAid, Remedy

from .language.folding import plain
from .language.fuzzy import same_word
from .language.sounds import sound

REST = "*"
"""Ends a word of a cue that is only the beginning of the word."""
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
    return any(_any((*one.cues, *one.deeds), said, _sound_alike) for one in aid.dangers if not one.services)


def _is_in(danger: Danger, said: list[str]) -> bool:
    """Its words may be written by ear, and no more: «color» is no «olor», nor «tanto» a «tinto»."""
    if _any(danger.unless, said):
        return False
    is_done = _any(danger.deeds, said, _sound_alike) and _any(danger.baits, said, _sound_alike)
    return is_done or _any(danger.cues, said, _sound_alike)


def _any(cues: tuple[str, ...], said: list[str], is_same: Callable[[str, str], bool] = same_word) -> bool:
    return any(_is_told(cue, said, is_same) for cue in cues)


def _is_told(cue: str, said: list[str], is_same: Callable[[str, str], bool]) -> bool:
    """Whether the words of the cue stand there in their order, others in between (`no ... imprime`)."""
    rest = iter(said)
    return all(any(_is_word(wanted, word, is_same) for word in rest) for wanted in cue.split())


def _is_word(wanted: str, word: str, is_same: Callable[[str, str], bool]) -> bool:
    """`wanted` may be several, any of which it is."""
    return any(
        word.startswith(plain(one)) if one.endswith(REST) else is_same(plain(one), word)
        for one in wanted.split(OR)
    )


def _sound_alike(one: str, other: str) -> bool:
    return sound(one) == sound(other)
