"""How far figures can be trusted: bounds of a share, and whether what seemed likely was as often right."""

from collections.abc import Iterable, Sequence
from math import sqrt

from itgov_bot.records import dataclass

NORMAL_95 = 1.96
STEPS = 10
"""Into so many steps of the same width probabilities are sorted."""

Bounds = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Step:
    """Messages of about the same probability: their mean one, and the share that was right."""

    messages: int
    said: float
    right: float
    bounds: Bounds


def wilson(true: int, of: int) -> Bounds | None:
    """The bounds in which a share lies with 95 %, also a share of few or of all; None without messages."""
    if not of:
        return None
    share, spread = true / of, NORMAL_95**2 / of
    middle = (share + spread / 2) / (1 + spread)
    half = NORMAL_95 * sqrt(share * (1 - share) / of + spread / of / 4) / (1 + spread)
    return round(max(0.0, middle - half), 4), round(min(1.0, middle + half), 4)


def steps_of(trusted: Iterable[tuple[float, bool]]) -> tuple[Step, ...]:
    """From pairs of how likely it seemed and whether it was right; steps without messages are left out."""
    sorted_in: dict[int, list[tuple[float, bool]]] = {}
    for said, right in trusted:
        sorted_in.setdefault(min(STEPS - 1, int(said * STEPS)), []).append((said, right))
    return tuple(_step(sorted_in[place]) for place in sorted(sorted_in))


def expected_error(steps: Sequence[Step]) -> float | None:
    """The mean distance between what was said and what was right (ECE), weighed by messages."""
    messages = sum(step.messages for step in steps)
    if not messages:
        return None
    return round(sum(step.messages * abs(step.said - step.right) for step in steps) / messages, 4)


def _step(found: Sequence[tuple[float, bool]]) -> Step:
    said, right = [said for said, _ in found], sum(right for _, right in found)
    return Step(
        len(found), sum(said) / len(found), right / len(found), wilson(right, len(found)) or (0.0, 1.0)
    )
