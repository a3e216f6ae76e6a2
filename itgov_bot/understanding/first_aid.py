"""Which remedy fits a report, by its service and by the words that tell what is wrong; and what is dangerous."""

from collections.abc import Callable

from itgov_bot.domain.first_aid import Danger, FirstAid, Remedy

from .language.folding import plain
from .language.fuzzy import same_word
from .language.sounds import sound

REST = "*"
"""Ends a word of a cue that is only the beginning of the word."""


def remedy_for(aid: FirstAid, text: str, service: str) -> Remedy | None:
    """The first that fits. None where something in the words forbids to propose any."""
    said = plain(text).split()
    if danger_in(aid, text) or any(_is_told(cue, said) for cue in aid.never):
        return None
    fits = (
        one
        for one in aid.remedies
        if service in one.services and any(_is_told(cue, said) for cue in one.cues)
    )
    return next(fits, None)


def danger_in(aid: FirstAid, text: str, service: str | None = None) -> Danger | None:
    """`service`: the one that is meant, where it is known; of others than those of the danger nothing is to be unplugged.
    Its words may be written by ear, and no more: «color» is no «olor», nor «tanto» a «tinto»."""
    danger, said = aid.danger, plain(text).split()
    if danger is None or (service and service not in danger.services):
        return None
    return danger if any(_is_told(cue, said, _sound_alike) for cue in danger.cues) else None


def _is_told(cue: str, said: list[str], is_same: Callable[[str, str], bool] = same_word) -> bool:
    """Whether the words of the cue stand there in their order, others in between (`no ... imprime`)."""
    rest = iter(said)
    return all(any(_is_word(wanted, word, is_same) for word in rest) for wanted in cue.split())


def _is_word(wanted: str, word: str, is_same: Callable[[str, str], bool]) -> bool:
    if wanted.endswith(REST):
        return word.startswith(plain(wanted))
    return is_same(plain(wanted), word)


def _sound_alike(one: str, other: str) -> bool:
    return sound(one) == sound(other)
