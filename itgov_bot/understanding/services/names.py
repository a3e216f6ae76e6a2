"""Services by their names: «correo», «impres», «corrreo»."""

from collections.abc import Sequence

from itgov_bot.domain.catalog import Service
from itgov_bot.understanding.language.fuzzy import NEAR_RATIO, PREFIX_RATIO, likeness


def find_named(services: Sequence[Service], text: str) -> tuple[Service, ...]:
    """The services whose name or label has the words of the text, in printed order; mistyped words count only where no
    name has them as they stand."""
    rated = [(likeness(text, f"{service.name} {service.label}"), service) for service in services]
    best = max((score for score, _ in rated), default=0.0)
    enough = PREFIX_RATIO if best >= PREFIX_RATIO else NEAR_RATIO
    return tuple(service for score, service in rated if score >= enough)
