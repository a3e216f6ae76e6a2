"""Services by their names: «correo», «impres», «corrreo»."""

from collections.abc import Sequence

from itgov_bot.domain.catalog import Service
from itgov_bot.understanding.language.folding import plain
from itgov_bot.understanding.language.fuzzy import NEAR_RATIO, PREFIX_RATIO, likeness, same_word

_MIN_TELLING_LETTERS = 3


def find_named(services: Sequence[Service], text: str) -> tuple[Service, ...]:
    """The services whose name or label has the words of the text, in printed order; mistyped words count only where no
    name has them as they stand."""
    rated = [(likeness(text, f"{service.name} {service.label}"), service) for service in services]
    best = max((score for score, _ in rated), default=0.0)
    enough = PREFIX_RATIO if best >= PREFIX_RATIO else NEAR_RATIO
    return tuple(service for score, service in rated if score >= enough)


def told_apart(offered: Sequence[Service], text: str) -> Service | None:
    """The one of a few that has words of the text which the others have not: «el de cable»; None when none is alone."""
    asked = [word for word in plain(text).split() if len(word) >= _MIN_TELLING_LETTERS]
    counts = [sum(_has(service, word) for word in asked) for service in offered]
    best = max(counts, default=0)
    return offered[counts.index(best)] if best and counts.count(best) == 1 else None


def _has(service: Service, word: str) -> bool:
    own = plain(f"{service.name} {service.label} {service.difference or ''}").split()
    return any(same_word(word, one) for one in own)
